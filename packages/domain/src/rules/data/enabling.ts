import type { RuleTexts } from "../Rule.ts"

// Handbook section 6: the readiness assessment. SUC-0 and SUC-La are ours: the handbook states them without an id.
export const enabling = {
  "SUC-0": {
    source: "PHAKHI",
    wording: {
      th: "เงื่อนไขหรือปัจจัยที่เอื้ออำนวยต่อการดำเนินการร่วมกันแต่ละข้อให้คะแนนพร้อมหลักฐาน และข้อที่อ่อนกำหนดเป็นงานแก้ไขที่มีผู้รับผิดชอบและวันครบกำหนด",
      en: "Each enabling factor is scored with evidence, and a weak one becomes an action with an owner and a date."
    }
  },
  "SUC-E1": {
    source: "OPDC",
    wording: {
      th: "ปัจจัยด้านนโยบายคือการประกาศนโยบายและเจตนารมณ์ มาตรการจูงใจ และการติดตามผล",
      en: "Policy enables: a declared policy and intent, incentive measures and follow-up."
    }
  },
  "SUC-E2": {
    source: "OPDC",
    wording: {
      th: "ปัจจัยด้านโครงสร้างเชิงสถาบันคือการมีหน่วยงานหลัก (สำนักงาน ก.พ.ร.) ส่งเสริมและให้ความรู้",
      en: "Institutional structure enables: a lead body, the Office of the OPDC, promotes and gives know-how."
    }
  },
  "SUC-E3": {
    source: "OPDC",
    wording: {
      th: "ปัจจัยด้านกฎระเบียบและข้อกำหนดคือการที่ทั้งสองฝ่ายทบทวนกฎที่เป็นอุปสรรคโดยยึดประโยชน์สาธารณะ และภาครัฐสนับสนุนการแก้ไข",
      en: "Rules and regulations enable: both sides review obstructing rules by public benefit, and the state supports their amendment."
    }
  },
  "SUC-E4": {
    source: "OPDC",
    wording: {
      th: "ปัจจัยด้านกระบวนการจัดสรรงบประมาณคือสัญญาที่ยึดต้นทุนต่อหน่วย ตัวชี้วัด และผลลัพธ์ พร้อมกฎเกณฑ์ที่ยืดหยุ่น",
      en: "Budget allocation enables: contracts by unit cost, indicators and results, with flexible rules."
    }
  },
  "SUC-E5": {
    source: "OPDC",
    wording: {
      th: "ปัจจัยด้านการบริหารงานภาครัฐคือการวิเคราะห์จุดแข็งจุดอ่อนร่วมกับภาคีหุ้นส่วน ขีดความสามารถ ทรัพยากร และการให้ยืมตัวบุคลากร",
      en: "State administration enables: strengths and weaknesses studied with the partner, capacity, resources and the lending of staff."
    }
  },
  "SUC-E6": {
    source: "OPDC",
    wording: {
      th: "ปัจจัยด้านวิชาการคือการที่สถาบันทางวิชาการสังเกต รวบรวม และวิเคราะห์ตั้งแต่ต้นจนจบ โดยผู้มอบภารกิจติดตามและให้ความเห็น",
      en: "Academic work enables: academia observes, gathers and analyses from start to end, and the owner follows and comments."
    }
  },
  "SUC-L": {
    source: "OPDC",
    wording: {
      th: "ปัจจัยด้านผู้นำคือวิสัยทัศน์ ความริเริ่ม การโน้มน้าว ความกล้า ทัศนคติ การสื่อสาร และพันธมิตรในหมู่ผู้บริหาร โดยผลการมีส่วนร่วมต้องนำเข้าแบบประเมินผลการปฏิบัติราชการ",
      en: "Leadership enables: vision, initiative, persuasion, courage, attitude, communication and allies among executives; participation results must enter staff appraisal."
    }
  },
  "SUC-La": {
    source: "OPDC",
    parent: "SUC-L",
    wording: {
      th: "หน่วยบริหารผลการปฏิบัติราชการต้องนำผลการมีส่วนร่วมเข้าแบบประเมินผลการปฏิบัติราชการ เพื่อมิให้เป็นงานฝาก",
      en: "The performance-management unit must enter participation results into staff appraisal, so that the work is not a mere extra."
    }
  },
  "SUC-G1": {
    source: "OPDC",
    wording: {
      th: "ปัจจัยด้านความคิด วัฒนธรรม ค่านิยมคือการมีส่วนร่วมในวิสัยทัศน์ ค่านิยม พันธกิจ และยุทธศาสตร์ หน่วยงานหลักตามภารกิจ และการสื่อสารภายในและภายนอกทั้งทางเดียวและสองทาง",
      en: "Thought, culture and values enable: participation in vision, values, mission and strategy, core functional units, and internal and external communication, one-way and two-way."
    }
  },
  "SUC-G2": {
    source: "OPDC",
    wording: {
      th: "ปัจจัยด้านการยอมรับและสนับสนุนจากบุคลากรเริ่มจากหัวหน้าหน่วยงานภายใน ด้วยการสัมมนา หลักสูตรออนไลน์ สื่อดิจิทัล และทีมเคลื่อนที่",
      en: "Acceptance and support of staff enable, division heads first, by seminars, online courses, digital media and a mobile team."
    }
  },
  "SUC-P": {
    source: "OPDC",
    wording: {
      th: "ปัจจัยจากประชาชนคือความคาดหวัง การยอมรับและสนับสนุน หุ้นส่วนเชิงยุทธศาสตร์ การแบ่งปันข้อมูล ความไว้วางใจที่ไม่ยึดกับกฎหมายอย่างแข็งตัว และการเผยแพร่เมื่อสำเร็จ",
      en: "The people enable: expectation, acceptance and support, strategic partnership, shared information, trust without rigid legal ties, and publicity after success."
    }
  }
} as const satisfies RuleTexts
