import * as Reports from "../../delivery/Report.ts"
import type { Target } from "../../engine/Handler.ts"
import type { Timing } from "../../engine/Record.ts"
import { addDays, bangkokDay, type IsoDate } from "../../kernel/ThaiDate.ts"
import type { Partnership } from "../Partnership.ts"

/** PRO-2: how many days each of these may take. */
const days = {
  /** From the day a notice is given; as long as an agency has to answer a letter (Royal Decree 2003, section 38). */
  answer: 15,
  /** From the end of an activity, or of the agreement. */
  report: 30,
  /** From the end of the agreement. */
  reconciled: 60,
  audited: 90,
  closed: 120
} as const

/** The last day of the agreement: that of its term, or the one on which it was terminated before. */
const endOf = ({ agreement }: Partnership): IsoDate | undefined => {
  if (agreement?._tag !== "Terminated") return agreement?.terms.period.to
  const terminated = bangkokDay(agreement.terminatedAt)
  return terminated < agreement.terms.period.to ? terminated : agreement.terms.period.to
}

/** What a report is due for: each activity of the plan, and the agreement as a whole, by the day on which it ends. */
const endsToReport = (partnership: Partnership): ReadonlyArray<IsoDate> => {
  const end = endOf(partnership)
  const activities = partnership.plan?.activities ?? []
  return [...activities.map(({ period }) => period.to), ...(end === undefined ? [] : [end])].sort()
}

/** A report covers what ended in its period, unless it was given before that day. */
const isReported = ({ delivery }: Partnership, day: IsoDate): boolean =>
  Reports.standing(delivery.reports).some(
    ({ certifiedAt, period }) => period.to >= day && bangkokDay(certifiedAt) >= day
  )

/** GRA-4, PRO-2: by when the next report is due. */
export const reportTiming = (partnership: Partnership): Pick<Timing, "due"> => {
  const next = endsToReport(partnership).find((day) => !isReported(partnership, day))
  return next === undefined ? {} : { due: addDays(next, days.report) }
}

/** GRA-4a, PRO-2: a notice waits since it was given. */
export const answerTiming = ({ delivery }: Partnership, target: Target | undefined): Pick<Timing, "since" | "due"> => {
  const notice = delivery.notices.find(({ id }) => id === target?.value)
  if (notice === undefined) return {}
  return { since: notice.raisedAt, due: addDays(bangkokDay(notice.raisedAt), days.answer) }
}

/** PBC-9, PRO-2: by when the accounts come to the next stage of their closing. */
export const closingTiming =
  (stage: "reconciled" | "audited" | "closed") =>
  (partnership: Partnership): Pick<Timing, "due"> => {
    const end = endOf(partnership)
    return end === undefined ? {} : { due: addDays(end, days[stage]) }
  }
