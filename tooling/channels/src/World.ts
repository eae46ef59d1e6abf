import { makeApp } from "@phakhi/api/App"
import type { App, AppServices } from "@phakhi/api/server/Config"
import { serve } from "@phakhi/api/server/Listen"
import { catalogue as everything } from "@phakhi/domain/catalogue"
import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
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
import * as SealAnchor from "@phakhi/store/SealAnchor"
import { layerSecret, type SealKey } from "@phakhi/store/SealKey"
import { type Database, StoreDatabase } from "@phakhi/store/Store"
import { freshDatabase } from "@phakhi/testing/Database"
import { freshPglite } from "@phakhi/testing/Memory"
import { Context, Effect, Exit, Layer, ManagedRuntime, Scope } from "effect"
import { SqlClient } from "effect/sql"

export type Services = AppServices | StoreDatabase | SealKey | SealAnchor.SealAnchor

/** Under which address people reach it, and the built screens if they are wanted. */
export interface Site {
  readonly port: number
  readonly adminFolder: string
}

/** The whole of Phakhi over a store of its own: as a library, as an app without a port, and served. */
export interface World {
  readonly origin: string
  readonly site: Site | undefined
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

const migrated = Pglite.migratedBy(migrate.pipe(Effect.andThen(migrateIdentity), Effect.andThen(migrateOutbound)))

const memory = Layer.effectContext(
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
      Effect.map(Postgres.open({ url, maxConnections: 16 }), (client) =>
        made(client, { _tag: "Postgres", url, announce })
      )
    ),
    Effect.orDie
  )
)

const databases = { memory, postgres }
export type Kind = keyof typeof databases

const servicesOn = (kind: Kind, origin: string): Layer.Layer<Services> =>
  identityLayer({ url: origin }).pipe(
    Layer.provideMerge(EventStoreLayer.layer),
    Layer.provideMerge(outboundLayer({ allowPrivate: false })),
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

interface Setting {
  readonly origin: string
  readonly site: Site | undefined
  readonly catalogue: Catalogue
}

/** Serves the app over the given services until the scope closes. */
const opened = (
  services: Context.Context<Services>,
  { catalogue, origin, site }: Setting,
  port: number,
  scope: Scope.Scope
) =>
  Effect.gen(function* () {
    const screens = site === undefined ? {} : { adminFolder: site.adminFolder }
    const app = yield* makeApp({ url: origin, catalogue, fileLimit, maxInFlight: 512, ...screens })
    const listening = yield* serve(app, { host: "127.0.0.1", port, onLeaving: () => undefined })
    return { app, url: `http://127.0.0.1:${listening.port}` }
  }).pipe(Effect.provideContext(services), Scope.provide(scope))

interface Options {
  readonly catalogue?: Catalogue
  readonly site?: Site
}

export const openWorld = async (
  kind: Kind = "memory",
  { catalogue = everything, site }: Options = {}
): Promise<World> => {
  const setting = { catalogue, site, origin: `http://localhost:${site?.port ?? 4000}` }
  const runtime = ManagedRuntime.make(servicesOn(kind, setting.origin))
  const services = await runtime.runPromise(Effect.context<Services>())
  const scope = await Effect.runPromise(Scope.make())
  const served = await Effect.runPromise(opened(services, setting, site?.port ?? 0, scope))
  return {
    services,
    ...setting,
    ...served,
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
  const served = await Effect.runPromise(opened(services, world, 0, scope))
  return {
    ...world,
    ...served,
    services,
    run: (effect) => Effect.runPromise(Effect.provideContext(effect, services)),
    close: () => Effect.runPromise(Scope.close(scope, Exit.void))
  }
}
