import { Result } from "effect"
import type { Context } from "../engine/Context.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { type Agreement, AgreementEvent, inForce } from "./Agreement.ts"
import type { AmendedTerms, Amendment, PartySide, Signature } from "./Parts.ts"
import { refuse } from "./refusals.ts"
import { type DraftingFacts, sound, type Terms } from "./Terms.ts"

const event = AgreementEvent.cases

/** The one amendment that waits for signatures. */
export const waiting = (agreement: Agreement | undefined): Amendment | undefined =>
  agreement?._tag === "InForce" ? agreement.amendments?.find(({ status }) => status === "proposed") : undefined

/** ACT-8: a signature given for other terms does not outlive a change of those in force, so that one thing is changed at a time. */
export const nothingWaits = (agreement: Agreement | undefined): Decision<void, "AmendmentWaiting"> =>
  waiting(agreement) === undefined ? Result.succeed(undefined) : refuse("AmendmentWaiting", {})

/** The terms as they will be once the amendment is in force. */
export const amended = (terms: Terms, { money, tranches }: Pick<AmendedTerms, "money" | "tranches">): Terms => ({
  ...terms,
  ...money,
  ...(tranches === undefined ? {} : { tranches })
})

/** ACT-8, PBC-U: money comes in where there is none, on the same footing as in a draft; the value signed for stays. */
export const bringsMoney = (terms: Terms, change: Pick<AmendedTerms, "money" | "tranches">, facts: DraftingFacts) => {
  const { money, tranches = [] } = change
  if (money !== undefined && terms.value !== undefined) return refuse("ValueAgreed", {}, { field: "/money" })
  if (money === undefined)
    return terms.value === undefined && tranches.length > 0
      ? refuse("ValueMissing", {}, { field: "/money" })
      : Result.succeed(terms)
  return Result.mapError(sound(amended(terms, change), facts), (refused) =>
    refused.field === undefined ? refused : { ...refused, field: `/money${refused.field}` }
  )
}

export const canPropose = (agreement: Agreement | undefined) =>
  Result.flatMap(inForce(agreement), () => nothingWaits(agreement))

export const propose = (
  agreement: Agreement | undefined,
  terms: AmendedTerms,
  side: PartySide,
  { actor, newId }: Pick<Context, "actor" | "newId">
) =>
  Result.map(canPropose(agreement), () => [
    event.AmendmentProposed.make({
      amendment: { ...terms, id: newId(), side, proposedBy: actor.account }
    })
  ])

const proposed = (agreement: Agreement | undefined, amendment: string) =>
  Result.flatMap(inForce(agreement), () => {
    const found = waiting(agreement)
    return found?.id === amendment
      ? Result.succeed(found)
      : refuse("AmendmentUnknown", { amendment }, { field: "/amendment" })
  })

export const canSign = (agreement: Agreement | undefined, amendment: string, side: PartySide) =>
  Result.flatMap(
    proposed(agreement, amendment),
    (found): Decision<Amendment, "AlreadySigned"> =>
      found.signatures.some((signature) => signature.side === side)
        ? refuse("AlreadySigned", { side })
        : Result.succeed(found)
  )

const termsOf = ({ conditions, measures, money, objectives, reason, tranches }: AmendedTerms): AmendedTerms => ({
  objectives,
  conditions,
  reason,
  ...(tranches === undefined ? {} : { tranches }),
  ...(money === undefined ? {} : { money }),
  ...(measures === undefined ? {} : { measures })
})

/** ACT-8, COL-5b: with both signatures the new terms are in force. */
export const sign = (agreement: Agreement | undefined, amendment: string, signature: Signature) =>
  Result.map(canSign(agreement, amendment, signature.side), ({ id, signatures, ...found }) => [
    signatures.length === 0
      ? event.AmendmentSigned.make({ amendment: id, signature })
      : event.AgreementAmended.make({ ...termsOf(found), amendment: id, signatures: [...signatures, signature] })
  ])

/** ACT-8: nobody is held to what is not agreed: the other side declines it, the side that proposed it withdraws it. */
export const decline = (agreement: Agreement | undefined, amendment: string, side: PartySide, reason: string) =>
  Result.map(proposed(agreement, amendment), ({ id }) => [
    event.AmendmentDeclined.make({ amendment: id, side, reason })
  ])
