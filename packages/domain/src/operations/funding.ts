import { Result } from "effect"
import { terminateAgreement } from "../agreements/operations.ts"
import * as Delivery from "../delivery/operations.ts"
import { also, handlersOf, reference, type Target } from "../engine/Handler.ts"
import * as Evaluations from "../evaluation/operations.ts"
import { trancheStatus } from "../funding/Balances.ts"
import * as Operations from "../funding/operations.ts"
import * as Source from "../funding/Source.ts"
import { accessOf } from "../kernel/Actor.ts"
import { format } from "../kernel/Money.ts"
import { organisationRecord } from "../parties/Organisation.ts"
import { corresponding } from "../partnerships/decisions/acting.ts"
import * as Evaluating from "../partnerships/decisions/evaluating.ts"
import * as Money from "../partnerships/decisions/money.ts"
import type { Partnership } from "../partnerships/Partnership.ts"
import { partnershipRecord } from "../partnerships/Record.ts"
import { placeInProcess } from "./Placing.ts"

const { change } = handlersOf(partnershipRecord, placeInProcess)
const sources = handlersOf(Source.sourceRecord)

const organisation = (id: string) => reference(organisationRecord, id)
const source = (id: string) => reference(Source.sourceRecord, id)

/** Every source that has given to the partnership, by its id: what is returned goes back there. */
const givers = ({ funding }: Partnership) =>
  Object.fromEntries(funding.commitments.map((given) => [given.source, source(given.source)]))

/** The tranches of which something is left to be paid. */
const trancheTargets = ({ funding }: Partnership): ReadonlyArray<Target> =>
  funding.tranches
    .filter((tranche) => trancheStatus(funding, tranche).left > 0n)
    .map(({ no, step }) => ({
      field: "tranche",
      value: no,
      label: { th: `งวดที่ ${no} (${step})`, en: `Tranche ${no} (${step})` }
    }))

/** No tranche has this number: it stands for none. */
const noTranche = 0

const disbursementTargets =
  (status: "Prepared" | "Approved") =>
  ({ funding }: Partnership): ReadonlyArray<Target> =>
    funding.disbursements
      .filter(({ _tag }) => _tag === status)
      .map(({ amount, id, tranche }) => ({
        field: "disbursement",
        value: id,
        label: {
          th: `รายการเบิกจ่ายงวดที่ ${tranche}: ${format(amount)}`,
          en: `Disbursement of tranche ${tranche}: ${format(amount, "en")}`
        }
      }))

const evaluationTargets = ({ evaluations }: Partnership): ReadonlyArray<Target> =>
  evaluations
    .filter(({ findings, status }) => status === "open" && findings.length > 0)
    .map(({ id, step }) => ({
      field: "evaluation",
      value: id,
      label: { th: `การประเมิน ${step}`, en: `Evaluation ${step}` }
    }))

const named = (target: Target | undefined): string => String(target?.value ?? "—")

