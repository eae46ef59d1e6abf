import { Result } from "effect"
import { largest, type Satang, sum, toDecimalString } from "../kernel/Money.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { balances, settled, trancheStatus } from "./Balances.ts"
import { type Funding, FundingEvent, type Tranche } from "./Funding.ts"
import { refuse } from "./refusals.ts"
import type { SourceId } from "./Source.ts"

const event = FundingEvent.cases

/** MON-6: once the accounts are reconciled, nothing about the money changes, unless an adverse audit sent them back. */
export const unsettled = (funding: Funding) =>
  settled(funding) ? refuse("AccountsSettled", { status: funding.closing._tag }) : Result.succeed(undefined)

/** MON-2: what is committed and not returned never exceeds the agreement's value. The source decides for itself. */
export const commit = (
  funding: Funding,
  { amount, source }: { readonly source: SourceId; readonly amount: Satang },
  { agreementValue }: { readonly agreementValue: Satang }
) =>
  Result.flatMap(unsettled(funding), () => {
    const { committed, returned } = balances(funding, 0n)
    const exceeds = (sum: bigint, value: bigint) =>
      refuse(
        "CommitmentExceedsAgreement",
        { committed: toDecimalString(sum), value: toDecimalString(value) },
        { field: "/amount" }
      )
    const after = committed - returned + amount
    if (after > agreementValue) return exceeds(after, agreementValue)
    // What was committed in all, returned or not, is an amount of the final statement too.
    return committed + amount > largest
      ? exceeds(committed + amount, largest)
      : Result.succeed([event.MoneyCommitted.make({ source, amount })])
  })

/** A tranche as it is agreed; its number and step follow from its place in the schedule. */
export interface TrancheTerms {
  readonly amount: Satang
  readonly label?: string
  readonly condition?: string
}

export interface ScheduleFacts {
  readonly agreementValue: Satang
  /** The keys of the process's disbursement steps, in order. */
  readonly disbursementSteps: ReadonlyArray<string>
}

const coversUse = (funding: Funding, tranches: ReadonlyArray<Tranche>) => {
  const used = funding.disbursements.filter(({ _tag }) => _tag === "Prepared" || _tag === "Approved")
  const lost = used.find(({ tranche }) => !tranches.some(({ no }) => no === tranche))
  if (lost !== undefined) return refuse("TrancheUnknown", { tranche: lost.tranche }, { field: "/tranches" })
  for (const tranche of tranches) {
    const { left } = trancheStatus(funding, tranche)
    const before = funding.tranches.find(({ no }) => no === tranche.no)?.amount ?? tranche.amount
    // What was reversed was paid once: raised and paid again, it would pass by the evaluation of the next tranche.
    const isUsed = funding.disbursements.some(({ _tag, tranche: paid }) => paid === tranche.no && _tag !== "Rejected")
    if (tranche.amount > before && isUsed) {
      const facts = { tranche: tranche.no, amount: toDecimalString(before), asked: toDecimalString(tranche.amount) }
      return refuse("TrancheRaised", facts, { field: `/tranches/${tranche.no - 1}/amount` })
    }
    if (left < 0n) {
      const { amount, no } = tranche
      return refuse(
        "TrancheExceeded",
        { tranche: no, asked: toDecimalString(amount - left), available: toDecimalString(amount) },
        { field: `/tranches/${no - 1}/amount` }
      )
    }
  }
  return Result.succeed(undefined)
}

/** MON-3: the agreement's value in as many parts as the process pays in. */
export const laidOut = (
  terms: ReadonlyArray<TrancheTerms>,
  { agreementValue, disbursementSteps }: ScheduleFacts
): Decision<ReadonlyArray<Tranche>, "TranchesDoNotMatch" | "TranchesDoNotSum"> => {
  if (agreementValue === 0n && terms.length === 0) return Result.succeed([])
  if (terms.length !== disbursementSteps.length) {
    const counts = { given: terms.length, needed: disbursementSteps.length }
    return refuse("TranchesDoNotMatch", counts, { field: "/tranches" })
  }
  const total = sum(terms.map(({ amount }) => amount))
  if (total !== agreementValue) {
    const facts = { sum: toDecimalString(total), value: toDecimalString(agreementValue) }
    return refuse("TranchesDoNotSum", facts, { field: "/tranches" })
  }
  return Result.succeed(
    disbursementSteps.flatMap((step, index): ReadonlyArray<Tranche> => {
      const term = terms[index]
      return term === undefined ? [] : [{ ...term, no: index + 1, step }]
    })
  )
}

/** MON-3, PBC-7: the parts already used stay covered, and do not take in what waits for a later evaluation. */
export const schedule = (funding: Funding, terms: ReadonlyArray<TrancheTerms>, facts: ScheduleFacts) =>
  Result.gen(function* () {
    yield* unsettled(funding)
    const tranches = yield* laidOut(terms, facts)
    yield* coversUse(funding, tranches)
    return [event.TranchesScheduled.make({ tranches })]
  })
