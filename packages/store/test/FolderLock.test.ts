import { type ChildProcess, spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Option } from "effect"
import * as FolderLock from "../src/FolderLock.ts"
import * as Store from "../src/Store.ts"

const holdFolder = fileURLToPath(new URL("./holdFolder.ts", import.meta.url))

const started = (child: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once("exit", (code) => reject(new Error(`the holder ended with ${code}`)))
  })
const ended = (child: ChildProcess) => new Promise((resolve) => child.once("close", resolve))

/** Names, contents and times of change; the journal of the lock comes and goes with the lock itself. */
const everyByte = (folder: string): string => {
  const hash = createHash("sha256")
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name !== "lock.db-journal")
  for (const name of names.sort()) {
    const path = join(folder, name)
    const found = statSync(path)
    hash.update(`${name}\0${found.mtimeMs}\0${found.ctimeMs}\0`)
    if (found.isFile()) hash.update(readFileSync(path))
  }
  return hash.digest("hex")
}

describe("A folder", () => {
  it.live(
    "is refused to a second process, which changes no byte, and is free at once after kill -9, with nothing lost",
    () =>
      Effect.gen(function* () {
        const folder = join(mkdtempSync(join(tmpdir(), "phakhi-lock-")), "data")
        yield* Effect.addFinalizer(() => Effect.sync(() => rmSync(folder, { recursive: true, force: true })))
        const child = spawn(process.execPath, [holdFolder, folder], { stdio: ["ignore", "pipe", "inherit"] })
        yield* Effect.addFinalizer(() => Effect.sync(() => child.kill("SIGKILL")))
        const stored = yield* Effect.promise(() => started(child))

        const before = everyByte(folder)
        const refused = yield* Effect.flip(
          Effect.provide(EventStore, Store.layer({ folder, holder: { command: "phakhi verify" } }))
        )
        assert.strictEqual(refused._tag, "FolderLocked")
        if (refused._tag === "FolderLocked") {
          assert.strictEqual(refused.holder?.pid, child.pid)
          assert.strictEqual(refused.holder?.url, "http://localhost:3100")
          assert.strictEqual(refused.holder?.command, "phakhi start")
          assert.include(refused.message, "http://localhost:3100")
        }
        assert.strictEqual(everyByte(folder), before)

        child.kill("SIGKILL")
        yield* Effect.promise(() => ended(child))
        assert.strictEqual(statSync(folder).mode & 0o777, 0o700)
        // As an earlier version left it: the embedded database makes its files open to everybody.
        chmodSync(join(folder, "database"), 0o755)
        const found = yield* Effect.gen(function* () {
          return yield* (yield* EventStore).load("mission", stored)
        }).pipe(Effect.provide(Store.layer({ folder })))
        assert.isTrue(Option.isSome(found))
        assert.strictEqual(statSync(join(folder, "seal.key")).mode & 0o777, 0o600)
        assert.strictEqual(statSync(join(folder, "database")).mode & 0o777, 0o700)
        assert.notInclude(readdirSync(folder), "holder.json")
      })
  )

  it.live("is refused to a second store of the same process too", () =>
    Effect.gen(function* () {
      const folder = mkdtempSync(join(tmpdir(), "phakhi-lock-"))
      yield* Effect.addFinalizer(() => Effect.sync(() => rmSync(folder, { recursive: true, force: true })))
      yield* FolderLock.acquire(folder, "phakhi start", null)
      const second = yield* Effect.flip(Effect.provide(Store.StoreDatabase, Store.database({ folder })))
      assert.strictEqual(second._tag, "FolderLocked")
    })
  )
})
