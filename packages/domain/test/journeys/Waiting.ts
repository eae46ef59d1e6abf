import { catalogue } from "../../src/catalogue.ts"
import { handlersOn } from "../../src/engine/Catalogue.ts"
import { tasksOn } from "../../src/engine/Tasks.ts"
import { bangkokDay, type Instant } from "../../src/kernel/ThaiDate.ts"
import { sentBackAt } from "../../src/partnerships/decisions/anew.ts"
import { reportedSince } from "../../src/partnerships/decisions/reporting.ts"
import type { Partnership } from "../../src/partnerships/Partnership.ts"
import { composedOf, openSteps } from "../../src/processes/Course.ts"

/** What is settled before the act of a step, by acts that no step asks for. */
const before: { readonly [act: string]: ReadonlyArray<string> } = { "accounts-reconciled": ["disbursements.approve"] }

/** What carries on a step that others may do something about beside it, as by assessing themselves. */
const carrying = (partnership: Partnership): { readonly [act: string]: ReadonlyArray<string> } => ({
  "evaluation-accepted": [
    "plans.adopt",
    "assignments.assign",
    // A report that the day asks for carries on no evaluation.
    ...(reportedSince(partnership) ? [] : ["reports.submit"]),
    "evaluations.submit",
    "evaluations.accept"
  ],
  "accounts-audited":
    sentBackAt(partnership) === undefined
      ? ["assignments.assign", "closings.audit"]
      : // Put right first, and reconciled anew.
        ["disbursements.approve", "funding.return-unspent", "closings.reconcile"]
})

/** The open steps of a partnership that wait for nobody; where it is suspended, its standing. */
export const waitingForNobody = (partnership: Partnership, now: Instant): ReadonlyArray<string> => {
  const { course, standing } = partnership
  if (standing._tag === "Closed" || standing._tag === "Cancelled") return []
  const { tasks } = tasksOn(handlersOn(catalogue, "partnership"), partnership, { now, today: bangkokDay(now) })
  if (standing._tag === "Suspended") return tasks.length === 0 ? [standing._tag] : []
  return openSteps(composedOf(course), course).flatMap(({ completion, key }) => {
    const settled = completion.by === "act" ? (before[completion.act] ?? []) : []
    const carriedBy = completion.by === "act" ? carrying(partnership)[completion.act] : undefined
    const waits = tasks.some(
      ({ operation, target, words }) =>
        carriedBy?.includes(operation) ??
        (target?.value === key || words.en.includes(`: ${key} `) || settled.includes(operation))
    )
    return waits ? [] : [key]
  })
}
