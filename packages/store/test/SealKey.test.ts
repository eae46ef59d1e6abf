import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { layerFile, layerSecret, SealKey } from "../src/SealKey.ts"

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
