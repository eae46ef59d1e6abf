import type { RuleTexts } from "../Rule.ts"
import { own, printed } from "../Sources.ts"

// Handbook section 4, performance-based contracting. Letters after a PBC number are ours. PBC-1 and PBC-7 carry the ‡
// of PBC-1a and PBC-7a, which are our decisions.
export const contracting = {
  "PBC-1": {
    source: printed("models", 20),
    wording: {
      th: "ภาครัฐประกาศรายการภารกิจเพื่อเปิดรับข้อเสนอ ซึ่งประกอบด้วยขอบเขตงาน วัตถุประสงค์ ระยะเวลา หลักเกณฑ์การพิจารณาคัดเลือก วิธีการจัดสรรงบประมาณ และการประเมินโครงการที่ชัดเจน",
      en: "The state announces the missions that it opens for proposals, with a clear scope, objectives, period, selection criteria, method of allocating the budget, and evaluation."
    }
  },
  "PBC-1a": {
    source: own,
    parent: "PBC-1",
    wording: {
      th: "ประกาศรับข้อเสนอเผยแพร่ได้เมื่อระบุขอบเขต วัตถุประสงค์ ระยะเวลา หลักเกณฑ์คัดเลือก วิธีจัดสรรงบประมาณ และการประเมินครบทุกข้อ",
      en: "A call is announced only once scope, objectives, period, selection criteria, budget method and evaluation are all stated."
    }
  },
  "PBC-2": {
    source: printed("models", 20),
    wording: {
      th: "ภาคส่วนอื่นยื่นข้อเสนอโครงการต่อหน่วยงานเจ้าของภารกิจในฐานะผู้รับมอบภารกิจ",
      en: "Others submit a project proposal to the mission owner, as mission recipients."
    }
  },
  "PBC-3": {
    source: printed("models", 20),
    wording: {
      th: "ภาคส่วนอื่นนำเสนอรายละเอียดแผนการดำเนินโครงการ โดยมีคุณสมบัติตามเงื่อนไขด้านศักยภาพที่ผู้มอบภารกิจกำหนด",
      en: "Others present the details of their project plan, being qualified by the conditions of capacity that the owner has set."
    }
  },
  "PBC-3a": {
    source: own,
    parent: "PBC-3",
    wording: {
      th: "คุณสมบัติของผู้ยื่นข้อเสนอพิจารณาว่าผ่านหรือไม่ผ่านก่อนการให้คะแนน",
      en: "A proposer's qualifications are judged pass or fail before any scoring."
    }
  },
  "PBC-Q": {
    source: printed("models", 20),
    parent: "PBC-3",
    wording: {
      th: "หลักเกณฑ์คุณสมบัติที่ผู้มอบภารกิจกำหนด เช่น ความเชี่ยวชาญ มาตรฐานองค์กร พื้นที่บริการ ประสบการณ์/ผลงาน และความสามารถในการสร้างเครือข่าย",
      en: "The owner sets the qualifications, such as expertise, standards of the organisation, service area, experience and work done, and the ability to build networks."
    }
  },
  "PBC-Q1": {
    source: printed("models", 20),
    parent: "PBC-Q",
    wording: {
      th: "คุณสมบัติข้อหนึ่งคือความเชี่ยวชาญ",
      en: "One qualification is expertise."
    }
  },
  "PBC-Q2": {
    source: printed("models", 20),
    parent: "PBC-Q",
    wording: {
      th: "คุณสมบัติข้อหนึ่งคือมาตรฐานองค์กร",
      en: "One qualification is the standards of the organisation."
    }
  },
  "PBC-Q3": {
    source: printed("models", 20),
    parent: "PBC-Q",
    wording: {
      th: "คุณสมบัติข้อหนึ่งคือพื้นที่บริการ",
      en: "One qualification is the service area."
    }
  },
  "PBC-Q4": {
    source: printed("models", 20),
    parent: "PBC-Q",
    wording: {
      th: "คุณสมบัติข้อหนึ่งคือประสบการณ์/ผลงาน",
      en: "One qualification is experience and work done."
    }
  },
  "PBC-Q5": {
    source: printed("models", 20),
    parent: "PBC-Q",
    wording: {
      th: "คุณสมบัติข้อหนึ่งคือความสามารถในการสร้างเครือข่าย",
      en: "One qualification is the ability to build networks."
    }
  },
  "PBC-4": {
    source: printed("models", 20),
    wording: {
      th: "ภาครัฐพิจารณาและคัดเลือกข้อเสนอโครงการที่ผ่านเกณฑ์ เพื่อเป็นคู่สัญญาจัดทำบริการสาธารณะ",
      en: "The state considers the proposals and selects those that pass the criteria, to be its partner by contract in the public service."
    }
  },
  "PBC-C": {
    source: printed("models", 20),
    parent: "PBC-4",
    wording: {
      th: "ข้อเสนอพิจารณาจากความโดดเด่นของโครงการ ความสมเหตุสมผลด้านงบประมาณ ความเชี่ยวชาญ ความเสี่ยงที่อาจเกิดขึ้น และความคุ้มค่า เป็นต้น",
      en: "Proposals are judged by how the project stands out, how reasonable the budget is, expertise, risk and value, among others."
    }
  },
  "PBC-C1": {
    source: printed("models", 20),
    parent: "PBC-C",
    wording: {
      th: "เกณฑ์คัดเลือกข้อหนึ่งคือความโดดเด่นของโครงการ",
      en: "One selection criterion is how the project stands out."
    }
  },
  "PBC-C2": {
    source: printed("models", 20),
    parent: "PBC-C",
    wording: {
      th: "เกณฑ์คัดเลือกข้อหนึ่งคือความสมเหตุสมผลด้านงบประมาณ",
      en: "One selection criterion is how reasonable the budget is."
    }
  },
  "PBC-C3": {
    source: printed("models", 20),
    parent: "PBC-C",
    wording: {
      th: "เกณฑ์คัดเลือกข้อหนึ่งคือความเชี่ยวชาญ",
      en: "One selection criterion is expertise."
    }
  },
  "PBC-C4": {
    source: printed("models", 20),
    parent: "PBC-C",
    wording: {
      th: "เกณฑ์คัดเลือกข้อหนึ่งคือความเสี่ยงที่อาจเกิดขึ้น",
      en: "One selection criterion is the risks that could arise."
    }
  },
  "PBC-C5": {
    source: printed("models", 20),
    parent: "PBC-C",
    wording: {
      th: "เกณฑ์คัดเลือกข้อหนึ่งคือความคุ้มค่าในเชิงประสิทธิภาพและประสิทธิผล",
      en: "One selection criterion is value in efficiency and effectiveness."
    }
  },
  "PBC-Ca": {
    source: own,
    parent: "PBC-C",
    wording: {
      th: "หน่วยงานเพิ่มเกณฑ์คัดเลือกข้อเสนอของตนได้",
      en: "An agency can add selection criteria of its own."
    }
  },
  "PBC-5": {
    source: printed("models", 21),
    wording: {
      th: "ภาครัฐจัดสรรงบประมาณงวดที่ 1 เพื่อให้ผู้รับมอบภารกิจจัดบริการสาธารณะภายใต้ข้อตกลงที่กำหนดขึ้น",
      en: "The state allocates the first tranche, for the recipient to provide the public service under the agreement."
    }
  },
  "PBC-6": {
    source: printed("models", 21),
    wording: {
      th: "การประเมินผลการดำเนินงานระยะกลางทำโดยผู้มอบภารกิจ ด้วยวิธีการประเมินจากภายในและภายนอก",
      en: "The mid-term evaluation is made by the owner, by internal and external methods."
    }
  },
  "PBC-6a": {
    source: printed("models", 21),
    word: "ควร",
    parent: "PBC-6",
    wording: {
      th: "การประเมินผลระยะกลางควรจัดทำรายงานร่วมกับการลงพื้นที่",
      en: "The mid-term evaluation should be a report together with a site visit."
    }
  },
  "PBC-7": {
    source: printed("models", 21),
    wording: {
      th: "ภาครัฐจัดสรรงบประมาณงวดที่ 2 หลังการประเมินผลการดำเนินงานระยะกลาง",
      en: "The state allocates the second tranche, after the mid-term evaluation."
    }
  },
  "PBC-7a": {
    source: own,
    parent: "PBC-7",
    wording: {
      th: "งวดที่ 2 และงวดต่อ ๆ ไปมีจำนวนตามที่ตกลงไว้ในสัญญา และจัดสรรได้เมื่อผลการประเมินก่อนงวดนั้นได้รับการยอมรับแล้วเท่านั้น",
      en: "The second and every later tranche, in as many rounds as the contract says, is allocated only after the evaluation before it has been accepted."
    }
  },
  "PBC-7b": {
    source: printed("models", 21),
    word: "อาจ",
    parent: "PBC-7",
    wording: {
      th: "หน่วยงานเจ้าของภารกิจอาจประเมินผลการดำเนินงานระยะกลางตามจำนวนงวดงานที่ทั้งสองฝ่ายตกลงกัน",
      en: "The owner may make the mid-term evaluation in as many rounds as both sides have agreed."
    }
  },
  "PBC-8": {
    source: printed("models", 21),
    wording: {
      th: "การประเมินผลหลังสิ้นสุดการดำเนินงานทำโดยผู้มอบภารกิจภายหลังสิ้นสุดภารกิจ และปิดโครงการ",
      en: "The owner makes the final evaluation when the mission has ended, and the project is closed."
    }
  },
  "PBC-9": {
    source: printed("models", 21),
    wording: {
      th: "การปิดบัญชีงบประมาณคือการจัดทำและตรวจสอบผลทางการบัญชีของค่าใช้จ่ายตลอดการดำเนินงาน เพื่อศึกษาปัญหาหรือความเหมาะสมของโครงการ",
      en: "At the closing of the budget's accounts, all spending of the work is drawn up and audited, so as to study problems or the suitability of the project."
    }
  },
  "PBC-9a": {
    source: own,
    parent: "PBC-9",
    wording: {
      th: "ผู้มอบภารกิจปิดบัญชีงบประมาณร่วมกับผู้รับมอบภารกิจ",
      en: "The owner closes the budget's accounts together with the recipient."
    }
  },
  "PBC-S1": {
    source: printed("models", 18),
    wording: {
      th: "ตัวอย่างของ NHS คือทำสัญญาหรือบันทึกข้อตกลงความร่วมมือเป็นเวลาหลายปี (เช่น 5 ปี) ควบคู่กับข้อตกลงระดับการให้บริการ (SLA) ทุก 1 ปี เพื่อปรับรายละเอียดบริการและการประเมินผลโดยไม่กระทบต่อสัญญา",
      en: "In the example of the NHS a contract or MOU runs for years, as five, beside service-level agreements made each year, so that service detail and evaluation change without touching the contract."
    }
  },
  "PBC-S2": {
    source: printed("models", 18),
    wording: {
      th: "NHS กำหนดให้ทำข้อตกลงระดับการให้บริการ (SLA) สำหรับบริการที่ใช้งบประมาณสูง (ตั้งแต่ 1,000 ปอนด์สเตอร์ลิง) และเป็นข้อตกลงระยะยาว (ไม่น้อยกว่า 12 เดือน)",
      en: "The NHS has service-level agreements made for services of a high budget, of £1,000 and above, and for the long term, of at least 12 months."
    }
  },
  "PBC-S2a": {
    source: own,
    parent: "PBC-S2",
    wording: {
      th: "ระบบเสนอให้ทำข้อตกลงระดับการให้บริการเมื่อมูลค่าและระยะเวลาถึงเกณฑ์ที่หน่วยงานกำหนด (ค่าเริ่มต้น 12 เดือน)",
      en: "A service-level agreement is proposed where value and term reach the agency's thresholds, 12 months unless set otherwise."
    }
  },
  "PBC-U": {
    source: printed("factors", 40),
    word: "ต้อง",
    wording: {
      th: "สัญญาต้องตั้งอยู่บนหลักการคิดต้นทุนต่อหน่วย มีการกำหนดตัวชี้วัดและผลลัพธ์ที่คาดหวัง และมุ่งเน้นผลลัพธ์มากกว่ากระบวนการ",
      en: "Contracts must rest on unit cost, with indicators and expected results, and look at results more than at process."
    }
  }
} as const satisfies RuleTexts
