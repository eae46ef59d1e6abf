import type { RuleTexts } from "../Rule.ts"
import { lessons, own, slide } from "../Sources.ts"

// Handbook sections 10 and 11. Letters after a number are ours, for parts with a strength of their own.
export const evaluation = {
  "PER-1": {
    source: own,
    wording: {
      th: "ผลการปฏิบัติราชการตามคำรับรองการปฏิบัติราชการให้คะแนนตามเกณฑ์ที่กำหนดเป็นมาตรวัด",
      en: "Performance under the performance agreement is scored by a scale."
    }
  },
  "PER-2": {
    source: slide("pilots"),
    wording: {
      th: "สำนักงานปลัดกระทรวงในฐานะศูนย์อำนวยการ (Nerve Center) จัดทำกรอบ เจรจาจัดทำคำรับรองการปฏิบัติราชการ และติดตามประเมินผลส่วนราชการระดับกรม ภายใต้กรอบที่ ก.พ.ร. วางหลักการไว้",
      en: "The ministry's permanent secretary's office, as nerve centre, writes the frame, negotiates performance agreements and follows up departments, within the principles that the OPDC has set."
    }
  },
  "PER-2a": {
    source: own,
    parent: "PER-2",
    wording: {
      th: "คำรับรองการปฏิบัติราชการถ่ายทอดลงถึงระดับความร่วมมือแต่ละรายการ",
      en: "Performance agreements cascade down to single partnerships."
    }
  },
  "PER-3": {
    source: slide("pilots"),
    wording: {
      th: "ระบบบริหารยุทธศาสตร์องค์การภาครัฐสู่ระบบอิเล็กทรอนิกส์ (GSMS) เชื่อมการวางยุทธศาสตร์ โครงการและงบประมาณ ไปจนถึงการตรวจสอบและประเมินผล และรายงานผลทางการเงินและผลการดำเนินงานแก่ผู้บริหารแบบเรียลไทม์",
      en: "GSMS joins strategy, project and budget, and checking and evaluation in one round, and reports money and results to executives in real time."
    }
  },
  "PER-3a": {
    source: own,
    parent: "PER-3",
    wording: {
      th: "ข้อมูลการเงินเชื่อมกับระบบ GFMIS ด้วยการส่งออกข้อมูล",
      en: "Money data is tied to GFMIS by export."
    }
  },
  "RED-1": {
    source: slide("reform"),
    wording: {
      th: "การวางระบบบริหารงานสมัยใหม่รวมถึงการลดขั้นตอนและระยะเวลาร้อยละ 30–50",
      en: "Modern management of the administration includes cutting steps and time by 30 to 50 per cent."
    }
  },
  "RED-1a": {
    source: own,
    parent: "RED-1",
    wording: {
      th: "ขั้นตอนและระยะเวลาวัดและบันทึกทั้งก่อนและหลัง โดยร้อยละที่ลดลงคือ (ก่อน − หลัง) / ก่อน",
      en: "Steps and time are measured and stored before and after; the reduction is (before − after) / before."
    }
  },
  "RED-2": {
    source: lessons("step-reduction"),
    word: "ควร",
    wording: {
      th: "บางกระบวนงานไม่ควรนำมาลดขั้นตอน เพราะเสี่ยงต่อความมั่นคง เช่น ทะเบียนปืน และการลดขั้นตอนมากอาจทำให้คุณภาพและมาตรฐานของงานลดลง",
      en: "Some processes should not be cut, being a risk to security, such as gun registration, and cutting far can lower quality and standards."
    }
  },
  "RED-2a": {
    source: own,
    parent: "RED-2",
    wording: {
      th: "ระบบเตือนเมื่อกระบวนงานเกี่ยวกับความมั่นคงหรือลดขั้นตอนมาก",
      en: "A process of security, or one that is cut far, is flagged."
    }
  },
  "RED-3": {
    source: lessons("step-reduction"),
    word: "ต้อง",
    wording: {
      th: "หน่วยงานสนับสนุนต้องมีความพร้อมทั้ง 4M เพื่อให้การลดขั้นตอนประสบความสำเร็จ",
      en: "Supporting units must be ready in all of the 4M, for the reduction to succeed."
    }
  },
  "RED-3a": {
    source: own,
    parent: "RED-3",
    wording: {
      th: "การมอบอำนาจอนุมัติอนุญาตแก่เจ้าหน้าที่ระดับปฏิบัติบันทึกไว้",
      en: "Authority to permit that is delegated to officers is recorded."
    }
  },
  "RED-4": {
    source: lessons("step-reduction"),
    wording: {
      th: "บทเรียนของการลดขั้นตอนคือไม่มีการมอบอำนาจจากต้นสังกัดให้แก่จังหวัด และข้าราชการเครียดเพิ่มขึ้น โดยเฉพาะงานที่ลดขั้นตอนไม่ได้ถึงร้อยละ 30–50",
      en: "The lessons of step reduction are that provinces were given no authority by the departments, and that officers are under more stress, above all where 30 to 50 per cent is out of reach."
    }
  }
} as const satisfies RuleTexts
