import type { RuleTexts } from "../Rule.ts"
import { own, printed } from "../Sources.ts"

// Handbook section 2: the three models, how one is chosen, and the instruments. MOD-P1 and MOD-P2 are the handbook's;
// the other letters and numbers after a model are ours.
export const models = {
  "MOD-G": {
    source: printed("models", 12),
    wording: {
      th: "รูปแบบการให้เงินอุดหนุน (Grant) คือการร่วมกันจัดทำภารกิจภายใต้เป้าหมายที่ภาคีหุ้นส่วนร่วมกันกำหนด โดยอาศัยเงินอุดหนุนจากหน่วยงานภาครัฐที่เป็นเจ้าของภารกิจ เป็นการจัดทำโครงการร่วมกัน (Project-based Cooperation) ที่มีกรอบระยะเวลาชัดเจน",
      en: "A grant is a mission carried out together towards goals that the partners set together, on a subsidy from the agency that the mission belongs to: project-based cooperation in a clear time frame."
    }
  },
  "MOD-Ga": {
    source: printed("models", 13),
    word: "อาจ",
    parent: "MOD-G",
    wording: {
      th: "รูปแบบการให้เงินอุดหนุนอาจทำข้อตกลงที่เป็นทางการเป็นบันทึกข้อตกลงความร่วมมือ (MOU) เพื่อกำหนดบทบาทหน้าที่",
      en: "A grant may rest on a formal agreement in the form of an MOU, which sets the roles."
    }
  },
  "MOD-Gb": {
    source: printed("models", 13),
    word: "อาจ",
    parent: "MOD-G",
    wording: {
      th: "รูปแบบการให้เงินอุดหนุนอาจตั้งคณะกรรมการร่วมเฉพาะกิจ (Joint Committee)",
      en: "A grant may have an ad hoc joint committee."
    }
  },
  "MOD-Gc": {
    source: printed("models", 12),
    word: "ต้อง",
    parent: "MOD-G",
    wording: {
      th: "ผู้รับมอบภารกิจต้องยินดีและสามารถดำเนินการให้สอดคล้องกับภารกิจที่ได้รับเงินอุดหนุน",
      en: "The recipient must be willing and able to work in keeping with the mission that the grant is for."
    }
  },
  "MOD-P": {
    source: printed("models", 16),
    wording: {
      th: "รูปแบบการทำสัญญาข้อตกลง (Performance-based Contracting) คือการทำสัญญาเป็นภาคีหุ้นส่วนโดยหน่วยงานภาครัฐจัดสรรงบประมาณสำหรับจัดบริการสาธารณะภายใต้ขอบเขตระยะเวลาและกลุ่มเป้าหมายเฉพาะ เป็นความร่วมมือบนฐานของการจัดทำบริการสาธารณะร่วมกัน (Service-based Cooperation)",
      en: "Performance-based contracting is a partnership by contract in which the agency allocates a budget for a public service within a period and for a particular target group: service-based cooperation."
    }
  },
  "MOD-P1": {
    source: printed("models", 16),
    parent: "MOD-P",
    wording: {
      th: "รูปแบบการทำสัญญาข้อตกลงเหมาะสำหรับหน่วยงานภาครัฐที่มีข้อจำกัดด้านศักยภาพในการจัดบริการสาธารณะ โดยมีภาคส่วนอื่นที่พร้อมให้บริการได้ดีกว่า",
      en: "Performance-based contracting suits agencies whose capacity to provide a public service is limited, where others are ready to serve better."
    }
  },
  "MOD-P2": {
    source: printed("models", 17),
    word: "ได้",
    parent: "MOD-P",
    wording: {
      th: "การมอบภารกิจช่วยสนับสนุนการดำเนินงานของภาคส่วนอื่นด้านประกันรายได้ขั้นต่ำและปริมาณงานได้",
      en: "Assigning the mission may support others by guaranteeing a minimum income and volume of work."
    }
  },
  "MOD-P3": {
    source: printed("models", 17),
    parent: "MOD-P",
    wording: {
      th: "รูปแบบการทำสัญญาข้อตกลงยังเหมาะสำหรับภารกิจใหม่ที่ขาดประสบการณ์และบทเรียน เพื่อขยายผลต่อไปในอนาคต โดยไม่กระทบต่อการดำเนินงานหลักของหน่วยงานของรัฐ",
      en: "Performance-based contracting also suits a new mission without experience or lessons, to be extended later, without harm to the agency's main work."
    }
  },
  "MOD-Pa": {
    source: own,
    parent: "MOD-P",
    wording: {
      th: "สัญญาข้อตกลงมีกำหนดระยะเวลาสิ้นสุดที่ชัดเจนและต่ออายุได้",
      en: "A performance-based contract runs for a bounded term, which can be renewed."
    }
  },
  "MOD-Pb": {
    source: printed("models", 16),
    word: "อาจ",
    parent: "MOD-P",
    wording: {
      th: "รูปแบบการทำสัญญาข้อตกลงอาจตั้งคณะกรรมการร่วมเฉพาะกิจ (Joint Committee) เพื่อขับเคลื่อนภารกิจภายใต้ขอบเขตของสัญญา",
      en: "Performance-based contracting may have an ad hoc joint committee, which drives the mission within the contract."
    }
  },
  "MOD-C": {
    source: printed("models", 22),
    wording: {
      th: "รูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม (Commissioning) คือการเปิดให้หน่วยงานอื่นเข้าร่วมเป็นภาคีหุ้นส่วนจัดทำบริการสาธารณะเพื่อให้บรรลุเป้าหมายในระยะยาว โดยแต่ละฝ่ายระดมทรัพยากร บุคลากร และงบประมาณภายใต้โครงสร้างความสัมพันธ์ที่เป็นทางการ บนฐานการออกแบบระบบบริหารจัดการภารกิจร่วมกัน (Managerial-based Commissioning)",
      en: "Commissioning opens a long-term partnership in a public service: each side brings resources, people and money under a formal structure, and the management of the missions is designed together."
    }
  },
  "MOD-1": {
    source: printed("process", 29),
    word: "อาจ",
    wording: {
      th: "รูปแบบที่เหมาะสมอาจพิจารณาได้หลายหลักเกณฑ์ เช่น ลักษณะของภารกิจ กรอบระยะเวลา ความพร้อมด้านทรัพยากร ความต้องการของฝ่ายบริหาร ความพร้อมของภาคส่วนอื่น และความสัมพันธ์ระหว่างผู้มอบกับผู้รับมอบภารกิจ",
      en: "The fitting model may be considered by several criteria, as the mission's nature, its time frame, the readiness of resources, the wishes of executives, the readiness of others and the relation of the two sides."
    }
  },
  "MOD-1a": {
    source: printed("process", 29),
    parent: "MOD-1",
    wording: {
      th: "หลักเกณฑ์หนึ่งของการเลือกรูปแบบคือลักษณะของภารกิจ",
      en: "One criterion of the choice of model is the nature of the mission."
    }
  },
  "MOD-1b": {
    source: printed("process", 29),
    parent: "MOD-1",
    wording: {
      th: "หลักเกณฑ์หนึ่งของการเลือกรูปแบบคือขอบเขตและกรอบระยะเวลาในการดำเนินงาน",
      en: "One criterion of the choice of model is the scope and time frame of the work."
    }
  },
  "MOD-1c": {
    source: printed("process", 29),
    parent: "MOD-1",
    wording: {
      th: "หลักเกณฑ์หนึ่งของการเลือกรูปแบบคือความพร้อมด้านทรัพยากรและงบประมาณ",
      en: "One criterion of the choice of model is whether resources and budget are ready."
    }
  },
  "MOD-1d": {
    source: printed("process", 29),
    parent: "MOD-1",
    wording: {
      th: "หลักเกณฑ์หนึ่งของการเลือกรูปแบบคือความต้องการของฝ่ายบริหารและเจ้าหน้าที่ของหน่วยงานเจ้าของภารกิจ",
      en: "One criterion of the choice of model is what the executives and staff of the mission owner want."
    }
  },
  "MOD-1e": {
    source: printed("process", 29),
    parent: "MOD-1",
    wording: {
      th: "หลักเกณฑ์หนึ่งของการเลือกรูปแบบคือความพร้อมของภาคส่วนอื่นที่จะเป็นผู้รับมอบ",
      en: "One criterion of the choice of model is whether others are ready to be the recipient."
    }
  },
  "MOD-1f": {
    source: printed("process", 29),
    parent: "MOD-1",
    wording: {
      th: "หลักเกณฑ์หนึ่งของการเลือกรูปแบบคือความสัมพันธ์ระหว่างผู้มอบและผู้รับมอบภารกิจ",
      en: "One criterion of the choice of model is the relation between owner and recipient."
    }
  },
  "MOD-1g": {
    source: own,
    parent: "MOD-1",
    wording: {
      th: "หน่วยงานเพิ่มหลักเกณฑ์การเลือกรูปแบบของตนได้",
      en: "An agency can add criteria of its own to the choice of model."
    }
  },
  "MOD-2": {
    source: own,
    wording: {
      th: "ผู้มีอำนาจเลือกรูปแบบอื่นที่ต่างจากลำดับแรกที่ระบบแนะนำได้ต่อเมื่อระบุเหตุผลเป็นลายลักษณ์อักษร",
      en: "An authorised person can choose a model other than the one recommended first only with a written reason."
    }
  },
  "MOD-3": {
    source: printed("factors", 38),
    wording: {
      th: "ทั้งสามรูปแบบดำเนินการผ่านเครื่องมือ คือ ข้อตกลง (Agreement) สัญญา (Contract) หรือบันทึกข้อตกลงความร่วมมือ (MOU)",
      en: "All three models work through an instrument: an agreement, a contract or an MOU."
    }
  },
  "MOD-3a": {
    source: own,
    parent: "MOD-3",
    wording: {
      th: "ข้อตกลง สัญญา และบันทึกข้อตกลงความร่วมมือแต่ละฉบับระบุว่ามีผลผูกพันทางกฎหมายหรือไม่",
      en: "Each agreement, contract and MOU says whether it is legally binding."
    }
  }
} as const satisfies RuleTexts
