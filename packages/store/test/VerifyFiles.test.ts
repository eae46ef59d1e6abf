import { randomBytes, randomUUID } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Layer, Stream } from "effect"
import * as FileStore from "../src/Files.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { verify } from "../src/Verify.ts"
import { append, event, stream } from "./Sample.ts"
import { embedded } from "./Stores.ts"

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "phakhi-verify-files-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

describe("Verification of files", () => {
  layer(Layer.provideMerge(SealAnchor.layerMemory, embedded), { excludeTestServices: true })((it) => {
    it.effect("SEC-4 names those that an event names and that are gone, and every one that was changed", () =>
      Effect.gen(function* () {
        const path = yield* folder
        const files = yield* Effect.provide(FileStore.Files, FileStore.layer(path))
        const put = () => files.put(Stream.make(new TextEncoder().encode(randomUUID())))
        const [whole, gone, changed] = [yield* put(), yield* put(), yield* put()]
        const loose = yield* put()
        const events = yield* EventStore
        const written = stream({
          events: [event("Attached", { evidence: whole }), event("Attached", { letters: [{ letter: gone }, changed] })]
        })
        yield* events.append(append([written]))
        assert.deepStrictEqual((yield* verify({ files })).findings, [])

        const placeOf = (digest: string) => join(path, "files", digest.slice(0, 2), digest)
        rmSync(placeOf(gone.digest))
        writeFileSync(placeOf(changed.digest), randomBytes(3_000_000))
        writeFileSync(placeOf(loose.digest), "")
        const { findings } = yield* verify({ files })
        const at = { record: written.record, stream: written.stream, version: 2 }
        assert.sameDeepMembers(
          findings.map(({ detail: _, ...place }) => place),
          [
            { kind: "file-missing", object: `file ${gone.digest}`, ...at },
            { kind: "file-changed", object: `file ${changed.digest}`, ...at },
            { kind: "file-changed", object: `file ${loose.digest}` }
          ]
        )
        rmSync(join(path, "files"), { recursive: true })
        writeFileSync(join(path, "files"), "")
        assert.include(
          (yield* verify({ files })).findings.map(({ kind }) => kind),
          "file-changed"
        )
      }).pipe(Effect.scoped)
    )
  })
})
