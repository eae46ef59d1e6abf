import { isEnforced, type RuleId } from "../rules/Catalogue.ts"
import { type Composed, compose, isContainer, type Parts, type PlacedStep } from "./Composition.ts"
import { type Dependencies, dependenciesOf } from "./Dependencies.ts"
import { enforcedActs } from "./EnforcedActs.ts"
import { explore } from "./Paths.ts"
import { type Problem, problem } from "./Problem.ts"
import type { Act, Lane } from "./Process.ts"

export type { Problem } from "./Problem.ts"

/**
 * Lanes that an act can belong to: the payee neither pays itself, nor accepts its own results, nor audits itself; and the
 * side that carries the act out works in the lane, so that the step can be finished.
 */
const lanesOf: { readonly [A in Act]?: { readonly lanes: ReadonlyArray<Lane>; readonly rule: RuleId } } = {
  disbursement: { lanes: ["owner"], rule: "MON-3" },
  "evaluation-accepted": { lanes: ["owner", "evaluator"], rule: "SEP-2" },
  "report-submitted": { lanes: ["recipient"], rule: "GRA-4" },
  "accounts-audited": { lanes: ["owner", "evaluator"], rule: "MON-6" },
  "accounts-closed": { lanes: ["owner"], rule: "MON-6" },
  "agreement-signed": { lanes: ["joint"], rule: "ACT-8" }
}

interface Demand {
  readonly rule: RuleId
  readonly lane?: Lane
  readonly facts?: ReadonlyArray<string>
}

/** ‡ rules that are a step of their own in a model's process. */
const demandsOf = ({ model, way }: Parts): ReadonlyArray<Demand> => {
  switch (model?.id) {
    case "contracting":
      return [
        ...(way === "call"
          ? [
              {
                rule: "PBC-1",
                lane: "owner",
                facts: ["scope", "objectives", "period", "selectionCriteria", "budgetMethod", "evaluation"]
              } as const
            ]
          : []),
        { rule: "PBC-7", lane: "owner" }
      ]
    case "grant":
      return [{ rule: "GRA-3", lane: "owner" }]
    case "commissioning":
      return [{ rule: "COM-1", lane: "joint" }, { rule: "COM-5", lane: "recipient" }, { rule: "COM-6" }]
    default:
      return []
  }
}

const actOf = ({ completion }: PlacedStep): Act | undefined => (completion.by === "act" ? completion.act : undefined)

const missing = (composed: Composed): ReadonlyArray<Problem> => {
  const { parts } = composed
  const steps = composed.leaves
  const entries = Object.entries(enforcedActs) as ReadonlyArray<[Act, RuleId]>
  const acts = entries
    .filter(([act]) => parts.model !== undefined || act !== "disbursement")
    .filter(([act]) => !steps.some((step) => actOf(step) === act))
    .map(([act, cited]) => problem("missing-step", "steps", act, cited))
  const demanded = demandsOf(parts).flatMap(({ facts = [], lane, rule: cited }) => {
    const step = steps.find((candidate) => candidate.rule === cited)
    if (step === undefined) return [problem("missing-step", "steps", cited, cited)]
    const stated = step.completion.by === "record" ? step.completion.facts.map(({ name }) => name) : []
    return [
      ...(lane === undefined || lane === step.lane
        ? []
        : [problem("lane-refused", `${step.at}.lane`, step.lane, cited)]),
      ...facts
        .filter((fact) => !stated.includes(fact))
        .map((fact) => problem("missing-fact", `${step.at}.completion.facts`, fact, cited))
    ]
  })
  return [...acts, ...demanded]
}

const steps = (composed: Composed): ReadonlyArray<Problem> =>
  composed.steps.flatMap((step) => {
    const act = actOf(step)
    const enforced = act === undefined ? undefined : enforcedActs[act]
    // A step that an agency adds can cite PRO-1, which lets it be added and asks for nothing in it.
    const cited = enforced ?? (isEnforced(step.rule) && step.rule !== "PRO-1" ? step.rule : undefined)
    const lanes = act === undefined ? undefined : lanesOf[act]
    return [
      ...(step.skip === "with-reason" && cited !== undefined
        ? [problem("skip-refused", `${step.at}.skip`, step.key, cited)]
        : []),
      ...(lanes !== undefined && !lanes.lanes.includes(step.lane)
        ? [problem("lane-refused", `${step.at}.lane`, step.lane, lanes.rule)]
        : []),
      ...(isContainer(step) && (composed.childrenOf.get(step.key) ?? []).length === 0
        ? [problem("dead-end", step.at, step.key)]
        : [])
    ]
  })

/** Acts that complete one step wherever they complete any: done once, they cannot be done for another. */
const repeatable: ReadonlyArray<Act> = ["disbursement", "evaluation-accepted", "report-submitted"]

/** ACT-8: what is reported, evaluated and paid is what was signed for and planned before. */
const foundations: ReadonlyArray<Act> = ["agreement-signed", "plan-adopted"]

const acts = (composed: Composed, { before, steps }: Dependencies): ReadonlyArray<Problem> => {
  // What an agency has added is at fault, wherever it stands among the others.
  const added = ({ at }: PlacedStep): boolean => at.startsWith("edits[")
  const own = [...steps].sort((a, b) => Number(added(a)) - Number(added(b)))
  const founded = foundations.flatMap((act) => {
    const step = own.find((candidate) => actOf(candidate) === act)
    return step === undefined ? [] : [1n << BigInt(steps.indexOf(step))]
  })
  const seen = new Set<Act>()
  return own.flatMap((step) => {
    const act = actOf(step)
    if (act === undefined) return []
    if (repeatable.includes(act)) {
      const awaited = before.get(step.key) ?? 0n
      const early = composed.parts.model !== undefined && founded.some((bit) => (bit & awaited) === 0n)
      return early ? [problem("act-too-early", step.at, step.key, "ACT-8")] : []
    }
    if (!seen.has(act)) {
      seen.add(act)
      return []
    }
    return [problem("act-twice", step.at, step.key)]
  })
}

/**
 * Everything that is wrong with a process, and where: what could not be put together, what a ‡ rule demands, steps
 * that no path reaches, and paths on which money moves or accounts close against the rules. Nothing means it can run.
 */
export const check = (process: Composed | Parts): ReadonlyArray<Problem> => {
  const composed = "byKey" in process ? process : compose(process)
  const order = dependenciesOf(composed)
  const found = [
    ...composed.problems,
    ...missing(composed),
    ...steps(composed),
    ...(order.problems.length > 0 ? order.problems : acts(composed, order))
  ]
  // Behind a broken reference or a circle nothing is reached; saying so for each step would bury the cause.
  const stuck = found.length > 0 ? [] : order.unreachable.map((step) => problem("unreachable", step.at, step.key))
  return [...found, ...stuck, ...explore(composed, order)]
}
