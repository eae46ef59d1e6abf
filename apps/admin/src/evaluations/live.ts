import { Deduction, type Scored, score } from "@phakhi/domain/evaluation/Scoring"
import { readNumber } from "@phakhi/domain/kernel/TypedNumber"
import { Decimal } from "@phakhi/domain/plans/Decimal"
import type { Indicator, UnreportedPolicy } from "@phakhi/domain/plans/Indicator"
import { Option, Result, Schema } from "effect"

/** What results are scored by: the indicators of a plan, and what it says of those without one (PER-1). */
export interface Scoring {
  readonly indicators: ReadonlyArray<Indicator>
  readonly unreported?: UnreportedPolicy | undefined
}

export interface TypedResult {
  readonly indicator: string
  readonly value: string
}

const decodeValue = Schema.decodeUnknownOption(Decimal)
const decodeDeduction = Schema.decodeUnknownOption(Deduction)

const valueOf = (typed: string) => Option.flatMap(Result.getSuccess(readNumber(typed)), decodeValue)

export const isDecimal = (typed: string): boolean => Option.isSome(valueOf(typed))

/** The score of what is typed so far, by the domain's own scoring; what is not a number yet counts as unreported. */
export const scoreOf = (
  { indicators, unreported }: Scoring,
  typed: ReadonlyArray<TypedResult>,
  deductions: ReadonlyArray<unknown> = []
): Scored | undefined => {
  const reported = indicators.flatMap(({ id }) => {
    const value = valueOf(typed.find(({ indicator }) => indicator === id)?.value ?? "")
    return Option.isSome(value) ? [{ indicator: id, value: value.value }] : []
  })
  const taken = deductions.flatMap((deduction) => {
    const decoded = decodeDeduction(deduction)
    return Option.isSome(decoded) ? [decoded.value] : []
  })
  return Result.match(
    score(indicators, reported, { deductions: taken, ...(unreported === undefined ? {} : { unreported }) }),
    {
      onSuccess: (scored): Scored | undefined => scored,
      onFailure: () => undefined
    }
  )
}
