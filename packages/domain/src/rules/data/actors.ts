import type { RuleTexts } from "../Rule.ts"
import { own, printed, section, slide } from "../Sources.ts"

// Handbook section 1: who takes part, and the consent that everything rests on. ACT-1a, ACT-1b and ACT-2a are ours,
// for parts from another source or of our own.
export const actors = {
  "ACT-1": {
    source: printed("models", 10),
    wording: {
      th: "ผู้มอบภารกิจ คือหน่วยงานภาครัฐที่เป็นเจ้าของภารกิจ ซึ่งมอบภารกิจของตนให้ภาคส่วนอื่นดำเนินการแทนหรือทำงานร่วมกัน",
      en: "The mission owner is the state agency that the mission belongs to, and that assigns it to others, to carry out in its place or with it."
    }
  },
  "ACT-1a": {
    source: section("1.2"),
    parent: "ACT-1",
    wording: {
      th: "หน่วยราชการยังคงมีหน้าที่และรับผิดชอบต่อประชาชนให้เข้าถึงและได้รับบริการของรัฐที่มีคุณภาพ แม้ภาคส่วนอื่นมีส่วนร่วมในการให้บริการ",
      en: "The state agency keeps its duty and its responsibility to the people for access to services of the state and for their quality, also where others share in the service."
    }
  },
  "ACT-1b": {
    source: own,
    parent: "ACT-1",
    wording: {
      th: "หน่วยงานของรัฐในส่วนกลาง ส่วนภูมิภาค และส่วนท้องถิ่นเป็นผู้มอบภารกิจได้",
      en: "Central, provincial and local state agencies can be mission owners."
    }
  },
  "ACT-2": {
    source: printed("models", 10),
    wording: {
      th: "ผู้รับมอบภารกิจ (ภาคีหุ้นส่วน) คือภาคเอกชน ภาคประชาสังคม หรือองค์กรปกครองส่วนท้องถิ่น ที่รับมอบภารกิจไปดำเนินการ",
      en: "The mission recipient, the partner, is the private sector, civil society or a local government that takes the mission on."
    }
  },
  "ACT-2a": {
    source: own,
    parent: "ACT-2",
    wording: {
      th: "สถาบันทางวิชาการ องค์กรชุมชน และหน่วยงานอื่นของรัฐเป็นผู้รับมอบภารกิจได้เช่นกัน โดยประเภทขององค์กรที่มีสิทธิเป็นไปตามที่กำหนดไว้สำหรับแต่ละรูปแบบและแต่ละประกาศรับข้อเสนอ",
      en: "Academic institutions, community organisations and other state bodies can be recipients too; the kinds of organisation that are eligible are those set for the model and for the call."
    }
  },
  "ACT-3": {
    source: printed("models", 13),
    wording: {
      th: "ภาคส่วนอื่นสนับสนุน คือตัวแทนจากประชาชน สถาบันทางวิชาการ หรือบุคคลสำคัญในพื้นที่ ซึ่งไม่ใช่ผู้มอบหรือผู้รับมอบภารกิจ แต่ทั้งสองฝ่ายเล็งเห็นว่าช่วยเหลือการดำเนินภารกิจได้",
      en: "A supporter is neither owner nor recipient, but seen by both sides as able to help with the mission: representatives of the people, academic institutions or important persons of the area."
    }
  },
  "ACT-4": {
    source: printed("process", 31),
    wording: {
      th: "ฝ่ายที่สาม คือผู้ที่ผลักดันให้เกิดการมอบภารกิจจากภายนอก เช่น ภาคเอกชน ภาควิชาการ ภาคประชาชน ตัวประชาชนเอง หรือสำนักงาน ก.พ.ร. ที่จัดทำโครงการนำร่อง ติดตามผล และจับคู่หน่วยงานของรัฐกับภาคส่วนอื่น",
      en: "A third party pushes for a mission to be assigned from outside, as the private sector, academia, the people's sector, citizens themselves or the Office of the OPDC, which makes pilot projects, follows them up and matches agencies with others."
    }
  },
  "ACT-5": {
    source: own,
    wording: {
      th: "ผู้รับบริการและประชาชน คือผู้ที่ได้รับการรับฟังความคิดเห็น ให้ข้อเสนอแนะ ร้องเรียน และร่วมตรวจสอบบริการ",
      en: "Service users and the public are those who are consulted, give feedback, complain and audit the service."
    }
  },
  "ACT-6": {
    source: own,
    wording: {
      th: "ผู้ประเมิน คือผู้ประเมินภายในหรือผู้ประเมินภายนอกที่ประเมินผลการดำเนินงานตามข้อตกลง",
      en: "An evaluator, internal or external, is the one who evaluates the work done under the agreement."
    }
  },
  "ACT-7": {
    source: printed("models", 11),
    word: "ต้อง",
    wording: {
      th: "หน่วยงานของรัฐกับภาคีหุ้นส่วนต้องมีความสัมพันธ์แบบผู้มอบภารกิจและผู้รับมอบภารกิจผ่านการทำสัญญาหรือข้อตกลง ไม่ใช่การบังคับบัญชาสั่งการ และไม่ใช่สัญญาจ้างเหมาภายนอก (Outsourcing)",
      en: "Agency and partner must be related as mission owner and mission recipient, by contract or agreement: neither by command nor by outsourcing."
    }
  },
  "ACT-8": {
    source: printed("models", 10),
    word: "ต้อง",
    wording: {
      th: "ทุกฝ่ายต้องยินยอมพร้อมใจและตกลงร่วมกัน โดยทำข้อตกลงหรือสัญญา โครงการ แผนการดำเนินงาน บทบาทหน้าที่ของแต่ละฝ่าย และแหล่งที่มาของทรัพยากรและงบประมาณ",
      en: "All sides must consent and agree, with an agreement or contract, a project, a work plan, each side's roles, and the sources of resources and budget."
    }
  },
  "ACT-9": {
    source: printed("models", 13),
    wording: {
      th: "คณะกรรมการร่วม ประกอบด้วยผู้มอบภารกิจ ผู้รับมอบภารกิจ และภาคส่วนอื่นสนับสนุน",
      en: "The joint committee is made up of the mission owner, the mission recipient and supporters."
    }
  },
  "ACT-10": {
    source: printed("models", 26),
    wording: {
      th: "สำนักงานเลขานุการ ทำหน้าที่ประสานและบริหารงานความร่วมมือของฝ่ายเลขานุการร่วมในรูปแบบกลไกขับเคลื่อนงานภายใต้สัญญาร่วม",
      en: "The secretariat's office co-ordinates and administers the cooperation for the joint secretariat of commissioning."
    }
  },
  "ACT-11": {
    source: slide("conditions"),
    wording: {
      th: "กลุ่มพัฒนาระบบบริหารรับผิดชอบขับเคลื่อนแผนปฏิบัติการเกี่ยวกับการพัฒนาระบบบริหารราชการของแต่ละกระทรวง",
      en: "The administrative development group carries the action plan for developing the administration of each ministry."
    }
  },
  "ACT-12": {
    source: slide("conditions"),
    word: "ต้อง",
    wording: {
      th: "ต้องเสริมสร้างภาวะผู้นำของผู้บริหารระดับสูง และกำหนดให้แต่ละส่วนราชการมีผู้บริหารระดับสูงที่รับผิดชอบผลักดันการบริหารการเปลี่ยนแปลงเป็นการเฉพาะและเต็มเวลา",
      en: "The leadership of senior executives must be strengthened, and each agency given a senior executive who drives change as a duty of its own and full time."
    }
  }
} as const satisfies RuleTexts
