import { Result } from "effect"
import type { Context } from "../engine/Context.ts"
import type { AccountId } from "../kernel/Actor.ts"
import { ofDate } from "../kernel/FiscalYear.ts"
import { type Satang, sum, toDecimalString } from "../kernel/Money.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { balances, spendable, trancheStatus } from "./Balances.ts"
import { bySource, disbursementIn } from "./Books.ts"
import { availableIn, drawnFrom, receivedOf } from "./BySource.ts"
import { unsettled } from "./Committing.ts"
import { Basis, type Disbursement, type Funding, FundingEvent, type Tranche } from "./Funding.ts"
import { refuse } from "./refusals.ts"
import type { SourceId } from "./Source.ts"
import { inItsYear, type OfYear, payableIn } from "./Years.ts"

const event = FundingEvent.cases

/** The accepted evaluation before a tranche, or the one that it waits for. */
export type EvaluationBefore =
  | typeof Basis.cases.AcceptedEvaluation.Type
  | { readonly _tag: "Awaited"; readonly evaluation: string }

export interface ReleaseFacts {
  /** Asked for every tranche but the first. */
  readonly evaluationBefore: (tranche: Tranche) => EvaluationBefore
}

/** What a payment rests on besides: the sources of the partnership, each with its fiscal year. */
export interface PaymentFacts extends ReleaseFacts {
  readonly sources: ReadonlyArray<OfYear>
}

const trancheOf = ({ tranches }: Funding, no: number) => {
  const tranche = tranches.find((tranche) => tranche.no === no)
  return tranche === undefined
    ? refuse("TrancheUnknown", { tranche: no }, { field: "/tranche" })
    : Result.succeed(tranche)
}

const basisFor = (tranche: Tranche, { evaluationBefore }: ReleaseFacts) => {
  if (tranche.no === 1) return Result.succeed(Basis.cases.FirstTranche.make({}))
  const before = evaluationBefore(tranche)
  return before._tag === "Awaited"
    ? refuse("EvaluationNotAccepted", { tranche: tranche.no, evaluation: before.evaluation })
    : Result.succeed(before)
}

/** What no amount changes: the tranche is there, and what it depends on is accepted (PBC-7, MON-3). */
export const canPrepare = (funding: Funding, tranche: number, facts: ReleaseFacts) =>
  Result.gen(function* () {
    yield* unsettled(funding)
    const found = yield* trancheOf(funding, tranche)
    return { tranche: found, basis: yield* basisFor(found, facts) }
  })

export interface Payment {
  readonly tranche: number
  readonly amount: Satang
  /** It is meant, although the same amount of the tranche is prepared or paid already. */
  readonly again?: boolean
  /** The source that it is drawn from; else the one that committed first. */
  readonly source?: SourceId
  readonly note?: string
}

/** MON-2: an amount that is asked for a second time may be a slip of the hand, unless the sender says that it is another. */
const notTwice = ({ disbursements }: Funding, { again, amount, tranche }: Payment, { keyed }: Context) => {
  const isSame = (other: Disbursement) =>
    other.tranche === tranche && other.amount === amount && (other._tag === "Prepared" || other._tag === "Approved")
  return again === true || keyed === true || !disbursements.some(isSame)
    ? Result.succeed(undefined)
    : refuse("PaymentRepeated", { tranche, amount: toDecimalString(amount) }, { field: "/again" })
}

/** MON-2, MON-5: prepared and approved together, nothing exceeds the tranche, nor what each source gives for this year. */
export const prepare = (funding: Funding, payment: Payment, facts: PaymentFacts, context: Context) =>
  Result.gen(function* () {
    const { basis, tranche } = yield* canPrepare(funding, payment.tranche, facts)
    yield* notTwice(funding, payment, context)
    const asked = toDecimalString(payment.amount)
    const { left } = trancheStatus(funding, tranche)
    if (payment.amount > left) {
      const facts = { tranche: tranche.no, asked, available: toDecimalString(left) }
      return yield* refuse("TrancheExceeded", facts, { field: "/amount" })
    }
    const { again: _, source, ...terms } = payment
    if (source !== undefined && !bySource(funding).has(source))
      return yield* refuse("RecordNotFound", { record: "source", id: source }, { field: "/source" })
    const given = drawnFrom(availableIn(bySource(funding)), payment.amount, source)
    const available = sum(given.map(({ amount }) => amount))
    if (payment.amount > available) {
      return yield* refuse("CeilingExceeded", { asked, available: toDecimalString(available) }, { field: "/amount" })
    }
    const { today } = context
    const sources = drawnFrom(payableIn(funding, ofDate(today), facts.sources), payment.amount, source)
    yield* inItsYear(given, sources, { ...facts, today })
    return [event.DisbursementPrepared.make({ ...terms, sources, disbursement: context.newId(), basis })]
  })

