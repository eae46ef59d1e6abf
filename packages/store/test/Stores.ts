import type { Engine } from "@phakhi/domain/engine/Engine"
import { freshDatabase } from "@phakhi/testing/Database"
import { freshPglite } from "@phakhi/testing/Memory"
import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import * as EventStoreLayer from "../src/EventStore.ts"
import { migrate } from "../src/Migrations.ts"
import * as Pglite from "../src/Pglite.ts"
import * as Postgres from "../src/Postgres.ts"
import { layerSecret, type SealKey } from "../src/SealKey.ts"

export type TestServices = Engine | SqlClient.SqlClient | SealKey
export type TestStore = Layer.Layer<TestServices>

export const secret = "the same key in every test of the store"

const over = (database: Layer.Layer<SqlClient.SqlClient>): TestStore =>
  EventStoreLayer.layer.pipe(
    Layer.provideMerge(Layer.effectDiscard(migrate)),
    Layer.provideMerge(Layer.merge(database, layerSecret(secret))),
    Layer.orDie
  )

const migrated = Pglite.migratedBy(migrate)

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
export const server = (maxConnections = 10): TestStore =>
  over(
    Layer.effectContext(
      Effect.acquireRelease(
        Effect.promise(() => freshDatabase()),
        (database) => Effect.promise(() => database.drop())
      ).pipe(
        Effect.flatMap(({ url }) => Postgres.open({ url, maxConnections })),
        Effect.map((client) => Context.make(SqlClient.SqlClient, client)),
        Effect.orDie
      )
    )
  )
