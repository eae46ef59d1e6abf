import { Clock, Effect, Layer, Option } from "effect"
import { organisationOf, senderOf } from "../kernel/Actor.ts"
import { withValueAt } from "../kernel/Personal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { type Engine, onStore } from "./Engine.ts"
import type { StoredEvent } from "./Event.ts"
import {
  type Append,
  CursorLost,
  DeadlinePassed,
  EventStore,
  type Group,
  isKept,
  KeyTaken,
  type ListedTask,
  Moved,
  type Remembered,
  type Standing,
  StandingLost,
  type Stated,
  type StreamAppend
} from "./EventStore.ts"
import { type Candidate, countedAtMost, find, inOrder } from "./Listing.ts"
import { isAskedFor } from "./SeenTasks.ts"

interface Kept {
  readonly last: Last
  readonly updatedAt: string
  readonly events: ReadonlyArray<StoredEvent>
  readonly personal: ReadonlyArray<Held>
}

/** A record as it was last stated. */
type Last = Stated & Pick<StreamAppend, "record" | "stream">

/** Personal data of a person in an event, as long as it is not erased. */
interface Held {
  readonly version: number
  readonly place: string
  readonly subject: string
}

const keyOf = (record: string, id: string) => `${record}/${id}`

const without = (event: StoredEvent, held: ReadonlyArray<Held>, erasedAt: string): StoredEvent => ({
  ...event,
  data: held
    .filter(({ version }) => version === event.version)
    .reduce((data, { place, subject }) => withValueAt(data, place, { subject, erasedAt }), event.data)
})

const tasksOf = (key: string, { access, record, row, waiting }: Last, at: string): ReadonlyArray<ListedTask> =>
  (waiting?.tasks ?? []).map((task) => ({
    ...task,
    record,
    id: key.slice(key.indexOf("/") + 1),
    title: row.title,
    status: row.status,
    owner: access.owner,
    since: task.since ?? Instant.make(at)
  }))

const urgency = ({ due, id, key, since }: ListedTask): string => [due ?? "infinity", since, id, key].join()

