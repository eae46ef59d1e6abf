import type { RuleTexts } from "../Rule.ts"

// Handbook section 3, first half: from the choice of a model to the signed agreement.
// The handbook's own letters are COL-3a and COL-4a to COL-4d; the others are ours, one per part with a strength of its own.
export const collaboration = {
  "COL-1": {
    source: "OPDC",
    wording: {
      th: "การประยุกต์ใช้ตัวแบบเป็นขั้นตอนแรกของกระบวนการสร้างความร่วมมือ โดยพิจารณาเกณฑ์การเลือกรูปแบบและตัดสินใจเลือกรูปแบบหนึ่ง",
      en: "The collaboration process begins by applying a model: the criteria of choice are considered and one model is decided on."
    }
  },
  "COL-2": {
    source: "OPDC",
    wording: {
      th: "การเจรจากับหน่วยงานเจ้าของภารกิจเป็นขั้นตอนที่จำเป็นเมื่อหน่วยงานยังไม่มีนโยบายให้ภาคส่วนอื่นดำเนินภารกิจ กรณีมีนโยบายแล้วให้ข้ามได้โดยบันทึกไว้",
      en: "Negotiation with the mission owner is needed where the owner has no policy yet; otherwise the step is skipped and the skip is recorded."
    }
  },
  "COL-3": {
    source: "OPDC",
    wording: {
      th: "การแสวงหาหน่วยงานรับมอบภารกิจเป็นการประเมินท่าที ทัศนคติ ความพร้อม ขีดความสามารถ ประสบการณ์ ภารกิจที่ใกล้เคียง ความขัดแย้งกับผู้มอบภารกิจ บุคลากร งบประมาณ และเครื่องมือ",
      en: "Seeking the recipient means assessing attitude, readiness, capability and experience, similar missions, conflicts with the owner, and people, money and tools."
    }
  },
  "COL-3a": {
    source: "OPDC",
    parent: "COL-3",
    wording: {
      th: "การแสวงหาหน่วยงานรับมอบภารกิจโดยริเริ่มจากภายในของภาคีหุ้นส่วน เริ่มจากความคิดและความเป็นไปได้ การสร้างความตระหนัก และการผลักดันให้เป็นนโยบาย",
      en: "From inside the partner, seeking the recipient goes through idea and feasibility, awareness and a push for policy."
    }
  },
  "COL-3b": {
    source: "PHAKHI",
    parent: "COL-3",
    wording: {
      th: "การแสวงหาหน่วยงานรับมอบภารกิจทำก่อนการเจรจากับหน่วยงานเจ้าของภารกิจหรือเป็นเหตุให้เริ่มการเจรจานั้นได้",
      en: "Seeking the recipient can come before the negotiation with the owner, or can trigger it."
    }
  },
  "COL-4": {
    source: "OPDC",
    wording: {
      th: "การหารือเบื้องต้นเพื่อกำหนดภารกิจและกิจกรรมต้องทำตามลำดับ คือ กรอบวิสัยทัศน์ร่วม ความเป็นไปได้และลำดับความสำคัญ การเลือกโครงการและกิจกรรม และร่างข้อตกลงด้วยความสมัครใจ",
      en: "The preliminary discussion must go in order: shared common visions, priorities and possibilities, project and activity selections, and mutual agreements."
    }
  },
  "COL-4a": {
    source: "OPDC",
    parent: "COL-4",
    wording: {
      th: "การหารือกำหนดกรอบวิสัยทัศน์ร่วม (Shared Common Visions) คือ ภารกิจที่ทำด้วยความสมัครใจ ความสำเร็จระยะยาว และความคาดหวังของแต่ละฝ่าย",
      en: "The discussion sets the shared common visions: the voluntary mission, long-term success and what each side expects."
    }
  },
  "COL-4b": {
    source: "OPDC",
    parent: "COL-4",
    wording: {
      th: "การหารือพิจารณาความเป็นไปได้และลำดับความสำคัญ (Priorities and Possibilities) ทั้งด้านเทคนิค เศรษฐกิจ การปฏิบัติ และกำหนดเวลา รวมถึงสิ่งสนับสนุนและข้อจำกัดของทั้งสองฝ่าย",
      en: "The discussion weighs priorities and possibilities, technical, economic, operational and of schedule, with the supports and constraints of both sides."
    }
  },
  "COL-4c": {
    source: "OPDC",
    parent: "COL-4",
    wording: {
      th: "การหารือเลือกโครงการและกิจกรรม (Project and Activity Selections) ตามความต้องการของทั้งสองฝ่ายและประชาชนหรือความเร่งด่วน โดยไม่กระทบต่อประโยชน์สาธารณะ",
      en: "The discussion selects projects and activities by both sides' and the people's needs or by urgency, without harm to the public interest."
    }
  },
  "COL-4d": {
    source: "OPDC",
    parent: "COL-4",
    wording: {
      th: "การหารือจัดทำร่างข้อตกลงด้วยความสมัครใจ (Mutual Agreements) ซึ่งระบุภารกิจ อำนาจหน้าที่ ความรับผิดชอบ การบริหาร และธุรการ",
      en: "The discussion ends in a draft of mutual agreements that states mission, powers, responsibilities, administration and clerical work."
    }
  },
  "COL-5": {
    source: "OPDC",
    wording: {
      th: "การจัดทำข้อตกลงหรือลงนามบันทึกข้อตกลงความร่วมมือ (MOU) เป็นขั้นตอนที่ทั้งสองฝ่ายลงนามและต้องประกาศให้สาธารณชนทราบ",
      en: "An agreement is made or an MOU is signed by both sides, and it must be announced to the public."
    }
  },
  "COL-5a": {
    source: "OPDC",
    parent: "COL-5",
    wording: {
      th: "ข้อตกลงหรือบันทึกข้อตกลงความร่วมมือที่ลงนามแล้วต้องประกาศให้สาธารณชนทราบ",
      en: "A signed agreement or MOU must be announced to the public."
    }
  },
  "COL-5b": {
    source: "PHAKHI",
    parent: "COL-5",
    wording: {
      th: "ข้อตกลงหรือบันทึกข้อตกลงความร่วมมือลงนามโดยผู้ได้รับมอบอำนาจของทั้งสองฝ่ายเท่านั้น",
      en: "An agreement or MOU is signed on both sides, and only by people with a mandate to do so."
    }
  },
  "COL-5c": {
    source: "OPDC",
    parent: "COL-5",
    wording: {
      th: "ทั้งสองฝ่ายต้องสื่อสารข้อตกลงให้บุคลากรภายในและผู้มีส่วนได้ส่วนเสียทราบ",
      en: "Both sides must communicate the agreement to their own people and to stakeholders."
    }
  },
  "COL-5d": {
    source: "OPDC",
    parent: "COL-5",
    wording: {
      th: "การสื่อสารข้อตกลงควรเป็นการสื่อสารสองทาง",
      en: "Communication about the agreement should be two-way."
    }
  }
} as const satisfies RuleTexts
