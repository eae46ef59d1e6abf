import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import { lowest } from "../../src/evaluation/Scale.ts"
import * as Scoring from "../../src/evaluation/Scoring.ts"
import { decimal, formatFour, fourDecimals, Micro, type TenThousandths } from "../../src/plans/Decimal.ts"
import { Indicator, UnreportedPolicy } from "../../src/plans/Indicator.ts"

const id = (n: number) => `01910000-0000-7000-8000-${n.toString().padStart(12, "0")}`
const rising = { _tag: "FiveLevel", levels: ["60", "70", "80", "90", "100"] }
const falling = { _tag: "FiveLevel", levels: ["50", "45", "40", "35", "30"] }
const step = { _tag: "FiveLevelStep" }
const trade = { _tag: "Anchors", base: "98.72", standard: "98.84", advanced: "98.90" }
const indicator = (n: number, weight: number, scale: unknown) =>
  Schema.decodeUnknownSync(Indicator)({
    id: id(n),
    name: { th: `ตัวชี้วัดที่ ${n}` },
    unit: { th: "ร้อยละ" },
    weight,
    scale,
    target: "1"
  })
const results = (...all: ReadonlyArray<readonly [number, string]>) =>
  Schema.decodeUnknownSync(Schema.Array(Scoring.Reported))(all.map(([n, value]) => ({ indicator: id(n), value })))
const deduction = (points: string, n?: number) =>
  Schema.decodeUnknownSync(Scoring.Deduction)({
    points,
    reason: { th: "ส่งรายงานไม่ครบ" },
    ...(n === undefined ? {} : { indicator: id(n) })
  })
const shown = (score: TenThousandths | null) => (score === null ? null : formatFour(score))
const problem = (scored: Result.Result<unknown, Scoring.ScoringProblem>) =>
  Result.isFailure(scored) ? scored.failure._tag : undefined

const plan = [indicator(1, 6_000, rising), indicator(2, 2_500, falling), indicator(3, 1_500, step)]
const values = results([1, "87.5"], [2, "38"], [3, "4"])

