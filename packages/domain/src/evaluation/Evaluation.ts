import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import type { Recorded } from "../engine/Event.ts"
import { type AccountHolder, AccountId, type OrganisationId } from "../kernel/Actor.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { Instant, IsoDate } from "../kernel/ThaiDate.ts"
import { formatFour } from "../plans/Decimal.ts"
import type { Indicator, UnreportedPolicy } from "../plans/Indicator.ts"
import { doneOrWhyNot } from "../processes/Should.ts"
import type { RuleId } from "../rules/Catalogue.ts"
import { refuseScoring } from "./Refused.ts"
import { refuse } from "./refusals.ts"
import { type Deduction, Reported, reportedShare, Scored, score } from "./Scoring.ts"

export const Method = Schema.Literals(["internal", "external"])
export type Method = typeof Method.Type

/** What an evaluator found, by one method. */
export const Finding = Schema.Struct({
  method: Method,
  results: Schema.Array(Reported),
  scored: Scored,
  findings: Schema.String,
  /** PBC-6a: the day of the site visit, or why there was none. */
  siteVisit: Schema.optionalKey(IsoDate),
  noVisitReason: Schema.optionalKey(Schema.String),
  by: AccountId,
  at: Instant
})
export type Finding = typeof Finding.Type

/**
 * The evaluation of one step of the process. The recipient's own score, the committee's and the final one are three
 * values that are kept apart.
 */
export const Evaluation = Schema.Struct({
  id: Schema.String,
  step: Schema.String,
  status: Schema.Literals(["open", "returned", "accepted"]),
  self: Schema.optionalKey(Scored),
  findings: Schema.Array(Finding),
  /** Findings that were sent back; they no longer count. */
  earlier: Schema.Array(Finding),
  final: Schema.optionalKey(Scored),
  returnedReason: Schema.optionalKey(Schema.String),
  acceptedBy: Schema.optionalKey(AccountId),
  acceptedAt: Schema.optionalKey(Instant),
  recommendations: Schema.optionalKey(Schema.String),
  /** COM-6b: what both sides found in the results together, or why they did not. */
  jointAnalysis: Schema.optionalKey(Schema.String),
  noAnalysisReason: Schema.optionalKey(Schema.String),
  /** COL-7d: why no lesson was drawn on the way. */
  noLessonsReason: Schema.optionalKey(Schema.String)
})
export type Evaluation = typeof Evaluation.Type

export const EvaluationEvent = Schema.TaggedUnion({
  EvaluationOpened: { id: Schema.String, step: Schema.String },
  SelfAssessed: { evaluation: Schema.String, scored: Scored },
  FindingSubmitted: { evaluation: Schema.String, finding: Finding },
  EvaluationReturned: { evaluation: Schema.String, reason: Schema.String },
  EvaluationAccepted: {
    evaluation: Schema.String,
    final: Scored,
    recommendations: Schema.optionalKey(Schema.String),
    jointAnalysis: Schema.optionalKey(Schema.String),
    noAnalysisReason: Schema.optionalKey(Schema.String),
    noLessonsReason: Schema.optionalKey(Schema.String)
  }
})
export type EvaluationEvent = typeof EvaluationEvent.Type
const event = EvaluationEvent.cases

type Evaluations = ReadonlyArray<Evaluation>

/** The step to be evaluated now, and what the process asks of it. */
export interface EvaluationStep {
  readonly step: string
  readonly rule: RuleId
  readonly midTerm: boolean
  readonly indicators: ReadonlyArray<Indicator>
  readonly unreported?: UnreportedPolicy
  readonly threshold: number
  /** The share of the weights, in percent, that something must be reported for. */
  readonly share: number
  readonly owner: OrganisationId
  /** Who is paid: the recipient, who neither evaluates nor accepts (SEP-2). */
  readonly payee: OrganisationId
  /** Organisations that were named to evaluate from outside (ACT-6). */
  readonly evaluators: ReadonlyArray<OrganisationId>
  /** Whether a lesson or a review of the situation is on record. */
  readonly lessonsDrawn: boolean
}

