import type { Target } from "../engine/Handler.ts"
import type { Serving, Timing } from "../engine/Record.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { bangkokDay, Instant } from "../kernel/ThaiDate.ts"
import type { PlacedStep } from "../processes/Composition.ts"
import { composedOf, dueAt, openedAt, openSteps } from "../processes/Course.ts"
import type { Partnership } from "./Partnership.ts"

/** The open step that an act serves: the one it is aimed at, else the first whose rule it names. */
const stepAsking = ({ rules }: Serving, { course }: Partnership, target: Target | undefined) =>
  openSteps(composedOf(course), course).find(({ key, rule }) =>
    target?.field === "step" ? key === target.value : rules.includes(rule)
  )

/**
 * Where in the process an act on a partnership stands: at the step that it is aimed at, else at the first open step
 * whose rule it serves; a part that waits for an answer, and that no step asks for, comes after all steps.
 */
export const placeInProcess =
  (operation: Serving) =>
  (partnership: Partnership, target: Target | undefined): number | undefined => {
    const composed = composedOf(partnership.course)
    const asking = stepAsking(operation, partnership, target)
    if (asking !== undefined) return composed.steps.findIndex(({ key }) => key === asking.key)
    return target === undefined || target.field === "step" ? undefined : composed.steps.length
  }

/** As `placeInProcess`; what no step asks for, but a day, comes after all steps. */
export const placeByDay =
  (operation: Serving) =>
  (partnership: Partnership, target: Target | undefined): number =>
    placeInProcess(operation)(partnership, target) ?? composedOf(partnership.course).steps.length

/** What a step is called where something waits for it. */
export const nameOf = ({ key, label: { en, th } }: PlacedStep): Wording => ({
  th: `${key} ${th}`,
  en: `${key} ${en ?? th}`
})

/** An act on a partnership waits since the step opened that it serves, until that step is due. */
export const timeInProcess = (serving: Serving, partnership: Partnership, target: Target | undefined): Timing => {
  const { course, startedAt } = partnership
  const asking = stepAsking(serving, partnership, target)
  if (asking === undefined) return {}
  const composed = composedOf(course)
  const since = openedAt(composed, course, asking.key, startedAt)
  const due = dueAt(composed, course, asking.key, startedAt)
  return {
    step: nameOf(asking),
    ...(since === undefined ? {} : { since: Instant.make(since) }),
    ...(due === undefined ? {} : { due: bangkokDay(Instant.make(due)) })
  }
}
