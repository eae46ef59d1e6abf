import { type EventMasks, type Mask, person } from "../engine/Mask.ts"
import { everyone, parties } from "../kernel/Audience.ts"
import type { Evaluation, EvaluationEvent, Finding } from "./Evaluation.ts"
import type { Scored } from "./Scoring.ts"

/** The score that was accepted, with its lines. */
const accepted = {
  range: everyone,
  policy: everyone,
  lines: {
    each: {
      indicator: everyone,
      weight: everyone,
      unreported: everyone,
      earned: everyone,
      deducted: everyone,
      score: everyone,
      weighted: everyone
    }
  },
  unreported: { each: everyone },
  weightCounted: everyone,
  total: everyone,
  deducted: everyone,
  deductions: { each: { points: everyone, reason: everyone, indicator: everyone } },
  final: everyone
} as const satisfies Mask<Scored>

/** A score on the way to it: the recipient's own, or an evaluator's. */
const proposed = {
  range: parties,
  policy: parties,
  lines: {
    each: {
      indicator: parties,
      weight: parties,
      unreported: parties,
      earned: parties,
      deducted: parties,
      score: parties,
      weighted: parties
    }
  },
  unreported: { each: parties },
  weightCounted: parties,
  total: parties,
  deducted: parties,
  deductions: { each: { points: parties, reason: parties, indicator: parties } },
  final: parties
} as const satisfies Mask<Scored>

const finding = {
  method: parties,
  results: { each: { indicator: parties, value: parties } },
  scored: proposed,
  findings: parties,
  siteVisit: parties,
  noVisitReason: parties,
  by: person(parties),
  at: parties
} as const satisfies Mask<Finding>

/** What is said with an acceptance. What the sides found together is theirs until they publish it. */
const said = {
  recommendations: everyone,
  jointAnalysis: parties,
  noAnalysisReason: everyone,
  noLessonsReason: everyone
} as const

/** The public sees scores and what is recommended; what evaluators wrote on the way stays between the parties. */
export const evaluationMask = {
  id: everyone,
  step: everyone,
  status: everyone,
  self: proposed,
  findings: { each: finding },
  earlier: { each: finding },
  final: accepted,
  returnedReason: parties,
  acceptedBy: person(parties),
  acceptedAt: everyone,
  ...said
} as const satisfies Mask<Evaluation>

export const evaluationEventMasks = {
  EvaluationOpened: { seen: everyone, actor: parties, data: { id: everyone, step: everyone } },
  SelfAssessed: { seen: parties, actor: parties, data: { evaluation: parties, scored: proposed } },
  FindingSubmitted: { seen: parties, actor: parties, data: { evaluation: parties, finding } },
  EvaluationReturned: { seen: parties, actor: parties, data: { evaluation: parties, reason: parties } },
  EvaluationAccepted: {
    seen: everyone,
    actor: parties,
    data: { evaluation: everyone, final: accepted, ...said }
  }
} as const satisfies EventMasks<EvaluationEvent>
