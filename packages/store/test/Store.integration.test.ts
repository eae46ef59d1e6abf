import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { freshDatabase } from "@phakhi/testing/Database"
import { Effect, Option } from "effect"
import { SqlClient } from "effect/sql"
import { sealNow } from "../src/Seal.ts"
import * as Store from "../src/Store.ts"
import { verify } from "../src/Verify.ts"
import { append, stream } from "./Sample.ts"

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "phakhi-store-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const database = Effect.acquireRelease(
  Effect.promise(() => freshDatabase()),
  (made) => Effect.promise(() => made.drop())
)

describe("The store", () => {
  it.live("uses the server where a URL is given, and keeps key and files in the folder", () =>
    Effect.gen(function* () {
      const { url: databaseUrl } = yield* database
      const path = join(yield* folder, "data")
      const config = { databaseUrl, folder: path }
      const kept = stream()
      yield* Effect.gen(function* () {
        const events = yield* EventStore
        yield* events.append(append([kept]))
        yield* sealNow
        assert.strictEqual((yield* Store.StoreDatabase)._tag, "Postgres")
      }).pipe(Effect.provide(Store.layer(config)))
      assert.deepStrictEqual(readdirSync(path).sort(), ["seal.head", "seal.key"])
      yield* Effect.gen(function* () {
        const events = yield* EventStore
        assert.isTrue(Option.isSome(yield* events.load("mission", kept.stream)))
        const report = yield* verify({})
        assert.deepStrictEqual(report.findings, [])
        assert.strictEqual(report.batches, 1)
      }).pipe(Effect.provide(Store.layer(config)))
    })
  )

  it.live("started three times at once on an empty server is migrated once and works in all three", () =>
    Effect.gen(function* () {
      const { url: databaseUrl } = yield* database
      const path = yield* folder
      const start = Effect.gen(function* () {
        const events = yield* EventStore
        yield* events.append(append([stream()]))
      }).pipe(Effect.provide(Store.layer({ databaseUrl, folder: path }), { local: true }))
      yield* Effect.all([start, start, start], { concurrency: "unbounded" })
      const counted = yield* Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        return yield* sql`SELECT (SELECT count(*) FROM event)::int AS events,
          (SELECT count(DISTINCT migration_id) = count(*) FROM phakhi_migration) AS once`
      }).pipe(Effect.provide(Store.database({ databaseUrl })))
      assert.deepStrictEqual(counted, [{ events: 3, once: true }])
    })
  )

  it.live("says so where no server answers, and refuses a key that is too short", () =>
    Effect.gen(function* () {
      const path = join(yield* folder, "data")
      const silent = yield* Effect.flip(
        Effect.provide(EventStore, Store.layer({ databaseUrl: "postgres://nobody@127.0.0.1:1/none", folder: path }))
      )
      assert.strictEqual(silent._tag, "SqlError")
      const short = yield* Effect.flip(Effect.provide(EventStore, Store.layer({ sealKey: "short" })))
      assert.strictEqual(short._tag, "BadSealKey")
      assert.isFalse(existsSync(join(path, "database")))
    })
  )

  it.live("gives up a connection that the server has closed and goes on with another", () =>
    Effect.gen(function* () {
      const { url: databaseUrl } = yield* database
      const path = yield* folder
      yield* Effect.gen(function* () {
        const events = yield* EventStore
        const sql = yield* SqlClient.SqlClient
        const kept = stream()
        yield* events.append(append([kept]))
        const killed = yield* Effect.exit(
          sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()`
        )
        assert.strictEqual(killed._tag, "Failure")
        yield* events.load("mission", kept.stream).pipe(Effect.ignore)
        assert.isTrue(Option.isSome(yield* events.load("mission", kept.stream)))
      }).pipe(Effect.provide(Store.layer({ databaseUrl, folder: path, maxConnections: 3 })))
    })
  )
})
