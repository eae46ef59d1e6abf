import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Organisation } from "../../src/parties/Organisation.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { amend, journey } from "../journeys/Journey.ts"
import { act, World } from "../journeys/World.ts"

type Way = Effect.Success<ReturnType<typeof journey>>
type Signs = (way: Way, side: "executive" | "signatory", at: string) => ReturnType<typeof act>

const [signed, inTime, late] = ["2026-11-02T03:00:00.000Z", "2026-12-02T16:59:59.000Z", "2026-12-02T17:00:00.000Z"]

const renews: Signs = ({ partnership, people }, side, at) =>
  act(
    people[side],
    "agreements.renew",
    { period: { from: "2027-11-01", to: "2028-10-31" }, reason: "ทำต่อ" },
    partnership,
    at
  )

const amends: Signs = ({ partnership, people }, side, at) =>
  Effect.gen(function* () {
    const lesson = { kind: "lesson", text: "เรียนรู้" }
    const { agreement } = (yield* act(people.editor, "lessons.record", lesson, partnership)).data as Partnership
    const amendment = agreement?._tag === "InForce" ? agreement.amendments?.[0]?.id : undefined
    return yield* act(people[side], "agreements.sign-amendment", { amendment }, partnership, at)
  })

const agreementOf = (view: { readonly data: unknown }) => {
  const { agreement } = view.data as Partnership
  return agreement?._tag === "InForce" ? agreement : assert.fail("not in force")
}

const begun = Effect.gen(function* () {
  const way = yield* journey("contracting", "after-first-tranche")
  const terms = { objectives: "ขยายพื้นที่", conditions: [], reason: "ความต้องการเพิ่มขึ้น" }
  yield* act(way.people.officer, "agreements.propose-amendment", terms, way.partnership)
  return way
})

const withdraws = ({ agency, people }: Way) =>
  Effect.gen(function* () {
    const mandate = { account: people.finance.account, position: "รอง", limit: { amount: "1.00", currency: "THB" } }
    const period = { from: "2026-10-01", to: "2027-09-30" }
    const { data } = yield* act(
      people.administrator,
      "organisations.give-mandate",
      { ...mandate, period, order: "3/2570" },
      agency
    )
    const { id } = (data as Organisation).mandates.find(({ account }) => account === people.executive.account) ?? {}
    yield* act(people.administrator, "organisations.withdraw-mandate", { mandate: id, reason: "ย้าย" }, agency)
  })

for (const [what, signs] of [
  ["a renewal", renews],
  ["an amendment", amends]
] as const) {
  it.effect(`ACT-8 ${what} that one side has signed waits thirty days, and then that side signs it anew`, () =>
    Effect.gen(function* () {
      const way = yield* begun
      yield* signs(way, "executive", signed)
      assert.strictEqual((yield* Effect.flip(signs(way, "executive", inTime)))._tag, "AlreadySigned")
      const lapsed = yield* Effect.flip(signs(way, "signatory", late))
      assert.deepInclude(lapsed, { _tag: "SignatureLapsed", rule: "ACT-8" })
      yield* signs(way, "executive", late)
      const { amendments, renewals } = agreementOf(yield* signs(way, "signatory", late))
      const agreed = amendments?.filter(({ status }) => status === "agreed") ?? []
      assert.strictEqual((renewals ?? []).length + agreed.length, 1)
      for (const { signatures } of agreed) assert.lengthOf(signatures, 2)
    }).pipe(Effect.provide(World))
  )

  it.effect(`ACT-8 ${what} is signed by the other side on the thirtieth day`, () =>
    Effect.gen(function* () {
      const way = yield* begun
      yield* signs(way, "executive", signed)
      yield* signs(way, "signatory", inTime)
    }).pipe(Effect.provide(World))
  )

  it.effect(`COL-5b ${what} is not agreed under a first signature whose mandate has been withdrawn`, () =>
    Effect.gen(function* () {
      const way = yield* begun
      yield* signs(way, "executive", signed)
      yield* withdraws(way)
      const second = yield* Effect.flip(signs(way, "signatory", signed))
      assert.deepInclude(second, { _tag: "SignatureLapsed", rule: "ACT-8" })
    }).pipe(Effect.provide(World))
  )
}

const signs: Signs = ({ partnership, people }, side, at) => act(people[side], "agreements.sign", {}, partnership, at)

it.effect("ACT-8 an agreement that one side has signed waits thirty days, and then that side signs it anew", () =>
  Effect.gen(function* () {
    const way = yield* journey("contracting", "drafted")
    yield* signs(way, "executive", signed)
    assert.strictEqual((yield* Effect.flip(signs(way, "executive", inTime)))._tag, "AlreadySigned")
    const lapsed = yield* Effect.flip(signs(way, "signatory", late))
    assert.deepInclude(lapsed, { _tag: "SignatureLapsed", rule: "ACT-8" })
    const { agreement: again } = (yield* signs(way, "executive", late)).data as Partnership
    assert.strictEqual(again?._tag, "Signing")
    assert.lengthOf(agreementOf(yield* signs(way, "signatory", late)).signatures, 2)
  }).pipe(Effect.provide(World))
)

