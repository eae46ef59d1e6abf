import { Effect } from "effect"
import type { AccountHolder } from "../kernel/Actor.ts"
import type { IsoDate } from "../kernel/ThaiDate.ts"
import type { Catalogue } from "./Catalogue.ts"
import { EventStore, type ListedTask } from "./EventStore.ts"
import { orBusy } from "./OpenRecord.ts"
import { tasksSeenBy } from "./SeenTasks.ts"
import type { listTasks, TaskRow } from "./TaskQuestion.ts"

const rowOf = (task: ListedTask, today: IsoDate): TaskRow => {
  const { account, due, id, operation, organisation, record, roles, since, status, target, title, words } = task
  const late = due !== null && due < today
  return { record, id, title, status, operation, target, words, organisation, roles, account, since, due, late }
}

/** Without a limit, a page holds this many rows. */
const defaultLimit = 50

/** Answers what waits, as far as the asker sees it, the most urgent first. */
export const tasksOf = Effect.fnUntraced(function* (
  { readers }: Catalogue,
  input: typeof listTasks.input.Type,
  actor: AccountHolder,
  today: IsoDate
) {
  const store = yield* EventStore
  const { cursor, late = false, limit = defaultLimit, of = "me", record } = input
  const page = yield* orBusy(
    store.tasks({
      actor,
      of,
      seen: tasksSeenBy(
        readers.map(({ type }) => type),
        actor
      ),
      late,
      today,
      limit,
      ...(record === undefined ? {} : { record }),
      ...(cursor === undefined ? {} : { cursor })
    })
  )
  return { ...page, data: page.data.map((task) => rowOf(task, today)) }
})
