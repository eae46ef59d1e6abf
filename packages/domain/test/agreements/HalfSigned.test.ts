import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Organisation } from "../../src/parties/Organisation.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { journey } from "../journeys/Journey.ts"
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
