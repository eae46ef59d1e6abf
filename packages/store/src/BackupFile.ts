import { createHash, type Hash } from "node:crypto"
import { createReadStream } from "node:fs"
import { open, rename, rm } from "node:fs/promises"
import { pipeline } from "node:stream/promises"
import { createGunzip, createGzip, type Gzip } from "node:zlib"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { Effect, Schema, type Scope } from "effect"

export const format = 1

const TableHash = Schema.Struct({ name: Schema.String, rows: Schema.Int, hash: Schema.String })

/** The first line: what the backup needs of the store that takes it back. */
export const Header = Schema.Struct({
  phakhi: Schema.Literal("backup"),
  format: Schema.Literal(format),
  at: Schema.String,
  key: Schema.String,
  migrations: Schema.Array(Schema.String),
  tables: Schema.Array(Schema.Struct({ name: Schema.String, columns: Schema.Array(Schema.String) }))
})
export type Header = typeof Header.Type

/** The last line: what must have been read before it. */
export const Manifest = Schema.Struct({
  tables: Schema.Array(TableHash),
  files: Schema.Int,
  seal: Schema.NullOr(Schema.Struct({ batch: Schema.Int, seal: Schema.String })),
  sha256: Schema.String
})
export type Manifest = typeof Manifest.Type

/** A row is written and read back as the text that the database gave. */
export const rowLine = (table: string, row: string): string => `{"table":${JSON.stringify(table)},"row":${row}}`
export const rowPrefix = (table: string): string => `{"table":${JSON.stringify(table)},"row":`
export const manifestPrefix = `{"manifest":`

export class BackupFailed extends Schema.TaggedError<BackupFailed>()("BackupFailed", {
  reason: Schema.String,
  reasonTh: Schema.String
}) {}

/** Why the system does not read or write a file, for people; undefined where it is not about the path. */
export const pathTrouble = (path: string, cause: unknown): Wording | undefined => {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return { th: `ไม่พบไฟล์หรือโฟลเดอร์ของ ${path}`, en: `there is no ${path}, or no folder for it` }
    case "EISDIR":
      return { th: `${path} เป็นโฟลเดอร์ ไม่ใช่ไฟล์`, en: `${path} is a folder, not a file` }
    case "EACCES":
    case "EPERM":
      return { th: `ไม่มีสิทธิ์ใช้ ${path}`, en: `${path} is not open to this user` }
    case "EROFS":
      return { th: `ดิสก์ของ ${path} เปิดให้อ่านอย่างเดียว`, en: `${path} lies on a disk that is read-only` }
    case "ENOSPC":
    case "EDQUOT":
      return { th: `ดิสก์ของ ${path} เต็ม`, en: `the disk of ${path} is full` }
    default:
      return undefined
  }
}

const failed = (path: string) => (cause: unknown) => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const { en, th } = pathTrouble(path, cause) ?? { th: reason, en: reason }
  return new BackupFailed({ reason: en, reasonTh: th })
}

export interface Writer {
  readonly write: (lines: ReadonlyArray<string>) => Effect.Effect<void, BackupFailed>
  /** sha-256 of everything written so far. */
  readonly digest: () => string
  readonly finish: (last: string) => Effect.Effect<void, BackupFailed>
}

const put = (gzip: Gzip, hash: Hash, text: string): Promise<void> => {
  hash.update(text)
  return gzip.write(text) ? Promise.resolve() : new Promise((resolve) => gzip.once("drain", resolve))
}

/** Writes beside the path and takes its place only when everything is on the disk. */
export const writer = (path: string): Effect.Effect<Writer, BackupFailed, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.tryPromise({ try: () => open(`${path}.partial`, "w", 0o600), catch: failed(path) }),
      (file) =>
        Effect.promise(async () => {
          await file.close().catch(() => undefined)
          await rm(`${path}.partial`, { force: true })
        })
    ),
    (file) => {
      const gzip = createGzip({ level: 6 })
      const written = (async () => {
        for await (const chunk of gzip) await file.writeFile(chunk)
      })()
      // A full disk is told to whoever writes next.
      written.catch(() => undefined)
      const hash = createHash("sha256")
      const attempt = (use: () => Promise<void>) =>
        Effect.tryPromise({ try: () => Promise.race([use(), written]), catch: failed(path) })
      return {
        write: (lines) => attempt(() => put(gzip, hash, `${lines.join("\n")}\n`)),
        digest: () => hash.copy().digest("hex"),
        finish: (last) =>
          Effect.tryPromise({
            try: async () => {
              gzip.end(`${last}\n`)
              await written
              await file.sync()
              await rename(`${path}.partial`, path)
            },
            catch: failed(path)
          })
      }
    }
  )

const longestLine = 256 * 1024 * 1024

/** The lines of a backup, compressed or not, some at a time. Throws where the file is cut or damaged. */
export async function* lines(path: string): AsyncGenerator<ReadonlyArray<string>> {
  const probe = await open(path)
  const magic = Buffer.alloc(2)
  await probe.read(magic, 0, 2, 0).finally(() => probe.close())
  const file = createReadStream(path)
  const gunzip = createGunzip()
  const compressed = magic[0] === 0x1f && magic[1] === 0x8b
  if (compressed) pipeline(file, gunzip).catch((cause: Error) => gunzip.destroy(cause))
  const decoder = new TextDecoder("utf-8", { fatal: true })
  let rest = ""
  try {
    for await (const chunk of compressed ? gunzip : file) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n")
      rest = parts.pop() ?? ""
      if (rest.length > longestLine) throw new Error("a line without end")
      if (parts.length > 0) yield parts
    }
    if (rest + decoder.decode() !== "") throw new Error("the last line is cut")
  } finally {
    file.destroy()
    gunzip.destroy()
  }
}
