import { Schema } from "effect"
import { instruments } from "../../agreements/Instrument.ts"
import { valueOf } from "../../agreements/Terms.ts"
import { type Target, unseen } from "../../engine/Handler.ts"
import * as Field from "../../kernel/Field.ts"
import { executive, officer, partnerEditor, partnerSignatory } from "../../kernel/Grants.ts"
import { missionRecord } from "../../missions/Mission.ts"
import { onAnyAct, onAnyStep } from "../../processes/refusals.ts"
import * as Agreeing from "../decisions/agreeing.ts"
import { renewalAwaited, renewalTiming, renewalTurnsAt, resumingTiming } from "../decisions/due.ts"
import * as Money from "../decisions/money.ts"
import type { Partnership } from "../Partnership.ts"
import { actsBeside, actsOn } from "./actsOn.ts"
import { partnershipsOf } from "./missions.ts"
import { bothSides, named, organisation } from "./related.ts"

const { change } = actsOn("agreement")
/** Acts that do not depend on the open step: suspended work waits for them wherever it stands. */
const whateverStep = actsBeside("agreement")

const dated = ["DateRefused", "DateReasonMissing"] as const
const onAgreement = ["PartnershipNotRunning", "AgreementMissing"] as const
/** GRA-3: a grant's conditions change on request; what is refused to the other models, and before there is one. */
const onRequest = ["StepNotOpen", "AmendmentNeeded"] as const
const reason = Field.prose("เหตุผล", "Reason")
export const conditions = Field.list(
  Schema.Struct({ text: Field.prose("เงื่อนไข", "Condition") }),
  "เงื่อนไข",
  "Conditions",
  50
)

const UnitCost = Schema.Struct({
  item: Field.text("รายการ", "Item"),
  unit: Field.text("หน่วย", "Unit"),
  quantity: Field.count("จำนวน", "Quantity", 1, 100_000_000),
  unitCost: Field.money("ต้นทุนต่อหน่วย (บาท)", "Unit cost (baht)")
})

/** Absent where no money is given. */
const value = Field.optional(
  Field.amount("มูลค่า (บาท)", "Value (baht)", {
    th: "เว้นว่างหากข้อตกลงไม่มีวงเงิน แล้วไม่ต้องระบุต้นทุนต่อหน่วยและงวดเงิน",
    en: "Leave it out where the agreement is without money, with unit costs and tranches"
  })
)
const unitCosts = Field.list(UnitCost, "ต้นทุนต่อหน่วย", "Unit costs")
const sla = Field.optional(Field.prose("ข้อตกลงระดับการให้บริการ (SLA)", "Service-level agreement (SLA)"))
const noSlaReason = Field.optional(Field.prose("เหตุผลที่ไม่มี SLA", "Why there is no SLA"))
/** Money that an amendment brings into an agreement that was signed without. */
export const money = Field.optional(
  Field.group(
    Schema.Struct({ value: Field.amount("มูลค่า (บาท)", "Value (baht)"), unitCosts, sla, noSlaReason }),
    "เพิ่มวงเงินในข้อตกลงที่ลงนามโดยไม่มีวงเงิน",
    "Money brought into an agreement that is without"
  )
)
export const onValue = ["ValueMissing", "UnitCostMissing", "UnitCostsDoNotSum", "SlaReasonMissing"] as const

const Guarantee = Schema.Struct({
  income: Field.money("รายได้ขั้นต่ำ (บาท)", "Minimum income (baht)"),
  volume: Field.text("ปริมาณงาน", "Volume of work")
})

const Tranche = Schema.Struct({
  amount: Field.amount("จำนวนเงิน", "Amount"),
  label: Field.optional(Field.text("ชื่องวด", "Name of the tranche")),
  condition: Field.optional(Field.prose("เงื่อนไขการจ่าย", "Paid on"))
})
/** PBC-7: one for each payment of the process; none where no money is agreed. */
export const tranches = Field.optional(Field.list(Tranche, "งวดเงิน", "Tranches", 99))
export const onTranches = ["TranchesDoNotMatch", "TranchesDoNotSum"] as const

export const conditionsOf = (conditions: ReadonlyArray<{ readonly text: string }>) => conditions.map(({ text }) => text)

const changeTargets = ({ agreement }: Partnership): ReadonlyArray<Target> =>
  agreement?._tag === "InForce"
    ? agreement.changes
        .filter(({ status }) => status === "requested")
        .map(({ id, reason }) => ({ field: "change", value: id, label: { th: reason, en: reason } }))
    : []

/** Both sides, and the mission that they sign for: while it is reviewed, the recipient does not see it. */
const onMission = (partnership: Partnership) => ({
  mission: unseen(missionRecord, partnership.mission),
  ...bothSides(partnership)
})