const ofStep = (evaluations: Evaluations, step: string): Evaluation | undefined =>
  evaluations.find((evaluation) => evaluation.step === step)

/** The evaluation of the step, and the event that opens it where it is the first to be heard of. */
const opened = (
  evaluations: Evaluations,
  step: string,
  newId: () => string
): { readonly id: string; readonly events: ReadonlyArray<EvaluationEvent> } => {
  const found = ofStep(evaluations, step)
  if (found !== undefined) return { id: found.id, events: [] }
  const id = newId()
  return { id, events: [event.EvaluationOpened.make({ id, step })] }
}

/** PER-1: by the plan's indicators, and by what it says of those that nothing is reported for. */
const scoredOn = (
  { indicators, unreported }: Pick<EvaluationStep, "indicators" | "unreported">,
  results: ReadonlyArray<Reported>,
  deductions: ReadonlyArray<Deduction> = []
) =>
  refuseScoring(
    score(indicators, results, { deductions, ...(unreported === undefined ? {} : { unreported }) }),
    indicators
  )

/** The recipient's own view of its results; it is kept, and never the one that is accepted. */
export const selfAssess = (
  evaluations: Evaluations,
  results: ReadonlyArray<Reported>,
  evaluated: EvaluationStep,
  { newId }: Context
) =>
  Result.map(scoredOn(evaluated, results), (scored) => {
    const { events, id } = opened(evaluations, evaluated.step, newId)
    return [...events, event.SelfAssessed.make({ evaluation: id, scored })]
  })

export interface Submission {
  readonly method: Method
  readonly results: ReadonlyArray<Reported>
  readonly findings: string
  readonly siteVisit?: IsoDate
  readonly noVisitReason?: string
}

/** ACT-6, SEP-2: the owner's own people, or those of an organisation named for it; never the payee. */
export const mayEvaluate = (
  { evaluators, owner, payee, step }: Pick<EvaluationStep, "evaluators" | "owner" | "payee" | "step">,
  { actor: { organisation } }: Pick<Context, "actor">
): Decision<void, "EvaluatorIsPayee" | "WrongLane"> => {
  if (organisation === payee) return refuse("EvaluatorIsPayee", { organisation: payee })
  return organisation === owner || evaluators.some((named) => named === organisation)
    ? Result.succeed(undefined)
    : refuse("WrongLane", { step, lane: "evaluator" }, { rule: "ACT-6" })
}

/** ACT-6: the owner's own people evaluate from inside, everyone else from outside. */
const methodOf = (owner: OrganisationId, { actor }: Pick<Context, "actor">): Method =>
  actor.organisation === owner ? "internal" : "external"

/** PBC-6: a step has one finding by each method; another takes its place only once it has been sent back. */
export const maySubmit = (
  evaluations: Evaluations,
  evaluated: Pick<EvaluationStep, "evaluators" | "owner" | "payee" | "step">,
  context: Pick<Context, "actor">
) =>
  Result.flatMap(mayEvaluate(evaluated, context), (): Decision<Method, "FindingAlreadyGiven"> => {
    const { owner, step } = evaluated
    const method = methodOf(owner, context)
    const isGiven = ofStep(evaluations, step)?.findings.some((finding) => finding.method === method) === true
    return isGiven ? refuse("FindingAlreadyGiven", { step, method }) : Result.succeed(method)
  })

