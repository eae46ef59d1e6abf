import { Effect, Layer, Option, Schema } from "effect"
import { type Catalogue, readerOf } from "../engine/Catalogue.ts"
import { type Engine, onStore } from "../engine/Engine.ts"
import {
  type Append,
  EventStore,
  type Group,
  KeyTaken,
  type ListedRow,
  type ListRequest,
  Moved,
  type StreamAppend
} from "../engine/EventStore.ts"
import { newEvent } from "../engine/Evolve.ts"
import { countedAtMost } from "../engine/Listing.ts"
import { layerMemory } from "../engine/MemoryStore.ts"
import { senderOf } from "../kernel/Actor.ts"

const pageSize = 100

/**
 * Reads through to the store around it and keeps every append in memory: what is tried there never happened.
 *
 * A record that is changed is copied first, with its history, so that the copy goes on exactly where the original stands.
 */
export const layerDryRun = (catalogue: Catalogue): Layer.Layer<Engine, never, EventStore> =>
  onStore(layerTrial(catalogue))

const layerTrial = (catalogue: Catalogue) =>
  Layer.effect(
    EventStore,
    Effect.gen(function* () {
      const real = yield* EventStore
      const scratch = yield* Effect.provide(EventStore, Layer.fresh(layerMemory))
      const copied = new Set<string>()
      const keyOf = (record: string, id: string) => `${record}/${id}`
      const owner = (record: string, id: string) => (copied.has(keyOf(record, id)) ? scratch : real)

      const copy = Effect.fnUntraced(function* (record: string, id: string) {
        const loaded = yield* real.load(record, id)
        const type = readerOf(catalogue, record)?.type
        if (Option.isNone(loaded) || type === undefined) return
        const { access, state, version } = loaded.value
        const row = type.row(yield* Effect.orDie(Schema.decodeUnknownEffect(type.State)(state)))
        const events: Array<Effect.Success<ReturnType<typeof real.history>>["data"][number]> = []
        let before = version + 1
        while (before > 1) {
          const { data } = yield* real.history(record, id, { limit: pageSize, before })
          if (data.length === 0) break
          events.unshift(...[...data].reverse())
          before = data.at(-1)?.version ?? 1
        }
        for (const [index, event] of events.entries()) {
          const { actor, at, cause } = event
          const stream: StreamAppend = {
            record,
            stream: id,
            expectedVersion: index,
            events: [newEvent(type, event)],
            state,
            access,
            row,
            postings: []
          }
          yield* scratch.append([{ at, actor, cause, streams: [stream], outbox: [] }])
        }
      })

      const unchanged = Effect.fnUntraced(function* (request: ListRequest) {
        const rows: Array<ListedRow> = []
        let cursor: string | undefined
        do {
          const { cursor: _, ...rest } = request
          const page = yield* real.list({ ...rest, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) })
          rows.push(...page.data.filter(({ id }) => !copied.has(keyOf(request.record, id))))
          cursor = page.next ?? undefined
        } while (cursor !== undefined)
        return rows
      })

      const members = Effect.fnUntraced(function* (group: Group, atMost: number) {
        const there = yield* real.members(group, atMost + copied.size)
        const tried = yield* scratch.members(group, atMost)
        return [...there.filter(({ id }) => !copied.has(keyOf(group.record, id))), ...tried].slice(0, atMost)
      })

      /** Checks what the store around it still holds; what is copied is left to the copy. */
      const checked = Effect.fnUntraced(function* ({ groups = [], guards = [], ...append }: Append) {
        for (const { record, stream, version } of guards) {
          const found = yield* owner(record, stream).load(record, stream)
          if (Option.isNone(found) || found.value.version !== version) return yield* new Moved()
        }
        for (const { members: counted, ...group } of groups)
          if ((yield* members(group, counted + 1)).length !== counted) return yield* new Moved()
        return append
      })

      return {
        members,
        load: (record, id, knownVersion) => owner(record, id).load(record, id, knownVersion),
        append: Effect.fnUntraced(function* (batch) {
          for (const { actor, remember } of batch) {
            if (remember === undefined) continue
            const before = yield* real.remembered(senderOf(actor), remember.key)
            if (Option.isSome(before)) return yield* new KeyTaken()
          }
          for (const { expectedVersion, record, stream } of batch.flatMap(({ streams }) => streams)) {
            if (!copied.has(keyOf(record, stream)) && expectedVersion > 0) yield* copy(record, stream)
            copied.add(keyOf(record, stream))
          }
          yield* scratch.append(yield* Effect.forEach(batch, checked))
        }),
        remembered: Effect.fnUntraced(function* (sender, key) {
          const tried = yield* scratch.remembered(sender, key)
          return Option.isSome(tried) ? tried : yield* real.remembered(sender, key)
        }),
        list: Effect.fnUntraced(function* (request) {
          const { cursor: _, ...rest } = request
          const tried = yield* scratch.list({ ...rest, limit: Number.MAX_SAFE_INTEGER })
          const data = [...(yield* unchanged(request)), ...tried.data]
          const total = Math.min(data.length, countedAtMost)
          return { data: data.slice(0, request.limit), next: null, total, totalIsExact: total === data.length }
        }),
        // What only a trial makes wait is nobody's task.
        tasks: real.tasks,
        whereNamed: Effect.fnUntraced(function* (subject, owners, limit) {
          const untouched = yield* real.whereNamed(subject, owners, limit + copied.size)
          const tried = yield* scratch.whereNamed(subject, owners, limit)
          return [...untouched.filter(({ id, record }) => !copied.has(keyOf(record, id))), ...tried].slice(0, limit)
        }),
        outdated: () => Effect.succeed([]),
        putTasks: () => Effect.void,
        history: (record, id, page) => owner(record, id).history(record, id, page)
      }
    })
  )
