import { assert, describe, layer } from "@effect/vitest"
import { Effect, Option } from "effect"
import { SqlClient } from "effect/sql"
import { claim, enqueue } from "../src/Outbox.ts"
import { type Span, tick } from "../src/Tick.ts"
import type { TestStore } from "./Stores.ts"

const nothing = () => Effect.void

/** Time passes since the clock ran last. */
const later = (interval: string) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.asVoid(sql`UPDATE tick SET slot = slot - ${interval}::interval, follows = follows - ${interval}::interval`)
  )

const slots = Effect.flatMap(SqlClient.SqlClient, (sql) => sql<{ slot: Date }>`SELECT slot FROM tick ORDER BY slot`)
const never = Effect.flatMap(SqlClient.SqlClient, (sql) => Effect.asVoid(sql`DELETE FROM tick`))

const millis = (span: Span) => Date.parse(span.upto) - Date.parse(span.after ?? "")

/** Long enough that no slot ends while a test runs. */
const daily = 24 * 60 * 60

export const contract = (name: string, store: TestStore) =>
  describe(`The clock on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      it.effect("begins with everything, and runs once in a slot", () =>
        Effect.gen(function* () {
          yield* never
          const first = Option.getOrThrow(yield* tick(daily, nothing))
          assert.isNull(first.after)
          assert.match(first.upto, /T00:00:00\.000Z$/)
          assert.isTrue(Option.isNone(yield* tick(daily, () => Effect.die("twice in one slot"))))
          assert.strictEqual((yield* slots).length, 1)
        })
      )

      it.effect("after a pause hands over all slots that were missed, as one span that joins the last", () =>
        Effect.gen(function* () {
          yield* never
          const before = Option.getOrThrow(yield* tick(daily, nothing))
          yield* later("10 days")
          const caughtUp = Option.getOrThrow(yield* tick(daily, nothing))
          assert.strictEqual(millis(caughtUp), 10 * daily * 1000)
          assert.strictEqual(caughtUp.upto, before.upto)
          assert.isTrue(Option.isNone(yield* tick(daily, nothing)))
        })
      )

      it.effect("keeps what was done in the slot together with the slot, or neither of them", () =>
        Effect.gen(function* () {
          yield* never
          const due = enqueue([{ topic: "t", payload: {} }])
          const failed = yield* Effect.flip(tick(daily, () => Effect.andThen(due, Effect.fail("broke"))))
          assert.strictEqual(failed, "broke")
          assert.deepStrictEqual(yield* slots, [])
          assert.deepStrictEqual(yield* claim({ limit: 1, leaseSeconds: 1 }), [])
          const again = Option.getOrThrow(yield* tick(daily, () => due))
          assert.isNull(again.after)
          assert.strictEqual((yield* claim({ limit: 9, leaseSeconds: 1 })).length, 1)
        })
      )

      it.effect("remembers the slots of a month", () =>
        Effect.gen(function* () {
          yield* never
          yield* tick(daily, nothing)
          yield* later("20 days")
          yield* tick(daily, nothing)
          yield* later("20 days")
          yield* tick(daily, nothing)
          assert.strictEqual((yield* slots).length, 2)
        })
      )
    })
  })
