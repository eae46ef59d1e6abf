import { Schema } from "effect"
import { command } from "../engine/Operation.ts"
import { OrganisationId } from "../kernel/Actor.ts"
import * as Field from "../kernel/Field.ts"
import { FiscalYear } from "../kernel/FiscalYear.ts"
import { auditor, executive, finance, officer } from "../kernel/Grants.ts"
import { onAnyAct, onAnyChange } from "../rules/Refusals.ts"
import { words } from "../rules/Words.ts"
import { kinds, SourceId } from "./Source.ts"

/** An amount that moves: never nothing. */
const amount = (th: string, en: string) =>
  Field.money(th, en).check(Schema.isGreaterThanBigInt(0n, { message: "must be more than 0.00 baht" }))

const reason = Field.prose("เหตุผล", "Reason")

export const registerSource = command({
  name: "sources.register",
  summary: { th: "ขึ้นทะเบียนแหล่งเงิน", en: "Register a source of money" },
  area: null,
  irreversible: false,
  onward: false,
  record: "source",
  target: "new",
  input: Schema.Struct({
    kind: Field.choice(kinds, "ประเภทแหล่งเงิน", "Kind of source"),
    title: Field.localized("ชื่อแหล่งเงิน", "Title of the source"),
    holder: Field.optional(Field.reference(OrganisationId, "organisation", "ผู้ถือเงิน", "Holder of the money")),
    fiscalYear: Field.written(FiscalYear, "count", "ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)"),
    amount: amount("วงเงิน", "Amount"),
    rule: Field.optional(Field.text("ระเบียบที่ใช้กับเงินนี้", "Rule that the money comes under")),
    ruleReason: Field.optional(Field.prose("เหตุผลที่ไม่มีระเบียบเฉพาะ", "Why there is no specific rule")),
    invented: Field.optional(Field.flag("ข้อมูลสมมติเพื่อการสาธิต", "Invented for demonstration"))
  }),
  allow: [finance, officer],
  refusals: [...onAnyChange, "SourceRuleMissing"],
  rules: ["MON-1", "MON-1a", "MON-7"],
  concurrency: "commutes"
})

export const increaseSource = command({
  name: "sources.increase",
  summary: { th: "เพิ่มวงเงินของแหล่งเงิน", en: "Increase a source of money" },
  area: null,
  irreversible: { th: "วงเงินที่เพิ่มแล้วลดไม่ได้", en: "What has been added cannot be taken off again" },
  onward: false,
  record: "source",
  target: "existing",
  input: Schema.Struct({ amount: amount("จำนวนเงินที่เพิ่ม", "Amount added"), reason }),
  allow: [finance],
  refusals: onAnyChange,
  rules: ["MON-1", "MON-7"],
  concurrency: "version"
})

const onPartnership = { record: "partnership", target: "existing", concurrency: "version", area: "money" } as const
const onMoney = [...onAnyChange, "PartnershipNotRunning", "AccountsSettled"] as const
const onAgreedMoney = [...onMoney, "AgreementMissing", "AgreementNotInForce", ...onAnyAct] as const

export const commitMoney = command({
  ...onPartnership,
  name: "funding.commit",
  summary: { th: "ผูกพันเงินให้ความร่วมมือ", en: "Commit money to the partnership" },
  irreversible: {
    th: "เงินที่ผูกพันแล้วคืนแหล่งเงินได้เฉพาะส่วนที่ใช้ไม่หมด",
    en: "Committed money goes back to its source only where it was not spent"
  },
  onward: true,
  input: Schema.Struct({
    source: Field.reference(SourceId, "source", "แหล่งเงิน", "Source of money"),
    amount: amount("จำนวนเงินที่ผูกพัน", "Amount committed")
  }),
  allow: [finance, officer],
  refusals: [...onAgreedMoney, "CommitmentExceedsAgreement", "SourceExceeded"],
  rules: ["MON-1", "MON-2", "COL-7c"]
})

const Tranche = Schema.Struct({
  amount: amount("จำนวนเงิน", "Amount"),
  label: Field.optional(Field.text("ชื่องวด", "Name of the tranche"))
})

export const scheduleTranches = command({
  ...onPartnership,
  name: "tranches.schedule",
  summary: { th: "กำหนดงวดเงิน", en: "Schedule the tranches" },
  irreversible: false,
  onward: true,
  input: Schema.Struct({ tranches: Field.list(Tranche, "งวดเงิน", "Tranches", 99) }),
  allow: [officer],
  refusals: [
    ...onAgreedMoney,
    "TranchesDoNotMatch",
    "TranchesDoNotSum",
    "TrancheExceeded",
    "TrancheRaised",
    "TrancheUnknown"
  ],
  rules: ["MON-3", "PBC-7"]
})

export const prepareDisbursement = command({
  ...onPartnership,
  name: "disbursements.prepare",
  summary: { th: "จัดทำรายการเบิกจ่าย", en: "Prepare a disbursement" },
  irreversible: false,
  onward: true,
  input: Schema.Struct({
    tranche: Field.count("งวดที่", "Tranche", 1, 99),
    amount: amount("จำนวนเงิน", "Amount"),
    note: Field.optional(Field.prose("บันทึก", "Note"))
  }),
  allow: [finance],
  refusals: [
    ...onMoney,
    "AgreementMissing",
    "AgreementNotInForce",
    ...onAnyAct,
    "TrancheUnknown",
    "EvaluationNotAccepted",
    "TrancheExceeded",
    "CeilingExceeded"
  ],
  rules: ["PBC-5", "PBC-7", "MON-2", "MON-3", "SEP-1"],
  concurrency: "commutes"
})

