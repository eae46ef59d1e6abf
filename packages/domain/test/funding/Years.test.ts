import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { type FiscalYear, firstDayOf, lastDayOf } from "../../src/kernel/FiscalYear.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { journey } from "../journeys/Journey.ts"
import { act, baht, World } from "../journeys/World.ts"

const morningOf = (day: string) => `${day}T03:00:00.000Z`
const thisYear = morningOf("2026-11-03")
const nextYear = morningOf("2027-10-04")
const lastMinute = `${lastDayOf(2570 as FiscalYear)}T16:59:00.000Z`
const firstMinute = `${lastDayOf(2570 as FiscalYear)}T17:00:00.000Z`
const reason = "งานต่อเนื่อง"

const disbursements = ({ data }: { readonly data: unknown }) => (data as Partnership).funding.disbursements

const funded = Effect.gen(function* () {
  const { partnership: id, people, source } = yield* journey("contracting", "before-money")
  const prepare = (amount: string, at: string, from: object = {}) =>
    act(people.finance, "disbursements.prepare", { tranche: 1, amount: baht(amount), ...from }, id, at).pipe(
      Effect.map((view) => disbursements(view).at(-1)?.id ?? "")
    )
  const onDisbursement = (operation: string, input: object) => (disbursement: string, at: string) =>
    act(people.executive, operation, { disbursement, ...input }, id, at)
  const carryOver = (amount: string, at: string, fiscalYear = 2571) =>
    act(people.finance, "funding.carry-over", { source, fiscalYear, amount: baht(amount), reason }, id, at)
  const approve = onDisbursement("disbursements.approve", {})
  const pay = (amount: string, at: string) =>
    Effect.flatMap(prepare(amount, at), (made) => Effect.as(approve(made, at), made))
  return {
    id,
    people,
    source,
    prepare,
    approve,
    pay,
    reject: onDisbursement("disbursements.reject", { reason }),
    reverse: onDisbursement("disbursements.reverse", { reason }),
    carryOver,
    giveBack: (amount: string, at: string) =>
      act(people.finance, "funding.return-unspent", { amount: baht(amount), reason }, id, at)
  }
})

it.effect("MON-5 nothing is paid in a year for which the source gives no money, until it is carried over", () =>
  Effect.gen(function* () {
    const { carryOver, prepare } = yield* funded
    assert.deepInclude(yield* Effect.flip(prepare("1000.00", nextYear)), {
      _tag: "YearWithoutMoney",
      rule: "MON-5",
      facts: { fiscalYear: 2571, years: ["2570"], asked: "1000.00", available: "0.00", prepared: false }
    })
    yield* carryOver("1500.00", nextYear)
    yield* prepare("1000.00", nextYear)
    assert.deepInclude((yield* Effect.flip(prepare("501.00", nextYear))).facts, { available: "500.00" })
    yield* prepare("500.00", nextYear)
  }).pipe(Effect.provide(World))
)

it.effect("MON-5 what is carried over is not paid in the year that it was taken out of, nor before its own", () =>
  Effect.gen(function* () {
    const { carryOver, prepare } = yield* funded
    yield* carryOver("999999.00", thisYear)
    assert.deepInclude((yield* Effect.flip(prepare("2.00", thisYear))).facts, { fiscalYear: 2570, available: "1.00" })
    yield* prepare("1.00", thisYear)
    yield* prepare("2.00", nextYear)
  }).pipe(Effect.provide(World))
)

it.effect("MON-5 the year ends at midnight in Bangkok", () =>
  Effect.gen(function* () {
    const { prepare } = yield* funded
    assert.strictEqual(firstDayOf(2571 as FiscalYear), "2027-10-01")
    yield* prepare("1.00", lastMinute)
    assert.strictEqual((yield* Effect.flip(prepare("2.00", firstMinute)))._tag, "YearWithoutMoney")
  }).pipe(Effect.provide(World))
)

it.effect("MON-5 a payment that was prepared in one year is not approved in the next out of money of the first", () =>
  Effect.gen(function* () {
    const { approve, carryOver, prepare, reject } = yield* funded
    const some = yield* prepare("1000.00", thisYear)
    const rest = yield* prepare("499000.00", thisYear)
    assert.deepInclude((yield* Effect.flip(approve(some, nextYear))).facts, { fiscalYear: 2571, prepared: true })
    yield* carryOver("1000.00", nextYear)
    yield* approve(some, nextYear)
    assert.deepInclude((yield* Effect.flip(approve(rest, nextYear))).facts, { available: "0.00" })
    yield* reject(rest, nextYear)
    assert.deepInclude((yield* Effect.flip(prepare("499000.00", nextYear))).facts, { available: "0.00" })
    yield* carryOver("499000.00", nextYear)
    yield* approve(yield* prepare("499000.00", nextYear), nextYear)
  }).pipe(Effect.provide(World))
)

it.effect("MON-5 a payment that is reversed in the next year is made anew only from money that is carried over", () =>
  Effect.gen(function* () {
    const { carryOver, pay, prepare, reverse } = yield* funded
    const made = yield* pay("500000.00", thisYear)
    yield* carryOver("300000.00", thisYear)
    yield* reverse(made, nextYear)
    assert.deepInclude((yield* Effect.flip(prepare("300000.01", nextYear))).facts, { available: "300000.00" })
    yield* pay("300000.00", nextYear)
    assert.deepInclude((yield* Effect.flip(prepare("1.00", nextYear))).facts, { available: "0.00" })
    yield* carryOver("200000.00", nextYear)
    yield* pay("200000.00", nextYear)
  }).pipe(Effect.provide(World))
)

it.effect("MON-5 cash that is given back lowers what is left to pay of no year, and opens none", () =>
  Effect.gen(function* () {
    const { carryOver, giveBack, pay, prepare } = yield* funded
    yield* pay("200000.00", thisYear)
    yield* giveBack("100000.00", thisYear)
    yield* carryOver("500000.00", thisYear)
    assert.deepInclude((yield* Effect.flip(prepare("300000.01", thisYear))).facts, { available: "300000.00" })
    yield* pay("300000.00", thisYear)
    yield* giveBack("400000.00", nextYear)
    yield* prepare("100000.00", nextYear)
  }).pipe(Effect.provide(World))
)

it.effect("MON-5 a payment that names no source passes by money of another year", () =>
  Effect.gen(function* () {
    const { giveBack, id, people, prepare, source } = yield* funded
    yield* giveBack("500000.00", thisYear)
    const terms = { kind: "state-budget", title: { th: "งบประมาณแผ่นดิน" }, fiscalYear: 2571, amount: baht("500000.00") }
    const { id: next } = yield* act(people.finance, "sources.register", terms)
    yield* act(people.finance, "funding.commit", { source: next, amount: baht("500000.00") }, id, nextYear)
    yield* prepare("1000.00", nextYear)
    const refused = yield* Effect.flip(prepare("2000.00", nextYear, { source }))
    assert.deepInclude(refused.facts, { fiscalYear: 2571, years: ["2570"], available: "0.00" })
    const view = yield* act(
      people.finance,
      "disbursements.prepare",
      { tranche: 1, amount: baht("3000.00") },
      id,
      nextYear
    )
    for (const { sources } of disbursements(view))
      assert.deepStrictEqual(
        sources?.map((share) => share.source as string),
        [next]
      )
  }).pipe(Effect.provide(World))
)
