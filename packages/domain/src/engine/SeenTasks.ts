import type { AccountHolder, RoleGrant } from "../kernel/Actor.ts"
import type { Audiences } from "../kernel/Audience.ts"
import type { ListedTask, TaskRequest } from "./EventStore.ts"
import { waitsFor } from "./Tasks.ts"

/** On which kinds of records somebody is told what waits for others. */
export interface SeenTasks {
  /** Where the records belong to their organisation. */
  readonly owned: ReadonlyArray<string>
  /** Where their organisation takes part in the records of others. */
  readonly joined: ReadonlyArray<string>
}

interface Read {
  readonly name: string
  readonly audiences: Audiences
}

/**
 * SEC-1: whoever reads all records of a kind that their organisation owns, or takes part in, by a role of their own and
 * whatever else holds of the record. Stricter than the audiences: who sees a record only as one assigned, as one of
 * the public or under a condition is told of it what waits for themselves, and nothing else.
 */
export const tasksSeenBy = (types: ReadonlyArray<Read>, { roles }: AccountHolder): SeenTasks => {
  const reads = (scope: RoleGrant["scope"]) =>
    types
      .filter(({ audiences }) =>
        audiences.some(
          ({ allow, name }) =>
            name !== "assigned" &&
            allow.some(
              (grant) =>
                "role" in grant &&
                grant.role !== "public" &&
                grant.scope === scope &&
                (grant.when ?? []).length === 0 &&
                roles.includes(grant.role)
            )
        )
      )
      .map(({ name }) => name)
  return { owned: reads("own-agency"), joined: reads("own-organisation") }
}

/**
 * Whether somebody is told of a task that waits for their organisation: where that owns the record, where it takes part and
 * the task is for anyone of a role there, or where it is their own. The same table that the store renders to SQL.
 */
const isOfOrganisation = (task: ListedTask, { actor, seen }: TaskRequest): boolean => {
  if (actor.organisation === null || task.organisation !== actor.organisation) return false
  if (task.account === actor.account) return true
  if (task.owner === actor.organisation) return seen.owned.includes(task.record)
  return task.account === null && seen.joined.includes(task.record)
}

const isOfOthers = (task: ListedTask, { actor, seen }: TaskRequest): boolean =>
  actor.organisation !== null &&
  task.owner === actor.organisation &&
  task.organisation !== actor.organisation &&
  seen.owned.includes(task.record)

/** Whether a task is among those that are asked for. */
export const isAskedFor = (task: ListedTask, request: TaskRequest): boolean => {
  const { actor, late, of, record, today } = request
  if (record !== undefined && task.record !== record) return false
  if (late && (task.due === null || task.due >= today)) return false
  switch (of) {
    case "me":
      return waitsFor(task, actor)
    case "organisation":
      return isOfOrganisation(task, request)
    case "others":
      return isOfOthers(task, request)
  }
}
