import { assert, describe, it, layer } from "@effect/vitest"
import { Effect } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { ask } from "../../src/engine/Ask.ts"
import { commandsOf } from "../../src/engine/Catalogue.ts"
import type { Action, View } from "../../src/engine/View.ts"
import { missionOf, partnershipOf, personOf, World } from "../demo/World.ts"

const commands = commandsOf(catalogue)

describe("what an operation says about itself", () => {
  it("names its part of the record where the record is divided, and nowhere else", () => {
    for (const { area, name, record } of commands) assert.strictEqual(area !== null, record === "partnership", name)
  })

  it("is nobody's next step where it makes a record", () => {
    assert.deepStrictEqual(
      commands.filter(({ onward, target }) => onward && target === "new").map(({ name }) => name),
      []
    )
  })
})

const seenBy = (person: string, plural: string, id: string) =>
  Effect.flatMap(personOf(person), (actor) =>
    Effect.map(ask(catalogue, { operation: `${plural}.get`, id, input: {}, actor }), (view) => (view as View).actions)
  )

const turns = (actions: ReadonlyArray<Action>) =>
  actions
    .filter(({ next }) => next !== undefined)
    .sort((a, b) => (a.next ?? 0) - (b.next ?? 0))
    .map(({ operation }) => operation)

layer(World)("the next step of a person", (it) => {
  it.effect("REV-3 on a mission under review is the answer to its question, not what can be done beside it", () =>
    Effect.gen(function* () {
      const { id } = yield* missionOf("mission-children-residences")
      const actions = yield* seenBy("dcy-officer", "missions", id)
      assert.deepStrictEqual(turns(actions), ["missions.answer"])
      assert.isTrue(actions.some(({ allowed, operation }) => allowed && operation === "missions.describe"))
    })
  )

  it.effect("REV-10 on a mission whose way is chosen is none, though it may be reviewed again", () =>
    Effect.gen(function* () {
      const { id } = yield* missionOf("mission-childcare")
      const actions = yield* seenBy("dcy-officer", "missions", id)
      assert.deepStrictEqual(turns(actions), [])
      assert.isTrue(actions.some(({ allowed, operation }) => allowed && operation === "missions.begin-review"))
    })
  )

  it.effect("COL-5b of the executive is the signature that is missing, not the end of the partnership", () =>
    Effect.gen(function* () {
      const { id } = yield* partnershipOf("special-needs")
      const actions = yield* seenBy("dcy-executive", "partnerships", id)
      assert.strictEqual(turns(actions)[0], "agreements.sign")
      assert.notInclude(turns(actions), "partnerships.cancel")
    })
  )

  it.effect(
    "SEP-1 of the second finance officer is to approve; the first, who prepared it, is not asked to reject",
    () =>
      Effect.gen(function* () {
        const { id } = yield* partnershipOf("playgroups")
        assert.strictEqual(turns(yield* seenBy("dcy-finance2", "partnerships", id))[0], "disbursements.approve")
        const first = turns(yield* seenBy("dcy-finance", "partnerships", id))
        assert.notInclude(first, "disbursements.approve")
        assert.notInclude(first, "disbursements.reject")
      })
  )

  it.effect("PBC-7 of the finance officer is not to pay from a tranche that is paid", () =>
    Effect.gen(function* () {
      const { id } = yield* partnershipOf("childcare")
      const actions = yield* seenBy("dcy-finance", "partnerships", id)
      const tranches = actions.filter(({ operation }) => operation === "disbursements.prepare")
      assert.deepStrictEqual(
        tranches.map(({ allowed, refusal, target }) => [target?.value, allowed, refusal?.tag]),
        [[3, false, "EvaluationNotAccepted"]]
      )
    })
  )

  it.effect("GRA-4a of whoever notified a problem is not to answer it", () =>
    Effect.gen(function* () {
      const { id } = yield* partnershipOf("childcare")
      assert.include(turns(yield* seenBy("dcy-officer", "partnerships", id)), "notices.answer")
      assert.notInclude(turns(yield* seenBy("nicfd-editor", "partnerships", id)), "notices.answer")
    })
  )

  it.effect("PAR-1 of the officer is not to assess again what was assessed", () =>
    Effect.gen(function* () {
      const { id } = yield* partnershipOf("child-protection")
      const actions = yield* seenBy("area-officer", "partnerships", id)
      assert.isTrue(actions.some(({ allowed, operation }) => allowed && operation === "partners.assess"))
      assert.notInclude(turns(actions), "partners.assess")
    })
  )

  it.effect("GRA-3 of the officer is also the request that waits for an answer, after the steps of the process", () =>
    Effect.gen(function* () {
      const { id } = yield* partnershipOf("children-survey")
      const actions = yield* seenBy("dcy-officer", "partnerships", id)
      assert.include(turns(actions), "agreements.approve-change")
      assert.deepStrictEqual(
        actions.flatMap(({ next }) => next ?? []).sort((a, b) => a - b),
        turns(actions).map((_, index) => index + 1)
      )
      for (const { allowed, next } of actions) assert.isTrue(next === undefined || allowed)
    })
  )
})
