import type { RuleTexts } from "../Rule.ts"
import { own, printed } from "../Sources.ts"

// Handbook section 6: the readiness assessment. SUC-0, SUC-G1a and SUC-La are ours: the handbook states them without
// an id.
export const enabling = {
  "SUC-0": {
    source: own,
    wording: {
      th: "เงื่อนไขหรือปัจจัยที่เอื้ออำนวยต่อการดำเนินการร่วมกันแต่ละข้อให้คะแนนพร้อมหลักฐาน และข้อที่อ่อนกำหนดเป็นงานแก้ไขที่มีผู้รับผิดชอบและวันครบกำหนด",
      en: "Each enabling factor is scored with evidence, and a weak one becomes an action with an owner and a date."
    }
  },
  "SUC-E1": {
    source: printed("factors", 38),
    word: "ควร",
    wording: {
      th: "ปัจจัยด้านนโยบาย: รัฐบาลควรกำหนดนโยบายและประกาศเจตนารมณ์ที่ชัดเจน มีมาตรการกระตุ้นและส่งเสริมการมอบภารกิจ และติดตามประเมินผล",
      en: "Policy: the government should declare a clear policy and intent, have measures that encourage agencies to assign missions, and follow up and evaluate."
    }
  },
  "SUC-E2": {
    source: printed("factors", 39),
    word: "ควร",
    wording: {
      th: "ปัจจัยด้านโครงสร้างเชิงสถาบัน: รัฐบาลควรมอบให้หน่วยงานพัฒนาระบบราชการ เช่น สำนักงาน ก.พ.ร. ส่งเสริมการมอบภารกิจ และควรมีบทบาทเชิงวิชาการเกี่ยวกับสามรูปแบบ",
      en: "Institutional structure: the government should charge a body for developing public administration, as the Office of the OPDC, with promoting the assignment of missions and with the know-how of the three models."
    }
  },
  "SUC-E3": {
    source: printed("factors", 39),
    word: "ควร",
    wording: {
      th: "ปัจจัยด้านกฎระเบียบและข้อกำหนด: ทั้งสองฝ่ายพิจารณากฎที่เป็นอุปสรรคโดยยึดประโยชน์สาธารณะเป็นหลัก และรัฐบาลควรสนับสนุนการแก้ไขกฎหมาย",
      en: "Rules and regulations: both sides consider obstructing rules by public benefit above all, and the government should support amending the law."
    }
  },
  "SUC-E4": {
    source: printed("factors", 40),
    word: "ควร",
    wording: {
      th: "ปัจจัยด้านกระบวนการจัดสรรงบประมาณ: ภาครัฐควรพัฒนากลไกการทำงานในรูปแบบสัญญา มีกฎระเบียบที่คล่องตัวยืดหยุ่น และเน้นการมีส่วนร่วมของภาคส่วนอื่น",
      en: "Budget allocation: the state should develop working by contract, with rules that are quick and flexible, and rest more on others taking part."
    }
  },
  "SUC-E5": {
    source: printed("factors", 40),
    word: "ควร",
    wording: {
      th: "ปัจจัยด้านการบริหารงานภาครัฐ: ควรวิเคราะห์จุดแข็งและจุดอ่อนร่วมกับภาคีหุ้นส่วน เพื่อเสริมสร้างขีดความสามารถและอำนวยความสะดวกด้านทรัพยากร รวมทั้งการยืมตัวบุคลากร",
      en: "State administration: strengths and weaknesses should be analysed with the partner, so as to build capacity and to help with resources, lending staff included."
    }
  },
  "SUC-E6": {
    source: printed("factors", 41),
    word: "ควร",
    wording: {
      th: "ปัจจัยด้านวิชาการ: ในระยะเริ่มต้นควรให้ภาควิชาการร่วมสังเกตการณ์ รวบรวมข้อมูล วิเคราะห์ และสังเคราะห์ตั้งแต่ต้นจนสิ้นสุด และหน่วยงานควรติดตามและให้ข้อเสนอแนะ",
      en: "Academic work: at the beginning academia should join to observe, gather, analyse and synthesise from start to end, and the agency should follow and comment."
    }
  },
  "SUC-L": {
    source: printed("factors", 42),
    word: "ควร",
    wording: {
      th: "ปัจจัยด้านผู้นำ: ความสำเร็จต้องอาศัยผู้นำที่มีวิสัยทัศน์ ความคิดริเริ่ม ความสามารถโน้มน้าวชักจูง ความกล้าหาญ ทัศนคติที่ดี และการสื่อสาร และผู้นำควรมีความชาญฉลาดเชิงกลยุทธ์ เช่น สร้างแนวร่วมกับผู้บริหารระดับสูงและระดับกลาง",
      en: "Leadership: success rests on leaders with vision, initiative, persuasion, courage, a good attitude and communication, who should be wise in strategy, as in winning allies among senior and middle executives."
    }
  },
  "SUC-La": {
    source: printed("factors", 42),
    word: "ต้อง",
    parent: "SUC-L",
    wording: {
      th: "หน่วยงานที่รับผิดชอบการบริหารผลการปฏิบัติงานต้องระบุผลสัมฤทธิ์ของการบริหารราชการแบบมีส่วนร่วมไว้ในแบบประเมินผลการปฏิบัติราชการ เพื่อไม่ให้เห็นว่าเป็นงานฝาก",
      en: "The unit for performance management must put the results of participation into staff appraisal, so that they are not seen as an extra task."
    }
  },
  "SUC-G1": {
    source: printed("factors", 43),
    word: "ควร",
    wording: {
      th: "ปัจจัยด้านความคิด วัฒนธรรม และค่านิยมใหม่: ผู้มอบภารกิจควรกำหนดเรื่องการมีส่วนร่วมในวิสัยทัศน์ ค่านิยม พันธกิจ และยุทธศาสตร์ขององค์กรอย่างชัดเจน",
      en: "Thought, culture and new values: the owner should set participation clearly in its vision, values, mission and strategy."
    }
  },
  "SUC-G1a": {
    source: printed("factors", 43),
    word: "จำเป็นต้อง",
    parent: "SUC-G1",
    wording: {
      th: "หน่วยงานที่ขับเคลื่อนภารกิจหลัก (Core Functional Unit) จำเป็นต้องอาศัยกลยุทธ์การสื่อสารภายในและภายนอกองค์กรไปพร้อมกัน",
      en: "Core functional units must rest on a strategy of communication inside and outside at the same time."
    }
  },
  "SUC-G2": {
    source: printed("factors", 43),
    word: "ต้อง",
    wording: {
      th: "ปัจจัยด้านการยอมรับและการสนับสนุนจากบุคลากร: หน่วยงานต้องจัดทำหลักสูตรหรือช่องทางการเรียนรู้ที่สะดวกแก่บุคลากร และในระยะเริ่มต้นต้องสร้างการยอมรับจากผู้บริหารระดับกองก่อน",
      en: "Acceptance and support of staff: the agency must prepare courses or channels of learning for its people, and must first win its heads of division."
    }
  },
  "SUC-P": {
    source: printed("factors", 44),
    word: "ควร",
    wording: {
      th: "ปัจจัยจากประชาชน: ควรสื่อสารภายนอกองค์กรให้เกิดการยอมรับ การสนับสนุน และความไว้วางใจ โดยไม่ต้องผูกพันตามกฎหมายอย่างตายตัว มีการแบ่งปันข้อมูล และควรประชาสัมพันธ์หลังภารกิจสำเร็จ",
      en: "The people: communication outside should bring acceptance, support and trust without rigid legal ties, information is shared, and success should be made public."
    }
  }
} as const satisfies RuleTexts
