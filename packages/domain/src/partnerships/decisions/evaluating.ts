import { Result } from "effect"
import * as Agreement from "../../agreements/Agreement.ts"
import * as Delivery from "../../delivery/Delivery.ts"
import * as Lessons from "../../delivery/Lesson.ts"
import * as Notices from "../../delivery/Notice.ts"
import type { ReportTerms } from "../../delivery/Report.ts"
import * as Evaluation from "../../evaluation/Evaluation.ts"
import type { Reported } from "../../evaluation/Scoring.ts"
import { spendable } from "../../funding/Balances.ts"
import { unsettled } from "../../funding/Committing.ts"
import type { Context } from "../../kernel/Context.ts"
import * as Course from "../../processes/Course.ts"
import { type Decision, refuse } from "../../rules/Refusals.ts"
import type { Partnership } from "../Partnership.ts"
import { type Events, running, withAct } from "./acting.ts"

export const atWork = (partnership: Partnership): Decision<Partnership> =>
  Result.gen(function* () {
    yield* running(partnership)
    yield* Agreement.inForce(partnership.agreement)
    return partnership
  })

/** The step that waits for an evaluation now, with what it is held against. */
export const evaluationStep = (partnership: Partnership): Decision<Evaluation.EvaluationStep> =>
  Result.gen(function* () {
    yield* atWork(partnership)
    const { course, plan, recipient } = partnership
    if (plan === undefined) return yield* refuse("PlanMissing", {})
    if (recipient === undefined) return yield* refuse("RecipientMissing", {})
    const { key, round } = yield* Course.readyForAct(course, "evaluation-accepted")
    const threshold = Course.composedOf(course).thresholds["acceptance-score"] ?? 0
    return { step: key, midTerm: round !== undefined, indicators: plan.indicators, threshold, payee: recipient }
  })

/** MON-3: an evaluation rests on a report of the recipient's since the one before it. */
export const canSubmit = (partnership: Partnership): Decision<Evaluation.EvaluationStep> =>
  Result.gen(function* () {
    const step = yield* evaluationStep(partnership)
    const { delivery, evaluations } = partnership
    const accepted = evaluations.filter(({ status }) => status === "accepted").length
    return delivery.reports.length > accepted ? step : yield* refuse("ReportMissing", { step: step.step })
  })

export const selfAssess = (partnership: Partnership, results: ReadonlyArray<Reported>, context: Context): Events =>
  Result.flatMap(evaluationStep(partnership), (step) =>
    Evaluation.selfAssess(partnership.evaluations, results, step, context)
  )

export const submit = (partnership: Partnership, submission: Evaluation.Submission, context: Context): Events =>
  Result.flatMap(canSubmit(partnership), (step) =>
    Evaluation.submit(partnership.evaluations, submission, step, context)
  )

export const canAccept = (partnership: Partnership, evaluation: string, context: Context): Decision<unknown> =>
  Result.flatMap(evaluationStep(partnership), (step) =>
    Evaluation.canAccept(partnership.evaluations, evaluation, step, context)
  )

export const accept = (
  partnership: Partnership,
  evaluation: string,
  acceptance: Evaluation.Acceptance,
  context: Context
): Events =>
  Result.gen(function* () {
    const step = yield* evaluationStep(partnership)
    const accepted = Evaluation.accept(partnership.evaluations, evaluation, acceptance, step, context)
    return yield* withAct(partnership, context, "evaluation-accepted", accepted, { step: step.step })
  })

export const sendBack = (partnership: Partnership, evaluation: string, reason: string): Events =>
  Result.flatMap(atWork(partnership), ({ evaluations }) => Evaluation.sendBack(evaluations, evaluation, reason))

export const canReport = (partnership: Partnership): Decision<Partnership> =>
  Result.gen(function* () {
    yield* atWork(partnership)
    yield* unsettled(partnership.funding)
    return partnership.plan === undefined ? yield* refuse("PlanMissing", {}) : partnership
  })

/** GRA-4: a report on the way; where the process waits for one, it completes that step. */
export const report = (partnership: Partnership, terms: ReportTerms, context: Context): Events =>
  Result.gen(function* () {
    yield* canReport(partnership)
    const { course, delivery, funding, plan } = partnership
    const indicators = plan?.indicators.map(({ id }) => id) ?? []
    const submitted = Delivery.submitReport(delivery, terms, { paid: spendable(funding), indicators }, context)
    const awaited = Course.openSteps(Course.composedOf(course), course).some(
      ({ completion }) => completion.by === "act" && completion.act === "report-submitted"
    )
    return yield* awaited ? withAct(partnership, context, "report-submitted", submitted) : submitted
  })

export const raiseNotice = (partnership: Partnership, text: string, context: Context): Events =>
  Result.flatMap(atWork(partnership), () => Notices.raise(text, context))

export const answerNotice = (
  partnership: Partnership,
  answer: { readonly notice: string; readonly text: string }
): Events => Result.flatMap(atWork(partnership), ({ delivery }) => Notices.answer(delivery.notices, answer))

export const isRunning = running

export const recordLesson = (partnership: Partnership, lesson: Parameters<typeof Lessons.record>[0]): Events =>
  Result.flatMap(running(partnership), () => Lessons.record(lesson))
