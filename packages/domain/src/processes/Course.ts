import { Result } from "effect"
import type { Decision } from "../kernel/Refusal.ts"
import { type Composed, isContainer, leavesOf, type PlacedStep } from "./Composition.ts"
import {
  blockers,
  type Course,
  type CourseEvent,
  composedOf,
  progress,
  type StepFacts,
  type StepState,
  type Who
} from "./CourseState.ts"
import type { Act, Lane, Side } from "./Process.ts"
import type { Status } from "./Progress.ts"
import { refuse } from "./refusals.ts"

export * from "./CourseState.ts"
export * from "./Due.ts"
export * from "./Ending.ts"
export * from "./Moving.ts"

type Events<Tag extends string> = Decision<ReadonlyArray<CourseEvent>, Tag>

/**
 * An evaluator can be internal (ACT-6), and the owner answers for the evaluation (COM-6), so that the owner's side
 * works in that lane too; the recipient never does.
 */
const sidesOf: { readonly [L in Lane]: ReadonlyArray<Side> } = {
  owner: ["owner"],
  recipient: ["recipient"],
  joint: ["owner", "recipient"],
  supporter: ["supporter"],
  "third-party": ["third-party"],
  evaluator: ["evaluator", "owner"],
  public: ["owner", "recipient", "supporter", "third-party", "evaluator"]
}

/** A step whose rule is waived can still be done, in its turn. */
const workable = (composed: Composed, course: Course, key: string, status: Status): boolean =>
  status === "open" || status === "half" || (status === "waived" && blockers(composed, course, key).length === 0)

const opened = (
  composed: Composed,
  course: Course,
  step: PlacedStep
): Decision<PlacedStep, "StepNotOpen" | "StepAlreadyDone"> => {
  const { passed, statuses } = progress(composed, course)
  const status = statuses.get(step.key) ?? "waiting"
  if (status === "done" || status === "skipped")
    return refuse("StepAlreadyDone", { step: step.key }, { rule: step.rule })
  if (isContainer(step)) {
    const children = (composed.childrenOf.get(step.key) ?? []).map(({ key }) => key)
    const waitsFor = children.filter((key) => !passed(key))
    return refuse("StepNotOpen", { step: step.key, waitsFor }, { rule: step.rule })
  }
  return workable(composed, course, step.key, status)
    ? Result.succeed(step)
    : refuse("StepNotOpen", { step: step.key, waitsFor: blockers(composed, course, step.key) }, { rule: step.rule })
}

const allowed = (
  composed: Composed,
  course: Course,
  step: PlacedStep,
  who: Who
): Decision<PlacedStep, "WrongLane" | "SeparationOfDuties"> => {
  if (!sidesOf[step.lane].includes(who.side)) {
    return refuse("WrongLane", { step: step.key, lane: step.lane }, { rule: step.rule })
  }
  const other = (step.apart ?? [])
    .flatMap((ref) => leavesOf(composed, ref))
    .find(({ key }) => course.steps[key]?.by.some(({ account }) => account === who.account))
  return other === undefined ? Result.succeed(step) : refuse("SeparationOfDuties", { step: step.key, other: other.key })
}

const stepOf = (composed: Composed, key: string): Decision<PlacedStep, "StepUnknown"> => {
  const step = composed.byKey.get(key)
  return step === undefined ? refuse("StepUnknown", { step: key }) : Result.succeed(step)
}

/** What the step must state and does not, by name and as it is labelled. */
export const factsStated = (
  { completion, key, rule }: PlacedStep,
  facts: StepFacts
): Decision<void, "StepFactsMissing"> => {
  const named = completion.by === "record" ? completion.facts : []
  const says = (name: string) => /[\p{L}\p{N}]/u.test(facts[name] ?? "")
  const missing = named.filter(({ name, whyNot }) => !says(name) && (whyNot === undefined || !says(whyNot.name)))
  const labels = {
    th: missing.map(({ label }) => label.th).join(", "),
    en: missing.map(({ label }) => label.en ?? label.th).join(", ")
  }
  return missing.length === 0
    ? Result.succeed(undefined)
    : refuse(
        "StepFactsMissing",
        { step: key, missing: missing.map(({ name }) => name), labels },
        { rule, field: "/facts" }
      )
}

export interface Statement {
  readonly step: string
  readonly facts?: StepFacts
  readonly evidence?: ReadonlyArray<string>
}

const second = (
  step: PlacedStep,
  first: StepState,
  facts: StepFacts,
  who: Who
): Decision<"half" | "done", "AlreadyConfirmed" | "SeparationOfDuties"> => {
  if (first.by.some(({ side }) => side === who.side)) {
    return refuse("AlreadyConfirmed", { step: step.key, side: who.side }, { rule: step.rule })
  }
  const agrees = Object.entries(facts).every(([name, fact]) => first.facts?.[name] === fact)
  if (!agrees) return Result.succeed("half")
  return first.by.some(({ account }) => account === who.account)
    ? refuse("SeparationOfDuties", { step: step.key, other: step.key })
    : Result.succeed("done")
}

