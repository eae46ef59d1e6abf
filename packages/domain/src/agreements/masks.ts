import { type EventMasks, type Fields, type Mask, person } from "../engine/Mask.ts"
import { everyone, parties, type SeenBy } from "../kernel/Audience.ts"
import { measuresFor } from "../plans/masks.ts"
import type { Agreement, AgreementEvent } from "./Agreement.ts"
import type { Amendment, Change, MoneyTerms, ProposedAmendment, RenewalBasis, Renewing, Signature } from "./Parts.ts"
import type { Terms } from "./Terms.ts"

/** What was agreed is announced, and so open to everyone; a draft is for those who write it (COL-5a, PRT-5). */
const agreed = {
  instrument: everyone,
  binding: everyone,
  objectives: everyone,
  conditions: { each: everyone },
  period: everyone,
  value: everyone,
  unitCosts: { each: { item: everyone, unit: everyone, quantity: everyone, unitCost: everyone } },
  tranches: { each: { amount: everyone, label: everyone, condition: everyone } },
  sla: everyone,
  noSlaReason: everyone,
  termReason: everyone,
  guarantee: { income: everyone, volume: everyone }
} as const satisfies Mask<Terms>

const drafted = {
  instrument: parties,
  binding: parties,
  objectives: parties,
  conditions: { each: parties },
  period: parties,
  value: parties,
  unitCosts: { each: { item: parties, unit: parties, quantity: parties, unitCost: parties } },
  tranches: { each: { amount: parties, label: parties, condition: parties } },
  sla: parties,
  noSlaReason: parties,
  termReason: parties,
  guarantee: { income: parties, volume: parties }
} as const satisfies Mask<Terms>

/** Who signed an announced agreement is public, with name and position. */
const signature = {
  side: everyone,
  organisation: everyone,
  account: person(everyone),
  mandate: parties,
  signatory: { subject: everyone, erasedAt: everyone, position: everyone },
  at: everyone
} as const satisfies Mask<Signature>

const unfinishedSignature = {
  side: parties,
  organisation: parties,
  account: person(parties),
  mandate: parties,
  signatory: { subject: parties, erasedAt: parties, position: parties },
  at: parties
} as const satisfies Mask<Signature>

const change = {
  id: parties,
  conditions: { each: parties },
  reason: parties,
  requestedBy: person(parties),
  status: parties
} as const satisfies Mask<Change>

/** Half signed, a renewal is a draft still. */
const renewal = {
  period: parties,
  reason: parties,
  signature: unfinishedSignature
} as const satisfies Mask<Renewing>

/** What a renewal rests on is public with it. */
const basis = {
  cases: {
    Market: { _tag: everyone },
    Competition: { _tag: everyone, competition: everyone, reference: everyone },
    Evaluation: { _tag: everyone, evaluation: everyone, step: everyone }
  }
} as const satisfies Mask<RenewalBasis>

const moneyFor = <const Seen extends SeenBy>(seen: Seen) =>
  ({
    value: seen,
    unitCosts: { each: { item: seen, unit: seen, quantity: seen, unitCost: seen } },
    sla: seen,
    noSlaReason: seen
  }) as const satisfies Mask<MoneyTerms>

const proposedAmendment = {
  id: parties,
  objectives: parties,
  conditions: { each: parties },
  tranches: { each: { amount: parties, label: parties, condition: parties } },
  money: moneyFor(parties),
  measures: measuresFor(parties),
  reason: parties,
  side: parties,
  proposedBy: person(parties)
} as const satisfies Mask<typeof ProposedAmendment.Type>

/** What comes of it stands in the terms, and is public there. */
const amendment = {
  ...proposedAmendment,
  proposedAt: parties,
  status: parties,
  signatures: { each: unfinishedSignature }
} as const satisfies Mask<Amendment>

type InForce = Extract<Agreement, { readonly _tag: "InForce" }>

const signed = {
  _tag: everyone,
  terms: agreed,
  signatures: { each: signature },
  announcement: { where: everyone, reference: everyone, at: everyone },
  changes: { each: change },
  renewal,
  renewals: { each: { period: everyone, at: everyone, basis } },
  amendments: { each: amendment }
} as const satisfies Fields<InForce>

export const agreementMask = {
  cases: {
    Draft: { _tag: parties, terms: drafted, drafts: parties },
    Signing: { _tag: parties, terms: drafted, signatures: { each: unfinishedSignature } },
    InForce: signed,
    Suspended: { ...signed, reason: everyone },
    Terminated: { ...signed, reason: everyone, terminatedAt: everyone }
  }
} as const satisfies Mask<Agreement>

export const agreementEventMasks = {
  AgreementDrafted: { seen: parties, actor: parties, data: { terms: drafted } },
  AgreementSigned: { seen: everyone, actor: everyone, data: { signature } },
  AgreementAnnounced: { seen: everyone, actor: parties, data: { where: everyone, reference: everyone } },
  ConditionChangeRequested: { seen: parties, actor: parties, data: { change } },
  ConditionChangeApproved: { seen: parties, actor: parties, data: { change: parties } },
  ConditionChangeDeclined: { seen: parties, actor: parties, data: { change: parties, reason: parties } },
  RenewalSigned: { seen: parties, actor: parties, data: { renewal } },
  AgreementRenewed: {
    seen: everyone,
    actor: everyone,
    data: { period: everyone, reason: everyone, signatures: { each: signature }, basis }
  },
  AmendmentProposed: { seen: parties, actor: parties, data: { amendment: proposedAmendment } },
  AmendmentSigned: { seen: parties, actor: parties, data: { amendment: parties, signature: unfinishedSignature } },
  AmendmentDeclined: { seen: parties, actor: parties, data: { amendment: parties, side: parties, reason: parties } },
  AgreementAmended: {
    seen: everyone,
    actor: everyone,
    data: {
      amendment: everyone,
      objectives: everyone,
      conditions: { each: everyone },
      tranches: { each: { amount: everyone, label: everyone, condition: everyone } },
      money: moneyFor(everyone),
      measures: measuresFor(everyone),
      reason: everyone,
      signatures: { each: signature }
    }
  },
  AgreementSuspended: { seen: everyone, actor: parties, data: { reason: everyone } },
  AgreementResumed: { seen: everyone, actor: parties, data: { reason: everyone } },
  AgreementTerminated: { seen: everyone, actor: parties, data: { reason: everyone } }
} as const satisfies EventMasks<AgreementEvent>
