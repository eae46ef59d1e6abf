import { Result, Schema } from "effect"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { Decimal, FourDecimals, format, type Micro, type TenThousandths } from "../plans/Decimal.ts"
import {
  checkPlan,
  type Indicator,
  IndicatorId,
  type PlanProblem,
  UnreportedPolicy,
  Weight,
  wholePlan
} from "../plans/Indicator.ts"
import { rangeOf, type ScoreRange } from "../plans/Scale.ts"
import { lowest, type NotALevel, notALevel, scoreUnits } from "./Scale.ts"

/** The value that someone reports for an indicator. An indicator without one is unreported. */
export const Reported = Schema.Struct({ indicator: IndicatorId, value: Decimal }).annotate({
  identifier: "Reported",
  expectedThai: "ผลตามตัวชี้วัด"
})
export type Reported = typeof Reported.Type

/** Points taken off, with the reason: from one indicator's score before weighting, or from the total. */
export const Deduction = Schema.Struct({
  points: FourDecimals.check(Schema.isGreaterThan(0)),
  reason: LocalizedText,
  indicator: Schema.optionalKey(IndicatorId)
}).annotate({ identifier: "Deduction", expectedThai: "รายการหักคะแนน" })
export type Deduction = typeof Deduction.Type

export const Line = Schema.Struct({
  indicator: IndicatorId,
  weight: Weight,
  unreported: Schema.Boolean,
  /** By the scale alone; null where nothing is reported and the policy leaves it out. */
  earned: Schema.NullOr(FourDecimals),
  deducted: FourDecimals,
  /** What is weighted: earned less deducted, never below the scale. */
  score: Schema.NullOr(FourDecimals),
  /** The line's part of the total; the parts of all lines add up to it. */
  weighted: Schema.NullOr(FourDecimals)
}).annotate({ identifier: "ScoreLine" })
export type Line = typeof Line.Type

export const Scored = Schema.Struct({
  range: Schema.Literals(["1-5", "0-100"]),
  policy: UnreportedPolicy,
  lines: Schema.Array(Line),
  unreported: Schema.Array(IndicatorId),
  /** The weight that the total rests on. */
  weightCounted: Schema.Int,
  /** Null where nothing counts. */
  total: Schema.NullOr(FourDecimals),
  deducted: FourDecimals,
  deductions: Schema.Array(Deduction),
  final: Schema.NullOr(FourDecimals)
}).annotate({ identifier: "Scored" })
export type Scored = typeof Scored.Type

/** Three scores of one evaluation, each kept as it was given: the partner's own, the committee's, the final one. */
export const Assessment = Schema.Struct({
  self: Schema.optionalKey(Scored),
  committee: Schema.optionalKey(Scored),
  final: Schema.optionalKey(Scored)
}).annotate({ identifier: "Assessment" })
export type Assessment = typeof Assessment.Type
export type Assessor = keyof Assessment

export interface ScalesMixed {
  readonly _tag: "ScalesMixed"
  readonly indicator: IndicatorId
  readonly range: ScoreRange
  readonly expected: ScoreRange
}

export interface ReportedTwice {
  readonly _tag: "ReportedTwice"
  readonly indicator: IndicatorId
}

export interface IndicatorUnknown {
  readonly _tag: "IndicatorUnknown"
  readonly indicator: IndicatorId
}

export interface DeductionWithoutScore {
  readonly _tag: "DeductionWithoutScore"
  readonly indicator: IndicatorId | null
}

export type ScoringProblem =
  | PlanProblem
  | ScalesMixed
  | ReportedTwice
  | IndicatorUnknown
  | DeductionWithoutScore
  | (NotALevel & { readonly indicator: IndicatorId })

export interface Options {
  /** Default `exclude`. */
  readonly unreported?: UnreportedPolicy
  readonly deductions?: ReadonlyArray<Deduction>
  /** What the weights sum to: the whole plan, or the weight of the group that is scored. */
  readonly weight?: number
}

