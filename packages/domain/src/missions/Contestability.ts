import { Schema } from "effect"
import { OrganisationId } from "../kernel/Actor.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { IsoDate } from "../kernel/ThaiDate.ts"

/** CNT-1: competition exists already, or none exists and the state delegates. */
export const markets = {
  competitive: { th: "มีการแข่งขันอยู่แล้ว", en: "competition exists already" },
  delegated: { th: "ไม่มีการแข่งขัน รัฐมอบให้ดำเนินการ", en: "no competition: the state delegates" }
} as const satisfies Record<string, Wording>

/** CNT-2: the aims of opening a mission, each rated from 1 (hardly served) to 5 (fully served). */
export const aims = {
  efficiency: { th: "การยกระดับประสิทธิภาพและประสิทธิผล", en: "raise efficiency and effectiveness" },
  quality: { th: "การพัฒนาคุณภาพ", en: "develop quality" },
  innovation: {
    th: "การสร้างแรงจูงใจแก่ผู้ให้บริการในการริเริ่มนวัตกรรม",
    en: "give providers a reason to innovate"
  },
  fairness: { th: "ความเป็นธรรมและความทั่วถึง", en: "fairness and reach" }
} as const satisfies Record<string, Wording>

export const Rating = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 }))

export const Contestability = Schema.Struct({
  market: Schema.Literals(["competitive", "delegated"]),
  efficiency: Rating,
  quality: Rating,
  innovation: Rating,
  fairness: Rating,
  /** Why it is rated so; absent where it was rated before that was asked for. */
  note: Schema.optionalKey(Schema.String)
})
export type Contestability = typeof Contestability.Type

/** CNT-1: a new competition that was held outside, as a fact. */
export const Competition = Schema.Struct({
  id: Schema.String.check(Schema.isUUID()),
  on: IsoDate,
  /** The call, in the words by which it is found. */
  reference: Schema.String,
  /** Who came first; none where nobody did. */
  winner: Schema.optionalKey(OrganisationId),
  outcome: Schema.String
})
export type Competition = typeof Competition.Type

/** CNT-1: where no market competes, a renewal comes only after a new competition. */
export const renewalNeedsCompetition = (contestability: Contestability | undefined): boolean =>
  contestability?.market === "delegated"
