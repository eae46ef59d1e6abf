import { assert, describe, layer } from "@effect/vitest"
import { Deferred, Effect, Fiber, Option } from "effect"
import { SqlClient } from "effect/sql"
import { tick } from "../src/Tick.ts"
import { contract } from "./clock.ts"
import { server } from "./Stores.ts"

contract("PostgreSQL", server())

describe("Clocks of several processes", () => {
  layer(server(16), { excludeTestServices: true })((it) => {
    it.effect("one of them wins, and the others do not wait for it", () =>
      Effect.gen(function* () {
        const begun = yield* Deferred.make<void>()
        const mayEnd = yield* Deferred.make<void>()
        const winner = yield* Effect.forkChild(
          tick(86_400, () => Effect.andThen(Deferred.succeed(begun, undefined), Deferred.await(mayEnd)))
        )
        yield* Deferred.await(begun)
        const others = yield* Effect.all(
          Array.from({ length: 8 }, () => tick(86_400, () => Effect.die("two winners"))),
          { concurrency: "unbounded" }
        )
        assert.isTrue(others.every(Option.isNone))
        yield* Deferred.succeed(mayEnd, undefined)
        assert.isTrue(Option.isSome(yield* Fiber.join(winner)))
        assert.isTrue(Option.isNone(yield* tick(86_400, () => Effect.die("twice in one slot"))))
      })
    )

    it.effect("of many that begin at once one does the work", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        yield* sql`DELETE FROM tick`
        let ran = 0
        const run = tick(86_400, () => Effect.sync(() => void ran++))
        const outcomes = yield* Effect.all(
          Array.from({ length: 16 }, () => run),
          { concurrency: "unbounded" }
        )
        assert.deepStrictEqual([ran, outcomes.filter(Option.isSome).length], [1, 1])
      })
    )
  })
})
