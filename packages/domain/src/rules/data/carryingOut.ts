import type { RuleTexts } from "../Rule.ts"

// Handbook section 3, second half: committee, plan, work, evaluation, and how the processes compose.
// The handbook's own letters are COL-7a to COL-7c; the others are ours, one per part with a strength of its own.
export const carryingOut = {
  "COL-6": {
    source: "OPDC",
    wording: {
      th: "การจัดตั้งคณะกรรมการร่วมและจัดทำแผนปฏิบัติการทำโดยประกาศหรือคำสั่งแต่งตั้งของหัวหน้าฝ่ายใดฝ่ายหนึ่ง และคณะกรรมการร่วมกำกับภาพรวมและติดตามอย่างต่อเนื่อง",
      en: "The joint committee is set up by an announcement or appointment order of the head of either side, directs the whole and monitors continuously, and an action plan is made."
    }
  },
  "COL-6a": {
    source: "PHAKHI",
    parent: "COL-6",
    wording: {
      th: "คณะกรรมการร่วมเต็มรูปแบบจำเป็นสำหรับรูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม ส่วนอีกสองรูปแบบยกเว้นได้เมื่อระบุเหตุผล",
      en: "A full joint committee is required for commissioning, and can be waived with a reason for the other two models."
    }
  },
  "COL-6b": {
    source: "OPDC",
    parent: "COL-6",
    wording: {
      th: "คณะกรรมการร่วมควรมีกรรมการจากผู้มอบภารกิจ ผู้รับมอบภารกิจ และภาคส่วนอื่นสนับสนุน",
      en: "The joint committee should have members from owner, recipient and supporters."
    }
  },
  "COL-6c": {
    source: "OPDC",
    parent: "COL-6",
    wording: {
      th: "กรรมการควรได้รับการระบุชื่อสำหรับภารกิจนั้นและตัดสินใจแทนฝ่ายของตนได้",
      en: "Committee members should be named for the task and able to decide for their side."
    }
  },
  "COL-6d": {
    source: "OPDC",
    parent: "COL-6",
    wording: {
      th: "คณะกรรมการร่วมอาจตั้งคณะทำงานหลักและคณะทำงานย่อย",
      en: "The joint committee may set up main and sub working groups."
    }
  },
  "COL-6e": {
    source: "OPDC",
    parent: "COL-6",
    wording: {
      th: "ควรจัดทำแผนปฏิบัติการ (Action Plan) ที่มีโครงการหรือกิจกรรมหลักและย่อย วัตถุประสงค์ เป้าหมาย ตัวชี้วัด บทบาทของแต่ละฝ่าย กระบวนการ ขั้นตอน เวลา และทรัพยากร",
      en: "There should be an action plan with main and sub projects or activities, objectives, targets, indicators, each side's role, process, steps, time and resources."
    }
  },
  "COL-6f": {
    source: "OPDC",
    parent: "COL-6",
    wording: {
      th: "ผู้มีส่วนได้ส่วนเสียและประชาชนควรมีส่วนร่วมในการจัดทำแผนปฏิบัติการ",
      en: "Stakeholders and citizens should take part in making the action plan."
    }
  },
  "COL-7": {
    source: "OPDC",
    wording: {
      th: "การดำเนินกิจกรรมตามแผนปฏิบัติการทำตามบทบาท เวลา อำนาจตามกฎหมาย และแหล่งงบประมาณที่ตกลงกันไว้",
      en: "Activities are carried out under the action plan, within the agreed roles, times, legal authority and budget sources."
    }
  },
  "COL-7a": {
    source: "OPDC",
    parent: "COL-7",
    wording: {
      th: "แต่ละกิจกรรมควรระบุอำนาจตามกฎหมาย และหากยังไม่มีระเบียบรองรับ ทั้งสองฝ่ายควรหารือและออกระเบียบก่อนเริ่มกิจกรรม โดยผู้มอบภารกิจเป็นหลักในการร่าง",
      en: "The legal authority of each activity should be named; where a rule is missing it should be discussed and issued before the activity begins, with the owner leading the draft."
    }
  },
  "COL-7b": {
    source: "OPDC",
    parent: "COL-7",
    wording: {
      th: "ในระยะแรกควรดำเนินการเฉพาะที่มีอำนาจตามกฎหมายอยู่แล้ว",
      en: "In the first phase only powers that are already in law should be used."
    }
  },
  "COL-7c": {
    source: "OPDC",
    parent: "COL-7",
    wording: {
      th: "ทั้งสองฝ่ายตกลงแหล่งงบประมาณของกิจกรรมร่วมกัน",
      en: "Both sides agree on the sources of the budget for the activities."
    }
  },
  "COL-7d": {
    source: "OPDC",
    parent: "COL-7",
    wording: {
      th: "ระหว่างดำเนินกิจกรรมควรถอดบทเรียนและทบทวนสถานการณ์",
      en: "Lessons should be drawn and the situation reviewed while activities are under way."
    }
  },
  "COL-8": {
    source: "OPDC",
    wording: {
      th: "การประเมินผลการดำเนินงานทำตามตัวชี้วัดของแผนปฏิบัติการ เป็นรายกิจกรรมหรือเป็นระยะ",
      en: "Performance is evaluated against the plan's indicators, by activity or periodically."
    }
  },
  "COL-8a": {
    source: "OPDC",
    parent: "COL-8",
    wording: {
      th: "คณะกรรมการร่วมควรกำหนดกรอบ วิธีการ และตัวชี้วัดของการประเมินผล",
      en: "The joint committee should set the frame, methods and indicators of the evaluation."
    }
  },
  "COL-8b": {
    source: "OPDC",
    parent: "COL-8",
    wording: {
      th: "การประเมินผลควรรายงานปัญหา อุปสรรค ข้อจำกัด และบทเรียนของการมีส่วนร่วม",
      en: "The evaluation should report problems, obstacles, limits and the lessons of participation."
    }
  },
  "COL-8c": {
    source: "OPDC",
    parent: "COL-8",
    wording: {
      th: "คณะกรรมการร่วมอาจเสนอข้อเสนอแนะต่อผู้มีอำนาจ",
      en: "The joint committee may make recommendations to those in authority."
    }
  },
  "COL-9": {
    source: "PHAKHI",
    wording: {
      th: "กระบวนการของรูปแบบที่เลือกเป็นกระบวนการย่อยของกระบวนการสร้างความร่วมมือ",
      en: "The chosen model's process runs as a sub-process of the collaboration process."
    }
  },
  "COL-9a": {
    source: "PHAKHI",
    parent: "COL-9",
    wording: {
      th: "เมื่อเปิดรับข้อเสนอ ขั้นตอนการคัดเลือกของรูปแบบนั้นใช้แทน COL-3 และ COL-4 ส่วนขั้นตอนงบประมาณและการประเมินผลดำเนินการภายใน COL-7 และ COL-8",
      en: "In a call, the model's selection steps are the way COL-3 and COL-4 are done, and its money and evaluation steps run inside COL-7 and COL-8."
    }
  },
  "COL-9b": {
    source: "PHAKHI",
    parent: "COL-9",
    wording: {
      th: "การชักชวนผู้รับมอบภารกิจโดยตรงคง COL-3 และ COL-4 ไว้ และมีเหตุผลเป็นลายลักษณ์อักษร",
      en: "Direct persuasion of a recipient, without a call, keeps COL-3 and COL-4 and has a written justification."
    }
  },
  "COL-9c": {
    source: "PHAKHI",
    parent: "COL-9",
    wording: {
      th: "ในรูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม COM-1 ถึง COM-4 ดำเนินการใน COL-4 ถึง COL-6 และ COM-5 ถึง COM-6 ดำเนินการใน COL-7 ถึง COL-8",
      en: "In commissioning, COM-1 to COM-4 are done in COL-4 to COL-6, and COM-5 and COM-6 in COL-7 and COL-8."
    }
  }
} as const satisfies RuleTexts
