import { type Composed, isContainer, leaves, leavesOf, type PlacedStep } from "./Composition.ts"
import { type Problem, problem } from "./Problem.ts"

/** The order of the steps that are worked on, containers resolved. Sets of steps are bit sets over `steps`. */
export interface Dependencies {
  readonly steps: ReadonlyArray<PlacedStep>
  /** All that must be passed before a step, near and far. */
  readonly before: ReadonlyMap<string, bigint>
  readonly unreachable: ReadonlyArray<PlacedStep>
  readonly problems: ReadonlyArray<Problem>
}

const unknowns = (composed: Composed): ReadonlyArray<Problem> =>
  composed.steps.flatMap((step) => {
    const refs = (list: ReadonlyArray<string>, name: string): ReadonlyArray<Problem> =>
      list.flatMap((ref, index) =>
        composed.byKey.has(ref) ? [] : [problem("unknown-step", `${step.at}.${name}[${index}]`, ref)]
      )
    const container = step.within === undefined ? undefined : composed.byKey.get(step.within)
    return [
      ...refs(step.after, "after"),
      ...refs(step.apart ?? [], "apart"),
      ...(step.apart ?? []).flatMap((ref, index) =>
        leavesOf(composed, ref).some(({ key }) => key === step.key)
          ? [problem("apart-from-itself", `${step.at}.apart[${index}]`, ref)]
          : []
      ),
      ...(step.within !== undefined && container === undefined
        ? [problem("unknown-step", `${step.at}.within`, step.within)]
        : []),
      ...(container !== undefined && !isContainer(container)
        ? [problem("not-a-container", `${step.at}.within`, container.key)]
        : [])
    ]
  })

/**
 * One circle, if there is any: a step waits for what it awaits, for the container it is in to open, and a container
 * for all that it holds. Its place is where an overlay wrote a waiting of the circle down, else its first step.
 */
const circle = (composed: Composed): ReadonlyArray<Problem> => {
  const opening = (key: string): string => `${key} opens`
  const edges = new Map<string, ReadonlyArray<string>>()
  for (const step of composed.steps) {
    const container = step.within === undefined ? [] : [opening(step.within)]
    edges.set(opening(step.key), [...step.after, ...container])
    edges.set(step.key, [opening(step.key), ...(composed.childrenOf.get(step.key) ?? []).map(({ key }) => key)])
  }
  const finished = new Set<string>()
  const path: Array<string> = []
  const visit = (node: string): ReadonlyArray<string> | undefined => {
    if (finished.has(node)) return undefined
    const start = path.indexOf(node)
    if (start >= 0) return path.slice(start)
    path.push(node)
    for (const next of edges.get(node) ?? []) {
      const found = visit(next)
      if (found !== undefined) return found
    }
    path.pop()
    finished.add(node)
    return undefined
  }
  for (const step of composed.steps) {
    const found = visit(step.key)
    if (found !== undefined) return [describe(composed, found)]
  }
  return []
}

const describe = (composed: Composed, nodes: ReadonlyArray<string>): Problem => {
  const keys = nodes.map((node) => node.replace(/ opens$/, ""))
  const steps = keys.filter((key, index) => key !== keys[(index + keys.length - 1) % keys.length])
  const round = steps.length === 0 ? keys.slice(0, 1) : steps
  const places = round.flatMap((key, index) => {
    const awaited = round[(index + 1) % round.length] ?? key
    return composed.origins.get(`${key}>${awaited}`) ?? []
  })
  const at = places.find((place) => place.includes(".before")) ?? places[0] ?? composed.byKey.get(round[0] ?? "")?.at
  return problem("cycle", at ?? "steps", [...round, round[0]].toReversed().join(" → "))
}

export const dependenciesOf = (composed: Composed): Dependencies => {
  const steps = leaves(composed)
  const bits = new Map(steps.map(({ key }, index) => [key, 1n << BigInt(index)]))
  const before = new Map<string, bigint>()
  const open = new Set<string>()
  const blocked = new Set<string>()
  const awaitedBy = (step: PlacedStep): bigint => {
    const known = before.get(step.key)
    if (known !== undefined) return known
    if (open.has(step.key)) {
      blocked.add(step.key)
      return 0n
    }
    open.add(step.key)
    let mask = 0n
    for (const ref of composed.requires.get(step.key) ?? []) {
      const awaited = leavesOf(composed, ref)
      if (awaited.length === 0) blocked.add(step.key)
      for (const leaf of awaited) {
        mask |= (bits.get(leaf.key) ?? 0n) | awaitedBy(leaf)
        if (blocked.has(leaf.key)) blocked.add(step.key)
      }
    }
    open.delete(step.key)
    before.set(step.key, mask)
    return mask
  }
  for (const step of steps) awaitedBy(step)
  return {
    steps,
    before,
    unreachable: steps.filter(({ key }) => blocked.has(key)),
    problems: [...unknowns(composed), ...circle(composed)]
  }
}
