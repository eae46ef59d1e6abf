import { Schema } from "effect"
import { AccountId } from "../kernel/Actor.ts"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { must } from "../kernel/Must.ts"
import { type Composed, compose, findDefinition, latest, type PlacedStep } from "./Composition.ts"
import { Overlay } from "./Overlay.ts"
import { type Act, DefinitionRef, type ModelId, refOf, Side, StepKey, Way } from "./Process.ts"
import { type Progress, progressOf, type Recorded, type Status } from "./Progress.ts"

export type { Status } from "./Progress.ts"

/** Who does something about a step, and for which side. */
export interface Who {
  readonly account: AccountId
  readonly side: Side
}

export const Confirmation = Schema.Struct({ account: AccountId, side: Side, at: Schema.String })
export type Confirmation = typeof Confirmation.Type

export const StepFacts = Schema.Record(Schema.String, LocalizedText.fields.th)
export type StepFacts = typeof StepFacts.Type

export const StepState = Schema.Struct({
  /** `half`: one side of a joint step has confirmed it. */
  status: Schema.Literals(["half", "done", "skipped"]),
  by: Schema.Array(Confirmation),
  facts: Schema.optionalKey(StepFacts),
  evidence: Schema.optionalKey(Schema.Array(Schema.String)),
  reason: Schema.optionalKey(Schema.String)
})
export type StepState = typeof StepState.Type

/** An overlay as an instance runs on it, with the id that its agency keeps it under. */
export const AdoptedOverlay = Schema.Struct({ ...Overlay.fields, id: Schema.optionalKey(Schema.String) })
export type AdoptedOverlay = typeof AdoptedOverlay.Type

const known = Schema.makeFilter(
  (ref: DefinitionRef) => findDefinition(ref) !== undefined,
  must("ต้องเป็นรุ่นของกระบวนการที่มีอยู่", "must be a version of a process definition")
)

/** A process as it runs for one partnership: what it was composed of, and what is on record for each step. */
export const Course = Schema.Struct({
  collaboration: DefinitionRef.check(known),
  model: Schema.optionalKey(DefinitionRef.check(known)),
  way: Way,
  overlay: Schema.optionalKey(AdoptedOverlay),
  /** ACT-8: both sides have signed that no money is given: the steps that commit and pay it are passed over. */
  withoutMoney: Schema.optionalKey(Schema.Literal(true)),
  steps: Schema.Record(Schema.String, StepState)
}).annotate({ identifier: "Course" })
export type Course = typeof Course.Type

/** How far a course is, whoever did what. */
export type Stand = Omit<Course, "steps"> & { readonly steps: Recorded }

export const CourseEvent = Schema.TaggedUnion({
  ModelEmbedded: { model: DefinitionRef, way: Way, overlay: Schema.optionalKey(AdoptedOverlay) },
  StepConfirmed: {
    step: StepKey,
    account: AccountId,
    side: Side,
    status: Schema.Literals(["half", "done"]),
    facts: Schema.optionalKey(StepFacts),
    evidence: Schema.optionalKey(Schema.Array(Schema.String))
  },
  StepSkipped: { step: StepKey, account: AccountId, side: Side, reason: Schema.String },
  /** The steps that are passed over because the work ends before its time. */
  CourseEnded: { steps: Schema.Array(StepKey), account: AccountId, side: Side, reason: Schema.String },
  CourseMoved: {
    collaboration: DefinitionRef,
    model: Schema.optionalKey(DefinitionRef),
    overlay: Schema.optionalKey(AdoptedOverlay)
  }
})
export type CourseEvent = typeof CourseEvent.Type

const standing = Symbol("standing")

/** What follows from a course: the process that it runs on, and how far it is there. */
interface Standing {
  readonly composed: Composed
  readonly progress: Progress
  readonly open: ReadonlyArray<PlacedStep>
}

/** The schema lets only known versions in; `latest` keeps this total. */
const composedFor = ({ collaboration, model, overlay, way }: Stand): Composed =>
  compose({
    collaboration: findDefinition(collaboration) ?? latest(collaboration.id),
    model: model === undefined ? undefined : (findDefinition(model) ?? latest(model.id)),
    way,
    overlay
  })

const isWorkedOn = (status: Status | undefined): boolean => status === "open" || status === "half"

const ofMoney: ReadonlyArray<Act> = ["money-committed", "disbursement"]

/** What is on record, and what an agreement without money passes over. */
export const recordedIn = (composed: Composed, { steps, withoutMoney }: Stand): Recorded => {
  if (withoutMoney !== true) return steps
  const passed = composed.leaves.flatMap(({ completion, key }) =>
    completion.by === "act" && ofMoney.includes(completion.act) ? [[key, { status: "skipped" as const }] as const] : []
  )
  return { ...Object.fromEntries(passed), ...steps }
}

const standingFor = (composed: Composed, course: Stand): Standing => {
  const progress = progressOf(composed, recordedIn(composed, course))
  return { composed, progress, open: composed.leaves.filter(({ key }) => isWorkedOn(progress.statuses.get(key))) }
}