const layerStore = Layer.sync(EventStore, () => {
  let kept = new Map<string, Kept>()
  let remembered = new Map<string, Remembered>()

  const candidateOf = ([key, { events, last, updatedAt }]: readonly [string, Kept]): Candidate => ({
    id: key.slice(key.indexOf("/") + 1),
    version: events.length,
    row: last.row,
    access: last.access,
    updatedAt,
    due: last.waiting?.due ?? null
  })

  const versionOf = (record: string, id: string) => kept.get(keyOf(record, id))?.events.length ?? 0

  const membersOf = ({ column, record, value }: Group) =>
    [...kept].flatMap(([key, { events, last }]) =>
      key.startsWith(`${record}/`) && last.row.columns[column] === value
        ? [{ id: last.stream, version: events.length, state: last.state }]
        : []
    )

  const isStanding = ({ record, roles, stream }: Standing): boolean => {
    const { state, row } = kept.get(keyOf(record, stream.toLowerCase()))?.last ?? {}
    if (row === undefined) return true
    const held = (state as { readonly roles: ReadonlyArray<string> }).roles
    return row.status === "active" && roles.every((role) => held.includes(role))
  }

  const append = (batch: Append, millis: number) => {
    const recordedAt = new Date(millis).toISOString()
    const { deadlines = [], groups = [], guards = [] } = batch
    const stands =
      batch.streams.every(({ expectedVersion, record, stream }) => versionOf(record, stream) === expectedVersion) &&
      guards.every(({ record, stream, version }) => versionOf(record, stream) === version) &&
      groups.every((group) => membersOf(group).length === group.members)
    if (!stands) return new Moved()
    if (!deadlines.every((deadline) => isKept(deadline, millis))) return new DeadlinePassed({ now: millis })
    const { remember } = batch
    if (remember !== undefined) {
      const key = keyOf(senderOf(batch.actor), remember.key)
      if (remembered.has(key)) return new KeyTaken()
      remembered.set(key, remember)
    }
    for (const change of batch.streams) {
      const { erases = [], events, record, stream } = change
      const known = kept.get(keyOf(record, stream))
      const last = change.row === undefined ? known?.last : change
      if (last === undefined) throw new Error(`a new record of ${record} that is not stated`)
      const held = Map.groupBy(known?.personal ?? [], ({ subject }) => (erases.includes(subject) ? "goes" : "stays"))
      const before = (known?.events ?? []).map((event) => without(event, held.get("goes") ?? [], recordedAt))
      const added = events.flatMap(({ personal = [] }, index) =>
        personal.map((one) => ({ ...one, version: before.length + index + 1 }))
      )
      const stored = events.map(
        ({ personal: _, ...event }, index): StoredEvent => ({
          ...event,
          record,
          stream,
          version: before.length + index + 1,
          at: batch.at,
          recordedAt,
          actor: batch.actor,
          cause: batch.cause,
          prevHash: "",
          hash: ""
        })
      )
      kept.set(keyOf(record, stream), {
        last,
        updatedAt: recordedAt,
        events: [...before, ...stored],
        personal: [...(held.get("stays") ?? []), ...added]
      })
    }
    return undefined
  }

  return {
    load: (record, id) =>
      Effect.sync(() =>
        Option.map(Option.fromUndefinedOr(kept.get(keyOf(record, id))), ({ events, last }) => ({
          version: events.length,
          state: last.state,
          access: last.access
        }))
      ),
    members: (group, atMost) => Effect.sync(() => membersOf(group).slice(0, atMost)),
    append: (batch) =>
      Effect.flatMap(Clock.currentTimeMillis, (millis) => {
        const stand = batch.every(({ standing }) => standing === undefined || isStanding(standing))
        const before = { kept: new Map(kept), remembered: new Map(remembered) }
        const undo = () => {
          kept = before.kept
          remembered = before.remembered
        }
        for (const one of batch) {
          const refused = stand ? append(one, millis) : new StandingLost()
          if (refused === undefined) continue
          undo()
          return Effect.fail(refused)
        }
        const written = Effect.forEach(batch, ({ along = Effect.void }) => along, { discard: true })
        return Effect.onError(Effect.orDie(written), () => Effect.sync(undo))
      }),
    remembered: (sender, key) => Effect.sync(() => Option.fromUndefinedOr(remembered.get(keyOf(sender, key)))),
    list: (request) =>
      Effect.gen(function* () {
        const found = [...kept]
          .filter(([key]) => key.startsWith(`${request.record}/`))
          .flatMap((entry) => find(request, candidateOf(entry)) ?? [])
          .sort(inOrder(request))
        const from = Number(request.cursor ?? 0)
        if (!Number.isSafeInteger(from)) return yield* new CursorLost()
        const to = from + request.limit
        return {
          data: found.slice(from, to).map(({ listed }) => listed),
          next: to < found.length ? String(to) : null,
          total: Math.min(found.length, countedAtMost),
          totalIsExact: found.length <= countedAtMost
        }
      }),
    tasks: (request) =>
      Effect.gen(function* () {
        const found = [...kept]
          .flatMap(([key, { last, updatedAt }]) => tasksOf(key, last, updatedAt))
          .filter((task) => isAskedFor(task, request))
          .sort((a, b) => (urgency(a) < urgency(b) ? -1 : 1))
        const from = Number(request.cursor ?? 0)
        if (!Number.isSafeInteger(from)) return yield* new CursorLost()
        const to = from + request.limit
        return {
          data: found.slice(from, to),
          next: to < found.length ? String(to) : null,
          total: Math.min(found.length, countedAtMost),
          totalIsExact: found.length <= countedAtMost
        }
      }),
    whereNamed: (subject, owners, limit) =>
      Effect.sync(() =>
        [...kept]
          .filter(
            ([, { last, personal }]) =>
              owners.includes(last.access.owner ?? "") && personal.some((held) => held.subject === subject)
          )
          .map(
            ([
              ,
              {
                last: { record, stream: id }
              }
            ]) => ({ record, id })
          )
          .sort((a, b) => (keyOf(a.record, a.id) < keyOf(b.record, b.id) ? -1 : 1))
          .slice(0, limit)
      ),
    outdated: (now, atMost, kinds) =>
      Effect.sync(() => {
        const outdated = [...kept.values()].flatMap(({ last: { record, stream: id, waiting } }) =>
          waiting?.refreshAt != null && waiting.refreshAt <= now ? [{ record, id, refreshAt: waiting.refreshAt }] : []
        )
        return kinds
          .flatMap((kind) =>
            outdated
              .filter(({ record }) => record === kind)
              .sort((a, b) => (a.refreshAt < b.refreshAt || (a.refreshAt === b.refreshAt && a.id < b.id) ? -1 : 1))
          )
          .slice(0, atMost)
          .map(({ id, record }) => ({ record, id }))
      }),
    putTasks: ({ id, record, version }, waiting) =>
      Effect.sync(() => {
        const found = kept.get(keyOf(record, id))
        if (found?.events.length === version)
          kept.set(keyOf(record, id), { ...found, last: { ...found.last, waiting } })
      }),
    history: (record, id, { before, limit, seen }) =>
      Effect.sync(() => {
        const events = (kept.get(keyOf(record, id))?.events ?? []).filter(
          ({ actor, type }) =>
            seen === undefined ||
            seen.types.includes(type) ||
            (seen.own?.organisation === organisationOf(actor) && seen.own?.types.includes(type) === true)
        )
        const newest = events.filter(({ version }) => before === undefined || version < before).reverse()
        const data = newest.slice(0, limit)
        return {
          data,
          next: newest.length > limit ? String(data.at(-1)?.version) : null,
          total: events.length
        }
      })
  }
})

/**
 * A store in memory, unsealed and unchained: for the browser, for examples and for tests of decisions.
 * What is to last is kept by `@phakhi/store`.
 */
export const layerMemory: Layer.Layer<Engine> = onStore(layerStore)
