import { Result } from "effect"
import type { Actor, OrganisationId } from "../../kernel/Actor.ts"
import { organisationOf } from "../../kernel/Actor.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import { type PlacedStep, stepsBefore } from "../../processes/Composition.ts"
import * as Course from "../../processes/Course.ts"
import { isCandidate } from "../Parties.ts"
import type { Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"

/** PBC-2, PBC-3, GRA-1, GRA-2: the steps in which candidates propose, each for itself, before one is selected. */
const proposalSteps = ({ course }: Pick<Partnership, "course">): ReadonlyArray<PlacedStep> => {
  const composed = Course.composedOf(course)
  const selection = composed.leaves.find(
    ({ completion }) => completion.by === "act" && completion.act === "recipient-selected"
  )
  const before = selection === undefined ? [] : stepsBefore(composed, selection.key)
  return composed.leaves.filter(
    ({ completion, key, lane }) => lane === "recipient" && completion.by === "record" && before.includes(key)
  )
}

const isDone = ({ course }: Partnership, { key }: PlacedStep): boolean =>
  Course.statusOf(Course.composedOf(course), course, key) === "done"

const hasProposed = ({ proposals = [] }: Partnership, organisation: OrganisationId | null, { key }: PlacedStep) =>
  proposals.some((proposal) => proposal.organisation === organisation && proposal.step === key)

/** The step, where it is one that this candidate proposes in. */
export const proposalStep = (partnership: Partnership, step: string, actor: Actor): PlacedStep | undefined =>
  isCandidate(partnership, actor) ? proposalSteps(partnership).find(({ key }) => key === step) : undefined

/** Whether the candidate can propose in the step: once, in its turn, also where another has done so before. */
export const canPropose = (
  partnership: Partnership,
  step: PlacedStep,
  actor: Actor
): Decision<void, "StepAlreadyDone" | "StepNotOpen"> => {
  const organisation = organisationOf(actor)
  const before = stepsBefore(Course.composedOf(partnership.course), step.key)
  const waitsFor = proposalSteps(partnership)
    .filter((earlier) => before.includes(earlier.key) && isDone(partnership, earlier))
    .filter((earlier) => !hasProposed(partnership, organisation, earlier))
    .map(({ key }) => key)
  if (waitsFor.length > 0) return refuse("StepNotOpen", { step: step.key, waitsFor }, { rule: step.rule })
  return hasProposed(partnership, organisation, step)
    ? refuse("StepAlreadyDone", { step: step.key }, { rule: step.rule })
    : Result.succeed(undefined)
}

/** Whether the step was done by another candidate before this one proposes in it. */
export const isFurther = (partnership: Partnership, step: PlacedStep): boolean => isDone(partnership, step)

/** The steps that are done, and that this candidate can still propose in. */
export const furtherSteps = (partnership: Partnership, actor: Actor): ReadonlyArray<PlacedStep> =>
  isCandidate(partnership, actor)
    ? proposalSteps(partnership).filter(
        (step) => isDone(partnership, step) && !hasProposed(partnership, organisationOf(actor), step)
      )
    : []

/**
 * PBC-4, GRA-2: only one of those who proposed is selected. Where the steps were done before it was kept who proposed, any
 * candidate can be.
 */
export const proposedBy = (
  partnership: Partnership,
  organisation: OrganisationId
): Decision<void, "NothingProposed"> => {
  if (partnership.proposals === undefined) return Result.succeed(undefined)
  const missing = proposalSteps(partnership)
    .filter((step) => isDone(partnership, step) && !hasProposed(partnership, organisation, step))
    .map(({ key }) => key)
  return missing.length === 0
    ? Result.succeed(undefined)
    : refuse("NothingProposed", { organisation, missing }, { field: "/organisation" })
}
