import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Arbitrary, Option, Result, Schema } from "effect"
import * as ThaiDate from "../../src/kernel/ThaiDate.ts"

const date = (iso: string) => ThaiDate.IsoDate.make(iso)
const instant = (iso: string) => Schema.decodeSync(ThaiDate.Instant)(iso)
const now = instant("2026-11-21T19:00:00Z")
const read = (typed: string) => ThaiDate.parse(typed, now)
const refusal = (result: Result.Result<unknown, unknown>): string =>
  Result.isFailure(result) && result.failure instanceof Error ? result.failure.message : "taken"

describe("IsoDate", () => {
  const decode = Schema.decodeUnknownResult(ThaiDate.IsoDate)

  it("takes the days of the calendar from 1900 to 2200", () => {
    for (const day of ["1900-01-01", "2024-02-29", "2000-02-29", "2026-11-21", "2200-12-31"]) {
      assert.isTrue(Result.isSuccess(decode(day)), day)
    }
  })

  it("refuses days that the calendar does not have", () => {
    for (const day of ["2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00"]) {
      assert.include(refusal(decode(day)), "day of the calendar", day)
    }
  })

  it("refuses a year พ.ศ. and says which year ค.ศ. it is", () => {
    assert.include(refusal(decode("2569-10-01")), "2569 looks like พ.ศ., write 2026 instead")
    assert.include(refusal(decode("2443-01-01")), "write 1900 instead")
    assert.include(refusal(decode("2743-01-01")), "write 2200 instead")
  })

  it("refuses years out of range and other ways of writing", () => {
    for (const day of ["1899-12-31", "2201-01-01", "0000-01-01"]) assert.include(refusal(decode(day)), "1900 to 2200")
    for (const day of [
      "",
      "2026-1-1",
      "20261001",
      "2026-10-01T00:00:00Z",
      "๒๐๒๖-๑๐-๐๑",
      "-2026-10-01",
      "2026-10-01\n"
    ]) {
      assert.include(refusal(decode(day)), "such as", day)
    }
  })

  it("describes itself in JSON Schema as a date", () => {
    assert.include(JSON.stringify(Schema.toJsonSchemaDocument(ThaiDate.IsoDate)), '"format":"date"')
  })

  it.prop(
    "moves by days and back",
    { day: ThaiDate.IsoDate, days: daysApart() },
    ({ day, days }) => {
      const moved = ThaiDate.addDays(day, days)
      assert.isTrue(Schema.is(ThaiDate.IsoDate)(moved))
      if (moved !== ThaiDate.firstDay && moved !== ThaiDate.lastDay) {
        assert.strictEqual(ThaiDate.daysBetween(day, moved), days)
        assert.strictEqual(ThaiDate.addDays(moved, -days), day)
      }
    },
    { arbitrary: { runs: runs(300) } }
  )

  it("stays within the days there are", () => {
    assert.strictEqual(ThaiDate.addDays(ThaiDate.lastDay, 1), ThaiDate.lastDay)
    assert.strictEqual(ThaiDate.addDays(ThaiDate.firstDay, -1), ThaiDate.firstDay)
    assert.strictEqual(ThaiDate.addDays(date("2024-02-28"), 1), "2024-02-29")
    assert.strictEqual(ThaiDate.daysBetween(date("2026-10-01"), date("2027-10-01")), 365)
  })
})

function daysApart() {
  return Arbitrary.schema(Schema.Int.check(Schema.isBetween({ minimum: -40_000, maximum: 40_000 })))
}

describe("Instant", () => {
  const decode = Schema.decodeUnknownResult(ThaiDate.Instant)

  it("is a moment in UTC with three decimals, so that moments sort as strings", () => {
    assert.strictEqual(instant("2026-09-30T17:00:00Z"), "2026-09-30T17:00:00.000Z")
    assert.strictEqual(instant("2026-09-30T17:00:00.5Z"), "2026-09-30T17:00:00.500Z")
    assert.strictEqual(Schema.encodeSync(ThaiDate.Instant)(now), "2026-11-21T19:00:00.000Z")
  })

  it("refuses other zones, other precisions, and moments that no clock shows", () => {
    for (const moment of [
      "2026-09-30",
      "2026-09-30T17:00:00",
      "2026-09-30T17:00:00+07:00",
      "2026-09-30T17:00Z",
      "2026-09-30T17:00:00.0000Z",
      "2026-02-30T00:00:00Z",
      "2026-09-30T24:00:00Z",
      "2026-09-30T23:59:60Z",
      "1899-12-31T23:59:59Z",
      "2200-12-31T17:00:00Z",
      "2569-09-30T17:00:00Z",
      "+012026-01-01T00:00:00Z"
    ])
      assert.isTrue(Result.isFailure(decode(moment)), moment)
    assert.isTrue(Result.isSuccess(decode("2200-12-31T16:59:59.999Z")))
  })

  it("begins a day in Bangkok at 17:00 UTC", () => {
    assert.strictEqual(ThaiDate.bangkokDay(instant("2026-09-30T16:59:59.999Z")), "2026-09-30")
    assert.strictEqual(ThaiDate.bangkokDay(instant("2026-09-30T17:00:00Z")), "2026-10-01")
    assert.strictEqual(ThaiDate.bangkokDay(instant("2026-12-31T17:00:00Z")), "2027-01-01")
    assert.strictEqual(ThaiDate.bangkokDay(instant("2200-12-31T16:59:59.999Z")), ThaiDate.lastDay)
  })

  const bangkok = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Bangkok" })
  const sinceReform = Schema.toType(ThaiDate.Instant).check(Schema.makeFilter((at) => at >= "1921"))
  it.prop(
    "has the day in Bangkok that the time zone database has",
    { at: sinceReform },
    ({ at }) => {
      assert.strictEqual(ThaiDate.bangkokDay(at), bangkok.format(new Date(at)))
      assert.deepEqual(ThaiDate.fromMillis(ThaiDate.toMillis(at)), Option.some(at))
    },
    { arbitrary: { runs: runs(500) } }
  )

  it("has no moment outside its bounds", () => {
    for (const ms of [NaN, Infinity, Date.UTC(1899, 11, 31), Date.UTC(2201, 0, 1), 8.64e15 + 1]) {
      assert.isTrue(Option.isNone(ThaiDate.fromMillis(ms)), String(ms))
    }
  })
})

