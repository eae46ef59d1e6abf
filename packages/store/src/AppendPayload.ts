import type { Append, StreamAppend } from "@phakhi/domain/engine/EventStore"
import type { Posting, Row } from "@phakhi/domain/engine/Record"
import { senderOf } from "@phakhi/domain/kernel/Actor"
import { accessColumns } from "./Access.ts"
import { digestOf, eventMac, type Kept, withoutPersonal } from "./Chain.ts"
import type { Keyed } from "./SealKey.ts"
import { taskColumns } from "./Tasks.ts"

type Line = readonly [debit: string, credit: string, amount: string]

export const line = ({ debit, credit, amount }: Posting): Line => [debit, credit, amount.toString()]

/** The columns of a list, as they are stored. */
export const columns = (row: Row) => ({
  titleTh: row.title.th,
  titleEn: row.title.en ?? null,
  status: row.status,
  columns: row.columns,
  sortKeys: row.keys,
  search: row.search,
  searchFurther: row.searchFurther
})

const bySequence = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** How far each account moves, sorted so that concurrent appends take the accounts in one order. */
export const balances = (postings: ReadonlyArray<Posting>): ReadonlyArray<readonly [string, string]> => {
  const deltas = new Map<string, bigint>()
  for (const { debit, credit, amount } of postings) {
    deltas.set(debit, (deltas.get(debit) ?? 0n) - amount)
    deltas.set(credit, (deltas.get(credit) ?? 0n) + amount)
  }
  return [...deltas]
    .filter(([, delta]) => delta !== 0n)
    .sort(([left], [right]) => bySequence(left, right))
    .map(([account, delta]) => [account, delta.toString()] as const)
}

const eventsOf = (key: Keyed, append: Append, stream: StreamAppend, at: string, recordedAt: string) => {
  const personal: Array<Kept> = []
  const last = stream.events.length - 1
  const events = stream.events.map((event, index) => {
    const id = event.id.toLowerCase()
    const { data, digests, kept } = withoutPersonal(key, { ...event, id })
    personal.push(...kept)
    const people = digests.length > 0 ? { personal: digests } : undefined
    const postings = index === last && stream.postings.length > 0 ? { postings: stream.postings.map(line) } : undefined
    const digest = digestOf({
      record: stream.record,
      stream: stream.stream.toLowerCase(),
      version: stream.expectedVersion + index + 1,
      id,
      type: event.type,
      schemaVersion: event.schemaVersion,
      at,
      recordedAt,
      actor: append.actor,
      cause: append.cause,
      data,
      ...people,
      ...postings
    })
    const mac = eventMac(key, digest)
    return { id, type: event.type, schemaVersion: event.schemaVersion, data, digest, mac, ...people, ...postings }
  })
  return { events, personal }
}

/** Everything that one append writes, as the argument of `phakhi_append`. */
export const payload = (key: Keyed, append: Append, now: number): string => {
  const at = new Date(append.at).toISOString()
  const recordedAt = new Date(now).toISOString()
  const streams = append.streams.map((stream) => {
    if (stream.events.length === 0) throw new Error(`an append to ${stream.record} without events`)
    const { events, personal } = eventsOf(key, append, stream, at, recordedAt)
    return {
      record: stream.record,
      stream: stream.stream,
      expectedVersion: stream.expectedVersion,
      ...(stream.row === undefined
        ? { state: null }
        : { state: stream.state, ...accessColumns(stream.access), ...columns(stream.row) }),
      events,
      ...(stream.waiting === undefined ? {} : taskColumns(stream.waiting)),
      ...(stream.postings.length > 0 ? { postings: stream.postings.map(line) } : {}),
      ...(personal.length > 0 ? { personal } : {}),
      ...(stream.files === undefined ? {} : { files: stream.files })
    }
  })
  streams.sort((left, right) => bySequence(left.record, right.record) || bySequence(left.stream, right.stream))
  const { remember } = append
  return JSON.stringify({
    at,
    recordedAt,
    actor: append.actor,
    cause: append.cause,
    streams,
    balances: balances(append.streams.flatMap((stream) => stream.postings)),
    ...(remember === undefined ? {} : { remember: { sender: senderOf(append.actor), ...remember } }),
    ...(append.outbox.length > 0 ? { outbox: append.outbox } : {})
  })
}
