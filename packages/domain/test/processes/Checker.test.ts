import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { check } from "../../src/processes/Checker.ts"
import { type Composed, latest, leaves, type Parts, registry } from "../../src/processes/Composition.ts"
import { dependenciesOf } from "../../src/processes/Dependencies.ts"
import type { Edit, Overlay } from "../../src/processes/Overlay.ts"
import { explore } from "../../src/processes/Paths.ts"
import type { Definition, ModelId, Step, Way } from "../../src/processes/Process.ts"
import { added, combinations, composed, overlay, rounds } from "./examples.ts"

const found = (process: Composed | Parts) => check(process).map(({ at, code }) => `${at}: ${code}`)

const changed = (
  id: ModelId | "collaboration",
  change: (steps: ReadonlyArray<Step>) => ReadonlyArray<Step>
): Definition => {
  const definition = latest(id)
  return { ...definition, steps: change(definition.steps) }
}

const edit = (id: string, change: Partial<Step>) => (steps: ReadonlyArray<Step>) =>
  steps.map((step) => (step.id === id ? { ...step, ...change } : step))

const inContracting = (model: Definition, way: Way = "call"): Parts => ({
  collaboration: latest("collaboration"),
  model,
  way
})

describe("PRO-1 every definition is sound before use", () => {
  for (const { least, model, way } of combinations) {
    for (let count = least; count <= 4; count++) {
      it(`COL-9 ${model} by ${way} with ${count} rounds`, () => {
        assert.deepStrictEqual(found(composed(model, way, overlay(model, [rounds(count)]))), [])
      })
    }
  }

  it("COL-1 the collaboration alone, before a model is chosen", () => {
    assert.deepStrictEqual(found({ collaboration: latest("collaboration"), way: "persuasion" }), [])
  })

  it("checks six rounds, never seen before, in well under a second", () => {
    const started = performance.now()
    for (const { model, way } of combinations) {
      assert.deepStrictEqual(found(composed(model, way, overlay(model, [rounds(6)]))), [])
    }
    assert.isBelow(performance.now() - started, 1000)
  })

  it("PRO-1 versions are told apart and stand in order", () => {
    for (const versions of Object.values(registry)) {
      assert.deepStrictEqual(
        versions.map(({ version }) => version),
        versions.map((_, index) => index + 1)
      )
    }
  })
})

