import { assert, describe, it } from "@effect/vitest"
import { check } from "../../src/processes/Checker.ts"
import { type Composed, latest, type Parts, registry } from "../../src/processes/Composition.ts"
import type { Definition, ModelId, Step, Way } from "../../src/processes/Process.ts"
import { combinations, composed, overlay, rounds } from "./examples.ts"

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

  it("checks six rounds, never seen before", () => {
    for (const { model, way } of combinations) {
      assert.deepStrictEqual(found(composed(model, way, overlay(model, [rounds(6)]))), [])
    }
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
    assert.deepStrictEqual(found(inContracting({ ...model, places })), ["places[2].in: unknown-step"])
  })

  it("COL-9c commissioning by a call", () => {
    assert.include(found({ ...inContracting(latest("commissioning")), way: "call" }), "way: way-refused")
  })
})
