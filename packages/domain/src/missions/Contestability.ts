import { Schema } from "effect"
import type { Wording } from "../kernel/Refusal.ts"

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
  note: Schema.optionalKey(Schema.String)
})
export type Contestability = typeof Contestability.Type

/** CNT-1: where no market competes, a renewal comes only after a new competition. */
export const renewalNeedsCompetition = (contestability: Contestability | undefined): boolean =>
  contestability?.market === "delegated"
