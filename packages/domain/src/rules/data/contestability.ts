import type { RuleTexts } from "../Rule.ts"
import { own, printed, section } from "../Sources.ts"

// Handbook section 8. Letters after a number are ours. CNT-1 carries the ‡ of CNT-1a, which is our decision.
export const contestability = {
  "CNT-1": {
    source: section("1.4"),
    wording: {
      th: "การแข่งขันในการให้บริการมีสองกรณี คือบริการที่มีภาคเอกชนให้บริการและมีสภาพการแข่งขันอยู่แล้ว เช่น การจัดหางาน การพัฒนาฝีมือแรงงานและทักษะต่าง ๆ การศึกษา และสาธารณสุข กับบริการที่ยังไม่มีสภาพการแข่งขัน",
      en: "Services are of two kinds: those that the private sector gives in competition already, as job placement, the training of labour and skills, education and health, and those without competition yet."
    }
  },
  "CNT-1a": {
    source: own,
    parent: "CNT-1",
    wording: {
      th: "ในตลาดที่ไม่มีการแข่งขันอยู่ก่อน การต่อสัญญาทำได้ต่อเมื่อเปิดการแข่งขันรอบใหม่แล้ว",
      en: "Where no competition exists already, a contract is renewed only after a new competition has been opened."
    }
  },
  "CNT-1b": {
    source: section("1.4"),
    word: "อาจ",
    parent: "CNT-1",
    wording: {
      th: "เมื่อยังไม่มีสภาพการแข่งขัน ภาครัฐอาจมอบอำนาจให้เอกชนดำเนินการแทน โดยแข่งขันกันในช่วงประมูลงานและช่วงต่อสัญญา ไม่ใช่ระหว่างการดำเนินงานตามสัญญา",
      en: "Where there is no competition yet, the state may delegate the service to the private sector; competition then comes at bidding and at renewal, and not during the contract."
    }
  },
  "CNT-2": {
    source: section("1.2"),
    wording: {
      th: "การให้ภาคส่วนอื่นมีส่วนร่วมมุ่งยกระดับประสิทธิภาพและประสิทธิผล พัฒนาคุณภาพ สร้างแรงจูงใจแก่ผู้ให้บริการในการริเริ่มนวัตกรรม และยกระดับความเป็นธรรมและความทั่วถึง",
      en: "Letting others share aims at efficiency and effectiveness, quality, incentives for providers to innovate, and fairness and reach."
    }
  },
  "CNT-2a": {
    source: own,
    parent: "CNT-2",
    wording: {
      th: "เป้าหมายของการแข่งขันแต่ละข้อได้รับการให้คะแนน",
      en: "Each aim of contestability is rated."
    }
  },
  "CNT-3": {
    source: section("1.2"),
    word: "อาจ",
    wording: {
      th: "ประชาชนมีส่วนร่วมตัดสินใจกำหนดรูปแบบและวิธีการจัดบริการ และอาจเข้ามาร่วมให้บริการในบางขั้นตอน",
      en: "People share in deciding the form and method of the service, and may join in giving some of its steps."
    }
  },
  "CNT-4": {
    source: section("1.3"),
    wording: {
      th: "ภาคส่วนอื่น โดยเฉพาะภาคเอกชน มีส่วนร่วมในการให้บริการสาธารณะทั้งในราชการส่วนกลาง ส่วนภูมิภาค และส่วนท้องถิ่นโดยสนับสนุนเชื่อมโยงและเกื้อกูลกัน ไม่เกิดการซ้ำซ้อน",
      en: "Others, above all the private sector, share in the public services of central, provincial and local administration in a way that supports and links them, without overlap."
    }
  },
  "CNT-5": {
    source: section("1.4"),
    wording: {
      th: "เครื่องมือที่ศึกษาจากอังกฤษ ฟินแลนด์ และออสเตรเลียทดลองในหน่วยงานอย่างน้อย 1 แห่งที่หน่วยงานต้นสังกัดให้ความร่วมมือ เพื่อศึกษาและร่างกฎหมายรองรับและทำเป็นคู่มือปฏิบัติ",
      en: "Tools studied in England, Finland and Australia are tried in at least one agency with the co-operation of its parent, towards a draft law and a manual."
    }
  },
  "PAR-1": {
    source: printed("process", 32),
    wording: {
      th: "การประเมินภาคส่วนอื่นที่จะรับมอบภารกิจดูภารกิจที่คล้ายคลึงกัน ท่าที ทัศนคติ หรือความขัดแย้งต่อหน่วยงานเจ้าของภารกิจ ความพร้อมด้านบุคลากร งบประมาณ เครื่องมือ ขีดความสามารถ และประสบการณ์",
      en: "Whoever is to take the mission on is assessed by similar missions, stance, attitude or conflict towards the owner, readiness in people, money and tools, capability and experience."
    }
  },
  "PAR-1a": {
    source: own,
    parent: "PAR-1",
    wording: {
      th: "การประเมินภาคีหุ้นส่วนใช้กรอบทรัพยากรสี่ด้าน คือ บุคลากร งบประมาณ เทคโนโลยี และเครื่องมือ",
      en: "The partner assessment rates four kinds of resources: people, money, technology and tools."
    }
  }
} as const satisfies RuleTexts
