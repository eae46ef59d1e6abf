import { Option, Result, Schema, SchemaTransformation } from "effect"
import { type Language, type LocalizedText, text } from "./LocalizedText.ts"
import { must, mustBe } from "./Must.ts"

const dayMs = 86_400_000
/** Bangkok keeps UTC+7 the whole year; nothing here depends on a time zone database. */
const bangkokOffsetMs = 7 * 3_600_000
const firstYear = 1900
const lastYear = 2200
/** พ.ศ. counts 543 more than ค.ศ. */
const buddhistOffset = 543

const calendarDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

const isoText = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`

const whyNotADay = (input: string) => {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(input) ?? []
  if (y === undefined) return mustBe('ต้องเป็นวันที่ เช่น "2026-10-01"', 'must be a day such as "2026-10-01"')
  const year = Number(y)
  if (year - buddhistOffset >= firstYear && year > lastYear) {
    const meant = year - buddhistOffset
    return mustBe(
      `ต้องเป็นปี ค.ศ. ${year} น่าจะเป็นปี พ.ศ. ให้ระบุ ${meant}`,
      `must be a year ค.ศ.: ${year} looks like พ.ศ., write ${meant} instead`
    )
  }
  if (year < firstYear || year > lastYear) {
    return mustBe(
      `ต้องเป็นปี ค.ศ. ตั้งแต่ ${firstYear} ถึง ${lastYear}`,
      `must be a year ค.ศ. from ${firstYear} to ${lastYear}`
    )
  }
  if (calendarDay(year, Number(m), Number(d)) === input) return undefined
  return mustBe("ไม่มีวันนี้ในปฏิทิน", "must be a day of the calendar")
}

/**
 * A day as `YYYY-MM-DD` in the Christian era, from 1900-01-01 to 2200-12-31; พ.ศ. is for screen and paper only.
 *
 * Refuses days that the calendar does not have, and a year that looks like พ.ศ. with a message that says so.
 * Compares and sorts as a string.
 */
export const IsoDate = Schema.String.check(
  Schema.makeFilter(whyNotADay, undefined, true),
  Schema.isPattern(/^(?:(?:19|20|21)[0-9]{2}|2200)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/u)
)
  .annotate({
    identifier: "IsoDate",
    expectedThai: "วันที่ เช่น 2026-10-01",
    description: "A day, YYYY-MM-DD, in the Christian era",
    format: "date"
  })
  .pipe(Schema.brand("IsoDate"))
export type IsoDate = typeof IsoDate.Type

export const firstDay: IsoDate = IsoDate.make("1900-01-01")
export const lastDay: IsoDate = IsoDate.make("2200-12-31")

const canonical =
  /^(?:(?:19|20|21)[0-9]{2}|2200)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z$/u
const written = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,3})?Z$/u
const beginning = Date.UTC(firstYear, 0, 1)
const afterTheEnd = Date.UTC(lastYear + 1, 0, 1) - bangkokOffsetMs

const isMoment = (input: string): boolean => {
  const ms = Date.parse(input)
  // A day that its month does not have is counted on into the next one; anything else the pattern has refused.
  return ms >= beginning && ms < afterTheEnd && new Date(ms).getUTCDate() === Number(input.slice(8, 10))
}

const momentInBounds = must(
  `ต้องเป็นวันเวลาที่มีในปฏิทิน ตั้งแต่ ค.ศ. ${firstYear} ถึง ${lastYear}`,
  `must be a moment of the calendar, from ${firstYear} to ${lastYear}`
)

const CanonicalInstant = Schema.String.check(
  Schema.isPattern(canonical, momentInBounds),
  Schema.makeFilter(isMoment, momentInBounds)
).pipe(Schema.brand("Instant"))

/**
 * A moment in UTC, ISO 8601 with `Z`: `2026-09-30T17:00:00Z`, with at most three decimals of a second.
 *
 * Decoded it always has three decimals, so that moments compare and sort as strings. It lies between the beginning of
 * 1900 in UTC and the end of 2200 in Bangkok: every moment has a day there.
 */
export const Instant = Schema.String.check(
  Schema.isPattern(
    written,
    must(
      'ต้องเป็นวันเวลาสากล (UTC) เช่น "2026-09-30T17:00:00Z" มีทศนิยมของวินาทีไม่เกินสามตำแหน่ง',
      'must be a moment in UTC such as "2026-09-30T17:00:00Z", with at most three decimals'
    )
  )
)
  .annotate({
    identifier: "Instant",
    expectedThai: "วันเวลาสากล (UTC)",
    description: "A moment in UTC, ISO 8601 with Z",
    format: "date-time"
  })
  .pipe(
    Schema.decodeTo(
      CanonicalInstant,
      SchemaTransformation.transform({
        decode: (input) => `${input.slice(0, 19)}.${input.slice(20, -1).padEnd(3, "0")}Z`,
        encode: (instant) => instant
      })
    )
  )
export type Instant = typeof Instant.Type

/** The moment that many milliseconds after 1970 began in UTC, or none outside the bounds of `Instant`. */
export const fromMillis = (millis: number): Option.Option<Instant> =>
  millis >= beginning && millis < afterTheEnd
    ? CanonicalInstant.makeOption(new Date(millis).toISOString())
    : Option.none()

/** Milliseconds since 1970 began in UTC. */
export const toMillis = (instant: Instant): number => Date.parse(instant)

/** The day in Bangkok at that moment: it begins at 17:00 UTC of the day before. */
export const bangkokDay = (instant: Instant): IsoDate =>
  IsoDate.make(new Date(toMillis(instant) + bangkokOffsetMs).toISOString().slice(0, 10))

/** The moment at which the day begins in Bangkok. */
export const startOfDay = (day: IsoDate): Instant =>
  Instant.make(new Date(Date.parse(day) - bangkokOffsetMs).toISOString())

/** Year (ค.ศ.), month 1 to 12 and day of the month. */
export const parts = (date: IsoDate): { readonly year: number; readonly month: number; readonly day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10))
})

/** The year พ.ศ. of a day: 2569 for 2026. */
export const buddhistYear = (date: IsoDate): number => parts(date).year + buddhistOffset

const epochDay = (date: IsoDate): number => Date.parse(date) / dayMs
const within = (ms: number): IsoDate => {
  if (!(ms > Date.parse(firstDay))) return firstDay
  return ms >= Date.parse(lastDay) ? lastDay : IsoDate.make(new Date(ms).toISOString().slice(0, 10))
}

/** The day of a year ค.ศ. and month that exists for certain, held within `firstDay` and `lastDay`. */
export const dayOf = (year: number, month: number, day: number): IsoDate => within(Date.UTC(year, month - 1, day))

/** So many days later, or earlier when negative; held within `firstDay` and `lastDay`. */
export const addDays = (date: IsoDate, days: number): IsoDate => within(Date.parse(date) + days * dayMs)

/** Days from `a` to `b`: 1 from a day to the next, negative when `b` comes first. */
export const daysBetween = (a: IsoDate, b: IsoDate): number => epochDay(b) - epochDay(a)

const months = {
  th: {
    long: [
      "มกราคม",
      "กุมภาพันธ์",
      "มีนาคม",
      "เมษายน",
      "พฤษภาคม",
      "มิถุนายน",
      "กรกฎาคม",
      "สิงหาคม",
      "กันยายน",
      "ตุลาคม",
      "พฤศจิกายน",
      "ธันวาคม"
    ],
    short: ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
  },
  en: {
    long: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December"
    ],
    short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  }
} as const

/** How a day is written for people. */
export type DateStyle = "short" | "long"

/**
 * A day for people. Thai counts พ.ศ.: `1 ตุลาคม พ.ศ. 2569`, short `1 ต.ค. 2569`; English counts ค.ศ.: `1 October 2026`,
 * short `1 Oct 2026`.
 */
export const format = (date: IsoDate, style: DateStyle = "long", language: Language = "th"): string => {
  const { day, month, year } = parts(date)
  const name = months[language][style][month - 1] ?? ""
  if (language === "en") return `${day} ${name} ${year}`
  return `${day} ${name} ${style === "long" ? "พ.ศ. " : ""}${year + buddhistOffset}`
}

/** A moment for people, by the clock in Bangkok: `1 ต.ค. 2569 00:00 น.`, in English `1 Oct 2026 00:00`. */
export const formatInstant = (instant: Instant, style: DateStyle = "short", language: Language = "th"): string => {
  const clock = new Date(toMillis(instant) + bangkokOffsetMs).toISOString().slice(11, 16)
  return `${format(bangkokDay(instant), style, language)} ${clock}${language === "th" ? " น." : ""}`
}

/** Why a typed date was not taken, with words for the person who typed it. */
export interface UnreadableDate {
  readonly _tag: "NotADate" | "NoSuchDay" | "YearOutOfReach"
  readonly message: LocalizedText
}

const unreadable = (_tag: UnreadableDate["_tag"], th: string, en: string): UnreadableDate => ({
  _tag,
  message: text(th, en)
})

const spelled = (name: string): string => name.toLowerCase().replaceAll(/[.\s]/gu, "")
const monthNumbers: ReadonlyMap<string, number> = new Map([
  ...[months.th.long, months.th.short, months.en.long, months.en.short].flatMap((names) =>
    names.map((name, index) => [spelled(name), index + 1] as const)
  ),
  ["sept", 9] as const
])

/** Thai digits as Arabic ones; everything else as it was. */
export const arabicDigits = (input: string): string =>
  input.replaceAll(/[๐-๙]/gu, (digit) => String(digit.charCodeAt(0) - 0x0e50))

interface TypedDate {
  readonly day: number
  readonly month: number
  readonly year: number
  readonly era: "พ.ศ." | "ค.ศ." | undefined
}

const readParts = (input: string): TypedDate | undefined => {
  if (input.length > 60) return undefined
  const typed = arabicDigits(input).toLowerCase().trim().replaceAll(/\s+/gu, " ")
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(typed)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), era: undefined }
  const [, rest, thaiEra, year, englishEra] =
    /^(.*?)(?:([พค])\.? ?ศ\.? ?)?(\d{4})(?: ?(be|b\.e\.|ce|c\.e\.|ad|a\.d\.))?$/u.exec(typed) ?? []
  if (rest === undefined) return undefined
  const before = rest.replace(/^วันที่ ?/u, "").replace(/[\s/.,-]+$/u, (end) => (end.startsWith(".") ? "." : ""))
  const [, day, numeric, named] = /^(\d{1,2})(?: ?[/.-] ?(\d{1,2})\.?| ?[/-]? ?([^\d/]+))$/u.exec(before) ?? []
  const [, americanMonth, americanDay] = /^([a-z.]+) ?(\d{1,2})$/u.exec(before) ?? []
  const name = named ?? americanMonth
  const month =
    numeric !== undefined ? Number(numeric) : name !== undefined ? monthNumbers.get(spelled(name)) : undefined
  if (month === undefined) return undefined
  const era =
    thaiEra === "พ" || englishEra?.startsWith("b") === true
      ? "พ.ศ."
      : thaiEra === "ค" || englishEra !== undefined
        ? "ค.ศ."
        : undefined
  return { day: Number(day ?? americanDay), month, year: Number(year), era }
}

/**
 * Reads a day as people in Thailand type it: `1 ต.ค. 2569`, `๑ ตุลาคม พ.ศ. ๒๕๖๙`, `1/10/2569`, `1 October 2026`.
 *
 * The day comes before the month; the year has four digits. Without พ.ศ. or ค.ศ. beside it the year decides: one up to
 * a hundred years after `now` is ค.ศ., one that is so after taking 543 off is พ.ศ. Every other year is refused, so that
 * a year is never shifted twice.
 */
export const parse = (input: string, now: Instant): Result.Result<IsoDate, UnreadableDate> => {
  const typed = readParts(input)
  if (typed === undefined) {
    return Result.fail(
      unreadable(
        "NotADate",
        "เขียนวันที่เป็นวัน เดือน ปี เช่น 1 ต.ค. 2569",
        "Write a date as day, month and year, such as 1 Oct 2026"
      )
    )
  }
  const latest = Math.min(parts(bangkokDay(now)).year + 100, lastYear)
  const inReach = (year: number): boolean => year >= firstYear && year <= latest
  const candidates =
    typed.era === "ค.ศ."
      ? [typed.year]
      : typed.era === "พ.ศ."
        ? [typed.year - buddhistOffset]
        : [typed.year, typed.year - buddhistOffset]
  const year = candidates.find(inReach)
  if (year === undefined) {
    return Result.fail(
      unreadable(
        "YearOutOfReach",
        `ปีต้องอยู่ระหว่าง พ.ศ. ${firstYear + buddhistOffset} ถึง ${latest + buddhistOffset}`,
        `The year must be from ${firstYear} to ${latest}`
      )
    )
  }
  return Option.match(IsoDate.makeOption(isoText(year, typed.month, typed.day)), {
    onNone: () => Result.fail(unreadable("NoSuchDay", "ไม่มีวันที่นี้ในปฏิทิน", "The calendar has no such day")),
    onSome: Result.succeed
  })
}