describe("PRO-1 a bad overlay is refused where it is bad", () => {
  const harmless: Edit = { _tag: "Relabel", step: "COL-1", label: { th: "เลือกรูปแบบ" } }
  const inDelivery = { within: "COL-7" }
  const pays: Partial<Step> = { ...inDelivery, rule: "MON-3", completion: { by: "act", act: "disbursement" } }
  const evaluates: Partial<Step> = {
    ...inDelivery,
    rule: "PBC-6",
    lane: "evaluator",
    completion: { by: "act", act: "evaluation-accepted" }
  }
  const audits: Partial<Step> = { within: "MON-6", rule: "MON-6", completion: { by: "act", act: "accounts-audited" } }

  const planted: ReadonlyArray<readonly [name: string, bad: Overlay, expected: ReadonlyArray<string>]> = [
    [
      "waiting for a step that does not exist",
      overlay("contracting", [harmless, rounds(2), added({ id: "AG-1", after: ["PBC-5", "PBC-55"], ...inDelivery })]),
      ["edits[2].step.after[1]: unknown-step"]
    ],
    [
      "standing before a round that is not there",
      overlay("contracting", [rounds(2), added({ id: "AG-1", after: ["PBC-5"], ...inDelivery }, ["PBC-8", "PBC-7.3"])]),
      ["edits[1].before[1]: unknown-step"]
    ],
    [
      "inside a container that does not exist",
      overlay("contracting", [added({ id: "AG-1", within: "COL-77" })]),
      ["edits[0].step.within: unknown-step"]
    ],
    [
      "inside a step that holds no others",
      overlay("contracting", [added({ id: "AG-1", within: "PBC-5" })]),
      ["edits[0].step.within: not-a-container"]
    ],
    [
      "kept apart from a step that does not exist",
      overlay("contracting", [added({ id: "AG-1", ...inDelivery, apart: ["PBC-5", "PBC-55"] })]),
      ["edits[0].step.apart[1]: unknown-step"]
    ],
    [
      "kept apart from itself",
      overlay("contracting", [added({ id: "AG-1", ...inDelivery, apart: ["AG-1"] })]),
      ["edits[0].step.apart[0]: apart-from-itself"]
    ],
    [
      "a step twice",
      overlay("grant", [added({ id: "AG-1", ...inDelivery }), added({ id: "AG-1", ...inDelivery })]),
      ["edits[1].step.id: duplicate-step"]
    ],
    [
      "a step under a round's id",
      overlay("contracting", [added({ id: "PBC-7" })]),
      ["edits[0].step.id: duplicate-step"]
    ],
    [
      "waiting for itself",
      overlay("grant", [harmless, added({ id: "AG-1", after: ["COL-7c", "AG-1"], ...inDelivery })]),
      ["edits[1].step.after[1]: cycle"]
    ],
    [
      "a circle from the money back to the choice of the model",
      overlay("contracting", [added({ id: "AG-1", after: ["COL-7c"] }, ["COL-4", "COL-1"])]),
      ["edits[0].before[0]: cycle", "edits[0].before[1]: cycle"]
    ],
    [
      "a circle through the container that the step is in",
      overlay("commissioning", [harmless, added({ id: "AG-1", after: ["COL-7"], ...inDelivery })]),
      ["edits[1].step.after[0]: cycle"]
    ],
    [
      "a container that holds nothing",
      overlay("contracting", [added({ id: "AG-1", completion: { by: "children" } }, ["COL-8"])]),
      ["edits[0].step: dead-end"]
    ],
    ["too few rounds", overlay("contracting", [rounds(0)]), ["edits[0].count: rounds-refused"]],
    ["too many rounds", overlay("grant", [harmless, rounds(13)]), ["edits[1].count: rounds-refused"]],
    [
      "a threshold that does not exist",
      overlay("grant", [{ _tag: "SetThreshold", name: "sla-years", value: 1 }]),
      ["edits[0].name: threshold-unknown"]
    ],
    [
      "a threshold with a value that it cannot have",
      overlay("contracting", [{ _tag: "SetThreshold", name: "sla-value", value: -1 }]),
      ["edits[0].value: threshold-refused"]
    ],
    [
      "a due time in the past",
      overlay("contracting", [harmless, { _tag: "SetDue", step: "PBC-6", days: 0 }]),
      ["edits[1].days: due-refused"]
    ],
    [
      "a due time for a step that this way leaves out",
      overlay("contracting", [{ _tag: "SetDue", step: "COL-4a", days: 30 }]),
      ["edits[0].step: unknown-step"]
    ],
    [
      "a label for a step that does not exist",
      overlay("contracting", [{ _tag: "Relabel", step: "PBC-10", label: { th: "ไม่มี" } }]),
      ["edits[0].step: unknown-step"]
    ],
    [
      "MON-3 a payment beside the rounds, without an evaluation of its own",
      overlay("contracting", [rounds(2), added({ id: "AG-1", after: ["PBC-5"], ...pays })]),
      ["edits[1].step: disbursement-without-evaluation"]
    ],
    [
      "MON-3 a payment before the first one",
      overlay("contracting", [added({ id: "AG-1", after: ["COL-7c"], ...pays }, ["PBC-5"])]),
      ["edits[0].step: disbursement-without-evaluation"]
    ],
    [
      "MON-3 an evaluation that may be skipped, before an added payment",
      overlay("grant", [
        added({ id: "AG-1", after: ["GRA-3"], ...evaluates, skip: "with-reason" }),
        added({ id: "AG-2", after: ["AG-1"], ...pays })
      ]),
      ["edits[0].step.skip: skip-refused", "edits[1].step: disbursement-without-evaluation"]
    ],
    [
      "SEP-2 an evaluation that the recipient accepts, before an added payment",
      overlay("grant", [
        added({ id: "AG-1", after: ["GRA-3"], ...evaluates, lane: "recipient" }),
        added({ id: "AG-2", after: ["AG-1"], ...pays })
      ]),
      ["edits[0].step.lane: lane-refused", "edits[1].step: disbursement-without-evaluation"]
    ],
    [
      "MON-3 a payment by its payee",
      overlay("grant", [
        added({ id: "AG-1", after: ["GRA-3"], ...evaluates }),
        added({ id: "AG-2", after: ["AG-1"], ...pays, lane: "recipient" })
      ]),
      ["edits[1].step.lane: lane-refused"]
    ],
    [
      "MON-6 work that the closing does not wait for",
      overlay("grant", [added({ id: "AG-1", after: ["COL-8"] })]),
      ["edits[0].step: closing-not-last"]
    ],
    [
      "MON-6 a second audit after the closing",
      overlay("commissioning", [added({ id: "AG-1", after: ["MON-6c"], ...audits })]),
      ["edits[0].step: closing-not-last"]
    ],
    [
      "COL-5a a waiver of a ‡ rule",
      overlay(
        "contracting",
        [],
        [
          { rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" },
          { rule: "COL-5a", reason: "ไม่สะดวก" }
        ]
      ),
      ["waivers[1].rule: waiver-refused"]
    ],
    [
      "COL-4 a waiver of a must",
      overlay("contracting", [], [{ rule: "COL-4", reason: "ทำงานร่วมกันมานาน" }]),
      ["waivers[0].rule: waiver-refused"]
    ],
    [
      "COL-6a a waiver of the committee in commissioning",
      overlay("commissioning", [], [{ rule: "COL-6a", reason: "มีคณะกรรมการอื่นแล้ว" }]),
      ["waivers[0].rule: waiver-refused"]
    ],
    [
      "COM-1 an enforced rule's step that may be skipped",
      overlay("commissioning", [
        added({ id: "AG-1", rule: "COM-1", lane: "joint", within: "COL-4", skip: "with-reason" })
      ]),
      ["edits[0].step.skip: skip-refused"]
    ]
  ]

  for (const [name, bad, expected] of planted) {
    it(name, () => {
      assert.deepStrictEqual(
        found(composed(bad.model, bad.model === "commissioning" ? "persuasion" : "call", bad)),
        expected
      )
    })
  }

  it("an overlay for another model", () => {
    const parts: Parts = { ...inContracting(latest("contracting")), overlay: overlay("grant", []) }
    assert.deepStrictEqual(found(parts), ["model: model-mismatch"])
  })

  it("says what is wrong in both languages and by which rule", () => {
    const bad = overlay("contracting", [rounds(2), added({ id: "AG-1", after: ["PBC-5"], ...pays })])
    const [problem] = check(composed("contracting", "call", bad))
    assert.strictEqual(problem?.rule, "MON-3")
    assert.include(problem?.th, "AG-1")
    assert.include(problem?.en, "AG-1 can pay without an accepted evaluation")
  })
})

describe("PRO-1 a good overlay is let through", () => {
  it("extra steps, rounds, thresholds, due times, labels and waivers together", () => {
    const good = overlay(
      "contracting",
      [
        rounds(3),
        added({ id: "AG-site-visit", rule: "PBC-6a", after: ["PBC-5"], within: "COL-7", skip: "with-reason" }, [
          "PBC-6"
        ]),
        added({ id: "AG-legal", after: ["COL-4"], completion: { by: "children" } }, ["COL-5"]),
        added({ id: "AG-opinion", within: "AG-legal", apart: ["PBC-4"] }),
        { _tag: "SetThreshold", name: "acceptance-score", value: 4 },
        { _tag: "SetDue", step: "PBC-6", days: 45 },
        { _tag: "Relabel", step: "PBC-7.3", label: { th: "งวดสุดท้าย" } }
      ],
      [{ rule: "COL-6e", reason: "แผนอยู่ในสัญญาแล้ว" }]
    )
    const process = composed("contracting", "call", good)
    assert.deepStrictEqual(found(process), [])
    assert.strictEqual(process.rounds, 3)
    assert.strictEqual(process.thresholds["acceptance-score"], 4)
    assert.deepStrictEqual(process.byKey.get("PBC-6.1")?.after, ["PBC-5", "AG-site-visit"])
    assert.deepStrictEqual(
      ["PBC-6.1", "PBC-6.2", "PBC-6.3"].map((key) => process.byKey.get(key)?.dueDays),
      [45, 45, 45]
    )
    assert.strictEqual(process.byKey.get("PBC-7.3")?.label.th, "งวดสุดท้าย")
  })

  it("MON-3 an added payment with an accepted evaluation of its own on either side", () => {
    const good = overlay("contracting", [
      added({
        id: "AG-pay",
        rule: "MON-3",
        after: ["PBC-6"],
        within: "COL-7",
        completion: { by: "act", act: "disbursement" }
      }),
      added(
        {
          id: "AG-see",
          rule: "PBC-6",
          lane: "evaluator",
          after: ["AG-pay"],
          within: "COL-7",
          completion: { by: "act", act: "evaluation-accepted" }
        },
        ["PBC-7"]
      )
    ])
    assert.deepStrictEqual(found(composed("contracting", "call", good)), [])
  })
})

/** Every order of all steps, one by one, with every skip: slow and simple, to hold the explorer to. */
const paysWithoutEvaluation = (process: Composed): boolean => {
  const steps = leaves(process)
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
    { arbitrary: { runs: 300, seed: 1 } }
  )

  it("both verdicts and circles came up often", () => {
    for (const [verdict, count] of Object.entries(verdicts)) assert.isAbove(count, 20, verdict)
  })
})

