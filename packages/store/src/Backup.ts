import { Clock, Effect, Option, Stream } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import {
  type BackupFailed,
  format,
  type Header,
  type Manifest,
  manifestPrefix,
  rowLine,
  type Writer,
  writer
} from "./BackupFile.ts"
import { type FileDamaged, Files, type FilesFailed } from "./Files.ts"
import { table as migrationTable } from "./Migrations.ts"
import { SealKey } from "./SealKey.ts"
import { eachPage, migrations, type Table, type TableHash, tables, tally } from "./Tables.ts"

export interface BackupOptions {
  /** Tables that are not worth keeping, such as sessions. */
  readonly leaveOut?: ReadonlyArray<string>
}

const writeTable = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, out: Writer, table: Table) {
  const counted = tally(table.name)
  yield* eachPage(sql, table, (rows) => {
    rows.forEach(counted.add)
    return out.write(rows.map((row) => rowLine(table.name, row)))
  })
  return counted.take()
})

const writeFile = Effect.fnUntraced(function* (files: Files["Service"], out: Writer, digest: string) {
  const kept = yield* files.get(digest)
  // It was an upload whose time was over.
  if (Option.isNone(kept)) return 0
  yield* out.write([JSON.stringify({ file: digest, size: kept.value.size })])
  yield* Stream.runForEach(kept.value.content, (chunk) =>
    out.write([JSON.stringify({ file: digest, chunk: Buffer.from(chunk).toString("base64") })])
  )
  return 1
})

const newestSeal = (sql: SqlClient.SqlClient) =>
  Effect.map(
    sql<{ batch: number; seal: string }>`SELECT batch, seal FROM seal ORDER BY batch DESC LIMIT 1`,
    (rows) => rows[0] ?? null
  )

/**
 * Writes everything that the store holds, as it is at one moment, to one compressed file of lines: tables, files, and a
 * manifest that the whole is checked by. The seal key is not in it: keep that somewhere else.
 */
export const backup = (
  path: string,
  options: BackupOptions = {}
): Effect.Effect<
  Manifest,
  SqlError.SqlError | BackupFailed | FilesFailed | FileDamaged,
  SqlClient.SqlClient | SealKey | Files
> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const key = yield* SealKey
    const files = yield* Files
    const at = new Date(yield* Clock.currentTimeMillis).toISOString()
    const out = yield* writer(path)
    return yield* sql
      .withTransaction(
        Effect.gen(function* () {
          yield* sql`SELECT set_config('statement_timeout', '0', true)`
          const chosen = (yield* tables(sql)).filter(({ name }) => !(options.leaveOut ?? []).includes(name))
          const header: Header = {
            phakhi: "backup",
            format,
            at,
            key: key.fingerprint,
            migrations: yield* migrations(sql, migrationTable),
            tables: chosen.map(({ name, columns }) => ({ name, columns }))
          }
          yield* out.write([JSON.stringify(header)])
          const hashes: Array<TableHash> = []
          for (const table of chosen) hashes.push(yield* writeTable(sql, out, table))
          let kept = 0
          for (const digest of yield* files.list) kept += yield* writeFile(files, out, digest)
          const manifest: Manifest = {
            tables: hashes,
            files: kept,
            seal: yield* newestSeal(sql),
            sha256: out.digest()
          }
          yield* out.finish(`${manifestPrefix}${JSON.stringify(manifest)}}`)
          return manifest
        })
      )
      .pipe(Effect.provideService(SqlClient.BeginTransaction, "BEGIN ISOLATION LEVEL REPEATABLE READ"))
  }).pipe(Effect.scoped)
