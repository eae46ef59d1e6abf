import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { journey, plan } from "../journeys/Journey.ts"
import { act, World } from "../journeys/World.ts"

const stateOf = (view: { readonly data: unknown }) => view.data as Partnership
const reason = "อยู่ในสัญญาแล้ว"

it.effect("COL-6a the committee is waived by an executive, not passed over by an officer", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "announced")
    const refused = yield* Effect.flip(act(people.officer, "steps.skip", { step: "COL-6a", reason }, id))
    assert.deepInclude(refused, { _tag: "StepDoneByAct", rule: "COL-6a" })
    const shown = yield* act(people.executive, "committees.waive", { reason }, id)
    const offered = shown.actions.filter(({ operation }) => operation === "steps.skip")
    assert.isTrue(offered.every(({ target }) => target?.value !== "COL-6a"))
  }).pipe(Effect.provide(World))
)

it.effect("COL-8 a plan that was passed over is adopted later, since evaluations need one", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "announced")
    yield* act(people.executive, "committees.waive", { reason }, id)
    yield* act(people.officer, "steps.skip", { step: "COL-6b", reason }, id)
    const adopted = stateOf(yield* act(people.officer, "plans.adopt", plan, id))
    assert.strictEqual(adopted.plan?.version, 1)
    assert.strictEqual(adopted.course.steps["COL-6b"]?.status, "skipped")
    const again = yield* Effect.flip(act(people.officer, "plans.adopt", plan, id))
    assert.strictEqual(again._tag, "StepAlreadyDone")
  }).pipe(Effect.provide(World))
)
