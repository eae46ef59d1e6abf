import { Result } from "effect"
import type { Context } from "../../engine/Context.ts"
import type { Actor } from "../../kernel/Actor.ts"
import type { PlacedStep } from "../../processes/Composition.ts"
import * as Course from "../../processes/Course.ts"
import { Capability, capabilities } from "../Parties.ts"
import { OwnEvent, type Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { closable, whoIs } from "./acting.ts"
import { canPropose, furtherSteps, isFurther, proposalStep } from "./proposing.ts"

/** COM-5: the recipient serves only within its capability, as it was assessed (PAR-1). */
const withinCapability = ({ assessment }: Partnership) => {
  for (const capability of Capability.literals) {
    const rating = assessment.find((rated) => rated.capability === capability)
    const label = capabilities[capability]
    if (rating === undefined) return refuse("CapabilityNotAssessed", { capability: label })
    if (rating.found < rating.needed)
      return refuse("BeyondCapability", { capability: label, needed: rating.needed, found: rating.found })
  }
  return Result.succeed(undefined)
}

export const ruleOf = ({ course }: Partnership, step: string) => Course.composedOf(course).byKey.get(step)?.rule

export interface Statement {
  readonly step: string
  readonly facts: Readonly<Record<string, string>>
  readonly evidence?: ReadonlyArray<{ readonly file: string }>
}

const attached = ({ evidence }: Partnership, files: ReadonlyArray<string>) => {
  const unknown = files.find((file) => !evidence.some(({ digest }) => digest === file))
  return unknown === undefined
    ? Result.succeed(files)
    : refuse("EvidenceUnknown", { file: unknown }, { field: "/evidence" })
}

/** PBC-2: what a candidate proposed is kept with the proposal alone; whoever is selected is not told it by the step. */
const withoutProposal = ({
  evidence: _,
  facts: __,
  ...confirmed
}: typeof Course.CourseEvent.cases.StepConfirmed.Type) => confirmed

/** After a termination only the steps of the closing are open; an agency may have added one to them (PRO-1). */
export const completeStep = (partnership: Partnership, { evidence, facts, step }: Statement, { actor }: Context) =>
  Result.gen(function* () {
    yield* closable(partnership)
    const files = yield* attached(partnership, evidence?.map(({ file }) => file) ?? [])
    const who = yield* whoIs(partnership, actor, step)
    const proposing = proposalStep(partnership, step, actor)
    if (proposing !== undefined) {
      yield* canPropose(partnership, proposing, actor)
      yield* Course.factsStated(proposing, facts)
    }
    const completed =
      proposing !== undefined && isFurther(partnership, proposing)
        ? []
        : yield* Course.complete(partnership.course, { step, facts, evidence: files }, who)
    if (ruleOf(partnership, step) === "COM-5") yield* withinCapability(partnership)
    return proposing === undefined || actor.organisation === null
      ? completed
      : [
          ...completed.map(withoutProposal),
          OwnEvent.cases.ProposalSubmitted.make({ organisation: actor.organisation, step, facts, evidence: files })
        ]
  })

/** COL-6a: to do without the committee is for an executive to decide (`committees.waive`). */
const waived = ({ completion }: Pick<PlacedStep, "completion">): boolean =>
  completion.by === "act" && completion.act === "committee-formed"

export const skipStep = (
  partnership: Partnership,
  skipped: { readonly step: string; readonly reason: string },
  { actor }: Context
) =>
  Result.gen(function* () {
    yield* closable(partnership)
    const step = Course.composedOf(partnership.course).byKey.get(skipped.step)
    if (step !== undefined && step.skip !== "never" && waived(step))
      return yield* refuse("StepDoneByAct", { step: step.key, act: "committee-formed" }, { rule: step.rule })
    const who = yield* whoIs(partnership, actor, skipped.step)
    return yield* Course.skip(partnership.course, skipped, who)
  })

/** Where a record step, open to this person, can be completed or skipped. */
export const openRecordSteps = ({ course }: Partnership, skippable: boolean) =>
  Course.openSteps(Course.composedOf(course), course).filter(({ completion, skip }) =>
    skippable ? skip !== "never" && !waived({ completion }) : completion.by === "record"
  )

/** PBC-2: with those that are done already, where this candidate has not proposed in them. */
export const stepsToComplete = (partnership: Partnership, actor: Actor) => [
  ...furtherSteps(partnership, actor),
  ...openRecordSteps(partnership, false)
]

/** Without a step, what none is open for: the process as a whole. */
const stepAt = (step: string | number | undefined): string => String(step ?? "—")

/** Whether the side of this person works in the step's lane, and has not yet confirmed it. */
export const canComplete = (partnership: Partnership, step: string | number | undefined, { actor }: Context) =>
  Result.gen(function* () {
    yield* closable(partnership)
    const who = yield* whoIs(partnership, actor, stepAt(step))
    const proposing = proposalStep(partnership, stepAt(step), actor)
    if (proposing !== undefined) {
      yield* canPropose(partnership, proposing, actor)
      if (isFurther(partnership, proposing)) return partnership
    }
    yield* Course.mayWorkOn(partnership.course, stepAt(step), who)
    return partnership
  })

export const canSkip = (partnership: Partnership, step: string | number | undefined, context: Context) =>
  skipStep(partnership, { step: stepAt(step), reason: "—" }, context)
