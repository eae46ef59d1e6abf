import { Result, Schema } from "effect"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { Decimal, formatUnits, type Micro } from "./Decimal.ts"
import { checkScale, Direction, directionOf, Scale, type ScaleProblem } from "./Scale.ts"

export const IndicatorId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("IndicatorId"))
export type IndicatorId = typeof IndicatorId.Type

/** A share of the plan in hundredths of a percent, 1 to 10,000. */
export const Weight = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 10_000 }))
  .annotate({ identifier: "Weight" })
  .pipe(Schema.brand("Weight"))
export type Weight = typeof Weight.Type

/** The weights of a whole plan. */
export const wholePlan = 10_000

/** PER-1: what an indicator that nothing is reported for does to the total; agreed with the plan, and flagged either way. */
export const UnreportedPolicy = Schema.Literals(["exclude", "lowest"])
export type UnreportedPolicy = typeof UnreportedPolicy.Type

/** A KPI of the plan (COL-6, COL-8): what is measured, how much it counts, and how a value is scored. */
export const Indicator = Schema.Struct({
  id: IndicatorId,
  name: LocalizedText,
  unit: LocalizedText,
  weight: Weight,
  scale: Scale,
  /** Follows from the scale; whoever states it as well must agree with it. */
  direction: Schema.optionalKey(Direction),
  target: Decimal,
  baseline: Schema.optionalKey(Decimal)
}).annotate({ identifier: "Indicator", expectedThai: "ตัวชี้วัด" })
export type Indicator = typeof Indicator.Type

/** How much a value is short of the target, or over it where less is better, as a decimal; none where it is reached. */
export const leftToTarget = (
  { scale, target }: Pick<Indicator, "scale" | "target">,
  value: Micro
): string | undefined => {
  const left = directionOf(scale) === "down" ? BigInt(value) - BigInt(target) : BigInt(target) - BigInt(value)
  return left <= 0n ? undefined : formatUnits(left)
}

export interface DirectionDisagrees {
  readonly _tag: "DirectionDisagrees"
  readonly indicator: IndicatorId
  readonly declared: Direction
  readonly derived: Direction
}

export interface IndicatorTwice {
  readonly _tag: "IndicatorTwice"
  readonly indicator: IndicatorId
}

export interface WeightsDoNotSum {
  readonly _tag: "WeightsDoNotSum"
  readonly sum: number
  readonly expected: number
}

export type IndicatorProblem = DirectionDisagrees | (ScaleProblem & { readonly indicator: IndicatorId })
export type PlanProblem = IndicatorProblem | IndicatorTwice | WeightsDoNotSum

/** PER-1: the scale is sound, and a declared direction is the one that the scale has. */
export const checkIndicator = (indicator: Indicator): Result.Result<Indicator, IndicatorProblem> => {
  const sound = checkScale(indicator.scale)
  if (Result.isFailure(sound)) return Result.fail({ ...sound.failure, indicator: indicator.id })
  const derived = directionOf(indicator.scale)
  if (indicator.direction !== undefined && indicator.direction !== derived) {
    return Result.fail({ _tag: "DirectionDisagrees", indicator: indicator.id, declared: indicator.direction, derived })
  }
  return Result.succeed(indicator)
}

/** The weights sum to the whole, 10,000 unless they are those of a group inside a plan. */
export const checkWeights = (
  indicators: ReadonlyArray<{ readonly weight: Weight }>,
  expected: number = wholePlan
): Result.Result<void, WeightsDoNotSum> => {
  const sum = indicators.reduce((total, { weight }) => total + weight, 0)
  return sum === expected ? Result.void : Result.fail({ _tag: "WeightsDoNotSum", sum, expected })
}

/** Every indicator is sound, none is listed twice, and together they weigh the whole. Reports the first problem. */
export const checkPlan = (
  indicators: ReadonlyArray<Indicator>,
  expected: number = wholePlan
): Result.Result<ReadonlyArray<Indicator>, PlanProblem> => {
  const seen = new Set<IndicatorId>()
  for (const indicator of indicators) {
    if (seen.has(indicator.id)) return Result.fail({ _tag: "IndicatorTwice", indicator: indicator.id })
    seen.add(indicator.id)
    const sound = checkIndicator(indicator)
    if (Result.isFailure(sound)) return Result.fail(sound.failure)
  }
  return Result.map(checkWeights(indicators, expected), () => indicators)
}
