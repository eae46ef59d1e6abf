import type { RuleTexts } from "../Rule.ts"
import { own, printed } from "../Sources.ts"

// Handbook section 3, first half: from the choice of a model to the signed agreement. The handbook's own letters are
// COL-3a and COL-4a to COL-4d; the others are ours, one per part with a strength of its own.
export const collaboration = {
  "COL-1": {
    source: printed("process", 29),
    wording: {
      th: "การประยุกต์ใช้ตัวแบบ คือการพิจารณาว่ารูปแบบใดในสามรูปแบบมีความเหมาะสมและสอดคล้องกับความต้องการมากที่สุด",
      en: "Applying a model means considering which of the three models fits best and answers the need."
    }
  },
  "COL-1a": {
    source: printed("process", 29),
    word: "ควร",
    parent: "COL-1",
    wording: {
      th: "หน่วยงานเจ้าของภารกิจควรพิจารณาถึงความพร้อมและความเป็นไปได้ในการดำเนินงานตามรูปแบบทั้งสาม",
      en: "The mission owner should consider how ready it is, and whether the work is feasible, under each of the three models."
    }
  },
  "COL-2": {
    source: printed("process", 30),
    wording: {
      th: "การเจรจากับหน่วยงานเจ้าของภารกิจเป็นขั้นตอนจำเป็นในกรณีที่หน่วยงานยังไม่มีนโยบายหรือทิศทางที่จะมอบภารกิจให้กับภาคส่วนอื่น โดยริเริ่มจากภายในหรือริเริ่มจากภายนอก",
      en: "Negotiation with the mission owner is a needed step where the agency has no policy or direction yet to assign the mission to others; it is started from inside or from outside."
    }
  },
  "COL-2a": {
    source: own,
    parent: "COL-2",
    wording: {
      th: "เมื่อหน่วยงานมีนโยบายมอบภารกิจอยู่แล้ว การเจรจากับหน่วยงานเจ้าของภารกิจข้ามได้โดยบันทึกเหตุผลไว้",
      en: "Where the agency has a policy to assign the mission already, the negotiation with it is skipped and the reason is recorded."
    }
  },
  "COL-3": {
    source: printed("process", 31),
    wording: {
      th: "การแสวงหาหน่วยงานรับมอบภารกิจพิจารณาเช่นเดียวกับการเจรจากับหน่วยงานเจ้าของภารกิจ เพราะภาคส่วนอื่นอาจยังไม่มีนโยบายหรือความสนใจต่อภารกิจ และทำได้โดยริเริ่มจากภายในหรือจากภายนอก",
      en: "Seeking the recipient is thought of like the negotiation with the owner, since others can be without a policy for the mission or an interest in it; it is started from inside or from outside."
    }
  },
  "COL-3a": {
    source: printed("process", 31),
    parent: "COL-3",
    wording: {
      th: "ริเริ่มจากภายใน คือภาคส่วนอื่นเสนอความคิดและศึกษาความเป็นไปได้ของการรับมอบภารกิจ สร้างการรับรู้ในองค์กร และผลักดันให้หน่วยงานเจ้าของภารกิจกำหนดเป็นนโยบาย",
      en: "From inside, the partner brings up the idea and studies whether it is feasible to take the mission on, makes it known within, and pushes the mission owner to make it policy."
    }
  },
  "COL-3b": {
    source: own,
    parent: "COL-3",
    wording: {
      th: "การแสวงหาหน่วยงานรับมอบภารกิจทำก่อนการเจรจากับหน่วยงานเจ้าของภารกิจหรือเป็นเหตุให้เริ่มการเจรจานั้นได้",
      en: "Seeking the recipient can come before the negotiation with the owner, or can trigger it."
    }
  },
  "COL-3c": {
    source: printed("process", 31),
    word: "ต้อง",
    parent: "COL-3",
    wording: {
      th: "เมื่อภาคส่วนอื่นยังไม่มีนโยบายหรือความสนใจต่อภารกิจ ต้องแสวงหา เจรจา และชักชวนให้มารับมอบภารกิจ",
      en: "Where others have no policy for the mission or no interest in it yet, they must be sought, negotiated with and invited to take it on."
    }
  },
  "COL-4": {
    source: printed("process", 33),
    wording: {
      th: "การหารือเบื้องต้นเพื่อกำหนดภารกิจและกิจกรรมมีสี่เรื่อง คือ กรอบวิสัยทัศน์ร่วม ความเป็นไปได้และลำดับความสำคัญ การเลือกโครงการหรือกิจกรรม และร่างข้อตกลงด้วยความสมัครใจ",
      en: "The preliminary discussion, which sets mission and activities, has four matters: shared common visions, priorities and possibilities, project and activity selections, and mutual agreements."
    }
  },
  "COL-4a": {
    source: printed("process", 33),
    parent: "COL-4",
    wording: {
      th: "กรอบวิสัยทัศน์ร่วม (Shared Common Visions) คือภารกิจที่ทั้งสองฝ่ายเห็นสมควรตามความสมัครใจ สิ่งที่จะทำให้สำเร็จในระยะยาว และความคาดหวังในการดำเนินภารกิจ",
      en: "The shared common visions are the mission that both sides agree on by their own will, what is to succeed in the long term, and what is expected of it."
    }
  },
  "COL-4b": {
    source: printed("process", 33),
    parent: "COL-4",
    wording: {
      th: "ความเป็นไปได้และลำดับความสำคัญ (Priorities and Possibilities) พิจารณาด้านเทคนิค ด้านเศรษฐศาสตร์ ด้านการปฏิบัติงาน และด้านระยะเวลา กับปัจจัยที่เกื้อหนุน ข้อจำกัดของทั้งสองฝ่าย และกรอบเชิงสถาบัน เช่น กฎหมาย ระเบียบ งบประมาณ",
      en: "Priorities and possibilities are weighed technically, economically, in operation and in time, with what supports them, the limits of both sides and the institutional frame, as law, rules and budget."
    }
  },
  "COL-4c": {
    source: printed("process", 33),
    word: "ควร",
    parent: "COL-4",
    wording: {
      th: "โครงการและกิจกรรมควรคัดเลือกหลังพิจารณาความเป็นไปได้และลำดับความสำคัญ โดยอาจเลือกจากความต้องการของสองฝ่ายและของประชาชน หรือตามความเร่งด่วน โดยไม่กระทบหรือสร้างความเสียหายแก่ประโยชน์สาธารณะ",
      en: "Projects and activities should be selected once priorities and possibilities have been weighed, by the needs of both sides and of the people or by urgency, without harm to the public interest."
    }
  },
  "COL-4d": {
    source: printed("process", 33),
    word: "ควร",
    parent: "COL-4",
    wording: {
      th: "ร่างข้อตกลงด้วยความสมัครใจ (Mutual Agreements) ที่ทั้งสองฝ่ายเห็นสมควรนั้น ควรกำหนดภารกิจ อำนาจหน้าที่และความรับผิดชอบของทั้งสองฝ่าย การบริหารงานและธุรการ",
      en: "The draft of mutual agreements, which both sides think right, should state the mission, both sides' powers and responsibilities, administration and clerical work."
    }
  },
  "COL-4e": {
    source: printed("process", 33),
    word: "ควร",
    parent: "COL-4",
    wording: {
      th: "ทั้งสองฝ่ายควรหารือเบื้องต้นตามลำดับของสี่เรื่องนั้น",
      en: "Both sides should hold the preliminary discussion in the order of its four matters."
    }
  },
  "COL-5": {
    source: printed("process", 34),
    word: "ต้อง",
    wording: {
      th: "เมื่อจัดทำข้อตกลงหรือลงนามบันทึกข้อตกลงความร่วมมือ (MOU) แล้ว ต้องดำเนินงานให้บรรลุตามข้อตกลงที่ลงนามไว้ และต้องประกาศให้สาธารณชนรับรู้",
      en: "Once an agreement is made or an MOU is signed, the work must attain what was signed, and the public must be told of it."
    }
  },
  "COL-5a": {
    source: printed("process", 34),
    word: "ต้อง",
    parent: "COL-5",
    wording: {
      th: "ต้องประกาศให้สาธารณชนและผู้มีส่วนเกี่ยวข้องรับรู้ถึงภารกิจและความสำคัญของข้อตกลงหรือบันทึกข้อตกลงความร่วมมือ",
      en: "The mission, and why the agreement or MOU matters, must be announced to the public and to those concerned."
    }
  },
  "COL-5b": {
    source: own,
    parent: "COL-5",
    wording: {
      th: "ข้อตกลงหรือบันทึกข้อตกลงความร่วมมือลงนามโดยผู้ได้รับมอบอำนาจของทั้งสองฝ่ายเท่านั้น",
      en: "An agreement or MOU is signed on both sides, and only by people with a mandate to do so."
    }
  },
  "COL-5c": {
    source: printed("process", 34),
    word: "ต้อง",
    parent: "COL-5",
    wording: {
      th: "ทั้งสองฝ่ายต้องสื่อสารทิศทางการทำงานตามข้อตกลงกับบุคลากรภายในองค์กรและผู้มีส่วนได้ส่วนเสีย",
      en: "Both sides must communicate the direction of the work under the agreement to their own people and to stakeholders."
    }
  },
  "COL-5d": {
    source: printed("process", 35),
    word: "ควร",
    parent: "COL-5",
    wording: {
      th: "องค์กรควรสื่อสารเรื่องข้อตกลงแบบสองทาง (Two-way Communication) อย่างต่อเนื่อง",
      en: "Communication about the agreement should be two-way, and go on."
    }
  }
} as const satisfies RuleTexts
