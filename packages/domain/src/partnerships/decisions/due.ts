import type { Target } from "../../engine/Handler.ts"
import type { Timing } from "../../engine/Record.ts"
import type { Actor } from "../../kernel/Actor.ts"
import { addDays, bangkokDay, format, type Instant, type IsoDate, startOfDay } from "../../kernel/ThaiDate.ts"
import { answerableUntil, lapsesAt } from "../../parties/Lapse.ts"
import { settling } from "../DateRules.ts"
import { sideOf } from "../Parties.ts"
import type { Partnership } from "../Partnership.ts"

/** PRO-2: how many days each of these may take. */
const days = {
  /** From the day a notice is given; as long as an agency has to answer a letter (Royal Decree 2003, section 38). */
  answer: 15,
  /** Before the end of the agreement: as long both sides have to settle whether it goes on. */
  ending: 60,
  /** From the end of the agreement. */
  reconciled: settling.paid,
  audited: 90,
  closed: settling.closed
} as const

/** The last day of the agreement: that of its term, or the one on which it was terminated before. */
export const endOf = ({ agreement }: Partnership): IsoDate | undefined => {
  if (agreement?._tag !== "Terminated") return agreement?.terms.period.to
  const terminated = bangkokDay(agreement.terminatedAt)
  return terminated < agreement.terms.period.to ? terminated : agreement.terms.period.to
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

type Standings = ReadonlyArray<Partnership["standing"]["_tag"]>

/** The end of the term is awaited as long as there is work to be done. */
export const atWork: Standings = ["Running", "Suspended"]

/** The accounts of an agreement that was terminated are closed as well (MON-6). */
const unclosed: Standings = [...atWork, "Terminated"]

/** PRO-2: the day by which a partnership as a whole has come to its end, with its accounts closed. */
export const endingDue = (partnership: Partnership): IsoDate | undefined => {
  const end = endOf(partnership)
  return end === undefined || !unclosed.includes(partnership.standing._tag) ? undefined : addDays(end, days.closed)
}

/** The last day on which somebody is asked to renew: the end of the term, or that of the answer to a signature given late. */
const renewableUntil = ({ agreement }: Partnership): IsoDate | undefined => {
  if (agreement?._tag !== "InForce") return undefined
  const { renewal, terms } = agreement
  const answered = renewal === undefined ? terms.period.to : addDays(bangkokDay(renewal.signature.at), days.answer)
  return answered > terms.period.to ? answered : terms.period.to
}

/**
 * CNT-1, ACT-8: a side is asked to sign the renewal that the other one has signed; before the end of the term both are
 * asked whether the agreement goes on. Once the term has ended, its accounts are closed, and that has days of its own.
 */
export const renewalAwaited = (
  partnership: Partnership,
  actor: Actor,
  { today }: { readonly today: IsoDate }
): boolean => {
  const { agreement, funding } = partnership
  const until = renewableUntil(partnership)
  if (until === undefined || agreement?._tag !== "InForce" || today > until) return false
  const { renewal, terms } = agreement
  if (renewal !== undefined) {
    // Once it has lapsed, the side that signed first is asked to sign anew.
    const isLapsed = today > answerableUntil(renewal.signature.at)
    return (renewal.signature.side === sideOf(partnership, actor)) === isLapsed
  }
  return funding.closing._tag === "Open" && today >= addDays(terms.period.to, -days.ending)
}

/** When the answer to `renewalAwaited` turns. */
export const renewalTurnsAt = (partnership: Partnership): ReadonlyArray<Instant> => {
  const { agreement } = partnership
  const until = renewableUntil(partnership)
  return until === undefined || agreement === undefined
    ? []
    : [
        startOfDay(addDays(agreement.terms.period.to, -days.ending)),
        ...(agreement._tag === "InForce" && agreement.renewal !== undefined
          ? [lapsesAt(agreement.renewal.signature.at)]
          : []),
        startOfDay(addDays(until, 1))
      ]
}

/** PRO-2: by when it is settled whether the agreement goes on, and what one is asked for. */
export const renewalTiming = (partnership: Partnership): Timing => {
  const { agreement } = partnership
  const due = renewableUntil(partnership)
  if (agreement?._tag !== "InForce" || due === undefined) return {}
  const { renewal, terms } = agreement
  if (renewal === undefined)
    return {
      since: startOfDay(addDays(terms.period.to, -days.ending)),
      due,
      step: {
        th: "ก่อนข้อตกลงสิ้นสุด หรือปล่อยให้สิ้นสุดแล้วปิดบัญชี",
        en: "before it ends, or let it end and close its accounts"
      }
    }
  const { to } = renewal.period
  return {
    since: renewal.signature.at,
    due,
    step: {
      th: `อีกฝ่ายลงนามถึงวันที่ ${format(to, "short", "th")} แล้ว`,
      en: `the other side has signed until ${format(to, "short", "en")}`
    }
  }
}

/** ACT-8: work that is suspended goes on, or is ended, before the term is over. */
export const resumingTiming = (partnership: Partnership): Pick<Timing, "due"> => {
  const end = endOf(partnership)
  return end === undefined ? {} : { due: end }
}
