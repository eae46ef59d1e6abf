import { Effect, Result, Schema } from "effect"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { Decimal, FourDecimals, format, formatFour, type Micro } from "./Decimal.ts"

/**
 * The scale of คำรับรองการปฏิบัติราชการ, 1.0000 to 5.0000: the values that earn levels 1 to 5, with interpolation
 * between neighbours.
 */
export const FiveLevel = Schema.TaggedStruct("FiveLevel", {
  levels: Schema.Tuple([Decimal, Decimal, Decimal, Decimal, Decimal])
})
export type FiveLevel = typeof FiveLevel.Type

/**
 * The step type of the same scale (ระดับความสำเร็จ): what is reported is the level reached.
 *
 * Whole levels, and those between that the indicator's own table names in `between`. `steps` says what each level asks.
 */
export const FiveLevelStep = Schema.TaggedStruct("FiveLevelStep", {
  steps: Schema.optionalKey(Schema.Tuple([LocalizedText, LocalizedText, LocalizedText, LocalizedText, LocalizedText])),
  between: Schema.optionalKey(Schema.Array(Decimal).check(Schema.isMaxLength(40)))
})
export type FiveLevelStep = typeof FiveLevelStep.Type

/** The points that the three anchors earn. They are data: tables with other points than 50, 75, 100 are in print. */
export const AnchorPoints = Schema.Struct({ base: FourDecimals, standard: FourDecimals, advanced: FourDecimals })
export type AnchorPoints = typeof AnchorPoints.Type

/** The scale of มาตรการปรับปรุงประสิทธิภาพในการปฏิบัติราชการ, 0 to 100: linear between base, standard and advanced. */
export const Anchors = Schema.TaggedStruct("Anchors", {
  base: Decimal,
  standard: Decimal,
  advanced: Decimal,
  points: AnchorPoints.pipe(
    Schema.withDecodingDefaultKey(Effect.succeed({ base: "50.0000", standard: "75.0000", advanced: "100.0000" }))
  ),
  /** What a value worse than the base earns: nothing, or the share of the base's points that it reaches of the base. */
  belowBase: Schema.Literals(["zero", "pro-rata"]).pipe(Schema.withDecodingDefaultKey(Effect.succeed("zero" as const)))
})
export type Anchors = typeof Anchors.Type

/** How a value becomes a score, as data that is agreed with the plan. */
export const Scale = Schema.Union([FiveLevel, FiveLevelStep, Anchors]).annotate({ identifier: "Scale" })
export type Scale = typeof Scale.Type

/** `up`: more is better. */
export const Direction = Schema.Literals(["up", "down"])
export type Direction = typeof Direction.Type

/** Two scores may be weighed together only when they are counted over the same range. */
export type ScoreRange = "1-5" | "0-100"

export interface LevelsNotMonotone {
  readonly _tag: "LevelsNotMonotone"
  readonly values: ReadonlyArray<string>
}

export interface PointsNotRising {
  readonly _tag: "PointsNotRising"
  readonly points: ReadonlyArray<string>
}

export interface BaseNotPositive {
  readonly _tag: "BaseNotPositive"
  readonly base: string
}

export interface LevelOutOfScale {
  readonly _tag: "LevelOutOfScale"
  readonly level: string
}

export type ScaleProblem = LevelsNotMonotone | PointsNotRising | BaseNotPositive | LevelOutOfScale

export const rangeOf = (scale: Scale): ScoreRange => (scale._tag === "Anchors" ? "0-100" : "1-5")

/** PER-1: the direction is what the levels say. */
export const directionOf = (scale: Scale): Direction => {
  switch (scale._tag) {
    case "FiveLevel":
      return scale.levels[4] < scale.levels[0] ? "down" : "up"
    case "FiveLevelStep":
      return "up"
    case "Anchors":
      return scale.advanced < scale.base ? "down" : "up"
  }
}

const monotone = (values: ReadonlyArray<Micro>): Result.Result<void, LevelsNotMonotone> => {
  const rising = values.every((value, i) => i === 0 || value > (values[i - 1] ?? value))
  const falling = values.every((value, i) => i === 0 || value < (values[i - 1] ?? value))
  return rising || falling ? Result.void : Result.fail({ _tag: "LevelsNotMonotone", values: values.map(format) })
}

const checkAnchors = (scale: Anchors): Result.Result<void, ScaleProblem> => {
  const { advanced, base, standard } = scale.points
  if (!(0 <= base && base < standard && standard < advanced && advanced <= 1_000_000)) {
    return Result.fail({ _tag: "PointsNotRising", points: [base, standard, advanced].map(formatFour) })
  }
  // A share of the base means nothing where the base is zero or negative.
  if (scale.belowBase === "pro-rata" && scale.base <= 0) {
    return Result.fail({ _tag: "BaseNotPositive", base: format(scale.base) })
  }
  return monotone([scale.base, scale.standard, scale.advanced])
}

const checkStep = (scale: FiveLevelStep): Result.Result<void, ScaleProblem> => {
  const outside = scale.between?.find((level) => level <= 1_000_000 || level >= 5_000_000)
  return outside === undefined ? Result.void : Result.fail({ _tag: "LevelOutOfScale", level: format(outside) })
}

/** PER-1: levels and anchors rise or fall strictly, so that every value has one score. */
export const checkScale = (scale: Scale): Result.Result<void, ScaleProblem> => {
  switch (scale._tag) {
    case "FiveLevel":
      return monotone(scale.levels)
    case "FiveLevelStep":
      return checkStep(scale)
    case "Anchors":
      return checkAnchors(scale)
  }
}