const disbursement = Field.reference(
  Schema.String.check(Schema.isUUID()),
  "disbursement",
  "รายการเบิกจ่าย",
  "Disbursement"
)
const onDisbursement = [...onMoney, "DisbursementUnknown", "DisbursementNotPending"] as const

export const approveDisbursement = command({
  ...onPartnership,
  name: "disbursements.approve",
  summary: { th: "อนุมัติการเบิกจ่าย", en: "Approve a disbursement" },
  irreversible: {
    th: "อนุมัติแล้วถือว่าจ่าย แก้ได้ด้วยการกลับรายการเท่านั้น",
    en: "What is approved counts as paid, and is put right only by a reversal"
  },
  onward: true,
  input: Schema.Struct({ disbursement }),
  allow: [executive, finance],
  refusals: [
    ...onDisbursement,
    "AgreementMissing",
    "AgreementNotInForce",
    ...onAnyAct,
    "SamePerson",
    "CeilingExceeded"
  ],
  rules: ["PBC-5", "PBC-7", "MON-2", "SEP-1"]
})

export const rejectDisbursement = command({
  ...onPartnership,
  name: "disbursements.reject",
  summary: { th: "ไม่อนุมัติการเบิกจ่าย", en: "Reject a disbursement" },
  irreversible: { th: "รายการที่ไม่อนุมัติแล้วต้องจัดทำใหม่", en: "A rejected disbursement must be prepared anew" },
  onward: false,
  input: Schema.Struct({ disbursement, reason }),
  allow: [executive, finance],
  refusals: onDisbursement,
  rules: ["MON-3"]
})

export const reverseDisbursement = command({
  ...onPartnership,
  name: "disbursements.reverse",
  summary: { th: "กลับรายการเบิกจ่าย", en: "Reverse a disbursement" },
  irreversible: {
    th: "กลับรายการแล้วยกเลิกไม่ได้ ต้องจัดทำรายการใหม่",
    en: "A reversal cannot be undone: the payment must be prepared anew"
  },
  onward: false,
  input: Schema.Struct({ disbursement, reason }),
  allow: [finance, executive],
  refusals: [...onDisbursement, "SamePerson", "SpendingExceedsPayments"],
  rules: ["MON-2", "SEP-1"]
})

const unspent = Schema.Struct({ amount: amount("จำนวนเงิน", "Amount"), reason })

export const returnUnspent = command({
  ...onPartnership,
  name: "funding.return-unspent",
  summary: { th: "ส่งคืนเงินที่ใช้ไม่หมด", en: "Return unspent money" },
  irreversible: { th: "เงินที่ส่งคืนแล้วเรียกกลับไม่ได้", en: "Money that was returned cannot be called back" },
  onward: true,
  input: unspent,
  allow: [finance],
  refusals: [...onMoney, "NothingLeft"],
  rules: ["MON-5"]
})

export const carryOver = command({
  ...onPartnership,
  name: "funding.carry-over",
  summary: { th: "กันเงินไว้เบิกเหลื่อมปี", en: "Carry unspent money over" },
  irreversible: { th: "เงินที่กันไว้แล้วเปลี่ยนใจไม่ได้", en: "Money that was carried over stays so" },
  onward: true,
  input: unspent,
  allow: [finance],
  refusals: [...onMoney, "NothingLeft"],
  rules: ["MON-5"]
})

const onClosing = [...onMoney, ...onAnyAct] as const

export const reconcileAccounts = command({
  ...onPartnership,
  name: "closings.reconcile",
  summary: { th: "กระทบยอดบัญชี", en: "Reconcile the accounts" },
  irreversible: {
    th: "กระทบยอดแล้วแก้ยอดไม่ได้ นอกจากผู้ตรวจสอบเห็นว่าไม่ถูกต้อง",
    en: "Once reconciled, the figures can be changed only after an adverse audit"
  },
  onward: true,
  input: Schema.Struct({
    spent: Field.money("ยอดใช้จ่ายตามเอกสารหลักฐาน", "Spending by the vouchers"),
    note: Field.optional(Field.prose("บันทึก", "Note"))
  }),
  allow: [finance],
  refusals: [...onClosing, "DisbursementsPending", "UnspentUndecided", "NotReconciled"],
  rules: ["MON-5", "MON-6", "PBC-9"]
})

export const opinions = { clean: words.clean, qualified: words.qualified, adverse: words.adverse }

export const auditAccounts = command({
  ...onPartnership,
  name: "closings.audit",
  summary: { th: "ตรวจสอบบัญชี", en: "Audit the accounts" },
  irreversible: { th: "ความเห็นของผู้ตรวจสอบแก้ภายหลังไม่ได้", en: "The auditor's opinion cannot be changed later" },
  onward: true,
  input: Schema.Struct({
    opinion: Field.choice(opinions, "ความเห็นของผู้ตรวจสอบ", "The auditor's opinion"),
    note: Field.prose("ผลการตรวจสอบ", "Findings")
  }),
  allow: [auditor],
  refusals: [...onClosing, "NotReconciled", "SamePerson"],
  rules: ["PBC-9", "MON-6", "SEP-1"]
})

export const closeAccounts = command({
  ...onPartnership,
  name: "closings.close",
  summary: { th: "ปิดบัญชี", en: "Close the accounts" },
  irreversible: { th: "บัญชีที่ปิดแล้วเปิดอีกไม่ได้", en: "Closed accounts cannot be opened again" },
  onward: true,
  input: Schema.Struct({}),
  allow: [executive],
  refusals: [...onClosing, "NotAudited", "SamePerson"],
  rules: ["PBC-9", "MON-6"]
})