/** `total ÷ weight` rounded half up. Safe: a product of score and weight is at most 10^10. */
const divide = (total: number, weight: number): number => Math.floor((2 * total + weight) / (2 * weight))

interface Weighed {
  readonly weight: number
  readonly score: TenThousandths
}

/**
 * Σ(W×S) ÷ ΣW to four decimals: scores of indicators into a group, of groups or of Performance Base and Potential Base
 * into a whole. Null where nothing weighs.
 *
 * The total is rounded once, from the exact sum, so it stays within the scale.
 */
export const combine = (parts: ReadonlyArray<Weighed>): TenThousandths | null => {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0)
  return weight === 0
    ? null
    : (divide(
        parts.reduce((sum, part) => sum + part.score * part.weight, 0),
        weight
      ) as TenThousandths)
}

/**
 * W×S ÷ ΣW of each to four decimals, so rounded that they add up to what `combine` gives.
 *
 * All are rounded down; what is then missing goes, a ten-thousandth each, to those that lost most, the earlier first.
 */
export const portions = (parts: ReadonlyArray<Weighed>): ReadonlyArray<TenThousandths> => {
  const total = combine(parts)
  if (total === null) return parts.map(() => 0 as TenThousandths)
  const weight = parts.reduce((sum, part) => sum + part.weight, 0)
  const exact = parts.map((part) => part.score * part.weight)
  const down = exact.map((product) => Math.floor(product / weight))
  const missing = total - down.reduce((sum, portion) => sum + portion, 0)
  const lost = exact.map((product, i) => ({ i, rest: product % weight }))
  const raised = new Set(
    lost
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, missing)
      .map(({ i }) => i)
  )
  return down.map((portion, i) => (portion + (raised.has(i) ? 1 : 0)) as TenThousandths)
}

const sumOf = (deductions: ReadonlyArray<Deduction>): number => deductions.reduce((sum, { points }) => sum + points, 0)

const scoreLine = (
  indicator: Indicator,
  value: Micro | undefined,
  policy: UnreportedPolicy,
  deductions: ReadonlyArray<Deduction>
): Result.Result<Omit<Line, "weighted">, ScoringProblem> => {
  const { id, scale, weight } = indicator
  const floor = lowest(scale)
  const earned = value !== undefined ? scoreUnits(scale, value) : policy === "lowest" ? floor : null
  if (value !== undefined && earned === notALevel) {
    return Result.fail({ _tag: "NotALevel", value: format(value), indicator: id })
  }
  if (earned === null) {
    return deductions.length > 0
      ? Result.fail({ _tag: "DeductionWithoutScore", indicator: id })
      : Result.succeed({
          indicator: id,
          weight,
          unreported: true,
          earned,
          deducted: 0 as TenThousandths,
          score: null
        })
  }
  const score = Math.max(floor, earned - sumOf(deductions))
  return Result.succeed({
    indicator: id,
    weight,
    unreported: value === undefined,
    earned: earned as TenThousandths,
    deducted: (earned - score) as TenThousandths,
    score: score as TenThousandths
  })
}

const valuesOf = (
  indicators: ReadonlyArray<Indicator>,
  reported: ReadonlyArray<Reported>,
  deductions: ReadonlyArray<Deduction>
): Result.Result<ReadonlyMap<IndicatorId, Micro>, ReportedTwice | IndicatorUnknown> => {
  const known = new Set(indicators.map(({ id }) => id))
  const values = new Map<IndicatorId, Micro>()
  for (const { indicator, value } of reported) {
    if (!known.has(indicator)) return Result.fail({ _tag: "IndicatorUnknown", indicator })
    if (values.has(indicator)) return Result.fail({ _tag: "ReportedTwice", indicator })
    values.set(indicator, value)
  }
  for (const { indicator } of deductions) {
    if (indicator !== undefined && !known.has(indicator)) return Result.fail({ _tag: "IndicatorUnknown", indicator })
  }
  return Result.succeed(values)
}

/**
 * PER-1: the score of a plan, or of a group in it.
 *
 * Each value is scored to four decimals before it is weighted. What is unreported is flagged and then left out of the
 * total or given the lowest score, never silently zero. Deductions never take a score below its scale.
 */
