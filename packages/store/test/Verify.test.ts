import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { runs } from "@phakhi/testing/Runs"
import { Effect, Layer, Option } from "effect"
import { SqlClient } from "effect/sql"
import { sealNow } from "../src/Seal.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { verify } from "../src/Verify.ts"
import { fill, growing, replay } from "./Counter.ts"
import { mutations, type Random } from "./Mutations.ts"
import { append } from "./Sample.ts"
import { embedded } from "./Stores.ts"

const changes = runs(1000)

/** The same mutations in every run. */
const random = (): Random => {
  let seed = 20261121
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
}

class Undone extends Error {
  readonly _tag = "Undone"
}

describe("Verification", () => {
  layer(Layer.provideMerge(SealAnchor.layerMemory, embedded), { excludeTestServices: true })((it) => {
    it.effect(`finds every one of ${changes} mutations of all kinds, and nothing in a log that nobody touched`, () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const events = yield* EventStore
        const streams = yield* fill(
          Effect.map(sealNow, (sealed) => assert.isTrue(Option.isSome(sealed))),
          2
        )
        const latest = growing("mission")
        const keyed = growing("mission")
        const remember = {
          key: "once",
          digest: "d",
          operation: "missions.register",
          record: "mission",
          stream: keyed.stream
        }
        yield* events.append(
          append([keyed.add([{ n: 1 }])], {
            cause: { operation: "missions.register", key: "once" },
            remember: { ...remember, version: 1 }
          })
        )
        const tail = [streams[0], streams[6], latest]
        for (const stream of tail) if (stream !== undefined) yield* events.append(append([stream.add([{ n: 1 }])]))

        const clean = yield* verify({ replay })
        assert.deepStrictEqual(clean.findings, [])
        assert.deepStrictEqual(
          [clean.sound, clean.events, clean.streams, clean.batches, clean.unsealed],
          [true, streams.length * 6 + 4, streams.length + 2, 3, 4]
        )

        const next = random()
        const missed: Array<string> = []
        for (let n = 0; n < changes; n++) {
          const mutate = mutations[n % mutations.length]
          if (mutate === undefined) continue
          yield* sql
            .withTransaction(
              Effect.gen(function* () {
                yield* sql`SET LOCAL session_replication_role = replica`
                const done = yield* mutate(sql, next)
                const { findings, sound } = yield* verify({ replay })
                const found = findings.some(
                  (finding) =>
                    (done.stream === undefined || finding.stream === done.stream) &&
                    (done.version === undefined || finding.version === done.version)
                )
                const first = findings[0]
                const named =
                  done.version === undefined || (first?.stream === done.stream && first?.version === done.version)
                if (sound || !found || !named) missed.push(`${done.what}: ${JSON.stringify(first)}`)
                return yield* Effect.fail(new Undone())
              })
            )
            .pipe(Effect.catchTag("Undone", () => Effect.void))
        }
        assert.deepStrictEqual(missed, [])
        assert.deepStrictEqual((yield* verify({ replay })).findings, [])
      })
    )
  })
})
