import { Result, Schema } from "effect"
import { AccountId } from "../kernel/Actor.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { Period } from "../kernel/Period.ts"
import { personal } from "../kernel/Personal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { doneOrWhyNot } from "../processes/Should.ts"
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
  /** Why nobody else took part (COL-6f); none before it was asked for. */
  noParticipantsReason: Schema.optionalKey(Schema.String),
  /** COL-8a: how the evaluation is to be done, as the joint committee has set it, or why it has not. */
  evaluationFrame: Schema.optionalKey(Schema.String),
  noFrameReason: Schema.optionalKey(Schema.String),
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
  readonly noParticipantsReason?: string
  readonly evaluationFrame?: string
  readonly noFrameReason?: string
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

/** What a plan should have, or why it has not (COL-6f, COL-7b, COL-8a). */
const checkReasons = ({ activities, evaluationFrame, noFrameReason, noParticipantsReason, stakeholders }: Proposed) =>
  Result.gen(function* () {
    for (const [index, { ruleToIssue, ruleToIssueReason, title }] of activities.entries())
      yield* doneOrWhyNot({
        rule: "COL-7b",
        done: ruleToIssue === undefined,
        reason: ruleToIssueReason,
        subject: {
          th: `กิจกรรม ${title.th} ใช้อำนาจที่ต้องออกกฎหมายหรือระเบียบเพิ่มเติม`,
          en: `activity ${title.en ?? title.th} needs a further law or rule to be issued`
        },
        field: `/activities/${index}/ruleToIssueReason`
      })
    yield* doneOrWhyNot({
      rule: "COL-6f",
      done: stakeholders !== undefined,
      reason: noParticipantsReason,
      subject: {
        th: "ผู้มีส่วนได้ส่วนเสียและประชาชนไม่ได้ร่วมจัดทำแผน",
        en: "stakeholders and citizens took no part in making the plan"
      },
      field: "/noParticipantsReason"
    })
    yield* doneOrWhyNot({
      rule: "COL-8a",
      done: evaluationFrame !== undefined,
      reason: noFrameReason,
      subject: {
        th: "คณะกรรมการร่วมไม่ได้กำหนดกรอบและวิธีการประเมิน",
        en: "the joint committee has not set the frame and methods of the evaluation"
      },
      field: "/noFrameReason"
    })
  })

/** PER-1: the indicators are sound, on scales of one range, and their weights come to the whole. */
export const checkMeasures = (measured: Measures) =>
  Result.gen(function* () {
    const indicators = checkPlan(measured.indicators)
    if (Result.isFailure(indicators)) return yield* refusePlan(indicators.failure, measured.indicators)
    const [first, ...others] = measured.indicators
    const mixed = others.find(({ scale }) => first !== undefined && rangeOf(scale) !== rangeOf(first.scale))
    if (mixed === undefined) return measured
    return yield* refuse("ScaleMisused", { problem: "ScalesMixed", indicator: mixed.name }, { field: "/indicators" })
  })

/** COL-6, COL-7a, PER-1: the plan is sound and fits the agreement's term. */
export const check = (plan: Proposed, term: Period) =>
  Result.gen(function* () {
    yield* checkMeasures(plan)
    const activities = checkActivities(plan.activities, term)
    if (Result.isFailure(activities)) return yield* refuseActivity(activities.failure, plan.activities)
    yield* checkReasons(plan)
    return plan
  })
