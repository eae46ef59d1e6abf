import { type EventMasks, type Mask, person } from "../engine/Mask.ts"
import { everyone, parties } from "../kernel/Audience.ts"
import type { Delivery, DeliveryEvent } from "./Delivery.ts"
import type { Lesson } from "./Lesson.ts"
import type { Notice } from "./Notice.ts"
import type { Report, ReportTerms } from "./Report.ts"

/** That there is a report, its period, and what was reached are public; what is told in it stays between the parties. */
const reported = {
  period: everyone,
  narrative: parties,
  final: everyone,
  expenditure: { each: { activity: parties, planned: parties, spent: parties } },
  results: { each: { indicator: everyone, value: everyone } },
  problems: parties,
  replaces: everyone
} as const satisfies Mask<ReportTerms>

const report = {
  ...reported,
  id: everyone,
  no: everyone,
  certifiedBy: person(parties),
  certifiedAt: everyone
} as const satisfies Mask<Report>

const raised = {
  _tag: parties,
  id: parties,
  text: parties,
  report: parties,
  raisedBy: person(parties),
  raisedAt: parties
} as const

const notice = {
  cases: {
    Open: raised,
    Answered: { ...raised, answers: { each: { text: parties, by: person(parties), at: parties } } }
  }
} as const satisfies Mask<Notice>

const lesson = { kind: parties, text: parties, by: person(parties), at: parties } as const satisfies Mask<Lesson>

export const deliveryMask = {
  reports: { each: report },
  notices: { each: notice },
  lessons: { each: lesson }
} as const satisfies Mask<Delivery>

export const deliveryEventMasks = {
  ReportSubmitted: { seen: everyone, actor: parties, data: { report: everyone, terms: reported } },
  NoticeRaised: { seen: parties, actor: parties, data: { notice: parties, text: parties, report: parties } },
  NoticeAnswered: { seen: parties, actor: parties, data: { notice: parties, text: parties } },
  LessonRecorded: { seen: parties, actor: parties, data: { kind: parties, text: parties } }
} as const satisfies EventMasks<DeliveryEvent>
