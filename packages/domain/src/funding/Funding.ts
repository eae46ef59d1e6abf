import { Schema } from "effect"
import type { Recorded } from "../engine/Event.ts"
import { type AccountHolder, AccountId } from "../kernel/Actor.ts"
import { FiscalYear } from "../kernel/FiscalYear.ts"
import { Money } from "../kernel/Money.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { StepKey } from "../processes/Process.ts"
import { withBooks } from "./Books.ts"
import { SourceId } from "./Source.ts"

export const TrancheNo = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 99 }))

/** A part of the agreement's value, paid at one disbursement step of the process (MON-3). */
export const Tranche = Schema.Struct({
  no: TrancheNo,
  amount: Money,
  step: StepKey,
  label: Schema.optionalKey(Schema.String),
  /** PBC-7: what it is paid on, in the words of the agreement. */
  condition: Schema.optionalKey(Schema.String)
})
export type Tranche = typeof Tranche.Type

/** PBC-7, MON-3: what a payment rests on. Only the first tranche is paid without an accepted evaluation. */
export const Basis = Schema.TaggedUnion({
  FirstTranche: {},
  AcceptedEvaluation: { evaluation: Schema.String, step: StepKey, acceptedBy: AccountId }
})
export type Basis = typeof Basis.Type

const Release = Schema.Struct({
  source: SourceId,
  amount: Money,
  /** MON-5: how much of it the recipient gave back; absent where a commitment or payment is meant, or before it was kept. */
  fromPayments: Schema.optionalKey(Money)
})
export type Release = typeof Release.Type

const prepared = {
  id: Schema.String.check(Schema.isUUID()),
  tranche: TrancheNo,
  amount: Money,
  /** MON-2: the commitments that the payment is drawn from; absent where it was prepared before they were named. */
  sources: Schema.optionalKey(Schema.Array(Release)),
  basis: Basis,
  note: Schema.optionalKey(Schema.String),
  preparedBy: AccountId,
  preparedAt: Instant
}
const approved = { ...prepared, approvedBy: AccountId, approvedAt: Instant }

export const Disbursement = Schema.TaggedUnion({
  Prepared: prepared,
  Approved: approved,
  Rejected: { ...prepared, rejectedBy: AccountId, rejectedAt: Instant, reason: Schema.String },
  Reversed: { ...approved, reversedBy: AccountId, reversedAt: Instant, reason: Schema.String }
})
export type Disbursement = typeof Disbursement.Type

/** Where money that is decided upon was: not yet paid, or paid and not spent. */
const unspent = { amount: Money, fromCommitment: Money, fromPayments: Money, reason: Schema.String }
/** MON-5: whose money it is, and the fiscal years out of which and into which it is carried. */
const carriedTo = Schema.Struct({ source: SourceId, from: FiscalYear, to: FiscalYear })

/** MON-5: one decision on unspent money. */
export const UnspentDecision = Schema.Struct({
  /** Carried over, as it was decided until it named a source and a year: put aside for good. */
  kind: Schema.Literals(["returned", "carried-over", "re-committed"]),
  ...unspent,
  /** Where it is committed anew, to be used in a later fiscal year. */
  carriedTo: Schema.optionalKey(carriedTo),
  /** What each source gets back; empty where the money is carried over. */
  releases: Schema.Array(Release),
  by: AccountId,
  at: Instant
})
export type UnspentDecision = typeof UnspentDecision.Type

/** MON-6: the accounts at reconciliation; committed = spent + returned + carried over. */
export const Statement = Schema.Struct({
  committed: Money,
  paid: Money,
  spent: Money,
  returned: Money,
  carriedOver: Money,
  note: Schema.optionalKey(Schema.String)
})
export type Statement = typeof Statement.Type

/** PBC-9: the auditor's opinion. An adverse one sends the accounts back. */
export const Opinion = Schema.Literals(["clean", "qualified", "adverse"])
export type Opinion = typeof Opinion.Type

const signed = { by: AccountId, at: Instant }
const reconciled = { statement: Statement, ...signed }
const audited = {
  reconciled: Schema.Struct(reconciled),
  audit: Schema.Struct({ opinion: Opinion, note: Schema.String, ...signed })
}

export const Closing = Schema.TaggedUnion({
  Open: {},
  Reconciled: reconciled,
  Audited: audited,
  Closed: { ...audited, ...signed }
})
export type Closing = typeof Closing.Type

/** The money of one partnership, part of its state. */
export const Funding = Schema.Struct({
  commitments: Schema.Array(Release),
  tranches: Schema.Array(Tranche),
  disbursements: Schema.Array(Disbursement),
  decisions: Schema.Array(UnspentDecision),
  closing: Closing
})
export type Funding = typeof Funding.Type

