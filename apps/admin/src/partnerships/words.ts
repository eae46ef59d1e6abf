import type { Words } from "../words/Language.tsx"

export const partnershipWords = {
  tabs: { th: "ส่วนของความร่วมมือ", en: "Parts of the partnership" },
  next: { th: "ขั้นต่อไปของท่าน", en: "Your next step" },
  history: { th: "ประวัติ", en: "History" },
  mission: { th: "ภารกิจ", en: "Mission" },
  owner: { th: "ผู้มอบภารกิจ", en: "Mission owner" },
  recipient: { th: "ผู้รับมอบภารกิจ", en: "Mission recipient" },
  model: { th: "รูปแบบความร่วมมือ", en: "Model" },
  notYet: { th: "ยังไม่ได้เลือก", en: "Not chosen yet" },
  standingReason: { th: "เหตุผล", en: "Reason" },
  map: { th: "ผังกระบวนการ", en: "Process map" },
  mapHint: {
    th: "ขั้นที่กำลังทำมีกรอบหนา เลื่อนและย่อขยายได้ รายการด้านล่างบอกสิ่งเดียวกันเป็นข้อความ",
    en: "The steps at hand have a thick frame; the map can be moved and zoomed. The list below says the same in words."
  },
  tasks: { th: "รายการงานตามฝ่าย", en: "Tasks by side" },
  waitsFor: { th: "รอ", en: "Waits for" },
  wording: { th: "ถ้อยคำของกฎ", en: "The rule says" },
  tranches: { th: "งวดเงิน", en: "Tranches" },
  overview: { th: "ภาพรวม", en: "Overview" },
  trancheNone: { th: "ยังไม่ได้กำหนดงวดเงิน", en: "No tranches scheduled yet" },
  tranche: { th: "งวดที่", en: "Tranche" },
  amount: { th: "จำนวนเงิน", en: "Amount" },
  step: { th: "ขั้นตอน", en: "Step" },
  paid: { th: "จ่ายแล้ว", en: "Paid" },
  left: { th: "คงเหลือของงวด", en: "Left of the tranche" },
  gate: { th: "เงื่อนไขการจ่าย", en: "Condition of payment" },
  gateOpen: { th: "จ่ายได้", en: "Can be paid" },
  disbursements: { th: "รายการเบิกจ่าย", en: "Disbursements" },
  disbursementNone: { th: "ยังไม่มีรายการเบิกจ่าย", en: "No disbursements yet" },
  basis: { th: "อาศัยผล", en: "Rests on" },
  firstTranche: { th: "งวดแรก ไม่ต้องมีผลประเมิน", en: "First tranche: needs no evaluation" },
  accepted: { th: "ผลประเมินที่ยอมรับแล้ว", en: "Accepted evaluation" },
  prepared: { th: "ผู้จัดทำ", en: "Prepared by" },
  approved: { th: "ผู้อนุมัติ", en: "Approved by" },
  approvedAt: { th: "อนุมัติเมื่อ", en: "Approved" },
  balances: { th: "ยอดเงิน", en: "Balances" },
  commitments: { th: "เงินที่ผูกพัน", en: "Commitments" },
  commitmentNone: { th: "ยังไม่ได้ผูกพันเงิน", en: "No money committed yet" },
  source: { th: "แหล่งเงิน", en: "Source of money" },
  closing: { th: "การปิดบัญชี", en: "Closing of the accounts" },
  closingOpen: { th: "ยังไม่ได้กระทบยอด", en: "Not reconciled yet" },
  noAgreement: { th: "ยังไม่มีร่างข้อตกลง", en: "There is no draft yet" },
  terms: { th: "เนื้อหาข้อตกลง", en: "Terms" },
  withoutMoney: { th: "ข้อตกลงนี้ไม่มีวงเงิน", en: "This agreement is without money." },
  stepsWithoutMoney: {
    th: "ข้อตกลงนี้ไม่มีวงเงิน จึงข้ามขั้นตอนผูกพันและเบิกจ่ายเงิน",
    en: "This agreement is without money: the steps that commit and pay it are passed over."
  },
  valueBrought: { th: "เพิ่มวงเงินในข้อตกลง", en: "Money brought into the agreement" },
  signatures: { th: "ลายมือชื่อ", en: "Signatures" },
  unsigned: { th: "ยังไม่มีผู้ลงนาม", en: "Nobody has signed yet" },
  signed: { th: "ลงนามแล้ว:", en: "Signed:" },
  renewal: { th: "การต่ออายุที่รออีกฝ่ายลงนาม", en: "Renewal that waits for the other signature" },
  announcement: { th: "การประกาศ", en: "Announcement" },
  changes: { th: "คำขอเปลี่ยนเงื่อนไข", en: "Requested changes" },
  amendments: { th: "การแก้ไขข้อตกลง", en: "Amendments" },
  committee: { th: "คณะกรรมการร่วม", en: "Joint committee" },
  committeeNone: { th: "ยังไม่ได้แต่งตั้ง", en: "Not appointed yet" },
  committeeWaived: { th: "เคยยกเว้นไม่ตั้งคณะกรรมการเต็มรูป", en: "A full committee had been waived" },
  earlierOrders: { th: "คำสั่งก่อนหน้า", en: "Earlier orders" },
  passedOver: { th: "สิ่งที่ควรทำแต่ไม่ได้ทำ พร้อมเหตุผล", en: "What should be and was not, with the reasons" },
  parties: { th: "องค์กรที่ร่วม", en: "Organisations taking part" },
  supporters: { th: "ภาคส่วนอื่นสนับสนุน", en: "Supporters" },
  proposedBy: { th: "เสนอโดย", en: "proposed by" },
  partiesNone: { th: "ยังไม่มีองค์กรอื่นร่วม", en: "No other organisation takes part yet" },
  assessment: { th: "ขีดความสามารถของผู้รับมอบ", en: "The recipient's capability" },
  planAgreed: { th: "ผู้รับมอบภารกิจเห็นชอบเมื่อ", en: "The recipient agreed on" },
  planNotAgreed: {
    th: "ยังไม่มีผล: รอผู้มีอำนาจของผู้รับมอบภารกิจเห็นชอบ จึงจ่ายเงินได้",
    en: "Not agreed yet: money is paid once the recipient's signatory has agreed"
  },
  planNone: { th: "ยังไม่มีแผนปฏิบัติการ", en: "There is no action plan yet" },
  activities: { th: "กิจกรรม", en: "Activities" },
  indicators: { th: "ตัวชี้วัด", en: "Indicators" },
  reports: { th: "รายงานความคืบหน้า", en: "Progress reports" },
  notices: { th: "หนังสือแจ้งปัญหา", en: "Notices of problems" },
  lessons: { th: "บทเรียน", en: "Lessons" },
  deliveryNone: { th: "ยังไม่มีรายงาน หนังสือแจ้ง หรือบทเรียน", en: "No reports, notices or lessons yet" },
  evaluationNone: { th: "ยังไม่มีการประเมิน", en: "No evaluation yet" },
  evidenceNone: { th: "ยังไม่มีหลักฐาน", en: "No evidence yet" },
  evidenceAttach: { th: "ยังไม่มีหลักฐาน แนบไฟล์ได้จากปุ่มด้านบน", en: "No evidence yet: attach a file with the button above" },
  evidenceWithheld: {
    th: "ยังไม่มีเอกสารที่เผยแพร่ หลักฐานที่ยังไม่เผยแพร่เปิดเฉพาะคู่ความร่วมมือ",
    en: "Nothing is published yet; evidence that is not published is open to the parties only"
  },
  file: { th: "ไฟล์", en: "File" },
  size: { th: "ขนาด", en: "Size" },
  attached: { th: "แนบเมื่อ", en: "Attached" },
  number: { th: "ลำดับที่", en: "No." },
  open: { th: "การเปิดเผย", en: "Who may read it" },
  kept: { th: "เฉพาะคู่ความร่วมมือ", en: "The parties only" },
  keptPersonal: { th: "เฉพาะคู่ความร่วมมือ เพราะมีข้อมูลส่วนบุคคล", en: "The parties only: it holds personal data" },
  agreed: {
    th: "เฉพาะคู่ความร่วมมือ ฝ่ายที่แนบยินยอมให้เผยแพร่แล้ว",
    en: "The parties only; whoever gave it agrees to its being published"
  },
  published: { th: "เผยแพร่เมื่อ", en: "Public since" },
  withdrawn: { th: "ยุติการเผยแพร่เมื่อ", en: "No longer public since" },
  keptFile: { th: "ไฟล์ที่ยังไม่เผยแพร่", en: "A file that is not public" },
  withheldFile: { th: "ไฟล์ที่ยุติการเผยแพร่แล้ว", en: "A file that is no longer public" },
  choice: { th: "การเลือกรูปแบบ", en: "Choice of the model" },
  recommended: { th: "รูปแบบที่ระบบแนะนำ", en: "Recommended" },
  chosen: { th: "รูปแบบที่เลือก", en: "Chosen" }
} as const satisfies Record<string, Words>

