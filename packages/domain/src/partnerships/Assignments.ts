import { Schema } from "effect"
import { AccountId, OrganisationId, type Assignment as Standing } from "../kernel/Actor.ts"
import { personal } from "../kernel/Personal.ts"
import { addDays, Instant, IsoDate, startOfDay } from "../kernel/ThaiDate.ts"
import { partyWords } from "../parties/words.ts"
import { isLookedAt, type Judged } from "./Parties.ts"

/** What one is assigned to a partnership for, by name. */
export const duties = {
  evaluator: partyWords.values.evaluator,
  auditor: partyWords.values.auditor,
  "panel-member": partyWords.values["panel-member"]
}
export const Duty = Schema.Literals(["evaluator", "auditor", "panel-member"])
export type Duty = typeof Duty.Type

const AssignmentId = Schema.String.check(Schema.isUUID())

/** Why someone is no longer assigned is about that person. */
const About = personal({ reason: Schema.String })

/** SEC-6: who looks at a partnership's work, by name and for a time; both days are within it. */
export const Assignment = Schema.Struct({
  id: AssignmentId,
  account: AccountId,
  organisation: OrganisationId,
  duty: Duty,
  from: IsoDate,
  until: Schema.optionalKey(IsoDate),
  ended: Schema.optionalKey(Schema.Struct({ at: Instant, about: About }))
})
export type Assignment = typeof Assignment.Type

export const AssignmentEvent = Schema.TaggedUnion({
  PersonAssigned: { assignment: Assignment },
  AssignmentEnded: { assignment: AssignmentId, about: About }
})
export type AssignmentEvent = typeof AssignmentEvent.Type

export type Assignments = ReadonlyArray<Assignment>

export const evolve = (assignments: Assignments, event: AssignmentEvent, at: Instant): Assignments =>
  AssignmentEvent.match(event, {
    PersonAssigned: ({ assignment }): Assignments => [...assignments, assignment],
    AssignmentEnded: ({ about, assignment }): Assignments =>
      assignments.map((one) => (one.id === assignment ? { ...one, ended: { at, about } } : one))
  })

const earlier = (one: Instant | undefined, other: Instant | undefined): Instant | null =>
  [one, other].filter((moment) => moment !== undefined).sort()[0] ?? null

/** As grants judge it: from the beginning of the first day to the end of the last, or to where it was ended. */
export const standing = ({ account, duty, ended, from, until }: Assignment): Standing => ({
  account,
  role: duty,
  from: startOfDay(from),
  until: earlier(until === undefined ? undefined : startOfDay(addDays(until, 1)), ended?.at)
})

/** SEP-2, SEC-6: those whose organisation has not come to be looked at itself since they were assigned. */
export const looking = (partnership: Judged & { readonly assignments: Assignments }): Assignments =>
  partnership.assignments.filter(({ organisation }) => !isLookedAt(partnership, organisation))

/** Those that nobody has ended, and that have not run out by this day. */
export const lasting = (assignments: Assignments, today: IsoDate): Assignments =>
  assignments.filter(({ ended, until }) => ended === undefined && (until === undefined || until >= today))

/** Those that have begun by this day, and last. */
export const standingOn = (assignments: Assignments, today: IsoDate): Assignments =>
  lasting(assignments, today).filter(({ from }) => from <= today)