describe("a date for people", () => {
  it("counts พ.ศ. in Thai and ค.ศ. in English", () => {
    const day = date("2026-10-01")
    assert.strictEqual(ThaiDate.format(day), "1 ตุลาคม พ.ศ. 2569")
    assert.strictEqual(ThaiDate.format(day, "short"), "1 ต.ค. 2569")
    assert.strictEqual(ThaiDate.format(day, "long", "en"), "1 October 2026")
    assert.strictEqual(ThaiDate.format(day, "short", "en"), "1 Oct 2026")
    assert.strictEqual(ThaiDate.buddhistYear(day), 2569)
  })

  it("shows a moment by the clock in Bangkok", () => {
    assert.strictEqual(ThaiDate.formatInstant(instant("2026-09-30T17:05:00Z")), "1 ต.ค. 2569 00:05 น.")
    assert.strictEqual(ThaiDate.formatInstant(instant("2026-09-30T17:05:00Z"), "long", "en"), "1 October 2026 00:05")
  })

  const thai = new Intl.DateTimeFormat("th-TH-u-ca-buddhist-nu-latn", {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric"
  })
  it.prop(
    "has the months and years that Intl has",
    { day: ThaiDate.IsoDate },
    ({ day }) => {
      const named = Object.fromEntries(thai.formatToParts(new Date(day)).map(({ type, value }) => [type, value]))
      return ThaiDate.format(day) === `${named["day"]} ${named["month"]} พ.ศ. ${named["year"]}`
    },
    { arbitrary: { runs: runs(300) } }
  )
})

describe("a typed date", () => {
  it("is read in the ways people type it", () => {
    for (const typed of [
      "1 ต.ค. 2569",
      "1 ตค 2569",
      "1ต.ค.2569",
      "๑ ตุลาคม พ.ศ. ๒๕๖๙",
      "1ตุลาคมพ.ศ.2569",
      "1 ตุลาคม พศ 2569",
      "วันที่ 1 ตุลาคม พ.ศ. 2569",
      "  01   ตุลาคม 2569 ",
      "1/10/2569",
      "01-10-2569",
      "1.10.2569",
      "1 / 10 / 2569",
      "1 ต.ค. ค.ศ. 2026",
      "1/10/2026",
      "1 October 2026",
      "1 OCT 2026",
      "October 1, 2026",
      "1 Oct 2569 BE",
      "2026-10-01",
      "2569-10-01"
    ])
      assert.deepEqual(read(typed), Result.succeed(date("2026-10-01")), typed)
    assert.deepEqual(read("29 ก.พ. 2567"), Result.succeed(date("2024-02-29")))
  })

  it("is refused with the reason", () => {
    const reasons = {
      NotADate: [
        "",
        "ตุลาคม 2569",
        "1 2569",
        "110 2569",
        "1 ต.ค. 69",
        "1/10/69",
        "1 ฮ.ค. 2569",
        "1 พ.ศ. 2569",
        "1 ต.ค. 25699",
        "2569",
        "1".repeat(10_000),
        " ".repeat(100_000)
      ],
      NoSuchDay: ["31/2/2569", "29 ก.พ. 2569", "0/10/2569", "1/13/2569", "32 ต.ค. 2569"],
      YearOutOfReach: ["10/10/3104", "1 ต.ค. 2127", "1/1/1899", "1 ต.ค. พ.ศ. 2026", "1 ต.ค. ค.ศ. 2569", "1/1/2670"]
    }
    for (const [tag, inputs] of Object.entries(reasons)) {
      for (const typed of inputs) {
        const result = read(typed)
        assert.strictEqual(Result.isFailure(result) ? result.failure._tag : "taken", tag, typed.slice(0, 40))
      }
    }
  })

  it("reaches a hundred years after now and no further", () => {
    assert.deepEqual(read("31/12/2126"), Result.succeed(date("2126-12-31")))
    assert.deepEqual(read("31/12/2669"), Result.succeed(date("2126-12-31")))
    const later = instant("2150-01-01T00:00:00Z")
    assert.isTrue(Result.isSuccess(ThaiDate.parse("31/12/2743", later)))
    assert.isTrue(Result.isFailure(ThaiDate.parse("31/12/2744", later)))
  })

  const inReach = ThaiDate.IsoDate.check(Schema.makeFilter((day) => day < "2127"))
  it.prop(
    "reads back every way a day is shown",
    { day: inReach },
    ({ day }) => {
      for (const style of ["short", "long"] as const) {
        for (const language of ["th", "en"] as const) {
          assert.deepEqual(read(ThaiDate.format(day, style, language)), Result.succeed(day))
        }
      }
    },
    { arbitrary: { runs: runs(300) } }
  )

  it.prop(
    "never breaks, whatever is typed",
    { typed: Schema.String },
    ({ typed }) => {
      const result = read(typed)
      return Result.isFailure(result) || Schema.is(ThaiDate.IsoDate)(result.success)
    },
    { arbitrary: { runs: runs(500) } }
  )
})
