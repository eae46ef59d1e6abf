import { randomUUID } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect, Option } from "effect"
import { SqlClient } from "effect/sql"
import { append, event, officer, stream } from "./Sample.ts"
import { server } from "./Stores.ts"

const unbounded = { concurrency: "unbounded" } as const

describe("Many at once on PostgreSQL", () => {
  layer(server(16), { excludeTestServices: true })((it) => {
    it.effect("MON-2: two hundred disbursements against one commitment never exceed it", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const sql = yield* SqlClient.SqlClient
        const commitment = `commitment:${randomUUID()}`
        yield* events.append(
          append([stream({ postings: [{ debit: "appropriation:1", credit: commitment, amount: 50n }] })])
        )
        const disburse = () =>
          events.append(append([stream({ postings: [{ debit: commitment, credit: "payee:1", amount: 1n }] })])).pipe(
            Effect.as("paid"),
            Effect.catchTag("Moved", () => Effect.succeed("moved"))
          )
        const outcomes = yield* Effect.all(Array.from({ length: 200 }, disburse), unbounded)
        assert.strictEqual(outcomes.filter((outcome) => outcome === "paid").length, 50)
        assert.strictEqual(outcomes.filter((outcome) => outcome === "moved").length, 150)
        const rows = yield* sql<{ balance: bigint }>`SELECT balance FROM ledger_balance WHERE account = ${commitment}`
        assert.strictEqual(rows[0]?.balance, 0n)
        const entries = yield* sql<{ n: number }>`SELECT count(*)::int AS n FROM ledger_entry
          WHERE debit = ${commitment}`
        assert.strictEqual(entries[0]?.n, 50)
      })
    )

    it.effect("transfers in both directions between the same accounts end without a deadlock and balanced", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const sql = yield* SqlClient.SqlClient
        const [left, right] = [`source:a${randomUUID()}`, `source:b${randomUUID()}`]
        yield* events.append(
          append([
            stream({
              postings: [
                { debit: "appropriation:2", credit: left, amount: 1000n },
                { debit: "appropriation:2", credit: right, amount: 1000n }
              ]
            })
          ])
        )
        yield* Effect.all(
          Array.from({ length: 120 }, (_, n) =>
            events.append(
              append([
                stream({
                  postings: [
                    n % 2 === 0
                      ? { debit: left, credit: right, amount: BigInt(1 + (n % 7)) }
                      : { debit: right, credit: left, amount: BigInt(1 + (n % 5)) }
                  ]
                })
              ])
            )
          ),
          unbounded
        )
        const rows = yield* sql<{ total: string }>`SELECT sum(balance)::text AS total FROM ledger_balance
          WHERE account IN (${left}, ${right})`
        assert.strictEqual(rows[0]?.total, "2000")
      })
    )

    it.effect("of writers that saw the same version one wins, and no update is lost", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const shared = stream({ state: { count: 0 } })
        yield* events.append(append([shared]))
        const add: Effect.Effect<number> = Effect.gen(function* () {
          const loaded = Option.getOrThrow(yield* events.load("mission", shared.stream))
          const { count } = loaded.state as { readonly count: number }
          return yield* events
            .append(
              append([
                {
                  ...shared,
                  expectedVersion: loaded.version,
                  events: [event("Added")],
                  state: { count: count + 1 }
                }
              ])
            )
            .pipe(
              Effect.as(1),
              Effect.catchTag("Moved", () => add)
            )
        }).pipe(Effect.orDie)
        yield* Effect.all(
          Array.from({ length: 60 }, () => add),
          unbounded
        )
        const loaded = Option.getOrThrow(yield* events.load("mission", shared.stream))
        assert.deepStrictEqual([loaded.version, loaded.state], [61, { count: 60 }])
      })
    )

    it.effect("one effect per idempotency key, however often it is sent", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const sql = yield* SqlClient.SqlClient
        const keys = Array.from({ length: 100 }, (_, n) => `key-${n}`)
        const send = (key: string) => {
          const one = stream({ record: "once" })
          const remember = { key, operation: "o", digest: "d", record: "once", stream: one.stream, version: 1 }
          return Effect.exit(events.append(append([one], { remember })))
        }
        yield* Effect.forEach([...keys, ...keys, ...keys, ...keys], send, unbounded)
        const rows = yield* sql<{ n: number }>`SELECT count(*)::int AS n FROM record WHERE record = 'once'`
        assert.strictEqual(rows[0]?.n, 100)
        assert.isTrue(Option.isSome(yield* events.remembered(officer.account, "key-7")))
      })
    )

    it.effect("turns callers away instead of queueing them without end", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const outcomes = yield* Effect.all(
          Array.from({ length: 700 }, () =>
            events.load("mission", randomUUID()).pipe(
              Effect.as("answered"),
              Effect.catchTag("StoreBusy", () => Effect.succeed("busy"))
            )
          ),
          unbounded
        )
        assert.strictEqual(outcomes.filter((outcome) => outcome === "answered").length, 512)
        assert.strictEqual(outcomes.filter((outcome) => outcome === "busy").length, 188)
        assert.isTrue(Option.isNone(yield* events.load("mission", randomUUID())))
      })
    )
  })
})
