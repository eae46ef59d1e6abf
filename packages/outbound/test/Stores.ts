import { migrate as migrateStore } from "@phakhi/store/Migrations"
import * as Pglite from "@phakhi/store/Pglite"
import * as Postgres from "@phakhi/store/Postgres"
import { layerSecret, type SealKey } from "@phakhi/store/SealKey"
import { freshDatabase } from "@phakhi/testing/Database"
import { freshPglite } from "@phakhi/testing/Memory"
import { Context, Effect, Layer, Logger } from "effect"
import { SqlClient } from "effect/sql"
import type { Mailer } from "../src/Mail.ts"
import { migrate } from "../src/Migrations.ts"
import { layer } from "../src/Outbound.ts"
import type { Webhooks } from "../src/Webhooks.ts"

export type TestStore = Layer.Layer<SqlClient.SqlClient | SealKey | Mailer | Webhooks>

const over = (database: Layer.Layer<SqlClient.SqlClient>): TestStore =>
  layer({ allowPrivate: true }).pipe(
    Layer.provideMerge(Layer.effectDiscard(migrateStore)),
    Layer.provideMerge(Layer.merge(database, layerSecret("the same key in every test of what goes out"))),
    Layer.provideMerge(Logger.layer([])),
    Layer.orDie
  )

const migrated = Pglite.migratedBy(Effect.andThen(migrateStore, migrate))

/** An embedded database of its own for every layer that is built. */
export const embedded: TestStore = over(
  Layer.effect(
    SqlClient.SqlClient,
    Effect.acquireRelease(
      Effect.promise(() => freshPglite(Pglite.options, migrated)),
      (db) => Effect.promise(() => db.close())
    ).pipe(
      Effect.flatMap(Pglite.fromInstance),
      Effect.map(({ client }) => client)
    )
  )
)

/** A database of its own on the PostgreSQL of the test run. */
export const server: TestStore = over(
  Layer.effectContext(
    Effect.acquireRelease(
      Effect.promise(() => freshDatabase()),
      (database) => Effect.promise(() => database.drop())
    ).pipe(
      Effect.flatMap(({ url }) => Postgres.open({ url, maxConnections: 4 })),
      Effect.map((client) => Context.make(SqlClient.SqlClient, client)),
      Effect.orDie
    )
  )
)
