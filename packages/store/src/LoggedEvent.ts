import type { StoredEvent } from "@phakhi/domain/engine/Event"
import { canonical, type Data, digestOf, type Envelope } from "./Chain.ts"

/** An event as a row of the log; who acted and why as text, to be read once for many. */
export interface EventRow {
  readonly record: string
  readonly stream: string
  readonly version: number
  readonly id: string
  readonly type: string
  readonly schema_version: number
  readonly at: Date
  readonly recorded_at: Date
  readonly actor: string
  readonly cause: string
  readonly data: Data
  readonly personal: NonNullable<Envelope["personal"]> | null
  readonly postings: NonNullable<Envelope["postings"]> | null
  readonly prev_hash: string
  readonly hash: string
  readonly mac: string | null
}

export const eventColumns = `e.record, e.stream, e.version, e.id, e.type, e.schema_version, e.at, e.recorded_at,
    e.actor::text AS actor, e.cause::text AS cause, e.data, e.personal, e.postings, e.prev_hash, e.hash, e.mac`

interface Parsed<A> {
  readonly value: A
  readonly canonical: string
}

/** Actors and causes come again and again: each is read once. */
const remembering = <A>() => {
  const known = new Map<string, Parsed<A>>()
  return (text: string): Parsed<A> => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value: A = JSON.parse(text)
    const parsed = { value, canonical: canonical(value) }
    if (known.size >= 10_000) known.clear()
    known.set(text, parsed)
    return parsed
  }
}

/** Makes the digest of one row after the other, as it was made when they were appended. */
export const digesting = () => {
  const actors = remembering<StoredEvent["actor"]>()
  const causes = remembering<StoredEvent["cause"]>()
  return (row: EventRow) => {
    const actor = actors(row.actor)
    const cause = causes(row.cause)
    const envelope: Envelope = {
      record: row.record,
      stream: row.stream,
      version: row.version,
      id: row.id,
      type: row.type,
      schemaVersion: row.schema_version,
      at: row.at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      actor: actor.value,
      cause: cause.value,
      data: row.data,
      ...(row.personal === null ? {} : { personal: row.personal }),
      ...(row.postings === null ? {} : { postings: row.postings })
    }
    return {
      digest: digestOf(envelope, actor.canonical, cause.canonical),
      actor: actor.value,
      cause: cause.value
    }
  }
}
