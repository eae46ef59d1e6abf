import { assert, describe, it } from "@effect/vitest"
import { Effect, Result, Schema } from "effect"
import { catalogue, wordingOf } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import type { Context } from "../../src/engine/Context.ts"
import { Indicator } from "../../src/plans/Indicator.ts"
import { Plan } from "../../src/plans/Plan.ts"
import { PlanInput } from "../../src/plans/PlanInput.ts"
import { proposed } from "../../src/plans/Proposal.ts"
import { World } from "../journeys/World.ts"

let made = 0
const context = { newId: () => `01910000-0000-7000-8000-${String(++made).padStart(12, "0")}` } as Context
const name = { th: "ระดับความสำเร็จของคู่มือ", en: "Success of the guideline" }

const step = (no: number) => ({ value: String(no), text: { th: `ขั้นที่ ${no}`, en: `Step ${no}` } })
const steps = [1, 2, 3, 4, 5].map(step)

const propose = (levels: ReadonlyArray<object>, more: object = {}) => {
  const indicator = { name, unit: { th: "ระดับ" }, weight: 10_000, shape: "FiveLevelStep", target: "4", levels, ...more }
  return proposed(Schema.decodeUnknownSync(PlanInput)({ activities: [], indicators: [indicator] }), context)
}
const refused = (levels: ReadonlyArray<object>, more: object = {}) => {
  const decision = propose(levels, more)
  return Result.isFailure(decision) ? decision.failure : undefined
}

describe("step type", () => {
  it("PER-1 what each level asks is kept with the scale, in both languages", () => {
    const { indicators } = Result.getOrThrow(propose([...steps.slice(0, 4), { value: "5", text: { th: "ส่งมอบ" } }]))
    assert.deepStrictEqual(indicators[0]?.scale, {
      _tag: "FiveLevelStep",
      steps: [
        { th: "ขั้นที่ 1", en: "Step 1" },
        { th: "ขั้นที่ 2", en: "Step 2" },
        { th: "ขั้นที่ 3", en: "Step 3" },
        { th: "ขั้นที่ 4", en: "Step 4" },
        { th: "ส่งมอบ" }
      ]
    })
  })

  it("PER-1 a level without its text is refused by its number", () => {
    const missing = refused([step(1), step(2), { value: "3" }, step(4), step(5)])
    assert.deepInclude(missing, { _tag: "StepTextMissing", rule: "PER-1", field: "/indicators/0/levels/2/text" })
    assert.deepStrictEqual(missing?.facts, { indicator: name, level: 3 })
    assert.deepInclude(refused([]), { _tag: "StepTextMissing", facts: { indicator: name, level: 1 } })
    assert.deepInclude(refused(steps.slice(0, 4)), { _tag: "StepTextMissing", facts: { indicator: name, level: 5 } })
    if (missing !== undefined) {
      assert.include(wordingOf(missing).th, "ระดับ 3")
      assert.include(wordingOf(missing).en, "level 3")
    }
  })

  it("PER-1 the levels are 1 to 5, in this order", () => {
    const [a, b, c, d, e] = steps
    for (const levels of [
      [a, c, b, d, e],
      [e, d, c, b, a],
      [a, a, b, c, d],
      [{ ...a, value: "0" }, b, c, d, e],
      [a, b, { ...c, value: "2.5" }, d, e]
    ])
      assert.deepInclude(refused(levels as ReadonlyArray<object>), { _tag: "StepsOutOfOrder", rule: "PER-1" })
  })

  it("PER-1 a scale of values has no texts for its levels", () => {
    const values = ["60", "70", "80", "90", "100"].map((value) => ({ value, text: { th: "ข้อความ" } }))
    assert.deepInclude(refused(values, { shape: "FiveLevel" }), {
      _tag: "ScaleMisused",
      facts: { indicator: name, problem: "TextsNotForShape" }
    })
    const anchors = values.slice(0, 3)
    assert.deepInclude(refused(anchors, { shape: "Anchors" }), { _tag: "ScaleMisused" })
  })

  it("PER-1 the level reached is the score, and what is no level has none", () => {
    const { indicators } = Result.getOrThrow(propose(steps))
    const indicator = indicators[0]?.id
    const scored = (value: string) =>
      ask(catalogue, {
        operation: "kpi.score",
        input: { indicators: Schema.encodeSync(Schema.Array(Indicator))(indicators), results: [{ indicator, value }] },
        actor: null
      })
    return Effect.gen(function* () {
      assert.deepInclude(yield* scored("4"), { total: "4.0000", final: "4.0000" })
      assert.deepInclude(yield* Effect.flip(scored("3.5")), { _tag: "ScaleMisused" })
    }).pipe(Effect.provide(World), Effect.runPromise)
  })

  it("PER-1 a plan stored before the levels had texts is read and written as it was", () => {
    const id = context.newId()
    const stored = {
      version: 1,
      activities: [],
      indicators: [{ id, name, unit: { th: "ระดับ" }, weight: 10_000, scale: { _tag: "FiveLevelStep" }, target: "4" }],
      adoptedBy: id,
      adoptedAt: "2026-11-02T03:00:00.000Z"
    }
    const read = Schema.decodeUnknownSync(Plan)(stored)
    assert.deepStrictEqual<unknown>(Schema.encodeUnknownSync(Plan)(read), stored)
  })
})
