import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { journey } from "../journeys/Journey.ts"
import { act, baht, World } from "../journeys/World.ts"

const nextYear = "2027-10-04T03:00:00.000Z"

const prepared = (view: { readonly data: unknown }) => (view.data as Partnership).funding.disbursements.at(-1)?.id

it.effect("MON-5 nothing is paid in a year for which the source gives no money, until it is carried over", () =>
  Effect.gen(function* () {
    const { partnership: id, people, source } = yield* journey("contracting", "before-money")
    const prepare = (amount: string, at = nextYear) =>
      act(people.finance, "disbursements.prepare", { tranche: 1, amount: baht(amount) }, id, at)
    const refused = yield* Effect.flip(prepare("1000.00"))
    assert.deepInclude(refused, {
      _tag: "YearWithoutMoney",
      rule: "MON-5",
      facts: { fiscalYear: 2571, asked: "1000.00", available: "0.00" }
    })
    const over = { source, fiscalYear: 2571, amount: baht("1500.00"), reason: "งานต่อเนื่อง" }
    yield* act(people.finance, "funding.carry-over", over, id)
    yield* prepare("1000.00")
    assert.deepInclude((yield* Effect.flip(prepare("501.00"))).facts, { available: "500.00" })
    yield* prepare("500.00")
    yield* prepare("498500.00", "2026-11-03T03:00:00.000Z")
  }).pipe(Effect.provide(World))
)

it.effect("MON-5 a payment that was prepared in one year is not approved in the next out of money of the first", () =>
  Effect.gen(function* () {
    const { partnership: id, people, source } = yield* journey("contracting", "before-money")
    const payment = { tranche: 1, amount: baht("1000.00") }
    const disbursement = prepared(yield* act(people.finance, "disbursements.prepare", payment, id))
    const approve = act(people.executive, "disbursements.approve", { disbursement }, id, nextYear)
    assert.strictEqual((yield* Effect.flip(approve))._tag, "YearWithoutMoney")
    const over = { source, fiscalYear: 2571, amount: baht("1000.00"), reason: "งานต่อเนื่อง" }
    yield* act(people.finance, "funding.carry-over", over, id)
    yield* approve
  }).pipe(Effect.provide(World))
)
