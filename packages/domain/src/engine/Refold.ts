import { Schema } from "effect"
import type { Access } from "../kernel/Actor.ts"
import type { Instant } from "../kernel/ThaiDate.ts"
import { type Catalogue, readerOf } from "./Catalogue.ts"
import type { StoredEvent } from "./Event.ts"
import { encodeState, type Tagged } from "./Opened.ts"
import type { Row } from "./Record.ts"

/** What a record's events come to: the state in wire form, who may read it, and its row in the list. */
export interface Refolded {
  readonly state: unknown
  readonly access: Access
  readonly row: Row
}

/** Folds a stream again as the operations did, to hold what is stored beside the events to it. */
export const refold =
  (catalogue: Catalogue) =>
  (record: string, events: ReadonlyArray<StoredEvent>): Refolded => {
    const type = readerOf(catalogue, record)?.type
    if (type === undefined) throw new Error(`no record type is named ${record}`)
    const decode = Schema.decodeUnknownSync(type.Event as Schema.Codec<Tagged>)
    const state = events.reduce<unknown>(
      (before, { actor, at, data, type: tag }) =>
        type.evolve(before, { event: decode({ _tag: tag, ...data }), at: at as Instant, actor }),
      undefined
    )
    return { state: encodeState(type, state), access: type.access(state), row: type.row(state) }
  }
