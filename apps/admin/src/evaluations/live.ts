import { Deduction, type Scored, score } from "@phakhi/domain/evaluation/Scoring"
import { readNumber } from "@phakhi/domain/kernel/TypedNumber"
import { Decimal } from "@phakhi/domain/plans/Decimal"
import type { Indicator } from "@phakhi/domain/plans/Indicator"
import { Option, Result, Schema } from "effect"

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
  indicators: ReadonlyArray<Indicator>,
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
  return Result.match(score(indicators, reported, { deductions: taken }), {
    onSuccess: (scored): Scored | undefined => scored,
    onFailure: () => undefined
  })
}
