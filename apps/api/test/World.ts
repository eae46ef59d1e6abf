import { layer as identityLayer } from "@phakhi/identity/Identity"
import { migrate as migrateIdentity } from "@phakhi/identity/Migrations"
import * as PlatformLayer from "@phakhi/identity/Platform"
import { migrate as migrateOutbound } from "@phakhi/outbound/Migrations"
import { layer as outboundLayer } from "@phakhi/outbound/Outbound"
import * as EventStoreLayer from "@phakhi/store/EventStore"
import * as FileStore from "@phakhi/store/Files"
import { migrate } from "@phakhi/store/Migrations"
import * as Pglite from "@phakhi/store/Pglite"
import * as Postgres from "@phakhi/store/Postgres"
import { layerSecret } from "@phakhi/store/SealKey"
import { type Database, StoreDatabase } from "@phakhi/store/Store"
import { freshDatabase } from "@phakhi/testing/Database"
import { freshPglite } from "@phakhi/testing/Memory"
import { Context, Effect, Layer, ManagedRuntime } from "effect"
import { SqlClient } from "effect/sql"
import { makeApp } from "../src/App.ts"
import type { ApiConfig, App, AppServices } from "../src/server/Config.ts"

export const url = "http://localhost:4000"

const announce = () => Effect.void

const made = (client: SqlClient.SqlClient, database: Database) =>
  Context.make(SqlClient.SqlClient, client).pipe(Context.add(StoreDatabase, database))

const migrated = Pglite.migratedBy(migrate.pipe(Effect.andThen(migrateIdentity), Effect.andThen(migrateOutbound)))

/** A database of its own in memory, with nothing in it. */
export const memory = Layer.effectContext(
  Effect.acquireRelease(
    Effect.promise(() => freshPglite(Pglite.options, migrated)),
    (db) => Effect.promise(() => db.close())
  ).pipe(
    Effect.flatMap(Pglite.fromInstance),
    Effect.map(({ client, gate, shared }) => made(client, { _tag: "Pglite", shared, gate, announce }))
  )
)

const postgres = Layer.effectContext(
  Effect.acquireRelease(
    Effect.promise(() => freshDatabase()),
    (database) => Effect.promise(() => database.drop())
  ).pipe(
    Effect.flatMap(({ url }) =>
      Effect.map(Postgres.open({ url }), (client) => made(client, { _tag: "Postgres", url, announce }))
    ),
    Effect.orDie
  )
)

const layers = { memory, postgres }

const servicesOn = (kind: keyof typeof layers, allowPrivate: boolean): Layer.Layer<AppServices> =>
  identityLayer({ url }).pipe(
    Layer.provideMerge(EventStoreLayer.layer),
    Layer.provideMerge(outboundLayer({ allowPrivate })),
    Layer.provideMerge(Layer.effectDiscard(migrate)),
    Layer.provideMerge(
      Layer.mergeAll(
        layers[kind],
        layerSecret("the same key in every test of the API"),
        PlatformLayer.layer,
        FileStore.layer(undefined, { maxBytes: 200_000 })
      )
    ),
    Layer.orDie
  )

export interface World {
  readonly app: App
  readonly run: <A, E>(effect: Effect.Effect<A, E, AppServices>) => Promise<A>
  readonly close: () => Promise<void>
}

/** The whole API over a store of its own, without a port. */
export const openWorld = async (
  config: Partial<ApiConfig> = {},
  kind: keyof typeof layers = "memory",
  allowPrivate = false
): Promise<World> => {
  const runtime = ManagedRuntime.make(servicesOn(kind, allowPrivate))
  const app = await runtime.runPromise(makeApp({ url, fileLimit: 200_000, ...config }))
  return { app, run: (effect) => runtime.runPromise(effect), close: () => runtime.dispose() }
}
