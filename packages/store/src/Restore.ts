import { createHash, type Hash } from "node:crypto"
import { Effect, Schema, Stream } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { Header, lines, Manifest, manifestPrefix, pathTrouble, rowPrefix } from "./BackupFile.ts"
import { Files, type FilesFailed } from "./Files.ts"
import { table as migrationTable } from "./Migrations.ts"
import { SealAnchor } from "./SealAnchor.ts"
import { SealKey } from "./SealKey.ts"
import { takeStatistics } from "./Statistics.ts"
import { advanceSequences, insert, isEmpty, migrations, type Table, tableHashes, tables, tally } from "./Tables.ts"

/** The backup cannot be taken back here, or is not whole; nothing has been written. */
export class BackupRefused extends Schema.TaggedError<BackupRefused>()("BackupRefused", {
  reason: Schema.String,
  reasonTh: Schema.String
}) {
  override get message(): string {
    return this.reason
  }
}

const damaged = "ไฟล์สำรองไม่ครบถ้วน ถูกแก้ไข หรืออ่านไม่ได้"
const otherVersion = "ไฟล์สำรองมาจากโปรแกรมอีกรุ่นหนึ่ง กู้คืนด้วยรุ่นเดียวกับที่สำรอง"

const refuse = (reason: string, reasonTh = damaged) => new BackupRefused({ reason, reasonTh })
const broken = (cause: unknown) => refuse(cause instanceof Error ? cause.message : String(cause))

const decodeHeader = Schema.decodeUnknownEffect(Schema.fromJsonString(Header))
const decodeManifest = Schema.decodeUnknownEffect(Schema.fromJsonString(Manifest))
const FileLine = Schema.fromJsonString(
  Schema.Struct({
    file: Schema.String,
    size: Schema.optionalKey(Schema.Int),
    chunk: Schema.optionalKey(Schema.String)
  })
)
const decodeFile = Schema.decodeUnknownSync(FileLine)

const unread = (path: string) => (cause: unknown) => {
  const trouble = pathTrouble(path, cause)
  return trouble === undefined ? broken(cause) : refuse(trouble.en, trouble.th)
}

const read = (path: string) => Stream.fromAsyncIterable(lines(path), unread(path))

/** What the reader of a backup is told, in the order of the file. */
interface Visitor<E> {
  readonly rows: (table: string, rows: ReadonlyArray<string>) => Effect.Effect<void, E>
  readonly file: (digest: string, size: number) => void
  readonly chunk: (digest: string, chunk: Buffer) => void
}

const tableOf = (line: string): string => {
  const end = line.indexOf('","row":')
  if (!line.startsWith('{"table":"') || end < 0) throw new Error("a line that is neither a row nor a file")
  return JSON.parse(line.slice(9, end + 1))
}

const visitLines = Effect.fnUntraced(function* <E>(batch: ReadonlyArray<string>, visitor: Visitor<E>) {
  let table = ""
  let rows: Array<string> = []
  for (const line of batch) {
    if (line.startsWith('{"file":')) {
      const { file, size, chunk } = decodeFile(line)
      if (size !== undefined) visitor.file(file, size)
      if (chunk !== undefined) visitor.chunk(file, Buffer.from(chunk, "base64"))
      continue
    }
    const name = tableOf(line)
    if (name !== table && rows.length > 0) {
      yield* visitor.rows(table, rows)
      rows = []
    }
    table = name
    rows.push(line.slice(rowPrefix(name).length, -1))
  }
  if (rows.length > 0) yield* visitor.rows(table, rows)
})

/** Goes through a backup once; the first and last lines are taken off and given back. */
const visit = Effect.fnUntraced(function* <E>(path: string, visitor: Visitor<E>) {
  const hash = createHash("sha256")
  let header: string | undefined
  let manifest: string | undefined
  yield* Stream.runForEach(read(path), (batch) => {
    const body: Array<string> = []
    for (const line of batch) {
      if (manifest !== undefined) return Effect.fail(refuse("there is something after the manifest"))
      if (line.startsWith(manifestPrefix)) {
        manifest = line.slice(manifestPrefix.length, -1)
        continue
      }
      hash.update(line).update("\n")
      if (header === undefined) header = line
      else body.push(line)
    }
    return Effect.suspend(() => visitLines(body, visitor)).pipe(
      Effect.catchDefect((cause) => Effect.fail(broken(cause)))
    )
  })
  if (header === undefined || manifest === undefined) return yield* refuse("the manifest is missing: the file is cut")
  return {
    header: yield* decodeHeader(header).pipe(
      Effect.mapError(() => refuse("this is not a backup of this version", otherVersion))
    ),
    manifest: yield* decodeManifest(manifest).pipe(Effect.mapError(() => refuse("the manifest cannot be read"))),
    sha256: hash.digest("hex")
  }
})

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** Reads the whole file before anything is written. */
const examine = Effect.fnUntraced(function* (path: string) {
  const tallies = new Map<string, ReturnType<typeof tally>>()
  const files = new Map<string, { readonly hash: Hash; readonly size: number; read: number }>()
  const { header, manifest, sha256 } = yield* visit<never>(path, {
    rows: (table, rows) => {
      const counted = tallies.get(table) ?? tally(table)
      tallies.set(table, counted)
      rows.forEach(counted.add)
      return Effect.void
    },
    file: (digest, size) => files.set(digest, { hash: createHash("sha256"), size, read: 0 }),
    chunk: (digest, chunk) => {
      const file = files.get(digest)
      if (file === undefined) throw new Error(`a part of an unknown file ${digest}`)
      file.hash.update(chunk)
      file.read += chunk.byteLength
    }
  })
  if (sha256 !== manifest.sha256) return yield* refuse("the file is not what its manifest says: it was changed")
  const read = header.tables.map(({ name }) => (tallies.get(name) ?? tally(name)).take())
  if (!same(read, manifest.tables)) return yield* refuse("a table is not what the manifest says")
  if (files.size !== manifest.files) return yield* refuse("files are missing")
  for (const [digest, { hash, size, read: length }] of files) {
    if (length !== size || hash.digest("hex") !== digest) return yield* refuse(`the file ${digest} is damaged`)
  }
  return { header, manifest }
})

