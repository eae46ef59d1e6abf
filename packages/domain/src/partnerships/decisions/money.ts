import { Result } from "effect"
import * as Agreement from "../../agreements/Agreement.ts"
import { refuse } from "../../agreements/refusals.ts"
import { spentTotal } from "../../delivery/Report.ts"
import type { Context } from "../../engine/Context.ts"
import { disbursementIn } from "../../funding/Books.ts"
import * as Closing from "../../funding/Closing.ts"
import * as Committing from "../../funding/Committing.ts"
import * as Disbursing from "../../funding/Disbursing.ts"
import type { FundingEvent, Opinion, Tranche } from "../../funding/Funding.ts"
import * as Source from "../../funding/Source.ts"
import { period as yearOf } from "../../kernel/FiscalYear.ts"
import type { Satang } from "../../kernel/Money.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import { type Organisation, usable } from "../../parties/Organisation.ts"
import { stepsBefore } from "../../processes/Composition.ts"
import * as Course from "../../processes/Course.ts"
import type { Act } from "../../processes/Process.ts"
import { within } from "../DateRules.ts"
import type { Partnership } from "../Partnership.ts"
import { closable, readyFor, running, whoIs, withAct } from "./acting.ts"
import { datesOf, inTime } from "./dating.ts"
import { agreed } from "./planning.ts"

const inForce = (partnership: Partnership) =>
  Result.flatMap(running(partnership), ({ agreement }) =>
    Result.map(Agreement.inForce(agreement), ({ terms }) => terms)
  )

/** ACT-8: nothing is committed or paid under an agreement that was signed without money. */
const withMoney = (partnership: Partnership) =>
  Result.flatMap(inForce(partnership), ({ value }) =>
    value === undefined ? refuse("AgreementWithoutMoney", {}) : Result.succeed(value)
  )

const spent = ({ delivery }: Partnership): bigint => spentTotal(delivery.reports)

const isDone = ({ course }: Partnership, step: string): boolean =>
  Course.statusOf(Course.composedOf(course), course, step) === "done"

/** An act that completes its step the first time, and may be repeated by whoever could have completed it (SEP-1). */
const repeatable = <Tag extends string>(
  partnership: Partnership,
  context: Context,
  act: Act,
  step: string,
  events: Decision<ReadonlyArray<FundingEvent>, Tag>
) =>
  isDone(partnership, step)
    ? Result.flatMap(events, (decided) =>
        Result.flatMap(whoIs(partnership, context.actor, step), (who) =>
          Result.map(Course.mayRepeat(partnership.course, step, who), () => decided)
        )
      )
    : withAct(partnership, context, act, events, { step })

const moneyStep = "COL-7c"

/** COL-7c: money can be agreed from the step on, and added to while the work goes on. */
export const canCommit = (partnership: Partnership) =>
  Result.gen(function* () {
    yield* withMoney(partnership)
    return isDone(partnership, moneyStep) ? partnership : yield* readyFor("money-committed")(partnership)
  })

/** MON-2: the source and the partnership both let it through, or neither. */
export const commit = (partnership: Partnership, source: Source.Source, amount: Satang, context: Context) => {
  const { funding, id, owner } = partnership
  const events = Result.gen(function* () {
    yield* canCommit(partnership)
    const value = yield* withMoney(partnership)
    const committed = Committing.commit(funding, { source: source.id, amount }, { agreementValue: value })
    return yield* repeatable(partnership, context, "money-committed", moneyStep, committed)
  })
  return { events, toSource: Source.commit(source, { partnership: id, owner, amount }) }
}

/** PBC-7, MON-3: the evaluations that stand before the tranche are all accepted, or the first that is not. */
const evaluationBefore =
  ({ course, evaluations }: Partnership) =>
  ({ no, step }: Tranche): Disbursing.EvaluationBefore => {
    const composed = Course.composedOf(course)
    const awaited = stepsBefore(composed, step).filter((key) => {
      const completion = composed.byKey.get(key)?.completion
      return completion?.by === "act" && completion.act === "evaluation-accepted"
    })
    const accepted = awaited.map((key) => evaluations.find((done) => done.step === key && done.status === "accepted"))
    const missing = awaited[accepted.indexOf(undefined)]
    const basis = accepted[0]
    return missing !== undefined || basis?.acceptedBy === undefined
      ? { _tag: "Awaited", evaluation: missing ?? `${no - 1}` }
      : { _tag: "AcceptedEvaluation", evaluation: basis.id, step: basis.step, acceptedBy: basis.acceptedBy }
  }

