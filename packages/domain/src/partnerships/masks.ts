import { agreementEventMasks, agreementMask } from "../agreements/masks.ts"
import { committeeEventMasks, committeeMask } from "../committees/masks.ts"
import { deliveryEventMasks, deliveryMask } from "../delivery/masks.ts"
import { type EventMasks, type Mask, person } from "../engine/Mask.ts"
import { evaluationEventMasks, evaluationMask } from "../evaluation/masks.ts"
import { fundingEventMasks, fundingMask } from "../funding/masks.ts"
import { agency, everyone, involved, parties } from "../kernel/Audience.ts"
import type { Answers } from "../models/Answers.ts"
import { planMask } from "../plans/masks.ts"
import { courseEventMasks, courseMask, movedMask } from "../processes/masks.ts"
import type { Assignment } from "./Assignments.ts"
import type { Evidence } from "./Evidence.ts"
import type { CapabilityRating, Party } from "./Parties.ts"
import type { Choice, Partnership, PartnershipEvent, Proposal, ProposedProcess } from "./Partnership.ts"
import type { Supporter, SupporterEvent, SupporterIs } from "./Supporters.ts"

const answers = {
  nature: everyone,
  timeFrame: everyone,
  resources: everyone,
  wish: everyone,
  readiness: everyone,
  relation: everyone
} as const satisfies Mask<Answers>

/** Decisions and their reasons are public; who made them is not (PRT-5). */
const choice = {
  answers,
  recommended: everyone,
  model: everyone,
  reason: everyone,
  justification: everyone,
  by: person(parties)
} as const satisfies Mask<Choice>

/** A candidate sees who else is one, and why it is one itself. */
const party = { organisation: everyone, as: everyone, reason: parties } as const satisfies Mask<Party>

const who = (seen: typeof everyone | typeof parties) =>
  ({
    cases: {
      Organisation: { _tag: seen, organisation: seen, ability: parties },
      Person: {
        _tag: seen,
        capacity: seen,
        person: { subject: parties, erasedAt: seen, name: parties, ability: parties }
      }
    }
  }) as const satisfies Mask<SupporterIs>

const why = { reason: parties, about: { subject: parties, erasedAt: parties, reason: parties } } as const
const waiting = {
  _tag: parties,
  no: parties,
  who: who(parties),
  side: parties,
  by: person(parties),
  at: parties
} as const

/** ACT-3: until both sides have agreed, and where they do not, it is between them. A person is public by capacity alone. */
const supporter = {
  cases: {
    Proposed: waiting,
    Agreed: {
      _tag: everyone,
      no: everyone,
      who: who(everyone),
      side: everyone,
      by: person(parties),
      at: parties,
      consented: { by: person(parties), at: everyone }
    },
    Declined: { ...waiting, declined: { side: parties, by: person(parties), at: parties, ...why } }
  }
} as const satisfies Mask<Supporter>

const supporterEventMasks = {
  SupporterProposed: {
    seen: parties,
    actor: parties,
    data: { supporter: parties, who: who(parties), side: parties }
  },
  SupporterAgreed: { seen: everyone, actor: parties, data: { supporter: everyone } },
  SupporterDeclined: { seen: parties, actor: parties, data: { supporter: parties, side: parties, ...why } }
} as const satisfies EventMasks<SupporterEvent>

/** What one candidate proposed is for the agency and for itself, not for the others; that it did, for those at work. */
const proposal = {
  organisation: parties,
  step: parties,
  facts: { each: ["full", "own"] },
  evidence: { each: ["full", "own"] },
  by: person(["full", "own"]),
  at: parties
} as const satisfies Mask<Proposal>

const rating = {
  capability: parties,
  needed: parties,
  found: parties,
  note: parties
} as const satisfies Mask<CapabilityRating>

const about = { subject: agency, erasedAt: agency, reason: agency } as const

/** Who looks at the work is known to those at work; why somebody no longer does, to the agency. */
const assignment = {
  id: parties,
  account: person(parties),
  organisation: parties,
  duty: parties,
  from: parties,
  until: parties,
  ended: { at: parties, about }
} as const satisfies Mask<Assignment>

/** PRT-5b: a file is for the parties until it is published. That there is one is public, and why it is not open. */
const attached = {
  digest: parties,
  name: parties,
  type: parties,
  size: parties,
  step: parties,
  personal: parties,
  by: person(parties),
  at: parties
} as const