/** Completes a step that is done by recording it; a joint one is confirmed by owner and recipient (ACT-8). */
export const complete = (course: Course, { evidence, facts = {}, step: key }: Statement, who: Who) =>
  Result.gen(function* () {
    const composed = composedOf(course)
    const step = yield* stepOf(composed, key)
    if (step.completion.by === "act") {
      return yield* refuse("StepDoneByAct", { step: key, act: step.completion.act }, { rule: step.rule })
    }
    yield* opened(composed, course, step)
    yield* allowed(composed, course, step, who)
    const before = course.steps[key]
    const status =
      step.lane !== "joint" ? "done" : before === undefined ? "half" : yield* second(step, before, facts, who)
    yield* factsStated(step, { ...before?.facts, ...facts })
    const counter = before?.status === "half" && status === "half" ? before.facts : undefined
    const stated = { ...counter, ...facts }
    return [
      {
        _tag: "StepConfirmed" as const,
        step: key,
        account: who.account,
        side: who.side,
        status,
        ...(Object.keys(stated).length === 0 ? {} : { facts: stated }),
        ...(evidence === undefined || evidence.length === 0 ? {} : { evidence })
      }
    ]
  })

/** Passes a step over, with the reason on record, where its definition lets it be. */
export const skip = (
  course: Course,
  { reason, step: key }: { readonly step: string; readonly reason: string },
  who: Who
): Events<
  | "StepUnknown"
  | "StepNotSkippable"
  | "StepNotOpen"
  | "StepAlreadyDone"
  | "WrongLane"
  | "SeparationOfDuties"
  | "ReasonMissing"
> =>
  Result.gen(function* () {
    const composed = composedOf(course)
    const step = yield* stepOf(composed, key)
    if (step.skip === "never") return yield* refuse("StepNotSkippable", { step: key }, { rule: step.rule })
    yield* opened(composed, course, step)
    yield* allowed(composed, course, step, who)
    if (reason.trim() === "")
      return yield* refuse(
        "ReasonMissing",
        { subject: { th: `ข้ามขั้นตอน ${key}`, en: `passing over step ${key}` } },
        { rule: step.rule }
      )
    return [{ _tag: "StepSkipped" as const, step: key, account: who.account, side: who.side, reason: reason.trim() }]
  })

export interface ActOptions {
  /** The step meant, where the act could complete several. */
  readonly step?: string
}

/** The step that an act would complete now, or why there is none. */
export const readyForAct = (
  course: Course,
  act: Act,
  options: ActOptions = {}
): Decision<PlacedStep, "StepUnknown" | "StepNotOpen" | "StepAlreadyDone"> => {
  const composed = composedOf(course)
  const { statuses } = progress(composed, course)
  const candidates = composed.steps.filter(
    ({ completion, key }) =>
      completion.by === "act" && completion.act === act && (options.step === undefined || options.step === key)
  )
  const statusOf = (step: PlacedStep): Status => statuses.get(step.key) ?? "waiting"
  const now =
    candidates.find((step) => statusOf(step) === "open") ??
    candidates.find((step) => workable(composed, course, step.key, statusOf(step))) ??
    candidates.find((step) => statusOf(step) === "waiting") ??
    candidates.at(-1)
  return now === undefined ? refuse("StepUnknown", { step: options.step ?? act }) : opened(composed, course, now)
}

/** Completes the first open step that the act completes. */
export const act = (
  course: Course,
  done: Act,
  who: Who,
  options: ActOptions = {}
): Events<"StepUnknown" | "StepNotOpen" | "StepAlreadyDone" | "WrongLane" | "SeparationOfDuties"> =>
  Result.flatMap(readyForAct(course, done, options), (step) =>
    Result.map(allowed(composedOf(course), course, step, who), () => [
      {
        _tag: "StepConfirmed" as const,
        step: step.key,
        account: who.account,
        side: who.side,
        status: "done" as const
      }
    ])
  )

/** Whether this person could have completed the step, so that what completed it can be done again. */
export const mayRepeat = (
  course: Course,
  key: string,
  who: Who
): Decision<PlacedStep, "StepUnknown" | "WrongLane" | "SeparationOfDuties"> => {
  const composed = composedOf(course)
  return Result.flatMap(stepOf(composed, key), (step) => allowed(composed, course, step, who))
}

/** Whether this person can work on the step now, whatever they would state. */
export const mayWorkOn = (course: Course, key: string, who: Who) =>
  Result.gen(function* () {
    const composed = composedOf(course)
    const step = yield* stepOf(composed, key)
    yield* opened(composed, course, step)
    yield* allowed(composed, course, step, who)
    return course.steps[key]?.by.some(({ side }) => side === who.side) === true
      ? yield* refuse("AlreadyConfirmed", { step: key, side: who.side }, { rule: step.rule })
      : step
  })
