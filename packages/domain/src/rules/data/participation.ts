import type { RuleTexts } from "../Rule.ts"

// Handbook section 13. Letters after a number are ours, for parts with a strength of their own.
export const participation = {
  "PRT-1": {
    source: "PLAN",
    wording: {
      th: "ประชาชนและผู้รับบริการได้รับการรับฟังความคิดเห็น",
      en: "The people and the service users are consulted."
    }
  },
  "PRT-1a": {
    source: "PHAKHI",
    parent: "PRT-1",
    wording: {
      th: "การรับฟังความคิดเห็นมีคำถาม ระยะเวลา และคำตอบที่เผยแพร่",
      en: "A consultation has a question, a period and a published answer."
    }
  },
  "PRT-2": {
    source: "PLAN",
    wording: {
      th: "ผู้รับบริการให้ข้อเสนอแนะและประเมินความพึงพอใจ",
      en: "Service users give feedback and rate their satisfaction."
    }
  },
  "PRT-3": {
    source: "PLAN",
    wording: {
      th: "ข้อร้องเรียนได้รับการแก้ไขและตอบให้เข้าใจ",
      en: "Complaints are solved, and answered so that they are understood."
    }
  },
  "PRT-3a": {
    source: "PHAKHI",
    parent: "PRT-3",
    wording: {
      th: "ข้อร้องเรียนได้รับคำตอบภายในเวลาที่กำหนด",
      en: "A complaint is answered within a set time."
    }
  },
  "PRT-4": {
    source: "PLAN",
    wording: {
      th: "ประชาชนเรียนรู้ ให้ความเห็น และตรวจสอบคุณภาพบริการและผลงานอย่างเป็นระบบ (People's Audit)",
      en: "In a People's Audit citizens learn, give opinions and check service quality and results systematically."
    }
  },
  "PRT-4a": {
    source: "PHAKHI",
    parent: "PRT-4",
    wording: {
      th: "การตรวจสอบโดยประชาชนใช้แบบตรวจ และหน่วยงานมีหน้าที่ตอบ",
      en: "A People's Audit uses a checklist, and the agency has a duty to answer."
    }
  },
  "PRT-5": {
    source: "PLAN",
    wording: {
      th: "การดำเนินงานและการใช้จ่ายเปิดเผยต่อสาธารณะ",
      en: "Work and spending are open to the public."
    }
  },
  "PRT-5a": {
    source: "PHAKHI",
    parent: "PRT-5",
    wording: {
      th: "ข้อมูลเปิดเผยต่อสาธารณะเว้นแต่มีเหตุผลบันทึกไว้",
      en: "Information is public unless a reason is recorded."
    }
  },
  "PRT-5b": {
    source: "PHAKHI",
    parent: "PRT-5",
    wording: {
      th: "หลักฐานเปิดเผยเฉพาะคู่ความร่วมมือจนกว่าหน่วยงานเจ้าของภารกิจจะเผยแพร่โดยมีเหตุผล ไฟล์ของฝ่ายอื่นเผยแพร่ได้เมื่อฝ่ายนั้นยินยอม ไฟล์ที่มีข้อมูลส่วนบุคคลไม่เผยแพร่ และการเผยแพร่ยุติได้โดยมีเหตุผล",
      en: "Evidence is for the parties until the mission owner publishes it, with a reason; what another side gave, once that side agrees; what holds personal data, never. Publishing can be stopped, with a reason."
    }
  },
  "PRT-6": {
    source: "PLAN",
    wording: {
      th: "เครือข่ายประชาชนจัดตั้งตามภาคและจังหวัด",
      en: "Citizen networks are formed by region and province."
    }
  }
} as const satisfies RuleTexts
