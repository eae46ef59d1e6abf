import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Layer, Option, Stream } from "effect"
import { SqlClient } from "effect/sql"
import { backup } from "../src/Backup.ts"
import * as FileStore from "../src/Files.ts"
import { restore } from "../src/Restore.ts"
import { sealNow } from "../src/Seal.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { layerSecret } from "../src/SealKey.ts"
import { tableHashes } from "../src/Tables.ts"
import { verify } from "../src/Verify.ts"
import { fill, growing, person } from "./Counter.ts"
import { append, stream } from "./Sample.ts"
import { embedded, server, type TestStore } from "./Stores.ts"

const around = (store: TestStore) =>
  Layer.mergeAll(SealAnchor.layerMemory, FileStore.layer(undefined)).pipe(Layer.provideMerge(store), Layer.fresh)

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "phakhi-backup-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const evidence = new TextEncoder().encode("%PDF-1.7 หลักฐาน\n".repeat(20_000))

const forgotten = person("ลืมแล้ว")

const filled = Effect.gen(function* () {
  const events = yield* EventStore
  const files = yield* FileStore.Files
  const streams = yield* fill(sealNow)
  const named = growing("mission")
  yield* events.append(append([named.add([{ n: 1, personal: forgotten }])]))
  yield* events.append(append([named.forget(forgotten.subject)]))
  const plain = stream({
    record: "plain",
    postings: [{ debit: "big:1", credit: "big:2", amount: 9_007_199_254_740_993n }]
  })
  yield* events.append(
    append([plain], {
      cause: { operation: "o", key: "k" },
      outbox: [{ topic: "letter", payload: { ก: 1.5 } }],
      remember: { key: "k", operation: "o", digest: "d", record: "plain", stream: plain.stream, version: 1 }
    })
  )
  yield* files.put(Stream.make(evidence))
  return streams
})

const hashes = Effect.flatMap(SqlClient.SqlClient, (sql) => tableHashes(sql))

const pairs = [
  ["PGlite", embedded, "PostgreSQL", server(4)],
  ["PostgreSQL", server(4), "PGlite", embedded]
] as const

describe("A backup", () => {
  for (const [from, source, to, target] of pairs) {
    it.live(`of ${from} comes back on ${to} with equal hashes, seals and files, and goes on from there`, () =>
      Effect.gen(function* () {
        const path = join(yield* folder, "backup.ndjson.gz")
        const before = yield* Effect.gen(function* () {
          yield* filled
          const manifest = yield* backup(path)
          return { manifest, tables: yield* hashes }
        }).pipe(Effect.provide(around(source)))
        assert.deepStrictEqual(before.manifest.tables, before.tables)
        assert.isAbove(before.tables.find(({ name }) => name === "event")?.rows ?? 0, 100)

        yield* Effect.gen(function* () {
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const files = yield* FileStore.Files
          yield* restore(path)
          assert.deepStrictEqual(yield* hashes, before.tables)
          const clean = yield* verify({})
          assert.deepStrictEqual(clean.findings, [])
          const digest = (yield* files.list)[0] ?? ""
          const kept = Option.getOrThrow(yield* files.get(digest))
          assert.strictEqual(kept.size, evidence.byteLength)
          const big = yield* sql<{ balance: bigint }>`SELECT balance FROM ledger_balance WHERE account = 'big:2'`
          assert.strictEqual(big[0]?.balance, 9_007_199_254_740_993n)

          yield* events.append(append([stream()], { outbox: [{ topic: "next", payload: {} }] }))
          assert.isTrue(Option.isSome(yield* sealNow))
          assert.deepStrictEqual((yield* verify({})).findings, [])

          const again = yield* Effect.flip(restore(path))
          assert.strictEqual(again._tag, "BackupRefused")
          assert.include(again.message, "not empty")
        }).pipe(Effect.provide(around(target)))
      })
    )
  }

  it.live("is refused before anything is written when it is cut, changed, foreign or made with another key", () =>
    Effect.gen(function* () {
      const path = join(yield* folder, "backup.ndjson.gz")
      yield* Effect.andThen(filled, backup(path)).pipe(Effect.provide(around(embedded)))
      const whole = readFileSync(path)
      const text = gunzipSync(whole).toString("utf8")
      const lines = text.split("\n")
      const row = lines.findIndex((line) => line.startsWith('{"table":"event"'))
      const file = lines.findIndex((line) => line.startsWith('{"file":'))
      const without = (index: number) => gzipSync(lines.filter((_, other) => other !== index).join("\n"))
      const bad: ReadonlyArray<readonly [string, Uint8Array]> = [
        ["cut", whole.subarray(0, whole.length - 100)],
        ["cut at a line", gzipSync(`${lines.slice(0, 40).join("\n")}\n`)],
        [
          "a bit flipped",
          Buffer.concat([whole.subarray(0, 2000), Buffer.from([(whole[2000] ?? 0) ^ 1]), whole.subarray(2001)])
        ],
        ["a row removed", without(row)],
        ["a file's line removed", without(file)],
        ["a row changed", gzipSync(text.replace('"n": 1}', '"n": 7}'))],
        ["a row twice", gzipSync([...lines.slice(0, row), lines[row], ...lines.slice(row)].join("\n"))],
        ["something after the end", gzipSync(`${text}{"table":"event","row":{}}\n`)],
        ["another format", gzipSync(text.replace('"format":1', '"format":2'))],
        ["empty", new Uint8Array()],
        ["not a backup", Buffer.from("hello\n")]
      ]
      yield* Effect.gen(function* () {
        const files = yield* FileStore.Files
        const untouched = yield* hashes
        for (const [what, content] of bad) {
          writeFileSync(path, content)
          const refused = yield* Effect.flip(restore(path))
          assert.strictEqual(refused._tag, "BackupRefused", what)
          assert.deepStrictEqual(yield* hashes, untouched, what)
          assert.deepStrictEqual(yield* files.list, [], what)
        }
        assert.strictEqual((yield* Effect.flip(restore(`${path}.none`)))._tag, "BackupRefused")
        writeFileSync(path, whole)
        const foreign = yield* Effect.flip(restore(path).pipe(Effect.provide(layerSecret("another key".repeat(5)))))
        assert.include(foreign.message, "another key")
        writeFileSync(path, text)
        yield* restore(path)
      }).pipe(Effect.provide(around(server(4))))
    })
  )
})
