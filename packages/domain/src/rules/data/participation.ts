import type { RuleTexts } from "../Rule.ts"
import { own, slide } from "../Sources.ts"

// Handbook section 13. Letters after a number are ours, for parts with a strength of their own.
export const participation = {
  "PRT-1": {
    source: slide("decree"),
    wording: {
      th: "ส่วนราชการวิเคราะห์ผลดีผลเสียและรับฟังความคิดเห็นของประชาชน หากเกิดปัญหารีบแก้ไข (มาตรา 8)",
      en: "Agencies study gains and losses and hear the people, and put problems right at once (section 8)."
    }
  },
  "PRT-1a": {
    source: own,
    parent: "PRT-1",
    wording: {
      th: "การรับฟังความคิดเห็นมีคำถาม ระยะเวลา และคำตอบที่เผยแพร่",
      en: "A consultation has a question, a period and a published answer."
    }
  },
  "PRT-2": {
    source: slide("decree"),
    wording: {
      th: "คณะผู้ประเมินอิสระประเมินผลสัมฤทธิ์ คุณภาพ และความพอใจของประชาชน (มาตรา 45)",
      en: "Independent evaluators assess results, quality and how satisfied the people are (section 45)."
    }
  },
  "PRT-3": {
    source: slide("decree"),
    word: "ต้อง",
    wording: {
      th: "หากมีข้อร้องเรียน ต้องแก้ไขและตอบให้เข้าใจ (มาตรา 41–42)",
      en: "Complaints must be solved, and answered so that they are understood (sections 41 and 42)."
    }
  },
  "PRT-3a": {
    source: own,
    parent: "PRT-3",
    wording: {
      th: "ข้อร้องเรียนได้รับคำตอบภายในเวลาที่กำหนด",
      en: "A complaint is answered within a set time."
    }
  },
  "PRT-4": {
    source: slide("pilots"),
    wording: {
      th: "ประชาชนเข้ามาร่วมรับรู้ แสดงความคิดเห็น และตรวจสอบคุณภาพการให้บริการและผลการปฏิบัติงานของส่วนราชการได้อย่างเป็นระบบ (People's Audit)",
      en: "In a People's Audit citizens share in knowing, give opinions and check service quality and results of agencies systematically."
    }
  },
  "PRT-4a": {
    source: own,
    parent: "PRT-4",
    wording: {
      th: "การตรวจสอบโดยประชาชนใช้แบบตรวจ และหน่วยงานมีหน้าที่ตอบ",
      en: "A People's Audit uses a checklist, and the agency has a duty to answer."
    }
  },
  "PRT-5": {
    source: slide("decree"),
    wording: {
      th: "ทุกเรื่องเป็นเรื่องเปิดเผย และเผยแพร่ข้อมูลงบรายจ่าย (มาตรา 43–44)",
      en: "Every matter is open, and figures of spending are published (sections 43 and 44)."
    }
  },
  "PRT-5a": {
    source: own,
    parent: "PRT-5",
    wording: {
      th: "ข้อมูลเปิดเผยต่อสาธารณะเว้นแต่มีเหตุผลบันทึกไว้",
      en: "Information is public unless a reason is recorded."
    }
  },
  "PRT-5b": {
    source: own,
    parent: "PRT-5",
    wording: {
      th: "หลักฐานเปิดเผยเฉพาะคู่ความร่วมมือจนกว่าหน่วยงานเจ้าของภารกิจจะเผยแพร่โดยมีเหตุผล ไฟล์ของฝ่ายอื่นเผยแพร่ได้เมื่อฝ่ายนั้นยินยอม ไฟล์ที่มีข้อมูลส่วนบุคคลไม่เผยแพร่ และการเผยแพร่ยุติได้โดยมีเหตุผล",
      en: "Evidence is for the parties until the mission owner publishes it, with a reason; what another side gave, once that side agrees; what holds personal data, never. Publishing can be stopped, with a reason."
    }
  },
  "PRT-6": {
    source: slide("pilots"),
    wording: {
      th: "ประชาชนรวมกลุ่มจัดตั้งเป็นเครือข่ายการมีส่วนร่วมของประชาชนในการพัฒนาระบบราชการใน 4 ภูมิภาค และมีช่องทางให้ข้อเสนอแนะใน 75 จังหวัด",
      en: "The people form networks for taking part in developing the administration in four regions, and have channels for suggestions in 75 provinces."
    }
  }
} as const satisfies RuleTexts
