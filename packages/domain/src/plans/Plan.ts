import { Result, Schema } from "effect"
import { AccountId } from "../kernel/Actor.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { Period } from "../kernel/Period.ts"
import { personal } from "../kernel/Personal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { Activity, type ActivityProblem, checkActivities } from "./Activity.ts"
import { checkPlan, Indicator, type PlanProblem, UnreportedPolicy } from "./Indicator.ts"
import { refuse } from "./refusals.ts"
import { rangeOf } from "./Scale.ts"

/** The action plan (COL-6): activities and indicators, by version. */
export const Plan = Schema.Struct({
  version: Schema.Int,
  activities: Schema.Array(Activity),
  indicators: Schema.Array(Indicator),
  /** Absent where the plan was adopted before it was agreed: then what is not reported is left out. */
  unreported: Schema.optionalKey(UnreportedPolicy),
  /** Whoever took part; the people named there are erased together. */
  stakeholders: Schema.optionalKey(personal({ participants: Schema.String })),
  adoptedBy: AccountId,
  adoptedAt: Instant,
  /** ACT-8: by whom, of the recipient, the indicators were agreed to. */
  agreed: Schema.optionalKey(Schema.Struct({ by: AccountId, mandate: Schema.String, at: Instant }))
})
export type Plan = typeof Plan.Type

/** What is measured, and what counts where nothing is reported: agreed by both sides (ACT-8, PER-1). */
export const Measures = Schema.Struct({
  indicators: Schema.Array(Indicator),
  unreported: Schema.optionalKey(UnreportedPolicy)
})
export type Measures = typeof Measures.Type

export interface Proposed {
  readonly activities: ReadonlyArray<Activity>
  readonly indicators: ReadonlyArray<Indicator>
  readonly unreported?: UnreportedPolicy
  readonly stakeholders?: NonNullable<Plan["stakeholders"]>
}

const refusePlan = (problem: PlanProblem, indicators: ReadonlyArray<Indicator>) => {
  const named = (id: string): LocalizedText => indicators.find((indicator) => indicator.id === id)?.name ?? { th: id }
  switch (problem._tag) {
    case "DirectionDisagrees": {
      const { declared, derived, indicator } = problem
      return refuse("DirectionDisagrees", { indicator: named(indicator), declared, derived }, { field: "/indicators" })
    }
    case "WeightsDoNotSum":
      return refuse("WeightsDoNotSum", { sum: problem.sum }, { field: "/indicators" })
    case "LevelsNotMonotone":
      return refuse("LevelsNotMonotone", { indicator: named(problem.indicator) }, { field: "/indicators" })
    default:
      return refuse(
        "ScaleMisused",
        { problem: problem._tag, indicator: named(problem.indicator) },
        { field: "/indicators" }
      )
  }
}

const refuseActivity = (problem: ActivityProblem, activities: ReadonlyArray<Activity>) => {
  const activity = activities.find(({ id }) => id === problem.activity)?.title ?? { th: problem.activity }
  return problem._tag === "AuthorityMissing"
    ? refuse("AuthorityMissing", { activity }, { field: "/activities" })
    : refuse("ActivityMisplaced", { activity, problem: problem._tag }, { field: "/activities" })
}

/** COL-6, COL-7a, PER-1: the plan is sound and fits the agreement's term. */
export const check = (plan: Proposed, term: Period) => {
  const indicators = checkPlan(plan.indicators)
  if (Result.isFailure(indicators)) return refusePlan(indicators.failure, plan.indicators)
  const [first, ...others] = plan.indicators
  const mixed = others.find(({ scale }) => first !== undefined && rangeOf(scale) !== rangeOf(first.scale))
  if (mixed !== undefined)
    return refuse("ScaleMisused", { problem: "ScalesMixed", indicator: mixed.name }, { field: "/indicators" })
  const activities = checkActivities(plan.activities, term)
  return Result.isFailure(activities) ? refuseActivity(activities.failure, plan.activities) : Result.succeed(plan)
}
