import type { Composed, PlacedStep } from "./Composition.ts"
import type { Dependencies } from "./Dependencies.ts"
import { type Problem, problem } from "./Problem.ts"
import type { Lane } from "./Process.ts"

/** More than any process of the handbook needs by far: twelve rounds have under a hundred. */
const mostStates = 50_000

/** The lanes in which the recipient, who is paid, never acts. */
const lanesWithoutPayee: ReadonlyArray<Lane> = ["owner", "evaluator", "third-party", "supporter"]

interface Node {
  readonly step: PlacedStep
  readonly bit: bigint
  /** The other nodes that must be passed before. */
  readonly before: bigint
  readonly kind: "pays" | "evaluates"
  /** Whether it can be passed without being done. */
  readonly passable: boolean
}

interface State {
  readonly passed: bigint
  /** The payment before, as an index, or -1. */
  readonly paid: number
  readonly evaluated: boolean
}

const nodesOf = (composed: Composed, order: Dependencies): ReadonlyArray<Node> => {
  const blocked = new Set(order.unreachable.map(({ key }) => key))
  const relevant = order.steps.flatMap((step, index) => {
    const { completion } = step
    if (completion.by !== "act" || blocked.has(step.key)) return []
    const kind: Node["kind"] | undefined =
      completion.act === "disbursement"
        ? "pays"
        : completion.act === "evaluation-accepted" && lanesWithoutPayee.includes(step.lane)
          ? "evaluates"
          : undefined
    return kind === undefined ? [] : [{ step, kind, index }]
  })
  return relevant.map(({ kind, step }, position) => {
    const before = order.before.get(step.key) ?? 0n
    return {
      step,
      kind,
      bit: 1n << BigInt(position),
      before: relevant.reduce(
        (mask, other, index) => ((before >> BigInt(other.index)) & 1n ? mask | (1n << BigInt(index)) : mask),
        0n
      ),
      passable: step.skip === "with-reason" || composed.waived.has(step.rule)
    }
  })
}

/**
 * MON-3, PBC-7: walks every order in which money can be paid and evaluations accepted, with every skip, breadth first.
 * The other steps only ever let something on, never shut it again; so leaving them out of the orders loses none.
 */
const payments = (nodes: ReadonlyArray<Node>): ReadonlyArray<Problem> => {
  const start: State = { passed: 0n, paid: -1, evaluated: false }
  const seen = new Set<string>()
  const queue: Array<State> = [start]
  const found = new Map<string, Problem>()
  const push = (state: State): void => {
    const id = `${state.passed}/${state.paid}/${state.evaluated}`
    if (!seen.has(id)) {
      seen.add(id)
      queue.push(state)
    }
  }
  for (const state of queue) {
    if (seen.size > mostStates) return [...found.values(), problem("too-many-paths", "steps", mostStates)]
    const { evaluated, paid, passed } = state
    for (const [index, node] of nodes.entries()) {
      if ((passed & node.bit) !== 0n || (node.before & ~passed) !== 0n) continue
      const next = passed | node.bit
      if (node.passable) push({ passed: next, paid, evaluated })
      if (node.kind === "evaluates") {
        push({ passed: next, paid, evaluated: true })
        continue
      }
      const previous = nodes[paid]
      if (previous !== undefined && !evaluated) {
        // Of the two payments, the one that an agency added is at fault.
        const culprit = [node.step, previous.step].find(({ at }) => at.startsWith("edits")) ?? node.step
        found.set(culprit.key, problem("disbursement-without-evaluation", culprit.at, culprit.key, "MON-3"))
      }
      push({ passed: next, paid: index, evaluated: false })
    }
  }
  return [...found.values()]
}

/** MON-6: on every path the accounts are closed last of all, after an audit that cannot be passed over. */
const closing = (composed: Composed, order: Dependencies): ReadonlyArray<Problem> => {
  const actOf = ({ completion }: PlacedStep): string => (completion.by === "act" ? completion.act : "")
  return order.steps.flatMap((step, index) => {
    if (actOf(step) !== "accounts-closed") return []
    const before = order.before.get(step.key) ?? 0n
    const has = (position: number): boolean => ((before >> BigInt(position)) & 1n) === 1n
    const late = order.steps.filter((_, position) => position !== index && !has(position))
    const audited = order.steps.some(
      (other, position) =>
        has(position) &&
        actOf(other) === "accounts-audited" &&
        other.skip === "never" &&
        !composed.waived.has(other.rule)
    )
    return [
      ...late.map((other) => problem("closing-not-last", other.at, other.key, "MON-6")),
      ...(audited ? [] : [problem("closing-without-audit", step.at, step.key, "MON-6")])
    ]
  })
}

export const explore = (composed: Composed, order: Dependencies): ReadonlyArray<Problem> => [
  ...payments(nodesOf(composed, order)),
  // In a circle or behind an unknown step there is no order to judge the closing by.
  ...(order.problems.length > 0 ? [] : closing(composed, order))
]
