import { Result, Schema } from "effect"
import { eventsOn, reference, type Target } from "../../engine/Handler.ts"
import { trancheStatus } from "../../funding/Balances.ts"
import * as Source from "../../funding/Source.ts"
import * as Field from "../../kernel/Field.ts"
import { FiscalYear } from "../../kernel/FiscalYear.ts"
import { executive, finance, officer } from "../../kernel/Grants.ts"
import { format } from "../../kernel/Money.ts"
import type { Organisation } from "../../parties/Organisation.ts"
import { onAnyAct, onAnyStep } from "../../processes/refusals.ts"
import { approvingTiming, preparingTiming, unspentTiming } from "../decisions/anew.ts"
import * as Money from "../decisions/money.ts"
import type { Partnership } from "../Partnership.ts"
import { actsOn } from "./actsOn.ts"
import { named, organisation } from "./related.ts"

const { change } = actsOn("money")

const onMoney = ["PartnershipNotRunning", "AccountsSettled"] as const
const onAgreement = [...onMoney, "AgreementMissing", "AgreementNotInForce"] as const
const onDisbursement = [...onMoney, "DisbursementUnknown", "DisbursementNotPending"] as const

const amount = Field.amount
const reason = Field.prose("เหตุผล", "Reason")
const unspent = Schema.Struct({ amount: amount("จำนวนเงิน", "Amount"), reason })
const disbursement = Field.reference(
  Schema.String.check(Schema.isUUID()),
  "disbursement",
  "รายการเบิกจ่าย",
  "Disbursement"
)

const source = (id: string) => reference(Source.sourceRecord, id)

/** Every source that has given to the partnership, by its id: what is returned goes back there. */
const givers = ({ funding }: Partnership) =>
  Object.fromEntries(funding.commitments.map((given) => [given.source, source(given.source)]))

/** Money goes only to a recipient that is still there. */
const payee = ({ recipient }: Partnership) => ({
  recipient: recipient === undefined ? undefined : organisation(recipient)
})

interface Loaded {
  readonly recipient: Organisation | undefined
  readonly [source: string]: object | undefined
}

const isSource = (record: object | undefined): record is Source.Source => record !== undefined && "committed" in record

const paidWith = (related: Loaded): Money.PaidWith => ({
  recipient: related.recipient,
  sources: Object.values(related).filter(isSource)
})

/** The tranches of which something is left to be paid. */
const trancheTargets = ({ funding }: Partnership): ReadonlyArray<Target> =>
  funding.tranches
    .filter((tranche) => trancheStatus(funding, tranche).left > 0n)
    .map(({ no, step }) => ({
      field: "tranche",
      value: no,
      label: { th: `งวดที่ ${no} (${step})`, en: `Tranche ${no} (${step})` }
    }))

/** No tranche has this number: it stands for none. */
const noTranche = 0

const disbursementTargets =
  (status: "Prepared" | "Approved") =>
  ({ funding }: Partnership): ReadonlyArray<Target> =>
    funding.disbursements
      .filter(({ _tag }) => _tag === status)
      .map(({ amount, id, tranche }) => ({
        field: "disbursement",
        value: id,
        label: {
          th: `รายการเบิกจ่ายงวดที่ ${tranche}: ${format(amount)}`,
          en: `Disbursement of tranche ${tranche}: ${format(amount, "en")}`
        }
      }))