export const empty: Funding = {
  commitments: [],
  tranches: [],
  disbursements: [],
  decisions: [],
  closing: { _tag: "Open" }
}

const named = { disbursement: prepared.id }

/** The events by tag, to be spread into the events of the partnership. */
export const fundingEvents = {
  MoneyCommitted: { source: SourceId, amount: Money },
  TranchesScheduled: { tranches: Schema.Array(Tranche) },
  DisbursementPrepared: {
    disbursement: prepared.id,
    tranche: TrancheNo,
    amount: Money,
    sources: prepared.sources,
    basis: Basis,
    note: prepared.note
  },
  DisbursementApproved: named,
  DisbursementRejected: { ...named, reason: Schema.String },
  DisbursementReversed: { ...named, reason: Schema.String },
  UnspentReturned: { ...unspent, releases: Schema.Array(Release) },
  /** Made until money that is carried over named its source and year: it was put aside, and could not be used again. */
  UnspentCarriedOver: unspent,
  MoneyCarriedOver: { ...unspent, carriedTo },
  AccountsReconciled: { statement: Statement },
  AccountsAudited: { opinion: Opinion, note: Schema.String },
  AccountsClosed: {}
}
export const FundingEvent = Schema.TaggedUnion(fundingEvents)
export type FundingEvent = typeof FundingEvent.Type

const replaced = (funding: Funding, id: string, next: (disbursement: Disbursement) => Disbursement): Funding => ({
  ...funding,
  disbursements: funding.disbursements.map((disbursement) =>
    disbursement.id === id ? next(disbursement) : disbursement
  )
})

const withDecision = (funding: Funding, decision: UnspentDecision): Funding => ({
  ...funding,
  decisions: [...funding.decisions, decision]
})

const after = (funding: Funding, { actor, at, event }: Recorded<FundingEvent, AccountHolder>): Funding => {
  const { account } = actor
  const signed = { by: account, at }
  const { closing } = funding
  return FundingEvent.match(event, {
    MoneyCommitted: ({ amount, source }): Funding => ({
      ...funding,
      commitments: [...funding.commitments, { source, amount }]
    }),
    TranchesScheduled: ({ tranches }): Funding => ({ ...funding, tranches }),
    DisbursementPrepared: ({ amount, basis, disbursement: id, note, sources, tranche }): Funding => ({
      ...funding,
      disbursements: [
        ...funding.disbursements,
        {
          _tag: "Prepared",
          id,
          tranche,
          amount,
          ...(sources === undefined ? {} : { sources }),
          basis,
          ...(note === undefined ? {} : { note }),
          preparedBy: account,
          preparedAt: at
        }
      ]
    }),
    DisbursementApproved: ({ disbursement }) =>
      replaced(funding, disbursement, (was) =>
        was._tag === "Prepared" ? { ...was, _tag: "Approved", approvedBy: account, approvedAt: at } : was
      ),
    DisbursementRejected: ({ disbursement, reason }) =>
      replaced(funding, disbursement, (was) =>
        was._tag === "Prepared" ? { ...was, _tag: "Rejected", rejectedBy: account, rejectedAt: at, reason } : was
      ),
    DisbursementReversed: ({ disbursement, reason }) =>
      replaced(funding, disbursement, (was) =>
        was._tag === "Approved" ? { ...was, _tag: "Reversed", reversedBy: account, reversedAt: at, reason } : was
      ),
    UnspentReturned: ({ _tag: _, ...returned }) => withDecision(funding, { kind: "returned", ...returned, ...signed }),
    UnspentCarriedOver: ({ _tag: _, ...carried }) =>
      withDecision(funding, { kind: "carried-over", ...carried, releases: [], ...signed }),
    MoneyCarriedOver: ({ _tag: _, ...carried }) =>
      withDecision(funding, { kind: "re-committed", ...carried, releases: [], ...signed }),
    AccountsReconciled: ({ statement }): Funding => ({
      ...funding,
      closing: { _tag: "Reconciled", statement, ...signed }
    }),
    AccountsAudited: ({ note, opinion }): Funding => {
      if (closing._tag !== "Reconciled") return funding
      const { _tag: _, ...reconciled } = closing
      return { ...funding, closing: { _tag: "Audited", reconciled, audit: { opinion, note, ...signed } } }
    },
    AccountsClosed: (): Funding =>
      closing._tag === "Audited" ? { ...funding, closing: { ...closing, _tag: "Closed", ...signed } } : funding
  })
}

/** Total: takes every event in every state. */
export const evolve = (funding: Funding, recorded: Recorded<FundingEvent, AccountHolder>): Funding =>
  withBooks(after(funding, recorded))
