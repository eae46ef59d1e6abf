import * as Reports from "../../delivery/Report.ts"
import type { Context } from "../../engine/Context.ts"
import type { Period } from "../../kernel/Period.ts"
import { bangkokDay } from "../../kernel/ThaiDate.ts"
import { type DateFacts, onDay, within } from "../DateRules.ts"
import type { Partnership } from "../Partnership.ts"
import { endOf } from "./due.ts"

type Today = Pick<Context, "today">

/** The term of an agreement that both sides have signed, up to an early end. */
const termOf = (partnership: Partnership): Period | undefined => {
  const { agreement } = partnership
  const end = endOf(partnership)
  if (agreement === undefined || end === undefined || agreement._tag === "Draft" || agreement._tag === "Signing")
    return undefined
  const { from } = agreement.terms.period
  return { from, to: end < from ? from : end }
}

/** What the dates of an act are held against; of the reports without the one that it corrects. */
export const datesOf = (partnership: Partnership, { today }: Today, corrected?: number): DateFacts => {
  const reports = Reports.standing(partnership.delivery.reports).filter(({ no }) => no !== corrected)
  const final = reports.find((report) => report.final === true)
  const term = termOf(partnership)
  return {
    today,
    started: bangkokDay(partnership.startedAt),
    ...(term === undefined ? {} : { term }),
    reported: reports.map(({ period }) => period),
    ...(final === undefined ? {} : { final: final.period.to })
  }
}

/** The day of the act itself, by its operation. */
export const inTime = (operation: string, partnership: Partnership, context: Today) =>
  within(operation, undefined, onDay(context.today), datesOf(partnership, context))
