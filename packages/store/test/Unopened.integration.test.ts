import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { freePort } from "@phakhi/testing/Port"
import { startPostgres } from "@phakhi/testing/Postgres"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import * as Postgres from "../src/Postgres.ts"
import * as Store from "../src/Store.ts"
import { isUnreachable, wordingOf } from "../src/Unopened.ts"

const secret = "sEcret%21of-the-test"

/** A server that lets its superuser in, and everybody else with a password only. */
const strict = Effect.gen(function* () {
  const folder = mkdtempSync(join(tmpdir(), "phakhi-hba-"))
  chmodSync(folder, 0o755)
  yield* Effect.addFinalizer(() => Effect.sync(() => rmSync(folder, { recursive: true, force: true })))
  const rules = join(folder, "pg_hba.conf")
  writeFileSync(rules, "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n")
  const cluster = yield* Effect.acquireRelease(
    Effect.promise(() => startPostgres({ settings: { hba_file: rules } })),
    ({ stop }) => Effect.promise(() => stop())
  )
  const sql = yield* Postgres.open({ url: cluster.url, maxConnections: 1 })
  yield* sql.unsafe("CREATE ROLE phakhi LOGIN PASSWORD 'right'")
  yield* sql.unsafe("CREATE DATABASE phakhi OWNER phakhi")
  yield* sql.unsafe("CREATE ROLE stranger LOGIN PASSWORD 'right'")
  return URL.parse(cluster.url)?.host ?? ""
})

const failureOf = (databaseUrl: string) =>
  Effect.map(
    Effect.flip(Effect.provide(Effect.void, Store.layer({ databaseUrl, sealKey: "k".repeat(32) }))),
    (failure) => ({
      unreachable: failure._tag === "SqlError" && isUnreachable(failure),
      failure,
      ...wordingOf(failure, databaseUrl)
    })
  )

describe("A database that cannot be opened", () => {
  it.live("is told by where it is and what is wrong, in both languages, without the password", () =>
    Effect.gen(function* () {
      const host = yield* strict
      const port = yield* Effect.promise(() => freePort())
      const cases = [
        {
          url: `postgres://phakhi:${secret}@${host}/phakhi`,
          says: /does not take the user or the password/u,
          unreachable: true
        },
        { url: `postgres://phakhi:${secret}@127.0.0.1:${port}/phakhi`, says: /ECONNREFUSED/u, unreachable: true },
        { url: `postgres://phakhi:right@${host}/nowhere`, says: /"nowhere" does not exist/u, unreachable: false },
        { url: `postgres://stranger:right@${host}/phakhi`, says: /permission denied/u, unreachable: false },
        { url: secret, says: /is not the address of a PostgreSQL/u, unreachable: true }
      ]
      for (const { says, unreachable, url } of cases) {
        const failed = yield* failureOf(url)
        assert.match(failed.en, says)
        assert.match(failed.th, /DATABASE_URL/u)
        assert.strictEqual(failed.unreachable, unreachable, failed.en)
        for (const text of [failed.th, failed.en]) {
          assert.notInclude(text, "sEcret")
          assert.notMatch(text, /\n\s+at /u)
        }
      }
    })
  )

  it.live("that a newer version has written to is left as it is", () =>
    Effect.gen(function* () {
      const host = yield* strict
      const databaseUrl = `postgres://phakhi:right@${host}/phakhi`
      const opened = Store.layer({ databaseUrl, sealKey: "k".repeat(32) })
      const ahead = Effect.flatMap(
        SqlClient.SqlClient,
        (sql) => sql`INSERT INTO phakhi_migration (migration_id, name) VALUES (999, 'future')`
      )
      yield* Effect.provide(ahead, opened)
      const { en, failure, th } = yield* failureOf(databaseUrl)
      assert.strictEqual(failure._tag, "StoreNewer")
      assert.include(en, "0999_future")
      assert.include(th, "0999_future")
    })
  )
})
