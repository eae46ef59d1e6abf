import type { Action } from "@phakhi/domain/engine/View"
import { type Composed, isContainer, leavesOf, type PlacedStep } from "@phakhi/domain/processes/Composition"
import { blockers, composedOf, progress, type Stand, type Status } from "@phakhi/domain/processes/Course"
import { namedIn } from "@phakhi/domain/processes/Process"
import type { RuleId } from "@phakhi/domain/rules/Catalogue"
import { commandNamed } from "../records/Actions.ts"

export interface Task {
  readonly step: PlacedStep
  readonly status: Status
  /** What it still waits for, leaf by leaf. */
  readonly waitsFor: ReadonlyArray<PlacedStep>
  /** What can be done about it now, and what a rule shuts. */
  readonly actions: ReadonlyArray<Action>
}

export interface LaneTasks {
  readonly lane: PlacedStep["lane"]
  readonly tasks: ReadonlyArray<Task>
}

const aimedAt = ({ target }: Action, key: string): boolean => target?.field === "step" && target.value === key

/** Operations that serve the rule of a step belong to it; those aimed at steps belong to the step they name. */
const serves = (action: Action, key: string, rule: RuleId): boolean =>
  action.target?.field === "step" ? aimedAt(action, key) : commandNamed(action.operation)?.rules.includes(rule) === true

const unfinished = (composed: Composed, course: Stand, key: string): ReadonlyArray<PlacedStep> => {
  const { passed } = progress(composed, course)
  return blockers(composed, course, key).flatMap((blocker) =>
    leavesOf(composed, blocker).filter((leaf) => !passed(leaf.key))
  )
}

/** The steps as tasks of each side, in the order of the process. */
export const tasksByLane = (course: Stand, actions: ReadonlyArray<Action>): ReadonlyArray<LaneTasks> => {
  const composed = composedOf(course)
  const { statuses } = progress(composed, course)
  const tasks = composed.steps
    .filter((step) => !isContainer(step))
    .map((step): Task => {
      const status = statuses.get(step.key) ?? "waiting"
      const live = status === "open" || status === "half" || status === "waived"
      return {
        step,
        status,
        waitsFor: status === "waiting" ? unfinished(composed, course, step.key) : [],
        actions: live ? actions.filter((action) => serves(action, step.key, step.rule)) : []
      }
    })
  const lanes = [...new Set(tasks.map(({ step }) => step.lane))]
  return lanes.map((lane) => ({ lane, tasks: tasks.filter(({ step }) => step.lane === lane) }))
}

/** Headings of what a step must state. */
export const headingsOf = (course: Stand, key: string) => {
  const completion = composedOf(course).byKey.get(key)?.completion
  const facts = completion?.by === "record" ? namedIn(completion.facts) : []
  return Object.fromEntries(facts.map(({ label, name }) => [name, label]))
}
