import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import { lowest, scoreOn } from "../../src/evaluation/Scale.ts"
import { Decimal, formatFour, Micro } from "../../src/plans/Decimal.ts"
import { Scale } from "../../src/plans/Scale.ts"

const scale = Schema.decodeUnknownSync(Scale)
const value = Schema.decodeSync(Decimal)
const five = (...levels: ReadonlyArray<string>) => scale({ _tag: "FiveLevel", levels })
const anchors = (base: string, standard: string, advanced: string, more: object = {}) =>
  scale({ _tag: "Anchors", base, standard, advanced, ...more })
const scored = (on: Scale, written: string) => {
  const result = scoreOn(on, value(written))
  return Result.isSuccess(result) ? formatFour(result.success) : result.failure._tag
}

/** Millionths of any size as a decimal. */
const writeMicro = (units: number): string => {
  const digits = BigInt(Math.abs(units)).toString().padStart(7, "0")
  return `${units < 0 ? "-" : ""}${digits.slice(0, -6)}.${digits.slice(-6)}`
}

/** The wording of the rule as an exact fraction, counted independently of the code under test. */
const byTheRule = (levels: ReadonlyArray<number | bigint>, x: number | bigint): bigint => {
  const c = levels.map(BigInt)
  const at = (i: number): bigint => c[i] ?? 0n
  const up = at(4) > at(0)
  const reached = (i: number) => (up ? BigInt(x) >= at(i) : BigInt(x) <= at(i))
  if (!reached(0)) return 10_000n
  if (reached(4)) return 50_000n
  const k = [3, 2, 1, 0].find(reached) ?? 0
  const [part, whole] = [BigInt(x) - at(k), at(k + 1) - at(k)].map((n) => (n < 0n ? -n : n)) as [bigint, bigint]
  return BigInt(k + 1) * 10_000n + (part * 20_000n + whole) / (whole * 2n)
}

