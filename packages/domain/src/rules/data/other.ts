import type { RuleTexts } from "../Rule.ts"
import { own, printed } from "../Sources.ts"

// Handbook section 15, and rules of the system itself, which the handbook does not number.
export const other = {
  "BEN-1": {
    source: printed("why", 4),
    wording: {
      th: "การดำเนินงานร่วมกับภาคส่วนต่าง ๆ ลดต้นทุนและข้อจำกัดในการจัดบริการสาธารณะ",
      en: "Working with others lowers the cost and the limits of public services."
    }
  },
  "BEN-2": {
    source: printed("why", 4),
    wording: {
      th: "ความร่วมมือพัฒนาประเภท รูปแบบ และคุณภาพการบริการสาธารณะให้สอดคล้องกับความต้องการเฉพาะของแต่ละกลุ่ม เช่น เด็กและเยาวชน ผู้สูงอายุ และผู้พิการ",
      en: "Cooperation develops the kinds, forms and quality of public services to fit what each group needs, as children and youth, older and disabled people."
    }
  },
  "BEN-3": {
    source: printed("why", 4),
    wording: {
      th: "ความร่วมมือสร้างนวัตกรรมบนฐานของความรู้และการวิจัย",
      en: "Cooperation brings innovation on a base of knowledge and research."
    }
  },
  "SEP-1": {
    source: own,
    wording: {
      th: "ผู้จัดทำและผู้อนุมัติการเบิกจ่ายเป็นคนละคนกัน",
      en: "Preparing and approving a disbursement are done by two different people."
    }
  },
  "SEP-2": {
    source: own,
    wording: {
      th: "ผลการประเมินได้รับการยอมรับโดยผู้ที่มิใช่ผู้รับเงินและมิใช่ผู้ประเมิน",
      en: "An evaluation is accepted by someone other than the payee and other than the evaluator."
    }
  },
  "SEC-1": {
    source: own,
    wording: {
      th: "ผู้ใช้ดำเนินการได้เฉพาะภายในบทบาทและขอบเขตที่ได้รับ",
      en: "One acts only within the roles and scope that one has been given."
    }
  },
  "SEC-2": {
    source: own,
    wording: {
      th: "การบันทึกระบุรุ่นของข้อมูลที่ผู้ใช้เห็น และช่องข้อมูลที่ระบบไม่รู้จักถูกปฏิเสธ",
      en: "A write states which version it has seen, and unknown fields are refused."
    }
  },
  "SEC-3": {
    source: own,
    wording: {
      th: "ข้อมูลส่วนบุคคลของบุคคลหนึ่งลบได้ ถ้าบุคคลนั้นมีบัญชีต้องยุติบัญชีก่อน โดยสิ่งที่ดำเนินการไว้ยังอยู่ครบและตรวจสอบได้",
      en: "The personal data of one person can be erased, of an account once it has ended; what was done stays on record and verifiable."
    }
  },
  "SEC-4": {
    source: own,
    wording: {
      th: "ทุกการกระทำบอกว่าใครทำ คือ บุคคล โปรแกรมที่ใช้กุญแจของบุคคล ระบบตามกฎที่ถึงกำหนด หรือประชาชนที่ไม่ได้ลงชื่อเข้าใช้",
      en: "Every act says who did it: a person, a program with a person's key, the system by the rule that made it due, or a visitor."
    }
  },
  "SEC-5": {
    source: own,
    wording: {
      th: "องค์กรและผู้ดูแลระบบรายแรกของระบบที่ติดตั้งใหม่ ตั้งขึ้นที่เครื่องที่ติดตั้งเท่านั้น สิ่งที่ไม่มีผู้ดูแลระบบคนใดทำได้ ผู้ดูแลเครื่องทำที่เครื่องนั้นพร้อมเหตุผลที่บันทึกไว้ในประวัติ",
      en: "The first organisation and the first administrator of an installation are set up at the machine itself. What no administrator can do, whoever runs the machine does there, with a reason that stays in the history."
    }
  },
  "SEC-6": {
    source: own,
    wording: {
      th: "ผู้ประเมิน ผู้ตรวจสอบบัญชี และกรรมการพิจารณา ได้รับมอบหมายเป็นรายชื่อและเป็นช่วงเวลา และเห็นเฉพาะรายการที่ได้รับมอบหมาย",
      en: "Evaluators, auditors and panel members are assigned to a record by name and for a time, and see no others."
    }
  },
  "SEC-7": {
    source: own,
    wording: {
      th: "เหตุการณ์ของหน่วยงานส่งออกไปเฉพาะปลายทางบนอินเทอร์เน็ตสาธารณะที่ผู้ดูแลระบบของหน่วยงานนั้นตั้งไว้ด้วยตนเอง ทุกครั้งมีลายมือชื่อกำกับ และไม่มีข้อมูลส่วนบุคคล",
      en: "What happens at an agency is sent only to addresses on the public internet that one of its administrators has set up in person, signed each time and without personal data."
    }
  },
  "SEC-8": {
    source: own,
    wording: {
      th: "ข้อมูล ผู้ใช้ และการมอบอำนาจลงนามขององค์กรเป็นเรื่องของผู้ดูแลระบบขององค์กรนั้น หน่วยงานที่ขึ้นทะเบียนให้ดูแลแทนได้จนกว่าผู้ใช้คนที่สองของหน่วยงานจะรับรองผู้ดูแลระบบคนแรกขององค์กร",
      en: "An organisation's entry, people and mandates are for its own administrators. The agency that registered it looks after it until a second person of that agency has verified its first administrator."
    }
  },
  "SEC-9": {
    source: own,
    wording: {
      th: "ไม่มีผู้ใดให้บทบาทแก่ตนเอง และเมื่อองค์กรมีผู้ดูแลระบบมากกว่าหนึ่งคน การให้บทบาทและการพ้นจากผู้ดูแลระบบมีผลเมื่อผู้ดูแลระบบอีกคนยืนยัน และเมื่อออกลิงก์ให้เข้าใช้บัญชีใด บทบาทของบัญชีนั้นพักไว้จนกว่าผู้ดูแลระบบอีกคนยืนยันว่าเจ้าของบัญชีเป็นผู้เข้าใช้",
      en: "Nobody gives roles to themselves. Where an organisation has more than one administrator, giving roles or ending an administrator takes effect once another one confirms it, and after a link into an account its roles rest until another one confirms who came in."
    }
  },
  "SEC-10": {
    source: own,
    wording: {
      th: "ข้อเสนอเกี่ยวกับบัญชีที่ไม่มีผู้ดูแลระบบอีกคนตอบ และคำขอเป็นผู้ดูแลระบบขององค์กรที่ไม่มีผู้รับรองหรือส่งคืน ภายใน 30 วัน สิ้นผลไปเอง การนิ่งเฉยไม่ทำให้ผู้ใดได้รับสิ่งใด",
      en: "What is proposed for an account lapses when no other administrator has answered it within 30 days, and so does a claim that is neither verified nor sent back. Silence gives nobody anything."
    }
  }
} as const satisfies RuleTexts