describe("score", () => {
  it("PER-1 rounds each score before weighting: 2.2500 + 0.8500 + 0.6000 = 3.7000", () => {
    const scored = Result.getOrThrow(Scoring.score(plan, values))
    assert.deepEqual(
      scored.lines.map(({ score, weighted }) => [shown(score), shown(weighted)]),
      [
        ["3.7500", "2.2500"],
        ["3.4000", "0.8500"],
        ["4.0000", "0.6000"]
      ]
    )
    assert.strictEqual(shown(scored.total), "3.7000")
    assert.strictEqual(shown(scored.final), "3.7000")
    assert.deepEqual(scored.unreported, [])
  })

  it("PER-1 a group of weight 10: self 2.9000; the committee takes off 0.2 per report missed and gives 3.6000", () => {
    const group = [indicator(1, 400, step), indicator(2, 300, step), indicator(3, 300, step)]
    const score = (reported: ReadonlyArray<Scoring.Reported>, deductions: ReadonlyArray<Scoring.Deduction>) =>
      Result.getOrThrow(Scoring.score(group, reported, { weight: 1_000, deductions }))
    const self = score(results([1, "5"], [2, "2"], [3, "1"]), [])
    assert.deepEqual(
      self.lines.map(({ weighted }) => shown(weighted)),
      ["2.0000", "0.6000", "0.3000"]
    )
    assert.strictEqual(shown(self.total), "2.9000")
    const committee = score(results([1, "5"], [2, "2"], [3, "4"]), [deduction("0.2", 1), deduction("0.4", 2)])
    assert.deepEqual(
      committee.lines.slice(0, 2).map(({ earned, score, weighted }) => [earned, score, weighted].map(shown)),
      [
        ["5.0000", "4.8000", "1.9200"],
        ["2.0000", "1.6000", "0.4800"]
      ]
    )
    assert.strictEqual(shown(committee.total), "3.6000")
    const whole = Scoring.score(
      [...group, indicator(4, 9_000, step)],
      results([1, "5"], [2, "2"], [3, "1"], [4, "3"]),
      {
        deductions: [deduction("0.2", 1), deduction("0.4", 2)]
      }
    )
    assert.deepEqual(
      Result.getOrThrow(whole).lines.map(({ weighted }) => shown(weighted)),
      ["0.1920", "0.0480", "0.0300", "2.7000"]
    )
  })

  it("PER-1 Performance Base 70 % and Potential Base 30 %: 70 + 29.94 = 99.94", () => {
    const whole = Scoring.combine([
      { weight: 7_000, score: fourDecimals("100") },
      { weight: 3_000, score: fourDecimals("99.8") }
    ])
    assert.strictEqual(shown(whole), "99.9400")
    assert.isNull(Scoring.combine([]))
  })

  it("PER-1 an unreported indicator is flagged and left out of the total by default, never zero", () => {
    const scored = Result.getOrThrow(Scoring.score(plan, results([1, "87.5"], [3, "4"])))
    assert.deepEqual<ReadonlyArray<string>>(scored.unreported, [id(2)])
    assert.deepEqual(
      [scored.lines[1]?.unreported, scored.lines[1]?.score, scored.lines[1]?.weighted],
      [true, null, null]
    )
    assert.strictEqual(scored.weightCounted, 7_500)
    assert.strictEqual(shown(scored.total), "3.8000")
  })

  it("PER-1 an unreported indicator gets the lowest score where the policy says so, and is still flagged", () => {
    const scored = Result.getOrThrow(Scoring.score(plan, results([1, "87.5"], [3, "4"]), { unreported: "lowest" }))
    assert.deepEqual<ReadonlyArray<string>>(scored.unreported, [id(2)])
    assert.strictEqual(shown(scored.lines[1]?.score ?? null), "1.0000")
    assert.strictEqual(shown(scored.total), "3.1000")
    assert.strictEqual(scored.weightCounted, 10_000)
  })

  it("PER-1 a plan of which nothing is reported has no total", () => {
    const scored = Result.getOrThrow(Scoring.score(plan, []))
    assert.deepEqual([scored.total, scored.final, scored.unreported.length], [null, null, 3])
    assert.strictEqual(problem(Scoring.score(plan, [], { deductions: [deduction("0.1")] })), "DeductionWithoutScore")
    assert.strictEqual(problem(Scoring.score(plan, [], { deductions: [deduction("0.1", 2)] })), "DeductionWithoutScore")
  })

  it("PER-1 a deduction from the total keeps its reason and stops at the lowest score of the scale", () => {
    const final = (...points: ReadonlyArray<string>) => {
      const scored = Result.getOrThrow(Scoring.score(plan, values, { deductions: points.map((p) => deduction(p)) }))
      assert.deepEqual(
        scored.deductions.map(({ reason }) => reason.th),
        points.map(() => "ส่งรายงานไม่ครบ")
      )
      return [shown(scored.total), shown(scored.deducted), shown(scored.final)]
    }
    assert.deepEqual(final("0.2", "0.15"), ["3.7000", "0.3500", "3.3500"])
    assert.deepEqual(final("3"), ["3.7000", "2.7000", "1.0000"])
    assert.throws(() => deduction("0"))
    assert.throws(() => deduction("-1"))
  })

  it("PER-1 refuses what cannot be scored, and says why", () => {
    const one = indicator(1, 10_000, rising)
    assert.strictEqual(problem(Scoring.score([indicator(1, 9_999, rising)], [])), "WeightsDoNotSum")
    assert.strictEqual(problem(Scoring.score([], [])), "WeightsDoNotSum")
    assert.strictEqual(problem(Scoring.score([one], results([2, "1"]))), "IndicatorUnknown")
    assert.strictEqual(problem(Scoring.score([one], [], { deductions: [deduction("1", 2)] })), "IndicatorUnknown")
    assert.strictEqual(problem(Scoring.score([one], results([1, "1"], [1, "2"]))), "ReportedTwice")
    assert.strictEqual(problem(Scoring.score([indicator(1, 10_000, step)], results([1, "2.5"]))), "NotALevel")
    assert.strictEqual(
      problem(Scoring.score([indicator(1, 5_000, rising), indicator(2, 5_000, trade)], [])),
      "ScalesMixed"
    )
    assert.strictEqual(
      problem(Scoring.score([indicator(1, 10_000, { ...rising, levels: ["1", "1", "2", "3", "4"] })], [])),
      "LevelsNotMonotone"
    )
  })

  it("PER-1 scores and totals are four-decimal strings on the wire", () => {
    const scored = Result.getOrThrow(Scoring.score([indicator(1, 10_000, trade)], results([1, "98.78"])))
    const wire = JSON.parse(JSON.stringify(Schema.encodeSync(Scoring.Scored)(scored)))
    assert.deepEqual(
      [wire.total, wire.final, wire.lines[0].score, wire.range],
      ["62.5000", "62.5000", "62.5000", "0-100"]
    )
    assert.deepEqual(Schema.decodeUnknownSync(Scoring.Scored)(wire), scored)
  })

  it("PER-1 self, committee and final scores stand beside each other", () => {
    const scored = Result.getOrThrow(Scoring.score(plan, values))
    const assessment: Scoring.Assessment = { self: scored, committee: { ...scored, final: fourDecimals("3.5") } }
    const wire = Schema.encodeSync(Scoring.Assessment)(assessment)
    assert.deepEqual([wire.self?.final, wire.committee?.final, wire.final], ["3.7000", "3.5000", undefined])
  })

  const Cases = Schema.Array(
    Schema.Struct({
      weight: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 3_333 })),
      value: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 120_000_000 }))),
      falls: Schema.Boolean
    })
  ).check(Schema.isMinLength(1), Schema.isMaxLength(8))

  it.prop(
    "PER-1 the total stays on the scale and between its lowest and highest line",
    { cases: Cases, policy: UnreportedPolicy },
    ({ cases, policy }) => {
      const indicators = cases.map(({ falls, weight }, i) => indicator(i, weight, falls ? falling : rising))
      const reported = cases.flatMap(({ value }, i) =>
        value === undefined ? [] : [{ indicator: indicators[i]!.id, value: Micro.make(value) }]
      )
      const weight = cases.reduce((sum, c) => sum + c.weight, 0)
      const scored = Result.getOrThrow(Scoring.score(indicators, reported, { weight, unreported: policy }))
      const scores = scored.lines.flatMap(({ score }) => (score === null ? [] : [score]))
      assert.strictEqual(scored.unreported.length, cases.length - reported.length)
      assert.strictEqual(scored.total === null, scores.length === 0)
      return scored.total === null || (Math.min(...scores) <= scored.total && scored.total <= Math.max(...scores))
    },
    { arbitrary: { runs: runs(200), seed: 1 } }
  )
})

