import * as Reports from "../../delivery/Report.ts"
import type { Timing } from "../../engine/Record.ts"
import type { Wording } from "../../kernel/Refusal.ts"
import { addDays, bangkokDay, format, type Instant, type IsoDate, startOfDay } from "../../kernel/ThaiDate.ts"
import type { PlacedStep } from "../../processes/Composition.ts"
import * as Course from "../../processes/Course.ts"
import type { Partnership } from "../Partnership.ts"
import { nameOf } from "../Place.ts"
import { sentBackAt, since } from "./anew.ts"
import { endOf } from "./due.ts"

/** PRO-2: how many days a report may take, from the end of an activity or of the agreement. */
const daysToReport = 30

/**
 * What a report is due for: each activity of the plan, and the agreement as a whole, by the day on which it ends. What an
 * early end cut off is reported with the whole.
 */
const endsToReport = (partnership: Partnership): ReadonlyArray<IsoDate> => {
  const end = endOf(partnership)
  const activities = (partnership.plan?.activities ?? []).map(({ period }) => period.to)
  return end === undefined ? activities.sort() : [...activities.filter((day) => day <= end), end].sort()
}

/** A report covers what ended in its period, unless it was given before that day. */
const isReported = ({ delivery }: Partnership, day: IsoDate): boolean =>
  Reports.standing(delivery.reports).some(
    ({ certifiedAt, period }) => period.to >= day && bangkokDay(certifiedAt) >= day
  )

const firstUnreported = (partnership: Partnership): IsoDate | undefined =>
  endsToReport(partnership).find((day) => !isReported(partnership, day))

/** MON-3: an evaluation rests on a report of the recipient's since the one before it; a correction is not another. */
export const reportedSince = ({ delivery, evaluations }: Partnership): boolean => {
  const accepted = evaluations.flatMap(({ acceptedAt }) => (acceptedAt === undefined ? [] : [acceptedAt]))
  const reports = delivery.reports.filter(({ replaces }) => replaces === undefined)
  return (
    reports.length > accepted.length &&
    reports.some(({ certifiedAt }) => accepted.every((acceptedAt) => certifiedAt >= acceptedAt))
  )
}

/** The step that asks for a report: one of its own, or an evaluation that waits for it (MON-3). */
const stepAsking = (partnership: Partnership): PlacedStep | undefined =>
  Course.openSteps(Course.composedOf(partnership.course), partnership.course).find(
    ({ completion }) =>
      completion.by === "act" &&
      (completion.act === "report-submitted" ||
        (completion.act === "evaluation-accepted" && !reportedSince(partnership)))
  )

/**
 * GRA-4, MON-3: whether the recipient is asked for a report: by a step, or by the day, as something has ended that is not
 * reported. More may be given at any time.
 */
export const reportAwaited = (partnership: Partnership, today: IsoDate): boolean => {
  const ended = firstUnreported(partnership)
  return stepAsking(partnership) !== undefined || (ended !== undefined && ended <= today)
}

/** When the answer to `reportAwaited` turns. */
export const reportTurnsAt = (partnership: Partnership): ReadonlyArray<Instant> => {
  const ends = firstUnreported(partnership)
  return ends === undefined ? [] : [startOfDay(ends)]
}

const endedOn = (day: IsoDate | undefined): Wording | undefined =>
  day && {
    th: `เรื่องที่สิ้นสุดวันที่ ${format(day, "short", "th")}`,
    en: `for what ended on ${format(day, "short", "en")}`
  }

/** PRO-2: since when a report is asked for, what for, and by when it is due. */
export const reportTiming = (partnership: Partnership): Timing => {
  const { course, startedAt } = partnership
  const asking = stepAsking(partnership)
  const opened =
    asking === undefined ? undefined : Course.openedAt(Course.composedOf(course), course, asking.key, startedAt)
  const ends = firstUnreported(partnership)
  const [first] = [opened, ends === undefined ? undefined : startOfDay(ends)].filter((at) => at !== undefined).sort()
  const step = asking === undefined ? endedOn(ends) : nameOf(asking)
  return {
    ...since(first, sentBackAt(partnership)),
    ...(ends === undefined ? {} : { due: addDays(ends, daysToReport) }),
    ...(step === undefined ? {} : { step })
  }
}
