import { type Composed, isContainer, leavesOf, type PlacedStep } from "./Composition.ts"
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

const opening = (key: string): string => `${key} opens`

/** What has to happen before what: a step opens before it is done, in an open container, which is done by its steps. */
const graphOf = (composed: Composed): ReadonlyMap<string, ReadonlyArray<string>> =>
  new Map(
    composed.steps.flatMap(({ after, key, within }) => [
      [opening(key), [...after, ...(within === undefined ? [] : [opening(within)])]] as const,
      [key, [opening(key), ...(composed.childrenOf.get(key) ?? []).map((child) => child.key)]] as const
    ])
  )

/** A way through the graph, from one node to another, as the steps it passes. */
const way = (
  graph: ReadonlyMap<string, ReadonlyArray<string>>,
  from: string,
  to: string
): ReadonlyArray<string> | undefined => {
  const cameFrom = new Map<string, string>()
  const queue = [from]
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (cameFrom.has(next)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  }
  if (!cameFrom.has(to)) return undefined
  const nodes = [to]
  for (let node = cameFrom.get(to); node !== undefined && node !== from; node = cameFrom.get(node)) nodes.push(node)
  const keys = [...nodes, from].map((node) => node.replace(/ opens$/, ""))
  return keys.filter((key, index) => key !== keys[index - 1])
}

/** Which nodes each node leads to, however far. Sets of nodes are bit sets over the keys of the graph. */
const reachIn = (graph: ReadonlyMap<string, ReadonlyArray<string>>) => {
  const bits = new Map([...graph.keys()].map((node, index) => [node, 1n << BigInt(index)]))
  const next = new Map([...graph].map(([node, all]) => [node, [...new Set(all)].filter((one) => bits.has(one))]))
  const reach = new Map(
    [...next].map(([node, all]) => [node, all.reduce((mask, one) => mask | (bits.get(one) ?? 0n), 0n)])
  )
  let grows = true
  while (grows) {
    grows = false
    for (const [node, all] of next) {
      const before = reach.get(node) ?? 0n
      const after = all.reduce((mask, one) => mask | (reach.get(one) ?? 0n), before)
      if (after === before) continue
      reach.set(node, after)
      grows = true
    }
  }
  return (from: string, to: string): boolean => ((reach.get(from) ?? 0n) & (bits.get(to) ?? 0n)) !== 0n
}

/** An overlay can write thousands of circles; each one that is told is looked for on its own. */
const circlesTold = 20

/**
 * Circles, where an overlay wrote them: at the steps that it makes wait for a new one, else at what the new one waits
 * for. In a definition on its own, at the first step of one.
 */
const circles = (composed: Composed): ReadonlyArray<Problem> => {
  const graph = graphOf(composed)
  const leads = reachIn(graph)
  const written = [...composed.origins].flatMap(([edge, at]) => {
    const [waiting = "", awaited = ""] = edge.split(">")
    return leads(awaited, opening(waiting)) ? [{ waiting, awaited, at }] : []
  })
  if (written.length === 0) {
    const [first] = composed.steps.filter(({ key }) => leads(key, key))
    return first === undefined ? [] : [problem("cycle", first.at, (way(graph, first.key, first.key) ?? []).join(" → "))]
  }
  const edit = (at: string): string => at.slice(0, at.indexOf("]"))
  const isBefore = ({ at }: { readonly at: string }): boolean => at.includes(".before[")
  const madeToWait = new Set(written.filter(isBefore).map(({ at }) => edit(at)))
  return written
    .filter((one) => isBefore(one) || !madeToWait.has(edit(one.at)))
    .slice(0, circlesTold)
    .map(({ at, awaited, waiting }) =>
      problem("cycle", at, [...(way(graph, awaited, opening(waiting)) ?? []), waiting].join(" → "))
    )
}

export const dependenciesOf = (composed: Composed): Dependencies => {
  const steps = composed.leaves
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
    problems: [...unknowns(composed), ...circles(composed)]
  }
}
