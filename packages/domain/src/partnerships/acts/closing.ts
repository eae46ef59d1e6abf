import { Schema } from "effect"
import { fundingWords } from "../../funding/words.ts"
import * as Field from "../../kernel/Field.ts"
import { auditor, executive, finance } from "../../kernel/Grants.ts"
import { onAnyAct } from "../../processes/refusals.ts"
import { auditingTiming, reconcilingTiming } from "../decisions/anew.ts"
import { closingTiming } from "../decisions/due.ts"
import * as Money from "../decisions/money.ts"
import { actsOn } from "./actsOn.ts"

const { change } = actsOn("money")

const opinions = {
  clean: fundingWords.values.clean,
  qualified: fundingWords.values.qualified,
  adverse: fundingWords.values.adverse
}

const onClosing = ["PartnershipNotRunning", "AccountsSettled", ...onAnyAct] as const

export const closing = [
  change({
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
    rules: ["MON-5", "MON-6", "PBC-9", "PRO-2"],
    ready: Money.canReconcile,
    timing: reconcilingTiming,
    decide: ({ context, input, state }) => Money.reconcile(state, input, context)
  }),
  change({
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
    rules: ["PBC-9", "MON-6", "SEP-1", "PRO-2"],
    ready: Money.canAudit,
    timing: auditingTiming,
    decide: ({ context, input, state }) => Money.audit(state, input, context)
  }),
  change({
    name: "closings.close",
    summary: { th: "ปิดบัญชี", en: "Close the accounts" },
    irreversible: { th: "บัญชีที่ปิดแล้วเปิดอีกไม่ได้", en: "Closed accounts cannot be opened again" },
    onward: true,
    input: Schema.Struct({}),
    allow: [executive],
    refusals: [...onClosing, "NotAudited", "SamePerson"],
    rules: ["PBC-9", "MON-6", "PRO-2"],
    ready: Money.canClose,
    timing: closingTiming("closed"),
    decide: ({ context, state }) => Money.close(state, context)
  })
]
