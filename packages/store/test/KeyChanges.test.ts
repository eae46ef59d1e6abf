import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, it, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import * as EventStoreLayer from "../src/EventStore.ts"
import { changeKey } from "../src/KeyChanges.ts"
import { sealNow } from "../src/Seal.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { keyedWith, layerFile, layerSecret, layNext, SealKey, takeNext } from "../src/SealKey.ts"
import { verify } from "../src/Verify.ts"
import { isSealedWith } from "../src/VerifySeals.ts"
import { growing, person, replay } from "./Counter.ts"
import { append } from "./Sample.ts"
import { embedded, secret as first } from "./Stores.ts"

const second = "the key that comes after the first one, long enough"
const third = "the key that comes after the second, long enough"

/** As a process of these keys does it, the newest first. */
const by = (...keys: ReadonlyArray<string>) =>
  Effect.provide(EventStoreLayer.layer.pipe(Layer.provideMerge(layerSecret(keys.join("\n")))), { local: true })

const write = (stream: ReturnType<typeof growing>, data: { readonly [field: string]: unknown }) =>
  Effect.flatMap(Effect.service(EventStore), (events) => events.append(append([stream.add([data])])))

const kinds = Effect.map(verify({ replay }), ({ findings }) => [...new Set(findings.map(({ kind }) => kind))])
const isOwn = Effect.flatMap(SqlClient.SqlClient, (sql) => Effect.flatMap(SealKey, (key) => isSealedWith(sql, key)))

class Undone extends Error {
  readonly _tag = "Undone"
}

layer(Layer.provideMerge(SealAnchor.layerMemory, embedded), { excludeTestServices: true })((it) => {
  it.effect("SEC-4 a key that was changed twice leaves a sound store, and signs nothing any more", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const stream = growing("mission")
      const erased = person("คนที่ขอให้ลบ")
      yield* Effect.gen(function* () {
        yield* write(stream, { n: 1, personal: { ...person("คนที่ยังอยู่"), phone: "1" } })
        yield* write(stream, { n: 1, personal: { ...erased, phone: "2" } })
        yield* sealNow
        const events = yield* EventStore
        yield* events.append(append([stream.forget(erased.subject)]))
        yield* changeKey(keyedWith(second), [])
      }).pipe(by(first))
      assert.deepStrictEqual(yield* kinds.pipe(by(second, first)), [])

      yield* Effect.andThen(write(stream, { n: 2, personal: { ...person("คนใหม่"), phone: "3" } }), sealNow).pipe(
        by(second, first)
      )
      yield* Effect.andThen(write(stream, { n: 2 }), changeKey(keyedWith(third), [])).pipe(by(second, first))
      const now = by(third, second, first)
      yield* write(stream, { n: 3 }).pipe(now)
      yield* sealNow.pipe(now)
      const report = yield* verify({ replay }).pipe(now)
      assert.deepStrictEqual([report.findings, report.erased, report.unsealed], [[], 1, 0])

      assert.deepStrictEqual(
        [
          yield* isOwn.pipe(now),
          yield* isOwn.pipe(by(second, first)),
          yield* isOwn.pipe(by(first)),
          yield* isOwn.pipe(by(third))
        ],
        [true, false, false, false]
      )
      assert.include(yield* kinds.pipe(by(third)), "key-change-broken")
      assert.include(yield* kinds.pipe(by(second, first)), "key-change-broken")

      const tampered = (text: string) =>
        sql
          .withTransaction(
            Effect.gen(function* () {
              yield* sql`SET LOCAL session_replication_role = replica`
              yield* sql.unsafe(text)
              assert.include(yield* kinds, "key-change-broken", text)
              return yield* Effect.fail(new Undone())
            })
          )
          .pipe(
            Effect.catchTag("Undone", () => Effect.void),
            now
          )
      yield* tampered("DELETE FROM seal_key WHERE n = 2")
      yield* tampered("UPDATE seal_key SET n = n + 5")
      yield* tampered("UPDATE seal_key SET upto = upto + 5 WHERE n = 2")
      yield* tampered("UPDATE seal_key SET batch = batch + 1 WHERE n = 1")
      yield* tampered("UPDATE seal_key SET fingerprint = reverse(fingerprint) WHERE n = 1")
      // Whoever has the old key makes what was before the change anew.
      yield* tampered("UPDATE seal SET seal = reverse(seal) WHERE batch = (SELECT batch FROM seal_key WHERE n = 1)")

      const other = growing("mission")
      yield* write(other, { n: 9 }).pipe(by(first))
      yield* sealNow.pipe(now)
      const { findings } = yield* verify({ replay }).pipe(now)
      const forged = { kind: "event-forged" as const, stream: other.stream, version: 1 }
      assert.deepStrictEqual(
        findings.map(({ kind, stream, version }) => ({ kind, stream, version })),
        // Nor is it sealed.
        [forged, { ...forged, kind: "event-inserted" as const }]
      )
    })
  )
})

it.effect("SEC-4 a change of the key that is cut off anywhere leaves the keys that the store is of", () =>
  Effect.gen(function* () {
    const folder = yield* Effect.acquireRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "phakhi-key-"))),
      (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
    )
    const path = join(folder, "seal.key")
    writeFileSync(path, `${first}\n`)
    const keys = Effect.map(Effect.service(SealKey), ({ before, fingerprint }) => [fingerprint, before.length])
    const inFile = Effect.provide(keys, layerFile(path), { local: true })
    const laid = yield* layNext(path)

    yield* takeNext(path, () => Effect.succeed(false))
    assert.deepStrictEqual(yield* inFile, [keyedWith(first).fingerprint, 0])
    assert.strictEqual(yield* layNext(path), laid)

    const isRecorded = (fingerprint: string) => Effect.succeed(fingerprint === keyedWith(laid).fingerprint)
    yield* takeNext(path, isRecorded)
    assert.deepStrictEqual(yield* inFile, [keyedWith(laid).fingerprint, 1])
    assert.deepStrictEqual(readdirSync(folder), ["seal.key"])

    writeFileSync(`${path}.next`, `${laid}\n`)
    yield* takeNext(path, isRecorded)
    assert.strictEqual(readFileSync(path, "utf8"), `${laid}\n${first}\n`)
  })
)
