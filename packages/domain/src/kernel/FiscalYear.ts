import { Option, Schema } from "effect"
import { inLanguage, type Language, text } from "./LocalizedText.ts"
import { must, mustBe } from "./Must.ts"
import type { Period } from "./Period.ts"
import { bangkokDay, buddhistYear, dayOf, fromMillis, type Instant, type IsoDate, parts } from "./ThaiDate.ts"

/** A year that is one of พ.ศ. only after 543 is added. */
const isChristian = (year: number): boolean => year >= 1900 && year <= 2201

/**
 * A fiscal year by its number in พ.ศ.: 2570 is 1 October 2026 to 30 September 2027.
 *
 * Budget Procedures Act, B.E. 2561, section 4: from 1 October to 30 September, called by the year พ.ศ. in which it ends.
 */
export const FiscalYear = Schema.Int.check(
  Schema.makeFilter(
    (year) =>
      !isChristian(year) ||
      mustBe(
        `ปีงบประมาณนับเป็น พ.ศ. หากหมายถึง ค.ศ. ${year} ให้ใช้ ${year + 543}`,
        `is counted in พ.ศ.: for CE ${year} write ${year + 543}`
      ),
    undefined,
    true
  ),
  Schema.isBetween(
    { minimum: 2443, maximum: 2744 },
    must("ปีงบประมาณต้องอยู่ระหว่าง พ.ศ. 2443 ถึง 2744", "must be a fiscal year from พ.ศ. 2443 to 2744")
  )
)
  .annotate({
    identifier: "FiscalYear",
    expectedThai: "ปีงบประมาณ (พ.ศ.)",
    description: "1 October to 30 September, by the year พ.ศ. in which it ends"
  })
  .pipe(Schema.brand("FiscalYear"))
export type FiscalYear = typeof FiscalYear.Type

/** A quarter of the fiscal year: 1 is October to December. */
export const Quarter = Schema.Literals([1, 2, 3, 4])
export type Quarter = typeof Quarter.Type

const quarters = [2, 2, 2, 3, 3, 3, 4, 4, 4, 1, 1, 1] as const
const christianYear = (year: FiscalYear): number => year - 543

/** The fiscal year of a day. */
export const ofDate = (date: IsoDate): FiscalYear =>
  FiscalYear.make(buddhistYear(date) + (parts(date).month >= 10 ? 1 : 0))

/** The fiscal year of a moment, by the day in Bangkok: 2026-09-30T17:00Z is in 2570. */
export const ofInstant = (instant: Instant): FiscalYear => ofDate(bangkokDay(instant))

/** The fiscal year of a moment in milliseconds since 1970 began in UTC, or none outside the bounds of `Instant`. */
export const ofMillis = (millis: number): Option.Option<FiscalYear> => Option.map(fromMillis(millis), ofInstant)

/** The quarter of its fiscal year that a day is in. */
export const quarterOf = (date: IsoDate): Quarter => quarters[parts(date).month - 1] ?? 1

/** 1 October; in 2443, the first year, 1900-01-01, where the days of Phakhi begin. */
export const firstDayOf = (year: FiscalYear): IsoDate => dayOf(christianYear(year) - 1, 10, 1)

/** 30 September; in 2744, the last year, 2200-12-31, where the days of Phakhi end. */
export const lastDayOf = (year: FiscalYear): IsoDate => dayOf(christianYear(year), 9, 30)

/** The days of a fiscal year. */
export const period = (year: FiscalYear): Period => ({ from: firstDayOf(year), to: lastDayOf(year) })

/** The days of a quarter. The years at the ends of the range are cut as in `firstDayOf` and `lastDayOf`. */
export const quarterPeriod = (year: FiscalYear, quarter: Quarter): Period => {
  const firstMonth = 10 + 3 * (quarter - 1)
  return {
    from: dayOf(christianYear(year) - 1, firstMonth, 1),
    to: dayOf(christianYear(year) - 1, firstMonth + 3, 0)
  }
}

/** `ปีงบประมาณ พ.ศ. 2570`, in English `fiscal year 2570 (2026/27)`. */
export const format = (year: FiscalYear, language: Language = "th"): string =>
  inLanguage(
    text(
      `ปีงบประมาณ พ.ศ. ${year}`,
      `fiscal year ${year} (${christianYear(year) - 1}/${String(christianYear(year) % 100).padStart(2, "0")})`
    ),
    language
  )
