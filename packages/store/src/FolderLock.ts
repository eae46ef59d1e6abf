import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Effect, Schema, type Scope } from "effect"
import { damaged, type FolderUnusable, made, unusable } from "./Folder.ts"

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

const open = (folder: string) => {
  const path = join(folder, "lock.db")
  return Effect.try({
    try: () => new DatabaseSync(path),
    catch: (cause) => unusable(path, cause)
  })
}

const take = (lock: DatabaseSync, folder: string) =>
  Effect.try({
    try: () => {
      lock.exec("PRAGMA busy_timeout = 0")
      lock.exec("BEGIN EXCLUSIVE")
    },
    catch: (cause) => {
      lock.close()
      return isBusy(cause)
        ? new FolderLocked({ folder, holder: readHolder(join(folder, "holder.json")) })
        : damaged(join(folder, "lock.db"), cause, "BrokenLock")
    }
  })

const announced = (lock: DatabaseSync, path: string, holder: Holder) =>
  Effect.try({
    try: () => writeFileSync(path, JSON.stringify(holder)),
    catch: (cause) => {
      lock.close()
      return unusable(path, cause)
    }
  })

/**
 * Holds the folder for this process until the scope closes. The operating system releases the lock when the process
 * dies, however it dies; a process that is refused changes nothing in the folder.
 */
export const acquire = (
  folder: string,
  command: string,
  url: string | null
): Effect.Effect<FolderLock, FolderLocked | FolderUnusable, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.gen(function* () {
        yield* made(folder)
        const path = join(folder, "holder.json")
        const lock = yield* open(folder)
        yield* take(lock, folder)
        const holder: Holder = { pid: process.pid, url, command, since: new Date().toISOString() }
        yield* announced(lock, path, holder)
        return { lock, path, holder }
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