export const money = [
  change({
    name: "funding.commit",
    summary: { th: "ผูกพันเงินให้ความร่วมมือ", en: "Commit money to the partnership" },
    irreversible: {
      th: "เงินที่ผูกพันแล้วคืนแหล่งเงินได้เฉพาะส่วนที่ใช้ไม่หมด",
      en: "Committed money goes back to its source only where it was not spent"
    },
    onward: true,
    input: Schema.Struct({
      source: Field.reference(Source.SourceId, "source", "แหล่งเงิน", "Source of money", { status: ["available"] }),
      amount: amount("จำนวนเงินที่ผูกพัน", "Amount committed")
    }),
    allow: [finance, officer],
    refusals: [...onAgreement, "AgreementWithoutMoney", ...onAnyAct, "CommitmentExceedsAgreement", "SourceExceeded"],
    rules: ["MON-1", "MON-2", "COL-7c"],
    related: (_, input) => ({ source: source(input.source) }),
    ready: Money.canCommit,
    decide: ({ context, input, related, state }) => {
      const { events, toSource } = Money.commit(state, related.source, input.amount, context)
      return Result.gen(function* () {
        const decided = yield* events
        return { events: decided, others: [eventsOn(source(input.source), yield* toSource)] }
      })
    }
  }),
  change({
    name: "disbursements.prepare",
    summary: { th: "จัดทำรายการเบิกจ่าย", en: "Prepare a disbursement" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({
      tranche: Field.count("งวดที่", "Tranche", 1, 99),
      amount: amount("จำนวนเงิน", "Amount"),
      source: Field.optional(
        Field.reference(
          Source.SourceId,
          "source",
          "จ่ายจากแหล่งเงิน (ไม่ระบุ = แหล่งที่ผูกพันก่อน)",
          "Paid from (else the source that committed first)"
        )
      ),
      again: Field.optional(Field.flag("เบิกจำนวนเดิมอีกครั้ง", "The same amount again")),
      note: Field.optional(Field.prose("บันทึก", "Note"))
    }),
    allow: [finance],
    refusals: [
      ...onAgreement,
      "AgreementWithoutMoney",
      "PlanMissing",
      "PlanNotAgreed",
      ...onAnyStep,
      "TrancheUnknown",
      "EvaluationNotAccepted",
      "TrancheExceeded",
      "CeilingExceeded",
      "PaymentRepeated",
      "YearWithoutMoney",
      "OrganisationInactive",
      "DateRefused"
    ],
    rules: ["ACT-2", "ACT-8", "PBC-U", "PBC-5", "PBC-7", "GRA-3", "MON-2", "MON-3", "SEP-1"],
    concurrency: "commutes",
    targets: trancheTargets,
    related: (state, input) => ({
      ...givers(state),
      ...payee(state),
      source: input.source === undefined ? undefined : source(input.source)
    }),
    ready: (state, _, target) => Money.canPrepare(state, Number(target?.value ?? noTranche)),
    timing: preparingTiming,
    decide: ({ context, input, related, state }) => Money.prepare(state, input, paidWith(related), context)
  }),
  change({
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
      "PlanMissing",
      "PlanNotAgreed",
      ...onAnyAct,
      "SamePerson",
      "CeilingExceeded",
      "YearWithoutMoney",
      "OrganisationInactive",
      "DateRefused"
    ],
    rules: ["ACT-2", "ACT-8", "PBC-U", "PBC-5", "PBC-7", "GRA-3", "MON-2", "MON-3", "SEP-1"],
    targets: disbursementTargets("Prepared"),
    related: (state) => ({ ...givers(state), ...payee(state) }),
    ready: (state, context, target) => Money.canApprove(state, named(target), context),
    timing: approvingTiming,
    decide: ({ context, input, related, state }) => Money.approve(state, input.disbursement, paidWith(related), context)
  }),
  change({
    name: "disbursements.reject",
    summary: { th: "ไม่อนุมัติการเบิกจ่าย", en: "Reject a disbursement" },
    irreversible: { th: "รายการที่ไม่อนุมัติแล้วต้องจัดทำใหม่", en: "A rejected disbursement must be prepared anew" },
    onward: false,
    input: Schema.Struct({ disbursement, reason }),
    allow: [executive, finance],
    refusals: onDisbursement,
    rules: ["MON-3"],
    targets: disbursementTargets("Prepared"),
    ready: (state, _, target) => Money.reject(state, named(target), "—"),
    decide: ({ input, state }) => Money.reject(state, input.disbursement, input.reason)
  }),
  change({
    name: "disbursements.reverse",
    summary: { th: "กลับรายการเบิกจ่าย", en: "Reverse a disbursement" },
    irreversible: {
      th: "กลับรายการแล้วยกเลิกไม่ได้ ต้องจัดทำรายการใหม่",
      en: "A reversal cannot be undone: the payment must be prepared anew"
    },
    onward: false,
    input: Schema.Struct({ disbursement, reason }),
    allow: [finance, executive],
    refusals: [...onDisbursement, "SamePerson", "SpendingExceedsPayments", "PaymentReturned"],
    rules: ["MON-2", "MON-5", "SEP-1"],
    targets: disbursementTargets("Approved"),
    ready: (state, context, target) => Money.reverse(state, { disbursement: named(target), reason: "—" }, context),
    decide: ({ context, input, state }) => Money.reverse(state, input, context)
  }),
  change({
    name: "funding.return-unspent",
    summary: { th: "ส่งคืนเงินที่ใช้ไม่หมด", en: "Return unspent money" },
    irreversible: { th: "เงินที่ส่งคืนแล้วเรียกกลับไม่ได้", en: "Money that was returned cannot be called back" },
    onward: true,
    input: unspent,
    allow: [finance],
    refusals: [...onMoney, "NothingLeft"],
    rules: ["MON-5", "MON-6", "PBC-9"],
    related: givers,
    ready: Money.canDecideUnspent,
    awaited: Money.unspentAwaited,
    timing: unspentTiming,
    decide: ({ input, related, state }) => {
      const { events, releases } = Money.returnUnspent(state, input)
      return Result.gen(function* () {
        const decided = yield* events
        const released = []
        for (const { amount, source: giver } of releases) {
          const giving = related[giver]
          if (giving === undefined) continue
          const share = { partnership: state.id, owner: state.owner, amount }
          released.push(eventsOn(source(giver), yield* Source.release(giving, share)))
        }
        return { events: decided, others: released }
      })
    }
  }),
  change({
    name: "funding.carry-over",
    summary: { th: "กันเงินไว้เบิกเหลื่อมปี", en: "Carry unspent money over" },
    irreversible: {
      th: "เงินที่กันไว้เบิกเหลื่อมปีแล้วย้ายกลับปีเดิมไม่ได้",
      en: "Money that was carried over does not come back into the earlier year"
    },
    onward: false,
    input: Schema.Struct({
      source: Field.reference(Source.SourceId, "source", "แหล่งเงิน", "Source of money"),
      fiscalYear: Field.written(FiscalYear, "count", "ใช้ในปีงบประมาณ (พ.ศ.)", "To be used in fiscal year (B.E.)"),
      ...unspent.fields
    }),
    allow: [finance],
    refusals: [...onAgreement, "NothingLeft", "CarriedOverBackwards", "DateRefused"],
    rules: ["MON-5", "MON-6", "PBC-9"],
    related: (_, input) => ({ source: source(input.source) }),
    ready: Money.canCarryOver,
    decide: ({ context, input, related, state }) => {
      const { events, toSource } = Money.carryOver(state, input, related.source, context)
      return Result.gen(function* () {
        const decided = yield* events
        return { events: decided, others: [eventsOn(source(input.source), yield* toSource)] }
      })
    }
  })
]
