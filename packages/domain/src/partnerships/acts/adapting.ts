import { Schema } from "effect"
import * as Field from "../../kernel/Field.ts"
import { officer, partnerSignatory } from "../../kernel/Grants.ts"
import * as Adapting from "../decisions/adapting.ts"
import { since } from "../decisions/anew.ts"
import { actsOn } from "./actsOn.ts"
import { adapted, organisation } from "./related.ts"

const { change } = actsOn("process")

const onAnyAdaptation = [
  "PartnershipNotRunning",
  "RoundBegun",
  "OverlayRefused",
  "ProcessMoveRefused",
  "ThresholdUnreachable"
] as const

export const adapting = [
  change({
    name: "partnerships.adapt",
    summary: { th: "ย้ายไปใช้กระบวนการที่ปรับแล้ว", en: "Move to an adapted process" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      process: Field.optional(
        Field.reference(
          Schema.String.check(Schema.isUUID()),
          "process",
          "กระบวนการที่ปรับแล้ว (เว้นว่างเพื่อกลับไปใช้แบบเดิม)",
          "Adapted process (empty: back to the standard one)"
        )
      )
    }),
    allow: [officer],
    refusals: onAnyAdaptation,
    rules: ["PRO-1", "PBC-7", "ACT-8"],
    related: (_, input) => adapted(input),
    ready: (state) => Adapting.canAdapt(state),
    decide: ({ related, state }) => Adapting.adapt(state, related.process)
  }),
  change({
    name: "partnerships.upgrade-process",
    summary: { th: "ใช้กระบวนการฉบับล่าสุด", en: "Take up the newest version of the process" },
    irreversible: { th: "กลับไปใช้กระบวนการฉบับเดิมไม่ได้", en: "There is no way back to the earlier version" },
    onward: false,
    input: Schema.Struct({}),
    allow: [officer],
    refusals: [...onAnyAdaptation, "ProcessUpToDate"],
    rules: ["PRO-1", "PBC-7", "ACT-8"],
    ready: (state) => Adapting.upgrade(state),
    decide: ({ state }) => Adapting.upgrade(state)
  }),
  change({
    name: "partnerships.confirm-process",
    summary: { th: "ยืนยันการเปลี่ยนกระบวนการ", en: "Confirm the change of the process" },
    irreversible: { th: "ยืนยันแล้วกระบวนการใหม่มีผลทันที", en: "Once confirmed, the new process applies at once" },
    onward: true,
    input: Schema.Struct({}),
    allow: [partnerSignatory],
    refusals: [
      ...onAnyAdaptation,
      "WrongLane",
      "NoProcessProposed",
      "RecipientMissing",
      "OrganisationInactive",
      "MandateMissing",
      "MandateExpired",
      "MandateLimitExceeded"
    ],
    rules: ["PRO-1", "PBC-7", "ACT-8"],
    related: ({ recipient }) => ({ recipient: recipient === undefined ? undefined : organisation(recipient) }),
    ready: Adapting.canConfirm,
    timing: ({ proposedProcess }) => since(proposedProcess?.at),
    mandate: ({ agreement }) => agreement?.terms.value,
    decide: ({ context, related, state }) => Adapting.confirm(state, related.recipient, context)
  }),
  change({
    name: "partnerships.decline-process",
    summary: { th: "ไม่ยืนยันการเปลี่ยนกระบวนการ", en: "Decline the change of the process" },
    irreversible: { th: "ข้อเสนอที่ไม่ยืนยันแล้วต้องเสนอใหม่", en: "A declined change must be proposed anew" },
    onward: false,
    input: Schema.Struct({ reason: Field.prose("เหตุผล", "Reason") }),
    allow: [partnerSignatory],
    refusals: ["PartnershipNotRunning", "WrongLane", "NoProcessProposed"],
    rules: ["PRO-1", "ACT-8"],
    ready: Adapting.canDecline,
    decide: ({ context, input, state }) => Adapting.decline(state, input.reason, context)
  })
]
