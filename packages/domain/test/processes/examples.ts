import { Result, Schema } from "effect"
import { AccountId } from "../../src/kernel/Actor.ts"
import { type Composed, compose, latest, type PlacedStep } from "../../src/processes/Composition.ts"
import {
  act,
  begin,
  type Course,
  type CourseEvent,
  complete,
  composedOf,
  embed,
  evolveAll,
  openSteps,
  statusOf,
  type Who
} from "../../src/processes/Course.ts"
import type { Edit, Overlay, Waiver } from "../../src/processes/Overlay.ts"
import type { ModelId, Step, Way } from "../../src/processes/Process.ts"

const account = (number: number): AccountId =>
  Schema.decodeSync(AccountId)(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`)

export const owner: Who = { account: account(1), side: "owner" }
export const recipient: Who = { account: account(2), side: "recipient" }
export const evaluator: Who = { account: account(3), side: "evaluator" }
export const finance: Who = { account: account(4), side: "owner" }
export const auditor: Who = { account: account(5), side: "evaluator" }
export const closer: Who = { account: account(6), side: "owner" }
export const supporter: Who = { account: account(7), side: "supporter" }

export const at = "2026-10-01T02:00:00.000Z"

export const overlay = (model: ModelId, edits: ReadonlyArray<Edit>, waivers: ReadonlyArray<Waiver> = []): Overlay => ({
  title: { th: "การปรับของหน่วยงาน" },
  model,
  edits,
  waivers
})

export const rounds = (count: number): Edit => ({ _tag: "SetRounds", count })

export const composed = (model: ModelId, way: Way, adapted?: Overlay): Composed =>
  compose({ collaboration: latest("collaboration"), model: latest(model), way, overlay: adapted })

/** A step as an agency adds it; what a test does not say is harmless. */
export const added = (step: Partial<Step> & { readonly id: string }, before: ReadonlyArray<string> = []): Edit => ({
  _tag: "AddStep",
  step: {
    rule: "PRO-1",
    label: { th: "ขั้นตอนของหน่วยงาน" },
    lane: "owner",
    after: [],
    completion: { by: "record", facts: [] },
    skip: "never",
    ...step
  },
  before
})

/** Every definition in every way it goes with. */
export const combinations: ReadonlyArray<{ readonly model: ModelId; readonly way: Way; readonly least: number }> = [
  { model: "grant", way: "call", least: 0 },
  { model: "grant", way: "persuasion", least: 0 },
  { model: "contracting", way: "call", least: 1 },
  { model: "contracting", way: "persuasion", least: 1 },
  { model: "commissioning", way: "persuasion", least: 0 }
]

export const get = <A, E>(result: Result.Result<A, E>): A => {
  if (Result.isFailure(result)) throw new Error(`refused: ${JSON.stringify(result.failure)}`)
  return result.success
}

export const refused = <A, E extends { readonly _tag: string; readonly rule: string; readonly facts: unknown }>(
  result: Result.Result<A, E>
): { readonly tag: string; readonly rule: string; readonly facts: unknown } => {
  if (Result.isSuccess(result)) throw new Error(`not refused: ${JSON.stringify(result.success)}`)
  const { _tag: tag, facts, rule } = result.failure
  return { tag, rule, facts }
}

export const after = <E>(course: Course, result: Result.Result<ReadonlyArray<CourseEvent>, E>): Course =>
  evolveAll(course, get(result), at)

export const running = (model: ModelId, way: Way, adapted?: Overlay): Course => {
  const course = begin()
  const chosen = embed(course, { model, way, ...(adapted === undefined ? {} : { overlay: adapted }) })
  return after(course, chosen)
}

const people: { readonly [act: string]: Who } = {
  "evaluation-accepted": evaluator,
  disbursement: finance,
  "accounts-audited": auditor,
  "accounts-closed": closer
}

const sideOf = (step: PlacedStep): Who => {
  const bySide: { readonly [lane: string]: Who } = { recipient, evaluator, supporter }
  return (step.completion.by === "act" ? people[step.completion.act] : undefined) ?? bySide[step.lane] ?? owner
}

export const factsOf = (step: PlacedStep): { readonly [name: string]: string } =>
  step.completion.by === "record"
    ? Object.fromEntries(step.completion.facts.map(({ name }) => [name, `บันทึก ${name}`]))
    : {}

/** Does one open step, by people who may. */
export const doStep = (course: Course, step: PlacedStep): Course => {
  const who = sideOf(step)
  if (step.completion.by === "act") return after(course, act(course, step.completion.act, who, { step: step.key }))
  const done = after(course, complete(course, { step: step.key, facts: factsOf(step) }, who))
  return step.lane === "joint" ? after(done, complete(done, { step: step.key }, recipient)) : done
}

/** Does as much of an open step as anyone may. */
export const pushStep = (course: Course, step: PlacedStep): Course => {
  const { completion, key } = step
  const everyone = [owner, recipient, evaluator, finance, auditor, closer, supporter]
  return everyone.reduce((current, who) => {
    if (current.steps[key]?.status === "done") return current
    const result =
      completion.by === "act"
        ? act(current, completion.act, who, { step: key })
        : complete(current, { step: key, facts: factsOf(step) }, who)
    return Result.isFailure(result) ? current : evolveAll(current, result.success, at)
  }, course)
}

/** Goes on, always with the first open step, until the step asked for is open, or to the end. */
export const until = (course: Course, key?: string): Course => {
  const process = composedOf(course)
  let current = course
  for (let turns = 0; turns <= process.leaves.length; turns++) {
    if (key !== undefined && statusOf(process, current, key) === "open") return current
    const next = openSteps(process, current)[0]
    if (next === undefined) return current
    current = doStep(current, next)
  }
  return current
}
