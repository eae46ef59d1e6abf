import { assert, describe, layer } from "@effect/vitest"
import {
  type CountedPage,
  EventStore,
  type ListedTask,
  type TaskRequest,
  type TasksOf
} from "@phakhi/domain/engine/EventStore"
import { countedAtMost } from "@phakhi/domain/engine/Listing"
import { isAskedFor } from "@phakhi/domain/engine/SeenTasks"
import type { RecordTasks, Task } from "@phakhi/domain/engine/Tasks"
import { accessOf } from "@phakhi/domain/kernel/Actor"
import { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Arbitrary, Effect } from "effect"
import { SqlClient } from "effect/sql"
import { append, event, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"
import { days, kinds, officer, organisations, Seeing, task, today, Wanted, waitingFor } from "./Waiting.ts"

const asking = (change: Partial<TaskRequest> = {}): TaskRequest => ({
  actor: { ...officer, organisation: organisations[0] ?? null },
  of: "me",
  seen: { owned: [], joined: [] },
  late: false,
  today,
  limit: 7,
  ...change
})

const all = Effect.fnUntraced(function* (request: TaskRequest) {
  const events = yield* EventStore
  const found: Array<ListedTask> = []
  let cursor: string | null = null
  do {
    const page: CountedPage<ListedTask> = yield* events.tasks({
      ...request,
      ...(cursor === null ? {} : { cursor })
    })
    found.push(...page.data)
    cursor = page.next
    if (cursor === null) assert.deepStrictEqual([page.total, page.totalIsExact], [found.length, true])
  } while (cursor !== null)
  return found
})

/** What a store must answer about what waits, whichever database is behind it. */
export const tasks = (name: string, store: TestStore) =>
  describe(`What waits, on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      it.effect(
        "SEC-1 gives each person exactly the tasks that the domain says they are told of, all and in order",
        () =>
          Effect.gen(function* () {
            const events = yield* EventStore
            const wanted = yield* Arbitrary.sampleEffect(Arbitrary.schema(Wanted), { count: 60, seed: 5 })
            const people = yield* Arbitrary.sampleEffect(Arbitrary.schema(Seeing), { count: 30, seed: 6 })
            const made = wanted.map(({ except, owner, record, ...one }, index) => {
              const asked = task(`k${index}`, {
                ...one,
                except: except.map(({ account, role }) => `${role}:${account}`)
              })
              const appended = waitingFor([asked], { record, access: accessOf({ owner }) })
              const listed: ListedTask = {
                ...asked,
                record,
                owner,
                id: appended.stream,
                title: appended.row.title,
                status: appended.row.status,
                since: Instant.make("2026-11-01T00:00:00.000Z")
              }
              return { appended, listed }
            })
            yield* events.append(append(made.map(({ appended }) => appended)))
            const shown = new Map<TasksOf, number>()
            for (const [index, { actor, late, seen }] of people.entries())
              for (const of of ["me", "organisation", "others"] as const) {
                const request = asking({ actor, seen, late, of, record: kinds[index % 2] ?? "asked", limit: 13 })
                const found = yield* all(request)
                const expected = made.flatMap(({ listed }) => (isAskedFor(listed, request) ? [listed.key] : []))
                assert.deepStrictEqual(found.map(({ key }) => key).sort(), expected.sort())
                const dues = found.map(({ due }) => due ?? "infinity")
                assert.deepStrictEqual(dues, [...dues].sort())
                shown.set(of, (shown.get(of) ?? 0) + found.length)
              }
            for (const of of ["me", "organisation", "others"] as const) assert.isAbove(shown.get(of) ?? 0, 5, of)
          })
      )

      it.effect("counts exactly up to a bound, and says that there are more beyond it", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const many = (count: number) =>
            append(Array.from({ length: count }, () => waitingFor([task("one")], { record: "counted" })))
          const counted = Effect.map(events.tasks(asking({ record: "counted" })), (page) => [
            page.data.length,
            page.total,
            page.totalIsExact
          ])
          yield* events.append(many(countedAtMost))
          assert.deepStrictEqual(yield* counted, [7, countedAtMost, true])
          yield* events.append(many(1))
          assert.deepStrictEqual(yield* counted, [7, countedAtMost, false])
        })
      )

      it.effect("writes no messages about the parts of a task that was one because they were many", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const { stream: id } = stream()
          const part = (value: number) =>
            task(`part ${value}`, { target: { field: "payment", value, label: { th: "—", en: "—" } } })
          const wait = (tasks: ReadonlyArray<Task>, expectedVersion: number) =>
            Effect.gen(function* () {
              const change = { record: "parts", stream: id, expectedVersion, events: [event("A")] }
              yield* events.append(append([waitingFor(tasks, change)]))
              const rows = yield* sql<{ key: string }>`SELECT payload->>'key' AS key FROM outbox
                WHERE payload->>'id' = ${id} ORDER BY n`
              return rows.map(({ key }) => key)
            })
          assert.deepStrictEqual(yield* wait([task("all")], 0), ["all"])
          assert.deepStrictEqual(yield* wait([part(1), part(2)], 1), ["all"])
          assert.deepStrictEqual(yield* wait([part(1), part(2), part(3)], 2), ["all", "part 3"])
          assert.deepStrictEqual(yield* wait([task("all")], 3), ["all", "part 3", "all"])
        })
      )

      it.effect("keeps since when it waits while it waits, and drops what waits no longer", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const first = waitingFor([task("a"), task("b")], { record: "changing" })
          yield* events.append(append([first], { at: "2026-11-01T00:00:00.000Z" }))
          const later = { ...first, expectedVersion: 1, events: [event("A")] }
          yield* events.append(
            append([{ ...later, waiting: { tasks: [task("b"), task("c")], due: null, refreshAt: null } }], {
              at: "2026-11-05T00:00:00.000Z"
            })
          )
          const found = yield* all(asking({ record: "changing" }))
          assert.deepStrictEqual(
            found.map(({ key, since }) => [key, since]),
            [
              ["b", "2026-11-01T00:00:00.000Z"],
              ["c", "2026-11-05T00:00:00.000Z"]
            ]
          )
        })
      )

      it.effect("writes a task again where anything of it has changed, and only there", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const first = waitingFor([task("stays"), task("moves")], { record: "unchanged" })
          yield* events.append(append([first]))
          const written = Effect.map(
            sql<{
              key: string
              by: string
            }>`SELECT key, xmin::text AS by FROM task WHERE id = ${first.stream} ORDER BY key`,
            (rows) => rows.map(({ by }) => by)
          )
          let version = 1
          const next = (moves: Partial<Task>) =>
            events.append(
              append([
                waitingFor([task("stays"), task("moves", moves)], {
                  record: "unchanged",
                  stream: first.stream,
                  expectedVersion: version++,
                  events: [event("A")]
                })
              ])
            )
          const changes: ReadonlyArray<Partial<Task>> = [
            { place: 7 },
            { due: days[0] ?? null },
            { roles: ["programme-officer", "executive"] },
            { except: ["executive:a"] },
            { words: { th: "ใหม่", en: "new" } },
            { target: { field: "tranche", value: 2, label: { th: "ข", en: "b" } } }
          ]
          let so: Partial<Task> = {}
          for (const change of changes) {
            const [moved, stayed] = yield* written
            so = { ...so, ...change }
            yield* next(so)
            const [movedAfter, stayedAfter] = yield* written
            assert.notStrictEqual(movedAfter, moved)
            assert.strictEqual(stayedAfter, stayed)
            yield* next(so)
            assert.deepStrictEqual(yield* written, [movedAfter, stayedAfter])
          }
          const { due = null, target = null, words = { th: "", en: "" } } = so
          const found = (yield* all(asking({ record: "unchanged" }))).find(({ key }) => key === "moves")
          assert.deepInclude(found, { due, target, words })
        })
      )

      it.effect("names what time alone may have changed, and states it anew while the record is as it was", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const waiting = (keys: ReadonlyArray<string>, refreshAt: Instant | null): RecordTasks => ({
            tasks: keys.map((key) => task(key)),
            due: null,
            refreshAt
          })
          const [early, late] = [Instant.make("2026-11-21T00:00:00.000Z"), Instant.make("2026-11-22T00:00:00.000Z")]
          const aging = stream({ record: "aging", waiting: waiting(["before"], late) })
          yield* events.append(append([aging]))
          const ours = { record: "aging", id: aging.stream }
          assert.notDeepInclude(yield* events.outdated(early, 100, ["aging"]), ours)
          assert.deepInclude(yield* events.outdated(late, 100, ["aging"]), ours)
          const keys = Effect.map(all(asking({ record: "aging" })), (found) => found.map(({ key }) => key))
          yield* events.putTasks({ ...ours, version: 7 }, waiting(["wrong"], null), late)
          assert.deepStrictEqual(yield* keys, ["before"])
          yield* events.putTasks({ ...ours, version: 1 }, waiting(["after"], null), late)
          assert.deepStrictEqual(yield* keys, ["after"])
          assert.notDeepInclude(yield* events.outdated(late, 100, ["aging"]), ours)
        })
      )

      it.effect(
        "names what time may have changed kind after kind, so that none waits behind the number of another",
        () =>
          Effect.gen(function* () {
            const events = yield* EventStore
            const outdated = (record: string, day: number) =>
              stream({
                record,
                waiting: { tasks: [], due: null, refreshAt: Instant.make(`2026-11-0${day}T00:00:00.000Z`) }
              })
            const [old, older, acted] = [outdated("many", 2), outdated("many", 1), outdated("few", 3)]
            yield* events.append(append([old, older, acted]))
            const named = (atMost: number, now = "2026-11-09T00:00:00.000Z") =>
              Effect.map(events.outdated(Instant.make(now), atMost, ["few", "many"]), (found) =>
                found.map(({ id }) => id)
              )
            assert.deepStrictEqual(yield* named(9), [acted.stream, older.stream, old.stream])
            assert.deepStrictEqual(yield* named(2), [acted.stream, older.stream])
            assert.deepStrictEqual(yield* named(9, "2026-11-01T00:00:00.000Z"), [older.stream])
          })
      )

      it.effect("tells what is late, what waits for others on one's own records, and leaves the rest out", () =>
        Effect.gen(function* () {
          const events = yield* EventStore
          const [own, other] = organisations
          const mine = task("late", { due: days[0] ?? null })
          const theirs = task("theirs", { organisation: other ?? null, roles: ["partner-editor"] })
          const access = accessOf({ owner: own ?? null })
          const sided = waitingFor([mine, task("calm"), theirs], { record: "sided", access })
          yield* events.append(append([sided]))
          const keys = (change: Partial<TaskRequest>) =>
            Effect.map(all(asking({ record: "sided", seen: { owned: ["sided"], joined: [] }, ...change })), (found) =>
              found.map(({ key }) => key)
            )
          assert.deepStrictEqual(yield* keys({}), ["late", "calm"])
          assert.deepStrictEqual(yield* keys({ late: true }), ["late"])
          assert.deepStrictEqual(yield* keys({ of: "organisation" }), ["late", "calm"])
          assert.deepStrictEqual(yield* keys({ of: "others" }), ["theirs"])
          const handedOver = { access: accessOf({ owner: other ?? null }), expectedVersion: 1, events: [event("A")] }
          yield* events.append(append([{ ...sided, ...handedOver }]))
          assert.deepStrictEqual(yield* keys({ of: "others" }), [])
        })
      )
    })
  })
