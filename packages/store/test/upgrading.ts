import { randomUUID } from "node:crypto"
import { assert, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Instant, IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { migrate } from "../src/Migrations.ts"
import { append, everything, openAccess, rowOf, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"

const due = IsoDate.make("2026-11-20")
const now = Instant.make("2026-11-21T03:00:00.000Z")

/** As it was before events carried codes. */
export const unsigned = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE event DROP COLUMN mac`
  yield* sql`ALTER TABLE seal DROP COLUMN log, DROP COLUMN refused, DROP COLUMN coded`
  yield* sql`DROP TABLE draft, seal_key, upload, record_file`
  yield* sql`DELETE FROM phakhi_migration WHERE migration_id >= 20`
})

/** As it was before lists sorted by the day that something is due. */
const before = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const indexes = yield* sql<{ name: string }>`SELECT indexname AS name FROM pg_indexes
    WHERE tablename = 'record' AND indexdef LIKE '%COALESCE(due%'`
  assert.isNotEmpty(indexes)
  for (const { name } of indexes) yield* sql`DROP INDEX ${sql(name)}`
  for (const { name } of yield* sql<{ name: string }>`SELECT stxname AS name FROM pg_statistic_ext
    WHERE pg_get_statisticsobjdef(oid) LIKE '%COALESCE(due%'`)
    yield* sql`DROP STATISTICS ${sql(name)}`
  yield* sql`ALTER TABLE record ALTER COLUMN due TYPE date USING due::date`
  yield* sql`ALTER TABLE record DROP COLUMN tasks_digest`
  yield* sql`ALTER TABLE task DROP COLUMN owner, DROP COLUMN mandate, DROP COLUMN since_declared`
  yield* sql`ALTER TABLE notification DROP COLUMN task, DROP COLUMN stage, DROP COLUMN mailed_with,
    ADD COLUMN about_th text, ADD COLUMN about_en text`
  yield* sql`DROP INDEX notification_by_reading`
  yield* sql`DROP INDEX record_refresh`
  yield* sql`CREATE INDEX record_refresh ON record (refresh_at) WHERE refresh_at IS NOT NULL`
  yield* sql`UPDATE record SET columns = columns || '{"due":"2026-11-20"}'`
  yield* unsigned
  yield* sql`DELETE FROM phakhi_migration WHERE migration_id >= 11`
})

/** That what an earlier version wrote is listed by the day it is due. */
export const upgrading = (name: string, store: TestStore) =>
  layer(store, { excludeTestServices: true })(`An upgrade on ${name}`, (it) => {
    it.effect("SEC-3 keeps no address of a failed mail, and has looked at what the clock did not know of before", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const events = yield* EventStore
        const waiting = { tasks: [], due: null, refreshAt: null }
        const kept = (record: string, status: string, state: object) =>
          stream({ record, state, waiting, row: rowOf({ title: { th: "ก" }, status }) })
        const running = kept("partnership", "Running", {})
        const ended = kept("partnership", "Closed", {})
        const proposed = kept("account", "active", { roles: [], proposal: { _tag: "Roles" } })
        const quiet = kept("account", "active", { roles: [] })
        const claimed = kept("organisation", "active", { claim: { _tag: "Stated" } })
        yield* events.append(append([running, ended, proposed, quiet, claimed]))
        yield* sql`INSERT INTO outbox (topic, payload, created_at, due, failed_at, last_error)
          VALUES ('mail', '{}', now(), now(), now(), '550 <somebody@example.go.th>: unknown')`
        yield* before
        yield* migrate
        const [failed] = yield* sql<{ reason: string }>`SELECT last_error AS reason FROM outbox WHERE topic = 'mail'`
        assert.strictEqual(failed?.reason, "550 <…@…>: unknown")
        const outdated = Effect.gen(function* () {
          const at = Instant.make(new Date(Date.now() + 60_000).toISOString())
          const found = yield* events.outdated(at, 100, ["account", "organisation", "partnership"])
          return found.map(({ id }) => id)
        })
        assert.sameMembers([...(yield* outdated)], [running.stream, proposed.stream, claimed.stream])
        // Where the clock has looked at them before more was asked of somebody, and accounts were listed by a day.
        yield* sql`UPDATE record SET refresh_at = NULL`
        yield* sql`ALTER TABLE task DROP COLUMN since_declared`
        yield* unsigned
        yield* sql`DELETE FROM phakhi_migration WHERE migration_id >= 18`
        yield* migrate
        assert.sameMembers([...(yield* outdated)], [running.stream, proposed.stream])
      })
    )

    it.effect("PRO-2 keeps the days that things are due, lists by them, and shows no column that went", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const id = randomUUID()
        const waiting = { tasks: [], due, refreshAt: null }
        const row = rowOf({ title: { th: "ก" } })
        yield* events.append(append([stream({ stream: id, access: openAccess, row, waiting })]))
        yield* before
        yield* migrate
        yield* migrate
        const page = yield* events.list({ ...everything({ sort: "nextDue" }), now })
        assert.deepInclude(page.data[0], { id, columns: { nextDue: due }, late: true })
        yield* events.putTasks({ record: "mission", id, version: 1 }, { ...waiting, due: null }, now)
        assert.deepInclude((yield* events.list({ ...everything({}), now })).data[0], { columns: {}, late: false })
      })
    )

    it.effect("SEC-6 lists what people can be assigned as, and shows no other agency whom it cannot assign", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const events = yield* EventStore
        const upgraded = (state: { readonly roles: ReadonlyArray<string>; readonly resting?: ReadonlyArray<string> }) =>
          Effect.gen(function* () {
            const row = { ...rowOf({ title: { th: "ก" } }), status: "active", columns: { roles: state.roles } }
            const account = stream({ record: "account", state, access: openAccess, row })
            yield* events.append(append([account]))
            yield* unsigned
            yield* sql`DELETE FROM phakhi_migration WHERE migration_id >= 19`
            yield* migrate
            return (yield* sql`SELECT public, columns FROM record WHERE id = ${account.stream}::uuid`)[0]
          })
        const [judging, auditing] = [["finance", "evaluator", "auditor"], ["auditor"]]
        assert.deepStrictEqual(yield* upgraded({ roles: judging }), {
          public: true,
          columns: { roles: judging, duties: ["evaluator", "auditor"] }
        })
        assert.deepStrictEqual(yield* upgraded({ roles: auditing }), {
          public: false,
          columns: { roles: auditing, duties: auditing }
        })
        assert.deepStrictEqual(yield* upgraded({ roles: [], resting: auditing }), {
          public: false,
          columns: { roles: [], resting: auditing }
        })
      })
    )

    it.effect("finds what an earlier version wrote by what looks the same", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const events = yield* EventStore
        const row = rowOf({ title: { th: "แม่น้ำ ปี 2569" } })
        const written = stream({ access: openAccess, row })
        yield* events.append(append([written]))
        yield* sql`UPDATE record SET search = ' แม่น้ํา ปี ๒๕๖๙', search_further = ' 0-1055-12345-67-8'
          WHERE id = ${written.stream}::uuid`
        yield* sql`DROP TABLE draft, seal_key, upload, record_file`
        yield* sql`ALTER TABLE seal DROP COLUMN coded`
        yield* sql`DELETE FROM phakhi_migration WHERE migration_id >= 21`
        yield* migrate
        assert.deepStrictEqual(
          yield* sql`SELECT search, search_further AS further FROM record WHERE id = ${written.stream}::uuid`,
          [{ search: " แม่น้ำ ปี 2569", further: " 0105512345678" }]
        )
      })
    )
  })
