import { Result } from "effect"
import type { Context } from "../engine/Context.ts"
import type { AccountId } from "../kernel/Actor.ts"
import type { FiscalYear } from "../kernel/FiscalYear.ts"
import { Satang, toDecimalString } from "../kernel/Money.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { balances, settled } from "./Balances.ts"
import { bySource } from "./Books.ts"
import { availableOf, receivedOf, releasesOf } from "./BySource.ts"
import { unsettled } from "./Committing.ts"
import { anotherPerson, type SpendingFacts } from "./Disbursing.ts"
import { type Disbursement, type Funding, FundingEvent, type Opinion, type Statement } from "./Funding.ts"
import { refuse } from "./refusals.ts"
import type { Source } from "./Source.ts"

const event = FundingEvent.cases

/** MON-5: there is unspent money that nothing has been decided about. */
export const canDecideUnspent = (funding: Funding, { spent }: SpendingFacts) =>
  Result.flatMap(unsettled(funding), () =>
    balances(funding, spent).undecided > 0n
      ? Result.succeed(undefined)
      : refuse("NothingLeft", { asked: toDecimalString(0n), left: toDecimalString(0n) })
  )

export interface Unspent {
  readonly amount: Satang
  readonly reason: string
}

/** Taken first from the cash that the recipient holds, then from what was never paid. */
const split = (funding: Funding, { amount, reason }: Unspent, { spent }: SpendingFacts) =>
  Result.flatMap(unsettled(funding), () => {
    const { held, undecided } = balances(funding, spent)
    if (amount > undecided) {
      const facts = { asked: toDecimalString(amount), left: toDecimalString(undecided) }
      return refuse("NothingLeft", facts, { field: "/amount" })
    }
    const fromPayments = Satang.make(amount < held ? amount : held)
    return Result.succeed({ amount, fromCommitment: Satang.make(amount - fromPayments), fromPayments, reason })
  })

/** MON-5: unspent money goes back to the sources that it came from; each of them records its own release. */
export const returnUnspent = (funding: Funding, unspent: Unspent, facts: SpendingFacts) =>
  Result.map(split(funding, unspent, facts), (parts) => [
    event.UnspentReturned.make({ ...parts, releases: releasesOf(funding, bySource(funding), parts) })
  ])

/** Unspent money of one source, and the fiscal year in which it is to be used. */
export interface CarriedOver extends Unspent {
  readonly fiscalYear: FiscalYear
}

/**
 * MON-5: unspent money of a source is committed anew for a later fiscal year (กันเงินไว้เบิกเหลื่อมปี): what is not paid can
 * still be paid, and what the recipient holds can still be spent. It is not settled by that (MON-6).
 */
export const carryOver = (
  funding: Funding,
  { amount, fiscalYear: to, reason }: CarriedOver,
  source: Pick<Source, "id" | "fiscalYear">,
  { spent }: SpendingFacts
) =>
  Result.gen(function* () {
    yield* unsettled(funding)
    const { fiscalYear: from, id } = source
    if (to <= from) return yield* refuse("CarriedOverBackwards", { from, to }, { field: "/fiscalYear" })
    const position = bySource(funding).get(id)
    const unpaid = position === undefined ? 0n : availableOf(position)
    const { held } = balances(funding, spent)
    const received = position === undefined ? 0n : receivedOf(position)
    const left = unpaid + (received < held ? received : held)
    if (amount > left) {
      const facts = { asked: toDecimalString(amount), left: toDecimalString(left) }
      return yield* refuse("NothingLeft", facts, { field: "/amount" })
    }
    const fromCommitment = Satang.make(amount < unpaid ? amount : unpaid)
    const parts = { amount, fromCommitment, fromPayments: Satang.make(amount - fromCommitment), reason }
    return [event.MoneyCarriedOver.make({ ...parts, carriedTo: { source: id, from, to } })]
  })

/** No payment waits for its approval. */
export const nothingPending = ({ disbursements }: Funding) => {
  const pending = disbursements.filter(({ _tag }) => _tag === "Prepared")
  const tranches = [...new Set(pending.map(({ tranche }) => String(tranche)))]
  return pending.length === 0
    ? Result.succeed(undefined)
    : refuse("DisbursementsPending", { pending: pending.map(({ id }) => id), tranches })
}

