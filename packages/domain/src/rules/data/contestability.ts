import type { RuleTexts } from "../Rule.ts"

// Handbook section 8. CNT-1a, CNT-1b and PAR-1a are ours, for parts with a strength of their own.
export const contestability = {
  "CNT-1": {
    source: "OPDC-2557",
    wording: {
      th: "การแข่งขันในการจัดบริการสาธารณะจำแนกตามประเภทตลาด และภารกิจที่ยังไม่มีการแข่งขันเปิดการแข่งขันรอบใหม่ก่อนต่อสัญญา",
      en: "Contestability follows from the type of market, and where no competition exists a new one is opened before the contract is renewed."
    }
  },
  "CNT-1a": {
    source: "PHAKHI",
    parent: "CNT-1",
    wording: {
      th: "ในตลาดที่ไม่มีการแข่งขันอยู่ก่อน การต่อสัญญาทำได้ต่อเมื่อเปิดการแข่งขันรอบใหม่แล้ว",
      en: "Where no competition exists already, a contract is renewed only after a new competition has been opened."
    }
  },
  "CNT-1b": {
    source: "OPDC-2557",
    parent: "CNT-1",
    wording: {
      th: "ตลาดมีสองประเภท คือ ตลาดที่มีการแข่งขันอยู่แล้ว และตลาดที่ยังไม่มีการแข่งขันซึ่งรัฐมอบหมายงานและแข่งขันกันตอนเสนองานและตอนต่อสัญญา มิใช่ระหว่างสัญญา",
      en: "A market either has competition already, or has none and the state delegates, so that competition comes at bidding and at renewal and not during the contract."
    }
  },
  "CNT-2": {
    source: "OPDC-2557",
    wording: {
      th: "เป้าหมายของการแข่งขันแต่ละข้อได้รับการให้คะแนน คือ การยกระดับประสิทธิภาพและประสิทธิผล การพัฒนาคุณภาพ การสร้างแรงจูงใจแก่ผู้ให้บริการในการริเริ่มนวัตกรรม และความเป็นธรรมและความทั่วถึง",
      en: "Each aim of contestability is rated: efficiency and effectiveness, quality, incentives for providers to innovate, and fairness and reach."
    }
  },
  "CNT-3": {
    source: "OPDC-2557",
    wording: {
      th: "ประชาชนร่วมตัดสินใจเกี่ยวกับรูปแบบและวิธีการให้บริการ และร่วมดำเนินการบางขั้นตอนได้",
      en: "People share in deciding the form and method of the service, and can deliver some steps themselves."
    }
  },
  "CNT-4": {
    source: "OPDC-2557",
    wording: {
      th: "ภารกิจไม่ซ้ำซ้อนกันระหว่างราชการส่วนกลาง ส่วนภูมิภาค และส่วนท้องถิ่น",
      en: "Missions do not overlap between central, provincial and local administration."
    }
  },
  "CNT-5": {
    source: "OPDC-2557",
    wording: {
      th: "เครื่องมือที่ศึกษาจากอังกฤษ ฟินแลนด์ และออสเตรเลียทดลองใช้ในอย่างน้อยหนึ่งหน่วยงานโดยความยินยอมของต้นสังกัด แล้วจึงจัดทำร่างกฎหมายและคู่มือ",
      en: "Tools studied in England, Finland and Australia are tried in at least one agency with its parent's consent, followed by a draft law and a manual."
    }
  },
  "PAR-1": {
    source: "OPDC",
    wording: {
      th: "การประเมินภาคีหุ้นส่วนพิจารณาท่าที ความพร้อม ขีดความสามารถ ประสบการณ์ ภารกิจที่ใกล้เคียง ความขัดแย้งกับผู้มอบภารกิจ บุคลากร งบประมาณ และเครื่องมือ",
      en: "The partner assessment covers stance, readiness, capability, experience, similar missions, conflicts with the owner, and people, money and tools."
    }
  },
  "PAR-1a": {
    source: "PHAKHI",
    parent: "PAR-1",
    wording: {
      th: "การประเมินภาคีหุ้นส่วนใช้กรอบทรัพยากรสี่ด้าน คือ บุคลากร งบประมาณ เทคโนโลยี และเครื่องมือ",
      en: "The partner assessment rates four kinds of resources: people, money, technology and tools."
    }
  }
} as const satisfies RuleTexts
