import { Result } from "effect"
import { covers, overlaps, type Period } from "../kernel/Period.ts"
import type { Decision, Wording } from "../kernel/Refusal.ts"
import { addDays, type IsoDate } from "../kernel/ThaiDate.ts"
import type { RuleId } from "../rules/Catalogue.ts"
import { refuse } from "./refusals.ts"

/** PRO-2: how many days after the end of an agreement its money may still move, and its accounts take to be closed. */
export const settling = { paid: 60, closed: 120 } as const

/** How far the first day of a term may be from the day of signing without a reason, in days. */
const unexplained = { before: 90, after: 180 } as const

/** CNT-1: until how many days after its end an agreement is renewed, and not made anew. */
const renewedLate = 90

/** What the dates of a partnership are held against. */
export interface DateFacts {
  readonly today: IsoDate
  /** The day on which the partnership was begun, or the mission registered. */
  readonly started: IsoDate
  /** The term of the agreement, up to an early end. */
  readonly term?: Period
  /** The periods of the reports that count, but for one that is corrected. */
  readonly reported: ReadonlyArray<Period>
  /** The last day of the final report. */
  readonly final?: IsoDate
}

interface Row {
  readonly operation: string
  /** The field of the input; none where the day of the act itself is meant. */
  readonly field?: string
  readonly what: Wording
}

/** A row that is checked here. Without what it needs to know it holds. */
interface Checked extends Row {
  readonly against: Wording
  readonly must: Wording
  /** Whether another date is refused, or asks for a reason. */
  readonly otherwise: "refused" | "reason"
  readonly rule: RuleId
  readonly holds: (dates: Period, facts: DateFacts) => boolean
  /** The days that the refusal names. */
  readonly days?: (facts: DateFacts) => ReadonlyArray<IsoDate>
}

/** A row that the part of the domain checks which holds the date. */
interface Elsewhere extends Row {
  readonly against: Wording
  readonly refusal: string
}

/** A row of a date that is held against nothing. */
interface Free extends Row {
  readonly free: Wording
}

export type DateRule = Checked | Elsewhere | Free

const today: Wording = { th: "วันนี้", en: "today" }
const term: Wording = { th: "ระยะเวลาของข้อตกลง", en: "the term of the agreement" }
const theDay: Wording = { th: "วันที่ทำรายการ", en: "the day of the act" }
const theTerm: Wording = { th: "ระยะเวลาของข้อตกลง", en: "the term" }
const newTerm: Wording = { th: "ระยะเวลาใหม่", en: "the new term" }
const reportPeriod: Wording = { th: "ช่วงเวลาที่รายงาน", en: "the period reported on" }
const assignedFrom: Wording = { th: "วันเริ่มการมอบหมาย", en: "the first day of the assignment" }

const termDays = ({ term }: DateFacts) => (term === undefined ? [] : [term.from, term.to])

const notOver = (operation: string, what: Wording, field?: string): Checked => ({
  operation,
  ...(field === undefined ? {} : { field }),
  what,
  against: today,
  must: { th: "ต้องยังไม่สิ้นสุด", en: "must not be over yet" },
  otherwise: "refused",
  rule: "MOD-Pa",
  holds: ({ to }, facts) => to >= facts.today
})

/** A term that begins long before or after it is signed needs a reason, so that nothing is dated back unseen. */
const nearSigning = (operation: string, field?: string): ReadonlyArray<Checked> => [
  {
    operation,
    ...(field === undefined ? {} : { field }),
    what: theTerm,
    against: { th: "วันลงนาม", en: "the day of signing" },
    must: {
      th: `ควรเริ่มไม่เกิน ${unexplained.before} วันก่อนลงนาม`,
      en: `should begin no more than ${unexplained.before} days before it is signed`
    },
    otherwise: "reason",
    rule: "MOD-Pa",
    holds: ({ from }, facts) => from >= addDays(facts.today, -unexplained.before)
  },
  {
    operation,
    ...(field === undefined ? {} : { field }),
    what: theTerm,
    against: { th: "วันลงนาม", en: "the day of signing" },
    must: {
      th: `ควรเริ่มไม่เกิน ${unexplained.after} วันหลังลงนาม`,
      en: `should begin no more than ${unexplained.after} days after it is signed`
    },
    otherwise: "reason",
    rule: "MOD-Pa",
    holds: ({ from }, facts) => from <= addDays(facts.today, unexplained.after)
  }
]

const paidInTime = (operation: string): Checked => ({
  operation,
  what: theDay,
  against: term,
  must: {
    th: `ต้องไม่เกิน ${settling.paid} วันหลังสิ้นสุดข้อตกลง เงินที่ยังไม่จ่ายให้ส่งคืน หรือต่ออายุข้อตกลงก่อน`,
    en: `must be within ${settling.paid} days after the agreement has ended: return what is unpaid, or renew the agreement first`
  },
  otherwise: "refused",
  rule: "MON-6",
  holds: ({ from }, { term }) => term === undefined || from <= addDays(term.to, settling.paid),
  days: termDays
})