export const submit = (
  evaluations: Evaluations,
  { findings, method, noVisitReason, results, siteVisit }: Submission,
  evaluated: EvaluationStep,
  { actor, newId, now, today }: Context
) =>
  Result.gen(function* () {
    const { rule, step } = evaluated
    if ((yield* maySubmit(evaluations, evaluated, { actor })) !== method)
      return yield* refuse("MethodNotYours", { method }, { field: "/method" })
    if (siteVisit !== undefined && siteVisit > today)
      return yield* refuse("SiteVisitAhead", { day: siteVisit }, { field: "/siteVisit" })
    if (rule === "PBC-6" && siteVisit === undefined && noVisitReason === undefined)
      return yield* refuse("SiteVisitMissing", { step }, { field: "/siteVisit" })
    const scored = yield* scoredOn(evaluated, results)
    const { events, id } = opened(evaluations, step, newId)
    const finding: Finding = {
      method,
      results,
      scored,
      findings,
      ...(siteVisit === undefined ? {} : { siteVisit }),
      ...(noVisitReason === undefined ? {} : { noVisitReason }),
      by: actor.account,
      at: now
    }
    return [...events, event.FindingSubmitted.make({ evaluation: id, finding })]
  })

const pending = (
  evaluations: Evaluations,
  id: string
): Decision<Evaluation, "EvaluationUnknown" | "EvaluationNotSubmitted"> => {
  const found = evaluations.find((evaluation) => evaluation.id === id)
  if (found === undefined) return refuse("EvaluationUnknown", { evaluation: id }, { field: "/evaluation" })
  return found.status === "open" && found.findings.length > 0
    ? Result.succeed(found)
    : refuse("EvaluationNotSubmitted", { status: found.status })
}

/** The committee's score rests on the newest external finding, or on the newest internal one where there is none. */
const decisive = (evaluation: Evaluation): Finding | undefined =>
  evaluation.findings.findLast(({ method }) => method === "external") ?? evaluation.findings.at(-1)

/** PBC-6: in contracting internal and external methods, both. COM-6: the owner evaluates, whoever else does. */
export const methodsNeeded = ({ rule }: Pick<EvaluationStep, "rule">): ReadonlyArray<Method> =>
  rule === "PBC-6" ? Method.literals : rule === "COM-6" ? ["internal"] : []

export const canAccept = (
  evaluations: Evaluations,
  id: string,
  { payee, rule, step }: Pick<EvaluationStep, "payee" | "rule" | "step">,
  { actor }: Pick<Context, "actor">
) =>
  Result.gen(function* () {
    const evaluation = yield* pending(evaluations, id)
    if (evaluation.step !== step) return yield* refuse("StepNotOpen", { step: evaluation.step, waitsFor: [step] })
    if (actor.organisation === payee) return yield* refuse("EvaluatorIsPayee", { organisation: payee })
    if (evaluation.findings.some(({ by }) => by === actor.account))
      return yield* refuse("SamePerson", { act: "accept-evaluation", other: "evaluate" }, { rule: "SEP-2" })
    const missing = methodsNeeded({ rule }).filter(
      (method) => !evaluation.findings.some((finding) => finding.method === method)
    )
    return missing.length > 0 ? yield* refuse("MethodsIncomplete", { missing }, { rule }) : evaluation
  })

/** What is said with an acceptance, and stays with it. */
interface Said {
  readonly recommendations?: string
  readonly jointAnalysis?: string
  readonly noAnalysisReason?: string
  readonly noLessonsReason?: string
}

export interface Acceptance extends Said {
  readonly deductions: ReadonlyArray<Deduction>
}

const saidIn = ({ jointAnalysis, noAnalysisReason, noLessonsReason, recommendations }: Said): Said => ({
  ...(recommendations === undefined ? {} : { recommendations }),
  ...(jointAnalysis === undefined ? {} : { jointAnalysis }),
  ...(noAnalysisReason === undefined ? {} : { noAnalysisReason }),
  ...(noLessonsReason === undefined ? {} : { noLessonsReason })
})

