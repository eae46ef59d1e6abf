import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import {
  type Append,
  EventStore,
  type Group,
  type StatedAppend,
  type StreamAppend
} from "@phakhi/domain/engine/EventStore"
import type { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Deferred, Effect, Fiber, Random } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { appendStatement } from "../src/AppendStatement.ts"
import { sqlState } from "../src/Busy.ts"
import { SealKey } from "../src/SealKey.ts"
import { guardOn, next, outcomeOf } from "./guards.ts"
import { append, stream } from "./Sample.ts"
import { server } from "./Stores.ts"

const unbounded = { concurrency: "unbounded" } as const

const made = Effect.gen(function* () {
  const one = stream()
  yield* (yield* EventStore).append(append([one]))
  return one
})

/** Whether some statement waits for a lock before the fiber is done. */
const seenWaiting = <A, E>(fiber: Fiber.Fiber<A, E>): Effect.Effect<boolean, never, SqlClient.SqlClient> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const [row] = yield* sql<{ waiting: boolean }>`SELECT EXISTS (SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock') AS waiting`.pipe(Effect.orDie)
    if (row?.waiting === true) return true
    return fiber.pollUnsafe() === undefined ? yield* seenWaiting(fiber) : false
  })

/** Two statements wait for a lock. */
const bothWaiting: Effect.Effect<void, never, SqlClient.SqlClient> = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const [row] = yield* sql<{ count: number }>`SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`.pipe(Effect.orDie)
  if (row?.count !== 2) yield* bothWaiting
})

/** Appends the first and keeps its transaction open until the second waits for it, or is done without having waited. */
const met = (first: ReadonlyArray<Append>, second: ReadonlyArray<Append>) =>
  Effect.gen(function* () {
    const events = yield* EventStore
    const sql = yield* SqlClient.SqlClient
    const [written, mayEnd] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
    const earlier = yield* Effect.forkChild(
      outcomeOf(
        sql.withTransaction(
          events
            .append(first)
            .pipe(Effect.andThen(Deferred.succeed(written, undefined)), Effect.andThen(Deferred.await(mayEnd)))
        )
      )
    )
    yield* Deferred.await(written)
    const later = yield* Effect.forkChild(outcomeOf(events.append(second)))
    const waited = yield* seenWaiting(later)
    yield* Deferred.succeed(mayEnd, undefined)
    return { earlier: yield* Fiber.join(earlier), later: yield* Fiber.join(later), waited }
  })

