import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import { AccountId } from "../kernel/Actor.ts"
import { Money, sum, toDecimalString } from "../kernel/Money.ts"
import { Period } from "../kernel/Period.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { Decimal } from "../plans/Decimal.ts"
import { IndicatorId } from "../plans/Indicator.ts"
import { refuse } from "./refusals.ts"

/** A row of the expenditure table: one activity, what was planned for it, and what it took in the period. */
export const Expenditure = Schema.Struct({
  activity: Schema.String,
  planned: Schema.optionalKey(Money),
  spent: Money
})
export type Expenditure = typeof Expenditure.Type

/** What has been reached of one indicator. */
export const ReportedResult = Schema.Struct({ indicator: IndicatorId, value: Decimal })
export type ReportedResult = typeof ReportedResult.Type

/** What the recipient reports of a period, with the expenditure table attached (GRA-4). */
export const ReportTerms = Schema.Struct({
  period: Period,
  narrative: Schema.String,
  /** The last report of the term. */
  final: Schema.optionalKey(Schema.Boolean),
  expenditure: Schema.Array(Expenditure),
  results: Schema.Array(ReportedResult),
  /** GRA-4a: problems in writing; they are a notice as well, which someone answers. */
  problems: Schema.optionalKey(Schema.String),
  /** The number of an earlier report that this one corrects; its spending and results count no more. */
  replaces: Schema.optionalKey(Schema.Int)
})
export type ReportTerms = typeof ReportTerms.Type

const ReportId = Schema.String.check(Schema.isUUID())

export const Report = Schema.Struct({
  id: ReportId,
  no: Schema.Int,
  ...ReportTerms.fields,
  certifiedBy: AccountId,
  certifiedAt: Instant
})
export type Report = typeof Report.Type

export const reportEvents = { ReportSubmitted: { report: ReportId, terms: ReportTerms } }
export const ReportEvent = Schema.TaggedUnion(reportEvents)

/** The reports that count: those that no later one corrects. */
export const standing = <R extends Pick<Report, "no" | "replaces">>(reports: ReadonlyArray<R>): ReadonlyArray<R> => {
  const replaced = new Set(reports.map(({ replaces }) => replaces))
  return reports.filter(({ no }) => !replaced.has(no))
}

const spentIn = ({ expenditure }: Pick<Report, "expenditure">): bigint => sum(expenditure.map(({ spent }) => spent))

/** All that is reported as spent. */
export const spentTotal = (reports: ReadonlyArray<Pick<Report, "no" | "replaces" | "expenditure">>): bigint =>
  sum(standing(reports).map(spentIn))

/** The value last reported of each indicator. */
export const latestResults = (reports: ReadonlyArray<Report>): ReadonlyArray<ReportedResult> => [
  ...new Map(
    standing(reports).flatMap(({ results }) => results.map((result) => [result.indicator, result] as const))
  ).values()
]

/** What a report is held against. */
export interface ReportFacts {
  /** What the recipient has received and not given back. */
  readonly paid: bigint
  /** The indicators of the plan. */
  readonly indicators: ReadonlyArray<string>
}

/** MON-3, GRA-4: the recipient cannot have spent more than was paid, nor report on what is not in the plan. */
export const submit = (
  reports: ReadonlyArray<Report>,
  terms: ReportTerms,
  { indicators, paid }: ReportFacts,
  { newId }: Context
) => {
  const unknown = terms.results.findIndex(({ indicator }) => !indicators.includes(indicator))
  const result = terms.results[unknown]
  if (result !== undefined) {
    return refuse("IndicatorUnknown", { indicator: result.indicator }, { field: `/results/${unknown}/indicator` })
  }
  const { replaces } = terms
  const others = standing(reports).filter(({ no }) => no !== replaces)
  if (replaces !== undefined && others.length === standing(reports).length) {
    return refuse("ReportUnknown", { report: replaces }, { field: "/replaces" })
  }
  const spent = sum(others.map(spentIn)) + spentIn(terms)
  return spent > paid
    ? refuse(
        "SpendingExceedsPayments",
        { spent: toDecimalString(spent), paid: toDecimalString(paid) },
        { field: "/expenditure" }
      )
    : Result.succeed([ReportEvent.cases.ReportSubmitted.make({ report: newId(), terms })])
}
