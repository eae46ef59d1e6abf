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

type Distance = number | bigint

/** How far two values lie apart, exact: below a thousand million either way a difference is a safe integer. */
const apart = (a: Micro, b: Micro): Distance => {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b)
  const difference = BigInt(a) - BigInt(b)
  return difference < 0n ? -difference : difference
}

/**
 * `of × rise ÷ span` rounded half up, exact: no argument is negative, and `span` is above zero.
 *
 * Plain numbers as long as the product stays a safe integer, else bigint.
 */
const share = (of: Distance, rise: number, span: Distance): number => {
  if (typeof of === "number" && typeof span === "number") {
    const product = of * rise
    if (product <= Number.MAX_SAFE_INTEGER) {
      const whole = Math.floor(product / span)
      const rest = product - whole * span
      return rest >= span - rest ? whole + 1 : whole
    }
  }
  const [a, b] = [BigInt(of) * BigInt(rise), BigInt(span)]
  return Number((2n * a + b) / (2n * b))
}

const onFiveLevels = ({ levels }: FiveLevel, value: Micro): number => {
  const [c1, c2, c3, c4, c5] = levels
  if (c5 > c1) {
    if (value <= c1) return 10_000
    if (value >= c5) return 50_000
    if (value < c2) return 10_000 + share(apart(value, c1), 10_000, apart(c2, c1))
    if (value < c3) return 20_000 + share(apart(value, c2), 10_000, apart(c3, c2))
    if (value < c4) return 30_000 + share(apart(value, c3), 10_000, apart(c4, c3))
    return 40_000 + share(apart(value, c4), 10_000, apart(c5, c4))
  }
  if (value >= c1) return 10_000
  if (value <= c5) return 50_000
  if (value > c2) return 10_000 + share(apart(value, c1), 10_000, apart(c2, c1))
  if (value > c3) return 20_000 + share(apart(value, c2), 10_000, apart(c3, c2))
  if (value > c4) return 30_000 + share(apart(value, c3), 10_000, apart(c4, c3))
  return 40_000 + share(apart(value, c4), 10_000, apart(c5, c4))
}

const onSteps = ({ between }: FiveLevelStep, value: Micro): number =>
  typeof value === "number" &&
  value >= million &&
  value <= 5 * million &&
  (value % million === 0 || between?.includes(value) === true)
    ? share(value, 1, 100)
    : notALevel

const onAnchors = (scale: Anchors, value: Micro): number => {
  const { advanced, base, points, standard } = scale
  const falls = advanced < base
  const reached = (anchor: Micro) => (falls ? value <= anchor : value >= anchor)
  if (reached(advanced)) return points.advanced
  if (reached(standard))
    return points.standard + share(apart(value, standard), points.advanced - points.standard, apart(advanced, standard))
  if (reached(base))
    return points.base + share(apart(value, base), points.standard - points.base, apart(standard, base))
  if (scale.belowBase === "zero") return 0
  // Where less is better, the share is the base over the value: twice the base earns half.
  if (falls) return share(base, points.base, value)
  return value <= 0 ? 0 : share(value, points.base, base)
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
