import { Schema } from "effect"
import { mustBe } from "./Must.ts"
import { addDays, dayOf, daysBetween, IsoDate, parts } from "./ThaiDate.ts"

const notBefore = mustBe("ต้องไม่ก่อนวันแรกของระยะเวลา", "must not be before the first day of the period")

/** A span of days, both ends included: one day at least. */
export const Period = Schema.Struct({ from: IsoDate, to: IsoDate })
  .check(Schema.makeFilter(({ from, to }) => to >= from || { path: ["to"], issue: notBefore }))
  .annotate({
    identifier: "Period",
    expectedThai: "ระยะเวลา (from, to)",
    description: "A span of days, both ends included"
  })
export type Period = typeof Period.Type

/**
 * The last day of a term of so many months that begins on `from`.
 *
 * Civil and Commercial Code, section 193/5: the day before the one that corresponds to the first day, or the last day
 * of the month where the last month has no such day. At least one month is counted.
 */
export const lastDayOfTerm = (from: IsoDate, months: number): IsoDate => {
  const { day, month, year } = parts(from)
  const last = month + Math.max(1, months)
  const corresponding = dayOf(year, last, day)
  return parts(corresponding).day === day ? addDays(corresponding, -1) : dayOf(year, last + 1, 0)
}

/** The term of so many months, at least one, that begins on `from`. */
export const ofMonths = (from: IsoDate, months: number): Period => ({ from, to: lastDayOfTerm(from, months) })

/** The number of days, both ends counted. */
export const days = ({ from, to }: Period): number => daysBetween(from, to) + 1

/**
 * The number of months begun: the shortest term in months that covers the period.
 *
 * 1 October to 30 September are 12, one day more makes 13.
 */
export const months = ({ from, to }: Period): number => {
  const begin = parts(from)
  const end = parts(to)
  const apart = (end.year - begin.year) * 12 + end.month - begin.month
  return apart > 0 && lastDayOfTerm(from, apart) >= to ? apart : apart + 1
}

/** Whether the day lies in the period. */
export const contains = ({ from, to }: Period, day: IsoDate): boolean => from <= day && day <= to

/** Whether every day of `inner` lies in `outer`. */
export const covers = (outer: Period, inner: Period): boolean => outer.from <= inner.from && inner.to <= outer.to

/** Whether the two have a day in common. */
export const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to
