import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Option, Result, Schema } from "effect"
import * as FiscalYear from "../../src/kernel/FiscalYear.ts"
import * as Period from "../../src/kernel/Period.ts"
import { addDays, Instant, IsoDate } from "../../src/kernel/ThaiDate.ts"

const date = (iso: string) => IsoDate.make(iso)
const instant = (iso: string) => Schema.decodeSync(Instant)(iso)
const year = (number: number) => FiscalYear.FiscalYear.make(number)

describe("FiscalYear", () => {
  it("turns at midnight in Bangkok, which is 17:00 UTC", () => {
    assert.strictEqual(FiscalYear.ofInstant(instant("2026-09-30T16:59:59.999Z")), 2569)
    assert.strictEqual(FiscalYear.ofInstant(instant("2026-09-30T17:00:00Z")), 2570)
    assert.deepEqual(FiscalYear.ofMillis(Date.UTC(2026, 8, 30, 17) - 1), Option.some(year(2569)))
    assert.deepEqual(FiscalYear.ofMillis(Date.UTC(2026, 8, 30, 17)), Option.some(year(2570)))
    assert.isTrue(Option.isNone(FiscalYear.ofMillis(Number.NaN)))
  })

  it("is called by the year พ.ศ. in which it ends", () => {
    assert.strictEqual(FiscalYear.ofDate(date("2026-10-01")), 2570)
    assert.strictEqual(FiscalYear.ofDate(date("2026-12-31")), 2570)
    assert.strictEqual(FiscalYear.ofDate(date("2027-01-01")), 2570)
    assert.strictEqual(FiscalYear.ofDate(date("2027-09-30")), 2570)
    assert.strictEqual(FiscalYear.ofDate(date("2027-10-01")), 2571)
    assert.deepEqual(FiscalYear.period(year(2570)), { from: "2026-10-01", to: "2027-09-30" })
    assert.strictEqual(FiscalYear.format(year(2570)), "ปีงบประมาณ พ.ศ. 2570")
    assert.strictEqual(FiscalYear.format(year(2570), "en"), "fiscal year 2570 (2026/27)")
    assert.strictEqual(FiscalYear.format(year(2543), "en"), "fiscal year 2543 (1999/00)")
  })

  it("asks whether a year of ค.ศ. is meant, and says which one that is in พ.ศ.", () => {
    const decoded = Schema.decodeUnknownResult(FiscalYear.FiscalYear)(2026)
    assert.isTrue(Result.isFailure(decoded))
    assert.include(Result.isFailure(decoded) ? String(decoded.failure.message) : "", "for CE 2026 write 2569")
  })

  it("has four quarters, the first from October", () => {
    const quarters = [
      "2026-10-01",
      "2026-12-31",
      "2027-01-01",
      "2027-03-31",
      "2027-04-01",
      "2027-06-30",
      "2027-07-01",
      "2027-09-30"
    ].map((day) => FiscalYear.quarterOf(date(day)))
    assert.deepEqual(quarters, [1, 1, 2, 2, 3, 3, 4, 4])
    assert.deepEqual(
      ([1, 2, 3, 4] as const).map((quarter) => FiscalYear.quarterPeriod(year(2570), quarter)),
      [
        { from: "2026-10-01", to: "2026-12-31" },
        { from: "2027-01-01", to: "2027-03-31" },
        { from: "2027-04-01", to: "2027-06-30" },
        { from: "2027-07-01", to: "2027-09-30" }
      ]
    )
  })

  it.prop(
    "every day lies in its fiscal year and in its quarter",
    { day: IsoDate },
    ({ day }) => {
      const fiscal = FiscalYear.ofDate(day)
      assert.isTrue(Period.contains(FiscalYear.period(fiscal), day))
      assert.isTrue(Period.contains(FiscalYear.quarterPeriod(fiscal, FiscalYear.quarterOf(day)), day))
      assert.isTrue(Schema.is(Period.Period)(FiscalYear.period(fiscal)))
    },
    { arbitrary: { runs: runs(500) } }
  )

  it.prop("one year ends the day before the next begins", { year: FiscalYear.FiscalYear }, (input) => {
    if (input.year >= 2743) return
    assert.strictEqual(addDays(FiscalYear.lastDayOf(input.year), 1), FiscalYear.firstDayOf(year(input.year + 1)))
    if (input.year > 2443) assert.strictEqual(Period.months(FiscalYear.period(input.year)), 12)
  })

  it("is cut at the ends of the calendar that Phakhi knows", () => {
    assert.deepEqual(FiscalYear.period(year(2443)), { from: "1900-01-01", to: "1900-09-30" })
    assert.deepEqual(FiscalYear.period(year(2744)), { from: "2200-10-01", to: "2200-12-31" })
  })
})