const money = [
  sources.create(Operations.registerSource, {
    related: ({ holder }) => ({ holder: holder === undefined ? undefined : organisation(holder) }),
    access: ({ actor }) => accessOf({ owner: actor.organisation }),
    decide: ({ context, input }) => Source.register(input, context)
  }),
  sources.change(Operations.increaseSource, {
    decide: ({ input, state }) => Source.increase(state, input.amount, input.reason)
  }),
  change(Operations.commitMoney, {
    related: (_, input) => ({ source: source(input.source) }),
    ready: Money.canCommit,
    decide: ({ context, input, related, state }) => {
      const { events, toSource } = Money.commit(state, related.source, input.amount, context)
      return Result.gen(function* () {
        const decided = yield* events
        return { events: decided, also: [also(source(input.source), yield* toSource)] }
      })
    }
  }),
  change(Operations.scheduleTranches, {
    ready: Money.canSchedule,
    decide: ({ input, state }) => Money.schedule(state, input.tranches)
  }),
  change(Operations.prepareDisbursement, {
    targets: trancheTargets,
    ready: (state, _, target) => Money.canPrepare(state, Number(target?.value ?? noTranche)),
    decide: ({ context, input, state }) => Money.prepare(state, input, context)
  }),
  change(Operations.approveDisbursement, {
    targets: disbursementTargets("Prepared"),
    ready: (state, context, target) => Money.canApprove(state, named(target), context),
    decide: ({ context, input, state }) => Money.approve(state, input.disbursement, context)
  }),
  change(Operations.rejectDisbursement, {
    targets: disbursementTargets("Prepared"),
    ready: (state, _, target) => Money.reject(state, named(target), "—"),
    decide: ({ input, state }) => Money.reject(state, input.disbursement, input.reason)
  }),
  change(Operations.reverseDisbursement, {
    targets: disbursementTargets("Approved"),
    ready: (state, context, target) => Money.reverse(state, { disbursement: named(target), reason: "—" }, context),
    decide: ({ context, input, state }) => Money.reverse(state, input, context)
  }),
  change(Operations.returnUnspent, {
    related: givers,
    ready: Money.canDecideUnspent,
    decide: ({ input, related, state }) => {
      const { events, releases } = Money.returnUnspent(state, input)
      return Result.gen(function* () {
        const decided = yield* events
        const released = []
        for (const { amount, source: giver } of releases) {
          const giving = related[giver]
          if (giving === undefined) continue
          const share = { partnership: state.id, owner: state.owner, amount }
          released.push(also(source(giver), yield* Source.release(giving, share)))
        }
        return { events: decided, also: released }
      })
    }
  }),
  change(Operations.carryOver, {
    ready: Money.canDecideUnspent,
    decide: ({ input, state }) => Money.carryOver(state, input)
  }),
  change(terminateAgreement, {
    ready: (state, context) => Money.terminate(state, "—", context),
    decide: ({ context, input, state }) => Money.terminate(state, input.reason, context)
  })
]

const closing = [
  change(Operations.reconcileAccounts, {
    ready: Money.canReconcile,
    decide: ({ context, input, state }) => Money.reconcile(state, input, context)
  }),
  change(Operations.auditAccounts, {
    ready: Money.canAudit,
    decide: ({ context, input, state }) => Money.audit(state, input, context)
  }),
  change(Operations.closeAccounts, {
    ready: Money.canClose,
    decide: ({ context, state }) => Money.close(state, context)
  })
]

const evaluating = [
  change(Delivery.submitReport, {
    ready: Evaluating.canReport,
    decide: ({ context, input, state }) => Evaluating.report(state, input, context)
  }),
  change(Delivery.raiseNotice, {
    ready: corresponding,
    decide: ({ context, input, state }) => Evaluating.raiseNotice(state, input.text, context)
  }),
  change(Delivery.answerNotice, {
    targets: ({ delivery }) =>
      delivery.notices.map(({ id, text }) => ({ field: "notice", value: id, label: { th: text, en: text } })),
    ready: corresponding,
    place: (state, target, { account }) =>
      state.delivery.notices.some(
        ({ _tag, id, raisedBy }) => _tag === "Open" && id === target?.value && raisedBy !== account
      )
        ? placeInProcess(Delivery.answerNotice)(state, target)
        : undefined,
    decide: ({ context, input, state }) => Evaluating.answerNotice(state, input, context)
  }),
  change(Delivery.recordLesson, {
    ready: corresponding,
    decide: ({ context, input, state }) => Evaluating.recordLesson(state, input, context)
  }),
  change(Evaluations.selfAssess, {
    ready: Evaluating.canSelfAssess,
    decide: ({ context, input, state }) => Evaluating.selfAssess(state, input.results, context)
  }),
  change(Evaluations.submitEvaluation, {
    ready: Evaluating.canSubmit,
    decide: ({ context, input, state }) => Evaluating.submit(state, input, context)
  }),
  change(Evaluations.acceptEvaluation, {
    targets: evaluationTargets,
    ready: (state, context, target) => Evaluating.canAccept(state, named(target), context),
    decide: ({ context, input, state }) => Evaluating.accept(state, input.evaluation, input, context)
  }),
  change(Evaluations.returnEvaluation, {
    targets: evaluationTargets,
    ready: (state, _, target) => Evaluating.sendBack(state, named(target), "—"),
    decide: ({ input, state }) => Evaluating.sendBack(state, input.evaluation, input.reason)
  })
]

export const fundingHandlers = [...money, ...closing, ...evaluating]