type Prepared = Extract<Disbursement, { readonly _tag: "Prepared" }>
type Approved = Extract<Disbursement, { readonly _tag: "Approved" }>

type Unknown = "DisbursementUnknown" | "DisbursementNotPending"

const disbursementOf = (funding: Funding, disbursement: string) => {
  const found = disbursementIn(funding, disbursement)
  return found === undefined
    ? refuse("DisbursementUnknown", { disbursement }, { field: "/disbursement" })
    : Result.succeed(found)
}

const pending = (funding: Funding, disbursement: string): Decision<Prepared, Unknown> =>
  Result.flatMap(disbursementOf(funding, disbursement), (found) =>
    found._tag === "Prepared" ? Result.succeed(found) : refuse("DisbursementNotPending", { status: found._tag })
  )

const paid = (funding: Funding, disbursement: string): Decision<Approved, Unknown> =>
  Result.flatMap(disbursementOf(funding, disbursement), (found) =>
    found._tag === "Approved" ? Result.succeed(found) : refuse("DisbursementNotPending", { status: found._tag })
  )

/** SEP-1: one who has done the one duty cannot do the other. */
export const anotherPerson = (
  { actor }: Context,
  act: string,
  others: ReadonlyArray<readonly [duty: string, account: AccountId]>
) => {
  const other = others.find(([, account]) => account === actor.account)
  return other === undefined ? Result.succeed(undefined) : refuse("SamePerson", { act, other: other[0] })
}

/** SEP-1, MON-2: approved by another person, under a ceiling that may have come down since it was prepared. */
export const approve = (funding: Funding, disbursement: string, context: Context) =>
  Result.flatMap(
    Result.flatMap(unsettled(funding), () => pending(funding, disbursement)),
    ({ amount, preparedBy }) =>
      Result.flatMap(anotherPerson(context, "approve", [["prepare", preparedBy]]), () => {
        const available = balances(funding, 0n).available + amount
        const ceiling = toDecimalString(available < 0n ? 0n : available)
        return amount > available
          ? refuse("CeilingExceeded", { asked: toDecimalString(amount), available: ceiling })
          : Result.succeed([event.DisbursementApproved.make({ disbursement })])
      })
  )

/** MON-5: what was prepared in one fiscal year is paid in another only if the money was carried over into that. */
export const payableNow = (
  funding: Funding,
  disbursement: string,
  sources: ReadonlyArray<OfYear>,
  { today }: Context
) => {
  const shares = disbursementIn(funding, disbursement)?.sources ?? []
  const others = { ...funding, disbursements: funding.disbursements.filter(({ id }) => id !== disbursement) }
  const payable = payableIn(others, ofDate(today), sources)
  const drawn = shares.flatMap(({ amount, source }) => drawnFrom(payable, amount, source))
  return inItsYear(shares, drawn, { sources, today, prepared: true })
}

export const canReject = (funding: Funding, disbursement: string) =>
  Result.map(
    Result.flatMap(unsettled(funding), () => pending(funding, disbursement)),
    () => undefined
  )

export const reject = (funding: Funding, disbursement: string, reason: string) =>
  Result.map(canReject(funding, disbursement), () => [event.DisbursementRejected.make({ disbursement, reason })])

/** What the recipient has reported as spent. */
export interface SpendingFacts {
  readonly spent: bigint
}

/** MON-5: what the recipient has given back of a payment is with its source, and does not come back a second time. */
const notReturned = (funding: Funding, disbursement: string) => {
  const before = bySource(funding)
  const reversed = funding.disbursements.filter(({ id }) => id !== disbursement)
  const short = [...bySource({ ...funding, disbursements: reversed })].find(([, position]) => receivedOf(position) < 0n)
  return short === undefined
    ? Result.succeed(undefined)
    : refuse("PaymentReturned", { returned: toDecimalString(before.get(short[0])?.fromPayments ?? 0n) })
}

/** A payment is reversed by an entry of its own, by someone other than its preparer, unless it is spent already. */
export const canReverse = (funding: Funding, disbursement: string, { spent }: SpendingFacts, context: Context) =>
  Result.gen(function* () {
    yield* unsettled(funding)
    const { amount, preparedBy } = yield* paid(funding, disbursement)
    yield* anotherPerson(context, "reverse", [["prepare", preparedBy]])
    yield* notReturned(funding, disbursement)
    const left = spendable(funding) - amount
    if (spent > left) {
      const paid = toDecimalString(left < 0n ? 0n : left)
      return yield* refuse("SpendingExceedsPayments", { spent: toDecimalString(spent), paid })
    }
  })

export const reverse = (
  funding: Funding,
  { disbursement, reason }: { readonly disbursement: string; readonly reason: string },
  facts: SpendingFacts,
  context: Context
) =>
  Result.map(canReverse(funding, disbursement, facts, context), () => [
    event.DisbursementReversed.make({ disbursement, reason })
  ])
