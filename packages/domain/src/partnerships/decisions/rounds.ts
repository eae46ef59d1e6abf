import { Equal, Result } from "effect"
import { highest } from "../../evaluation/Scale.ts"
import { combine } from "../../evaluation/Scoring.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import { formatFour } from "../../plans/Decimal.ts"
import type { Measures, Proposed } from "../../plans/Plan.ts"
import { rangeOf } from "../../plans/Scale.ts"
import { stepsBefore } from "../../processes/Composition.ts"
import * as Course from "../../processes/Course.ts"
import type { Act } from "../../processes/Process.ts"
import type { Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"

/** The threshold on the scale of 0 to 100 where the agency has set none: what the base earns. From 1 to 5 it is 3. */
const base = 50

type Measured = Pick<Proposed, "indicators">

/** PBC-7: the score from which an evaluation is accepted, in points of the plan's scale; a setting of the process. */
export const thresholdOf = (course: Course.Course, { indicators }: Measured): number => {
  const set = course.overlay?.edits.some((edit) => edit._tag === "SetThreshold" && edit.name === "acceptance-score")
  const onAnchors = indicators.some(({ scale }) => rangeOf(scale) === "0-100")
  return onAnchors && set !== true ? base : (Course.composedOf(course).thresholds["acceptance-score"] ?? 0)
}

/** PER-1: the share of the weights that something must be reported for, in percent; a setting of the process. */
export const shareOf = (course: Course.Course): number => Course.composedOf(course).thresholds["reported-share"] ?? 0

/** PBC-7: the full score of the plan reaches the threshold. */
export const reachable = (
  course: Course.Course,
  plan: Measured | undefined
): Decision<void, "ThresholdUnreachable"> => {
  const most = combine((plan?.indicators ?? []).map(({ scale, weight }) => ({ weight, score: highest(scale) })))
  if (plan === undefined || most === null) return Result.succeed(undefined)
  const threshold = thresholdOf(course, plan)
  return Math.round(threshold * 10_000) > most
    ? refuse("ThresholdUnreachable", { threshold: String(threshold), highest: formatFour(most) })
    : Result.succeed(undefined)
}

/** The evaluation whose period has begun: not accepted yet, and the money that it judges has been paid. */
const begun = ({ course, plan }: Pick<Partnership, "course" | "plan">): string | undefined => {
  const composed = Course.composedOf(course)
  const isFor = (act: Act, key: string): boolean => {
    const completion = composed.byKey.get(key)?.completion
    return completion?.by === "act" && completion.act === act
  }
  const isPassed = (key: string): boolean => {
    const status = Course.statusOf(composed, course, key)
    return status === "done" || status === "skipped" || status === "waived"
  }
  return composed.leaves
    .map(({ key }) => key)
    .find((key) => {
      if (!isFor("evaluation-accepted", key) || isPassed(key)) return false
      // Without money, a round begins once both sides have agreed to the plan that it is held against.
      if (course.withoutMoney === true)
        return plan?.agreed !== undefined && Course.statusOf(composed, course, key) === "open"
      const payments = stepsBefore(composed, key).filter((before) => isFor("disbursement", before))
      return payments.length > 0 && payments.every(isPassed)
    })
}

/** PBC-7: what a round is held against is not changed once its period has begun, by nobody and by no way round. */
export const notBegun = (partnership: Pick<Partnership, "course" | "plan">): Decision<void, "RoundBegun"> => {
  const step = begun(partnership)
  return step === undefined ? Result.succeed(undefined) : refuse("RoundBegun", { step })
}

const measures = ({ indicators, unreported }: Measures) => ({
  unreported: unreported ?? "exclude",
  indicators: [...indicators].sort((a, b) => (a.id < b.id ? -1 : 1))
})

export const measureAlike = (plan: Measures, proposed: Measures): boolean =>
  Equal.equals(measures(plan), measures(proposed))

/** COL-8: other activities may be planned while a round goes on; other indicators, levels or weights may not. */
export const sameMeasures = (
  partnership: Pick<Partnership, "course" | "plan">,
  proposed: Measures
): Decision<void, "RoundBegun"> =>
  partnership.plan === undefined || measureAlike(partnership.plan, proposed)
    ? Result.succeed(undefined)
    : notBegun(partnership)
