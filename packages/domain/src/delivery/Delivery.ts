import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import type { Recorded } from "../engine/Event.ts"
import type { AccountHolder } from "../kernel/Actor.ts"
import { Lesson, lessonEvents } from "./Lesson.ts"
import * as Notices from "./Notice.ts"
import { Notice, noticeEvents } from "./Notice.ts"
import * as Reports from "./Report.ts"
import { Report, type ReportFacts, type ReportTerms, reportEvents } from "./Report.ts"

/** What was reported, notified and learned while one partnership's plan is carried out. */
export const Delivery = Schema.Struct({
  reports: Schema.Array(Report),
  notices: Schema.Array(Notice),
  lessons: Schema.Array(Lesson)
})
export type Delivery = typeof Delivery.Type

export const empty: Delivery = { reports: [], notices: [], lessons: [] }

/** The events by tag, to be spread into the events of the partnership. */
export const deliveryEvents = { ...reportEvents, ...noticeEvents, ...lessonEvents }
export const DeliveryEvent = Schema.TaggedUnion(deliveryEvents)
export type DeliveryEvent = typeof DeliveryEvent.Type

/** GRA-4, GRA-4a: a report; problems in it are notified by it. */
export const submitReport = ({ reports }: Delivery, terms: ReportTerms, facts: ReportFacts, context: Context) =>
  Result.gen(function* () {
    const submitted = yield* Reports.submit(reports, terms, facts, context)
    if (terms.problems === undefined) return submitted
    return [...submitted, ...(yield* Notices.raise(terms.problems, context, submitted[0]?.report))]
  })

const answered = (notice: Notice, answer: Said): Notice => ({
  ...notice,
  _tag: "Answered",
  answers: [...(notice._tag === "Answered" ? notice.answers : []), answer]
})
type Said = Extract<Notice, { readonly _tag: "Answered" }>["answers"][number]

export const evolve = (delivery: Delivery, { actor, at, event }: Recorded<DeliveryEvent, AccountHolder>): Delivery => {
  const by = actor.account
  return DeliveryEvent.match(event, {
    ReportSubmitted: ({ report, terms }): Delivery => ({
      ...delivery,
      reports: [
        ...delivery.reports,
        { ...terms, id: report, no: delivery.reports.length + 1, certifiedBy: by, certifiedAt: at }
      ]
    }),
    NoticeRaised: ({ notice, report, text }): Delivery => ({
      ...delivery,
      notices: [
        ...delivery.notices,
        { _tag: "Open", id: notice, text, ...(report === undefined ? {} : { report }), raisedBy: by, raisedAt: at }
      ]
    }),
    NoticeAnswered: ({ notice, text }): Delivery => ({
      ...delivery,
      notices: delivery.notices.map((other) => (other.id === notice ? answered(other, { text, by, at }) : other))
    }),
    LessonRecorded: ({ kind, text }): Delivery => ({
      ...delivery,
      lessons: [...delivery.lessons, { kind, text, by, at }]
    })
  })
}
