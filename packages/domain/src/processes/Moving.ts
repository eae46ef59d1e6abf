import { Result } from "effect"
import type { Decision } from "../kernel/Refusal.ts"
import { check } from "./Checker.ts"
import { type Composed, isContainer, latest } from "./Composition.ts"
import { type AdoptedOverlay, type Course, CourseEvent, composedOf, evolve, recordedIn } from "./CourseState.ts"
import { described } from "./Problem.ts"
import { type ModelId, refOf, type Way } from "./Process.ts"
import { progressOf } from "./Progress.ts"
import { refuse } from "./refusals.ts"

export type MoveRefusal = "OverlayRefused" | "ProcessMoveRefused" | "ProcessUpToDate" | "WayNotForModel"

type Unsound = "OverlayRefused" | "ProcessMoveRefused"
type Events<Tag extends MoveRefusal> = Decision<ReadonlyArray<CourseEvent>, Tag>

/** Steps on record that another process has no place for, or that it would have let happen only later. */
const lostIn = (composed: Composed, course: Course): ReadonlyArray<string> => {
  const { passed } = progressOf(composed, recordedIn(composed, course))
  return Object.entries(course.steps).flatMap(([key, state]) => {
    const step = composed.byKey.get(key)
    const kept =
      step !== undefined &&
      !isContainer(step) &&
      !(state.status === "skipped" && step.skip === "never") &&
      (composed.requires.get(key) ?? []).every(passed)
    return kept ? [] : [key]
  })
}

/** Lets an event through if the process that it leads to is sound, and keeps what has been done. */
const admit = (course: Course, event: CourseEvent): Events<Unsound> => {
  const composed = composedOf(evolve(course, event, ""))
  const problems = check(composed)
  if (problems.length > 0) return refuse("OverlayRefused", described(problems))
  const lost = lostIn(composed, course)
  return lost.length > 0 ? refuse("ProcessMoveRefused", { lost }) : Result.succeed([event])
}

const adopting = (overlay: AdoptedOverlay | undefined) => (overlay === undefined ? {} : { overlay })

/** COL-1: the model chosen, and how its recipient is found, bring the model's process into the course (COL-9). */
export const embed = (
  course: Course,
  { model: id, overlay, way }: { readonly model: ModelId; readonly way: Way; readonly overlay?: AdoptedOverlay }
): Events<Unsound | "WayNotForModel"> => {
  const model = latest(id)
  return model.ways !== undefined && !model.ways.includes(way)
    ? refuse("WayNotForModel", { model: id, way })
    : admit(course, { _tag: "ModelEmbedded", model: refOf(model), way, ...adopting(overlay) })
}

/** The process that a course is to run on from now on. */
export type Moved = Omit<typeof CourseEvent.cases.CourseMoved.Type, "_tag">

/** Takes up another process, as long as it keeps what has been done. */
export const take = (course: Course, moved: Moved): Events<Unsound> =>
  admit(course, CourseEvent.cases.CourseMoved.make(moved))

/** PRO-1: takes up an overlay, or leaves the one there is, on the same versions of the definitions. */
export const move = (course: Course, overlay: AdoptedOverlay | undefined): Events<Unsound> => {
  const { collaboration, model } = course
  return take(course, { collaboration, ...(model === undefined ? {} : { model }), ...adopting(overlay) })
}

/** PRO-1: takes up the newest versions of the definitions, with the overlay that there is. */
export const upgrade = (course: Course): Events<Unsound | "ProcessUpToDate"> => {
  const { model, overlay } = course
  const refs = [course.collaboration, ...(model === undefined ? [] : [model])]
  if (refs.every(({ id, version }) => latest(id).version === version)) return refuse("ProcessUpToDate", {})
  return take(course, {
    collaboration: refOf(latest("collaboration")),
    ...(model === undefined ? {} : { model: refOf(latest(model.id)) }),
    ...adopting(overlay)
  })
}
