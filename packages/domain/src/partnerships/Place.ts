import type { Target } from "../engine/Handler.ts"
import type { Command } from "../engine/Operation.ts"
import { composedOf, openSteps } from "../processes/Course.ts"
import type { Partnership } from "./Partnership.ts"

/**
 * Where in the process an act on a partnership stands: at the step that it is aimed at, else at the first open step
 * whose rule it serves; a part that waits for an answer, and that no step asks for, comes after all steps.
 */
export const placeInProcess =
  ({ rules }: Pick<Command, "rules">) =>
  ({ course }: Partnership, target: Target | undefined): number | undefined => {
    const composed = composedOf(course)
    const open = openSteps(composed, course)
    const asking = open.find(({ key, rule }) =>
      target?.field === "step" ? key === target.value : rules.includes(rule)
    )
    if (asking !== undefined) return composed.steps.findIndex(({ key }) => key === asking.key)
    return target === undefined || target.field === "step" ? undefined : composed.steps.length
  }
