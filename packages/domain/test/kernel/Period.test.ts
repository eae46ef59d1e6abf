import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import * as Period from "../../src/kernel/Period.ts"
import { addDays, IsoDate } from "../../src/kernel/ThaiDate.ts"

const date = (iso: string) => IsoDate.make(iso)
const span = (from: string, to: string) => Period.Period.make({ from: date(from), to: date(to) })
const decode = Schema.decodeUnknownResult(Period.Period)
const Months = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 120 }))
const Start = IsoDate.check(Schema.makeFilter((day) => day < "2180"))

describe("Period", () => {
  it("has its last day on or after its first", () => {
    assert.isTrue(Result.isSuccess(decode({ from: "2026-10-01", to: "2026-10-01" })))
    const refused = decode({ from: "2026-10-02", to: "2026-10-01" })
    assert.isTrue(Result.isFailure(refused))
    if (Result.isFailure(refused)) {
      assert.include(refused.failure.message, "before the first day")
      assert.include(refused.failure.message, "to")
    }
  })

  it("counts days with both ends", () => {
    assert.strictEqual(Period.days(span("2026-10-01", "2026-10-01")), 1)
    assert.strictEqual(Period.days(span("2026-10-01", "2027-09-30")), 365)
  })

  it("PBC-S2 counts the months begun, so that a fiscal year is twelve and one day more is thirteen", () => {
    const vectors: ReadonlyArray<readonly [string, string, number]> = [
      ["2026-10-01", "2026-10-01", 1],
      ["2026-10-01", "2026-10-31", 1],
      ["2026-10-01", "2026-11-01", 2],
      ["2026-10-01", "2027-09-30", 12],
      ["2026-10-01", "2027-10-01", 13],
      ["2026-10-15", "2026-11-14", 1],
      ["2026-10-15", "2026-11-15", 2],
      ["2026-01-31", "2026-02-28", 1],
      ["2026-01-31", "2026-03-01", 2],
      ["2026-01-31", "2026-03-30", 2],
      ["2026-01-31", "2026-03-31", 3],
      ["2024-02-29", "2025-02-28", 12],
      ["2024-02-29", "2025-03-01", 13]
    ]
    for (const [from, to, expected] of vectors) {
      assert.strictEqual(Period.months(span(from, to)), expected, `${from} to ${to}`)
    }
  })

  it("ends a term the day before the corresponding day, or with the month that has none", () => {
    const vectors: ReadonlyArray<readonly [string, number, string]> = [
      ["2026-10-01", 12, "2027-09-30"],
      ["2026-10-15", 1, "2026-11-14"],
      ["2026-12-31", 2, "2027-02-28"],
      ["2026-01-31", 1, "2026-02-28"],
      ["2024-02-29", 12, "2025-02-28"],
      ["2026-10-01", 0, "2026-10-31"]
    ]
    for (const [from, months, expected] of vectors) {
      assert.strictEqual(Period.lastDayOfTerm(date(from), months), expected, `${from} and ${months} months`)
    }
  })

  it.prop(
    "a term of n months has n months, and with a day more n + 1",
    { from: Start, months: Months },
    ({ from, months }) => {
      const term = Period.ofMonths(from, months)
      assert.isTrue(Schema.is(Period.Period)(term))
      assert.strictEqual(Period.months(term), months)
      assert.strictEqual(Period.months({ from, to: addDays(term.to, 1) }), months + 1)
    },
    { arbitrary: { runs: runs(500) } }
  )

  it.prop("contains its ends and nothing beside them", { period: Period.Period }, ({ period }) => {
    assert.isTrue(Period.contains(period, period.from) && Period.contains(period, period.to))
    const before = addDays(period.from, -1)
    const after = addDays(period.to, 1)
    assert.isFalse(before < period.from && Period.contains(period, before))
    assert.isFalse(after > period.to && Period.contains(period, after))
  })

  it.prop(
    "two periods overlap when one holds the first day of the other",
    { a: Period.Period, b: Period.Period },
    ({ a, b }) => {
      assert.strictEqual(Period.overlaps(a, b), Period.contains(a, b.from) || Period.contains(b, a.from))
      assert.strictEqual(Period.overlaps(a, b), Period.overlaps(b, a))
      if (Period.covers(a, b)) assert.isTrue(Period.overlaps(a, b) && Period.days(a) >= Period.days(b))
      assert.isTrue(Period.covers(a, a))
    },
    { arbitrary: { runs: runs(300) } }
  )
})