const given = {
  ...attached,
  no: parties,
  organisation: parties,
  consent: { by: person(parties), at: parties }
} as const

const decided = { by: person(parties), at: everyone, reason: everyone } as const

const evidence = {
  cases: {
    Kept: { ...given, _tag: everyone, no: everyone, personal: everyone },
    Published: {
      ...given,
      _tag: everyone,
      digest: everyone,
      name: everyone,
      type: everyone,
      size: everyone,
      step: everyone,
      no: everyone,
      organisation: everyone,
      published: decided
    },
    Withdrawn: { ...given, _tag: everyone, no: everyone, withdrawn: decided }
  }
} as const satisfies Mask<Evidence>

const proposedProcess = { ...movedMask, by: person(parties), at: parties } as const satisfies Mask<ProposedProcess>

/** Public once its agreement is announced (COL-5a): then what is hidden here stays hidden. */
export const partnershipMask = {
  id: everyone,
  owner: everyone,
  mission: everyone,
  title: everyone,
  invented: everyone,
  startedAt: everyone,
  standing: {
    cases: {
      Running: { _tag: everyone },
      Suspended: { _tag: everyone, reason: everyone },
      Cancelled: { _tag: everyone, reason: everyone },
      Terminated: { _tag: everyone, reason: everyone },
      Closed: { _tag: everyone, at: everyone }
    }
  },
  course: courseMask,
  proposedProcess,
  choice,
  parties: { each: party, ownBy: "organisation" },
  supporters: { each: supporter },
  proposals: { each: proposal, ownBy: "organisation" },
  recipient: everyone,
  selection: { organisation: everyone, justification: everyone, competition: everyone, at: everyone },
  assessment: { each: rating },
  assessments: { each: { ratings: { each: rating }, reason: parties, by: person(parties), at: parties } },
  agreement: agreementMask,
  committee: committeeMask,
  plan: planMask,
  funding: fundingMask,
  delivery: deliveryMask,
  evaluations: { each: evaluationMask },
  evidence: { each: evidence },
  assignments: { each: assignment }
} as const satisfies Mask<Partnership>

export const partnershipEventMasks = {
  PartnershipStarted: {
    seen: everyone,
    actor: parties,
    data: {
      id: everyone,
      owner: everyone,
      mission: everyone,
      title: everyone,
      invented: everyone,
      collaboration: { id: everyone, version: everyone }
    }
  },
  ModelChosen: { seen: everyone, actor: parties, data: { choice } },
  ProcessChangeProposed: { seen: parties, actor: parties, data: movedMask },
  ProcessChangeDeclined: { seen: parties, actor: parties, data: { reason: parties } },
  PartyNamed: { seen: everyone, actor: parties, data: { party } },
  ...supporterEventMasks,
  ProposalSubmitted: {
    seen: agency,
    actor: agency,
    data: { organisation: agency, step: agency, facts: { each: agency }, evidence: { each: agency } }
  },
  RecipientSelected: {
    seen: everyone,
    actor: parties,
    data: { organisation: everyone, justification: everyone, competition: everyone }
  },
  CapabilityAssessed: { seen: parties, actor: parties, data: { ratings: { each: rating }, reason: parties } },
  PlanAdopted: { seen: everyone, actor: parties, data: { plan: planMask } },
  PlanAgreed: { seen: everyone, actor: parties, data: { mandate: parties } },
  PlanRevised: { seen: everyone, actor: parties, data: { plan: planMask, reason: everyone } },
  EvidenceAttached: { seen: parties, actor: parties, data: { evidence: attached } },
  EvidenceConsented: { seen: parties, actor: parties, data: { evidence: parties } },
  EvidencePublished: { seen: everyone, actor: parties, data: { evidence: everyone, reason: everyone } },
  EvidenceWithdrawn: {
    seen: everyone,
    actor: parties,
    data: { evidence: everyone, reason: everyone, personal: parties }
  },
  PartnershipCancelled: { seen: involved, actor: parties, data: { reason: everyone } },
  PersonAssigned: { seen: parties, actor: parties, data: { assignment } },
  AssignmentEnded: { seen: parties, actor: parties, data: { assignment: parties, about } },
  ...courseEventMasks,
  ...agreementEventMasks,
  ...committeeEventMasks,
  ...fundingEventMasks,
  ...deliveryEventMasks,
  ...evaluationEventMasks
} as const satisfies EventMasks<PartnershipEvent>