export const agreement = [
  change({
    name: "agreements.draft",
    summary: { th: "ร่างข้อตกลง", en: "Draft the agreement" },
    irreversible: false,
    onward: true,
    restates: true,
    input: Schema.Struct({
      instrument: Field.choice(instruments, "เครื่องมือ", "Instrument"),
      binding: Field.flag("มีผลผูกพันทางกฎหมาย", "Legally binding"),
      objectives: Field.prose("วัตถุประสงค์", "Objectives"),
      conditions,
      period: Field.period("ระยะเวลา", "Term"),
      value,
      unitCosts,
      tranches,
      sla,
      noSlaReason,
      termReason: Field.optional(
        Field.prose("เหตุผลที่เริ่มนานก่อนหรือหลังลงนาม", "Why the term begins long before or after signing")
      ),
      guarantee: Field.optional(Field.group(Guarantee, "ประกันรายได้ขั้นต่ำและปริมาณงาน", "Guaranteed income and volume"))
    }),
    allow: [officer],
    refusals: [
      "PartnershipNotRunning",
      "RecipientMissing",
      ...onAnyStep,
      "AgreementNotDraft",
      ...onValue,
      ...onTranches,
      ...dated
    ],
    rules: ["COL-4d", "COL-5b", "MOD-3", "MON-3", "PBC-U", "PBC-S1", "PBC-S2", "MOD-P2"],
    related: ({ owner }) => ({ owner: organisation(owner) }),
    ready: Agreeing.canDraft,
    // A draft can be written anew until one side has signed, but nobody has to.
    awaited: ({ agreement }) => agreement === undefined,
    decide: ({ context, input, related, state }) =>
      Agreeing.draft(state, { ...input, conditions: conditionsOf(input.conditions) }, related.owner, context)
  }),
  change({
    name: "agreements.sign",
    summary: { th: "ลงนามข้อตกลง", en: "Sign the agreement" },
    irreversible: { th: "ลงนามแล้วถอนลายมือชื่อไม่ได้", en: "A signature cannot be taken back" },
    onward: true,
    input: Schema.Struct({}),
    allow: [executive, partnerSignatory],
    refusals: [
      ...onAgreement,
      "AgreementNotDraft",
      "AlreadySigned",
      "SignatureLapsed",
      "OrganisationInactive",
      "MandateMissing",
      "MandateExpired",
      "MandateLimitExceeded",
      ...onTranches,
      ...dated,
      ...onAnyAct,
      "MissionNotOpen"
    ],
    rules: ["COL-5", "COL-5b", "ACT-8"],
    related: onMission,
    ready: Agreeing.canSign,
    timing: Agreeing.signingTiming,
    mandate: ({ agreement }) => (agreement === undefined ? undefined : valueOf(agreement.terms)),
    decide: ({ context, related, state }) => Agreeing.sign(state, related, context)
  }),
  change({
    name: "agreements.announce",
    summary: { th: "ประกาศข้อตกลงต่อสาธารณะ", en: "Announce the agreement to the public" },
    irreversible: { th: "ประกาศต่อสาธารณะแล้วถอนไม่ได้", en: "What has been announced to the public cannot be taken back" },
    onward: true,
    input: Schema.Struct({
      where: Field.text("ช่องทางที่ประกาศ", "Where it was announced"),
      reference: Field.text("เลขที่ประกาศหรือที่อยู่เว็บ", "Number or address of the announcement")
    }),
    allow: [officer],
    refusals: [...onAgreement, "AgreementNotInForce", "AlreadyAnnounced", ...onAnyAct],
    rules: ["COL-5a"],
    ready: Agreeing.canAnnounce,
    decide: ({ context, input, state }) => Agreeing.announce(state, input, context)
  }),
  change({
    name: "agreements.request-change",
    summary: { th: "ขอเปลี่ยนเงื่อนไข", en: "Ask for a change of conditions" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      conditions,
      objectives: Field.optional(Field.prose("วัตถุประสงค์ (ต้องคงเดิม)", "Objectives (must stay as they are)")),
      reason
    }),
    allow: [partnerEditor],
    refusals: [...onAgreement, "AgreementNotInForce", "WrongLane", ...onRequest, "ObjectivesTouched"],
    rules: ["GRA-3"],
    ready: Agreeing.canRequestChange,
    decide: ({ context, input, state }) =>
      Agreeing.requestChange(state, { ...input, conditions: conditionsOf(input.conditions) }, context)
  }),
  change({
    name: "agreements.approve-change",
    summary: { th: "อนุมัติการเปลี่ยนเงื่อนไข", en: "Approve a change of conditions" },
    irreversible: { th: "อนุมัติแล้วเงื่อนไขใหม่มีผลทันที", en: "Once approved, the new conditions apply at once" },
    onward: true,
    input: Schema.Struct({ change: Field.text("คำขอ", "Request") }),
    allow: [officer, executive],
    refusals: [...onAgreement, "AgreementNotInForce", ...onRequest, "AmendmentWaiting", "ChangeUnknown"],
    rules: ["GRA-3"],
    targets: changeTargets,
    ready: (state, _, target) => Agreeing.approveChange(state, named(target)),
    decide: ({ input, state }) => Agreeing.approveChange(state, input.change)
  }),
  change({
    name: "agreements.decline-change",
    summary: { th: "ไม่อนุมัติการเปลี่ยนเงื่อนไข", en: "Decline a change of conditions" },
    irreversible: { th: "คำขอที่ไม่อนุมัติแล้วต้องขอใหม่", en: "A declined request must be made anew" },
    onward: false,
    input: Schema.Struct({ change: Field.text("คำขอ", "Request"), reason }),
    allow: [officer, executive],
    refusals: [...onAgreement, "AgreementNotInForce", "ChangeUnknown"],
    rules: ["GRA-3"],
    targets: changeTargets,
    ready: (state, _, target) => Agreeing.declineChange(state, named(target), "—"),
    decide: ({ input, state }) => Agreeing.declineChange(state, input.change, input.reason)
  }),
  whateverStep.change({
    name: "agreements.renew",
    summary: { th: "ลงนามต่ออายุข้อตกลง", en: "Sign a renewal of the agreement" },
    irreversible: {
      th: "มีผลเมื่ออีกฝ่ายลงนามระยะเวลาเดียวกัน แล้วย่นระยะเวลาไม่ได้ นอกจากเลิกข้อตกลง",
      en: "It takes effect once the other side signs the same term; from then on only a termination cuts it short"
    },
    onward: true,
    input: Schema.Struct({ period: Field.period("ระยะเวลาใหม่", "New term"), reason }),
    allow: [executive, partnerSignatory],
    refusals: [
      ...onAgreement,
      "AgreementNotInForce",
      "WrongLane",
      "ContestabilityUnrated",
      "CompetitionNeeded",
      "EvaluationNeeded",
      "RenewalDoesNotFollow",
      "AlreadySigned",
      "SignatureLapsed",
      "SeparationOfDuties",
      "OrganisationInactive",
      "MandateMissing",
      "MandateExpired",
      "MandateLimitExceeded",
      "DateRefused"
    ],
    rules: ["CNT-1", "ACT-8", "COL-5b", "PRO-2"],
    related: onMission,
    many: ({ mission }) => partnershipsOf(mission),
    ready: Agreeing.canRenew,
    awaited: (state, _, actor, at) => renewalAwaited(state, actor, at),
    turnsAt: renewalTurnsAt,
    timing: renewalTiming,
    mandate: ({ agreement }) => (agreement === undefined ? undefined : valueOf(agreement.terms)),
    decide: ({ context, input, many, related, state }) => Agreeing.renew(state, input, { ...related, ...many }, context)
  }),
  change({
    name: "agreements.suspend",
    summary: { th: "ระงับข้อตกลงชั่วคราว", en: "Suspend the agreement" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({ reason }),
    allow: [executive],
    refusals: [...onAgreement, "AgreementNotInForce"],
    rules: ["ACT-8"],
    ready: Agreeing.inForce,
    decide: ({ input, state }) => Agreeing.suspend(state, input.reason)
  }),
  whateverStep.change({
    name: "agreements.resume",
    summary: { th: "กลับมาใช้ข้อตกลง", en: "Resume the agreement" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({ reason }),
    allow: [executive],
    refusals: ["AgreementMissing", "AgreementNotSuspended"],
    rules: ["ACT-8", "PRO-2"],
    ready: Agreeing.canResume,
    timing: resumingTiming,
    decide: ({ input, state }) => Agreeing.resume(state, input.reason)
  }),
  change({
    name: "agreements.terminate",
    summary: { th: "เลิกข้อตกลง", en: "Terminate the agreement" },
    irreversible: { th: "เลิกแล้วข้อตกลงไม่กลับมามีผลอีก", en: "A terminated agreement does not come into force again" },
    onward: false,
    input: Schema.Struct({ reason }),
    allow: [executive],
    refusals: [
      ...onAgreement,
      "AgreementNotInForce",
      "DisbursementsPending",
      "ReasonMissing",
      "StepAlreadyDone",
      "WrongLane"
    ],
    rules: ["ACT-8", "MON-5"],
    ready: (state, context) => Money.terminate(state, "—", context),
    decide: ({ context, input, state }) => Money.terminate(state, input.reason, context)
  })
]