describe("PRO-1 a definition is held to the ‡ rules", () => {
  const contracting = (change: (steps: ReadonlyArray<Step>) => ReadonlyArray<Step>, way: Way = "call") =>
    found(inContracting(changed("contracting", change), way))
  const collaboration = (change: (steps: ReadonlyArray<Step>) => ReadonlyArray<Step>) =>
    found({ collaboration: changed("collaboration", change), model: latest("contracting"), way: "call" })
  const without = (id: string) => (steps: ReadonlyArray<Step>) => steps.filter((step) => step.id !== id)

  it("COL-5a without an announcement", () => {
    assert.deepStrictEqual(collaboration(without("COL-5a")), ["steps: missing-step"])
  })

  it("COL-5a with an announcement that can be skipped", () => {
    assert.deepStrictEqual(collaboration(edit("COL-5a", { skip: "with-reason" })), ["steps.COL-5a.skip: skip-refused"])
  })

  it("PBC-1 an announcement that does not say how it is evaluated", () => {
    const facts = ["scope", "objectives", "period", "selectionCriteria", "budgetMethod"]
    const completion = { by: "record" as const, facts: facts.map((name) => ({ name, label: { th: name } })) }
    assert.deepStrictEqual(contracting(edit("PBC-1", { completion })), ["steps.PBC-1.completion.facts: missing-fact"])
  })

  it("PBC-7 a tranche that does not wait for the evaluation", () => {
    assert.deepStrictEqual(contracting(edit("PBC-7", { after: ["PBC-5"] })), [
      "steps.PBC-7.1: disbursement-without-evaluation"
    ])
  })

  it("PBC-6 an evaluation that does not wait for the tranche it evaluates", () => {
    assert.deepStrictEqual(contracting(edit("PBC-6", { after: ["COL-7c"] })), [
      "steps.PBC-7.1: disbursement-without-evaluation",
      "steps.PBC-5: disbursement-without-evaluation"
    ])
  })

  it("PRO-1 steps that wait for each other", () => {
    assert.deepStrictEqual(contracting(edit("PBC-1", { after: ["PBC-2"] })), ["steps.PBC-1: cycle"])
  })

  it("PRO-1 a step that waits for one that does not exist", () => {
    assert.deepStrictEqual(contracting(edit("PBC-2", { after: ["PBC-1", "PBC-0"] })), [
      "steps.PBC-2.after[1]: unknown-step"
    ])
  })

  it("PBC-6 an evaluation that the recipient accepts", () => {
    assert.deepStrictEqual(contracting(edit("PBC-6", { lane: "recipient" })), [
      "steps.PBC-6.1.lane: lane-refused",
      "steps.PBC-7.1: disbursement-without-evaluation"
    ])
  })

  it("MON-6 a closing that does not wait for the audit", () => {
    assert.include(collaboration(edit("MON-6c", { after: ["MON-6a"] })), "steps.MON-6c: closing-without-audit")
  })

  it("COL-9 a place in a step that the collaboration does not have", () => {
    const model = latest("contracting")
    const places = model.places?.map((place) => (place.in === "COL-8" ? { ...place, in: "COL-88" } : place)) ?? []
    assert.deepStrictEqual(found(inContracting({ ...model, places })), ["places[3].in: unknown-step"])
  })

  it("COL-9c commissioning by a call", () => {
    assert.include(found({ ...inContracting(latest("commissioning")), way: "call" }), "way: way-refused")
  })
})
