import { Result } from "effect"
import * as Agreement from "../../agreements/Agreement.ts"
import type { Signature } from "../../agreements/Parts.ts"
import type { Context } from "../../engine/Context.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import type { Organisation } from "../../parties/Organisation.ts"
import { check, checkMeasures, type Measures, type Plan, type Proposed } from "../../plans/Plan.ts"
import { OwnEvent, type Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { asRecipient, readyFor, withAct } from "./acting.ts"
import { inForce, signature } from "./agreeing.ts"
import { measureAlike, reachable, sameMeasures } from "./rounds.ts"

const within = ({ course }: Partnership, measures: Measures) =>
  Result.mapError(reachable(course, measures), (refused) => ({ ...refused, field: "/indicators" }))

const sound = (partnership: Partnership, proposed: Proposed) =>
  Result.gen(function* () {
    const { terms } = yield* Agreement.inForce(partnership.agreement)
    const checked = yield* check(proposed, terms.period)
    yield* within(partnership, checked)
    return checked
  })

const nextVersion = ({ plan }: Partnership, { actor, now }: Context) => ({
  version: (plan?.version ?? 0) + 1,
  adoptedBy: actor.account,
  adoptedAt: now
})

const planStep = "COL-6b"

/** The plan was passed over, and is needed after all: every evaluation is against its indicators (COL-8). */
const plannedLate = ({ course, plan }: Partnership): boolean =>
  plan === undefined && course.steps[planStep]?.status === "skipped"

export const canAdopt = (partnership: Partnership) =>
  plannedLate(partnership) ? inForce(partnership) : readyFor("plan-adopted")(partnership)

export const adopt = (partnership: Partnership, proposed: Proposed, context: Context) =>
  Result.gen(function* () {
    yield* canAdopt(partnership)
    const plan = { ...(yield* sound(partnership, proposed)), ...nextVersion(partnership, context) }
    const adopted = Result.succeed([OwnEvent.cases.PlanAdopted.make({ plan })])
    return yield* plannedLate(partnership) ? adopted : withAct(partnership, context, "plan-adopted", adopted)
  })

const adopted = ({ plan }: Partnership): Decision<Plan, "PlanMissing"> =>
  plan === undefined ? refuse("PlanMissing", {}) : Result.succeed(plan)

/** ACT-8, PBC-U: nothing is paid without a plan, whose indicators say what for, and to which the recipient has agreed. */
export const agreed = (partnership: Partnership): Decision<Plan, "PlanMissing" | "PlanNotAgreed"> =>
  Result.flatMap(adopted(partnership), (plan) =>
    plan.agreed === undefined ? refuse("PlanNotAgreed", {}) : Result.succeed(plan)
  )

export const canAgree = (partnership: Partnership, context: Context) =>
  Result.gen(function* () {
    yield* asRecipient(partnership, context)
    yield* inForce(partnership)
    const plan = yield* adopted(partnership)
    return plan.agreed === undefined ? partnership : yield* refuse("PlanAlreadyAgreed", {})
  })

/** ACT-8, COL-5b: for the recipient, by someone with a mandate for the agreement's value. */
export const agree = (partnership: Partnership, organisation: Organisation, context: Context) =>
  Result.gen(function* () {
    yield* canAgree(partnership, context)
    const { terms } = yield* Agreement.inForce(partnership.agreement)
    const { deadlines, signed } = yield* signature(organisation, "recipient", terms, context)
    return { events: [OwnEvent.cases.PlanAgreed.make({ mandate: signed.mandate })], deadlines }
  })

/** What is being evaluated on it stays as it is until the evaluation is accepted or sent back. */
export const canRevise = (partnership: Partnership) =>
  Result.gen(function* () {
    yield* inForce(partnership)
    yield* adopted(partnership)
    const open = partnership.evaluations.find(({ findings, status }) => status === "open" && findings.length > 0)
    return open === undefined ? partnership : yield* refuse("PlanUnderEvaluation", { step: open.step })
  })

/** ACT-8: what both sides have agreed to measure, one of them does not change alone. */
const asAgreed = (plan: Plan, proposed: Measures): Decision<Pick<Plan, "agreed">, "MeasuresAgreed"> => {
  if (plan.agreed === undefined) return Result.succeed({})
  return measureAlike(plan, proposed)
    ? Result.succeed({ agreed: plan.agreed })
    : refuse("MeasuresAgreed", {}, { field: "/indicators" })
}

export const revise = (partnership: Partnership, proposed: Proposed, reason: string, context: Context) =>
  Result.gen(function* () {
    yield* canRevise(partnership)
    const plan = yield* adopted(partnership)
    const checked = yield* sound(partnership, proposed)
    yield* sameMeasures(partnership, checked)
    const next = { ...checked, ...nextVersion(partnership, context), ...(yield* asAgreed(plan, checked)) }
    return [OwnEvent.cases.PlanRevised.make({ plan: next, reason })]
  })

/** ACT-8, PBC-7: other measures, as both sides may agree on them while no round is judged by those in force. */
export const canRemeasure = (partnership: Partnership, measures: Measures | undefined) =>
  Result.gen(function* () {
    if (measures === undefined) return partnership
    yield* canRevise(partnership)
    yield* within(partnership, yield* checkMeasures(measures))
    yield* sameMeasures(partnership, measures)
    return partnership
  })

export interface Amended {
  readonly measures?: Measures
  readonly reason: string
  readonly signatures: ReadonlyArray<Signature>
}

/** The plan with the measures that an amendment brings, agreed to by its signatures. */
export const remeasure = (partnership: Partnership, { measures, reason, signatures }: Amended, context: Context) =>
  Result.gen(function* () {
    if (measures === undefined) return []
    yield* canRemeasure(partnership, measures)
    const { agreed: _, unreported: __, ...kept } = yield* adopted(partnership)
    const recipient = signatures.find(({ side }) => side === "recipient")
    const plan = {
      ...kept,
      ...measures,
      ...nextVersion(partnership, context),
      ...(recipient === undefined
        ? {}
        : { agreed: { by: recipient.account, mandate: recipient.mandate, at: context.now } })
    }
    return [OwnEvent.cases.PlanRevised.make({ plan, reason })]
  })
