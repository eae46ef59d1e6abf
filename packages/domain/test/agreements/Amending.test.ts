import { assert, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import type { Person } from "../../src/kernel/Actor.ts"
import { bangkokDay, type Instant } from "../../src/kernel/ThaiDate.ts"
import * as Agreeing from "../../src/partnerships/decisions/agreeing.ts"
import * as Amending from "../../src/partnerships/decisions/amending.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { journey, type Model } from "../journeys/Journey.ts"
import { act, invite, World } from "../journeys/World.ts"

const agreementOf = (view: { readonly data: unknown }) => {
  const { agreement } = view.data as Partnership
  return agreement?._tag === "InForce" ? agreement : assert.fail("not in force")
}
const reason = "พื้นที่ให้บริการเปลี่ยนไป"
const conditions = [{ text: "ให้บริการทุกวัน" }]
const terms = { objectives: "ให้เด็กได้รับบริการ", conditions, reason }

const begun = (model: Model = "contracting") =>
  Effect.map(journey(model, "announced"), ({ partnership: id, people }) => {
    const propose = (actor: Person, text = "ให้บริการทุกวัน") =>
      Effect.map(
        act(actor, "agreements.propose-amendment", { ...terms, conditions: [{ text }] }, id),
        (view) => agreementOf(view).amendments?.at(-1)?.id ?? "—"
      )
    const sign = (actor: Person, amendment: string) => act(actor, "agreements.sign-amendment", { amendment }, id)
    const decline = (actor: Person, amendment: string) =>
      act(actor, "agreements.decline-amendment", { amendment, reason }, id)
    return { id, people, propose, sign, decline }
  })

it.effect.each(["contracting", "commissioning"] as const)(
  "ACT-8 the conditions of a contract (%s) are not changed at one side's request and the other's officer's approval",
  (model) =>
    Effect.gen(function* () {
      const { id, people } = yield* begun(model)
      const refused = yield* Effect.flip(act(people.editor, "agreements.request-change", { conditions, reason }, id))
      assert.deepInclude(refused, { _tag: "AmendmentNeeded", rule: "ACT-8" })
    }).pipe(Effect.provide(World))
)

it.effect("ACT-8 a change of a contract that was requested in earlier times is declined, not approved", () =>
  Effect.gen(function* () {
    const { id, people } = yield* begun("grant")
    const view = yield* act(people.editor, "agreements.request-change", { conditions, reason }, id)
    const asked = view.data as Partnership
    const change = agreementOf(view).changes[0]?.id ?? "—"
    assert.isTrue(Result.isSuccess(Agreeing.approveChange(asked, change)), "GRA-3: a grant's is")
    const { choice } = asked
    const contract: Partnership =
      choice === undefined ? asked : { ...asked, choice: { ...choice, model: "contracting" } }
    const refused = Agreeing.approveChange(contract, change)
    assert.deepInclude(Result.isFailure(refused) && refused.failure, { _tag: "AmendmentNeeded" })
    assert.isTrue(Result.isSuccess(Agreeing.declineChange(contract, change, reason)))
  }).pipe(Effect.provide(World))
)

it.effect("ACT-8, COL-5b an amendment is in force once both sides have signed it by people with a mandate", () =>
  Effect.gen(function* () {
    const { people, propose, sign } = yield* begun()
    const amendment = yield* propose(people.editor)
    for (const actor of [people.officer, people.editor])
      assert.strictEqual((yield* Effect.flip(sign(actor, amendment)))._tag, "NotPermitted")
    const half = agreementOf(yield* sign(people.executive, amendment))
    assert.deepStrictEqual(half.terms.conditions, [])
    assert.deepInclude(yield* Effect.flip(sign(people.executive, amendment)), { _tag: "AlreadySigned" })
    const amended = agreementOf(yield* sign(people.signatory, amendment))
    assert.deepStrictEqual(amended.terms.conditions, ["ให้บริการทุกวัน"])
    assert.deepInclude(amended.amendments?.[0], { id: amendment, status: "agreed", side: "recipient" })
    assert.strictEqual((yield* Effect.flip(sign(people.signatory, amendment)))._tag, "AmendmentUnknown")
  }).pipe(Effect.provide(World))
)

it.effect(
  "ACT-8 nobody signs an amendment for both sides, and nobody without a mandate for the agreement's value",
  () =>
    Effect.gen(function* () {
      const { people, propose, sign } = yield* begun()
      const amendment = yield* propose(people.officer)
      const unmandated = yield* invite(people.executive.organisation as never, "executive", "second")
      assert.strictEqual((yield* Effect.flip(sign(unmandated, amendment)))._tag, "MandateMissing")
      const half = (yield* sign(people.executive, amendment)).data as Partnership
      const now = "2026-11-03T03:00:00.000Z" as Instant
      const { account } = people.executive
      const context = { actor: { ...people.signatory, account }, now, today: bangkokDay(now), newId: () => "—" }
      const refused = Amending.canSign(half, amendment, context)
      assert.deepInclude(Result.isFailure(refused) && refused.failure, { _tag: "SeparationOfDuties", rule: "ACT-8" })
    }).pipe(Effect.provide(World))
)

it.effect(
  "ACT-8 an amendment is withdrawn by the side that proposed it, declined by the other, and signed no more",
  () =>
    Effect.gen(function* () {
      const { decline, people, propose, sign } = yield* begun()
      const first = yield* propose(people.officer)
      assert.strictEqual(agreementOf(yield* decline(people.officer, first)).amendments?.[0]?.status, "withdrawn")
      const second = yield* propose(people.officer)
      yield* sign(people.signatory, second)
      assert.strictEqual(agreementOf(yield* decline(people.editor, second)).amendments?.[1]?.status, "declined")
      for (const amendment of [first, second])
        assert.strictEqual((yield* Effect.flip(sign(people.executive, amendment)))._tag, "AmendmentUnknown")
    }).pipe(Effect.provide(World))
)

it.effect("ACT-8 a signature for one change is not used after another one: one amendment waits at a time", () =>
  Effect.gen(function* () {
    const { id, people, propose, sign } = yield* begun("grant")
    const asked = agreementOf(yield* act(people.editor, "agreements.request-change", { conditions, reason }, id))
    const amendment = yield* propose(people.officer, "อย่างหนึ่ง")
    yield* sign(people.signatory, amendment)
    assert.strictEqual((yield* Effect.flip(propose(people.editor, "อีกอย่าง")))._tag, "AmendmentWaiting")
    const change = asked.changes[0]?.id
    const refused = yield* Effect.flip(act(people.officer, "agreements.approve-change", { change }, id))
    assert.deepInclude(refused, { _tag: "AmendmentWaiting", rule: "ACT-8" })
  }).pipe(Effect.provide(World))
)
