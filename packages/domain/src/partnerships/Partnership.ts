import { Schema } from "effect"
import * as Agreement from "../agreements/Agreement.ts"
import * as Committee from "../committees/Committee.ts"
import * as Delivery from "../delivery/Delivery.ts"
import { type Recorded, unknownId } from "../engine/Event.ts"
import * as Evaluation from "../evaluation/Evaluation.ts"
import * as Funding from "../funding/Funding.ts"
import { AccountId, hasAccount, OrganisationId } from "../kernel/Actor.ts"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { MissionId } from "../missions/Mission.ts"
import { Answers } from "../models/Answers.ts"
import { ModelId } from "../models/Models.ts"
import { Plan } from "../plans/Plan.ts"
import * as Course from "../processes/Course.ts"
import { DefinitionRef } from "../processes/Process.ts"
import * as Assignments from "./Assignments.ts"
import * as Evidence from "./Evidence.ts"
import { Assessment, CapabilityRating, Party } from "./Parties.ts"
import * as Supporters from "./Supporters.ts"

export const PartnershipId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("PartnershipId"))
export type PartnershipId = typeof PartnershipId.Type

/** COL-1, MOD-2: what was answered, what was recommended, what was chosen, and why otherwise. */
export const Choice = Schema.Struct({
  answers: Answers,
  recommended: ModelId,
  model: ModelId,
  reason: Schema.optionalKey(Schema.String),
  justification: Schema.optionalKey(Schema.String),
  by: AccountId
})
export type Choice = typeof Choice.Type

const process = {
  collaboration: DefinitionRef,
  model: Schema.optionalKey(DefinitionRef),
  overlay: Schema.optionalKey(Course.AdoptedOverlay)
}

/** PRO-1, ACT-8: another process, as the owner proposes it to the recipient once the agreement has been signed. */
export const ProposedProcess = Schema.Struct({ ...process, by: AccountId, at: Instant })
export type ProposedProcess = typeof ProposedProcess.Type

const selected = {
  organisation: OrganisationId,
  justification: Schema.String,
  /** CNT-1: the new competition that it rests on, where the organisation has had the mission before. */
  competition: Schema.optionalKey(Schema.String.check(Schema.isUUID()))
}

export const Selection = Schema.Struct({ ...selected, at: Instant })

/** PBC-2, GRA-2: what a candidate proposed in a step. */
export const Proposal = Schema.Struct({
  organisation: OrganisationId,
  step: Schema.String,
  facts: Course.StepFacts,
  evidence: Schema.Array(Schema.String),
  by: AccountId,
  at: Instant
})
export type Proposal = typeof Proposal.Type

/** Running, or why it is not. A closed one has been audited (MON-6). */
export const Standing = Schema.TaggedUnion({
  Running: {},
  Suspended: { reason: Schema.String },
  Cancelled: { reason: Schema.String },
  Terminated: { reason: Schema.String },
  Closed: { at: Instant }
})
export type Standing = typeof Standing.Type

/** A running collaboration: one process, and what each capability knows of it. */
export const Partnership = Schema.Struct({
  id: PartnershipId,
  owner: OrganisationId,
  mission: MissionId,
  title: LocalizedText,
  invented: Schema.optionalKey(Schema.Boolean),
  startedAt: Instant,
  standing: Standing,
  course: Course.Course,
  proposedProcess: Schema.optionalKey(ProposedProcess),
  choice: Schema.optionalKey(Choice),
  parties: Schema.Array(Party),
  /** ACT-3: as both sides name them; absent where nobody was proposed. Who was named before that stands among the parties. */
  supporters: Schema.optionalKey(Schema.Array(Supporters.Supporter)),
  /** Absent where nobody has proposed, or where it was not kept yet which candidate did. */
  proposals: Schema.optionalKey(Schema.Array(Proposal)),
  recipient: Schema.optionalKey(OrganisationId),
  selection: Schema.optionalKey(Selection),
  assessment: Schema.Array(CapabilityRating),
  /** Every assessment by its rater, the newest last; absent where the only one was made before that was kept. */
  assessments: Schema.optionalKey(Schema.Array(Assessment)),
  agreement: Schema.optionalKey(Agreement.Agreement),
  committee: Schema.optionalKey(Committee.Committee),
  plan: Schema.optionalKey(Plan),
  funding: Funding.Funding,
  delivery: Delivery.Delivery,
  evaluations: Schema.Array(Evaluation.Evaluation),
  evidence: Schema.Array(Evidence.Evidence),
  assignments: Schema.Array(Assignments.Assignment)
}).annotate({ identifier: "Partnership" })
export type Partnership = typeof Partnership.Type