/** COM-6b: in commissioning the results are analysed together; COL-7d: by its end the work has taught something. */
const checkReasons = (
  { jointAnalysis, noAnalysisReason, noLessonsReason }: Said,
  { lessonsDrawn, midTerm, rule }: Pick<EvaluationStep, "lessonsDrawn" | "midTerm" | "rule">
) =>
  Result.gen(function* () {
    yield* doneOrWhyNot({
      rule: "COM-6b",
      done: rule !== "COM-6" || jointAnalysis !== undefined,
      reason: noAnalysisReason,
      subject: {
        th: "ไม่ได้วิเคราะห์ผลร่วมกันเพื่อปรับปรุง พัฒนา ยกระดับ หรือขยาย",
        en: "the results were not analysed together, to improve, develop, raise or extend the service"
      },
      field: "/noAnalysisReason"
    })
    yield* doneOrWhyNot({
      rule: "COL-7d",
      done: midTerm || lessonsDrawn,
      reason: noLessonsReason,
      subject: {
        th: "ไม่ได้ถอดบทเรียนหรือประเมินสถานการณ์ระหว่างดำเนินงาน",
        en: "no lesson was drawn and no situation assessed while the work went on"
      },
      field: "/noLessonsReason"
    })
  })

/** PER-1: enough of what was agreed is reported; of too little no score is accepted. */
const enoughReported = ({ share }: EvaluationStep, scored: Scored): Decision<Scored, "ResultsIncomplete"> => {
  const reported = reportedShare(scored)
  const missing = scored.unreported.length
  return reported < share ? refuse("ResultsIncomplete", { reported, needed: share, missing }) : Result.succeed(scored)
}

/** PBC-7, SEP-2: accepted by someone other than the payee and other than the evaluator, at or above the threshold. */
export const accept = (
  evaluations: Evaluations,
  id: string,
  acceptance: Acceptance,
  step: EvaluationStep,
  context: Pick<Context, "actor">
) =>
  canAccept(evaluations, id, step, context).pipe(
    Result.flatMap((evaluation) => Result.map(checkReasons(acceptance, step), () => evaluation)),
    Result.flatMap((evaluation) => scoredOn(step, decisive(evaluation)?.results ?? [], acceptance.deductions)),
    Result.flatMap((scored) => enoughReported(step, scored)),
    Result.flatMap((final) => {
      // The threshold is stated in points of the scale; scores are kept in ten-thousandths.
      return final.final === null || final.final < Math.round(step.threshold * 10_000)
        ? refuse("ScoreBelowThreshold", {
            score: final.final === null ? "—" : formatFour(final.final),
            threshold: String(step.threshold)
          })
        : Result.succeed([
            event.EvaluationAccepted.make({
              evaluation: id,
              final,
              ...saidIn(acceptance)
            })
          ])
    })
  )

export const sendBack = (evaluations: Evaluations, id: string, reason: string) =>
  Result.map(pending(evaluations, id), () => [event.EvaluationReturned.make({ evaluation: id, reason })])

const applied = (
  evaluation: Evaluation,
  { actor, at, event: happened }: Recorded<EvaluationEvent, AccountHolder>
): Evaluation => {
  switch (happened._tag) {
    case "EvaluationOpened":
      return evaluation
    case "SelfAssessed":
      return { ...evaluation, self: happened.scored }
    case "FindingSubmitted":
      return { ...evaluation, status: "open", findings: [...evaluation.findings, happened.finding] }
    case "EvaluationReturned":
      return {
        ...evaluation,
        status: "returned",
        returnedReason: happened.reason,
        findings: [],
        earlier: [...evaluation.earlier, ...evaluation.findings]
      }
    case "EvaluationAccepted":
      return {
        ...evaluation,
        status: "accepted",
        final: happened.final,
        acceptedBy: actor.account,
        acceptedAt: at,
        ...saidIn(happened)
      }
    default:
      return happened satisfies never
  }
}

export const evolve = (evaluations: Evaluations, recorded: Recorded<EvaluationEvent, AccountHolder>): Evaluations => {
  const { event: happened } = recorded
  if (happened._tag === "EvaluationOpened")
    return [...evaluations, { id: happened.id, step: happened.step, status: "open", findings: [], earlier: [] }]
  return evaluations.map((evaluation) =>
    evaluation.id === happened.evaluation ? applied(evaluation, recorded) : evaluation
  )
}
