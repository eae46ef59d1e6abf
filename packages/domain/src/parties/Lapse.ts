import { addDays, bangkokDay, type Instant, type IsoDate, startOfDay } from "../kernel/ThaiDate.ts"

/** SEC-10, in days: long enough for a leave and a handover of duties, short enough that who proposed it still knows why. */
export const answeredWithin = 30

/** The last day on which what has waited since then can be answered. */
export const answerableUntil = (since: Instant): IsoDate => addDays(bangkokDay(since), answeredWithin)

/** From when on it has lapsed. */
export const lapsesAt = (since: Instant): Instant => startOfDay(addDays(answerableUntil(since), 1))
