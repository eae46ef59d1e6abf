import { Result } from "effect"
import * as Agreements from "../agreements/operations.ts"
import * as Committees from "../committees/operations.ts"
import { handlersOf, reference, type Target } from "../engine/Handler.ts"
import { accessOf } from "../kernel/Actor.ts"
import { missionRecord } from "../missions/Mission.ts"
import { chooseModel } from "../models/operations.ts"
import { organisationRecord } from "../parties/Organisation.ts"
import * as Agreeing from "../partnerships/decisions/agreeing.ts"
import * as Forming from "../partnerships/decisions/forming.ts"
import * as Steps from "../partnerships/decisions/steps.ts"
import * as Operations from "../partnerships/operations.ts"
import type { Partnership } from "../partnerships/Partnership.ts"
import { partnershipRecord } from "../partnerships/Record.ts"
import * as Plans from "../plans/operations.ts"
import { proposed } from "../plans/Proposal.ts"
import * as Processes from "../processes/AdaptedProcess.ts"
import { processRecord } from "../processes/AdaptedProcess.ts"
import {
  adaptProcess,
  completeStep,
  moveProcess,
  reviseProcess,
  skipStep,
  upgradeProcess
} from "../processes/operations.ts"
import { placeInProcess } from "./Placing.ts"

const { change, create } = handlersOf(partnershipRecord, placeInProcess)
const processes = handlersOf(processRecord)

const organisation = (id: string) => reference(organisationRecord, id)
const adapted = ({ process }: { readonly process?: string }) =>
  process === undefined ? { process: undefined } : { process: reference(processRecord, process) }

const stepTargets =
  (skippable: boolean) =>
  (partnership: Partnership): ReadonlyArray<Target> =>
    Steps.openRecordSteps(partnership, skippable).map(({ key, label }) => ({
      field: "step",
      value: key,
      label: { th: label.th, en: label.en ?? label.th }
    }))

const conditionsOf = (conditions: ReadonlyArray<{ readonly text: string }>) => conditions.map(({ text }) => text)

const changeTargets = ({ agreement }: Partnership): ReadonlyArray<Target> =>
  agreement?._tag === "InForce"
    ? agreement.changes
        .filter(({ status }) => status === "requested")
        .map(({ id, reason }) => ({ field: "change", value: id, label: { th: reason, en: reason } }))
    : []

const forming = [
  create(Operations.startPartnership, {
    related: ({ mission }) => ({ mission: reference(missionRecord, mission) }),
    access: ({ related }) => accessOf({ owner: related.mission.owner }),
    decide: ({ context, input, related }) => Forming.start(input, related.mission, context)
  }),
  change(chooseModel, {
    related: (_, input) => adapted(input),
    ready: Forming.canChooseModel,
    decide: ({ context, input, related, state }) => Forming.chooseModel(state, input, related.process, context)
  }),
  change(Operations.nameParty, {
    related: (_, input) => ({ organisation: organisation(input.organisation) }),
    ready: (state) => Steps.isRunning(state),
    decide: ({ input, related, state }) => Forming.nameParty(state, input, related.organisation)
  }),
  change(Operations.selectRecipient, {
    related: (_, input) => ({ organisation: organisation(input.organisation) }),
    ready: Forming.canSelect,
    decide: ({ context, input, related, state }) => Forming.selectRecipient(state, input, related.organisation, context)
  }),
  change(Operations.assessPartner, {
    ready: Forming.canAssess,
    place: (state, target) =>
      state.assessment.length === 0 ? placeInProcess(Operations.assessPartner)(state, target) : undefined,
    decide: ({ input, state }) => Forming.assessPartner(state, input.ratings)
  }),
  change(Operations.cancelPartnership, {
    ready: Forming.canCancel,
    decide: ({ input, state }) => Forming.cancel(state, input.reason)
  })
]

