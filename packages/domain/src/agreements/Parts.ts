import { Schema } from "effect"
import { AccountId, OrganisationId } from "../kernel/Actor.ts"
import { Money } from "../kernel/Money.ts"
import { Period } from "../kernel/Period.ts"
import { personal } from "../kernel/Personal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { Measures } from "../plans/Plan.ts"

export const PartySide = Schema.Literals(["owner", "recipient"])
export type PartySide = typeof PartySide.Type

export const Signature = Schema.Struct({
  side: PartySide,
  organisation: OrganisationId,
  account: AccountId,
  mandate: Schema.String,
  signatory: personal({ position: Schema.String }),
  at: Instant
})
export type Signature = typeof Signature.Type

export const Announcement = Schema.Struct({ where: Schema.String, reference: Schema.String, at: Instant })

/** GRA-3: a change of conditions that the recipient asks for and the owner approves. */
export const Change = Schema.Struct({
  id: Schema.String,
  conditions: Schema.Array(Schema.String),
  reason: Schema.String,
  requestedBy: AccountId,
  /** `overtaken`: other terms came into force before it was answered. */
  status: Schema.Literals(["requested", "approved", "declined", "overtaken"])
})
export type Change = typeof Change.Type

/** CNT-1: what a renewal rests on. */
export const RenewalBasis = Schema.TaggedUnion({
  Market: {},
  Competition: { competition: Schema.String, reference: Schema.String },
  Evaluation: { evaluation: Schema.String, step: Schema.String }
})
export type RenewalBasis = typeof RenewalBasis.Type

/** A renewal that both sides have signed; without a basis where none was recorded. */
export const Renewed = Schema.Struct({ period: Period, at: Instant, basis: Schema.optionalKey(RenewalBasis) })

/** A term that one side has signed for and the other has not yet. */
export const Renewing = Schema.Struct({ period: Period, reason: Schema.String, signature: Signature })
export type Renewing = typeof Renewing.Type

/** PBC-7: one part of the value, in the order in which the process pays, and what it is paid on. */
export const AgreedTranche = Schema.Struct({
  amount: Money,
  label: Schema.optionalKey(Schema.String),
  condition: Schema.optionalKey(Schema.String)
})
export type AgreedTranche = typeof AgreedTranche.Type

/** PBC-U: what one unit of the service costs, and how many are agreed. */
export const UnitCost = Schema.Struct({
  item: Schema.String,
  unit: Schema.String,
  quantity: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100_000_000 })),
  unitCost: Money
})
export type UnitCost = typeof UnitCost.Type

/** Money that comes into an agreement that was signed without, on the same footing as in a draft. */
export const MoneyTerms = Schema.Struct({
  value: Money,
  unitCosts: Schema.Array(UnitCost),
  sla: Schema.optionalKey(Schema.String),
  noSlaReason: Schema.optionalKey(Schema.String)
})
export type MoneyTerms = typeof MoneyTerms.Type

/** ACT-8: what an amendment says anew, as a whole, and why. Tranches and measures that it does not name stay. */
export const AmendedTerms = Schema.Struct({
  objectives: Schema.String,
  conditions: Schema.Array(Schema.String),
  tranches: Schema.optionalKey(Schema.Array(AgreedTranche)),
  money: Schema.optionalKey(MoneyTerms),
  measures: Schema.optionalKey(Measures),
  reason: Schema.String
})
export type AmendedTerms = typeof AmendedTerms.Type

export const ProposedAmendment = Schema.Struct({
  ...AmendedTerms.fields,
  id: Schema.String,
  side: PartySide,
  proposedBy: AccountId
})

/** ACT-8: other terms, in force once each side has signed them by someone with a mandate. */
export const Amendment = Schema.Struct({
  ...ProposedAmendment.fields,
  proposedAt: Instant,
  status: Schema.Literals(["proposed", "agreed", "declined", "withdrawn"]),
  signatures: Schema.Array(Signature)
})
export type Amendment = typeof Amendment.Type
