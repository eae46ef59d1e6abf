import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { drain } from "../src/Outbox.ts"
import { append, stream } from "./Sample.ts"
import { embedded } from "./Stores.ts"

describe("The outbox", () => {
  layer(embedded, { excludeTestServices: true })((it) => {
    it.effect("sends in order, stops at a failure, goes on from there, and sends nothing twice", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const message = (n: number) => ({ topic: "reminder", payload: { n } })
        yield* events.append(append([stream()], { outbox: [message(1), message(2)] }))
        yield* events.append(append([stream()], { outbox: [message(3)] }))

        const sent: Array<unknown> = []
        const ids = new Set<string>()
        const send = (failing: number) => (outgoing: { id: string; payload: { readonly [field: string]: unknown } }) =>
          Effect.suspend(() => {
            if (outgoing.payload["n"] === failing) return Effect.fail("no answer")
            sent.push(outgoing.payload["n"])
            ids.add(outgoing.id)
            return Effect.void
          })
        assert.strictEqual(yield* Effect.flip(drain(send(2))), "no answer")
        assert.deepStrictEqual(sent, [1])
        assert.strictEqual(yield* drain(send(0)), 2)
        assert.strictEqual(yield* drain(send(0)), 0)
        assert.deepStrictEqual(sent, [1, 2, 3])
        assert.strictEqual(ids.size, 3)
      })
    )

    it.effect("leaves a message to the process that has taken it, and takes it over when that one is gone", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const sql = yield* SqlClient.SqlClient
        yield* events.append(append([stream()], { outbox: [{ topic: "t", payload: { first: true } }] }))
        yield* events.append(append([stream()], { outbox: [{ topic: "t", payload: { first: false } }] }))
        const order: Array<unknown> = []
        const slow = drain((outgoing) =>
          Effect.gen(function* () {
            const other = yield* drain(() => Effect.sync(() => order.push("twice")).pipe(Effect.asVoid))
            assert.strictEqual(other, 0)
            order.push(outgoing.payload["first"])
          })
        )
        assert.strictEqual(yield* slow, 2)
        assert.deepStrictEqual(order, [true, false])

        yield* events.append(append([stream()], { outbox: [{ topic: "t", payload: {} }] }))
        yield* sql`UPDATE outbox SET claimed_until = now() + interval '5 seconds' WHERE sent_at IS NULL`
        assert.strictEqual(yield* drain(() => Effect.void), 0)
        yield* sql`UPDATE outbox SET claimed_until = now() - interval '1 second' WHERE sent_at IS NULL`
        assert.strictEqual(yield* drain(() => Effect.void), 1)
      })
    )
  })
})
