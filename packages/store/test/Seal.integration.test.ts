import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Layer, Option } from "effect"
import { sealNow } from "../src/Seal.ts"
import * as SealAnchor from "../src/SealAnchor.ts"
import { verify } from "../src/Verify.ts"
import { growing, replay } from "./Counter.ts"
import { append } from "./Sample.ts"
import { server } from "./Stores.ts"

describe("Sealing", () => {
  layer(Layer.provideMerge(SealAnchor.layerMemory, server()), { excludeTestServices: true })((it) => {
    it.effect("SEC-4 by several servers at once makes one batch that covers everything", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        for (let round = 1; round <= 5; round++) {
          const streams = Array.from({ length: 5 }, () => growing("mission"))
          yield* Effect.forEach(streams, (one) => events.append(append([one.add([{ n: 1 }])])))
          const sealed = yield* Effect.all(
            Array.from({ length: 4 }, () => sealNow),
            { concurrency: "unbounded" }
          )
          assert.lengthOf(sealed.filter(Option.isSome), 1)
          const { batches, findings, unsealed } = yield* verify({ replay })
          assert.deepStrictEqual({ batches, findings, unsealed }, { batches: round, findings: [], unsealed: 0 })
        }
      })
    )
  })
})