export const OwnEvent = Schema.TaggedUnion({
  PartnershipStarted: {
    id: PartnershipId,
    owner: OrganisationId,
    mission: MissionId,
    title: LocalizedText,
    invented: Schema.optionalKey(Schema.Boolean),
    /** Absent where it began when there was but one version. */
    collaboration: Schema.optionalKey(DefinitionRef)
  },
  ModelChosen: { choice: Choice },
  ProcessChangeProposed: process,
  ProcessChangeDeclined: { reason: Schema.String },
  PartyNamed: { party: Party },
  ProposalSubmitted: {
    organisation: OrganisationId,
    step: Schema.String,
    facts: Course.StepFacts,
    evidence: Schema.Array(Schema.String)
  },
  RecipientSelected: selected,
  CapabilityAssessed: { ratings: Schema.Array(CapabilityRating), reason: Schema.optionalKey(Schema.String) },
  PlanAdopted: { plan: Plan },
  /** ACT-8: by the recipient's signatory, under this mandate. */
  PlanAgreed: { mandate: Schema.String },
  PlanRevised: { plan: Plan, reason: Schema.String },
  PartnershipCancelled: { reason: Schema.String }
})
export type OwnEvent = typeof OwnEvent.Type

export const PartnershipEvent = Schema.Union([
  OwnEvent,
  Supporters.SupporterEvent,
  Assignments.AssignmentEvent,
  Evidence.EvidenceEvent,
  Course.CourseEvent,
  Agreement.AgreementEvent,
  Committee.CommitteeEvent,
  Funding.FundingEvent,
  Delivery.DeliveryEvent,
  Evaluation.EvaluationEvent
])
export type PartnershipEvent = typeof PartnershipEvent.Type

const of =
  <Event extends { readonly _tag: string }>(union: { readonly cases: object; readonly Type: Event }) =>
  (event: { readonly _tag: string }): event is Event =>
    event._tag in union.cases

const isOwn = of(OwnEvent)
const isSupporter = of(Supporters.SupporterEvent)
const isAssignment = of(Assignments.AssignmentEvent)
const isEvidence = of(Evidence.EvidenceEvent)
const isCourse = of(Course.CourseEvent)
const isAgreement = of(Agreement.AgreementEvent)
const isCommittee = of(Committee.CommitteeEvent)
export const isFunding = of(Funding.FundingEvent)
const isDelivery = of(Delivery.DeliveryEvent)

const withoutProposal = ({ proposedProcess: _, ...partnership }: Partnership): Partnership => partnership

const assessed = (
  partnership: Partnership,
  { actor, at, event: { ratings, reason } }: Recorded<typeof OwnEvent.cases.CapabilityAssessed.Type>
): Partnership => {
  if (!hasAccount(actor)) return { ...partnership, assessment: ratings }
  const made = { ratings, ...(reason === undefined ? {} : { reason }), by: actor.account, at }
  return { ...partnership, assessment: ratings, assessments: [...(partnership.assessments ?? []), made] }
}

/** ACT-3: with the agreement of both sides an organisation takes part as a supporter. */
const supported = (
  partnership: Partnership,
  { actor, at, event }: Recorded<Supporters.SupporterEvent>
): Partnership => {
  const supporters = Supporters.evolve(partnership.supporters, { actor, at, event })
  const joining =
    event._tag === "SupporterAgreed" && hasAccount(actor)
      ? Supporters.partyOf(partnership.supporters, event.supporter)
      : []
  return { ...partnership, supporters, parties: [...partnership.parties, ...joining] }
}

