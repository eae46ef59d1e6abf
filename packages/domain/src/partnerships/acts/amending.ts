import { Schema } from "effect"
import { waiting } from "../../agreements/Amending.ts"
import type { Target } from "../../engine/Handler.ts"
import type { Actor } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { executive, officer, partnerEditor, partnerSignatory } from "../../kernel/Grants.ts"
import * as Amending from "../decisions/amending.ts"
import { isCandidate } from "../Parties.ts"
import type { Partnership } from "../Partnership.ts"
import { actsOn } from "./actsOn.ts"
import { conditions, conditionsOf } from "./agreement.ts"
import { named, organisation } from "./related.ts"

const { change } = actsOn("agreement")

const onAmendment = ["PartnershipNotRunning", "AgreementMissing", "AgreementNotInForce", "WrongLane"] as const
const reason = Field.prose("เหตุผล", "Reason")
const amendment = Field.text("ข้อเสนอแก้ไข", "Amendment")

/** What waits to be signed is between the parties: a candidate is told of none. */
const amendmentTargets = (partnership: Partnership, actor: Actor): ReadonlyArray<Target> => {
  const found = waiting(partnership.agreement)
  return found === undefined || isCandidate(partnership, actor)
    ? []
    : [{ field: "amendment", value: found.id, label: { th: found.reason, en: found.reason } }]
}

export const amending = [
  change({
    name: "agreements.propose-amendment",
    summary: { th: "เสนอแก้ไขข้อตกลง", en: "Propose an amendment" },
    irreversible: false,
    onward: false,
    restates: true,
    input: Schema.Struct({ objectives: Field.prose("วัตถุประสงค์", "Objectives"), conditions, reason }),
    allow: [officer, executive, partnerEditor, partnerSignatory],
    refusals: [...onAmendment, "AmendmentWaiting"],
    rules: ["ACT-8"],
    ready: Amending.canPropose,
    decide: ({ context, input, state }) =>
      Amending.propose(state, { ...input, conditions: conditionsOf(input.conditions) }, context)
  }),
  change({
    name: "agreements.sign-amendment",
    summary: { th: "ลงนามแก้ไขข้อตกลง", en: "Sign an amendment" },
    irreversible: {
      th: "เมื่อทั้งสองฝ่ายลงนามแล้ว เนื้อหาใหม่มีผลทันที",
      en: "Once both sides have signed, the new terms apply at once"
    },
    onward: true,
    input: Schema.Struct({ amendment }),
    allow: [executive, partnerSignatory],
    refusals: [
      ...onAmendment,
      "AmendmentUnknown",
      "AlreadySigned",
      "SeparationOfDuties",
      "OrganisationInactive",
      "MandateMissing",
      "MandateExpired",
      "MandateLimitExceeded"
    ],
    rules: ["ACT-8", "COL-5b"],
    related: ({ owner }, _, actor) => ({ organisation: organisation(actor.organisation ?? owner) }),
    targets: amendmentTargets,
    ready: (state, context, target) => Amending.canSign(state, named(target), context),
    timing: Amending.amendmentTiming,
    mandate: ({ agreement }) => agreement?.terms.value,
    decide: ({ context, input, related, state }) => Amending.sign(state, input.amendment, related.organisation, context)
  }),
  change({
    name: "agreements.decline-amendment",
    summary: { th: "ไม่รับหรือถอนข้อเสนอแก้ไขข้อตกลง", en: "Decline or withdraw an amendment" },
    irreversible: { th: "ต้องเสนอใหม่หากต้องการอีก", en: "It must be proposed anew if it is wanted after all" },
    onward: false,
    input: Schema.Struct({ amendment, reason }),
    allow: [officer, executive, partnerEditor, partnerSignatory],
    refusals: [...onAmendment, "AmendmentUnknown"],
    rules: ["ACT-8"],
    targets: amendmentTargets,
    ready: (state, context, target) => Amending.canDecline(state, named(target), context),
    decide: ({ context, input, state }) => Amending.decline(state, input, context)
  })
]
