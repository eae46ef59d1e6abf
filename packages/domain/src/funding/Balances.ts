import { type Accounts, disbursedOf, sumsOf } from "./Books.ts"
import type { Funding, Tranche } from "./Funding.ts"

/**
 * Where the money stands (MON-2, MON-5, MON-6). After every event
 *
 *     committed = available + prepared + held + spent + returned + carriedOver
 *
 * so that once nothing is prepared and nothing undecided, the accounts reconcile to zero: what was committed is spent,
 * returned or carried over.
 */
export interface Balances {
  /** All that sources gave, returned or not. */
  readonly committed: bigint
  /** Waits for approval. */
  readonly prepared: bigint
  /** Approved and not reversed. */
  readonly paid: bigint
  /** Reported by the recipient. */
  readonly spent: bigint
  readonly returned: bigint
  readonly carriedOver: bigint
  /** Neither paid, prepared nor decided on: the ceiling of the next disbursement. */
  readonly available: bigint
  /** Paid, not spent, not decided on: with the recipient. */
  readonly held: bigint
  /** Unspent and undecided: available and held together. */
  readonly undecided: bigint
}

export const balances = (funding: Accounts, spent: bigint): Balances => {
  const { carriedOver, committed, fromCommitment, paid, prepared, returned } = sumsOf(funding)
  const available = committed - prepared - paid - fromCommitment
  const held = spendable(funding) - spent
  return { committed, prepared, paid, spent, returned, carriedOver, available, held, undecided: available + held }
}

/** What the recipient can have spent: payments less what was given back or carried over out of them. */
export const spendable = (funding: Accounts): bigint => {
  const { fromPayments, paid } = sumsOf(funding)
  return paid - fromPayments
}

export interface TrancheStatus {
  readonly status: "unpaid" | "prepared" | "part-paid" | "paid"
  readonly prepared: bigint
  readonly paid: bigint
  /** What can still be prepared of it. */
  readonly left: bigint
}

export const trancheStatus = (
  funding: Pick<Accounts, "disbursements">,
  { amount, no }: Pick<Tranche, "amount" | "no">
): TrancheStatus => {
  const { paid, prepared } = disbursedOf(funding, no)
  const status = paid >= amount ? "paid" : paid > 0n ? "part-paid" : prepared > 0n ? "prepared" : "unpaid"
  return { status, prepared, paid, left: amount - prepared - paid }
}

/** Whether the accounts are reconciled and no audit has sent them back: nothing about the money changes then. */
export const settled = ({ closing }: Funding): boolean =>
  closing._tag !== "Open" && !(closing._tag === "Audited" && closing.audit.opinion === "adverse")