describe("Guards of many at once on PostgreSQL", () => {
  layer(server(16), { excludeTestServices: true })((it) => {
    it.effect("SEC-2: who changes a record waits for those whose appends rely on it", () =>
      Effect.gen(function* () {
        const relied = yield* made
        assert.deepStrictEqual(yield* met(append([stream()], { guards: [guardOn(relied)] }), append([next(relied)])), {
          earlier: "appended",
          later: "appended",
          waited: true
        })
      })
    )

    it.effect("SEC-2: who relies on a record waits for its change, and finds that it has moved", () =>
      Effect.gen(function* () {
        const relied = yield* made
        assert.deepStrictEqual(yield* met(append([next(relied)]), append([stream()], { guards: [guardOn(relied)] })), {
          earlier: "appended",
          later: "Moved",
          waited: true
        })
      })
    )

    it.effect("SEC-2: those who rely on the same record, and change others, do not wait for each other", () =>
      Effect.gen(function* () {
        const relied = yield* made
        const relying = () => append([stream()], { guards: [guardOn(relied)] })
        assert.deepStrictEqual(yield* met(relying(), relying()), {
          earlier: "appended",
          later: "appended",
          waited: false
        })
      })
    )

    const call = (): Group => ({ record: "sheet", column: "call", value: randomUUID() })
    const sheet = (group: Group): StatedAppend => {
      const { row, ...one } = stream({ record: "sheet" })
      return { ...one, row: { ...row, columns: { call: group.value } }, joins: [group] }
    }

    it.effect("SEC-2: who brings a record into a group waits for those whose appends rely on the group", () =>
      Effect.gen(function* () {
        const group = call()
        const relying = () => append([stream()], { groups: [{ ...group, members: 0 }] })
        assert.deepStrictEqual(yield* met(relying(), append([sheet(group)])), {
          earlier: "appended",
          later: "appended",
          waited: true
        })
        const another = call()
        const counting = append([stream()], { groups: [{ ...another, members: 0 }] })
        assert.deepStrictEqual(yield* met(append([sheet(another)]), counting), {
          earlier: "appended",
          later: "Moved",
          waited: true
        })
      })
    )

    it.effect("SEC-2: of forty who each found a group empty and come into it at once, one does", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const group = call()
        const start = () => outcomeOf(events.append(append([sheet(group)], { groups: [{ ...group, members: 0 }] })))
        const outcomes = yield* Effect.all(Array.from({ length: 40 }, start), unbounded)
        assert.strictEqual(outcomes.filter((outcome) => outcome === "appended").length, 1)
        assert.strictEqual(outcomes.filter((outcome) => outcome === "Moved").length, 39)
        assert.strictEqual((yield* events.members(group, 100)).length, 1)
      })
    )

    it.effect("SEC-2: of two who each change what the other relies on, one does", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const round = Effect.gen(function* () {
          const [left, right] = [yield* made, yield* made]
          const change = (one: StreamAppend, relied: StreamAppend) =>
            outcomeOf(events.append(append([next(one)], { guards: [guardOn(relied)] })))
          const outcomes = yield* Effect.all([change(left, right), change(right, left)], unbounded)
          return outcomes.toSorted()
        })
        const rounds = yield* Effect.all(
          Array.from({ length: 60 }, () => round),
          { concurrency: 8 }
        )
        for (const outcomes of rounds) assert.deepStrictEqual(outcomes, ["Moved", "appended"])
      })
    )

    it.effect("SEC-1: of two acts of one person on themselves one waits for the other, and neither is given up", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const key = yield* SealKey
        const oneself = stream({ record: "account", state: { roles: [] } })
        const { row } = oneself
        const active = { ...oneself, row: { ...row, status: "active" } }
        yield* (yield* EventStore).append(append([active]))
        const standing = { record: "account", stream: active.stream, roles: [] }
        const [isHeld, mayEnd] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
        const holding = yield* Effect.forkChild(
          sql.withTransaction(
            sql`SELECT FROM record WHERE record = 'account' AND id = ${active.stream}::uuid FOR UPDATE`.pipe(
              Effect.andThen(Deferred.succeed(isHeld, undefined)),
              Effect.andThen(Deferred.await(mayEnd))
            )
          )
        )
        yield* Deferred.await(isHeld)
        // The statement itself, which nobody runs again where the server gives it up.
        const act = Effect.suspend(() => {
          const { params, text } = appendStatement(key, append([next(active)], { standing }), 0)
          return Effect.match(sql.unsafe(text, [...params]), { onSuccess: () => "appended", onFailure: sqlState })
        })
        const acts = yield* Effect.forEach([act, act], (one) => Effect.forkChild(one))
        yield* bothWaiting
        yield* Deferred.succeed(mayEnd, undefined)
        assert.deepStrictEqual((yield* Effect.forEach(acts, (one) => Fiber.join(one))).toSorted(), [
          "PH001",
          "appended"
        ])
        yield* Fiber.join(holding)
      })
    )

    it.effect("SEC-2: a deadline that passes while the append waits for the record is passed", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const sql = yield* SqlClient.SqlClient
        const written = yield* made
        const [isHeld, mayEnd] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
        const holding = yield* Effect.forkChild(
          sql.withTransaction(
            sql`SELECT FROM record WHERE record = 'mission' AND id = ${written.stream}::uuid FOR UPDATE`.pipe(
              Effect.andThen(Deferred.succeed(isHeld, undefined)),
              Effect.andThen(Deferred.await(mayEnd))
            )
          )
        )
        yield* Deferred.await(isHeld)
        const [row] = yield* sql<{ soon: Instant }>`SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC'
          + interval '300 milliseconds', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS soon`
        const before = row?.soon ?? ("" as Instant)
        const late = yield* Effect.forkChild(
          outcomeOf(events.append(append([next(written)], { deadlines: [{ before }] })))
        )
        assert.isTrue(yield* seenWaiting(late))
        const hasPassed: Effect.Effect<void, SqlError.SqlError> = Effect.flatMap(
          sql<{ passed: boolean }>`SELECT clock_timestamp() >= ${before}::timestamptz AS passed`,
          ([now]) => (now?.passed === true ? Effect.void : hasPassed)
        )
        yield* hasPassed
        yield* Deferred.succeed(mayEnd, undefined)
        assert.strictEqual(yield* Fiber.join(late), "DeadlinePassed")
        yield* Fiber.join(holding)
      })
    )

    it.effect("guards that cross in every way end without a deadlock", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const key = yield* SealKey
        const records = yield* Effect.all(Array.from({ length: 6 }, () => made))
        const groups = Array.from({ length: 3 }, call)
        const versions = new Map(records.map(({ stream: id }) => [id, 1]))
        const versionOf = (one: StreamAppend) => versions.get(one.stream) ?? 0
        const some = <A>(from: ReadonlyArray<A>, count: number) =>
          Effect.map(Random.shuffle(from), (all) => [...all].slice(0, count))
        const batch = Effect.gen(function* () {
          const [first, ...others] = yield* some(records, 4)
          const lengths = yield* Random.nextIntBetween(1, 3)
          const appends: Array<Append> = []
          for (let n = 0; first !== undefined && n < lengths; n++) {
            const more = n === lengths - 1 ? others.slice(0, 1) : []
            const [joined, relied] = yield* some(groups, 2)
            appends.push(
              ...append([next(first, versionOf(first) + n), ...more.map((one) => next(one, versionOf(one)))], {
                guards: others.slice(1).map((one) => guardOn(one, versionOf(one))),
                groups: relied === undefined ? [] : [{ ...relied, members: 0 }]
              }).map(({ streams, ...rest }) => ({
                ...rest,
                streams: streams.map((one) => ({ ...one, joins: joined === undefined ? [] : [joined] }))
              }))
            )
          }
          return appends
        })
        const attempt = Effect.gen(function* () {
          const appends = yield* batch
          const { params, text } = appendStatement(key, appends, 0)
          // The statement itself, which nobody runs again where the server gives it up.
          const outcome = yield* Effect.match(sql.unsafe(text, [...params]), {
            onSuccess: () => "appended",
            onFailure: sqlState
          })
          if (outcome === "appended")
            for (const { expectedVersion, stream: id } of appends.flatMap(({ streams }) => streams))
              versions.set(id, expectedVersion + 1)
          return outcome
        })
        const outcomes = yield* Effect.all(
          Array.from({ length: 400 }, () => attempt),
          { concurrency: 16 }
        )
        const counted = Map.groupBy(outcomes, (outcome) => outcome)
        assert.deepStrictEqual([...counted.keys()].toSorted(), ["PH001", "appended"])
        assert.isAbove(counted.get("appended")?.length ?? 0, 10)
      })
    )
  })
})