/** Every date that a command carries, and every day of an act that something else bounds, with what it may be. */
export const dateRules: ReadonlyArray<DateRule> = [
  notOver("agreements.draft", theTerm, "period"),
  ...nearSigning("agreements.draft", "period"),
  notOver("agreements.sign", theTerm),
  ...nearSigning("agreements.sign"),
  { operation: "agreements.renew", field: "period", what: newTerm, against: term, refusal: "RenewalDoesNotFollow" },
  notOver("agreements.renew", newTerm, "period"),
  {
    operation: "agreements.renew",
    what: theDay,
    against: term,
    must: {
      th: `ต้องไม่เกิน ${renewedLate} วันหลังสิ้นสุดข้อตกลง หลังจากนั้นไม่ใช่การต่ออายุ ให้ทำข้อตกลงใหม่จากการแข่งขันใหม่`,
      en: `must be within ${renewedLate} days after the agreement has ended: later it is no renewal, but a new agreement after a new competition`
    },
    otherwise: "refused",
    rule: "CNT-1a",
    holds: ({ from }, { term }) => term === undefined || from <= addDays(term.to, renewedLate),
    days: termDays
  },
  {
    operation: "missions.record-competition",
    field: "on",
    what: { th: "วันที่ประกาศผล", en: "the day of the result" },
    against: today,
    must: { th: "ต้องไม่เลยวันนี้", en: "must not be after today" },
    otherwise: "refused",
    rule: "CNT-1a",
    holds: ({ to }, facts) => to <= facts.today
  },
  {
    operation: "missions.record-competition",
    field: "on",
    what: { th: "วันที่ประกาศผล", en: "the day of the result" },
    against: { th: "วันขึ้นทะเบียนภารกิจ", en: "the day on which the mission was registered" },
    must: { th: "ต้องไม่ก่อนวันขึ้นทะเบียนภารกิจ", en: "must not be before the mission was registered" },
    otherwise: "refused",
    rule: "CNT-1a",
    holds: ({ from }, { started }) => from >= started,
    days: ({ started }) => [started]
  },
  {
    operation: "reports.submit",
    field: "period",
    what: reportPeriod,
    against: term,
    must: { th: "ต้องอยู่ในระยะเวลาของข้อตกลง", en: "must lie within the term of the agreement" },
    otherwise: "refused",
    rule: "GRA-4",
    holds: (period, { term }) => term === undefined || covers(term, period),
    days: termDays
  },
  {
    operation: "reports.submit",
    field: "period",
    what: reportPeriod,
    against: today,
    must: { th: "ต้องไม่เลยวันนี้ รายงานได้เฉพาะสิ่งที่ทำแล้ว", en: "must not go beyond today: a report tells what was done" },
    otherwise: "refused",
    rule: "GRA-4",
    holds: ({ to }, facts) => to <= facts.today,
    days: ({ today }) => [today]
  },
  {
    operation: "reports.submit",
    field: "period",
    what: reportPeriod,
    against: { th: "รายงานฉบับก่อน", en: "the reports before it" },
    must: {
      th: "ต้องไม่ซ้อนกับรายงานฉบับอื่น ส่งเป็นรายงานฉบับแก้ไขแทน หรือเลือกช่วงที่ยังไม่รายงาน",
      en: "must not overlap another report: correct that one, or report on days that are not reported yet"
    },
    otherwise: "refused",
    rule: "GRA-4",
    holds: (period, { reported }) => !reported.some((other) => overlaps(period, other)),
    days: ({ reported }) => reported.slice(-1).flatMap(({ from, to }) => [from, to])
  },
  {
    operation: "reports.submit",
    field: "period",
    what: reportPeriod,
    against: { th: "รายงานฉบับสุดท้าย", en: "the final report" },
    must: {
      th: "ต้องไม่ตามหลังรายงานฉบับสุดท้าย ส่งเป็นรายงานฉบับแก้ไขของฉบับนั้นแทน",
      en: "must not follow the final report: correct that one instead"
    },
    otherwise: "refused",
    rule: "GRA-4",
    holds: (_, { final }) => final === undefined,
    days: ({ final }) => (final === undefined ? [] : [final])
  },
  {
    operation: "evaluations.submit",
    field: "siteVisit",
    what: { th: "วันที่ลงพื้นที่", en: "the day of the site visit" },
    against: today,
    refusal: "SiteVisitAhead"
  },
  {
    operation: "evaluations.submit",
    field: "siteVisit",
    what: { th: "วันที่ลงพื้นที่", en: "the day of the site visit" },
    against: term,
    must: { th: "ต้องไม่ก่อนวันเริ่มข้อตกลง", en: "must not be before the agreement begins" },
    otherwise: "refused",
    rule: "PBC-6a",
    holds: ({ from }, { term }) => term === undefined || from >= term.from,
    days: ({ term }) => (term === undefined ? [] : [term.from])
  },
  {
    operation: "assignments.assign",
    field: "from",
    what: assignedFrom,
    against: { th: "วันเริ่มความร่วมมือ", en: "the day on which the partnership was begun" },
    must: { th: "ต้องไม่ก่อนวันเริ่มความร่วมมือ", en: "must not be before the partnership was begun" },
    otherwise: "refused",
    rule: "SEC-6",
    holds: ({ from }, { started }) => from >= started,
    days: ({ started }) => [started]
  },
  {
    operation: "assignments.assign",
    field: "from",
    what: assignedFrom,
    against: term,
    must: {
      th: `ต้องไม่เกิน ${settling.closed} วันหลังสิ้นสุดข้อตกลง`,
      en: `must be within ${settling.closed} days after the agreement has ended`
    },
    otherwise: "refused",
    rule: "SEC-6",
    // Accounts that are closed late are audited late: whoever is assigned at once is never too late.
    holds: ({ from }, { term, today }) =>
      term === undefined || from <= today || from <= addDays(term.to, settling.closed),
    days: termDays
  },
  {
    operation: "assignments.assign",
    field: "until",
    what: { th: "วันสิ้นสุดการมอบหมาย", en: "the last day of the assignment" },
    against: today,
    must: { th: "ต้องไม่ก่อนวันนี้", en: "must not be before today" },
    otherwise: "refused",
    rule: "SEC-6",
    holds: ({ to }, facts) => to >= facts.today
  },
  {
    operation: "plans.adopt",
    field: "activities/period",
    what: { th: "ระยะเวลาของกิจกรรม", en: "the days of an activity" },
    against: term,
    refusal: "ActivityMisplaced"
  },
  {
    operation: "plans.revise",
    field: "activities/period",
    what: { th: "ระยะเวลาของกิจกรรม", en: "the days of an activity" },
    against: term,
    refusal: "ActivityMisplaced"
  },
  {
    operation: "funding.carry-over",
    field: "fiscalYear",
    what: { th: "ปีงบประมาณที่จะใช้", en: "the fiscal year of use" },
    against: { th: "ปีงบประมาณของแหล่งเงิน", en: "the fiscal year of the source" },
    refusal: "CarriedOverBackwards"
  },
  {
    operation: "funding.carry-over",
    field: "fiscalYear",
    what: { th: "ปีงบประมาณที่จะใช้", en: "the fiscal year of use" },
    against: term,
    must: {
      th: "ต้องเริ่มก่อนพ้นเวลาเบิกจ่ายของข้อตกลง",
      en: "must begin before the agreement's time for payments is over"
    },
    otherwise: "refused",
    rule: "MON-5",
    holds: ({ from }, { term }) => term === undefined || from <= addDays(term.to, settling.paid),
    days: termDays
  },
  paidInTime("disbursements.prepare"),
  paidInTime("disbursements.approve"),
  {
    operation: "sources.register",
    field: "fiscalYear",
    what: { th: "ปีงบประมาณของแหล่งเงิน", en: "the fiscal year of a source" },
    free: {
      th: "ตั้งไว้ล่วงหน้าหรือย้อนหลังได้ ตรวจเมื่อผูกพันและเบิกจ่าย",
      en: "stated ahead or afterwards; held against the day when money is committed and paid"
    }
  },
  {
    operation: "organisations.give-mandate",
    field: "period",
    what: { th: "ระยะเวลามอบอำนาจ", en: "the days of a mandate" },
    free: {
      th: "ตรวจทุกครั้งที่ลงนาม ณ วันที่ลงนาม",
      en: "held against the day of signing, at every signature"
    }
  }
]

