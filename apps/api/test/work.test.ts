import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import * as PlatformLayer from "@phakhi/identity/Platform"
import { layer as outboundLayer } from "@phakhi/outbound/Outbound"
import * as EventStoreLayer from "@phakhi/store/EventStore"
import { migrate } from "@phakhi/store/Migrations"
import { enqueue, listFailed } from "@phakhi/store/Outbox"
import { layerForgotten } from "@phakhi/store/SealKey"
import { Deferred, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Log, LogLine } from "../src/server/Log.ts"
import { work } from "../src/server/Work.ts"
import { memory } from "./World.ts"

const services = outboundLayer({ allowPrivate: false }).pipe(
  Layer.provideMerge(EventStoreLayer.layer),
  Layer.provideMerge(Layer.effectDiscard(migrate)),
  Layer.provideMerge(Layer.mergeAll(memory, layerForgotten, PlatformLayer.layer)),
  Layer.orDie
)

const listening = (heard: (line: LogLine) => void): Log => ({
  write: heard,
  enabled: () => true,
  flush: () => Promise.resolve()
})

describe("The work of the server that nobody asks for", () => {
  layer(services, { excludeTestServices: true })((it) => {
    it.effect("says in the log what it could not send, without the words of it, and keeps it to be looked at", () =>
      Effect.gen(function* () {
        const id = randomUUID()
        const said = yield* Deferred.make<LogLine>()
        const log = listening((line) => {
          if (line["outbox"] === id) Deferred.doneUnsafe(said, Effect.succeed(line))
        })
        yield* Effect.scoped(
          Effect.gen(function* () {
            yield* work({ publicUrl: "http://localhost", worker: true, workerPoll: 5 }, log)
            yield* enqueue([{ id, topic: "pigeon", payload: { secret: "สมหญิง" } }])
            const line = yield* Deferred.await(said)
            assert.deepStrictEqual(
              [line.level, line.message, line["topic"], line["tries"]],
              ["error", "a message was given up", "pigeon", 1]
            )
            assert.notInclude(JSON.stringify(line), "สมหญิง")
          })
        )
        const { data } = yield* listFailed({ limit: 10 })
        assert.deepStrictEqual(
          data.map((failed) => [failed.id, failed.reason]),
          [[id, "nobody sends messages of the topic pigeon"]]
        )
      })
    )

    it.effect("is left to other processes where the setting says so", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const id = randomUUID()
        yield* Effect.scoped(
          Effect.andThen(
            work(
              { publicUrl: "http://localhost", worker: false, workerPoll: 1 },
              listening(() => undefined)
            ),
            enqueue([{ id, topic: "mail", payload: {} }])
          )
        )
        const [left] = yield* sql<{ tries: number }>`SELECT tries FROM outbox WHERE id = ${id}::uuid`
        assert.strictEqual(left?.tries, 0)
      })
    )
  })
})
