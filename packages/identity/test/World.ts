import type { DemoMark } from "@phakhi/domain/engine/DemoMark"
import type { Engine } from "@phakhi/domain/engine/Engine"
import type { Platform } from "@phakhi/domain/engine/Platform"
import * as EventStoreLayer from "@phakhi/store/EventStore"
import { migrate } from "@phakhi/store/Migrations"
import * as Pglite from "@phakhi/store/Pglite"
import * as Postgres from "@phakhi/store/Postgres"
import { layerSecret, type SealKey } from "@phakhi/store/SealKey"
import { type Database, StoreDatabase } from "@phakhi/store/Store"
import { freshDatabase } from "@phakhi/testing/Database"
import { freshPglite } from "@phakhi/testing/Memory"
import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { type Identity, layer } from "../src/Identity.ts"
import { migrate as migrateIdentity } from "../src/Migrations.ts"
import * as PlatformLayer from "../src/Platform.ts"

export const secret = "the same key in every test of identity"

export type Services = Engine | SqlClient.SqlClient | StoreDatabase | SealKey | Platform | Identity | DemoMark
export type World = Layer.Layer<Services>

const announce = () => Effect.void

const over = (database: Layer.Layer<SqlClient.SqlClient | StoreDatabase>): World =>
  layer({ url: "http://localhost:4000" }).pipe(
    Layer.provideMerge(EventStoreLayer.layer),
    Layer.provideMerge(Layer.effectDiscard(migrate)),
    Layer.provideMerge(Layer.mergeAll(database, layerSecret(secret), PlatformLayer.layer)),
    Layer.orDie
  )

const made = (client: SqlClient.SqlClient, database: Database) =>
  Context.make(SqlClient.SqlClient, client).pipe(Context.add(StoreDatabase, database))

const migrated = Pglite.migratedBy(Effect.andThen(migrate, migrateIdentity))

/** An embedded database of its own, with the gate that everybody has to pass. */
export const embedded: World = over(
  Layer.effectContext(
    Effect.acquireRelease(
      Effect.promise(() => freshPglite(Pglite.options, migrated)),
      (db) => Effect.promise(() => db.close())
    ).pipe(
      Effect.flatMap(Pglite.fromInstance),
      Effect.map(({ client, gate, shared }) => made(client, { _tag: "Pglite", shared, gate, announce }))
    )
  )
)

/** A database of its own on the PostgreSQL of the test run. */
export const server: World = over(
  Layer.effectContext(
    Effect.acquireRelease(
      Effect.promise(() => freshDatabase()),
      (database) => Effect.promise(() => database.drop())
    ).pipe(
      Effect.flatMap(({ url }) =>
        Effect.map(Postgres.open({ url, maxConnections: 8 }), (client) =>
          made(client, { _tag: "Postgres", url, announce })
        )
      ),
      Effect.orDie
    )
  )
)
