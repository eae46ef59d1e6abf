import { formatFour } from "@phakhi/domain/plans/Decimal"
import { Indicator } from "@phakhi/domain/plans/Indicator"
import { Schema } from "effect"
import { expect, it } from "vitest"
import { isDecimal, scoreOf } from "../../src/evaluations/live.ts"

const ids = [
  "00000000-0000-4000-8000-000000000001",
  "00000000-0000-4000-8000-000000000002",
  "00000000-0000-4000-8000-000000000003"
] as const
const indicator = (id: string, weight: number, scale: unknown) =>
  Schema.decodeUnknownSync(Indicator)({ id, name: { th: "ตัวชี้วัด" }, unit: { th: "ร้อยละ" }, weight, scale, target: "90" })

const indicators = [
  indicator(ids[0], 6000, { _tag: "FiveLevel", levels: ["60", "70", "80", "90", "100"] }),
  indicator(ids[1], 2500, { _tag: "FiveLevel", levels: ["50", "45", "40", "35", "30"] }),
  indicator(ids[2], 1500, { _tag: "FiveLevelStep" })
]
const plan = { indicators }

it("PER-1 the score on the screen is the domain's, while one types", () => {
  const scored = scoreOf(plan, [
    { indicator: ids[0], value: "87.5" },
    { indicator: ids[1], value: "๓๘" },
    { indicator: ids[2], value: "4" }
  ])
  expect(scored?.lines.map(({ score }) => (score === null ? null : formatFour(score)))).toEqual([
    "3.7500",
    "3.4000",
    "4.0000"
  ])
  expect(scored?.final == null ? null : formatFour(scored.final)).toBe("3.7000")
})

it("PER-1 what is not a number yet counts as unreported, never as zero", () => {
  const scored = scoreOf(plan, [
    { indicator: ids[0], value: "87.5" },
    { indicator: ids[1], value: "3e" }
  ])
  expect(scored?.unreported).toEqual([ids[1], ids[2]])
  expect(scored?.weightCounted).toBe(6000)
  const strict = scoreOf({ indicators, unreported: "lowest" }, [{ indicator: ids[0], value: "87.5" }])
  expect(strict?.weightCounted).toBe(10_000)
  expect(isDecimal("3e")).toBe(false)
  expect(isDecimal("1,234.5")).toBe(true)
})

it("PER-1 a result of more than nine digits is taken as it is typed, up to fifteen", () => {
  const people = { _tag: "FiveLevel", levels: ["0", "3000000000", "6000000000", "9000000000", "12345678901"] }
  const scored = scoreOf({ indicators: [indicator(ids[0], 10_000, people)] }, [
    { indicator: ids[0], value: "๑๐,๖๗๒,๘๓๙,๔๕๐.๕" }
  ])
  expect(scored?.final == null ? null : formatFour(scored.final)).toBe("4.5000")
  expect(isDecimal("12,345,678,901")).toBe(true)
  expect(isDecimal("1,234,567,890,123,456")).toBe(false)
})
