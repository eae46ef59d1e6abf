import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, it, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { sealNow } from "../src/Seal.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { layerFile, layerSecret, SealKey } from "../src/SealKey.ts"
import { isSealedWith } from "../src/VerifySeals.ts"
import { growing } from "./Counter.ts"
import { append } from "./Sample.ts"
import { embedded } from "./Stores.ts"

const fingerprint = Effect.map(Effect.service(SealKey), (key) => key.fingerprint)
const key = "a key of the agency, long enough to seal"

it.effect("a key is the same key from a setting and from a file, with or without the end of its line", () =>
  Effect.gen(function* () {
    const folder = yield* Effect.acquireRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "phakhi-key-"))),
      (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
    )
    const path = join(folder, "seal.key")
    writeFileSync(path, `${key}\r\n`)
    const fromSetting = yield* Effect.provide(fingerprint, layerSecret(key))
    assert.strictEqual(yield* Effect.provide(fingerprint, layerSecret(`${key}\n`)), fromSetting)
    assert.strictEqual(yield* Effect.provide(fingerprint, layerFile(path)), fromSetting)
  })
)

it.effect("a key that is short, or only white space, is refused where it was given", () =>
  Effect.gen(function* () {
    for (const secret of ["", "short", " ".repeat(64), `${" ".repeat(40)}short`]) {
      const refused = yield* Effect.flip(Effect.provide(fingerprint, layerSecret(secret)))
      assert.deepInclude(refused, { _tag: "BadSealKey", where: "PHAKHI_SEAL_KEY" })
    }
  })
)

layer(Layer.provideMerge(SealAnchor.layerMemory, embedded), { excludeTestServices: true })((it) => {
  it.effect("a store knows the key that it was sealed with from another, and one without seals takes any", () =>
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const events = yield* EventStore
      const isOwn = Effect.flatMap(Effect.service(SealKey), (key) => isSealedWith(sql, key))
      const isOther = Effect.provide(isOwn, layerSecret(key))
      assert.deepStrictEqual([yield* isOwn, yield* isOther], [true, true])
      for (let n = 0; n < 3; n++) {
        yield* events.append(append([growing("mission").add([{ n: 1 }])]))
        yield* sealNow
        assert.deepStrictEqual([yield* isOwn, yield* isOther], [true, false])
      }
      yield* sql`ALTER TABLE seal DISABLE TRIGGER ALL`
      yield* sql`UPDATE seal SET seal = 'changed' WHERE batch = 3`
      assert.isTrue(yield* isOwn)
    })
  )
})
