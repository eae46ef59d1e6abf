import { Schema } from "effect"
import type { Recorded } from "../engine/Event.ts"
import { type AccountHolder, AccountId } from "../kernel/Actor.ts"
import { Money, sum } from "../kernel/Money.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { StepKey } from "../processes/Process.ts"
import { type Positions, positionsOf } from "./BySource.ts"
import { SourceId } from "./Source.ts"

export const TrancheNo = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 99 }))

/** A part of the agreement's value, paid at one disbursement step of the process (MON-3). */
export const Tranche = Schema.Struct({
  no: TrancheNo,
  amount: Money,
  step: StepKey,
  label: Schema.optionalKey(Schema.String)
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

/** MON-5: one decision on unspent money. */
export const UnspentDecision = Schema.Struct({
  kind: Schema.Literals(["returned", "carried-over"]),
  ...unspent,
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

/** What of the accounts the sums are taken from. */
export interface Accounts {
  readonly commitments: ReadonlyArray<Pick<Release, "amount">>
  readonly disbursements: ReadonlyArray<Pick<Disbursement, "_tag" | "tranche" | "amount">>
  readonly decisions: ReadonlyArray<Pick<UnspentDecision, "kind" | "amount" | "fromCommitment" | "fromPayments">>
}

/** The sums of all entries: each decision on money rests on them. */
export interface Sums {
  readonly committed: bigint
  readonly prepared: bigint
  readonly paid: bigint
  readonly returned: bigint
  readonly carriedOver: bigint
  readonly fromCommitment: bigint
  readonly fromPayments: bigint
}

/** What waits for approval of one tranche, and what is paid out of it. */
export type Disbursed = Pick<Sums, "prepared" | "paid">

const total = <A>(items: ReadonlyArray<A>, amount: (item: A) => bigint): bigint => sum(items.map(amount))

const nothingDisbursed: Disbursed = { prepared: 0n, paid: 0n }

const disbursedByTranche = ({ disbursements }: Pick<Accounts, "disbursements">): ReadonlyMap<number, Disbursed> => {
  const byTranche = new Map<number, Disbursed>()
  for (const { _tag, amount, tranche } of disbursements) {
    const { paid, prepared } = byTranche.get(tranche) ?? nothingDisbursed
    if (_tag === "Prepared") byTranche.set(tranche, { prepared: prepared + amount, paid })
    if (_tag === "Approved") byTranche.set(tranche, { prepared, paid: paid + amount })
  }
  return byTranche
}

const summedUp = ({ commitments, decisions }: Accounts, byTranche: ReadonlyMap<number, Disbursed>): Sums => {
  const decided = (as: UnspentDecision["kind"]) => total(decisions, ({ amount, kind }) => (kind === as ? amount : 0n))
  const disbursed = [...byTranche.values()]
  return {
    committed: total(commitments, ({ amount }) => amount),
    prepared: total(disbursed, ({ prepared }) => prepared),
    paid: total(disbursed, ({ paid }) => paid),
    returned: decided("returned"),
    carriedOver: decided("carried-over"),
    fromCommitment: total(decisions, ({ fromCommitment }) => fromCommitment),
    fromPayments: total(decisions, ({ fromPayments }) => fromPayments)
  }
}

const books = Symbol("books")

/** What follows from the accounts: their sums, those of each tranche, and each disbursement by its id. */
interface Books {
  readonly sums: Sums
  readonly byTranche: ReadonlyMap<number, Disbursed>
  readonly byId: ReadonlyMap<string, Disbursement>
  readonly positions: Positions
}

/** Each part is worked out when someone first asks for it. */
const booksOf = (funding: Funding): Books => {
  let sums: Sums | undefined
  let byTranche: Books["byTranche"] | undefined
  let byId: Books["byId"] | undefined
  let positions: Positions | undefined
  return {
    get sums() {
      sums ??= summedUp(funding, this.byTranche)
      return sums
    },
    get byTranche() {
      byTranche ??= disbursedByTranche(funding)
      return byTranche
    },
    get byId() {
      byId ??= new Map(funding.disbursements.map((one) => [one.id, one]))
      return byId
    },
    get positions() {
      positions ??= positionsOf(funding)
      return positions
    }
  }
}

/**
 * Accounts that carry what follows from them: a thousand payments that wait are not summed up a thousand times. No copy of
 * them and no encoding has it.
 */
export const withBooks = (funding: Funding): Funding =>
  Object.defineProperty({ ...funding }, books, { value: booksOf(funding) })

const carried = (funding: object): Books | undefined => (funding as { readonly [books]?: Books })[books]

export const sumsOf = (funding: Accounts): Sums =>
  carried(funding)?.sums ?? summedUp(funding, disbursedByTranche(funding))

/** What is prepared and paid of one tranche. */
export const disbursedOf = (funding: Pick<Accounts, "disbursements">, tranche: number): Disbursed =>
  (carried(funding)?.byTranche ?? disbursedByTranche(funding)).get(tranche) ?? nothingDisbursed

export const disbursementIn = (funding: Funding, id: string): Disbursement | undefined => {
  const kept = carried(funding)
  return kept === undefined ? funding.disbursements.find((one) => one.id === id) : kept.byId.get(id)
}

/** Where each source of the partnership stands. */
export const bySource = (funding: Funding): Positions => carried(funding)?.positions ?? positionsOf(funding)

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
  UnspentCarriedOver: unspent,
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