const factsOf = (partnership: Partnership): Disbursing.ReleaseFacts => ({
  evaluationBefore: evaluationBefore(partnership)
})

/** The tranche rests on its evaluation, and its step has been reached. */
export const canPrepare = (partnership: Partnership, tranche: number) =>
  Result.gen(function* () {
    yield* withMoney(partnership)
    yield* agreed(partnership)
    const { tranche: found } = yield* Disbursing.canPrepare(partnership.funding, tranche, factsOf(partnership))
    const ready = Course.readyForAct(partnership.course, "disbursement", { step: found.step })
    if (Result.isFailure(ready) && ready.failure._tag !== "StepAlreadyDone") return yield* Result.fail(ready.failure)
    return partnership
  })

/** ACT-2: an organisation that is not in use any more is paid nothing. */
const payable = (recipient: Organisation | undefined) =>
  recipient === undefined ? Result.succeed(undefined) : Result.map(usable(recipient), () => undefined)

/** The records that a payment rests on. */
export interface PaidWith {
  readonly recipient: Organisation | undefined
  readonly sources: ReadonlyArray<Source.Source>
}

export const prepare = (
  partnership: Partnership,
  payment: Disbursing.Payment,
  { recipient, sources }: PaidWith,
  context: Context
) =>
  Result.gen(function* () {
    yield* canPrepare(partnership, payment.tranche)
    yield* payable(recipient)
    yield* inTime("disbursements.prepare", partnership, context)
    return yield* Disbursing.prepare(partnership.funding, payment, { ...factsOf(partnership), sources }, context)
  })

const trancheStep = ({ funding }: Partnership, disbursement: string): string | undefined => {
  const prepared = disbursementIn(funding, disbursement)
  return funding.tranches.find(({ no }) => no === prepared?.tranche)?.step
}

const approvable = (partnership: Partnership, disbursement: string, context: Context) =>
  Result.gen(function* () {
    yield* inForce(partnership)
    yield* agreed(partnership)
    const approved = Disbursing.approve(partnership.funding, disbursement, context)
    const step = trancheStep(partnership, disbursement)
    return yield* step === undefined ? approved : repeatable(partnership, context, "disbursement", step, approved)
  })

export const canApprove = (partnership: Partnership, disbursement: string, context: Context) =>
  Result.map(approvable(partnership, disbursement, context), () => partnership)

export const approve = (
  partnership: Partnership,
  disbursement: string,
  { recipient, sources }: PaidWith,
  context: Context
) =>
  Result.gen(function* () {
    const events = yield* approvable(partnership, disbursement, context)
    yield* payable(recipient)
    yield* inTime("disbursements.approve", partnership, context)
    yield* Disbursing.payableNow(partnership.funding, disbursement, sources, context)
    return events
  })

export const reject = (partnership: Partnership, disbursement: string, reason: string) =>
  Result.flatMap(closable(partnership), ({ funding }) => Disbursing.reject(funding, disbursement, reason))

export const reverse = (
  partnership: Partnership,
  reversed: { readonly disbursement: string; readonly reason: string },
  context: Context
) =>
  Result.flatMap(closable(partnership), ({ funding }) =>
    Disbursing.reverse(funding, reversed, { spent: spent(partnership) }, context)
  )

export const canDecideUnspent = (partnership: Partnership) =>
  Result.flatMap(closable(partnership), ({ funding }) =>
    Result.map(Closing.canDecideUnspent(funding, { spent: spent(partnership) }), () => partnership)
  )

/** MON-5: what is returned goes back to the sources that gave it. */
export const returnUnspent = (partnership: Partnership, unspent: Closing.Unspent) => {
  const events = Result.flatMap(closable(partnership), ({ funding }) =>
    Closing.returnUnspent(funding, unspent, { spent: spent(partnership) })
  )
  const returned = Result.isSuccess(events) ? events.success : []
  return {
    events,
    releases: returned.flatMap((event) => (event._tag === "UnspentReturned" ? event.releases : []))
  }
}

