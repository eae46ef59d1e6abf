import { type Composed, leavesOf } from "./Composition.ts"
import { type Course, statusOf } from "./CourseState.ts"

const dayInMilliseconds = 86_400_000

const latestOf = (times: ReadonlyArray<string>): string | undefined => times.toSorted().at(-1)

/** When the last of what a step waited for was passed: then it opened. The first step opened when the course began. */
export const openedAt = (composed: Composed, course: Course, key: string, began: string): string | undefined => {
  const status = statusOf(composed, course, key)
  if (status === undefined || status === "waiting") return undefined
  const passedAt = (required: string): ReadonlyArray<string> =>
    leavesOf(composed, required).flatMap((leaf) => {
      const state = course.steps[leaf.key]
      // A step whose rule is waived was passed when what it waits for was.
      return state === undefined ? awaited(leaf.key) : state.by.map(({ at }) => at)
    })
  const awaited = (waiting: string): ReadonlyArray<string> => (composed.requires.get(waiting) ?? []).flatMap(passedAt)
  return latestOf([began, ...awaited(key)])
}

/** When a step that can be worked on is due, where a due time is set. Whether it is late is for the asker's clock. */
export const dueAt = (composed: Composed, course: Course, key: string, began: string): string | undefined => {
  const days = composed.byKey.get(key)?.dueDays
  const status = statusOf(composed, course, key)
  if (days === undefined || (status !== "open" && status !== "half")) return undefined
  const opened = openedAt(composed, course, key, began)
  return opened === undefined ? undefined : new Date(Date.parse(opened) + days * dayInMilliseconds).toISOString()
}
