import type { RuleTexts } from "../Rule.ts"
import { own, printed } from "../Sources.ts"

// Handbook section 3, second half: committee, plan, work, evaluation, and how the processes compose. The handbook's
// own letters are COL-7a to COL-7c; the others are ours, one per part with a strength of its own.
export const carryingOut = {
  "COL-6": {
    source: printed("process", 35),
    wording: {
      th: "การจัดตั้งคณะกรรมการร่วมและจัดทำแผนปฏิบัติการทำให้บทบาทหน้าที่ตามข้อตกลงชัดเจน โดยคณะกรรมการร่วมกำกับทิศทางภาพรวม ติดตาม และประเมินผลอย่างต่อเนื่อง",
      en: "Setting up the joint committee and making the action plan makes the roles under the agreement clear; the committee directs the whole, and monitors and evaluates continuously."
    }
  },
  "COL-6a": {
    source: own,
    parent: "COL-6",
    wording: {
      th: "คณะกรรมการร่วมเต็มรูปแบบจำเป็นสำหรับรูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม ส่วนอีกสองรูปแบบยกเว้นได้เมื่อระบุเหตุผล",
      en: "A full joint committee is required for commissioning, and can be waived with a reason for the other two models."
    }
  },
  "COL-6b": {
    source: printed("process", 35),
    word: "ควร",
    parent: "COL-6",
    wording: {
      th: "คณะกรรมการร่วมควรประกอบด้วยบุคลากรของผู้มอบภารกิจ ผู้รับมอบภารกิจ และผู้มีส่วนได้ส่วนเสียอื่นที่เป็นฝ่ายสนับสนุนตามที่เห็นสมควร",
      en: "The joint committee should be made up of people of the owner, of the recipient and of other stakeholders who support the mission, as is thought fit."
    }
  },
  "COL-6c": {
    source: printed("process", 35),
    word: "ควร",
    parent: "COL-6",
    wording: {
      th: "สมาชิกของคณะกรรมการร่วมและคณะทำงานชุดต่าง ๆ ควรเป็นบุคคลที่ฝ่ายของตนมอบหมายให้ปฏิบัติหน้าที่เป็นการเฉพาะ และควรเป็นผู้ที่ตัดสินใจในฐานะผู้แทนได้",
      en: "Members of the committee and of its working groups should be persons whom their side has charged with this duty, and able to decide for it."
    }
  },
  "COL-6d": {
    source: printed("process", 35),
    word: "อาจ",
    parent: "COL-6",
    wording: {
      th: "ในคณะกรรมการร่วมอาจกำหนดให้มีคณะทำงานหลักและคณะทำงานย่อยเพื่อภารกิจเฉพาะด้าน",
      en: "The joint committee may have main and sub working groups for particular work."
    }
  },
  "COL-6e": {
    source: printed("process", 36),
    word: "ควร",
    parent: "COL-6",
    wording: {
      th: "แผนปฏิบัติการ (Action Plan) ควรวางกรอบโครงการหรือกิจกรรมหลักและย่อยที่ชัดเจน โดยกำหนดวัตถุประสงค์ เป้าหมาย ตัวชี้วัดความสำเร็จ บทบาทหน้าที่แต่ละฝ่าย กระบวนการ ขั้นตอน ระยะเวลา และทรัพยากร",
      en: "The action plan should frame main and sub projects or activities clearly, with objectives, targets, indicators, each side's role, process, steps, time and resources."
    }
  },
  "COL-6f": {
    source: printed("process", 36),
    word: "ควร",
    parent: "COL-6",
    wording: {
      th: "ควรจัดทำแผนปฏิบัติการด้วยกระบวนการที่ผู้มีส่วนได้ส่วนเสียและประชาชนมีส่วนร่วม",
      en: "The action plan should be made in a way that lets stakeholders and citizens take part."
    }
  },
  "COL-6g": {
    source: printed("process", 35),
    word: "อาจ",
    parent: "COL-6",
    wording: {
      th: "การจัดตั้งคณะกรรมการร่วมอาจใช้ประกาศหรือคำสั่งแต่งตั้งโดยผู้บริหารสูงสุดของหน่วยงานเจ้าของภารกิจ หรือของผู้รับมอบภารกิจ",
      en: "The joint committee may be set up by an announcement or an appointment order of the head of the mission owner or of the recipient."
    }
  },
  "COL-6h": {
    source: own,
    parent: "COL-6",
    wording: {
      th: "คณะกรรมการร่วมเปลี่ยนได้ด้วยคำสั่งต่อมา โดยผู้บริหารสูงสุดของแต่ละฝ่ายเปลี่ยนที่นั่งของฝ่ายตนและของภาคส่วนอื่นสนับสนุน และเมื่อเคยยกเว้นแล้วตั้งภายหลังได้",
      en: "The joint committee is changed by a further order: the head of each side changes the seats of the own side and of the supporters; one that was waived can be formed later."
    }
  },
  "COL-7": {
    source: printed("process", 36),
    wording: {
      th: "การดำเนินกิจกรรมตามแผนปฏิบัติการทำร่วมกันตามบทบาทหน้าที่และงบประมาณที่กำหนดไว้ในแผน",
      en: "The activities of the action plan are carried out together, by the roles and the budget set in the plan."
    }
  },
  "COL-7a": {
    source: printed("process", 36),
    word: "ควร",
    parent: "COL-7",
    wording: {
      th: "ควรพิจารณาขอบเขตของอำนาจหน้าที่ของแต่ละกิจกรรมตามกฎหมายหรือระเบียบ หรือระบุการมอบอำนาจ และหากยังไม่มี ทั้งสองฝ่ายควรหารือให้มีกฎหมายหรือระเบียบก่อนดำเนินกิจกรรม โดยเจ้าของภารกิจเป็นหลักในการจัดทำร่าง",
      en: "The powers of each activity under law or rules should be considered, or a delegation named; where there is neither, both sides should see that the law or rule is there before the activity begins, with the owner leading the draft."
    }
  },
  "COL-7b": {
    source: printed("process", 36),
    word: "ควร",
    parent: "COL-7",
    wording: {
      th: "ในช่วงแรกของการมอบภารกิจควรกำหนดอำนาจหน้าที่ตามที่กฎหมายระบุไว้อย่างชัดเจน โดยไม่จำเป็นต้องออกกฎหมายหรือระเบียบเพิ่มเติมอีก",
      en: "In the first phase only powers that the law states clearly should be used, so that no further law or rule is needed."
    }
  },
  "COL-7c": {
    source: printed("process", 37),
    word: "ควร",
    parent: "COL-7",
    wording: {
      th: "ทั้งสองฝ่ายควรตกลงถึงแหล่งงบประมาณที่จะใช้ให้ชัดเจน",
      en: "Both sides should agree clearly on the sources of the budget."
    }
  },
  "COL-7d": {
    source: printed("process", 36),
    word: "ควร",
    parent: "COL-7",
    wording: {
      th: "ระหว่างขับเคลื่อนงานควรถอดบทเรียนและประเมินสถานการณ์ที่ส่งผลกระทบ เพื่อปรึกษาหารือและหาทางออกร่วมกัน",
      en: "While the work goes on, lessons should be drawn and the situation assessed, so as to consult and find a way together."
    }
  },
  "COL-8": {
    source: printed("process", 37),
    wording: {
      th: "การประเมินผลการดำเนินงานพิจารณาความสำเร็จตามตัวชี้วัดของแผนปฏิบัติการ ระหว่างกิจกรรมย่อยหรือเป็นระยะ",
      en: "Performance is evaluated by the indicators of the action plan, during activities or periodically."
    }
  },
  "COL-8a": {
    source: printed("process", 37),
    word: "ควร",
    parent: "COL-8",
    wording: {
      th: "คณะกรรมการร่วมควรกำหนดกรอบ วิธีการ และตัวชี้วัดสำหรับการประเมินความสำเร็จอย่างชัดเจน",
      en: "The joint committee should set the frame, methods and indicators of the evaluation clearly."
    }
  },
  "COL-8b": {
    source: printed("process", 37),
    word: "ควร",
    parent: "COL-8",
    wording: {
      th: "ควรถอดบทเรียนการบริหารราชการแบบมีส่วนร่วมว่ามีปัญหา อุปสรรค และข้อจำกัดอย่างไร เพื่อร่วมหาแนวทางปรับปรุงแก้ไข",
      en: "The lessons of participation, its problems, obstacles and limits, should be drawn, so as to find together how to improve."
    }
  },
  "COL-8c": {
    source: printed("process", 37),
    word: "อาจ",
    parent: "COL-8",
    wording: {
      th: "ผลการประเมินในบางกรณีอาจนำมาเป็นข้อเสนอแนะแก่ผู้ที่มีอำนาจ",
      en: "In some cases the results of the evaluation may become recommendations to those in authority."
    }
  },
  "COL-9": {
    source: own,
    wording: {
      th: "กระบวนการของรูปแบบที่เลือกเป็นกระบวนการย่อยของกระบวนการสร้างความร่วมมือ",
      en: "The chosen model's process runs as a sub-process of the collaboration process."
    }
  },
  "COL-9a": {
    source: own,
    parent: "COL-9",
    wording: {
      th: "เมื่อเปิดรับข้อเสนอ ขั้นตอนการคัดเลือกของรูปแบบนั้นใช้แทน COL-3 จากนั้นหารือตาม COL-4 กับผู้ที่ได้รับคัดเลือกก่อนลงนาม ส่วนขั้นตอนงบประมาณและการประเมินผลดำเนินการภายใน COL-7 และ COL-8",
      en: "In a call, the model's selection steps are the way COL-3 is done, COL-4 follows with the one selected, before signing, and the money and evaluation steps run inside COL-7 and COL-8."
    }
  },
  "COL-9b": {
    source: own,
    parent: "COL-9",
    wording: {
      th: "การชักชวนผู้รับมอบภารกิจโดยตรงคง COL-3 และ COL-4 ไว้ และมีเหตุผลเป็นลายลักษณ์อักษร",
      en: "Direct persuasion of a recipient, without a call, keeps COL-3 and COL-4 and has a written justification."
    }
  },
  "COL-9c": {
    source: own,
    parent: "COL-9",
    wording: {
      th: "ในรูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม COM-1 ถึง COM-4 ดำเนินการใน COL-4 ถึง COL-6 และ COM-5 ถึง COM-6 ดำเนินการใน COL-7 ถึง COL-8",
      en: "In commissioning, COM-1 to COM-4 are done in COL-4 to COL-6, and COM-5 and COM-6 in COL-7 and COL-8."
    }
  }
} as const satisfies RuleTexts
