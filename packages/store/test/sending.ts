import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import * as Outbox from "../src/Outbox.ts"
import { claim, empty, finished, later, message, numbers, one, waiting } from "./Messages.ts"
import { append, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"

export const contract = (name: string, store: TestStore) =>
  describe(`The outbox on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      it.effect("hands out what an append wrote with its events, oldest first, and once", () =>
        Effect.gen(function* () {
          yield* empty
          const events = yield* EventStore
          yield* events.append(append([stream()], { outbox: [message("t", 1), message("t", 2)] }))
          yield* events.append(append([stream()], { outbox: [message("t", 3)] }))
          assert.deepStrictEqual(numbers(yield* claim).toSorted(), [1, 2, 3])
          assert.deepStrictEqual(yield* claim, [])
        })
      )

      it.effect("holds nothing of an append that was refused or of a transaction that was rolled back", () =>
        Effect.gen(function* () {
          yield* empty
          const events = yield* EventStore
          const sql = yield* SqlClient.SqlClient
          const moved = stream({ expectedVersion: 7 })
          yield* Effect.flip(events.append(append([moved], { outbox: [message("t", 1)] })))
          yield* Effect.exit(
            sql.withTransaction(Effect.andThen(Outbox.enqueue([message("t", 2)]), Effect.fail("rolled back")))
          )
          assert.deepStrictEqual(yield* claim, [])
        })
      )

      it.effect("writes a message with an id of its own once, however often it is asked for", () =>
        Effect.gen(function* () {
          yield* empty
          const again = { ...message("t", 1), id: randomUUID() }
          yield* Outbox.enqueue([again, again])
          yield* Outbox.enqueue([again])
          assert.deepStrictEqual(numbers(yield* claim), [1])
        })
      )

      it.effect("keeps a message back until it is due", () =>
        Effect.gen(function* () {
          yield* empty
          const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()
          yield* Outbox.enqueue([message("t", 1, { due: tomorrow })])
          assert.deepStrictEqual(yield* claim, [])
          yield* later("25 hours")
          assert.deepStrictEqual(numbers(yield* claim), [1])
        })
      )

      it.effect("sends again what a process had taken when it died, after its lease, counting the try", () =>
        Effect.gen(function* () {
          yield* empty
          yield* one()
          yield* later("29 seconds")
          assert.deepStrictEqual(yield* claim, [])
          yield* later("1 second")
          assert.deepStrictEqual(
            (yield* claim).map(({ tries }) => tries),
            [2]
          )
        })
      )

      it.effect("of one key sends the next only when the one before is done or given up", () =>
        Effect.gen(function* () {
          yield* empty
          const keyed = (n: number) => message("t", n, { key: "endpoint" })
          yield* Outbox.enqueue([keyed(1), keyed(2), keyed(3), message("t", 9, { key: "another" })])
          const [first, other] = yield* claim
          assert.deepStrictEqual(numbers([first, other].filter((taken) => taken !== undefined)).toSorted(), [1, 9])
          assert.deepStrictEqual(yield* claim, [])
          const head = first?.payload["n"] === 1 ? first : other
          yield* Outbox.postpone(head as Outbox.Outgoing, new Outbox.Retry({ reason: "no answer" }))
          assert.deepStrictEqual(yield* claim, [])
          yield* later("1 second")
          const [again] = yield* claim
          yield* Outbox.markDone(again as Outbox.Outgoing)
          const [second] = yield* claim
          assert.strictEqual(second?.payload["n"], 2)
          yield* Outbox.giveUp(second as Outbox.Outgoing, "no such address")
          assert.deepStrictEqual(numbers(yield* claim), [3])
        })
      )

      it.effect("of one key a message for another day holds nobody up", () =>
        Effect.gen(function* () {
          yield* empty
          const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()
          yield* Outbox.enqueue([message("t", 1, { key: "k", due: tomorrow }), message("t", 2, { key: "k" })])
          assert.deepStrictEqual(numbers(yield* claim), [2])
        })
      )

      it.effect("whoever was away for longer than the lease has no say about a message any more", () =>
        Effect.gen(function* () {
          yield* empty
          const away = yield* one()
          yield* later("30 seconds")
          const [taken] = yield* claim
          yield* Outbox.giveUp(away, "too late")
          yield* Outbox.postpone(away, new Outbox.Retry({ reason: "too late" }))
          assert.deepStrictEqual(yield* waiting(away.id), { seconds: 30, reason: null, tries: 2 })
          yield* Outbox.markDone(taken as Outbox.Outgoing)
          yield* Outbox.postpone(away, new Outbox.Retry({ reason: "too late" }))
          assert.deepStrictEqual(yield* finished(away.id), { done: true, failed: false })
        })
      )

      it.effect("forgets what was sent a week ago, and nothing else", () =>
        Effect.gen(function* () {
          yield* empty
          const sql = yield* SqlClient.SqlClient
          yield* Outbox.enqueue([message("t", 1), message("t", 2), message("t", 3)])
          yield* sql`UPDATE outbox SET done_at = now() - interval '8 days' WHERE payload->>'n' = '1'`
          yield* sql`UPDATE outbox SET done_at = now() - interval '6 days' WHERE payload->>'n' = '2'`
          yield* sql`UPDATE outbox SET failed_at = now() - interval '8 days', last_error = 'x' WHERE payload->>'n' = '3'`
          yield* Outbox.forgetSent
          const left = yield* sql<{ n: string }>`SELECT payload->>'n' AS n FROM outbox ORDER BY n`
          assert.deepStrictEqual(
            left.map(({ n }) => n),
            ["2", "3"]
          )
        })
      )
    })
  })