const isChecked = (row: DateRule): row is Checked => "holds" in row

const broken = (
  otherwise: Checked["otherwise"],
  operation: string,
  field: string | undefined,
  dates: Period,
  facts: DateFacts
): Checked | undefined =>
  dateRules
    .filter(isChecked)
    .find(
      (row) =>
        row.operation === operation && row.field === field && row.otherwise === otherwise && !row.holds(dates, facts)
    )

const said = ({ days, field, must, rule, what }: Checked, facts: DateFacts) =>
  [
    { what: { ...what }, must: { ...must }, days: days?.(facts) ?? [] },
    { rule, ...(field === undefined ? {} : { field: `/${field}` }) }
  ] as const

/** Holds a date, or the days of a period, against all rows of the field that refuse another one. */
export const within = (
  operation: string,
  field: string | undefined,
  dates: Period,
  facts: DateFacts
): Decision<void, "DateRefused"> => {
  const row = broken("refused", operation, field, dates, facts)
  return row === undefined ? Result.succeed(undefined) : refuse("DateRefused", ...said(row, facts))
}

/** The same, and against those that ask for a reason. */
export const explained = (
  operation: string,
  field: string | undefined,
  dates: Period,
  facts: DateFacts,
  reason: string | undefined
): Decision<void, "DateRefused" | "DateReasonMissing"> =>
  Result.flatMap(within(operation, field, dates, facts), (): Decision<void, "DateReasonMissing"> => {
    const row = reason === undefined ? broken("reason", operation, field, dates, facts) : undefined
    return row === undefined ? Result.succeed(undefined) : refuse("DateReasonMissing", ...said(row, facts))
  })

export const onDay = (day: IsoDate): Period => ({ from: day, to: day })
