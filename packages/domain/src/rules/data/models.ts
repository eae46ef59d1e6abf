import type { RuleTexts } from "../Rule.ts"

// Handbook section 2: the three models, how one is chosen, and the instruments.
// MOD-Ga, MOD-Gb, MOD-Pa and MOD-Pb name cells of the handbook's table; their letters are ours.
export const models = {
  "MOD-G": {
    source: "OPDC",
    wording: {
      th: "รูปแบบการให้เงินอุดหนุน (Grant) เป็นความร่วมมือแบบรายโครงการที่ผู้มอบภารกิจให้เงินอุดหนุนแก่ภารกิจซึ่งกำหนดร่วมกัน มีกรอบเวลาชัดเจน และมิใช่งานประจำของผู้มอบภารกิจ",
      en: "A grant is project-based cooperation: the owner subsidises a jointly defined mission that is clear and bounded in time and is not the owner's routine."
    }
  },
  "MOD-Ga": {
    source: "OPDC",
    parent: "MOD-G",
    wording: {
      th: "รูปแบบการให้เงินอุดหนุนอาจใช้บันทึกข้อตกลงความร่วมมือ (MOU) เป็นเครื่องมือ",
      en: "A grant may rest on an MOU."
    }
  },
  "MOD-Gb": {
    source: "OPDC",
    parent: "MOD-G",
    wording: {
      th: "รูปแบบการให้เงินอุดหนุนอาจมีคณะกรรมการร่วมเฉพาะภารกิจ",
      en: "A grant may have a joint committee for the task."
    }
  },
  "MOD-P": {
    source: "OPDC",
    wording: {
      th: "รูปแบบการทำสัญญาข้อตกลง (Performance-based Contracting) เป็นความร่วมมือแบบรายบริการที่ให้งบประมาณเพื่อจัดบริการภายในระยะเวลาและกลุ่มเป้าหมายที่กำหนด โดยวัดผลตามเป้าหมายร่วม",
      en: "Performance-based contracting is service-based cooperation: a budget for a service within a period and a target group, measured against joint goals."
    }
  },
  "MOD-P1": {
    source: "OPDC",
    parent: "MOD-P",
    wording: {
      th: "การทำสัญญาข้อตกลงเหมาะกับงานที่ผู้มอบภารกิจมีขีดความสามารถจำกัดและภาคส่วนอื่นให้บริการได้ดีกว่า โดยไม่กระทบต่อภารกิจหลักของผู้มอบภารกิจ",
      en: "Contracting suits work in which the owner is short of capacity and others serve better, without harm to the owner's main work."
    }
  },
  "MOD-P2": {
    source: "OPDC",
    parent: "MOD-P",
    wording: {
      th: "ผู้มอบภารกิจอาจให้การประกันรายได้ขั้นต่ำและปริมาณงานแก่ผู้รับมอบภารกิจ",
      en: "The owner may guarantee a minimum income and volume of work to the partner."
    }
  },
  "MOD-Pa": {
    source: "PHAKHI",
    parent: "MOD-P",
    wording: {
      th: "สัญญาข้อตกลงมีกำหนดระยะเวลาสิ้นสุดที่ชัดเจนและต่ออายุได้",
      en: "A performance-based contract runs for a bounded term, which can be renewed."
    }
  },
  "MOD-Pb": {
    source: "OPDC",
    parent: "MOD-P",
    wording: {
      th: "รูปแบบการทำสัญญาข้อตกลงอาจมีคณะกรรมการร่วมเฉพาะภารกิจ",
      en: "Performance-based contracting may have a joint committee for the task."
    }
  },
  "MOD-C": {
    source: "OPDC",
    wording: {
      th: "รูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม (Commissioning) เป็นหุ้นส่วนระยะยาวที่แต่ละฝ่ายร่วมสมทบทรัพยากร บุคลากร และงบประมาณ ภายใต้โครงสร้างที่เป็นทางการและสัญญาร่วม",
      en: "Commissioning is a long-term partnership: each side brings resources, people and money under a formal structure and a joint contract."
    }
  },
  "MOD-1": {
    source: "OPDC",
    wording: {
      th: "การเลือกรูปแบบพิจารณาจากลักษณะของภารกิจ ขอบเขตและเวลา ทรัพยากร ความต้องการของฝ่ายบริหารและเจ้าหน้าที่ ความพร้อมของภาคส่วนอื่น และความสัมพันธ์ระหว่างสองฝ่าย ซึ่งหน่วยงานเพิ่มเกณฑ์ได้",
      en: "A model is chosen by the mission's nature, scope and time, resources, the wishes of executives and staff, others' readiness and the relation of the two sides; agencies can add criteria."
    }
  },
  "MOD-1a": {
    source: "OPDC",
    parent: "MOD-1",
    wording: {
      th: "การเลือกรูปแบบพิจารณาลักษณะของภารกิจ",
      en: "The choice of model considers the nature of the mission."
    }
  },
  "MOD-1b": {
    source: "OPDC",
    parent: "MOD-1",
    wording: {
      th: "การเลือกรูปแบบพิจารณาขอบเขตและกรอบระยะเวลาในการดำเนินงาน",
      en: "The choice of model considers the scope and time frame of the work."
    }
  },
  "MOD-1c": {
    source: "OPDC",
    parent: "MOD-1",
    wording: {
      th: "การเลือกรูปแบบพิจารณาความพร้อมด้านทรัพยากรและงบประมาณ",
      en: "The choice of model considers whether resources and budget are ready."
    }
  },
  "MOD-1d": {
    source: "OPDC",
    parent: "MOD-1",
    wording: {
      th: "การเลือกรูปแบบพิจารณาความต้องการของฝ่ายบริหารและเจ้าหน้าที่",
      en: "The choice of model considers what executives and staff want."
    }
  },
  "MOD-1e": {
    source: "OPDC",
    parent: "MOD-1",
    wording: {
      th: "การเลือกรูปแบบพิจารณาความพร้อมของภาคส่วนอื่นที่จะเป็นผู้รับมอบ",
      en: "The choice of model considers whether others are ready to be the recipient."
    }
  },
  "MOD-1f": {
    source: "OPDC",
    parent: "MOD-1",
    wording: {
      th: "การเลือกรูปแบบพิจารณาความสัมพันธ์ระหว่างผู้มอบและผู้รับมอบภารกิจ",
      en: "The choice of model considers the relation between owner and recipient."
    }
  },
  "MOD-2": {
    source: "PHAKHI",
    wording: {
      th: "ผู้มีอำนาจเลือกรูปแบบอื่นที่ต่างจากลำดับแรกที่ระบบแนะนำได้ต่อเมื่อระบุเหตุผลเป็นลายลักษณ์อักษร",
      en: "An authorised person can choose a model other than the one recommended first only with a written reason."
    }
  },
  "MOD-3": {
    source: "PHAKHI",
    wording: {
      th: "เครื่องมือของความร่วมมือคือข้อตกลง สัญญา หรือบันทึกข้อตกลงความร่วมมือ และแต่ละฉบับระบุว่ามีผลผูกพันทางกฎหมายหรือไม่",
      en: "The instrument is an agreement, a contract or an MOU, and each says whether it is legally binding."
    }
  }
} as const satisfies RuleTexts