/** MON-6: nothing waits for approval, and nothing is unspent that was not returned, carried over or not. */
export const canReconcile = (funding: Funding, { spent }: SpendingFacts) =>
  Result.gen(function* () {
    yield* unsettled(funding)
    yield* nothingPending(funding)
    const { undecided } = balances(funding, spent)
    if (undecided > 0n) return yield* refuse("UnspentUndecided", { left: toDecimalString(undecided) })
  })

/** MON-6: spending by the vouchers is spending as reported, and with it the accounts come to zero. */
export const reconcile = (
  funding: Funding,
  books: { readonly spent: Satang; readonly note?: string },
  facts: SpendingFacts
) =>
  Result.gen(function* () {
    yield* canReconcile(funding, facts)
    const { carriedOver, committed, paid, returned } = balances(funding, facts.spent)
    const difference = committed - returned - carriedOver - books.spent
    if (difference !== 0n) {
      return yield* refuse("NotReconciled", { difference: toDecimalString(difference) }, { field: "/spent" })
    }
    const statement: Statement = {
      ...books,
      committed: Satang.make(committed),
      paid: Satang.make(paid),
      returned: Satang.make(returned),
      carriedOver: Satang.make(carriedOver)
    }
    return [event.AccountsReconciled.make({ statement })]
  })

type Duty = readonly [duty: string, account: AccountId]

const dutiesOn = (disbursement: Disbursement): ReadonlyArray<Duty> => {
  const prepared: Duty = ["prepare", disbursement.preparedBy]
  switch (disbursement._tag) {
    case "Prepared":
      return [prepared]
    case "Approved":
      return [prepared, ["approve", disbursement.approvedBy]]
    case "Rejected":
      return [prepared, ["reject", disbursement.rejectedBy]]
    case "Reversed":
      return [prepared, ["approve", disbursement.approvedBy], ["reverse", disbursement.reversedBy]]
  }
}

/** What was done about the money, and by whom. */
const dutiesDone = ({ closing, decisions, disbursements }: Funding): ReadonlyArray<Duty> => [
  ...disbursements.flatMap(dutiesOn),
  ...decisions.map(({ by }): Duty => ["decide-unspent", by]),
  ...(closing._tag === "Reconciled" ? [["reconcile", closing.by] satisfies Duty] : [])
]

/** SEP-1: whether somebody has had a hand in the money, and so does not audit it. */
export const hadAHandIn = (funding: Funding, account: AccountId): boolean =>
  dutiesDone(funding).some(([, by]) => by === account)

/** SEP-1, PBC-9: the auditor has had no hand in the money. */
export const canAudit = (
  funding: Funding,
  context: Context
): Decision<void, "NotReconciled" | "AccountsSettled" | "SamePerson"> => {
  const { closing } = funding
  if (!settled(funding)) {
    const { carriedOver, committed, returned } = balances(funding, 0n)
    return refuse("NotReconciled", { difference: toDecimalString(committed - returned - carriedOver) })
  }
  if (closing._tag !== "Reconciled") return refuse("AccountsSettled", { status: closing._tag })
  return anotherPerson(context, "audit", dutiesDone(funding))
}

/** PBC-9: an adverse opinion sends the accounts back to be put right and reconciled again. */
export const audit = (
  funding: Funding,
  { note, opinion }: { readonly opinion: Opinion; readonly note: string },
  context: Context
) => Result.map(canAudit(funding, context), () => [event.AccountsAudited.make({ opinion, note })])

/** PBC-9, MON-6: closed after a clean or qualified audit, by someone other than the auditor. */
export const close = (
  funding: Funding,
  context: Context
): Decision<ReadonlyArray<FundingEvent>, "AccountsSettled" | "NotAudited" | "SamePerson"> => {
  const { closing } = funding
  if (closing._tag === "Closed") return refuse("AccountsSettled", { status: closing._tag })
  if (closing._tag !== "Audited") return refuse("NotAudited", { opinion: "none" })
  const { by, opinion } = closing.audit
  return opinion === "adverse"
    ? refuse("NotAudited", { opinion })
    : Result.map(anotherPerson(context, "close", [["audit", by]]), () => [event.AccountsClosed.make({})])
}
