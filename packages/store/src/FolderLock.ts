import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Effect, Schema, type Scope } from "effect"

/** The process that has the folder open. */
export const Holder = Schema.Struct({
  pid: Schema.Int,
  url: Schema.NullOr(Schema.String),
  command: Schema.String,
  since: Schema.String
})
export type Holder = typeof Holder.Type

/** Another process has the folder open: two writers on one folder silently lose acknowledged writes. */
export class FolderLocked extends Schema.TaggedError<FolderLocked>()("FolderLocked", {
  folder: Schema.String,
  holder: Schema.NullOr(Holder)
}) {
  override get message(): string {
    const by = this.holder === null ? "another process" : `${this.holder.command} (process ${this.holder.pid})`
    return `${this.folder} is in use by ${by}${this.holder?.url ? ` at ${this.holder.url}` : ""}`
  }
}

export interface FolderLock {
  /** Tells a second process where this one answers. */
  readonly announce: (url: string) => Effect.Effect<void>
}

const decodeHolder = Schema.decodeUnknownSync(Schema.fromJsonString(Holder))

const readHolder = (path: string): Holder | null => {
  try {
    return decodeHolder(readFileSync(path, "utf8"))
  } catch {
    return null
  }
}

const isBusy = (cause: unknown): boolean => cause instanceof Error && "errcode" in cause && cause.errcode === 5

/**
 * Holds the folder for this process until the scope closes. The operating system releases the lock when the process
 * dies, however it dies; a process that is refused changes nothing in the folder.
 */
export const acquire = (
  folder: string,
  command: string,
  url: string | null
): Effect.Effect<FolderLock, FolderLocked, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.suspend(() => {
        mkdirSync(folder, { recursive: true })
        const path = join(folder, "holder.json")
        const lock = new DatabaseSync(join(folder, "lock.db"))
        try {
          lock.exec("PRAGMA busy_timeout = 0")
          lock.exec("BEGIN EXCLUSIVE")
        } catch (cause) {
          lock.close()
          if (isBusy(cause)) {
            return Effect.fail(new FolderLocked({ folder, holder: readHolder(path) }))
          }
          throw cause
        }
        const holder: Holder = { pid: process.pid, url, command, since: new Date().toISOString() }
        writeFileSync(path, JSON.stringify(holder))
        return Effect.succeed({ lock, path, holder })
      }),
      ({ lock, path }) =>
        Effect.sync(() => {
          rmSync(path, { force: true })
          lock.close()
        })
    ),
    ({ path, holder }) => ({
      announce: (url) => Effect.sync(() => writeFileSync(path, JSON.stringify({ ...holder, url })))
    })
  )