/**
 * A course that remembers its composed process and how far it is, as many ask for that. A copy of the course does not
 * have it, nor does what is stored: there it is worked out again.
 */
export const withStanding = (course: Course, composed = composedFor(course)): Course =>
  Object.defineProperty({ ...course }, standing, { value: standingFor(composed, course) })

const carried = (course: Stand): Standing | undefined => (course as { readonly [standing]?: Standing })[standing]

/** A course on one version of the collaboration process, before its model is chosen. */
export const beginOn = (collaboration: DefinitionRef): Course =>
  withStanding({ collaboration, way: "persuasion", steps: {} })

/** A course before its model is chosen, on the newest versions. The way is `persuasion` until a call is decided on (COL-9b). */
export const begin = (model?: ModelId, way: Way = "persuasion"): Course =>
  withStanding({
    collaboration: refOf(latest("collaboration")),
    ...(model === undefined ? {} : { model: refOf(latest(model)) }),
    way,
    steps: {}
  })

const confirmed = (
  state: StepState | undefined,
  event: typeof CourseEvent.cases.StepConfirmed.Type,
  at: string
): StepState => {
  const { account, evidence = [], side, status } = event
  // Whoever states other facts than the other side's begins the joint step anew: both sides consent to the same (ACT-8).
  const agreed = status === "done" && state?.status === "half" ? state : undefined
  const facts = { ...agreed?.facts, ...event.facts }
  const files = [...new Set([...(state?.evidence ?? []), ...evidence])]
  return {
    status,
    by: [...(agreed?.by ?? []), { account, side, at }],
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
    ...(files.length === 0 ? {} : { evidence: files })
  }
}

const after = (course: Course, event: CourseEvent, at: string): Course => {
  switch (event._tag) {
    case "ModelEmbedded": {
      const { overlay: _, ...rest } = course
      const { model, overlay, way } = event
      return { ...rest, model, way, ...(overlay === undefined ? {} : { overlay }) }
    }
    case "StepConfirmed":
      return { ...course, steps: { ...course.steps, [event.step]: confirmed(course.steps[event.step], event, at) } }
    case "StepSkipped": {
      const { account, reason, side, step } = event
      return {
        ...course,
        steps: { ...course.steps, [step]: { status: "skipped", by: [{ account, side, at }], reason } }
      }
    }
    case "CourseEnded": {
      const { account, reason, side } = event
      const passedOver: StepState = { status: "skipped", by: [{ account, side, at }], reason }
      return {
        ...course,
        steps: { ...course.steps, ...Object.fromEntries(event.steps.map((key) => [key, passedOver])) }
      }
    }
    case "CourseMoved": {
      const { collaboration, model, overlay } = event
      const { steps, way, withoutMoney } = course
      return {
        ...(withoutMoney === undefined ? {} : { withoutMoney }),
        collaboration,
        ...(model === undefined ? {} : { model }),
        way,
        ...(overlay === undefined ? {} : { overlay }),
        steps
      }
    }
    default:
      return event satisfies never
  }
}

/** Total: takes every event in every state. */
export const evolve = (course: Course, event: CourseEvent, at: string): Course => {
  const isOtherProcess = event._tag === "ModelEmbedded" || event._tag === "CourseMoved"
  return withStanding(after(course, event, at), isOtherProcess ? undefined : composedOf(course))
}

/** ACT-8: the course under an agreement with money, or without. */
export const givenMoney = ({ withoutMoney: _, ...course }: Course, isGiven: boolean): Course =>
  withStanding({ ...course, ...(isGiven ? {} : { withoutMoney: true }) }, composedOf(course))

/** The process that a course runs on. */
export const composedOf = (course: Stand): Composed => carried(course)?.composed ?? composedFor(course)

export const progress = (composed: Composed, course: Stand): Progress => {
  const known = carried(course)
  return known?.composed === composed ? known.progress : progressOf(composed, recordedIn(composed, course))
}

/** Where a step stands; `undefined` where the process has no such step. */
export const statusOf = (composed: Composed, course: Stand, key: string): Status | undefined =>
  progress(composed, course).statuses.get(key)

/** What a step still waits for. */
export const blockers = (composed: Composed, course: Stand, key: string): ReadonlyArray<string> => {
  const { passed } = progress(composed, course)
  return (composed.requires.get(key) ?? []).filter((required) => !passed(required))
}

/** The steps that can be worked on now, half-confirmed ones among them. */
export const openSteps = (composed: Composed, course: Stand): ReadonlyArray<PlacedStep> => {
  const known = carried(course)
  return known?.composed === composed ? known.open : standingFor(composed, course).open
}

/** Whether everything is done, which ends with the closing of the accounts (MON-6). */
export const isFinished = (course: Stand): boolean => {
  const composed = composedOf(course)
  const { passed } = progress(composed, course)
  return composed.steps.every(({ key }) => passed(key))
}

/** Folds events that a decision made, all at the same time. */
export const evolveAll = (course: Course, events: ReadonlyArray<CourseEvent>, at: string): Course =>
  events.reduce((current, event) => evolve(current, event, at), course)
