import type { Action } from "@phakhi/domain/operations/View"
import { Partnership } from "@phakhi/domain/partnerships/Partnership"
import { Schema } from "effect"
import type { View } from "../api/Api.ts"
import { tasksByLane } from "../partnerships/Steps.ts"
import { type Offer, open } from "../records/Actions.ts"

/** A record that waits for the reader, and what can be done with it now. */
export interface NextStep {
  readonly view: View
  readonly offers: ReadonlyArray<Offer>
}

const decodeCourse = Schema.decodeUnknownOption(
  Partnership.fields.course as unknown as Schema.Codec<Partnership["course"]>
)

/** Always possible on a mission, so no step of its way. */
const besides: ReadonlyArray<string> = [
  "missions.describe",
  "missions.rate-contestability",
  "missions.take-back-answer"
]
const stepsOfMissions: { readonly [status: string]: ReadonlyArray<string> } = {
  Registered: ["missions.begin-review"],
  UnderReview: ["missions.answer", "missions.conclude-review"],
  Reviewed: ["missions.choose-way"]
}

const ofMission = ({ actions, data }: View): ReadonlyArray<Action> => {
  const awaited = stepsOfMissions[(data as { readonly _tag?: string })._tag ?? ""] ?? []
  return actions.filter(({ operation }) => awaited.includes(operation) && !besides.includes(operation))
}

/** What the open steps of the process ask for, and what names a part that waits, such as a payment to approve. */
const ofPartnership = ({ actions, data }: View): ReadonlyArray<Action> => {
  const course = decodeCourse((data as { readonly course: unknown }).course)
  const asked = course._tag === "None" ? [] : tasksByLane(course.value, actions).flatMap(({ tasks }) => tasks)
  const named = actions.filter(({ operation, target }) => target !== undefined && !operation.startsWith("steps."))
  return [...new Set([...asked.flatMap((task) => task.actions), ...named])].filter(
    ({ operation }) => operation !== "steps.skip" && operation !== "disbursements.reverse"
  )
}

/** The records on which the reader can move something on now. */
export const nextSteps = (views: ReadonlyArray<View>): ReadonlyArray<NextStep> =>
  views
    .map((view) => ({ view, offers: open(view.record === "partnership" ? ofPartnership(view) : ofMission(view)) }))
    .filter(({ offers }) => offers.length > 0)
