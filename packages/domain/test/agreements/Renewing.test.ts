import { assert, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { AgreementEvent } from "../../src/agreements/Agreement.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { journey, plan } from "../journeys/Journey.ts"
import { act, World } from "../journeys/World.ts"

const agreementOf = (view: { readonly data: unknown }) => {
  const { agreement } = view.data as Partnership
  assert.strictEqual(agreement?._tag, "InForce")
  return agreement?._tag === "InForce" ? agreement : assert.fail("not in force")
}
const period = { from: "2027-11-01", to: "2028-10-31" }
const reason = "ผลงานดี ทำต่ออีกปี"
const before = { from: "2026-11-01", to: "2027-10-31" }

it.effect("ACT-8, COL-5b a term is renewed once both sides have signed the same one, by people with a mandate", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    const renew = (actor: typeof people.executive, on = period) =>
      act(actor, "agreements.renew", { period: on, reason }, id)
    const signed = agreementOf(yield* renew(people.executive))
    assert.deepStrictEqual(signed.terms.period as object, before)
    assert.deepInclude(signed.renewal?.signature, { side: "owner", account: people.executive.account })
    assert.deepInclude(yield* Effect.flip(renew(people.executive)), { _tag: "AlreadySigned", facts: { side: "owner" } })
    assert.strictEqual((yield* Effect.flip(renew(people.editor)))._tag, "NotPermitted")
    const renewed = agreementOf(yield* renew(people.signatory))
    assert.deepStrictEqual(renewed.terms.period as object, { from: before.from, to: period.to })
    assert.isUndefined(renewed.renewal)
    yield* act(people.officer, "plans.revise", { ...plan, reason: "งานเดิมยังอยู่ในแผน" }, id)
  }).pipe(Effect.provide(World))
)

it.effect("ACT-8 another term than the one proposed is a proposal of its own, which the first side must sign", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    const renew = (actor: typeof people.executive, to: string) =>
      act(actor, "agreements.renew", { period: { ...period, to }, reason }, id)
    yield* renew(people.executive, "2028-10-31")
    const countered = agreementOf(yield* renew(people.signatory, "2028-04-30"))
    assert.deepStrictEqual<unknown>(countered.renewal?.period, { from: "2027-11-01", to: "2028-04-30" })
    assert.strictEqual(countered.renewal?.signature.side, "recipient")
    const renewed = agreementOf(yield* renew(people.executive, "2028-04-30"))
    assert.strictEqual(renewed.terms.period.to as string, "2028-04-30")
  }).pipe(Effect.provide(World))
)

it.effect("MOD-Pa a renewal begins within the term or the day after, never before it", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    for (const from of ["2026-10-31", "2027-11-02"]) {
      const asked = act(people.executive, "agreements.renew", { period: { ...period, from }, reason }, id)
      assert.strictEqual((yield* Effect.flip(asked))._tag, "RenewalDoesNotFollow", from)
    }
  }).pipe(Effect.provide(World))
)

it.effect("COL-5b a renewal is not signed under a mandate that has run out", () =>
  Effect.gen(function* () {
    const { partnership: id, people } = yield* journey("contracting", "after-first-tranche")
    const late = act(people.executive, "agreements.renew", { period, reason }, id, "2027-10-05T03:00:00.000Z")
    assert.strictEqual((yield* Effect.flip(late))._tag, "MandateExpired")
  }).pipe(Effect.provide(World))
)

it.effect("ACT-2 nobody signs for an organisation that is no longer in the registry", () =>
  Effect.gen(function* () {
    const { partnership: id, people, recipient } = yield* journey("contracting", "after-first-tranche")
    yield* act(people.keeper, "organisations.deactivate", { reason: "เลิกกิจการ" }, recipient)
    const signed = act(people.signatory, "agreements.renew", { period, reason }, id)
    assert.strictEqual((yield* Effect.flip(signed))._tag, "OrganisationInactive")
  }).pipe(Effect.provide(World))
)

it("MOD-Pa a renewal stored before both sides signed it is read as it was", () => {
  const stored = { _tag: "AgreementRenewed", period, reason }
  const read = Schema.decodeUnknownSync(AgreementEvent)(stored)
  assert.deepStrictEqual<unknown>(Schema.encodeUnknownSync(AgreementEvent)(read), stored)
})
