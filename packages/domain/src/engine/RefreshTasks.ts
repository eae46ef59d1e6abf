import { Effect, Option } from "effect"
import { bangkokDay } from "../kernel/ThaiDate.ts"
import { type Catalogue, handlersOn, readerOf } from "./Catalogue.ts"
import { currentInstant } from "./Context.ts"
import { EventStore } from "./EventStore.ts"
import { load, orBusy } from "./OpenRecord.ts"
import { tasksOn } from "./Tasks.ts"

/** As many records as are looked at in one go; the next run of the clock goes on. */
const mostAtOnce = 200

/**
 * States anew what those records wait for on which time alone has changed something: an assignment that begins or ends,
 * an opening, a new day. Doing it again changes nothing. Answers how many were looked at.
 */
export const refreshTasks = Effect.fn("refreshTasks")(function* (catalogue: Catalogue) {
  const store = yield* EventStore
  const now = yield* currentInstant
  const outdated = yield* orBusy(store.outdated(now, mostAtOnce))
  for (const { id, record } of outdated) {
    const type = readerOf(catalogue, record)?.type
    const found = type === undefined ? Option.none() : yield* load(type, id)
    if (Option.isNone(found)) continue
    const { state, version } = found.value
    const waiting = tasksOn(handlersOn(catalogue, record), state, { now, today: bangkokDay(now) })
    yield* orBusy(store.putTasks({ record, id, version }, waiting, now))
  }
  return outdated.length
})
