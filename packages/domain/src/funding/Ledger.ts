import type { Posting } from "../engine/Record.ts"
import { carriedOverAccount, commitmentAccount, moved, paidAccount, preparedAccount, spentAccount } from "./Accounts.ts"
import { type Funding, FundingEvent } from "./Funding.ts"

const amountOf = ({ disbursements }: Funding, id: string): bigint =>
  disbursements.find((disbursement) => disbursement.id === id)?.amount ?? 0n

const spentOf = ({ closing }: Funding): bigint => (closing._tag === "Audited" ? closing.reconciled.statement.spent : 0n)

/**
 * The partnership's side of the ledger, by the state after the event: commitment, prepared, paid, spent or carried
 * over. A rejection and a reversal are movements back. What a source gives or takes back is posted by the source
 * (`sourcePostings`), so money that the recipient gives back passes through the commitment on its way.
 */
export const fundingPostings = (
  partnership: string,
  happened: FundingEvent,
  funding: Funding
): ReadonlyArray<Posting> => {
  const commitment = commitmentAccount(partnership)
  const prepared = preparedAccount(partnership)
  const paid = paidAccount(partnership)
  const carriedOver = carriedOverAccount(partnership)
  const spent = spentAccount(partnership)
  return FundingEvent.match(happened, {
    MoneyCommitted: () => [],
    TranchesScheduled: () => [],
    DisbursementPrepared: ({ amount }) => moved(commitment, prepared, amount),
    DisbursementApproved: ({ disbursement }) => moved(prepared, paid, amountOf(funding, disbursement)),
    DisbursementRejected: ({ disbursement }) => moved(prepared, commitment, amountOf(funding, disbursement)),
    DisbursementReversed: ({ disbursement }) => moved(paid, commitment, amountOf(funding, disbursement)),
    UnspentReturned: ({ fromPayments }) => moved(paid, commitment, fromPayments),
    UnspentCarriedOver: ({ fromCommitment, fromPayments }) => [
      ...moved(commitment, carriedOver, fromCommitment),
      ...moved(paid, carriedOver, fromPayments)
    ],
    MoneyCarriedOver: () => [],
    AccountsReconciled: ({ statement }) => moved(paid, spent, statement.spent),
    AccountsAudited: ({ opinion }) => (opinion === "adverse" ? moved(spent, paid, spentOf(funding)) : []),
    AccountsClosed: () => []
  })
}
