import type { RuleTexts } from "../Rule.ts"

// Handbook section 4, commissioning, and the rule for adapting any process. Letters after a COM number are ours.
// The handbook marks COM-1 ‡ without a word of strength; the text is the source's own and not our decision, hence must.
export const commissioning = {
  "COM-1": {
    source: "OPDC",
    wording: {
      th: "การจัดลำดับความสำคัญของภารกิจและผลลัพธ์ต้องเป็นการตัดสินใจร่วมกันอย่างเท่าเทียม และแบ่งหน้าที่กัน",
      en: "Ranking missions and results must be an equal joint decision of both sides, with duties divided."
    }
  },
  "COM-1a": {
    source: "OPDC",
    parent: "COM-1",
    wording: {
      th: "ลำดับความสำคัญของภารกิจและผลลัพธ์ต้องได้รับความเห็นชอบจากทั้งสองฝ่ายอย่างเท่าเทียมกัน",
      en: "The order of missions and results must be decided by both sides, each with an equal say."
    }
  },
  "COM-1b": {
    source: "OPDC",
    parent: "COM-1",
    wording: {
      th: "ผู้มอบภารกิจควรเป็นผู้จัดการโครงการ (Project Manager) และผู้รับมอบภารกิจควรเป็นฝ่ายปฏิบัติการ",
      en: "The owner should be the project manager, and the partner should be operations."
    }
  },
  "COM-1c": {
    source: "OPDC",
    parent: "COM-1",
    wording: {
      th: "ควรมีฝ่ายเลขานุการร่วมอย่างเป็นทางการพร้อมสำนักงานเลขานุการ",
      en: "There should be a formal joint secretariat with an office of its own."
    }
  },
  "COM-2": {
    source: "OPDC",
    wording: {
      th: "การประเมินความจำเป็นและความต้องการของกลุ่มเป้าหมายทำโดยรวบรวมข้อเท็จจริงและปัญหา และรับฟังความคิดเห็นของผู้รับบริการ",
      en: "The needs and wants of the target group are assessed from facts and problems and by consulting the service users."
    }
  },
  "COM-3": {
    source: "OPDC",
    wording: {
      th: "การจัดสรรทรัพยากรเพื่อการจัดบริการสาธารณะพิจารณาทรัพยากรและงบประมาณที่จำเป็น และทบทวนผลลัพธ์เทียบกับความต้องการของผู้รับบริการ",
      en: "Resources for the public service are allocated by the resources and money needed, and results are reviewed with users' needs."
    }
  },
  "COM-3a": {
    source: "OPDC",
    parent: "COM-3",
    wording: {
      th: "หากทรัพยากรไม่เพียงพอ อาจเลือกดำเนินภารกิจในลำดับถัดไปแทน",
      en: "If resources are short, the next mission in the order may be taken instead."
    }
  },
  "COM-4": {
    source: "OPDC",
    wording: {
      th: "การกำหนดรูปแบบการจัดบริการสาธารณะที่เหมาะสมกับกลุ่มเป้าหมายทำให้สอดคล้องกับกลุ่มเป้าหมายและงบประมาณ",
      en: "The form of the public service is designed to fit the target group and the budget."
    }
  },
  "COM-5": {
    source: "OPDC",
    wording: {
      th: "การจัดบริการสาธารณะของผู้รับมอบภารกิจต้องอยู่ภายในขีดความสามารถและศักยภาพของตนเท่านั้น",
      en: "In delivering the public service the recipient must do only what is within its capability and potential."
    }
  },
  "COM-6": {
    source: "OPDC",
    wording: {
      th: "การติดตามและประเมินผลต้องดำเนินการโดยผู้มอบภารกิจ โดยผู้ให้บริการร่วมในฐานะผู้มีส่วนได้ส่วนเสีย",
      en: "Follow-up and evaluation must be done by the owner, with the service providers taking part as stakeholders."
    }
  },
  "COM-6a": {
    source: "PHAKHI",
    parent: "COM-6",
    wording: {
      th: "ผู้รับบริการร่วมในการติดตามและประเมินผล",
      en: "Service users take part in follow-up and evaluation."
    }
  },
  "COM-6b": {
    source: "OPDC",
    parent: "COM-6",
    wording: {
      th: "ผลการติดตามและประเมินผลใช้เพื่อปรับปรุง พัฒนา ยกระดับ หรือขยายบริการ",
      en: "The results of evaluation are used to improve, develop, raise or extend the service."
    }
  },
  "PRO-1": {
    source: "PHAKHI",
    wording: {
      th: "หน่วยงานปรับกระบวนการได้ด้วยส่วนปรับแต่งที่มีเลขรุ่น และนิยามกระบวนการใช้งานได้ต่อเมื่อตรวจแล้วว่าทุกขั้นตอนเข้าถึงได้ ไม่มีทางตัน เงื่อนไขอ้างถึงสิ่งที่มีอยู่จริง และไม่ตัดข้อกำหนดที่มีเครื่องหมาย ‡",
      en: "An agency adapts a process by a versioned overlay, and a definition is used only once checked: every step reachable, no dead end, gates refer to what exists, and no ‡ rule removed."
    }
  },
  "PRO-2": {
    source: "PHAKHI",
    wording: {
      th: "เรื่องที่รออยู่มีกำหนดเวลา: ตอบหนังสือแจ้งปัญหาภายใน 15 วัน ส่งรายงานภายใน 30 วันนับแต่วันสิ้นสุดกิจกรรมตามแผนหรือวันสิ้นสุดข้อตกลง กระทบยอดบัญชีภายใน 60 วัน ตรวจสอบบัญชีภายใน 90 วัน และปิดบัญชีภายใน 120 วันนับแต่วันสิ้นสุดข้อตกลง กำหนดที่หน่วยงานตั้งไว้เร็วกว่าให้ใช้กำหนดนั้น",
      en: "What waits has a time: a notice is answered within 15 days; a report is given within 30 days after an activity of the plan or the agreement ends; accounts are reconciled within 60, audited within 90 and closed within 120 days after the agreement ends. An earlier time that the agency has set counts."
    }
  }
} as const satisfies RuleTexts
