import type { RuleTexts } from "../Rule.ts"

// Handbook section 4, performance-based contracting. Letters after a PBC number are ours.
// The handbook marks PBC-1 ‡ without a word of strength; the text is the source's own and not our decision, hence must.
export const contracting = {
  "PBC-1": {
    source: "OPDC",
    wording: {
      th: "เมื่อภาครัฐประกาศรายการภารกิจเพื่อเปิดรับข้อเสนอ ต้องระบุขอบเขต วัตถุประสงค์ ระยะเวลา เกณฑ์การคัดเลือก วิธีจัดสรรงบประมาณ และการประเมินผลให้ชัดเจนครบถ้วน",
      en: "When the state announces missions to open for proposals, scope, objectives, period, selection criteria, budget allocation method and evaluation must all be clear."
    }
  },
  "PBC-2": {
    source: "OPDC",
    wording: {
      th: "ภาคส่วนอื่นยื่นข้อเสนอโครงการต่อหน่วยงานเจ้าของภารกิจตามประกาศที่เปิดรับข้อเสนอ",
      en: "Others submit a project proposal to the mission owner under an open call."
    }
  },
  "PBC-3": {
    source: "OPDC",
    wording: {
      th: "ภาคส่วนอื่นนำเสนอรายละเอียดของแผนและคุณสมบัติของตน",
      en: "Others present the details of their plan and their qualifications."
    }
  },
  "PBC-3a": {
    source: "PHAKHI",
    parent: "PBC-3",
    wording: {
      th: "คุณสมบัติของผู้ยื่นข้อเสนอพิจารณาว่าผ่านหรือไม่ผ่านก่อนการให้คะแนน",
      en: "A proposer's qualifications are judged pass or fail before any scoring."
    }
  },
  "PBC-Q": {
    source: "OPDC",
    parent: "PBC-3",
    wording: {
      th: "คุณสมบัติของผู้ยื่นข้อเสนอคือความเชี่ยวชาญ มาตรฐานองค์กร พื้นที่บริการ ประสบการณ์/ผลงาน และความสามารถในการสร้างเครือข่าย",
      en: "A proposer's qualifications are expertise, standards of the organisation, service area, experience and work, and the ability to build networks."
    }
  },
  "PBC-Q1": {
    source: "OPDC",
    parent: "PBC-Q",
    wording: {
      th: "ผู้ยื่นข้อเสนอแสดงคุณสมบัติด้านความเชี่ยวชาญ",
      en: "The proposer shows qualification by expertise."
    }
  },
  "PBC-Q2": {
    source: "OPDC",
    parent: "PBC-Q",
    wording: {
      th: "ผู้ยื่นข้อเสนอแสดงคุณสมบัติด้านมาตรฐานองค์กร",
      en: "The proposer shows qualification by the standards of the organisation."
    }
  },
  "PBC-Q3": {
    source: "OPDC",
    parent: "PBC-Q",
    wording: {
      th: "ผู้ยื่นข้อเสนอแสดงคุณสมบัติด้านพื้นที่บริการ",
      en: "The proposer shows qualification by service area."
    }
  },
  "PBC-Q4": {
    source: "OPDC",
    parent: "PBC-Q",
    wording: {
      th: "ผู้ยื่นข้อเสนอแสดงคุณสมบัติด้านประสบการณ์/ผลงาน",
      en: "The proposer shows qualification by experience and work done."
    }
  },
  "PBC-Q5": {
    source: "OPDC",
    parent: "PBC-Q",
    wording: {
      th: "ผู้ยื่นข้อเสนอแสดงคุณสมบัติด้านความสามารถในการสร้างเครือข่าย",
      en: "The proposer shows qualification by the ability to build networks."
    }
  },
  "PBC-4": {
    source: "OPDC",
    wording: {
      th: "ภาครัฐพิจารณาและคัดเลือกข้อเสนอโครงการที่ผ่านเกณฑ์",
      en: "The state considers the proposals and selects from those that pass the criteria."
    }
  },
  "PBC-C": {
    source: "OPDC",
    parent: "PBC-4",
    wording: {
      th: "เกณฑ์คัดเลือกข้อเสนอโครงการเป็นรายการเปิดที่หน่วยงานเพิ่มเกณฑ์ได้",
      en: "The selection criteria for proposals are an open list to which agencies can add."
    }
  },
  "PBC-C1": {
    source: "OPDC",
    parent: "PBC-C",
    wording: {
      th: "ข้อเสนอโครงการพิจารณาจากความโดดเด่นของโครงการ",
      en: "Proposals are judged by how the project stands out."
    }
  },
  "PBC-C2": {
    source: "OPDC",
    parent: "PBC-C",
    wording: {
      th: "ข้อเสนอโครงการพิจารณาจากความสมเหตุสมผลด้านงบประมาณ",
      en: "Proposals are judged by how reasonable the budget is."
    }
  },
  "PBC-C3": {
    source: "OPDC",
    parent: "PBC-C",
    wording: {
      th: "ข้อเสนอโครงการพิจารณาจากความเชี่ยวชาญ",
      en: "Proposals are judged by expertise."
    }
  },
  "PBC-C4": {
    source: "OPDC",
    parent: "PBC-C",
    wording: {
      th: "ข้อเสนอโครงการพิจารณาจากความเสี่ยงที่อาจเกิดขึ้น",
      en: "Proposals are judged by the risks that could arise."
    }
  },
  "PBC-C5": {
    source: "OPDC",
    parent: "PBC-C",
    wording: {
      th: "ข้อเสนอโครงการพิจารณาจากความคุ้มค่าในเชิงประสิทธิภาพและประสิทธิผล",
      en: "Proposals are judged by value in efficiency and effectiveness."
    }
  },
  "PBC-5": {
    source: "OPDC",
    wording: {
      th: "ภาครัฐจัดสรรงบประมาณงวดที่ 1 ตามข้อตกลงหรือสัญญาที่ลงนามแล้ว",
      en: "The state allocates the first tranche under the signed agreement or contract."
    }
  },
  "PBC-6": {
    source: "OPDC",
    wording: {
      th: "การประเมินผลการดำเนินงานระยะกลางใช้วิธีประเมินทั้งภายในและภายนอก",
      en: "The mid-term evaluation uses both internal and external methods."
    }
  },
  "PBC-6a": {
    source: "OPDC",
    parent: "PBC-6",
    wording: {
      th: "การประเมินผลระยะกลางควรใช้รายงานควบคู่กับการลงพื้นที่",
      en: "The mid-term evaluation should use a report together with a site visit."
    }
  },
  "PBC-7": {
    source: "OPDC",
    wording: {
      th: "ภาครัฐจัดสรรงบประมาณงวดที่ 2 และงวดต่อ ๆ ไปตามจำนวนรอบในสัญญา เมื่อผลการประเมินก่อนงวดนั้นได้รับการยอมรับแล้วเท่านั้น",
      en: "The second and every later tranche, in as many rounds as the contract says, is allocated only after the evaluation before it has been accepted."
    }
  },
  "PBC-8": {
    source: "OPDC",
    wording: {
      th: "การประเมินผลหลังสิ้นสุดการดำเนินงานทำเมื่อการดำเนินงานสิ้นสุด แล้วจึงปิดโครงการ",
      en: "A final evaluation is made when the work has ended, and then the project is closed."
    }
  },
  "PBC-9": {
    source: "OPDC",
    wording: {
      th: "การปิดบัญชีงบประมาณคือการจัดทำบัญชีการใช้จ่ายทั้งหมดซึ่งผ่านการตรวจสอบ และการศึกษาปัญหาและความเหมาะสม",
      en: "At the closing of the budget's accounts, all spending is drawn up and audited, and problems and suitability are studied."
    }
  },
  "PBC-9a": {
    source: "PHAKHI",
    parent: "PBC-9",
    wording: {
      th: "ผู้มอบภารกิจปิดบัญชีงบประมาณร่วมกับผู้รับมอบภารกิจ",
      en: "The owner closes the budget's accounts together with the recipient."
    }
  },
  "PBC-S1": {
    source: "OPDC",
    wording: {
      th: "สัญญาหรือบันทึกข้อตกลงมีอายุหลายปี (เช่น 5 ปี) ขณะที่ข้อตกลงระดับการให้บริการ (SLA) ต่ออายุทุกปี รายละเอียดบริการและการประเมินผลจึงปรับได้โดยไม่แก้สัญญา",
      en: "The contract or MOU runs for years, as five, while service-level agreements are renewed yearly, so that service detail and evaluation change without touching the contract."
    }
  },
  "PBC-S2": {
    source: "OPDC",
    wording: {
      th: "ระบบเสนอให้ทำข้อตกลงระดับการให้บริการ (SLA) เมื่อมูลค่าถึงเกณฑ์ที่หน่วยงานกำหนดและระยะเวลาถึงเกณฑ์ที่หน่วยงานกำหนด (ค่าเริ่มต้น 12 เดือน)",
      en: "A service-level agreement is proposed where the value reaches the agency's threshold and the term reaches the agency's minimum, 12 months unless set otherwise."
    }
  },
  "PBC-U": {
    source: "OPDC",
    wording: {
      th: "สัญญาทุกรูปแบบต้องใช้ต้นทุนต่อหน่วยเป็นฐาน พร้อมตัวชี้วัดและผลที่คาดหวัง โดยมุ่งผลลัพธ์มากกว่ากระบวนการ",
      en: "Contracts of any model must rest on unit cost, with indicators and expected results, looking at results over process."
    }
  }
} as const satisfies RuleTexts
