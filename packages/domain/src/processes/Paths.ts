import type { Composed, PlacedStep } from "./Composition.ts"
import type { Dependencies } from "./Dependencies.ts"
import { type Problem, problem } from "./Problem.ts"
import type { Lane } from "./Process.ts"

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
 * MON-3, PBC-7: whether some order, with some steps passed over, leads from one payment to another and to no accepted
 * evaluation between them. All that need not wait for the first can be done before it, and all that the second does not
 * wait for after it; so they meet wherever each step that must stand between them can be passed over. That is judged by
 * each two payments: the orders themselves are too many to be walked. The other steps only ever let something on, never
 * shut it again; leaving them out loses nothing.
 */
const payments = (nodes: ReadonlyArray<Node>): ReadonlyArray<Problem> => {
  const maskOf = (fits: (node: Node) => boolean): bigint =>
    nodes.reduce((mask, node) => (fits(node) ? mask | node.bit : mask), 0n)
  const standing = maskOf(({ passable }) => !passable)
  const pays = nodes.filter(({ kind }) => kind === "pays")
  const found = new Map<string, Problem>()
  for (const first of pays) {
    const waiting = maskOf(({ before }) => (before & first.bit) !== 0n)
    for (const second of pays) {
      const comesLater = second !== first && (first.before & second.bit) === 0n
      if (!comesLater || (second.before & waiting & standing) !== 0n) continue
      // Of the two payments, the one that an agency added is at fault.
      const culprit = [second.step, first.step].find(({ at }) => at.startsWith("edits")) ?? second.step
      found.set(culprit.key, problem("disbursement-without-evaluation", culprit.at, culprit.key, "MON-3"))
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
