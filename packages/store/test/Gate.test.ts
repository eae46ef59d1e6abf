import { assert, it } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { freshPglite } from "@phakhi/testing/Memory"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import * as EventStoreLayer from "../src/EventStore.ts"
import { migrate } from "../src/Migrations.ts"
import * as Pglite from "../src/Pglite.ts"
import { layerSecret } from "../src/SealKey.ts"
import { append, event, stream } from "./Sample.ts"

it.live("A second client on the embedded database never gets into somebody else's transaction", () =>
  Effect.gen(function* () {
    const { client, shared } = yield* Effect.acquireRelease(
      Effect.promise(() => freshPglite(Pglite.options)),
      (db) => Effect.promise(() => db.close())
    ).pipe(Effect.flatMap(Pglite.fromInstance))
    const store = EventStoreLayer.layer.pipe(
      Layer.provideMerge(Layer.effectDiscard(migrate)),
      Layer.provideMerge(Layer.merge(Layer.succeed(SqlClient.SqlClient, client), layerSecret("k".repeat(40))))
    )
    yield* Effect.gen(function* () {
      const events = yield* EventStore
      const sql = yield* SqlClient.SqlClient
      yield* sql`CREATE TABLE account (id int PRIMARY KEY, name text NOT NULL)`
      const moved = stream()
      yield* events.append(append([moved]))
      const round = (n: number) => [
        Effect.promise(() =>
          shared.transaction(async (tx) => {
            await tx.query("INSERT INTO account VALUES ($1, 'signed up')", [n])
            // Others get their turn meanwhile, once, twice or not at all.
            for (let turn = 0; turn < n % 3; turn++) await new Promise((resolve) => setImmediate(resolve))
            await tx.query("UPDATE account SET name = 'confirmed' WHERE id = $1", [n])
          })
        ),
        Effect.promise(() => shared.query("INSERT INTO account VALUES ($1, 'plain')", [1000 + n])),
        Effect.exit(events.append(append([{ ...moved, expectedVersion: 9, events: [event("Late")] }]))),
        Effect.exit(
          sql.withTransaction(
            Effect.andThen(sql`INSERT INTO account VALUES (${2000 + n}, 'refused')`, Effect.fail("refused"))
          )
        ),
        Effect.promise(() =>
          shared
            .transaction(async (tx) => {
              await tx.query("INSERT INTO account VALUES ($1, 'rolled back')", [3000 + n])
              throw new Error("rolled back")
            })
            .catch(() => undefined)
        ),
        events.append(append([stream()]))
      ]
      yield* Effect.all(Array.from({ length: 40 }, (_, n) => round(n)).flat(), { concurrency: "unbounded" })
      const names = yield* sql<{ name: string; n: number }>`SELECT name, count(*)::int AS n FROM account
        GROUP BY name ORDER BY name`
      assert.deepStrictEqual(names, [
        { name: "confirmed", n: 40 },
        { name: "plain", n: 40 }
      ])
      const kept = yield* sql<{ n: number }>`SELECT count(*)::int AS n FROM event`
      assert.strictEqual(kept[0]?.n, 41)
      yield* Effect.promise(() => shared.close())
      assert.isFalse(shared.closed)
    }).pipe(Effect.provide(store))
  })
)