describe("FiveLevel", () => {
  const rising = five("60", "70", "80", "90", "100")
  const falling = five("50", "45", "40", "35", "30")

  it("PER-1 interpolates between two levels, rising and falling", () => {
    assert.strictEqual(scored(rising, "87.5"), "3.7500")
    assert.strictEqual(scored(falling, "38"), "3.4000")
    assert.deepEqual(
      ["60", "70", "80", "90", "100"].map((x) => scored(rising, x)),
      ["1.0000", "2.0000", "3.0000", "4.0000", "5.0000"]
    )
    assert.deepEqual(
      ["50", "45", "40", "35", "30"].map((x) => scored(falling, x)),
      ["1.0000", "2.0000", "3.0000", "4.0000", "5.0000"]
    )
  })

  it("PER-1 gives 1.0000, never zero, at or beyond the first level and 5.0000 at or beyond the last", () => {
    assert.deepEqual(
      ["59.999999", "0", "-5"].map((x) => scored(rising, x)),
      ["1.0000", "1.0000", "1.0000"]
    )
    assert.deepEqual(
      ["100.000001", "999999999"].map((x) => scored(rising, x)),
      ["5.0000", "5.0000"]
    )
    assert.deepEqual(
      ["50.1", "30", "29", "-1"].map((x) => scored(falling, x)),
      ["1.0000", "5.0000", "5.0000", "5.0000"]
    )
  })

  it("PER-1 rounds to four decimals half up", () => {
    const thirds = five("0", "3", "6", "9", "12")
    assert.strictEqual(scored(thirds, "1"), "1.3333")
    assert.strictEqual(scored(thirds, "2"), "1.6667")
    const halves = five("0", "2", "4", "6", "8")
    assert.strictEqual(scored(halves, "0.0001"), "1.0001")
    assert.strictEqual(scored(halves, "0.000099"), "1.0000")
    assert.strictEqual(scored(five("8", "6", "4", "2", "0"), "7.9999"), "1.0001")
  })

  it("PER-1 refuses equal levels instead of dividing by nothing", () => {
    assert.strictEqual(scored(five("60", "70", "70", "90", "100"), "70"), "LevelsNotMonotone")
  })

  it("PER-1 stays exact where the levels lie far apart", () => {
    const wide = five("-999999999", "-500000000", "0.000001", "499999999.999999", "999999999.999999")
    for (const x of ["-750000000.123456", "-0.000001", "123456789.654321", "999999999.999998"]) {
      const levels = wide._tag === "FiveLevel" ? wide.levels : []
      assert.strictEqual(Result.getOrThrow(scoreOn(wide, value(x))), Number(byTheRule(levels, value(x))))
    }
  })

  it("PER-1 scores 12,345,678,901 baht or people exactly, beside small levels and as the last digit decides", () => {
    const people = five("0", "3000000000", "6000000000", "9000000000", "12345678901")
    assert.strictEqual(scored(people, "12345678901"), "5.0000")
    assert.strictEqual(scored(people, "12345678900.999999"), "5.0000")
    assert.strictEqual(scored(people, "10672839450.5"), "4.5000")
    assert.strictEqual(scored(people, "10672672166.55495"), "4.5000")
    assert.strictEqual(scored(people, "10672672166.554949"), "4.4999")
    const falling = five("999999999999999.999999", "5000000000", "1000000000", "1000", "0.000001")
    for (const x of ["999999999999999", "123456789012345.678901", "4999999999.999999", "1000.5", "0.000002", "-1"]) {
      const levels = falling._tag === "FiveLevel" ? falling.levels : []
      assert.strictEqual(Result.getOrThrow(scoreOn(falling, value(x))), Number(byTheRule(levels, value(x))))
    }
    const budget = anchors("10000000000", "11000000000", "12345678901", { belowBase: "pro-rata" })
    assert.deepEqual(
      ["5000000000", "10500000000", "12345678901"].map((x) => scored(budget, x)),
      ["25.0000", "62.5000", "100.0000"]
    )
    assert.strictEqual(scored(anchors("10", "5", "1", { belowBase: "pro-rata" }), "20000000000"), "0.0000")
    assert.strictEqual(scored(scale({ _tag: "FiveLevelStep" }), "20000000000"), "NotALevel")
  })

  it("PER-1 refuses levels of more than nine digits that do not rise or fall", () => {
    const levels = ["1", "12345678901", "12345678901", "12345678902", "12345678903"]
    assert.strictEqual(scored(five(...levels), "5"), "LevelsNotMonotone")
  })

  // Some levels are plain numbers, some bigints, so that every pair of forms is scored.
  const step = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 900_000_000_000_000 }))
  const Levels = Schema.Struct({
    from: Schema.Int.check(Schema.isBetween({ minimum: -1_000_000_000, maximum: 1_000_000_000 })),
    gaps: Schema.Tuple([step, step, step, step]),
    up: Schema.Boolean,
    at: Schema.Int.check(Schema.isBetween({ minimum: -100, maximum: 1_100 })),
    further: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000_000 }))
  })
  const build = ({ at, from, further, gaps, up }: typeof Levels.Type) => {
    const sign = up ? 1 : -1
    const levels = [from]
    for (const gap of gaps) levels.push((levels.at(-1) ?? 0) + sign * gap)
    const span = (levels.at(-1) ?? 0) - from
    const x = from + Math.trunc((span / 1_000) * at)
    const micro = (n: number) => value(writeMicro(n))
    const on: Scale = {
      _tag: "FiveLevel",
      levels: levels.map(micro) as unknown as readonly [Micro, Micro, Micro, Micro, Micro]
    }
    return { on, levels, x: micro(x), better: micro(x + sign * further) }
  }

  it.prop(
    "PER-1 is the rule's fraction, rounded once",
    { input: Levels },
    ({ input }) => {
      const { levels, on, x } = build(input)
      assert.strictEqual(Result.getOrThrow(scoreOn(on, x)), Number(byTheRule(levels, x)))
    },
    { arbitrary: { runs: runs(500), seed: 1 } }
  )

  it.prop(
    "PER-1 never scores a better value lower",
    { input: Levels },
    ({ input }) => {
      const { better, on, x } = build(input)
      return Result.getOrThrow(scoreOn(on, better)) >= Result.getOrThrow(scoreOn(on, x))
    },
    { arbitrary: { runs: runs(500), seed: 2 } }
  )
})

describe("FiveLevelStep", () => {
  it("PER-1 takes whole levels, and those between that the table names", () => {
    const steps = scale({ _tag: "FiveLevelStep" })
    assert.deepEqual(
      ["1", "2", "3", "4", "5"].map((x) => scored(steps, x)),
      ["1.0000", "2.0000", "3.0000", "4.0000", "5.0000"]
    )
    for (const x of ["0", "0.5", "2.5", "5.5", "6", "-1"]) assert.strictEqual(scored(steps, x), "NotALevel", x)
    const halves = scale({ _tag: "FiveLevelStep", between: ["2.5"] })
    assert.strictEqual(scored(halves, "2.5"), "2.5000")
    assert.strictEqual(scored(halves, "3.5"), "NotALevel")
  })
})