const evolveOwn = (partnership: Partnership, { actor, at, event }: Recorded<OwnEvent>): Partnership => {
  switch (event._tag) {
    case "PartnershipStarted":
      return partnership
    case "ModelChosen":
      return { ...partnership, choice: event.choice }
    case "ProcessChangeProposed": {
      const { _tag: _, ...process } = event
      return hasAccount(actor)
        ? { ...partnership, proposedProcess: { ...process, by: actor.account, at } }
        : partnership
    }
    case "ProcessChangeDeclined":
      return withoutProposal(partnership)
    case "PartyNamed":
      return { ...partnership, parties: [...partnership.parties, event.party] }
    case "ProposalSubmitted": {
      if (!hasAccount(actor)) return partnership
      const { _tag: _, ...proposed } = event
      return {
        ...partnership,
        proposals: [...(partnership.proposals ?? []), { ...proposed, by: actor.account, at }]
      }
    }
    case "RecipientSelected": {
      const { _tag: _, ...selection } = event
      return { ...partnership, recipient: event.organisation, selection: { ...selection, at } }
    }
    case "CapabilityAssessed":
      return assessed(partnership, { actor, at, event })
    case "PlanAdopted":
    case "PlanRevised":
      return { ...partnership, plan: event.plan }
    case "PlanAgreed": {
      const { plan } = partnership
      if (plan === undefined || !hasAccount(actor)) return partnership
      return { ...partnership, plan: { ...plan, agreed: { by: actor.account, mandate: event.mandate, at } } }
    }
    case "PartnershipCancelled":
      return { ...partnership, standing: { _tag: "Cancelled", reason: event.reason } }
    default:
      return event satisfies never
  }
}

/** A suspended, resumed or terminated agreement carries its partnership with it. */
const standingAfter = (standing: Standing, event: Agreement.AgreementEvent): Standing => {
  switch (event._tag) {
    case "AgreementSuspended":
      return { _tag: "Suspended", reason: event.reason }
    case "AgreementResumed":
      return { _tag: "Running" }
    case "AgreementTerminated":
      return { _tag: "Terminated", reason: event.reason }
    default:
      return standing
  }
}

const born = ({ at, event }: Recorded<PartnershipEvent>): Partnership => {
  const started = event._tag === "PartnershipStarted" ? event : undefined
  return {
    id: started?.id ?? PartnershipId.make(unknownId),
    owner: started?.owner ?? OrganisationId.make(unknownId),
    mission: started?.mission ?? MissionId.make(unknownId),
    title: started?.title ?? { th: "—" },
    ...(started?.invented === undefined ? {} : { invented: started.invented }),
    startedAt: at,
    standing: { _tag: "Running" },
    course: Course.beginOn(started?.collaboration ?? { id: "collaboration", version: 1 }),
    parties: [],
    assessment: [],
    funding: Funding.empty,
    delivery: Delivery.empty,
    evaluations: [],
    evidence: [],
    assignments: []
  }
}

/**
 * Total: each capability folds its own events, and ignores those that do not fit its state. Money, reports and
 * evaluations are the work of people: without a person they do not fit.
 */
export const evolve = (state: Partnership | undefined, recorded: Recorded<PartnershipEvent>): Partnership => {
  const partnership = state ?? born(recorded)
  const { actor, at, event } = recorded
  if (isOwn(event)) return evolveOwn(partnership, { actor, at, event })
  if (isSupporter(event)) return supported(partnership, { actor, at, event })
  if (isAssignment(event))
    return { ...partnership, assignments: Assignments.evolve(partnership.assignments, event, at) }
  if (isEvidence(event))
    return { ...partnership, evidence: Evidence.evolve(partnership.evidence, { actor, at, event }) }
  if (isCourse(event)) {
    const kept = event._tag === "CourseMoved" ? withoutProposal(partnership) : partnership
    return { ...kept, course: Course.evolve(partnership.course, event, at) }
  }
  if (isAgreement(event)) {
    const agreement = Agreement.evolve(partnership.agreement, { actor, at, event })
    const standing = standingAfter(partnership.standing, event)
    // A process that was proposed under other terms does not outlive a change of those in force (ACT-8).
    const kept = event._tag === "AgreementAmended" ? withoutProposal(partnership) : partnership
    if (agreement === undefined) return kept
    const { course } = kept
    const isGiven = !Agreement.withoutMoney(agreement)
    const isAsBefore = isGiven === (course.withoutMoney === undefined)
    return { ...kept, agreement, standing, course: isAsBefore ? course : Course.givenMoney(course, isGiven) }
  }
  if (isCommittee(event))
    return { ...partnership, committee: Committee.evolve(partnership.committee, { actor, at, event }) }
  if (!hasAccount(actor)) return partnership
  if (isFunding(event)) {
    const funding = Funding.evolve(partnership.funding, { actor, at, event })
    const standing: Standing = event._tag === "AccountsClosed" ? { _tag: "Closed", at } : partnership.standing
    return { ...partnership, funding, standing }
  }
  if (isDelivery(event))
    return { ...partnership, delivery: Delivery.evolve(partnership.delivery, { actor, at, event }) }
  return { ...partnership, evaluations: Evaluation.evolve(partnership.evaluations, { actor, at, event }) }
}
