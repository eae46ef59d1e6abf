import { type Composed, isContainer, type PlacedStep } from "./Composition.ts"

export type Status = "done" | "skipped" | "waived" | "half" | "open" | "waiting"

/** What is on record for each step that something was done about. */
export type Recorded = { readonly [key: string]: { readonly status: "half" | "done" | "skipped" } }

export interface Progress {
  readonly statuses: ReadonlyMap<string, Status>
  /** Whether what comes after a step may go on; a waived step lets on only what could have come to it. */
  readonly passed: (key: string) => boolean
}

const containerStatus = (children: ReadonlyArray<Status>, reached: boolean): Status => {
  if (!reached) return "waiting"
  if (
    children.length === 0 ||
    children.some((status) => status === "open" || status === "waiting" || status === "half")
  ) {
    return "open"
  }
  if (children.some((status) => status === "done")) return "done"
  return children.includes("skipped") ? "skipped" : "waived"
}

/** Where every step stands. Unknown and circular references are never passed, so nothing opens behind them. */
export const progressOf = (composed: Composed, steps: Recorded): Progress => {
  const statuses = new Map<string, Status>()
  const passes = new Map<string, boolean>()
  const reached = (step: PlacedStep): boolean => (composed.requires.get(step.key) ?? []).every(passed)
  const judge = (step: PlacedStep): boolean => {
    const state = steps[step.key]?.status
    if (isContainer(step)) {
      const children = composed.childrenOf.get(step.key) ?? []
      return children.length > 0 && reached(step) && children.every((child) => passed(child.key))
    }
    if (state === "done" || state === "skipped") return true
    return state === undefined && composed.waived.has(step.rule) && reached(step)
  }
  const passed = (key: string): boolean => {
    const known = passes.get(key)
    if (known !== undefined) return known
    const step = composed.byKey.get(key)
    passes.set(key, false)
    const result = step !== undefined && judge(step)
    passes.set(key, result)
    return result
  }
  const statusOf = (step: PlacedStep): Status => {
    const known = statuses.get(step.key)
    if (known !== undefined) return known
    const status = isContainer(step)
      ? containerStatus((composed.childrenOf.get(step.key) ?? []).map(statusOf), reached(step))
      : (steps[step.key]?.status ?? (composed.waived.has(step.rule) ? "waived" : reached(step) ? "open" : "waiting"))
    statuses.set(step.key, status)
    return status
  }
  for (const step of composed.steps) statusOf(step)
  return { statuses, passed }
}
