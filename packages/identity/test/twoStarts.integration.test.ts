import { assert, it } from "@effect/vitest"
import * as Store from "@phakhi/store/Store"
import { freshDatabase } from "@phakhi/testing/Database"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { Identity, layer } from "../src/Identity.ts"
import { migrationCount } from "../src/Migrations.ts"
import * as Platform from "../src/Platform.ts"

it.live("two servers that start at once on an empty database make the tables once", () =>
  Effect.gen(function* () {
    const database = yield* Effect.acquireRelease(
      Effect.promise(() => freshDatabase()),
      ({ drop }) => Effect.promise(() => drop())
    )
    const started = Effect.gen(function* () {
      const identity = yield* Identity
      const sql = yield* SqlClient.SqlClient
      const rows = yield* sql.unsafe<{ n: number }>(`SELECT count(*)::int AS n FROM phakhi_identity_migration`)
      return { demo: (yield* identity.installation).demo, migrations: rows[0]?.n }
    }).pipe(
      Effect.provide(
        layer({ url: "http://localhost:4000" }).pipe(
          Layer.provideMerge(Platform.layer),
          Layer.provideMerge(
            Store.layer({ databaseUrl: database.url, sealKey: "two servers share the key that seals" })
          )
        )
      )
    )
    const both = yield* Effect.all([started, started, started], { concurrency: "unbounded" })
    for (const one of both) assert.deepStrictEqual(one, { demo: false, migrations: migrationCount })
  }).pipe(Effect.scoped)
)
