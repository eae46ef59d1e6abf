import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import type { Recorded } from "../engine/Event.ts"
import { type AccountHolder, AccountId, type OrganisationId } from "../kernel/Actor.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { Instant, IsoDate } from "../kernel/ThaiDate.ts"
import { formatFour } from "../plans/Decimal.ts"
import type { Indicator } from "../plans/Indicator.ts"
import { refuseScoring } from "./Refused.ts"
import { refuse } from "./refusals.ts"
import { type Deduction, Reported, Scored, score } from "./Scoring.ts"

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
  recommendations: Schema.optionalKey(Schema.String)
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
    recommendations: Schema.optionalKey(Schema.String)
  }
})
export type EvaluationEvent = typeof EvaluationEvent.Type
const event = EvaluationEvent.cases

type Evaluations = ReadonlyArray<Evaluation>

/** The step to be evaluated now, and what the process asks of it. */
export interface EvaluationStep {
  readonly step: string
  readonly midTerm: boolean
  readonly indicators: ReadonlyArray<Indicator>
  readonly threshold: number
  readonly owner: OrganisationId
  /** Who is paid: the recipient, who neither evaluates nor accepts (SEP-2). */
  readonly payee: OrganisationId
  /** Organisations that were named to evaluate from outside (ACT-6). */
  readonly evaluators: ReadonlyArray<OrganisationId>
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

/** The recipient's own view of its results; it is kept, and never the one that is accepted. */
export const selfAssess = (
  evaluations: Evaluations,
  results: ReadonlyArray<Reported>,
  { indicators, step }: EvaluationStep,
  { newId }: Context
) =>
  Result.map(refuseScoring(score(indicators, results), indicators), (scored) => {
    const { events, id } = opened(evaluations, step, newId)
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

export const submit = (
  evaluations: Evaluations,
  { findings, method, noVisitReason, results, siteVisit }: Submission,
  evaluated: EvaluationStep,
  { actor, newId, now, today }: Context
) =>
  Result.gen(function* () {
    const { indicators, midTerm, owner, step } = evaluated
    yield* mayEvaluate(evaluated, { actor })
    // ACT-6: the owner's own people evaluate from inside, everyone else from outside.
    if ((actor.organisation === owner) !== (method === "internal"))
      return yield* refuse("MethodNotYours", { method }, { field: "/method" })
    if (siteVisit !== undefined && siteVisit > today)
      return yield* refuse("SiteVisitAhead", { day: siteVisit }, { field: "/siteVisit" })
    if (midTerm && siteVisit === undefined && noVisitReason === undefined)
      return yield* refuse("SiteVisitMissing", { step }, { field: "/siteVisit" })
    const scored = yield* refuseScoring(score(indicators, results), indicators)
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

/** PBC-6: internal and external methods, both. */
const methodsMissing = (evaluation: Evaluation, midTerm: boolean): ReadonlyArray<Method> =>
  midTerm ? Method.literals.filter((method) => !evaluation.findings.some((finding) => finding.method === method)) : []

export const canAccept = (
  evaluations: Evaluations,
  id: string,
  { midTerm, payee, step }: Pick<EvaluationStep, "midTerm" | "payee" | "step">,
  { actor }: Pick<Context, "actor">
) =>
  Result.gen(function* () {
    const evaluation = yield* pending(evaluations, id)
    if (evaluation.step !== step) return yield* refuse("StepNotOpen", { step: evaluation.step, waitsFor: [step] })
    if (actor.organisation === payee) return yield* refuse("EvaluatorIsPayee", { organisation: payee })
    if (evaluation.findings.some(({ by }) => by === actor.account))
      return yield* refuse("SamePerson", { act: "accept-evaluation", other: "evaluate" }, { rule: "SEP-2" })
    const missing = methodsMissing(evaluation, midTerm)
    return missing.length > 0 ? yield* refuse("MethodsIncomplete", { missing }) : evaluation
  })

export interface Acceptance {
  readonly deductions: ReadonlyArray<Deduction>
  readonly recommendations?: string
}

/** PBC-7, SEP-2: accepted by someone other than the payee and other than the evaluator, at or above the threshold. */
export const accept = (
  evaluations: Evaluations,
  id: string,
  { deductions, recommendations }: Acceptance,
  step: EvaluationStep,
  context: Pick<Context, "actor">
) =>
  canAccept(evaluations, id, step, context).pipe(
    Result.flatMap((evaluation) =>
      refuseScoring(score(step.indicators, decisive(evaluation)?.results ?? [], { deductions }), step.indicators)
    ),
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
              ...(recommendations === undefined ? {} : { recommendations })
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
        ...(happened.recommendations === undefined ? {} : { recommendations: happened.recommendations })
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
