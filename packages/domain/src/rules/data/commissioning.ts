import type { RuleTexts } from "../Rule.ts"
import { own, printed } from "../Sources.ts"

// Handbook section 4, commissioning, and the rules for adapting any process. Letters after a COM number are ours.
// COM-1 carries the ‡ of COM-1a, which is our decision.
export const commissioning = {
  "COM-1": {
    source: printed("models", 26),
    wording: {
      th: "การจัดลำดับความสำคัญของภารกิจและผลลัพธ์เป็นการตัดสินใจร่วมกันอย่างเสมอภาคของผู้มอบภารกิจและภาคส่วนอื่นที่เป็นคู่สัญญา โดยจำแนกหน้าที่อย่างชัดเจน",
      en: "Ranking missions and results is a joint decision of the owner and its partners by contract as equals, with duties clearly divided."
    }
  },
  "COM-1a": {
    source: own,
    parent: "COM-1",
    wording: {
      th: "ลำดับความสำคัญของภารกิจและผลลัพธ์มีผลเมื่อทั้งสองฝ่ายยืนยัน",
      en: "The order of missions and results stands once both sides have confirmed it."
    }
  },
  "COM-1b": {
    source: printed("models", 26),
    word: "ควร",
    parent: "COM-1",
    wording: {
      th: "ผู้มอบภารกิจควรมีบทบาทในฐานะผู้จัดการโครงการ (Project Manager) ส่วนภาคส่วนอื่นที่เป็นหุ้นส่วนควรมีบทบาทในฐานะฝ่ายปฏิบัติการ",
      en: "The owner should act as project manager, and the partner as operations."
    }
  },
  "COM-1c": {
    source: printed("models", 26),
    word: "ควร",
    parent: "COM-1",
    wording: {
      th: "โครงสร้างความร่วมมือควรมีลักษณะทางการเป็นฝ่ายเลขานุการร่วมกัน พร้อมสำนักงานเลขานุการ",
      en: "The structure of the cooperation should be a formal joint secretariat, with an office of its own."
    }
  },
  "COM-2": {
    source: printed("models", 26),
    wording: {
      th: "การประเมินความจำเป็นและความต้องการของกลุ่มเป้าหมายใช้ข้อมูลสภาพปัญหาและข้อเท็จจริง และกระบวนการปรึกษาหารือร่วมกับกลุ่มผู้รับบริการ",
      en: "What the target group needs and wants is assessed from problems and facts, and by consulting together with the service users."
    }
  },
  "COM-3": {
    source: printed("models", 26),
    wording: {
      th: "การจัดสรรทรัพยากรเพื่อการจัดบริการสาธารณะทบทวนผลลัพธ์ร่วมกับความต้องการของผู้รับบริการเป็นสำคัญ",
      en: "Resources for the public service are allocated with the results reviewed together with the users' needs above all."
    }
  },
  "COM-3a": {
    source: printed("models", 26),
    word: "อาจ",
    parent: "COM-3",
    wording: {
      th: "กรณีงบประมาณไม่เพียงพอ อาจพิจารณาภารกิจรองลงมาเป็นตัวเลือกต่อไป",
      en: "If the budget does not suffice, the mission next in order may be considered instead."
    }
  },
  "COM-3b": {
    source: printed("models", 26),
    word: "ควร",
    parent: "COM-3",
    wording: {
      th: "ควรประเมินทรัพยากรและงบประมาณที่จำเป็นต้องใช้ โดยทบทวนผลลัพธ์ร่วมกับความต้องการของผู้รับบริการเป็นสำคัญ",
      en: "The resources and the budget that are needed should be assessed, above all by reviewing the results together with what the service users need."
    }
  },
  "COM-4": {
    source: printed("models", 27),
    wording: {
      th: "การกำหนดรูปแบบการจัดบริการสาธารณะที่เหมาะสมกับกลุ่มเป้าหมายทำให้สอดคล้องกับกลุ่มเป้าหมายและงบประมาณที่จัดสรรให้ภาคีหุ้นส่วน",
      en: "The form of the public service is set to fit the target group and the budget that the partner is given."
    }
  },
  "COM-5": {
    source: printed("models", 27),
    word: "ต้อง",
    wording: {
      th: "การจัดบริการสาธารณะต้องอยู่ในวิสัยของขีดความสามารถและศักยภาพที่ผู้รับมอบภารกิจดำเนินการได้จริง",
      en: "The public service must be within the capability and potential that the recipient really has."
    }
  },
  "COM-6": {
    source: printed("models", 27),
    word: "ต้อง",
    wording: {
      th: "ผู้มอบภารกิจต้องมีกระบวนการติดตามและประเมินผลความสำเร็จ โดยร่วมมือกับกลุ่มผู้ให้บริการในฐานะผู้มีส่วนได้เสีย ตามขั้นตอนการติดตามและประเมินผล",
      en: "The owner must have a process of follow-up and evaluation, in cooperation with the service providers as stakeholders."
    }
  },
  "COM-6a": {
    source: own,
    parent: "COM-6",
    wording: {
      th: "ผู้รับบริการร่วมในการติดตามและประเมินผล",
      en: "Service users take part in follow-up and evaluation."
    }
  },
  "COM-6b": {
    source: printed("models", 27),
    word: "ควร",
    parent: "COM-6",
    wording: {
      th: "ผลของภารกิจและข้อมูลที่ได้ควรนำมาประเมินและวิเคราะห์ร่วมกัน เพื่อปรับปรุง พัฒนา หรือยกระดับบริการ หรือขยายไปยังภารกิจอื่น",
      en: "The results and data should be evaluated and analysed together, so as to improve, develop or raise the service or to extend it to other missions."
    }
  },
  "PRO-1": {
    source: own,
    wording: {
      th: "หน่วยงานปรับกระบวนการได้ด้วยส่วนปรับแต่งที่มีเลขรุ่น และนิยามกระบวนการใช้งานได้ต่อเมื่อตรวจแล้วว่าทุกขั้นตอนเข้าถึงได้ ไม่มีทางตัน เงื่อนไขอ้างถึงสิ่งที่มีอยู่จริง และไม่ตัดข้อกำหนดที่มีเครื่องหมาย ‡",
      en: "An agency adapts a process by a versioned overlay, and a definition is used only once checked: every step reachable, no dead end, gates refer to what exists, and no ‡ rule removed."
    }
  },
  "PRO-2": {
    source: own,
    wording: {
      th: "เรื่องที่รออยู่มีกำหนดเวลา: ตอบหนังสือแจ้งปัญหาภายใน 15 วัน ส่งรายงานภายใน 30 วันนับแต่วันสิ้นสุดกิจกรรมตามแผนหรือวันสิ้นสุดข้อตกลง กระทบยอดบัญชีภายใน 60 วัน ตรวจสอบบัญชีภายใน 90 วัน และปิดบัญชีภายใน 120 วันนับแต่วันสิ้นสุดข้อตกลง กำหนดที่หน่วยงานตั้งไว้เร็วกว่าให้ใช้กำหนดนั้น",
      en: "What waits has a time: a notice is answered within 15 days; a report is given within 30 days after an activity of the plan or the agreement ends; accounts are reconciled within 60, audited within 90 and closed within 120 days after the agreement ends. An earlier time that the agency has set counts."
    }
  }
} as const satisfies RuleTexts
