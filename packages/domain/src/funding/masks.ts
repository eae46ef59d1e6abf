import { type EventMasks, type Fields, type Mask, person } from "../engine/Mask.ts"
import { everyone, parties, type SeenBy } from "../kernel/Audience.ts"
import type {
  Basis,
  Closing,
  Disbursement,
  Funding,
  FundingEvent,
  Statement,
  Tranche,
  UnspentDecision
} from "./Funding.ts"
import type { Source, SourceEvent, SourceTerms } from "./Source.ts"

const tranche = {
  no: everyone,
  amount: everyone,
  step: everyone,
  label: everyone,
  condition: everyone
} as const satisfies Mask<Tranche>

const basis = {
  cases: {
    FirstTranche: { _tag: everyone },
    AcceptedEvaluation: { _tag: everyone, evaluation: everyone, step: everyone, acceptedBy: person(parties) }
  }
} as const satisfies Mask<Basis>

const unpaidBasis = {
  cases: {
    FirstTranche: { _tag: parties },
    AcceptedEvaluation: { _tag: parties, evaluation: parties, step: parties, acceptedBy: person(parties) }
  }
} as const satisfies Mask<Basis>

const release = { source: parties, amount: parties, fromPayments: parties } as const

type Case<Tag extends Disbursement["_tag"]> = Extract<Disbursement, { readonly _tag: Tag }>

/** A payment is public once it is made (DEC-44); what is prepared or refused stays between the parties. */
const unpaid = {
  _tag: parties,
  id: parties,
  tranche: parties,
  amount: parties,
  sources: { each: release },
  basis: unpaidBasis,
  note: parties,
  preparedBy: person(parties),
  preparedAt: parties
} as const satisfies Fields<Case<"Prepared">>

const paid = {
  _tag: everyone,
  id: everyone,
  tranche: everyone,
  amount: everyone,
  sources: { each: release },
  basis,
  note: parties,
  preparedBy: person(parties),
  preparedAt: parties,
  approvedBy: person(parties),
  approvedAt: everyone
} as const satisfies Fields<Case<"Approved">>

const disbursement = {
  cases: {
    Prepared: unpaid,
    Approved: paid,
    Rejected: { ...unpaid, rejectedBy: person(parties), rejectedAt: parties, reason: parties },
    Reversed: { ...paid, reversedBy: person(parties), reversedAt: everyone, reason: everyone }
  }
} as const satisfies Mask<Disbursement>

const unspent = { amount: everyone, fromCommitment: everyone, fromPayments: everyone, reason: everyone } as const

const carriedTo = { source: parties, from: everyone, to: everyone } as const

const decision = {
  kind: everyone,
  ...unspent,
  carriedTo,
  releases: { each: release },
  by: person(parties),
  at: everyone
} as const satisfies Mask<UnspentDecision>

const statement = {
  committed: everyone,
  paid: everyone,
  spent: everyone,
  returned: everyone,
  carriedOver: everyone,
  note: parties
} as const satisfies Mask<Statement>

const signed = { by: person(parties), at: everyone } as const
const reconciled = { statement, ...signed } as const
const audited = { reconciled, audit: { opinion: everyone, note: parties, ...signed } } as const

const closing = {
  cases: {
    Open: { _tag: everyone },
    Reconciled: { _tag: everyone, ...reconciled },
    Audited: { _tag: everyone, ...audited },
    Closed: { _tag: everyone, ...audited, ...signed }
  }
} as const satisfies Mask<Closing>

export const fundingMask = {
  commitments: { each: release },
  tranches: { each: tranche },
  disbursements: { each: disbursement },
  decisions: { each: decision },
  closing
} as const satisfies Mask<Funding>

export const fundingEventMasks = {
  MoneyCommitted: { seen: parties, actor: parties, data: release },
  TranchesScheduled: { seen: everyone, actor: parties, data: { tranches: { each: tranche } } },
  DisbursementPrepared: {
    seen: parties,
    actor: parties,
    data: {
      disbursement: parties,
      tranche: parties,
      amount: parties,
      sources: { each: release },
      basis: unpaidBasis,
      note: parties
    }
  },
  DisbursementApproved: { seen: everyone, actor: parties, data: { disbursement: everyone } },
  DisbursementRejected: { seen: parties, actor: parties, data: { disbursement: parties, reason: parties } },
  DisbursementReversed: { seen: everyone, actor: parties, data: { disbursement: everyone, reason: everyone } },
  UnspentReturned: { seen: everyone, actor: parties, data: { ...unspent, releases: { each: release } } },
  UnspentCarriedOver: { seen: everyone, actor: parties, data: unspent },
  MoneyCarriedOver: { seen: everyone, actor: parties, data: { ...unspent, carriedTo } },
  AccountsReconciled: { seen: everyone, actor: parties, data: { statement } },
  AccountsAudited: { seen: everyone, actor: parties, data: { opinion: everyone, note: parties } },
  AccountsClosed: { seen: everyone, actor: parties, data: {} }
} as const satisfies EventMasks<FundingEvent>

/** Which partnerships a source pays for is not for those who evaluate or audit some of them (SEC-6). */
const spenders = ["full", "party"] as const satisfies SeenBy

/** A source is known to its agency, and to the organisation that holds it. */
const terms = {
  kind: parties,
  title: parties,
  holder: parties,
  fiscalYear: parties,
  amount: parties,
  rule: parties,
  ruleReason: parties,
  invented: parties
} as const satisfies Mask<SourceTerms>

export const sourceMask = {
  id: parties,
  owner: parties,
  ...terms,
  committed: { each: { partnership: spenders, amount: spenders, fiscalYear: spenders } }
} as const satisfies Mask<Source>

export const sourceEventMasks = {
  SourceRegistered: { seen: parties, actor: parties, data: { id: parties, owner: parties, terms } },
  SourceIncreased: { seen: parties, actor: parties, data: { amount: parties, reason: parties } },
  AmountCommitted: { seen: spenders, actor: spenders, data: { partnership: spenders, amount: spenders } },
  CommitmentCarriedOver: {
    seen: spenders,
    actor: spenders,
    data: { partnership: spenders, amount: spenders, fiscalYear: spenders }
  },
  CommitmentReleased: { seen: spenders, actor: spenders, data: { partnership: spenders, amount: spenders } }
} as const satisfies EventMasks<SourceEvent>
