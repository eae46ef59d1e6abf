import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { problemOf } from "@phakhi/domain/catalogue"
import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { EventStore, everyRow } from "@phakhi/domain/engine/EventStore"
import { replay } from "@phakhi/domain/replay/Replay"
import { Identity } from "@phakhi/identity/Identity"
import { loadedData } from "@phakhi/identity/Installation"
import type { FolderUnusable } from "@phakhi/store/Folder"
import * as FolderLock from "@phakhi/store/FolderLock"
import { Effect, Schema } from "effect"
import { SqlClient } from "effect/sql"
import type { DemoLogin, DemoLogins } from "./Config.ts"

/** Everybody in the demonstration data signs in with this; no other store has such a login. */
export const demoPassword = "phakhi-demo-2569"

export class DemoStopped extends Schema.TaggedError<DemoStopped>()("DemoStopped", { reason: Schema.String }) {
  override get message(): string {
    return this.reason
  }
}

/** The files of demonstration data, in the order of their names, as one. */
export const readDemo = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".ndjson"))
        .sort()
        .map((name) => readFileSync(join(folder, name), "utf8").trimEnd())
        .join("\n")
    : ""

const accounts = Effect.gen(function* () {
  const store = yield* EventStore
  const { data } = yield* store.list(everyRow("account", 500, { status: ["active"] }))
  return data
})

/** Loads the data once; a start that was cut off goes on where it stopped. Answers how many operations were carried out. */
export const loadDemo = Effect.fnUntraced(function* (
  catalogue: Catalogue,
  text: string,
  on: { readonly begin: () => void; readonly progress: (done: number, total: number) => void }
) {
  const sql = yield* SqlClient.SqlClient
  const digest = createHash("sha256").update(text).digest("hex")
  const before = yield* Effect.orDie(loadedData(sql))
  if (before === digest) return { loaded: 0, changed: false }
  if (before !== null) return { loaded: 0, changed: true }
  on.begin()
  const { done } = yield* replay(catalogue, {
    text,
    actor: null,
    onProgress: ({ done, total }) => Effect.sync(() => on.progress(done, total))
  }).pipe(
    Effect.mapError(({ id, line, operation, refusal }) => {
      const { en, rule, th } = problemOf(refusal)
      return new DemoStopped({ reason: `${line} ${id ?? ""} ${operation ?? ""} [${rule}]\n${th}\n${en}` })
    })
  )
  const identity = yield* Identity
  const ids = (yield* accounts).map(({ id }) => id)
  if (ids.length > 0) {
    yield* Effect.mapError(
      identity.setPasswords(ids, demoPassword),
      ({ _tag }) => new DemoStopped({ reason: `demo logins: ${_tag}` })
    )
  }
  yield* Effect.orDie(identity.markLoaded(digest))
  return { loaded: done, changed: false }
})

const Words = Schema.Struct({ th: Schema.String, en: Schema.String })
const Logins = Schema.fromJsonString(
  Schema.Array(
    Schema.Struct({
      email: Schema.String,
      roles: Schema.Array(Schema.String),
      role: Words,
      organisation: Words
    })
  )
)

/** Everyone whom the data lists, with their password. */
export const demoLogins = (folder: string): DemoLogins => {
  const path = join(folder, "logins.json")
  const listed = existsSync(path) ? Schema.decodeUnknownSync(Logins)(readFileSync(path, "utf8")) : []
  return {
    password: demoPassword,
    logins: listed.map(({ email, organisation, role }) => ({ email, role, organisation }))
  }
}

/** The first login of each position. */
export const firstLogins = ({ logins }: DemoLogins): ReadonlyArray<DemoLogin> => {
  const seen = new Set<string>()
  return logins.filter(({ role }) => {
    const isNew = !seen.has(role.en)
    seen.add(role.en)
    return isNew
  })
}

/** Empties the folder, unless another process has it open. */
export const resetFolder = (folder: string): Effect.Effect<void, FolderLock.FolderLocked | FolderUnusable> =>
  Effect.scoped(
    Effect.andThen(
      FolderLock.acquire(folder, "phakhi demo --reset", null),
      Effect.sync(() => {
        for (const name of readdirSync(folder)) {
          if (!/^(?:lock\.db|holder\.json)/.test(name)) rmSync(join(folder, name), { recursive: true, force: true })
        }
      })
    )
  )
