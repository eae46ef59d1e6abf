import type { App, AppServices } from "@phakhi/api/App"
import { makeApp } from "@phakhi/api/App"
import { serve } from "@phakhi/api/server/Listen"
import { type Catalogue, catalogue as everything } from "@phakhi/domain/operations/Catalogue"
import { layer as identityLayer } from "@phakhi/identity/Identity"
import * as PlatformLayer from "@phakhi/identity/Platform"
import * as EventStoreLayer from "@phakhi/store/EventStore"
import * as FileStore from "@phakhi/store/Files"
import { migrate } from "@phakhi/store/Migrations"
import * as Pglite from "@phakhi/store/Pglite"
import * as Postgres from "@phakhi/store/Postgres"
import * as SealAnchor from "@phakhi/store/SealAnchor"
import { layerSecret, type SealKey } from "@phakhi/store/SealKey"
import { type Database, StoreDatabase } from "@phakhi/store/Store"
import { freshDatabase } from "@phakhi/testing/Database"
import { freshPglite } from "@phakhi/testing/Memory"
import { Context, Effect, Exit, Layer, ManagedRuntime, Scope } from "effect"
import { SqlClient } from "effect/sql"

export type Services = AppServices | StoreDatabase | SealKey | SealAnchor.SealAnchor

/** The whole of Phakhi over a store of its own: as a library, as an app without a port, and served. */
export interface World {
  readonly services: Context.Context<Services>
  readonly catalogue: Catalogue
  readonly app: App
  /** Where the app is served. */
  readonly url: string
  readonly run: <A, E>(effect: Effect.Effect<A, E, Services>) => Promise<A>
  readonly close: () => Promise<void>
}

const announce = () => Effect.void
export const fileLimit = 200_000

const made = (client: SqlClient.SqlClient, database: Database) =>
  Context.make(SqlClient.SqlClient, client).pipe(Context.add(StoreDatabase, database))

const memory = Layer.effectContext(
  Effect.acquireRelease(
    Effect.promise(() => freshPglite(Pglite.options)),
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
      Effect.map(Postgres.open({ url, maxConnections: 16 }), (client) =>
        made(client, { _tag: "Postgres", url, announce })
      )
    ),
    Effect.orDie
  )
)

const databases = { memory, postgres }
export type Kind = keyof typeof databases

const servicesOn = (kind: Kind): Layer.Layer<Services> =>
  identityLayer({ url: "http://localhost:4000" }).pipe(
    Layer.provideMerge(EventStoreLayer.layer),
    Layer.provideMerge(Layer.effectDiscard(migrate)),
    Layer.provideMerge(
      Layer.mergeAll(
        databases[kind],
        layerSecret("the same key in every test of the channels"),
        SealAnchor.layerMemory,
        PlatformLayer.layer,
        FileStore.layer(undefined, { maxBytes: fileLimit })
      )
    ),
    Layer.orDie
  )

/** Serves the app over the given services until the scope closes. */
const opened = (services: Context.Context<Services>, catalogue: Catalogue, scope: Scope.Scope) =>
  Effect.gen(function* () {
    const app = yield* makeApp({ url: "http://localhost:4000", catalogue, fileLimit, maxInFlight: 512 })
    const { port } = yield* serve(app, { host: "127.0.0.1", port: 0, onLeaving: () => undefined })
    return { app, url: `http://127.0.0.1:${port}` }
  }).pipe(Effect.provideContext(services), Scope.provide(scope))

export const openWorld = async (kind: Kind = "memory", catalogue: Catalogue = everything): Promise<World> => {
  const runtime = ManagedRuntime.make(servicesOn(kind))
  const services = await runtime.runPromise(Effect.context<Services>())
  const scope = await Effect.runPromise(Scope.make())
  const site = await Effect.runPromise(opened(services, catalogue, scope))
  return {
    services,
    catalogue,
    ...site,
    run: (effect) => runtime.runPromise(effect),
    close: async () => {
      await Effect.runPromise(Scope.close(scope, Exit.void))
      await runtime.dispose()
    }
  }
}

/** The same world with another event store in front: one that is busy, or that remembers otherwise. */
export const besides = async (
  world: World,
  change: (services: Context.Context<Services>) => Context.Context<Services>
): Promise<World> => {
  const services = change(world.services)
  const scope = await Effect.runPromise(Scope.make())
  const site = await Effect.runPromise(opened(services, world.catalogue, scope))
  return {
    ...world,
    ...site,
    services,
    run: (effect) => Effect.runPromise(Effect.provideContext(effect, services)),
    close: () => Effect.runPromise(Scope.close(scope, Exit.void))
  }
}