export const score = (
  indicators: ReadonlyArray<Indicator>,
  reported: ReadonlyArray<Reported>,
  options: Options = {}
): Result.Result<Scored, ScoringProblem> =>
  Result.gen(function* () {
    const policy = options.unreported ?? "exclude"
    const deductions = options.deductions ?? []
    yield* checkPlan(indicators, options.weight ?? wholePlan)
    const values = yield* valuesOf(indicators, reported, deductions)
    const [first] = indicators
    const range = first === undefined ? "1-5" : rangeOf(first.scale)
    const scored: Array<Omit<Line, "weighted">> = []
    for (const indicator of indicators) {
      const own = rangeOf(indicator.scale)
      if (own !== range)
        return yield* Result.fail({
          _tag: "ScalesMixed",
          indicator: indicator.id,
          range: own,
          expected: range
        } as const)
      const ownDeductions = deductions.filter((deduction) => deduction.indicator === indicator.id)
      scored.push(yield* scoreLine(indicator, values.get(indicator.id), policy, ownDeductions))
    }
    const counted = scored.flatMap(({ score, weight }) => (score === null ? [] : [{ score, weight }]))
    const weighted = portions(counted).values()
    const lines = scored.map((line) => ({
      ...line,
      weighted: line.score === null ? null : (weighted.next().value ?? null)
    }))
    const total = combine(counted)
    const overall = deductions.filter(({ indicator }) => indicator === undefined)
    if (total === null && overall.length > 0) {
      return yield* Result.fail({ _tag: "DeductionWithoutScore", indicator: null } as const)
    }
    const floor = range === "1-5" ? 10_000 : 0
    const final = total === null ? null : Math.max(floor, total - sumOf(overall))
    return {
      range,
      policy,
      lines,
      unreported: lines.flatMap(({ indicator, unreported }) => (unreported ? [indicator] : [])),
      weightCounted: counted.reduce((sum, { weight }) => sum + weight, 0),
      total,
      deducted: (total === null || final === null ? 0 : total - final) as TenThousandths,
      deductions,
      final: final as TenThousandths | null
    }
  })

/** The share of the plan's weight that a value was reported for, in whole percent, rounded down. */
export const reportedShare = ({ lines }: Pick<Scored, "lines">): number => {
  const weightOf = (some: ReadonlyArray<Line>) => some.reduce((sum, { weight }) => sum + weight, 0)
  const whole = weightOf(lines)
  return whole === 0 ? 0 : Math.floor((100 * weightOf(lines.filter(({ unreported }) => !unreported))) / whole)
}

/** Scores of many indicators side by side, in ten-thousandths; `unscored` marks the places without one. */
export interface Bulk {
  readonly scores: Int32Array
  /** Each by its share of the whole plan. */
  readonly weighted: Int32Array
  /** Places without a value. */
  readonly unreported: ReadonlyArray<number>
  /** Places whose value is no level of their step type. */
  readonly notLevels: ReadonlyArray<number>
}

export const unscored = -1

/** `score` for many indicators at once, each accepted by `checkIndicator` before; `values[i]` belongs to `indicators[i]`. */
export const scoreMany = (indicators: ReadonlyArray<Indicator>, values: ReadonlyArray<Micro | undefined>): Bulk => {
  const scores = new Int32Array(indicators.length).fill(unscored)
  const weighted = new Int32Array(indicators.length).fill(unscored)
  const unreported: Array<number> = []
  const notLevels: Array<number> = []
  for (let i = 0; i < indicators.length; i++) {
    const indicator = indicators[i]
    const value = values[i]
    if (indicator === undefined || value === undefined) {
      unreported.push(i)
      continue
    }
    const units = scoreUnits(indicator.scale, value)
    if (units === notALevel) notLevels.push(i)
    else {
      scores[i] = units
      weighted[i] = divide(units * indicator.weight, wholePlan)
    }
  }
  return { scores, weighted, unreported, notLevels }
}