const steps = [
  change(completeStep, {
    targets: stepTargets(false),
    ready: (state, context, target) => Steps.canComplete(state, target?.value, context),
    decide: ({ context, input, state }) => Steps.completeStep(state, input, context)
  }),
  change(skipStep, {
    targets: stepTargets(true),
    ready: (state, context, target) => Steps.canSkip(state, target?.value, context),
    decide: ({ context, input, state }) => Steps.skipStep(state, input, context)
  }),
  change(moveProcess, {
    related: (_, input) => adapted(input),
    ready: (state) => Steps.isRunning(state),
    decide: ({ related, state }) => Steps.adapt(state, related.process)
  }),
  change(upgradeProcess, {
    ready: (state) => Steps.upgrade(state),
    decide: ({ state }) => Steps.upgrade(state)
  }),
  change(Operations.attachEvidence, {
    ready: (state) => Steps.isRunning(state),
    files: ({ file }) => [file],
    decide: ({ context, files, input, state }) => Steps.attachEvidence(state, input, files.get(input.file), context)
  }),
  processes.create(adaptProcess, {
    access: ({ actor }) => accessOf({ owner: actor.organisation }),
    decide: ({ context, input }) => Processes.adapt(input.overlay, context)
  }),
  processes.change(reviseProcess, { decide: ({ input, state }) => Processes.revise(state, input.overlay) })
]

const agreeing = [
  change(Agreements.draftAgreement, {
    related: ({ owner }) => ({ owner: organisation(owner) }),
    ready: Agreeing.canDraft,
    decide: ({ input, related, state }) =>
      Agreeing.draft(state, { ...input, conditions: conditionsOf(input.conditions) }, related.owner)
  }),
  change(Agreements.signAgreement, {
    related: ({ owner }, _, actor) => ({ organisation: organisation(actor.organisation ?? owner) }),
    ready: Agreeing.canSign,
    decide: ({ context, related, state }) => Agreeing.sign(state, related.organisation, context)
  }),
  change(Agreements.announceAgreement, {
    ready: Agreeing.canAnnounce,
    decide: ({ context, input, state }) => Agreeing.announce(state, input, context)
  }),
  change(Agreements.requestChange, {
    ready: Agreeing.canRequestChange,
    decide: ({ context, input, state }) =>
      Agreeing.requestChange(state, { ...input, conditions: conditionsOf(input.conditions) }, context)
  }),
  change(Agreements.approveChange, {
    targets: changeTargets,
    ready: (state, _, target) => Agreeing.canSettleChange(state, target?.value),
    decide: ({ input, state }) => Agreeing.approveChange(state, input.change)
  }),
  change(Agreements.declineChange, {
    targets: changeTargets,
    ready: (state, _, target) => Agreeing.canSettleChange(state, target?.value),
    decide: ({ input, state }) => Agreeing.declineChange(state, input.change, input.reason)
  }),
  change(Agreements.renewAgreement, {
    related: ({ mission, owner }, _, actor) => ({
      mission: reference(missionRecord, mission),
      organisation: organisation(actor.organisation ?? owner)
    }),
    ready: Agreeing.canRenew,
    decide: ({ context, input, related, state }) => Agreeing.renew(state, input, related, context)
  }),
  change(Agreements.suspendAgreement, {
    ready: Agreeing.inForce,
    decide: ({ input, state }) => Agreeing.suspend(state, input.reason)
  }),
  change(Agreements.resumeAgreement, {
    ready: Agreeing.canResume,
    decide: ({ input, state }) => Agreeing.resume(state, input.reason)
  }),
  change(Committees.appointCommittee, {
    ready: Agreeing.canFormCommittee,
    decide: ({ context, input, state }) => Agreeing.appointCommittee(state, input, context)
  }),
  change(Committees.waiveCommittee, {
    ready: Agreeing.canWaiveCommittee,
    decide: ({ context, input, state }) => Agreeing.waiveCommittee(state, input.reason, context)
  }),
  change(Plans.adoptPlan, {
    ready: Agreeing.canAdoptPlan,
    decide: ({ context, input, state }) =>
      Result.flatMap(proposed(input, context), (plan) => Agreeing.adoptPlan(state, plan, context))
  }),
  change(Plans.revisePlan, {
    ready: Agreeing.canRevisePlan,
    decide: ({ context, input: { reason, ...input }, state }) =>
      Result.flatMap(proposed(input, context, state.plan), (plan) => Agreeing.revisePlan(state, plan, reason, context))
  })
]

export const partnershipHandlers = [...forming, ...steps, ...agreeing]
