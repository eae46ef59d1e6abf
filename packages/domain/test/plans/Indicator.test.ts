import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import { decimal } from "../../src/plans/Decimal.ts"
import { checkIndicator, checkPlan, checkWeights, Indicator, leftToTarget, Weight } from "../../src/plans/Indicator.ts"
import { directionOf, Scale } from "../../src/plans/Scale.ts"

const ids = ["01910000-0000-7000-8000-000000000001", "01910000-0000-7000-8000-000000000002"] as const
const decode = Schema.decodeUnknownSync(Indicator)

const wire = (scale: unknown, more: object = {}) => ({
  id: ids[0],
  name: { th: "ร้อยละของเด็กที่มีพัฒนาการสมวัย" },
  unit: { th: "ร้อยละ", en: "percent" },
  weight: 10_000,
  scale,
  target: "90",
  ...more
})
const five = (...levels: ReadonlyArray<string>) => ({ _tag: "FiveLevel", levels })
const anchors = (base: string, standard: string, advanced: string, more: object = {}) => ({
  _tag: "Anchors",
  base,
  standard,
  advanced,
  ...more
})
const problem = (input: unknown) => {
  const checked = checkIndicator(decode(input))
  return Result.isFailure(checked) ? checked.failure : undefined
}

describe("Indicator", () => {
  it("PER-1 says what is missing to the target, or over it where less is better, exactly, and nothing once reached", () => {
    const rising = decode(wire(five("60", "70", "80", "90", "100")))
    const falling = decode(wire(five("110", "105", "100", "90", "80")))
    assert.strictEqual(leftToTarget(rising, decimal("89.9")), "0.1")
    assert.strictEqual(leftToTarget(rising, decimal("90")), undefined)
    assert.strictEqual(leftToTarget(falling, decimal("100.5")), "10.5")
    assert.strictEqual(leftToTarget(falling, decimal("12")), undefined)
    assert.strictEqual(leftToTarget(rising, decimal("-999999999999999.999999")), "1000000000000089.999999")
  })

  it("PER-1 derives the direction from the levels", () => {
    assert.strictEqual(directionOf(decode(wire(five("60", "70", "80", "90", "100"))).scale), "up")
    assert.strictEqual(directionOf(decode(wire(five("50", "45", "40", "35", "30"))).scale), "down")
    assert.strictEqual(directionOf(decode(wire(anchors("3", "2", "1"))).scale), "down")
    assert.strictEqual(directionOf(decode(wire({ _tag: "FiveLevelStep" })).scale), "up")
  })

  it("PER-1 refuses a declared direction that disagrees with the levels, and accepts one that agrees", () => {
    const falling = five("50", "45", "40", "35", "30")
    assert.deepEqual(problem(wire(falling, { direction: "up" })), {
      _tag: "DirectionDisagrees",
      indicator: decode(wire(falling)).id,
      declared: "up",
      derived: "down"
    })
    assert.isUndefined(problem(wire(falling, { direction: "down" })))
    assert.isUndefined(problem(wire(falling)))
  })

  it("PER-1 refuses equal levels and anchors, and levels that turn back", () => {
    for (const scale of [
      five("60", "70", "70", "90", "100"),
      five("60", "70", "65", "90", "100"),
      five("1", "1", "1", "1", "1"),
      five("100", "90", "80", "85", "60"),
      anchors("98.72", "98.72", "98.90"),
      anchors("98.72", "98.84", "98.84"),
      anchors("1", "3", "2")
    ])
      assert.strictEqual(problem(wire(scale))?._tag, "LevelsNotMonotone", JSON.stringify(scale))
  })

  it("PER-1 reads the points of the anchors as data, 50, 75 and 100 where none are given", () => {
    const plain = decode(wire(anchors("98.72", "98.84", "98.90"))).scale
    assert.deepEqual(Schema.encodeSync(Scale)(plain), {
      ...anchors("98.72", "98.84", "98.9"),
      _tag: "Anchors",
      points: { base: "50.0000", standard: "75.0000", advanced: "100.0000" },
      belowBase: "zero"
    } as never)
    const rising = { base: "50", standard: "70", advanced: "100" }
    assert.isUndefined(problem(wire(anchors("1", "2", "3", { points: rising }))))
    for (const points of [
      { ...rising, standard: "50" },
      { ...rising, base: "80" },
      { ...rising, advanced: "100.0001" },
      { ...rising, base: "-1" }
    ]) {
      assert.strictEqual(problem(wire(anchors("1", "2", "3", { points })))?._tag, "PointsNotRising")
    }
  })

  it("PER-1 refuses a pro-rata policy where the base is not positive", () => {
    assert.strictEqual(problem(wire(anchors("0", "2", "3", { belowBase: "pro-rata" })))?._tag, "BaseNotPositive")
    assert.isUndefined(problem(wire(anchors("0", "2", "3", { belowBase: "zero" }))))
  })

  it("PER-1 refuses an intermediate step outside the five levels", () => {
    assert.strictEqual(problem(wire({ _tag: "FiveLevelStep", between: ["5.5"] }))?._tag, "LevelOutOfScale")
    assert.isUndefined(problem(wire({ _tag: "FiveLevelStep", between: ["2.5"] })))
  })

  it("COL-6 takes weights only when they sum to the whole", () => {
    const weights = (...all: ReadonlyArray<number>) =>
      checkWeights(all.map((weight) => ({ weight: Weight.make(weight) })))
    assert.isTrue(Result.isSuccess(weights(6_000, 2_500, 1_500)))
    assert.deepEqual(Result.merge(weights(6_000, 2_500, 1_499)), {
      _tag: "WeightsDoNotSum",
      sum: 9_999,
      expected: 10_000
    })
    assert.deepEqual(Result.merge(weights()), { _tag: "WeightsDoNotSum", sum: 0, expected: 10_000 })
  })

  it("COL-6 refuses the same indicator twice", () => {
    const one = decode(wire(five("60", "70", "80", "90", "100"), { weight: 5_000 }))
    assert.deepEqual(Result.merge(checkPlan([one, one])), { _tag: "IndicatorTwice", indicator: one.id })
    const two = decode(wire(five("50", "45", "40", "35", "30"), { weight: 5_000, id: ids[1] }))
    assert.isTrue(Result.isSuccess(checkPlan([one, two])))
  })

  it.prop(
    "PER-1 writes every indicator so that it reads back the same",
    { indicator: Indicator },
    ({ indicator }) => {
      assert.deepEqual(decode(JSON.parse(JSON.stringify(Schema.encodeSync(Indicator)(indicator)))), indicator)
    },
    { arbitrary: { runs: runs(100), seed: 1 } }
  )

  it("has a JSON Schema with the decimals as patterned strings", () => {
    const { definitions } = Schema.toJsonSchemaDocument(Indicator)
    const { Decimal } = definitions
    assert.isDefined(definitions["Scale"])
    assert.strictEqual(Decimal?.["type"], "string")
    assert.include(JSON.stringify(Decimal), "[1-9][0-9]{0,14}")
  })
})
