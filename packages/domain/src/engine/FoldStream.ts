import type { Access } from "../kernel/Actor.ts"
import { bangkokDay, type Instant } from "../kernel/ThaiDate.ts"
import { type Catalogue, handlersOn, readerOf } from "./Catalogue.ts"
import type { StoredEvent } from "./Event.ts"
import { decodeEvent, evolve } from "./Evolve.ts"
import { encodeState } from "./OpenRecord.ts"
import type { Row } from "./Record.ts"
import { clockedOn, type RecordTasks, tasksOn } from "./Tasks.ts"

/** What a record's events come to: the state in wire form, who may read it, and its row in the list. */
export interface FoldedStream {
  readonly state: unknown
  readonly access: Access
  readonly row: Row
  /** What it waits for at a moment; nothing where the clock has something to do on it by itself and has not done it. */
  readonly waits?: (now: Instant) => RecordTasks | undefined
}

/** Folds a stream again as the operations did, to hold what is stored beside the events to it. */
export const foldStream =
  (catalogue: Catalogue) =>
  (record: string, events: ReadonlyArray<StoredEvent>): FoldedStream => {
    const type = readerOf(catalogue, record)?.type
    if (type === undefined) throw new Error(`no record type is named ${record}`)
    const state = events.reduce<unknown>((before, stored) => evolve(type, before, decodeEvent(type, stored)), undefined)
    const handlers = handlersOn(catalogue, record)
    const waits = (now: Instant) =>
      clockedOn(handlers, state).some(({ from }) => from <= now)
        ? undefined
        : tasksOn(handlers, state, { now, today: bangkokDay(now) })
    return { state: encodeState(type, state), access: type.access(state), row: type.row(state), waits }
  }