/** MON-5: money is carried over for work that goes on; after a termination there is none. */
export const canCarryOver = (partnership: Partnership) =>
  Result.flatMap(inForce(partnership), () => canDecideUnspent(partnership))

/** MON-5: the source and the partnership both carry it into the later year, or neither. */
export const carryOver = (
  partnership: Partnership,
  over: Closing.CarriedOver,
  source: Source.Source,
  context: Context
) => {
  const { funding, id, owner } = partnership
  const events = Result.gen(function* () {
    yield* canCarryOver(partnership)
    const dates = datesOf(partnership, context)
    yield* within("funding.carry-over", "fiscalYear", yearOf(over.fiscalYear), dates)
    return yield* Closing.carryOver(funding, over, source, { spent: spent(partnership) })
  })
  const { amount, fiscalYear } = over
  return { events, toSource: Source.carryOver(source, { partnership: id, owner, amount, fiscalYear }) }
}

const closingAct = (act: Act) => (partnership: Partnership) =>
  Result.flatMap(closable(partnership), () =>
    Result.map(Course.readyForAct(partnership.course, act), () => partnership)
  )

/** An adverse audit sends the accounts back, so that reconciling and auditing can come round again. */
const again = (partnership: Partnership): boolean => {
  const { closing } = partnership.funding
  return closing._tag === "Audited" && closing.audit.opinion === "adverse"
}

/** MON-5: what is left is decided about before the accounts are reconciled, and nobody is asked before that. */
export const unspentAwaited = (partnership: Partnership): boolean =>
  again(partnership) ||
  Course.openSteps(Course.composedOf(partnership.course), partnership.course).some(
    ({ completion }) => completion.by === "act" && completion.act === "accounts-reconciled"
  )

export const canReconcile = (partnership: Partnership) =>
  Result.gen(function* () {
    if (!again(partnership)) yield* closingAct("accounts-reconciled")(partnership)
    yield* Closing.canReconcile(partnership.funding, { spent: spent(partnership) })
    return partnership
  })

export const reconcile = (
  partnership: Partnership,
  books: { readonly spent: Satang; readonly note?: string },
  context: Context
) =>
  Result.gen(function* () {
    yield* canReconcile(partnership)
    const reconciled = Closing.reconcile(partnership.funding, books, { spent: spent(partnership) })
    return yield* again(partnership) ? reconciled : withAct(partnership, context, "accounts-reconciled", reconciled)
  })

export const canAudit = (partnership: Partnership, context: Context) =>
  Result.gen(function* () {
    yield* closable(partnership)
    yield* Closing.canAudit(partnership.funding, context)
    return partnership
  })

/** The audit's step is done by a clean or qualified opinion; an adverse one leaves it open. */
export const audit = (
  partnership: Partnership,
  audited: { readonly opinion: Opinion; readonly note: string },
  context: Context
) =>
  Result.gen(function* () {
    yield* canAudit(partnership, context)
    const events = Closing.audit(partnership.funding, audited, context)
    return yield* audited.opinion === "adverse" ? events : withAct(partnership, context, "accounts-audited", events)
  })

export const canClose = (partnership: Partnership, context: Context) =>
  Result.gen(function* () {
    yield* closable(partnership)
    yield* Closing.close(partnership.funding, context)
    return yield* closingAct("accounts-closed")(partnership)
  })

export const close = (partnership: Partnership, context: Context) =>
  Result.gen(function* () {
    yield* closable(partnership)
    const closed = Closing.close(partnership.funding, context)
    return yield* withAct(partnership, context, "accounts-closed", closed)
  })

/** ACT-8: the agreement ends before its time; what is undone is passed over, and the accounts are still closed. */
export const terminate = (partnership: Partnership, reason: string, { actor }: Context) =>
  Result.gen(function* () {
    const { agreement, course, funding } = partnership
    if (partnership.standing._tag !== "Suspended") yield* running(partnership)
    const terminated = yield* Agreement.terminate(agreement, reason)
    yield* Closing.nothingPending(funding)
    const who = yield* whoIs(partnership, actor, "MON-6")
    return [...terminated, ...(yield* Course.endEarly(course, { reason }, who))]
  })
