import { Result, Schema } from "effect"
import { amended, waiting } from "../../agreements/Amending.ts"
import type { AmendedTerms, MoneyTerms } from "../../agreements/Parts.ts"
import { valueOf } from "../../agreements/Terms.ts"
import type { Context } from "../../engine/Context.ts"
import type { Target } from "../../engine/Handler.ts"
import type { Actor } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { executive, officer, partnerEditor, partnerSignatory } from "../../kernel/Grants.ts"
import { PlanInput } from "../../plans/PlanInput.ts"
import { proposed } from "../../plans/Proposal.ts"
import * as Amending from "../decisions/amending.ts"
import { measureAlike } from "../decisions/rounds.ts"
import { trancheIsMissing } from "../decisions/tranches.ts"
import { isCandidate } from "../Parties.ts"
import type { Partnership } from "../Partnership.ts"
import { actsOn } from "./actsOn.ts"
import { conditions, conditionsOf, money, onTranches, onValue, tranches } from "./agreement.ts"
import { onMeasures, onWritten } from "./plan.ts"
import { bothSides, named, organisation } from "./related.ts"

const { change } = actsOn("agreement")

const onAmendment = ["PartnershipNotRunning", "AgreementMissing", "AgreementNotInForce", "WrongLane"] as const
const onMoney = [...onValue, "ValueAgreed", "EvaluatedWithoutMoney"] as const
const onRescheduling = [
  ...onTranches,
  ...onMoney,
  "AccountsSettled",
  "TrancheExceeded",
  "TrancheRaised",
  "TrancheUnknown"
] as const
const onRemeasuring = ["PlanMissing", "PlanUnderEvaluation", "RoundBegun"] as const
const reason = Field.prose("เหตุผล", "Reason")
const amendment = Field.text("ข้อเสนอแก้ไข", "Amendment")

/** What waits to be signed is between the parties: a candidate is told of none. */
const amendmentTargets = (partnership: Partnership, actor: Actor): ReadonlyArray<Target> => {
  const found = waiting(partnership.agreement)
  return found === undefined || isCandidate(partnership, actor)
    ? []
    : [{ field: "amendment", value: found.id, label: { th: found.reason, en: found.reason } }]
}

interface Written {
  readonly objectives: string
  readonly conditions: ReadonlyArray<{ readonly text: string }>
  readonly tranches?: AmendedTerms["tranches"]
  readonly money?: MoneyTerms
  readonly reason: string
}

const termsOf = ({ conditions, money, objectives, reason, tranches }: Written): AmendedTerms => ({
  objectives,
  conditions: conditionsOf(conditions),
  reason,
  ...(tranches === undefined ? {} : { tranches }),
  ...(money === undefined ? {} : { money })
})

/** Indicators other than those agreed to already; each keeps its id, and so its results, by its name. */
const measuresOf = (
  { plan }: Partnership,
  { indicators, unreported }: Pick<Partial<PlanInput>, "indicators" | "unreported">,
  context: Context
) =>
  indicators === undefined
    ? Result.succeed({})
    : Result.map(
        proposed({ activities: [], indicators, ...(unreported === undefined ? {} : { unreported }) }, context, plan),
        ({ activities: _, ...measures }) => (plan !== undefined && measureAlike(plan, measures) ? {} : { measures })
      )

export const amending = [
  change({
    name: "agreements.propose-amendment",
    summary: { th: "เสนอแก้ไขข้อตกลง", en: "Propose an amendment" },
    irreversible: false,
    onward: true,
    restates: true,
    input: Schema.Struct({
      objectives: Field.prose("วัตถุประสงค์", "Objectives"),
      conditions,
      tranches,
      money,
      indicators: Field.optional(PlanInput.fields.indicators),
      unreported: PlanInput.fields.unreported,
      reason
    }),
    allow: [officer, executive, partnerEditor, partnerSignatory],
    refusals: [...onAmendment, ...onRescheduling, ...onWritten, ...onRemeasuring, "AmendmentWaiting"],
    rules: ["ACT-8", "MON-3", "PBC-5", "PBC-7", "GRA-3"],
    ready: Amending.canPropose,
    // A process that was changed may pay in steps for which nothing is agreed yet.
    awaited: trancheIsMissing,
    related: ({ owner }) => ({ owner: organisation(owner) }),
    decide: ({ context, input, related, state }) =>
      Result.gen(function* () {
        const terms = { ...termsOf(input), ...(yield* measuresOf(state, input, context)) }
        return yield* Amending.propose(state, terms, related.owner, context)
      })
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
      ...onRescheduling,
      ...onMeasures,
      ...onRemeasuring,
      "AmendmentUnknown",
      "AlreadySigned",
      "SignatureLapsed",
      "SeparationOfDuties",
      "OrganisationInactive",
      "MandateMissing",
      "MandateExpired",
      "MandateLimitExceeded"
    ],
    rules: ["ACT-8", "COL-5b"],
    related: bothSides,
    targets: amendmentTargets,
    ready: (state, context, target) => Amending.canSign(state, named(target), context),
    timing: Amending.amendmentTiming,
    mandate: ({ agreement }) => {
      if (agreement === undefined) return undefined
      return valueOf(amended(agreement.terms, waiting(agreement) ?? {}))
    },
    decide: ({ context, input, related, state }) => Amending.sign(state, input.amendment, related, context)
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
