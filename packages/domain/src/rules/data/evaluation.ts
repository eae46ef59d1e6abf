import type { RuleTexts } from "../Rule.ts"

// Handbook sections 10 and 11. Letters after a number are ours, for parts with a strength of their own.
export const evaluation = {
  "PER-1": {
    source: "PLAN",
    wording: {
      th: "ผลการปฏิบัติราชการตามคำรับรองให้คะแนนตามเกณฑ์ที่กำหนดเป็นมาตรวัด",
      en: "Performance under the performance agreement is scored by a scale."
    }
  },
  "PER-2": {
    source: "PLAN",
    wording: {
      th: "สำนักงานปลัดกระทรวงเป็นศูนย์อำนวยการ (Nerve Center) จัดทำกรอบ เจรจา และติดตามคำรับรองการปฏิบัติราชการของกรมภายใต้หลักการของสำนักงาน ก.พ.ร.",
      en: "The ministry's permanent secretary's office is the nerve centre: it writes the frame, negotiates and follows up departments within the principles of the Office of the OPDC."
    }
  },
  "PER-2a": {
    source: "PHAKHI",
    parent: "PER-2",
    wording: {
      th: "คำรับรองการปฏิบัติราชการถ่ายทอดลงถึงระดับความร่วมมือแต่ละรายการ",
      en: "Performance agreements cascade down to single partnerships."
    }
  },
  "PER-3": {
    source: "PLAN",
    wording: {
      th: "แผนที่ยุทธศาสตร์ โครงการ งบประมาณ และการประเมินผลเชื่อมเป็นสายเดียวกัน และผู้บริหารเห็นข้อมูลเงินและผลงานได้ทันที",
      en: "Strategy map, project, budget and evaluation form one chain, and executives see money and results in real time."
    }
  },
  "PER-3a": {
    source: "PHAKHI",
    parent: "PER-3",
    wording: {
      th: "ข้อมูลการเงินเชื่อมกับระบบ GFMIS ด้วยการส่งออกข้อมูล",
      en: "Money data is tied to GFMIS by export."
    }
  },
  "RED-1": {
    source: "GG",
    wording: {
      th: "ขั้นตอนและระยะเวลาวัดและบันทึกทั้งก่อนและหลัง โดยร้อยละที่ลดลงคือ (ก่อน − หลัง) / ก่อน และมีเป้าหมายร้อยละ 30–50",
      en: "Steps and time are measured and stored before and after; the reduction is (before − after) / before, with a target of 30–50%."
    }
  },
  "RED-2": {
    source: "GG",
    wording: {
      th: "บางกระบวนการไม่เหมาะแก่การลดขั้นตอน เช่น งานด้านความมั่นคงอย่างทะเบียนปืน และการลดมากเกินไปทำให้คุณภาพลดลงได้ จึงมีการแจ้งเตือน",
      en: "Some processes are not for cutting, as in security such as gun registration, and cutting far can lower quality; both are flagged."
    }
  },
  "RED-3": {
    source: "GG",
    wording: {
      th: "การลดขั้นตอนอาศัยความพร้อมของทรัพยากร (4M) และบันทึกการมอบอำนาจแก่เจ้าหน้าที่",
      en: "Step reduction rests on resources (4M) being ready, and authority delegated to officers is recorded."
    }
  },
  "RED-4": {
    source: "GG",
    wording: {
      th: "บทเรียนของการลดขั้นตอนคือกรมไม่มอบอำนาจให้จังหวัด และเจ้าหน้าที่เครียดเมื่อเป้าหมายร้อยละ 30–50 เกินความเป็นไปได้",
      en: "The lessons of step reduction are that departments did not delegate to provinces, and that staff are under stress where 30–50% is out of reach."
    }
  }
} as const satisfies RuleTexts
