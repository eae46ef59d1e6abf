import { Effect, Option } from "effect"
import { addDays, bangkokDay, type Instant, startOfDay } from "../kernel/ThaiDate.ts"
import { type Catalogue, handlersOn, readerOf } from "./Catalogue.ts"
import { currentInstant } from "./Context.ts"
import { EventStore } from "./EventStore.ts"
import type { DueAct } from "./OnTheClock.ts"
import { load, orBusy } from "./OpenRecord.ts"
import { clockedOn, tasksOn } from "./Tasks.ts"

/** As many records as are looked at in one go; the next run of the clock goes on. */
const mostAtOnce = 200

/**
 * States anew what those records wait for on which time alone has changed something: an assignment that begins or ends,
 * an opening, a new day. Answers what the clock has to do by itself. Such a record is looked at again the next day at the
 * latest: what was lost in between is done then.
 */
export const refreshTasks = Effect.fn("refreshTasks")(function* (catalogue: Catalogue, at?: Instant) {
  const store = yield* EventStore
  const now = at ?? (yield* currentInstant)
  const today = bangkokDay(now)
  const tomorrow = startOfDay(addDays(today, 1))
  const outdated = yield* orBusy(store.outdated(now, mostAtOnce))
  const due: Array<DueAct> = []
  for (const { id, record } of outdated) {
    const type = readerOf(catalogue, record)?.type
    const found = type === undefined ? Option.none() : yield* load(type, id)
    if (Option.isNone(found)) continue
    const { state, version } = found.value
    const handlers = handlersOn(catalogue, record)
    const waiting = tasksOn(handlers, state, { now, today })
    const ripe = clockedOn(handlers, state).filter(({ from }) => from <= now)
    due.push(...ripe.map(({ operation }) => ({ operation, id })))
    const refreshAt = ripe.length === 0 ? waiting.refreshAt : tomorrow
    yield* orBusy(store.putTasks({ record, id, version }, { ...waiting, refreshAt }, now))
  }
  return due
})
