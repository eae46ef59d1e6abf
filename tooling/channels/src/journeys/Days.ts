import { ofDate } from "@phakhi/domain/kernel/FiscalYear"
import { lastDayOfTerm } from "@phakhi/domain/kernel/Period"
import { addDays, bangkokDay, fromMillis, type IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { Option } from "effect"

/** The channels run on the clock of the machine, so that every journey begins today. */
export const today: IsoDate = bangkokDay(Option.getOrThrow(fromMillis(Date.now())))

export const inDays = (days: number): IsoDate => addDays(today, days)
const begun = inDays(-60)
/** Twelve months, some of which are over, so that there is something to report on. */
export const term = { from: begun, to: lastDayOfTerm(begun, 12) }
export const budgetYear: number = ofDate(today)
