import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { collector } from "@phakhi/store/Findings"
import { listFailed } from "@phakhi/store/Outbox"
import { changeRow, verifyCoded } from "@phakhi/store/RowCodes"
import { SealKey } from "@phakhi/store/SealKey"
import { columnsOf, otherwise } from "@phakhi/testing/Tampering"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { codedEndpoints, codedTables } from "../src/CodedRows.ts"
import { mostEndpoints } from "../src/Endpoints.ts"
import { Webhooks } from "../src/Webhooks.ts"
import { connected, drain, idOf, publish, topics, verified } from "./Connected.ts"
import type { TestStore } from "./Stores.ts"

export const contract = (name: string, store: TestStore) =>
  describe(`Endpoints of webhooks on ${name}`, () => {
    layer(store, { excludeTestServices: true })((it) => {
      it.effect("carry two signatures for a day after the secret was changed, and then one", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const { endpoints } = yield* Webhooks
          const { id, owner, secret, there } = yield* connected()
          const { secret: next } = yield* endpoints.rotate(owner, id)
          yield* publish(owner)
          yield* drain
          const [both = assert.fail("nothing arrived")] = there.arrived
          verified(secret, both)
          verified(next, both)
          const passed = sql`UPDATE webhook_endpoint SET previous_until = previous_until - interval '24 hours'
            WHERE id = ${id}::uuid`
          yield* changeRow(sql, yield* SealKey, codedEndpoints, id, passed)
          yield* publish(owner)
          yield* drain
          const [, one = assert.fail("nothing arrived")] = there.arrived
          verified(next, one)
          assert.throws(() => verified(secret, one))
        }).pipe(Effect.scoped)
      )

      it.effect("SEC-4 send nothing, and are named, where their row was changed past the store", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const key = yield* SealKey
          const { endpoints } = yield* Webhooks
          const { id, owner, there } = yield* connected()
          const elsewhere = yield* connected()
          const named = Effect.gen(function* () {
            const found = collector()
            yield* verifyCoded(sql, key, codedTables, found)
            return found.findings.map(({ object }) => object)
          })
          assert.deepStrictEqual(yield* named, [])
          yield* endpoints.disable(owner, id)
          yield* endpoints.enable(owner, id)
          assert.deepStrictEqual(yield* named, [])

          const missed: Array<string> = []
          // How many deliveries in a row were given up is only counted.
          const columns = (yield* columnsOf(sql)).filter(({ column }) => column !== "failures")
          for (const { column, type } of columns.filter(({ table }) => table === "webhook_endpoint")) {
            const both: { readonly [column: string]: string } = {
              previous_secret: "previous_secret = 'x', previous_until = now()",
              previous_until: "previous_secret = 'x', previous_until = now()",
              disabled_at: "disabled_at = now(), disabled_because = 'x'",
              disabled_because: "disabled_at = now(), disabled_because = 'x'"
            }
            const text = `UPDATE webhook_endpoint SET ${both[column] ?? `${column} = ${otherwise(type, column)}`} WHERE id = '${id}'`
            yield* sql
              .withTransaction(
                Effect.gen(function* () {
                  yield* sql.unsafe(text)
                  if ((yield* named).length === 0) missed.push(column)
                  return yield* Effect.fail("undone" as const)
                })
              )
              .pipe(Effect.catch((failed) => (failed === "undone" ? Effect.void : Effect.fail(failed))))
          }
          assert.deepStrictEqual(missed, [])

          yield* sql`UPDATE webhook_endpoint SET url = ${elsewhere.there.url} WHERE id = ${id}::uuid`
          yield* publish(owner)
          yield* drain
          assert.deepStrictEqual([there.connections(), elsewhere.there.connections()], [0, 0])
          const { data } = yield* listFailed({ whose: { owner }, limit: 1, before: undefined })
          assert.include(data[0]?.reason, "changed in the database")
          // Nor does it become right when the owner changes it.
          yield* endpoints.rotate(owner, id)
          assert.deepStrictEqual(yield* named, [`webhook_endpoint ${id}`])
          yield* publish(owner)
          yield* drain
          assert.strictEqual(elsewhere.there.connections(), 0)
          yield* endpoints.remove(owner, id)
        }).pipe(Effect.scoped)
      )

      it.effect("keep no secret that can be read in the database, and tell it once", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const { endpoints } = yield* Webhooks
          const { id, owner, secret } = yield* connected()
          const { secret: next } = yield* endpoints.rotate(owner, id)
          const rows = yield* sql<{ row: string }>`SELECT to_jsonb(e)::text AS row FROM webhook_endpoint e
            WHERE id = ${id}::uuid`
          const listed = JSON.stringify(yield* endpoints.list(owner))
          for (const one of [secret, next]) {
            assert.match(one, /^whsec_[A-Za-z0-9+/]{43}=$/)
            assert.notInclude(rows[0]?.row, one.slice(6))
            assert.notInclude(listed, one.slice(6))
          }
          // A secret that was copied to another endpoint cannot be used there.
          const other = yield* connected()
          yield* sql`UPDATE webhook_endpoint SET secret = (SELECT secret FROM webhook_endpoint WHERE id = ${id}::uuid)
            WHERE id = ${other.id}::uuid`
          yield* publish(other.owner)
          yield* drain
          assert.strictEqual(other.there.connections(), 0)
        }).pipe(Effect.scoped)
      )

      it.effect("belong to their owner: nobody else sees, changes or repeats them", () =>
        Effect.gen(function* () {
          const { deliveries, endpoints } = yield* Webhooks
          const { id, owner, there } = yield* connected()
          yield* publish(owner)
          yield* drain
          const stranger = randomUUID()
          assert.deepStrictEqual(yield* endpoints.list(stranger), [])
          for (const act of [
            endpoints.enable(stranger, id),
            endpoints.disable(stranger, id),
            endpoints.rotate(stranger, id),
            endpoints.remove(stranger, id),
            deliveries.list(stranger, id, { limit: 1 })
          ]) {
            assert.strictEqual(
              (yield* Effect.flip(act as Effect.Effect<unknown, { readonly _tag: string }>))._tag,
              "EndpointUnknown"
            )
          }
          const refused = yield* Effect.flip(deliveries.sendAgain(stranger, idOf(there)))
          assert.strictEqual(refused._tag, "DeliveryUnknown")
          yield* publish(owner)
          yield* endpoints.remove(owner, id)
          yield* drain
          assert.strictEqual(there.arrived.length, 1)
        }).pipe(Effect.scoped)
      )

      it.effect("are refused with an address, topics or a number of endpoints that will not do", () =>
        Effect.gen(function* () {
          const { endpoints } = yield* Webhooks
          const owner = randomUUID()
          const url = "https://hooks.example.org/"
          const tagOf = (asked: { readonly url: string; readonly topics: ReadonlyArray<string> }) =>
            Effect.map(Effect.flip(endpoints.create(owner, { name: "ระบบสารบรรณ", ...asked })), ({ _tag }) => _tag)
          assert.strictEqual(yield* tagOf({ url: "ftp://x", topics }), "UrlRefused")
          for (const wrong of [[], ["Report"], ["a b"], ["a{"], ["a".repeat(101)]]) {
            assert.strictEqual(yield* tagOf({ url, topics: wrong }), "TopicsRefused")
          }
          yield* Effect.all(
            Array.from({ length: mostEndpoints }, () => endpoints.create(owner, { name: "ระบบสารบรรณ", url, topics })),
            { concurrency: 4 }
          )
          assert.strictEqual(yield* tagOf({ url, topics }), "TooManyEndpoints")
        })
      )

      it.effect("are given up where a message is none, or larger than any receiver takes", () =>
        Effect.gen(function* () {
          const { owner, there } = yield* connected()
          const large = yield* publish(owner, { text: "x".repeat(300_000) })
          const malformed = yield* publish("nobody")
          yield* drain
          const failed = (yield* listFailed({ limit: 200 })).data.map(({ id }) => id)
          assert.includeMembers(failed, [large, malformed])
          assert.strictEqual(there.connections(), 0)
        }).pipe(Effect.scoped)
      )

      it.effect("are forgotten after a month", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const { deliveries } = yield* Webhooks
          const { id, owner } = yield* connected()
          yield* publish(owner)
          yield* publish(owner)
          yield* drain
          const [young, old] = yield* deliveries.list(owner, id, { limit: 2 })
          yield* sql`UPDATE webhook_delivery SET created_at = now() - interval '31 days' WHERE id = ${old?.id ?? ""}::uuid`
          yield* deliveries.forget
          assert.deepStrictEqual(
            (yield* deliveries.list(owner, id, { limit: 9 })).map((one) => one.id),
            [young?.id]
          )
        }).pipe(Effect.scoped)
      )
    })
  })