const fits = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, header: Header) {
  const key = yield* SealKey
  if (header.key !== key.fingerprint)
    return yield* refuse(
      "the seals were made with another key: set PHAKHI_SEAL_KEY to it, or put its seal.key into the data folder",
      "ผนึกทำด้วยกุญแจอื่น ตั้ง PHAKHI_SEAL_KEY ให้เป็นกุญแจเดิม หรือวางไฟล์ seal.key เดิมในโฟลเดอร์ข้อมูล"
    )
  if (!same(header.migrations, yield* migrations(sql, migrationTable))) {
    return yield* refuse("the backup was made by another version", otherVersion)
  }
  const here = yield* tables(sql)
  const chosen: Array<Table> = []
  for (const { name, columns } of header.tables) {
    const table = here.find((other) => other.name === name)
    if (table === undefined || !same(table.columns, columns))
      return yield* refuse(`the table ${name} is not the same here`, otherVersion)
    chosen.push(table)
  }
  for (const table of chosen) {
    if (!(yield* isEmpty(sql, table)))
      return yield* refuse(
        `the store is not empty: ${table.name} has rows`,
        `ที่เก็บข้อมูลไม่ว่าง: ตาราง ${table.name} มีข้อมูลแล้ว`
      )
  }
  const leftOut = here.filter((table) => !chosen.includes(table)).map(({ name }) => name)
  return { chosen: new Map(chosen.map((table) => [table.name, table])), leftOut }
})

const readmitFiles = Effect.fnUntraced(function* (path: string, files: Files["Service"]) {
  let current: { readonly digest: string; readonly chunks: Array<Buffer> } | undefined
  const settle = Effect.suspend(() => {
    const done = current
    current = undefined
    return done === undefined ? Effect.void : Effect.asVoid(files.readmit(Stream.fromIterable(done.chunks)))
  })
  yield* Stream.runForEach(read(path), (batch) =>
    Effect.forEach(
      batch.filter((line) => line.startsWith('{"file":')),
      (line) => {
        const { file, chunk } = decodeFile(line)
        const part = chunk === undefined ? [] : [Buffer.from(chunk, "base64")]
        if (current?.digest === file) {
          current.chunks.push(...part)
          return Effect.void
        }
        return Effect.andThen(
          settle,
          Effect.sync(() => {
            current = { digest: file, chunks: part }
          })
        )
      },
      { discard: true }
    )
  )
  yield* settle
})

/**
 * Takes a backup back into an empty store of the same version with the same seal key, on whichever database. The file is
 * read and checked whole first; then the tables come back in one transaction that ends only if they equal the manifest.
 */
export const restore = (
  path: string
): Effect.Effect<
  Manifest,
  BackupRefused | SqlError.SqlError | FilesFailed,
  SqlClient.SqlClient | SealKey | SealAnchor | Files
> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const files = yield* Files
    const anchor = yield* SealAnchor
    const { header, manifest } = yield* examine(path)
    const { chosen, leftOut } = yield* fits(sql, header)
    yield* readmitFiles(path, files)
    yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* sql`SELECT set_config('statement_timeout', '0', true)`
        yield* visit<BackupRefused | SqlError.SqlError>(path, {
          rows: (name, rows) => {
            const table = chosen.get(name)
            return table === undefined
              ? Effect.fail(refuse(`rows of an unknown table ${name}`))
              : Effect.asVoid(insert(sql, table, rows))
          },
          file: () => undefined,
          chunk: () => undefined
        })
        for (const name of chosen.keys()) yield* advanceSequences(sql, name)
        if (!same(yield* tableHashes(sql, leftOut), manifest.tables)) {
          return yield* refuse("what was written is not what the backup holds")
        }
        yield* takeStatistics
      })
    )
    if (manifest.seal !== null) yield* anchor.write(manifest.seal)
    return manifest
  })