describe("Anchors", () => {
  const trade = anchors("98.72", "98.84", "98.90")

  it("PER-1 gives 100 at or beyond advanced", () => {
    assert.strictEqual(scored(trade, "98.94"), "100.0000")
    assert.strictEqual(scored(trade, "98.90"), "100.0000")
    assert.strictEqual(scored(anchors("1150.40", "1202.17", "1256.27"), "1259.86"), "100.0000")
  })

  it("PER-1 is linear between the anchors", () => {
    assert.strictEqual(scored(trade, "98.78"), "62.5000")
    assert.strictEqual(scored(trade, "98.72"), "50.0000")
    assert.strictEqual(scored(trade, "98.84"), "75.0000")
    assert.strictEqual(scored(trade, "98.87"), "87.5000")
  })

  it("PER-1 takes the points of the anchors from the table: a standard of 70", () => {
    const points = { base: "50", standard: "70", advanced: "100" }
    assert.strictEqual(scored(anchors("98.72", "98.84", "98.90", { points }), "98.78"), "60.0000")
    assert.strictEqual(scored(anchors("98.72", "98.84", "98.90", { points }), "98.87"), "85.0000")
  })

  it("PER-1 below the base gives zero or a share of the base's points, as the policy says", () => {
    assert.strictEqual(scored(anchors("60", "70", "80"), "59.999999"), "0.0000")
    const share = anchors("60", "70", "80", { belowBase: "pro-rata" })
    assert.deepEqual(
      ["60", "30", "45", "0", "-10"].map((x) => scored(share, x)),
      ["50.0000", "25.0000", "37.5000", "0.0000", "0.0000"]
    )
  })

  it("PER-1 works with anchors that fall", () => {
    const falling = anchors("40", "20", "10")
    assert.deepEqual(
      ["40", "30", "20", "15", "10", "0", "41"].map((x) => scored(falling, x)),
      ["50.0000", "62.5000", "75.0000", "87.5000", "100.0000", "100.0000", "0.0000"]
    )
    const share = anchors("40", "20", "10", { belowBase: "pro-rata" })
    assert.deepEqual(
      ["40", "80", "160"].map((x) => scored(share, x)),
      ["50.0000", "25.0000", "12.5000"]
    )
  })

  it("PER-1 refuses equal anchors", () => {
    assert.strictEqual(scored(anchors("98.72", "98.84", "98.84"), "98.84"), "LevelsNotMonotone")
  })

  it.prop(
    "PER-1 stays between 0 and 100 and never scores a better value lower",
    {
      from: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 50_000_000_000 })),
      gaps: Schema.Tuple(
        [1, 2].map(() => Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 20_000_000_000 }))) as [
          Schema.Int,
          Schema.Int
        ]
      ),
      belowBase: Schema.Literals(["zero", "pro-rata"]),
      values: Schema.Tuple([
        Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 99_000_000_000 })),
        Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 99_000_000_000 }))
      ]),
      up: Schema.Boolean
    },
    ({ belowBase, from, gaps, up, values }) => {
      const rising = [from, from + gaps[0], from + gaps[0] + gaps[1]].map((n) => Micro.make(n)) as [Micro, Micro, Micro]
      const [base, standard, advanced] = up ? rising : (rising.toReversed() as [Micro, Micro, Micro])
      const on = { ...trade, _tag: "Anchors", base, standard, advanced, belowBase } as Scale
      const ordered = values.toSorted((a, b) => (up ? a - b : b - a))
      const [worse = -1, better = -1] = ordered.map((n) => Result.getOrThrow(scoreOn(on, Micro.make(n))))
      return 0 <= worse && worse <= better && better <= 1_000_000
    },
    { arbitrary: { runs: runs(500), seed: 3 } }
  )

  it("PER-1 the lowest score of a scale is 1.0000 or 0.0000", () => {
    assert.strictEqual(lowest(five("1", "2", "3", "4", "5")), 10_000)
    assert.strictEqual(lowest(trade), 0)
  })
})
