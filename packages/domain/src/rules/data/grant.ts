import type { RuleTexts } from "../Rule.ts"

// Handbook section 4, Grant. Letters after GRA-3 and GRA-4 are ours, one per part with a strength of its own.
// The handbook marks GRA-3 ‡ without a word of strength; the text is the source's own and not our decision, hence must.
export const grant = {
  "GRA-1": {
    source: "OPDC",
    wording: {
      th: "การเตรียมความพร้อม (Preparation) คือผู้มอบภารกิจแจ้งภารกิจ เงื่อนไข คุณสมบัติของผู้รับมอบ และรายละเอียดกิจกรรมให้ชัดเจน และผู้รับมอบภารกิจเตรียมข้อเสนอและเอกสาร",
      en: "In preparation the owner states the mission, conditions, recipient's qualifications and activity details clearly, and the recipient prepares proposal and documents."
    }
  },
  "GRA-2": {
    source: "OPDC",
    wording: {
      th: "การยื่นข้อเสนอ (Application) คือผู้มอบภารกิจกำหนดแบบ เกณฑ์ และขั้นตอนการยื่นและการพิจารณา พร้อมให้คำแนะนำ และผู้รับมอบภารกิจยื่นข้อเสนอโดยเข้าใจเกณฑ์ เงื่อนไข วิธีการ และงบประมาณ",
      en: "In application the owner sets the form, criteria and steps of applying and deciding and advises, and the recipient applies knowing criteria, conditions, method and budget."
    }
  },
  "GRA-3": {
    source: "OPDC",
    wording: {
      th: "การรับงบประมาณ (Receipt) คือผู้มอบภารกิจจัดสรรและผู้รับมอบภารกิจรับงบประมาณ โดยการปรับเงื่อนไขต้องไม่กระทบต่อวัตถุประสงค์ของภารกิจ",
      en: "In receipt the owner allocates and the recipient receives the budget, and a change of conditions must not touch the mission's objectives."
    }
  },
  "GRA-3a": {
    source: "OPDC",
    parent: "GRA-3",
    wording: {
      th: "การเพิ่ม เปลี่ยน หรือผ่อนปรนเงื่อนไขของเงินอุดหนุนต้องไม่กระทบต่อวัตถุประสงค์ของภารกิจ",
      en: "Adding, changing or relaxing conditions of a grant must not touch the mission's objectives."
    }
  },
  "GRA-3b": {
    source: "OPDC",
    parent: "GRA-3",
    wording: {
      th: "เงื่อนไขของเงินอุดหนุนอาจเพิ่ม เปลี่ยน หรือผ่อนปรนได้",
      en: "Conditions of a grant may be added, changed or relaxed."
    }
  },
  "GRA-3c": {
    source: "PHAKHI",
    parent: "GRA-3",
    wording: {
      th: "การปรับเงื่อนไขของเงินอุดหนุนเสนอโดยผู้รับมอบภารกิจและอนุมัติโดยผู้มอบภารกิจ",
      en: "A change of a grant's conditions is asked for by the recipient and approved by the owner."
    }
  },
  "GRA-3d": {
    source: "OPDC",
    parent: "GRA-3",
    wording: {
      th: "ผู้มอบภารกิจอาจพัฒนาขีดความสามารถของผู้รับมอบภารกิจ เช่น อบรมด้านบัญชี งบประมาณ และหลักฐานการใช้จ่าย",
      en: "The owner may build the recipient's capacity, as by training in accounting, budget and evidence of spending."
    }
  },
  "GRA-4": {
    source: "OPDC",
    wording: {
      th: "การจัดทำบริการสาธารณะตามที่ได้รับการจัดสรรเงินอุดหนุน (Delivery on funded activity) คือผู้รับมอบภารกิจวางแผน ใช้จ่ายอย่างเป็นระบบ และรายงานความก้าวหน้าเป็นระยะพร้อมแนบตารางการใช้จ่าย โดยผู้มอบภารกิจให้คำแนะนำ ติดตาม และประเมินผลอย่างต่อเนื่อง",
      en: "In delivery the recipient plans, spends systematically and sends periodic progress reports with the expenditure table attached, while the owner advises, follows and evaluates continuously."
    }
  },
  "GRA-4a": {
    source: "OPDC",
    parent: "GRA-4",
    wording: {
      th: "ผู้รับมอบภารกิจควรแจ้งปัญหาเป็นลายลักษณ์อักษรเพื่อให้แก้ไขได้ทันที",
      en: "The recipient should notify a problem in writing, so that it can be fixed at once."
    }
  },
  "GRA-C": {
    source: "OPDC",
    wording: {
      th: "เกณฑ์พิจารณาข้อเสนอขอรับเงินอุดหนุนเป็นรายการเปิดที่หน่วยงานเพิ่มเกณฑ์ได้",
      en: "The criteria for grant proposals are an open list to which agencies can add."
    }
  },
  "GRA-C1": {
    source: "OPDC",
    parent: "GRA-C",
    wording: {
      th: "ข้อเสนอขอรับเงินอุดหนุนพิจารณาจากความเชี่ยวชาญและความชำนาญ",
      en: "Grant proposals are judged by expertise and skill."
    }
  },
  "GRA-C2": {
    source: "OPDC",
    parent: "GRA-C",
    wording: {
      th: "ข้อเสนอขอรับเงินอุดหนุนพิจารณาจากการกำหนดมาตรฐานขององค์กร",
      en: "Grant proposals are judged by the standards that the organisation has set."
    }
  },
  "GRA-C3": {
    source: "OPDC",
    parent: "GRA-C",
    wording: {
      th: "ข้อเสนอขอรับเงินอุดหนุนพิจารณาจากพื้นที่ให้บริการเป้าหมาย",
      en: "Grant proposals are judged by the target area of service."
    }
  },
  "GRA-C4": {
    source: "OPDC",
    parent: "GRA-C",
    wording: {
      th: "ข้อเสนอขอรับเงินอุดหนุนพิจารณาจากผลงาน/ประวัติหรือชื่อเสียงที่ได้รับการยอมรับเป็นที่ประจักษ์",
      en: "Grant proposals are judged by work, record or reputation that is evidently recognised."
    }
  },
  "GRA-C5": {
    source: "OPDC",
    parent: "GRA-C",
    wording: {
      th: "ข้อเสนอขอรับเงินอุดหนุนพิจารณาจากความสามารถในการสร้างภาคีเครือข่ายหรือการขยายผลในอนาคต",
      en: "Grant proposals are judged by the ability to build a network of partners or to extend results in future."
    }
  }
} as const satisfies RuleTexts
