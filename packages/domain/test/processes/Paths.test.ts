import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Schema } from "effect"
import type { Composed } from "../../src/processes/Composition.ts"
import { dependenciesOf } from "../../src/processes/Dependencies.ts"
import { explore } from "../../src/processes/Paths.ts"
import { added, composed, overlay } from "./examples.ts"

/** Every order of all steps, one by one, with every skip: slow and simple, to hold the explorer to. */
const paysWithoutEvaluation = (process: Composed): boolean => {
  const steps = process.leaves
  const { before } = dependenciesOf(process)
  const is = (index: number, act: string): boolean => {
    const completion = steps[index]?.completion
    return completion?.by === "act" && completion.act === act
  }
  const seen = new Set<string>()
  const go = (passed: bigint, paid: boolean, evaluated: boolean): boolean => {
    const state = `${passed}/${paid}/${evaluated}`
    if (seen.has(state)) return false
    seen.add(state)
    return steps.some((step, index) => {
      const bit = 1n << BigInt(index)
      if ((passed & bit) !== 0n || ((before.get(step.key) ?? 0n) & ~passed) !== 0n) return false
      const next = passed | bit
      if (step.skip === "with-reason" && go(next, paid, evaluated)) return true
      if (is(index, "disbursement")) return (paid && !evaluated) || go(next, true, false)
      if (is(index, "evaluation-accepted") && step.lane !== "recipient") return go(next, paid, true)
      return go(next, paid, evaluated)
    })
  }
  return go(0n, false, false)
}

describe("PRO-1 leaving harmless steps out of the orders loses no path", () => {
  const places = ["COL-7c", "PBC-5", "PBC-6", "PBC-7"]
  const acts = ["disbursement", "evaluation-accepted", undefined] as const
  const Choice = Schema.Array(
    Schema.Struct({
      act: Schema.Literals([0, 1, 2]),
      after: Schema.Literals([0, 1, 2, 3]),
      before: Schema.Literals([0, 1, 2, 3, 4]),
      lane: Schema.Literals(["evaluator", "recipient", "owner"]),
      skip: Schema.Literals(["never", "with-reason"])
    })
  ).check(Schema.isMaxLength(4))

  const tries = runs(300)
  const verdicts = { bad: 0, good: 0, circular: 0 }

  it.prop(
    "MON-3 the explorer and a walk through every order agree on any added payments, evaluations and records",
    { choices: Choice },
    ({ choices }) => {
      const edits = choices.map(({ act: chosen, after, before, lane, skip }, index) => {
        const act = acts[chosen]
        const next = places[before]
        return added(
          {
            id: `AG-${index}`,
            within: "COL-7",
            after: [places[after] ?? "COL-7c"],
            lane,
            skip,
            completion: act === undefined ? { by: "record", facts: [] } : { by: "act", act }
          },
          next === undefined ? [] : [next]
        )
      })
      const process = composed("contracting", "persuasion", overlay("contracting", edits))
      const order = dependenciesOf(process)
      if (order.unreachable.length > 0) {
        verdicts.circular++
        return order.problems.some(({ code }) => code === "cycle")
      }
      const explored = explore(process, order).some(({ code }) => code === "disbursement-without-evaluation")
      verdicts[explored ? "bad" : "good"]++
      return explored === paysWithoutEvaluation(process)
    },
    { arbitrary: { runs: tries, seed: 1 } }
  )

  it("both verdicts and circles came up often", () => {
    for (const [verdict, count] of Object.entries(verdicts)) assert.isAbove(count, tries / 15, verdict)
  })
})

describe("PRO-1 a process is judged whole however many ways lead through it", () => {
  const many = 49
  const beside = (act: "disbursement" | "evaluation-accepted", count = many) =>
    Array.from({ length: count }, (_, index) =>
      added({ id: `AG-${index}`, within: "COL-7", after: ["COL-7c"], completion: { by: "act", act } }, ["PBC-5"])
    )
  const judged = (edits: Parameters<typeof overlay>[1]) => {
    const process = composed("contracting", "persuasion", overlay("contracting", edits))
    return explore(process, dependenciesOf(process))
  }

  it("MON-3 each of forty-nine payments side by side is named, and nothing else", () => {
    const problems = judged(beside("disbursement"))
    assert.deepStrictEqual([...new Set(problems.map(({ code }) => code))], ["disbursement-without-evaluation"])
    assert.lengthOf(problems, many)
  })

  it("MON-3 forty-nine evaluations side by side are in nobody's way", () => {
    assert.deepStrictEqual(judged(beside("evaluation-accepted")), [])
  })
})
