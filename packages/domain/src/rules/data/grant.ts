import type { RuleTexts } from "../Rule.ts"
import { own, printed } from "../Sources.ts"

// Handbook section 4, Grant. Letters after a GRA number are ours, one per part with a strength of its own. GRA-3
// carries the ‡ of GRA-3a, which is our decision.
export const grant = {
  "GRA-1": {
    source: printed("models", 15),
    wording: {
      th: "การเตรียมความพร้อม (Preparation) คือผู้มอบภารกิจกำหนดภารกิจ ระบุเงื่อนไข คุณสมบัติของผู้รับมอบภารกิจ และรายละเอียดกิจกรรมที่ชัดเจน ส่วนผู้รับมอบภารกิจเตรียมความพร้อมยื่นข้อเสนอและเอกสาร",
      en: "In preparation the owner sets the mission and states conditions, the recipient's qualifications and the details of activities clearly, and the recipient gets ready to propose."
    }
  },
  "GRA-2": {
    source: printed("models", 15),
    wording: {
      th: "การยื่นข้อเสนอ (Application) คือผู้มอบภารกิจกำหนดหลักเกณฑ์และขั้นตอนให้ชัดเจนพร้อมให้คำปรึกษา ส่วนผู้รับมอบภารกิจยื่นข้อเสนอและทำความเข้าใจหลักเกณฑ์ เงื่อนไข วิธีการ ขั้นตอน และงบประมาณ",
      en: "In application the owner sets criteria and steps clearly and advises, and the recipient applies and comes to understand criteria, conditions, method, steps and budget."
    }
  },
  "GRA-2a": {
    source: printed("models", 15),
    word: "ควร",
    parent: "GRA-2",
    wording: {
      th: "ผู้มอบภารกิจควรกำหนดรูปแบบ หลักเกณฑ์ และขั้นตอนในการยื่นข้อเสนอและการพิจารณาเงินอุดหนุน",
      en: "The owner should set the form, criteria and steps of applying for the grant and of deciding on it."
    }
  },
  "GRA-3": {
    source: printed("models", 15),
    wording: {
      th: "การรับงบประมาณ (Receipt) คือผู้มอบภารกิจจัดสรรเงินอุดหนุน และผู้รับมอบภารกิจรับงบประมาณ",
      en: "In receipt the owner allocates the grant and the recipient receives the budget."
    }
  },
  "GRA-3a": {
    source: own,
    parent: "GRA-3",
    wording: {
      th: "การเพิ่มเติม แก้ไข หรือผ่อนปรนเงื่อนไขของเงินอุดหนุนที่กระทบต่อวัตถุประสงค์ของภารกิจทำไม่ได้",
      en: "A change of a grant's conditions that touches the mission's objectives is refused."
    }
  },
  "GRA-3b": {
    source: printed("models", 15),
    word: "สามารถ",
    parent: "GRA-3",
    wording: {
      th: "เงื่อนไขหรือข้อกำหนดของเงินอุดหนุนสามารถเพิ่มเติม แก้ไข หรือผ่อนปรนได้ โดยไม่กระทบต่อวัตถุประสงค์ของการดำเนินภารกิจ",
      en: "Conditions of a grant may be added, changed or relaxed without touching the mission's objectives."
    }
  },
  "GRA-3c": {
    source: own,
    parent: "GRA-3",
    wording: {
      th: "การปรับเงื่อนไขของเงินอุดหนุนเสนอโดยผู้รับมอบภารกิจและอนุมัติโดยผู้มอบภารกิจ",
      en: "A change of a grant's conditions is asked for by the recipient and approved by the owner."
    }
  },
  "GRA-3d": {
    source: printed("models", 15),
    word: "อาจ",
    parent: "GRA-3",
    wording: {
      th: "ผู้มอบภารกิจอาจพัฒนาขีดความสามารถของผู้รับมอบภารกิจ เช่น ฝึกอบรมการจัดทำบัญชี งบประมาณ และหลักฐานการใช้จ่าย",
      en: "The owner may build the recipient's capacity, as by training in accounts, budget and evidence of spending."
    }
  },
  "GRA-4": {
    source: printed("models", 15),
    wording: {
      th: "การจัดทำบริการสาธารณะตามที่ได้รับการจัดสรรเงินอุดหนุน (Delivery on funded activity) คือผู้รับมอบภารกิจวางแผน ใช้จ่ายอย่างเป็นระบบ และจัดทำรายงานความคืบหน้าเป็นระยะพร้อมตารางบัญชีสรุปการใช้จ่ายแนบท้าย ส่วนผู้มอบภารกิจให้คำปรึกษา ติดตาม และประเมินผลอย่างต่อเนื่อง",
      en: "In delivery the recipient plans, spends systematically and makes progress reports at intervals with the summary account of spending attached, while the owner advises, follows and evaluates continuously."
    }
  },
  "GRA-4a": {
    source: printed("models", 15),
    word: "ควร",
    parent: "GRA-4",
    wording: {
      th: "หากติดขัด ผู้รับมอบภารกิจควรแจ้งเป็นลายลักษณ์อักษร เพื่อแก้ไขได้ทันที",
      en: "When held up, the recipient should say so in writing, so that it can be fixed at once."
    }
  },
  "GRA-C": {
    source: printed("models", 15),
    word: "ควร",
    wording: {
      th: "ผู้มอบภารกิจควรกำหนดหลักเกณฑ์การพิจารณาเงินอุดหนุน เช่น เกณฑ์ด้านความเชี่ยวชาญ มาตรฐานขององค์กร พื้นที่ให้บริการ ผลงาน และการสร้างภาคีเครือข่าย",
      en: "The owner should set the criteria by which grants are decided, such as expertise, the organisation's standards, the area of service, its record and its network."
    }
  },
  "GRA-C1": {
    source: printed("models", 15),
    parent: "GRA-C",
    wording: {
      th: "เกณฑ์พิจารณาเงินอุดหนุนข้อหนึ่งคือความเชี่ยวชาญและความชำนาญ",
      en: "One criterion for grants is expertise and skill."
    }
  },
  "GRA-C2": {
    source: printed("models", 15),
    parent: "GRA-C",
    wording: {
      th: "เกณฑ์พิจารณาเงินอุดหนุนข้อหนึ่งคือการกำหนดมาตรฐานขององค์กร",
      en: "One criterion for grants is the standards that the organisation has set."
    }
  },
  "GRA-C3": {
    source: printed("models", 15),
    parent: "GRA-C",
    wording: {
      th: "เกณฑ์พิจารณาเงินอุดหนุนข้อหนึ่งคือพื้นที่ให้บริการเป้าหมาย",
      en: "One criterion for grants is the target area of service."
    }
  },
  "GRA-C4": {
    source: printed("models", 15),
    parent: "GRA-C",
    wording: {
      th: "เกณฑ์พิจารณาเงินอุดหนุนข้อหนึ่งคือผลงาน/ประวัติหรือชื่อเสียงที่ได้รับการยอมรับเป็นที่ประจักษ์",
      en: "One criterion for grants is work, record or reputation that is evidently recognised."
    }
  },
  "GRA-C5": {
    source: printed("models", 15),
    parent: "GRA-C",
    wording: {
      th: "เกณฑ์พิจารณาเงินอุดหนุนข้อหนึ่งคือความสามารถในการสร้างภาคีเครือข่ายหรือการขยายผลในอนาคต",
      en: "One criterion for grants is the ability to build a network of partners or to extend results in future."
    }
  },
  "GRA-Ca": {
    source: own,
    parent: "GRA-C",
    wording: {
      th: "หน่วยงานเพิ่มเกณฑ์พิจารณาเงินอุดหนุนของตนได้",
      en: "An agency can add criteria of its own for grants."
    }
  }
} as const satisfies RuleTexts
