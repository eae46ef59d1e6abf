import { assert, describe, layer } from "@effect/vitest"
import { claim, enqueue, listFailed } from "@phakhi/store/Outbox"
import { attempt, start } from "@phakhi/store/Worker"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { failuresUntilDisabled } from "../src/Endpoints.ts"
import { senders } from "../src/Outbound.ts"
import { Webhooks } from "../src/Webhooks.ts"
import { connected, drain, idOf, nextTry, publish, verified } from "./Connected.ts"
import type { TestStore } from "./Stores.ts"

export const contract = (name: string, store: TestStore) =>
  describe(`Webhooks on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      it.effect("reach the endpoints of their owner that want them, signed, as a receiver's library verifies", () =>
        Effect.gen(function* () {
          const { endpoints } = yield* Webhooks
          const { owner, secret, there } = yield* connected()
          const other = yield* connected()
          yield* endpoints.create(owner, { name: "อีกระบบ", url: `${there.url}/other`, topics: ["agreement.signed"] })
          yield* publish(owner, { title: "บ้านพักผู้สูงอายุ" })
          yield* drain
          assert.deepStrictEqual([there.arrived.length, other.there.arrived.length], [1, 0])
          const [arrived = assert.fail("nothing arrived")] = there.arrived
          const read = verified(secret, arrived) as { readonly type: string; readonly data: unknown }
          assert.deepStrictEqual([read.type, read.data], ["report.submitted", { title: "บ้านพักผู้สูงอายุ" }])
          assert.throws(() => verified(other.secret, arrived))
        }).pipe(Effect.scoped)
      )

      it.effect("are sent to an endpoint once, also when the process dies after it has handed them out", () =>
        Effect.gen(function* () {
          const { deliveries } = yield* Webhooks
          const { id: endpoint, owner, there } = yield* connected()
          const id = yield* publish(owner)
          const [message] = yield* claim({ limit: 1, leaseSeconds: 30 })
          assert.strictEqual(message?.id, id)
          yield* senders.webhook.deliver(message ?? assert.fail("nothing to send"))
          yield* nextTry
          const sql = yield* SqlClient.SqlClient
          const [published] = yield* sql<{ done: boolean }>`SELECT done_at IS NOT NULL AS done FROM outbox
            WHERE id = ${id}::uuid`
          assert.isTrue(published?.done)
          assert.strictEqual(there.arrived.length, 1)
          const [delivery] = yield* deliveries.list(owner, endpoint, { limit: 10 })
          assert.strictEqual(delivery?.id, idOf(there))
        }).pipe(Effect.scoped)
      )

      it.effect("are tried again under the same id, in order, and the log says what came of it", () =>
        Effect.gen(function* () {
          let failing = true
          const { deliveries } = yield* Webhooks
          const { id, owner, there } = yield* connected(
            (response) => void response.writeHead(failing ? 503 : 200).end()
          )
          yield* publish(owner, { n: 1 })
          yield* drain
          yield* publish(owner, { n: 2 })
          yield* drain
          assert.strictEqual(there.arrived.length, 1)
          const [, waiting] = yield* deliveries.list(owner, id, { limit: 10 })
          assert.deepStrictEqual([waiting?.tries, waiting?.lastStatus, waiting?.deliveredAt], [1, 503, null])
          assert.include(waiting?.lastError ?? "", "503")
          failing = false
          yield* nextTry
          assert.deepStrictEqual(
            there.arrived.map(({ body }) => JSON.parse(body).data.n),
            [1, 1, 2]
          )
          assert.strictEqual(idOf(there, 0), idOf(there, 1))
          const log = yield* deliveries.list(owner, id, { limit: 10 })
          assert.deepStrictEqual(
            log.map(({ deliveredAt, lastError, lastStatus, tries }) => [
              tries,
              lastStatus,
              lastError,
              deliveredAt !== null
            ]),
            [
              [1, 200, null, true],
              [2, 200, null, true]
            ]
          )
          const [newest] = yield* deliveries.list(owner, id, { limit: 1 })
          const older = yield* deliveries.list(owner, id, { limit: 9, before: newest?.id ?? "" })
          assert.deepStrictEqual(
            older.map((one) => one.id),
            [idOf(there)]
          )
        }).pipe(Effect.scoped)
      )

      it.effect("reach an endpoint in the order in which they were written, where the owner is their key", () =>
        Effect.gen(function* () {
          const { owner, there } = yield* connected()
          const numbers = Array.from({ length: 25 }, (_, index) => index + 1)
          yield* enqueue(
            numbers.map((n) => ({
              topic: "webhook",
              key: owner,
              payload: { owner, topic: "report.submitted", data: { n } }
            }))
          )
          yield* Effect.scoped(
            Effect.andThen(start({ senders, act: () => Effect.void, pollMillis: 20 }), there.received(numbers.length))
          )
          assert.deepStrictEqual(
            there.arrived.map(({ body }) => JSON.parse(body).data.n),
            numbers
          )
        }).pipe(Effect.scoped)
      )

      it.effect(
        "disable their endpoint after deliveries given up in a row; enabled again, each can be sent again",
        () =>
          Effect.gen(function* () {
            let status = 400
            const { deliveries, endpoints } = yield* Webhooks
            const { id, owner, there } = yield* connected((response) => void response.writeHead(status).end())
            for (let n = 1; n <= failuresUntilDisabled + 2; n += 1) {
              yield* publish(owner, { n })
              yield* drain
            }
            assert.strictEqual(there.arrived.length, failuresUntilDisabled)
            const [disabled] = yield* endpoints.list(owner)
            assert.deepStrictEqual([disabled?.disabledBecause, disabled?.failures], ["failures", failuresUntilDisabled])
            const delivery = idOf(there)
            const refused = yield* Effect.flip(deliveries.sendAgain(owner, delivery))
            assert.strictEqual(refused._tag, "EndpointDisabled")

            status = 200
            yield* endpoints.enable(owner, id)
            yield* deliveries.sendAgain(owner, delivery)
            yield* drain
            assert.deepStrictEqual(
              [there.arrived.length, idOf(there, failuresUntilDisabled)],
              [failuresUntilDisabled + 1, delivery]
            )
            assert.notInclude(
              (yield* listFailed({ limit: 200 })).data.map((failed) => failed.id),
              delivery
            )
            yield* deliveries.sendAgain(owner, delivery)
            yield* drain
            assert.strictEqual(there.arrived.length, failuresUntilDisabled + 2)
            const [enabled] = yield* endpoints.list(owner)
            assert.deepStrictEqual([enabled?.disabledAt, enabled?.failures], [null, 0])
          }).pipe(Effect.scoped)
      )

      it.effect("one delivery that arrives between failures keeps its endpoint enabled", () =>
        Effect.gen(function* () {
          let status = 400
          const { endpoints } = yield* Webhooks
          const { owner } = yield* connected((response) => void response.writeHead(status).end())
          for (let n = 1; n < failuresUntilDisabled * 2; n += 1) {
            status = n === failuresUntilDisabled ? 200 : 400
            yield* publish(owner)
            yield* drain
          }
          const [endpoint] = yield* endpoints.list(owner)
          assert.deepStrictEqual([endpoint?.disabledAt, endpoint?.failures], [null, failuresUntilDisabled - 1])
        }).pipe(Effect.scoped)
      )

      it.effect("an endpoint that says it is gone is disabled at once, and one that was disabled gets nothing", () =>
        Effect.gen(function* () {
          const { endpoints } = yield* Webhooks
          const gone = yield* connected((response) => void response.writeHead(410).end())
          yield* publish(gone.owner)
          yield* drain
          const [endpoint] = yield* endpoints.list(gone.owner)
          assert.strictEqual(endpoint?.disabledBecause, "gone")

          const asked = yield* connected()
          yield* publish(asked.owner)
          const [message] = yield* claim({ limit: 1, leaseSeconds: 30 })
          yield* attempt(message ?? assert.fail("nothing to send"), { senders })
          yield* endpoints.disable(asked.owner, asked.id)
          yield* publish(asked.owner)
          yield* drain
          assert.strictEqual(asked.there.connections(), 0)
          const [disabled] = yield* endpoints.list(asked.owner)
          assert.deepStrictEqual([disabled?.disabledBecause, disabled?.failures], ["asked", 0])
        }).pipe(Effect.scoped)
      )
    })
  })
