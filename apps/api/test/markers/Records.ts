import { hash } from "node:crypto"
import { Catalogue, handlersOn } from "@phakhi/domain/engine/Catalogue"
import { type Append, EventStore } from "@phakhi/domain/engine/EventStore"
import { newEvent } from "@phakhi/domain/engine/Evolve"
import type { Handler, Target } from "@phakhi/domain/engine/Handler"
import type { AnyMask } from "@phakhi/domain/engine/Mask"
import { type AnyRecordType, decodeState } from "@phakhi/domain/engine/OpenRecord"
import { type Reader, readerFor } from "@phakhi/domain/engine/Reader"
import type { Row } from "@phakhi/domain/engine/Record"
import { type Task, tasksOn } from "@phakhi/domain/engine/Tasks"
import {
  type Access,
  type AccountId,
  type Actor,
  accessOf,
  type Grant,
  may,
  type OrganisationId,
  type Person,
  type Role
} from "@phakhi/domain/kernel/Actor"
import { type Audience, type AudienceName, audienceOf } from "@phakhi/domain/kernel/Audience"
import { addDays, bangkokDay, Instant, IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { accountRecord } from "@phakhi/domain/parties/Account"
import { Files } from "@phakhi/store/Files"
import { Effect, Stream } from "effect"
import { withBids } from "./Bid.ts"
import { counter, isMarker, samplesOf } from "./Marked.ts"
import { actors, organisation, other, people, reachedAs } from "./People.ts"
import { peopleIn } from "./Places.ts"

interface Happened {
  readonly type: string
  readonly data: { readonly [field: string]: unknown }
  readonly by: Person
}

/** A record with a marker in every text, put where it is reached as one of its audiences. */
export interface Marked {
  readonly reader: Reader
  readonly id: string
  readonly placed: AudienceName
  readonly access: Access
  /** In wire form. */
  readonly state: unknown
  readonly row: Row
  /** When it changed last, and by when something of it is due: another instant and another day for each. */
  readonly updated: Instant
  readonly due: IsoDate
  readonly events: ReadonlyArray<Happened>
}

/** Everything is late by now: the first day by which something is due, and one after the last. */
export const firstDue = IsoDate.make("2020-01-01")
export const lastDue = IsoDate.make("2020-12-31")

const now = Instant.make(new Date().toISOString())

/** As whom somebody sees the record, if at all. */
export const audienceFor = ({ access, reader }: Marked, asker: Actor | null): AudienceName | undefined =>
  audienceOf(reader.type.audiences, asker, access, { now })

const textOf = (marker: string): string => `file ${marker}\n`

type Fields = { readonly [field: string]: unknown }

/** A digest is that of a file; where they are asked for, the files are kept along. */
const withDigests = (wire: unknown, files = new Map<string, string>()): unknown =>
  JSON.parse(JSON.stringify(wire), (name, value: unknown) => {
    if (name !== "digest" || !isMarker(value)) return value
    const digest = hash("sha256", textOf(value), "hex")
    files.set(digest, textOf(value))
    return digest
  })

/** Nothing of what happened was erased since. */
const unerased = (wire: unknown): unknown =>
  JSON.parse(JSON.stringify(wire), (name, value: unknown) => (name === "erasedAt" ? undefined : value))

/** With a part of the own organisation's; where it may still be selected, nobody has been. */
const withOwn = (wire: unknown, { name }: Audience, reason: string): unknown => {
  const { parties, recipient, ...rest } = wire as Fields & { readonly parties?: ReadonlyArray<object> }
  if (parties === undefined || name === "public") return wire
  const own = { organisation, as: "candidate", reason }
  return { ...rest, ...(name === "candidate" ? {} : { recipient }), parties: [...parties, own] }
}

/** All that can happen to a kind of record, by somebody of each organisation. */
const happened = ({ type }: Reader, count: () => number): ReadonlyArray<Happened> => {
  const samples = samplesOf(type.Event.ast, count).map((sample) => unerased(withDigests(sample)) as Fields)
  return actors.flatMap((by) => samples.map(({ _tag, ...data }): Happened => ({ type: String(_tag), data, by })))
}

interface Making {
  readonly count: () => number
  readonly files: Map<string, string>
  readonly happenings: ReadonlyArray<Happened>
}

const beginning = Date.parse("2026-11-21T03:00:00.000Z")

/** In neither order the one in which the records are made. */
const moments = (n: number): Pick<Marked, "due" | "updated"> => {
  const scattered = (n * 7919) % 10_007
  return {
    updated: Instant.make(new Date(beginning + scattered).toISOString()),
    due: addDays(firstDue, scattered % 300)
  }
}

const markedAs = (reader: Reader, audience: Audience, { count, files, happenings }: Making) => {
  const { type } = reader
  return samplesOf(type.State.ast, count).map((sample, index): Marked => {
    const isFirst = index === 0
    const state = withDigests(withOwn(sample, audience, `${count()}-marker`), isFirst ? files : undefined)
    const events = isFirst ? happenings : happenings.slice(0, 1)
    const access = reachedAs(type.name, audience)
    const row = type.row(decodeState(type as AnyRecordType, state) as never)
    return { reader, id: crypto.randomUUID(), placed: audience.name, access, state, row, events, ...moments(count()) }
  })
}

/** Something that waits for whoever holds the role there, or for one person, whatever the state of the record. */
const waitingFor = (
  role: Role,
  organisation: OrganisationId | null,
  account: AccountId | null = null,
  target: Target | null = null
): Task => ({
  key: [role, organisation, account, target?.field, target?.value].join(),
  operation: "visits.make",
  target,
  words: { th: `เยี่ยม: ${target?.label.th}`, en: `Visit: ${target?.label.en}` },
  organisation,
  roles: [role],
  account,
  except: [],
  since: null,
  due: firstDue,
  place: 0
})

/**
 * Beside what a record waits for by its state, something that waits for each of those who reach it, and for each part that
 * an act of theirs can be aimed at.
 */
const waitingOn = (catalogue: Catalogue, { access, reader: { type }, state }: Marked): ReadonlyArray<Task> => {
  const { assigned, owner, parties } = access
  const decoded = decodeState(type as AnyRecordType, state)
  const handlers = handlersOn(catalogue, type.name)
  const reachedBy = (grant: Grant, targets: Handler["targets"]): ReadonlyArray<Task> => {
    if (!("role" in grant) || grant.role === "public") return []
    const [holder] = people.filter(({ roles }) => roles.includes(grant.role))
    if (holder === undefined) return []
    const reaching = (from: OrganisationId | null): ReadonlyArray<Task> => {
      const actor = { ...holder, organisation: from }
      if (!may(actor, [grant], access, { now })) return []
      const isNamed = grant.scope === "assigned"
      const aims = targets === undefined ? [null] : targets(decoded, actor)
      return aims.map((target) => waitingFor(grant.role, from, isNamed ? holder.account : null, target))
    }
    if (grant.scope === "own-agency") return reaching(owner)
    if (grant.scope === "own-organisation") return parties.flatMap(reaching)
    return grant.scope === "assigned" && assigned.length > 0 ? [organisation, other].flatMap(reaching) : []
  }
  const { tasks } = tasksOn(handlers, decoded, { now, today: bangkokDay(now) })
  const all = [
    ...tasks,
    ...type.audiences.flatMap(({ allow }) => allow.flatMap((grant) => reachedBy(grant, undefined))),
    ...handlers.flatMap(({ operation, targets }) =>
      operation.onward && targets !== undefined ? operation.allow.flatMap((grant) => reachedBy(grant, targets)) : []
    )
  ]
  return [...new Map(all.map((task) => [task.key, task])).values()]
}

const appendedBy = (
  by: Person,
  { access, due, events, id, reader: { type }, row, state, updated }: Marked,
  tasks: ReadonlyArray<Task>
): ReadonlyArray<Append> => {
  const own = events.filter((event) => event.by === by)
  if (own.length === 0) return []
  const written = own.map(({ data, type: tag }) =>
    newEvent(type as AnyRecordType, { id: crypto.randomUUID(), schemaVersion: 1, type: tag, data })
  )
  const stream = {
    record: type.name,
    stream: id,
    expectedVersion: events.findIndex((event) => event.by === by),
    events: written,
    state,
    access,
    row,
    postings: [],
    waiting: { tasks, due, refreshAt: null }
  }
  const cause = { operation: "visits.make", key: "the key of a request" }
  return [{ at: updated, actor: by, cause, streams: [stream], outbox: [] }]
}

export const nameOf = (account: string): string => `name of ${account}`
export const positionOf = (account: string): string => `position of ${account}`

const emptyRow: Row = { title: { th: "บัญชี" }, status: "active", columns: {}, keys: {}, search: "", searchFurther: "" }

/** Somebody's account, which the list of accounts shows to nobody. */
const account = (id: string, as: Pick<Person, "organisation" | "roles">): Marked => ({
  reader: withBids.readers.find(({ type }) => type.name === accountRecord.name) as Reader,
  id,
  placed: "full",
  access: accessOf({}),
  state: {
    id,
    organisation: as.organisation,
    personal: { subject: id, name: nameOf(id) },
    holder: { subject: id, position: positionOf(id) },
    roles: as.roles,
    status: "active",
    invitedAt: "2026-11-21T03:00:00.000Z"
  },
  row: emptyRow,
  updated: Instant.make(new Date(beginning).toISOString()),
  due: firstDue,
  events: [{ type: "AccountUnlocked", data: {}, by: actors[0] as Person }]
})

/** Everyone whom the records and what happened to them name. */
const namedIn = (records: ReadonlyArray<Marked>): ReadonlySet<string> => {
  const named = new Set<string>()
  for (const {
    events,
    reader: { type },
    state
  } of records) {
    for (const id of peopleIn(type.masks.state as AnyMask, state)) named.add(id)
    for (const { data, type: tag } of events) {
      const masks = type.masks.events as unknown as { readonly [tag: string]: { readonly data: AnyMask } }
      for (const id of peopleIn(masks[tag]?.data as AnyMask, data)) named.add(id)
    }
  }
  return named
}

export interface Everything {
  readonly records: ReadonlyArray<Marked>
  /** All kinds of records, and all that can be done with them, with everyone where they were put. */
  readonly catalogue: Catalogue
  readonly store: Effect.Effect<void, unknown, EventStore | Files>
}

/** Every kind of record as every audience of it reaches one, with every field of every case. */
export const everything = (): Everything => {
  const count = counter()
  const files = new Map<string, string>()
  const records = withBids.readers.flatMap((reader) => {
    const making = { count, files, happenings: happened(reader, count) }
    return reader.type.audiences.flatMap((audience) => markedAs(reader, audience, making))
  })
  const places = new Map(records.map(({ access, state }) => [(state as Fields)["id"], access]))
  const types = new Map(
    withBids.readers.map(({ type }) => {
      const access = (state: unknown) => places.get((state as Fields)["id"]) ?? accessOf({})
      return [type.name, { ...type, access } as Reader["type"]] as const
    })
  )
  const catalogue = new Catalogue({
    ...withBids,
    readers: [...types.values()].map((type) => readerFor(type)),
    handlers: withBids.handlers.map((handler) => ({ ...handler, type: types.get(handler.type.name) ?? handler.type }))
  })
  const accounts = [
    ...[...people, ...actors].map((person) => account(person.account, person)),
    ...[...namedIn(records)].map((id) => account(id, { organisation: other, roles: [] }))
  ]
  const store = Effect.gen(function* () {
    const kept = yield* Files
    for (const text of files.values()) yield* kept.put(Stream.make(new TextEncoder().encode(text)))
    const { append } = yield* EventStore
    for (const by of actors) {
      yield* append(records.flatMap((one) => appendedBy(by, one, waitingOn(catalogue, one))))
      yield* append(accounts.flatMap((one) => appendedBy(by, one, [])))
    }
  })
  return { records, catalogue, store }
}
