import { Result, Schema } from "effect"
import { Money, type Satang, sum, toDecimalString, zero } from "../kernel/Money.ts"
import { months, Period } from "../kernel/Period.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { Instrument } from "./Instrument.ts"
import { AgreedTranche, UnitCost } from "./Parts.ts"
import { refuse } from "./refusals.ts"

/** MOD-P2: income and volume that the owner guarantees to the partner. */
export const Guarantee = Schema.Struct({ income: Money, volume: Schema.String })

export const Terms = Schema.Struct({
  instrument: Instrument,
  /** MOD-3: whether the instrument binds in law. */
  binding: Schema.Boolean,
  objectives: Schema.String,
  conditions: Schema.Array(Schema.String),
  period: Period,
  /** Absent where no money is given. */
  value: Schema.optionalKey(Money),
  unitCosts: Schema.Array(UnitCost),
  /** Absent where nothing is paid, or where it was drafted before the tranches were part of what is signed. */
  tranches: Schema.optionalKey(Schema.Array(AgreedTranche)),
  sla: Schema.optionalKey(Schema.String),
  noSlaReason: Schema.optionalKey(Schema.String),
  /** Why the term begins long before or after it is signed. */
  termReason: Schema.optionalKey(Schema.String),
  guarantee: Schema.optionalKey(Guarantee)
})
export type Terms = typeof Terms.Type

/** What the terms are held against: the agency's thresholds for an SLA. */
export interface DraftingFacts {
  readonly slaValue: bigint
  readonly slaMonths: number
}

/** COL-5b: up to what a mandate is needed for the agreement. */
export const valueOf = ({ value }: Pick<Terms, "value">): Satang => value ?? zero

/** Nothing of money stands in terms that name no value. */
const moneyless = (terms: Terms): Decision<Terms, "ValueMissing"> => {
  const { guarantee, tranches = [], unitCosts } = terms
  return unitCosts.length === 0 && tranches.length === 0 && guarantee === undefined
    ? Result.succeed(terms)
    : refuse("ValueMissing", {}, { field: "/value" })
}

/** PBC-U, PBC-S2: where money is given, it rests on unit cost; any instrument may be without (MOD-3). */
export const sound = (
  terms: Terms,
  { slaMonths, slaValue }: DraftingFacts
): Decision<Terms, "UnitCostMissing" | "UnitCostsDoNotSum" | "SlaReasonMissing" | "ValueMissing"> => {
  const { noSlaReason, period, sla, unitCosts, value } = terms
  if (value === undefined) return moneyless(terms)
  if (unitCosts.length === 0) return refuse("UnitCostMissing", {}, { field: "/unitCosts" })
  const total = sum(unitCosts.map(({ quantity, unitCost }) => BigInt(quantity) * unitCost))
  if (total !== value) {
    const facts = { value: toDecimalString(value), sum: toDecimalString(total) }
    return refuse("UnitCostsDoNotSum", facts, { field: "/unitCosts" })
  }
  const term = months(period)
  if (value >= slaValue && term >= slaMonths && sla === undefined && noSlaReason === undefined)
    return refuse("SlaReasonMissing", { value: toDecimalString(value), months: term }, { field: "/sla" })
  return Result.succeed(terms)
}
