import { Result } from "effect"
import { format, type Micro, type TenThousandths } from "../plans/Decimal.ts"
import {
  type Anchors,
  checkScale,
  type FiveLevel,
  type FiveLevelStep,
  type Scale,
  type ScaleProblem
} from "../plans/Scale.ts"

export interface NotALevel {
  readonly _tag: "NotALevel"
  readonly value: string
}

/** What `scoreUnits` gives for a value that a step type does not know. */
export const notALevel = -1

const million = 1_000_000

/**
 * `of × rise ÷ span` rounded half up, exact: no argument is negative, and `span` is above zero.
 *
 * Plain numbers as long as the product stays a safe integer, else bigint.
 */
const share = (of: number, rise: number, span: number): number => {
  const product = of * rise
  if (product <= Number.MAX_SAFE_INTEGER) {
    const whole = Math.floor(product / span)
    const rest = product - whole * span
    return rest >= span - rest ? whole + 1 : whole
  }
  const [a, b] = [BigInt(of) * BigInt(rise), BigInt(span)]
  return Number((2n * a + b) / (2n * b))
}

const onFiveLevels = ({ levels }: FiveLevel, value: number): number => {
  const sign = levels[4] < levels[0] ? -1 : 1
  const x = sign * value
  if (x <= sign * levels[0]) return 10_000
  if (x >= sign * levels[4]) return 50_000
  const k = x < sign * levels[2] ? (x < sign * levels[1] ? 0 : 1) : x < sign * levels[3] ? 2 : 3
  const from = sign * levels[k]
  return (k + 1) * 10_000 + share(x - from, 10_000, sign * levels[(k + 1) as 1 | 2 | 3 | 4] - from)
}

const onSteps = ({ between }: FiveLevelStep, value: Micro): number =>
  value >= million && value <= 5 * million && (value % million === 0 || between?.includes(value) === true)
    ? share(value, 1, 100)
    : notALevel

const onAnchors = (scale: Anchors, value: number): number => {
  const { points } = scale
  const sign = scale.advanced < scale.base ? -1 : 1
  const x = sign * value
  const standard = sign * scale.standard
  const base = sign * scale.base
  if (x >= sign * scale.advanced) return points.advanced
  if (x >= standard)
    return points.standard + share(x - standard, points.advanced - points.standard, sign * scale.advanced - standard)
  if (x >= base) return points.base + share(x - base, points.standard - points.base, standard - base)
  if (scale.belowBase === "zero") return 0
  // Where less is better, the share is the base over the value: twice the base earns half.
  if (sign === -1) return share(scale.base, points.base, value)
  return value <= 0 ? 0 : share(value, points.base, scale.base)
}

/**
 * The score in ten-thousandths on a scale that `checkScale` accepts, or `notALevel`.
 *
 * PER-1: at or beyond the first level 1.0000, never zero; at or beyond the last 5.0000; between two levels
 * `k + (x - c[k]) / (c[k+1] - c[k])`; rounded half up to four decimals here, before anything is weighted.
 */
export const scoreUnits = (scale: Scale, value: Micro): number => {
  switch (scale._tag) {
    case "FiveLevel":
      return onFiveLevels(scale, value)
    case "FiveLevelStep":
      return onSteps(scale, value)
    case "Anchors":
      return onAnchors(scale, value)
  }
}

/** The score of a value on a scale, or why it has none. */
export const scoreOn = (scale: Scale, value: Micro): Result.Result<TenThousandths, ScaleProblem | NotALevel> => {
  const sound = checkScale(scale)
  if (Result.isFailure(sound)) return Result.fail(sound.failure)
  const units = scoreUnits(scale, value)
  return units === notALevel
    ? Result.fail({ _tag: "NotALevel", value: format(value) })
    : Result.succeed(units as TenThousandths)
}

/** The highest score that a scale gives: 5.0000, or what its last anchor earns. */
export const highest = (scale: Scale): TenThousandths =>
  (scale._tag === "Anchors" ? scale.points.advanced : 50_000) as TenThousandths

/** The lowest score that a scale gives: 1.0000 or 0.0000. */
export const lowest = (scale: Scale): TenThousandths => (scale._tag === "Anchors" ? 0 : 10_000) as TenThousandths
