import { Result } from "effect"
import type { Decision } from "../kernel/Refusal.ts"
import { type Composed, leavesOf, type PlacedStep } from "./Composition.ts"
import { type Course, type CourseEvent, composedOf, progress, type Who } from "./CourseState.ts"
import { refuse } from "./refusals.ts"

const topOf = (composed: Composed, step: PlacedStep): PlacedStep => {
  const container = step.within === undefined ? undefined : composed.byKey.get(step.within)
  return container === undefined ? step : topOf(composed, container)
}

/** The steps that close the accounts, and whatever stands with them in their container. */
const closingSteps = (composed: Composed): ReadonlySet<string> => {
  const closed = composed.leaves.find(
    ({ completion }) => completion.by === "act" && completion.act === "accounts-closed"
  )
  return new Set(closed === undefined ? [] : leavesOf(composed, topOf(composed, closed).key).map(({ key }) => key))
}

/**
 * Ends the work before its time: what is not done is passed over for good, with the reason, and the closing of the
 * accounts opens, which no ending lets off (MON-6). Nothing can be paid afterwards.
 */
export const endEarly = (
  course: Course,
  { reason }: { readonly reason: string },
  who: Who
): Decision<ReadonlyArray<CourseEvent>, "ReasonMissing" | "WrongLane" | "StepAlreadyDone"> => {
  const composed = composedOf(course)
  const { passed } = progress(composed, course)
  const closing = closingSteps(composed)
  const steps = composed.leaves.map(({ key }) => key).filter((key) => !closing.has(key) && !passed(key))
  if (steps.length === 0) return refuse("StepAlreadyDone", { step: "COL-8" }, { rule: "MON-6" })
  if (who.side !== "owner" && who.side !== "recipient") {
    return refuse("WrongLane", { step: "MON-6", lane: "joint" }, { rule: "ACT-8" })
  }
  if (reason.trim() === "")
    return refuse("ReasonMissing", { subject: { th: "เลิกก่อนกำหนด", en: "ending early" } }, { rule: "MON-6" })
  return Result.succeed([{ _tag: "CourseEnded", steps, account: who.account, side: who.side, reason: reason.trim() }])
}
