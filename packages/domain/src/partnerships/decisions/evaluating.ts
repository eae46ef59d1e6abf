import { Result } from "effect"
import * as Agreement from "../../agreements/Agreement.ts"
import * as Delivery from "../../delivery/Delivery.ts"
import * as Lessons from "../../delivery/Lesson.ts"
import * as Notices from "../../delivery/Notice.ts"
import type { ReportTerms } from "../../delivery/Report.ts"
import type { Context } from "../../engine/Context.ts"
import * as Evaluation from "../../evaluation/Evaluation.ts"
import type { Reported } from "../../evaluation/Scoring.ts"
import { spendable } from "../../funding/Balances.ts"
import { unsettled } from "../../funding/Committing.ts"
import * as Course from "../../processes/Course.ts"
import { onDay, within } from "../DateRules.ts"
import type { Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { asRecipient, corresponding, running, withAct } from "./acting.ts"
import { datesOf } from "./dating.ts"
import { reportedSince } from "./reporting.ts"
import { shareOf, thresholdOf } from "./rounds.ts"

const atWork = (partnership: Partnership) =>
  Result.gen(function* () {
    yield* running(partnership)
    yield* Agreement.inForce(partnership.agreement)
    return partnership
  })

/** The step that waits for an evaluation now, with what it is held against. */
export const evaluationStep = (partnership: Partnership) =>
  Result.gen(function* () {
    yield* atWork(partnership)
    const { course, parties, plan, recipient } = partnership
    if (plan === undefined) return yield* refuse("PlanMissing", {})
    // ACT-8: where money is given, it is not paid before that, and so there is nothing to evaluate.
    if (course.withoutMoney === true && plan.agreed === undefined) return yield* refuse("PlanNotAgreed", {})
    if (recipient === undefined) return yield* refuse("RecipientMissing", {})
    const { key, round, rule } = yield* Course.readyForAct(course, "evaluation-accepted")
    return {
      step: key,
      rule,
      midTerm: round !== undefined,
      indicators: plan.indicators,
      ...(plan.unreported === undefined ? {} : { unreported: plan.unreported }),
      threshold: thresholdOf(course, plan),
      share: shareOf(course),
      owner: partnership.owner,
      payee: recipient,
      lessonsDrawn: partnership.delivery.lessons.length > 0,
      evaluators: parties.flatMap(({ as, organisation }) => (as === "external-evaluator" ? [organisation] : []))
    }
  })

export const canSubmit = (partnership: Partnership, context: Context) =>
  Result.gen(function* () {
    const step = yield* evaluationStep(partnership)
    yield* Evaluation.maySubmit(partnership.evaluations, step, context)
    return reportedSince(partnership) ? step : yield* refuse("ReportMissing", { step: step.step })
  })

export const canSelfAssess = (partnership: Partnership, context: Context) =>
  Result.flatMap(asRecipient(partnership, context), () => evaluationStep(partnership))

export const selfAssess = (partnership: Partnership, results: ReadonlyArray<Reported>, context: Context) =>
  Result.flatMap(canSelfAssess(partnership, context), (step) =>
    Evaluation.selfAssess(partnership.evaluations, results, step, context)
  )

export const submit = (partnership: Partnership, submission: Evaluation.Submission, context: Context) =>
  Result.gen(function* () {
    const step = yield* canSubmit(partnership, context)
    const { siteVisit } = submission
    if (siteVisit !== undefined)
      yield* within("evaluations.submit", "siteVisit", onDay(siteVisit), datesOf(partnership, context))
    return yield* Evaluation.submit(partnership.evaluations, submission, step, context)
  })

export const canAccept = (partnership: Partnership, evaluation: string, context: Context) =>
  Result.flatMap(evaluationStep(partnership), (step) =>
    Evaluation.canAccept(partnership.evaluations, evaluation, step, context)
  )

export const accept = (
  partnership: Partnership,
  evaluation: string,
  acceptance: Evaluation.Acceptance,
  context: Context
) =>
  Result.gen(function* () {
    const step = yield* evaluationStep(partnership)
    const accepted = Evaluation.accept(partnership.evaluations, evaluation, acceptance, step, context)
    return yield* withAct(partnership, context, "evaluation-accepted", accepted, { step: step.step })
  })

export const sendBack = (partnership: Partnership, evaluation: string, reason: string) =>
  Result.flatMap(atWork(partnership), ({ evaluations }) => Evaluation.sendBack(evaluations, evaluation, reason))

/** MON-5: what was spent before an agreement was terminated is still reported, and put right, until the accounts are settled. */
const reportable = (partnership: Partnership) =>
  partnership.standing._tag === "Terminated" ? Result.succeed(partnership) : atWork(partnership)

export const canReport = (partnership: Partnership, context: Context) =>
  Result.gen(function* () {
    yield* asRecipient(partnership, context)
    yield* reportable(partnership)
    yield* unsettled(partnership.funding)
    return partnership.plan === undefined ? yield* refuse("PlanMissing", {}) : partnership
  })

/** GRA-4: a report on the way; the final one completes the step, where the process waits for it. */
export const report = (partnership: Partnership, terms: ReportTerms, context: Context) =>
  Result.gen(function* () {
    yield* canReport(partnership, context)
    yield* within("reports.submit", "period", terms.period, datesOf(partnership, context, terms.replaces))
    const { course, delivery, funding, plan } = partnership
    const indicators = plan?.indicators.map(({ id }) => id) ?? []
    const submitted = Delivery.submitReport(delivery, terms, { paid: spendable(funding), indicators }, context)
    const awaited = Course.openSteps(Course.composedOf(course), course).some(
      ({ completion }) => completion.by === "act" && completion.act === "report-submitted"
    )
    return yield* awaited && terms.final === true
      ? withAct(partnership, context, "report-submitted", submitted)
      : submitted
  })

export const raiseNotice = (partnership: Partnership, text: string, context: Context) =>
  Result.flatMap(corresponding(partnership, context), () => Notices.raise(text, context))

export const answerNotice = (
  partnership: Partnership,
  answer: { readonly notice: string; readonly text: string },
  context: Context
) => Result.flatMap(corresponding(partnership, context), () => Notices.answer(partnership.delivery.notices, answer))

export const recordLesson = (
  partnership: Partnership,
  lesson: Parameters<typeof Lessons.record>[0],
  context: Context
) => Result.flatMap(corresponding(partnership, context), () => Lessons.record(lesson))
