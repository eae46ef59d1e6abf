import { Effect, Option } from "effect"
import { addDays, bangkokDay, type Instant, startOfDay } from "../kernel/ThaiDate.ts"
import { type Catalogue, handlersOn, readerOf } from "./Catalogue.ts"
import { currentInstant } from "./Context.ts"
import { EventStore, type RecordRef } from "./EventStore.ts"
import type { DueAct } from "./OnTheClock.ts"
import { load, orBusy } from "./OpenRecord.ts"
import { clockedOn, tasksOn } from "./Tasks.ts"

/** As many records as are looked at in one go; the next run of the clock goes on. */
const mostAtOnce = 200

/** First the kinds on which the clock acts by itself: what it has to do must not wait until all others are stated anew. */
const kindsInOrder = (catalogue: Catalogue): ReadonlyArray<string> => {
  const kinds = catalogue.readers.map(({ type }) => type.name)
  const acted = new Set(kinds.filter((kind) => handlersOn(catalogue, kind).some(({ onTheClock }) => onTheClock)))
  return [...kinds.filter((kind) => acted.has(kind)), ...kinds.filter((kind) => !acted.has(kind))]
}

/** The order in which commands hold records too, so that the two cannot block each other for ever. */
const inOrderOfHolding = (records: ReadonlyArray<RecordRef>): ReadonlyArray<RecordRef> => {
  const keyOf = ({ id, record }: RecordRef) => JSON.stringify([record, id])
  return records.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
}

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
  const outdated = inOrderOfHolding(yield* orBusy(store.outdated(now, mostAtOnce, kindsInOrder(catalogue))))
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
