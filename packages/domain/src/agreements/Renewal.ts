import { Result } from "effect"
import type { Period } from "../kernel/Period.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { addDays } from "../kernel/ThaiDate.ts"
import { type Agreement, AgreementEvent, inForce } from "./Agreement.ts"
import type { PartySide, RenewalBasis, Renewing, Signature } from "./Parts.ts"
import { refuse } from "./refusals.ts"

const event = AgreementEvent.cases

export interface Renewal {
  readonly period: Period
  readonly reason: string
}

export interface RenewingFacts {
  readonly side: PartySide
  readonly basis: RenewalBasis
}

type NotRenewed = "RenewalDoesNotFollow" | "AlreadySigned"

/** Answers what the other side has signed for already, where it is the same term. */
export const canRenew = (agreement: Agreement | undefined, renewal: Renewal, { side }: Pick<RenewingFacts, "side">) =>
  Result.flatMap(
    inForce(agreement),
    ({ renewal: signed, terms: { period } }): Decision<Renewing | undefined, NotRenewed> => {
      const { from, to } = renewal.period
      if (from < period.from || from > addDays(period.to, 1) || to <= period.to)
        return refuse("RenewalDoesNotFollow", { to: period.to }, { field: "/period" })
      const same = signed?.period.from === from && signed.period.to === to
      if (same && signed.signature.side === side) return refuse("AlreadySigned", { side })
      return Result.succeed(same ? signed : undefined)
    }
  )

/** ACT-8, COL-5b: both sides sign for the same term; whoever signs for another one proposes that instead. */
export const renew = (agreement: Agreement | undefined, renewal: Renewal, facts: RenewingFacts, signature: Signature) =>
  Result.map(canRenew(agreement, renewal, facts), (signed) => [
    signed === undefined
      ? event.RenewalSigned.make({ renewal: { ...renewal, signature } })
      : event.AgreementRenewed.make({
          period: signed.period,
          reason: signed.reason,
          signatures: [signed.signature, signature],
          basis: facts.basis
        })
  ])