const drafts = (way: Way, agreement: Partnership["agreement"], at: string, to = "2027-10-31") => {
  // As it is answered, in the form in which it is written.
  const terms: object = agreement?.terms ?? assert.fail("no terms")
  const input = { ...terms, conditions: [], period: { from: "2026-11-01", to } }
  return act(way.people.officer, "agreements.draft", input, way.partnership, at)
}

it.effect("ACT-8 an agreement whose only signature has lapsed is a draft again, which is written anew", () =>
  Effect.gen(function* () {
    const way = yield* journey("contracting", "drafted")
    const { agreement } = (yield* signs(way, "executive", signed)).data as Partnership
    assert.strictEqual((yield* Effect.flip(drafts(way, agreement, inTime)))._tag, "AgreementNotDraft")
    yield* drafts(way, agreement, late)
  }).pipe(Effect.provide(World))
)

it.effect("COL-5b an agreement is not in force under a first signature whose mandate has been withdrawn", () =>
  Effect.gen(function* () {
    const way = yield* journey("contracting", "drafted")
    yield* signs(way, "executive", signed)
    yield* withdraws(way)
    const second = yield* Effect.flip(signs(way, "signatory", signed))
    assert.deepInclude(second, { _tag: "SignatureLapsed", rule: "ACT-8" })
  }).pipe(Effect.provide(World))
)

it.effect("MOD-Pa an agreement is not signed by the other side once its term is over", () =>
  Effect.gen(function* () {
    const way = yield* journey("contracting", "drafted")
    const before = (yield* act(way.people.officer, "notices.raise", { text: "ถาม" }, way.partnership))
      .data as Partnership
    yield* drafts(way, before.agreement, signed, "2026-11-20")
    yield* signs(way, "executive", signed)
    const over = yield* Effect.flip(signs(way, "signatory", "2026-11-21T03:00:00.000Z"))
    assert.deepInclude(over, { _tag: "DateRefused", rule: "MOD-Pa" })
  }).pipe(Effect.provide(World))
)

it.effect("ACT-8 a renewal that one side signed for other terms is signed anew once they have changed", () =>
  Effect.gen(function* () {
    const way = yield* begun
    yield* renews(way, "executive", signed)
    yield* amends(way, "executive", signed)
    assert.isUndefined(agreementOf(yield* amends(way, "signatory", signed)).renewal)
    const { renewal, renewals } = agreementOf(yield* renews(way, "signatory", signed))
    assert.deepStrictEqual([renewal?.signature.side, renewals ?? []], ["recipient", []])
  }).pipe(Effect.provide(World))
)

it.effect("ACT-8 an amendment that one side signed for another term is signed anew once it has been renewed", () =>
  Effect.gen(function* () {
    const way = yield* begun
    yield* amends(way, "executive", signed)
    yield* renews(way, "executive", signed)
    yield* renews(way, "signatory", signed)
    const { amendments } = agreementOf(yield* amends(way, "signatory", signed))
    assert.deepStrictEqual(
      amendments?.map(({ signatures, status }) => [status, signatures.map(({ side }) => side)]),
      [["proposed", ["recipient"]]]
    )
  }).pipe(Effect.provide(World))
)

it.effect(
  "GRA-3, ACT-8 a change that was asked for under other conditions is not approved once they have changed",
  () =>
    Effect.gen(function* () {
      const { partnership: id, people } = yield* journey("grant", "after-first-tranche")
      const asks = (text: string) =>
        act(people.editor, "agreements.request-change", { conditions: [{ text }], reason: "สะดวกกว่า" }, id)
      const approves = (change: string | undefined) => act(people.officer, "agreements.approve-change", { change }, id)
      yield* asks("รายงานทุกเดือน")
      const { changes } = agreementOf(yield* asks("รายงานทุกไตรมาส"))
      yield* approves(changes[1]?.id)
      assert.strictEqual((yield* Effect.flip(approves(changes[0]?.id)))._tag, "ChangeUnknown")
      const third = agreementOf(yield* asks("รายงานทุกปี")).changes[2]?.id
      const amended = agreementOf(yield* amend(people, id, { conditions: [{ text: "รายงานทุกหกเดือน" }] }))
      assert.deepStrictEqual(
        amended.changes.map(({ status }) => status),
        ["overtaken", "approved", "overtaken"]
      )
      assert.strictEqual((yield* Effect.flip(approves(third)))._tag, "ChangeUnknown")
    }).pipe(Effect.provide(World))
)