describe("the lines of a score", () => {
  const Parts = Schema.Array(
    Schema.Struct({
      weight: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10_000 })),
      score: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))
    })
  ).check(Schema.isMinLength(1), Schema.isMaxLength(40))

  it.prop(
    "PER-1 add up to the total as printed, and none is off by a ten-thousandth or more",
    { parts: Parts },
    ({ parts }) => {
      const given = parts.map(({ score, weight }) => ({ weight, score: score as TenThousandths }))
      const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
      const lines = Scoring.portions(given)
      const digits = (written: string) => BigInt(written.replace(".", ""))
      const printed = lines.reduce((sum, line) => sum + digits(formatFour(line)), 0n)
      assert.strictEqual(printed, digits(formatFour(Scoring.combine(given) ?? (-1 as TenThousandths))))
      return lines.every((line, i) => {
        const off = BigInt(line) * BigInt(whole) - BigInt(parts[i]!.score) * BigInt(parts[i]!.weight)
        return -whole < off && off < whole
      })
    },
    { arbitrary: { runs: runs(500), seed: 4 } }
  )

  it("PER-1 three thirds of 1.0000 are 0.3334 + 0.3333 + 0.3333; what is not counted has no part", () => {
    const thirds = [1, 2, 3].map((n) => indicator(n, 1_000, step))
    const lines = (...reported: ReadonlyArray<readonly [number, string]>) => {
      const scored = Result.getOrThrow(Scoring.score(thirds, results(...reported), { weight: 3_000 }))
      return [...scored.lines.map(({ weighted }) => shown(weighted)), shown(scored.total)]
    }
    assert.deepEqual(lines([1, "1"], [2, "1"], [3, "1"]), ["0.3334", "0.3333", "0.3333", "1.0000"])
    assert.deepEqual(lines([1, "5"], [3, "4"]), ["2.5000", null, "2.0000", "4.5000"])
  })
})

describe("scoreMany", () => {
  it("PER-1 gives what score gives for each, and marks what has no score", () => {
    const all = [...plan, indicator(4, 10_000, trade), indicator(5, 100, step), indicator(6, 100, rising)]
    const bulk = Scoring.scoreMany(all, [
      decimal("87.5"),
      decimal("38"),
      decimal("4"),
      decimal("98.78"),
      decimal("2.5"),
      undefined
    ])
    assert.deepEqual([...bulk.scores], [37_500, 34_000, 40_000, 625_000, Scoring.unscored, Scoring.unscored])
    assert.deepEqual([...bulk.weighted], [22_500, 8_500, 6_000, 625_000, Scoring.unscored, Scoring.unscored])
    assert.deepEqual([bulk.notLevels, bulk.unreported], [[4], [5]])
    assert.isTrue(all.every(({ scale }) => lowest(scale) !== Scoring.unscored))
  })
})
