import { join } from "node:path"
import type { Engine } from "@phakhi/domain/engine/Engine"
import { Context, Effect, Layer } from "effect"
import type { Migrator, SqlError } from "effect/sql"
import { SqlClient } from "effect/sql"
import * as EventStoreLayer from "./EventStore.ts"
import * as FileStore from "./Files.ts"
import type { FolderUnusable } from "./Folder.ts"
import * as FolderLock from "./FolderLock.ts"
import { isRecorded } from "./KeyChanges.ts"
import { migrate, type StoreNewer } from "./Migrations.ts"
import * as Pglite from "./Pglite.ts"
import * as Postgres from "./Postgres.ts"
import { sealBeforeUpgrade } from "./Seal.ts"
import * as SealAnchor from "./SealAnchor.ts"
import * as SealKey from "./SealKey.ts"

export interface StoreConfig {
  /** A PostgreSQL server; without it the embedded database in `folder` is used. */
  readonly databaseUrl?: string
  /** Holds evidence files, the seal key and, without a server, the database. Absent: everything in memory. */
  readonly folder?: string
  /** `PHAKHI_SEAL_KEY`; without it the key is a file in the folder. */
  readonly sealKey?: string
  readonly maxConnections?: number
  /** What a second process on the folder is told. */
  readonly holder?: { readonly command: string; readonly url?: string }
  readonly files?: FileStore.Limits
}

/** The database behind the store, for packages that bring their own client. */
export type Database =
  | {
      readonly _tag: "Pglite"
      readonly shared: Pglite.SharedPglite
      readonly gate: Pglite.Gate
      readonly announce: FolderLock.FolderLock["announce"]
    }
  | { readonly _tag: "Postgres"; readonly url: string; readonly announce: FolderLock.FolderLock["announce"] }

export class StoreDatabase extends Context.Service<StoreDatabase, Database>()("@phakhi/store/Database") {}

export type StoreServices =
  | Engine
  | SqlClient.SqlClient
  | StoreDatabase
  | SealKey.SealKey
  | SealAnchor.SealAnchor
  | FileStore.Files
export type StoreFailure =
  | FolderLock.FolderLocked
  | FolderUnusable
  | StoreNewer
  | SealKey.BadSealKey
  | SqlError.SqlError
  | Migrator.MigrationError

const nobody: FolderLock.FolderLock = { announce: () => Effect.void }

const postgres = (url: string, maxConnections: number | undefined) =>
  Effect.map(Postgres.open({ url, ...(maxConnections === undefined ? {} : { maxConnections }) }), (client) =>
    Context.make(SqlClient.SqlClient, client).pipe(
      Context.add(StoreDatabase, { _tag: "Postgres", url, announce: nobody.announce })
    )
  )

const pglite = Effect.fnUntraced(function* (folder: string | undefined, holder: StoreConfig["holder"]) {
  const lock =
    folder === undefined
      ? nobody
      : yield* FolderLock.acquire(folder, holder?.command ?? process.argv.slice(0, 2).join(" "), holder?.url ?? null)
  const { client, shared, gate } = yield* Pglite.open(folder === undefined ? undefined : join(folder, "database"))
  return Context.make(SqlClient.SqlClient, client).pipe(
    Context.add(StoreDatabase, { _tag: "Pglite", shared, gate, announce: lock.announce })
  )
})

/** Opens the database only: nothing is migrated and no key is needed. */
export const database = (
  config: StoreConfig
): Layer.Layer<SqlClient.SqlClient | StoreDatabase, FolderLock.FolderLocked | FolderUnusable | SqlError.SqlError> =>
  config.databaseUrl === undefined
    ? Layer.effectContext(pglite(config.folder, config.holder))
    : Layer.effectContext(postgres(config.databaseUrl, config.maxConnections))

const sealKey = ({
  folder,
  sealKey: secret
}: StoreConfig): Layer.Layer<
  SealKey.SealKey,
  SealKey.BadSealKey | FolderUnusable | SqlError.SqlError,
  SqlClient.SqlClient
> => {
  if (secret !== undefined) return SealKey.layerSecret(secret)
  if (folder === undefined) return SealKey.layerForgotten
  const path = join(folder, "seal.key")
  // A change of the key that was cut off after the store had recorded it is brought to its end.
  return Layer.provide(SealKey.layerFile(path), Layer.effectDiscard(SealKey.takeNext(path, isRecorded)))
}

const anchor = ({ folder }: StoreConfig): Layer.Layer<SealAnchor.SealAnchor> =>
  folder === undefined ? SealAnchor.layerMemory : SealAnchor.layerFile(join(folder, "seal.head"))

/** The whole store: PostgreSQL where a URL is given, a folder otherwise, migrated to this version. */
export const layer = (config: StoreConfig): Layer.Layer<StoreServices, StoreFailure> =>
  EventStoreLayer.layer.pipe(
    Layer.provideMerge(Layer.effectDiscard(Effect.andThen(sealBeforeUpgrade, migrate))),
    // The lock comes first: a process that is refused must not make a key either.
    Layer.provideMerge(
      Layer.mergeAll(sealKey(config), anchor(config), FileStore.layer(config.folder, config.files)).pipe(
        Layer.provideMerge(database(config))
      )
    )
  )
