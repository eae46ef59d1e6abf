import type { Access } from "../kernel/Actor.ts"
import { type Catalogue, readerOf } from "./Catalogue.ts"
import type { StoredEvent } from "./Event.ts"
import { decodeEvent, evolve } from "./Evolve.ts"
import { encodeState } from "./OpenRecord.ts"
import type { Row } from "./Record.ts"

/** What a record's events come to: the state in wire form, who may read it, and its row in the list. */
export interface FoldedStream {
  readonly state: unknown
  readonly access: Access
  readonly row: Row
}

/** Folds a stream again as the operations did, to hold what is stored beside the events to it. */
export const foldStream =
  (catalogue: Catalogue) =>
  (record: string, events: ReadonlyArray<StoredEvent>): FoldedStream => {
    const type = readerOf(catalogue, record)?.type
    if (type === undefined) throw new Error(`no record type is named ${record}`)
    const state = events.reduce<unknown>((before, stored) => evolve(type, before, decodeEvent(type, stored)), undefined)
    return { state: encodeState(type, state), access: type.access(state), row: type.row(state) }
  }
