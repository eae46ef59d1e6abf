import type { RuleTexts } from "../Rule.ts"

// Handbook section 1: who takes part, and the consent that everything rests on.
export const actors = {
  "ACT-1": {
    source: "OPDC",
    wording: {
      th: "ผู้มอบภารกิจ (หน่วยงานเจ้าของภารกิจ) คือหน่วยงานของรัฐในส่วนกลาง ส่วนภูมิภาค หรือส่วนท้องถิ่นที่มอบภารกิจให้ภาคส่วนอื่นดำเนินการ และยังคงรับผิดชอบต่อประชาชนในการเข้าถึงและคุณภาพของบริการ ไม่ว่าผู้ใดจะเป็นผู้ให้บริการ",
      en: "The mission owner is the central, provincial or local state agency that assigns the mission, and it stays responsible to the public for access and quality, whoever delivers the service."
    }
  },
  "ACT-2": {
    source: "OPDC",
    wording: {
      th: "ผู้รับมอบภารกิจ (ภาคีหุ้นส่วน) คือภาคประชาสังคม องค์กรชุมชน องค์กรปกครองส่วนท้องถิ่น ภาคเอกชน สถาบันทางวิชาการ หรือหน่วยงานอื่นของรัฐ ที่รับมอบภารกิจไปดำเนินการ",
      en: "The mission recipient, the partner, is a civil society or community organisation, a local government, a private or academic body or another state body that takes the mission on."
    }
  },
  "ACT-2a": {
    source: "PHAKHI",
    parent: "ACT-2",
    wording: {
      th: "ประเภทขององค์กรที่มีสิทธิเป็นผู้รับมอบภารกิจเป็นไปตามที่กำหนดไว้สำหรับแต่ละรูปแบบและแต่ละประกาศรับข้อเสนอ",
      en: "The kinds of organisation that are eligible as recipient are those set for the model and for the call."
    }
  },
  "ACT-3": {
    source: "OPDC",
    wording: {
      th: "ภาคส่วนอื่นสนับสนุน คือผู้แทนภาคประชาชน สถาบันทางวิชาการ หรือบุคคลที่เป็นที่ยอมรับในพื้นที่ ซึ่งมิใช่ทั้งผู้มอบและผู้รับมอบภารกิจ และทั้งสองฝ่ายเห็นชอบร่วมกัน",
      en: "A supporter is neither owner nor recipient: citizens' representatives, academic institutions or notable local persons on whom both sides agree."
    }
  },
  "ACT-4": {
    source: "OPDC",
    wording: {
      th: "ฝ่ายที่สาม คือผู้ริเริ่มและเป็นตัวกลางจับคู่ทั้งสองฝ่าย นำร่อง และติดตามผล เช่น ภาคเอกชน สถาบันทางวิชาการ ภาคประชาชน หรือสำนักงาน ก.พ.ร.",
      en: "A third party starts and brokers: it matches the two sides, pilots and follows up, as the private sector, academia, the people's sector, citizens or the Office of the OPDC do."
    }
  },
  "ACT-5": {
    source: "OPDC",
    wording: {
      th: "ผู้รับบริการและประชาชน คือผู้ที่ได้รับการรับฟังความคิดเห็น ให้ข้อเสนอแนะ ร้องเรียน และร่วมตรวจสอบบริการ",
      en: "Service users and the public are those who are consulted, give feedback, complain and audit the service."
    }
  },
  "ACT-6": {
    source: "OPDC",
    wording: {
      th: "ผู้ประเมิน คือผู้ประเมินภายในหรือผู้ประเมินภายนอกที่ประเมินผลการดำเนินงานตามข้อตกลง",
      en: "An evaluator, internal or external, is the one who evaluates the work done under the agreement."
    }
  },
  "ACT-7": {
    source: "OPDC",
    wording: {
      th: "ความสัมพันธ์ระหว่างผู้มอบภารกิจและผู้รับมอบภารกิจเป็นไปตามข้อตกลงหรือสัญญา มิใช่การสั่งการ และมิใช่การจ้างเหมาภายนอก",
      en: "Owner and recipient are related by agreement or contract: neither by command nor by outsourcing."
    }
  },
  "ACT-8": {
    source: "OPDC",
    wording: {
      th: "ทุกฝ่ายต้องยินยอมพร้อมใจ ตกลงร่วมกันทุกฝ่าย โดยมีข้อตกลงหรือสัญญา โครงการ แผนงาน บทบาทของแต่ละฝ่าย และแหล่งที่มาของทรัพยากรและงบประมาณ",
      en: "All sides must consent, and there must be an agreement or contract, a project, a work plan, each side's roles, and the sources of resources and money."
    }
  },
  "ACT-9": {
    source: "OPDC",
    wording: {
      th: "คณะกรรมการร่วม ประกอบด้วยผู้มอบภารกิจ ผู้รับมอบภารกิจ และภาคส่วนอื่นสนับสนุน โดยมีคณะทำงานสนับสนุนการดำเนินงาน",
      en: "The joint committee is made up of owner, recipient and supporters, with working groups."
    }
  },
  "ACT-10": {
    source: "OPDC",
    wording: {
      th: "สำนักงานเลขานุการ เป็นหน่วยร่วมของรูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม โดยผู้มอบภารกิจเป็นผู้จัดการโครงการ (Project Manager) และผู้รับมอบภารกิจเป็นฝ่ายปฏิบัติการ",
      en: "The joint secretariat serves commissioning, with the owner as project manager and the partner as operations."
    }
  },
  "ACT-11": {
    source: "PLAN",
    wording: {
      th: "กลุ่มพัฒนาระบบบริหารของกระทรวงหรือกรม เป็นผู้ขับเคลื่อนแผนปฏิบัติการ",
      en: "The administrative development group of the ministry or department drives the action plan."
    }
  },
  "ACT-12": {
    source: "PLAN",
    wording: {
      th: "แต่ละหน่วยงานมีผู้บริหารการเปลี่ยนแปลงระดับสูงซึ่งปฏิบัติหน้าที่เต็มเวลา",
      en: "Each agency has a senior executive for change who works on it full time."
    }
  }
} as const satisfies RuleTexts
