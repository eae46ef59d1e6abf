import type { StoredEvent } from "@phakhi/domain/engine/Event"
import { decodeEvent, evolve } from "@phakhi/domain/engine/Evolve"
import type { RecordType } from "@phakhi/domain/engine/Record"
import { Schema } from "effect"

type AnyRecordType = RecordType<string, unknown, { readonly _tag: string }>

export interface Change {
  /** The place in the record, outermost name first. */
  readonly path: ReadonlyArray<string>
  readonly before: string | undefined
  readonly after: string | undefined
}

export interface Happening {
  readonly event: StoredEvent
  readonly changes: ReadonlyArray<Change>
}

const flat = (value: unknown, path: ReadonlyArray<string>, into: Map<string, string>): Map<string, string> => {
  if (value === undefined || value === null) return into
  if (typeof value !== "object") {
    into.set(path.join("\u0000"), String(value))
    return into
  }
  const entries: ReadonlyArray<readonly [string, unknown]> = Array.isArray(value)
    ? value.map((item, index) => [String(index + 1), item] as const)
    : Object.entries(value)
  for (const [name, inner] of entries) flat(inner, [...path, name], into)
  return into
}

/** What is different between two states in wire form, place by place. */
export const changesBetween = (before: unknown, after: unknown): ReadonlyArray<Change> => {
  const was = flat(before, [], new Map())
  const is = flat(after, [], new Map())
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((place) =>
    was.get(place) === is.get(place)
      ? []
      : [{ path: place.split("\u0000"), before: was.get(place), after: is.get(place) }]
  )
}

/** Folds the stored events as the domain does, and tells for each what it changed. */
export const happenings = (type: AnyRecordType, events: ReadonlyArray<StoredEvent>): ReadonlyArray<Happening> => {
  const encode = Schema.encodeUnknownSync(type.State as Schema.Codec<unknown>)
  let state: unknown
  let shown: unknown
  return events.map((event) => {
    state = evolve(type, state, decodeEvent(type, event))
    const before = shown
    shown = encode(state)
    return { event, changes: changesBetween(before, shown) }
  })
}
