import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { makeFolder, unusable } from "../src/Folder.ts"
import * as Store from "../src/Store.ts"
import { wordingOf } from "../src/Unopened.ts"
import { verify } from "../src/Verify.ts"

const temporary = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "phakhi-folder-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
)

const failureOf = (folder: string) => Effect.flip(Effect.provide(Effect.void, Layer.fresh(Store.layer({ folder }))))

const cause = (code: string) => Object.assign(new Error(`${code}: refused`), { code })

describe("A folder that cannot be used", () => {
  it.live("is told by its path and a way out, in both languages", () =>
    Effect.gen(function* () {
      const folder = yield* temporary
      const file = join(folder, "file")
      writeFileSync(file, "")
      for (const [path, trouble] of [
        [file, "NotAFolder"],
        [join(file, "below", "it"), "NotAFolder"],
        ...(existsSync("/proc/self") ? [["/proc/nowhere/at/all", "NoPlace"] as const] : [])
      ] as const) {
        const failure = yield* failureOf(path)
        assert.strictEqual(failure._tag, "FolderUnusable", path)
        if (failure._tag === "FolderUnusable") assert.strictEqual(failure.trouble, trouble)
        const { en, th } = wordingOf(failure, undefined)
        for (const text of [th, en]) {
          assert.include(text, "/")
          assert.include(text, "PHAKHI_DATA")
        }
      }
    })
  )

  it("says what the system refuses, each in its own words", () => {
    const said = ["ENOTDIR", "EACCES", "EROFS", "ENOSPC", "ENOENT", "EIO"].map((code) => unusable("/x", cause(code)))
    assert.deepStrictEqual(
      said.map(({ trouble }) => trouble),
      ["NotAFolder", "NotPermitted", "ReadOnly", "Full", "NoPlace", "Unusable"]
    )
    assert.lengthOf(new Set(said.map(({ message }) => message)), said.length)
  })

  it.live("is made with those above it", () =>
    Effect.gen(function* () {
      const path = join(yield* temporary, "a", "b", "c")
      makeFolder(path)
      makeFolder(path)
      assert.isTrue(statSync(path).isDirectory())
    })
  )
})

describe("A folder that is damaged", () => {
  it.live("is told apart by what is damaged in it", () =>
    Effect.gen(function* () {
      const root = yield* temporary
      const whole = join(root, "whole")
      yield* Effect.provide(Effect.void, Store.layer({ folder: whole }))
      const copy = (name: string, harm: (folder: string) => void) => {
        const folder = join(root, name)
        cpSync(whole, folder, { recursive: true })
        harm(folder)
        return folder
      }

      const lock = yield* failureOf(copy("lock", (at) => writeFileSync(join(at, "lock.db"), "not a database")))
      assert.match(wordingOf(lock, undefined).en, /lock\.db cannot be read.*delete this file/u)

      const data = yield* failureOf(copy("data", (at) => writeFileSync(join(at, "database", "PG_VERSION"), "3\n")))
      assert.match(wordingOf(data, undefined).en, /database cannot be opened.*restore BACKUP/u)

      const key = yield* failureOf(
        copy("key", (at) => {
          rmSync(join(at, "seal.key"))
          mkdirSync(join(at, "seal.key"))
        })
      )
      assert.match(wordingOf(key, undefined).th, /seal\.key/u)

      const short = yield* failureOf(copy("short", (at) => writeFileSync(join(at, "seal.key"), "short")))
      assert.strictEqual(short._tag, "BadSealKey")
      assert.match(wordingOf(short, undefined).th, /seal\.key สั้นเกินไป/u)
    })
  )

  it.live("does not keep verify from looking on where the newest seal cannot be read", () =>
    Effect.gen(function* () {
      const folder = yield* temporary
      writeFileSync(join(folder, "seal.head"), "not a seal")
      const report = yield* Effect.provide(verify(), Store.layer({ folder }))
      assert.deepStrictEqual(
        report.findings.map(({ kind }) => kind),
        ["anchor-unreadable"]
      )
      assert.isFalse(report.sound)
    })
  )

  it.live("that a newer version has written to is left as it is", () =>
    Effect.gen(function* () {
      const folder = yield* temporary
      const ahead = Effect.flatMap(
        SqlClient.SqlClient,
        (sql) => sql`INSERT INTO phakhi_migration (migration_id, name) VALUES (999, 'future')`
      )
      yield* Effect.provide(ahead, Store.layer({ folder }))
      const failure = yield* failureOf(folder)
      assert.strictEqual(failure._tag, "StoreNewer")
      assert.include(wordingOf(failure, undefined).th, "0999_future")
    })
  )
})