export const laneWords: { readonly [lane: string]: Words } = {
  owner: { th: "ผู้มอบภารกิจ", en: "Mission owner" },
  recipient: { th: "ผู้รับมอบภารกิจ", en: "Mission recipient" },
  joint: { th: "ทำร่วมกัน", en: "Joint" },
  supporter: { th: "ภาคส่วนอื่นสนับสนุน", en: "Supporter" },
  "third-party": { th: "ฝ่ายที่สาม", en: "Third party" },
  evaluator: { th: "ผู้ประเมิน", en: "Evaluator" },
  public: { th: "ประชาชน", en: "The public" }
}

export const stepStatus = {
  done: { th: "เสร็จแล้ว", en: "Done" },
  skipped: { th: "ข้ามโดยมีเหตุผล", en: "Skipped with a reason" },
  waived: { th: "ได้รับยกเว้น", en: "Waived" },
  half: { th: "กำลังทำ – รออีกฝ่ายยืนยัน", en: "In progress – the other side is to confirm" },
  open: { th: "ยังไม่เสร็จ", en: "Not done yet" },
  waiting: { th: "ยังเริ่มไม่ได้", en: "Cannot start yet" }
} as const satisfies Record<string, Words>

export const sides: { readonly [side: string]: Words } = {
  owner: partnershipWords.owner,
  recipient: partnershipWords.recipient,
  supporter: { th: "ภาคส่วนอื่นสนับสนุน", en: "Supporter" }
}
