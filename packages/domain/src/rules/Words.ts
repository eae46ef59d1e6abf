import type { Wording } from "../kernel/Refusal.ts"

/**
 * What the values of records are called: statuses, sides, models, roles, duties. Refusals and screens say the same.
 */
export const words = {
  // missions
  Registered: { th: "ขึ้นทะเบียนแล้ว", en: "registered" },
  UnderReview: { th: "กำลังทบทวน", en: "under review" },
  Reviewed: { th: "ทบทวนแล้ว", en: "reviewed" },
  WayChosen: { th: "เลือกแนวทางแล้ว", en: "way chosen" },
  // partnerships
  Running: { th: "กำลังดำเนินการ", en: "running" },
  Suspended: { th: "ระงับชั่วคราว", en: "suspended" },
  Cancelled: { th: "ยกเลิก", en: "cancelled" },
  Terminated: { th: "เลิกข้อตกลงแล้ว", en: "terminated" },
  Closed: { th: "ปิดบัญชีแล้ว", en: "closed" },
  // agreements
  Draft: { th: "ร่าง", en: "draft" },
  Signing: { th: "รอลงนามอีกฝ่าย", en: "waiting for the other signature" },
  InForce: { th: "มีผลใช้บังคับ", en: "in force" },
  // money
  Prepared: { th: "รออนุมัติ", en: "waiting for approval" },
  Approved: { th: "อนุมัติแล้ว", en: "approved" },
  Rejected: { th: "ไม่อนุมัติ", en: "rejected" },
  Reversed: { th: "กลับรายการแล้ว", en: "reversed" },
  Open: { th: "เปิดอยู่", en: "open" },
  Reconciled: { th: "กระทบยอดแล้ว", en: "reconciled" },
  Audited: { th: "ตรวจสอบแล้ว", en: "audited" },
  clean: { th: "ถูกต้องโดยไม่มีเงื่อนไข", en: "clean" },
  qualified: { th: "ถูกต้องอย่างมีเงื่อนไข", en: "qualified" },
  adverse: { th: "ไม่ถูกต้อง", en: "adverse" },
  available: { th: "มีเงินเหลือผูกพันได้", en: "available" },
  committed: { th: "ผูกพันครบแล้ว", en: "fully committed" },
  // evaluations
  open: { th: "เปิดอยู่", en: "open" },
  returned: { th: "ส่งกลับแล้ว", en: "sent back" },
  accepted: { th: "ยอมรับแล้ว", en: "accepted" },
  internal: { th: "วิธีภายใน", en: "internal" },
  external: { th: "วิธีภายนอก", en: "external" },
  up: { th: "ยิ่งมากยิ่งดี", en: "the more the better" },
  down: { th: "ยิ่งน้อยยิ่งดี", en: "the less the better" },
  // what can be wrong with a plan
  PointsNotRising: { th: "คะแนนของค่าเป้าหมายไม่เพิ่มขึ้น", en: "the points do not rise" },
  BaseNotPositive: { th: "ค่าขั้นต้นต้องมากกว่าศูนย์", en: "the base must be more than zero" },
  LevelOutOfScale: { th: "ระดับอยู่นอกเกณฑ์", en: "a level lies outside the scale" },
  ScalesMixed: { th: "ใช้เกณฑ์ต่างชนิดในแผนเดียวกัน", en: "scales of different ranges in one plan" },
  ReportedTwice: { th: "รายงานซ้ำ", en: "reported twice" },
  NotALevel: { th: "ผลไม่ตรงกับระดับใด", en: "the result is not one of the levels" },
  IndicatorTwice: { th: "ระบุซ้ำ", en: "listed twice" },
  DeductionWithoutScore: { th: "หักคะแนนโดยไม่มีคะแนน", en: "a deduction without a score" },
  ActivityTwice: { th: "ระบุซ้ำ", en: "listed twice" },
  ActivityOutsideTerm: { th: "อยู่นอกระยะเวลาของข้อตกลง", en: "outside the agreement's term" },
  // organisations and accounts
  active: { th: "ใช้งานอยู่", en: "active" },
  inactive: { th: "ระงับในทะเบียน", en: "inactive" },
  locked: { th: "ระงับชั่วคราว", en: "locked" },
  ended: { th: "ยุติแล้ว", en: "ended" },
  checked: { th: "ตรวจแล้ว", en: "checked" },
  // steps, committees, notices, requests
  done: { th: "เสร็จแล้ว", en: "done" },
  skipped: { th: "ข้าม", en: "skipped" },
  Appointed: { th: "แต่งตั้งแล้ว", en: "appointed" },
  Waived: { th: "ไม่ตั้งคณะกรรมการ", en: "waived" },
  Raised: { th: "รอคำตอบ", en: "waiting for an answer" },
  Answered: { th: "ตอบแล้ว", en: "answered" },
  requested: { th: "รอคำตอบ", en: "waiting for an answer" },
  approved: { th: "เห็นชอบแล้ว", en: "approved" },
  declined: { th: "ไม่เห็นชอบ", en: "declined" },
  // scales, and what a disbursement rests on
  FiveLevel: { th: "ห้าระดับ คิดระหว่างระดับ", en: "five levels, counted between them" },
  FiveLevelStep: { th: "ห้าระดับ เป็นขั้น", en: "five levels, in steps" },
  Anchors: { th: "ขั้นต้น มาตรฐาน ขั้นสูง", en: "base, standard, advanced" },
  FirstTranche: { th: "งวดแรก", en: "first tranche" },
  AcceptedEvaluation: { th: "ผลการประเมินที่ยอมรับแล้ว", en: "accepted evaluation" },
  exclude: { th: "ไม่นับตัวชี้วัดที่ไม่ได้รายงาน", en: "what is not reported does not count" },
  lowest: { th: "ตัวชี้วัดที่ไม่ได้รายงานได้คะแนนต่ำสุด", en: "what is not reported gets the lowest score" },
  // models, ways, instruments
  grant: { th: "การให้เงินอุดหนุน", en: "Grant" },
  contracting: { th: "การทำสัญญาข้อตกลง", en: "Performance-based Contracting" },
  commissioning: { th: "กลไกขับเคลื่อนงานภายใต้สัญญาร่วม", en: "Commissioning" },
  call: { th: "ประกาศรับข้อเสนอ", en: "an open call" },
  persuasion: { th: "ชักชวนโดยตรง", en: "direct persuasion" },
  mou: { th: "บันทึกข้อตกลงความร่วมมือ (MOU)", en: "memorandum of understanding" },
  "grant-agreement": { th: "ข้อตกลงรับเงินอุดหนุน", en: "grant agreement" },
  "performance-contract": { th: "สัญญาข้อตกลงตามผลงาน", en: "performance contract" },
  "joint-contract": { th: "สัญญาร่วม", en: "joint contract" },
  // sides and lanes
  owner: { th: "ผู้มอบภารกิจ", en: "mission owner" },
  recipient: { th: "ผู้รับมอบภารกิจ", en: "mission recipient" },
  joint: { th: "ทั้งสองฝ่าย", en: "both sides" },
  supporter: { th: "ภาคส่วนอื่นสนับสนุน", en: "supporter" },
  "third-party": { th: "ฝ่ายที่สาม", en: "third party" },
  candidate: { th: "ผู้เสนอตัวรับมอบภารกิจ", en: "candidate" },
  "external-evaluator": { th: "ผู้ประเมินภายนอก", en: "external evaluator" },
  // roles
  "programme-officer": { th: "เจ้าหน้าที่โครงการ", en: "programme officer" },
  executive: { th: "ผู้บริหาร", en: "executive" },
  finance: { th: "เจ้าหน้าที่การเงิน", en: "finance officer" },
  evaluator: { th: "ผู้ประเมิน", en: "evaluator" },
  auditor: { th: "ผู้ตรวจสอบบัญชี", en: "auditor" },
  "agency-administrator": { th: "ผู้ดูแลระบบของหน่วยงาน", en: "agency administrator" },
  "partner-editor": { th: "ผู้ปฏิบัติงานของภาคี", en: "partner editor" },
  "partner-signatory": { th: "ผู้ลงนามของภาคี", en: "partner signatory" },
  "panel-member": { th: "กรรมการพิจารณา", en: "panel member" },
  public: { th: "ประชาชน", en: "the public" },
  // duties that two people share out between them
  prepare: { th: "จัดทำรายการเบิกจ่าย", en: "prepare the disbursement" },
  approve: { th: "อนุมัติการเบิกจ่าย", en: "approve the disbursement" },
  reject: { th: "ไม่อนุมัติการเบิกจ่าย", en: "reject the disbursement" },
  reverse: { th: "กลับรายการเบิกจ่าย", en: "reverse the disbursement" },
  "decide-unspent": { th: "ตัดสินใจเรื่องเงินคงเหลือ", en: "decide on unspent money" },
  reconcile: { th: "กระทบยอดบัญชี", en: "reconcile the accounts" },
  audit: { th: "ตรวจสอบบัญชี", en: "audit the accounts" },
  close: { th: "ปิดบัญชี", en: "close the accounts" },
  evaluate: { th: "ประเมินผล", en: "evaluate" },
  "accept-evaluation": { th: "ยอมรับผลการประเมิน", en: "accept the evaluation" },
  // acts that finish a step
  "model-chosen": { th: "เลือกรูปแบบ", en: "choosing the model" },
  "recipient-selected": { th: "คัดเลือกผู้รับมอบภารกิจ", en: "selecting the recipient" },
  "agreement-signed": { th: "ลงนามข้อตกลง", en: "signing the agreement" },
  "agreement-announced": { th: "ประกาศข้อตกลง", en: "announcing the agreement" },
  "committee-formed": { th: "ตั้งคณะกรรมการร่วม", en: "forming the committee" },
  "plan-adopted": { th: "รับรองแผนปฏิบัติการ", en: "adopting the plan" },
  "money-committed": { th: "ผูกพันเงิน", en: "committing the money" },
  disbursement: { th: "เบิกจ่ายเงิน", en: "a disbursement" },
  "report-submitted": { th: "ส่งรายงานความก้าวหน้า", en: "submitting the report" },
  "evaluation-accepted": { th: "ยอมรับผลการประเมิน", en: "accepting the evaluation" },
  "accounts-reconciled": { th: "กระทบยอดบัญชี", en: "reconciling the accounts" },
  "accounts-audited": { th: "ตรวจสอบบัญชี", en: "auditing the accounts" },
  "accounts-closed": { th: "ปิดบัญชี", en: "closing the accounts" },
  LevelsMiscounted: { th: "จำนวนระดับไม่ตรงกับชนิดของเกณฑ์", en: "the number of levels does not fit the kind of scale" },
  OrganisationNotOfSide: {
    th: "องค์กรไม่ได้อยู่ในฝ่ายนี้",
    en: "the organisation does not stand on this side"
  },
  MemberTwice: { th: "แต่งตั้งซ้ำ", en: "listed twice" },
  TextsNotForShape: {
    th: "ข้อความของระดับมีได้เฉพาะเกณฑ์แบบขั้น",
    en: "only levels in steps have texts"
  },
  none: { th: "ยังไม่มี", en: "none yet" },
  // edits of a process
  AddStep: { th: "เพิ่มขั้นตอน", en: "a step added" },
  SetRounds: { th: "กำหนดจำนวนรอบ", en: "rounds set" },
  SetThreshold: { th: "กำหนดเกณฑ์", en: "threshold set" },
  SetDue: { th: "กำหนดเวลา", en: "due time set" },
  Relabel: { th: "เปลี่ยนชื่อขั้นตอน", en: "step renamed" },
  // records
  mission: { th: "ภารกิจ", en: "mission" },
  partnership: { th: "ความร่วมมือ", en: "partnership" },
  organisation: { th: "องค์กร", en: "organisation" },
  account: { th: "บัญชีผู้ใช้", en: "account" },
  source: { th: "แหล่งเงิน", en: "source of money" },
  process: { th: "กระบวนการที่ปรับแล้ว", en: "adapted process" }
} as const satisfies { readonly [value: string]: Wording }

const isWord = (value: string): value is keyof typeof words => Object.hasOwn(words, value)

/** The word for a value, or the value itself where it has none. */
export const word = (value: string, language: "th" | "en"): string => (isWord(value) ? words[value][language] : value)
