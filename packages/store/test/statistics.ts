import { assert, layer } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { refreshStatistics } from "../src/Statistics.ts"
import { append, openAccess, rowOf, stream } from "./Sample.ts"
import type { TestStore } from "./Stores.ts"

const known = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const [table] = yield* sql<{ rows: number }>`SELECT reltuples::int AS rows FROM pg_class WHERE relname = 'record'`
  return table?.rows
})

/** That the planner hears of what is written, on a store of its own. */
export const statistics = (name: string, store: TestStore) =>
  layer(store, { excludeTestServices: true })(`Statistics on ${name}`, (it) => {
    it.effect("are taken anew when much has changed, and left alone when little has", () =>
      Effect.gen(function* () {
        const events = yield* EventStore
        const sql = yield* SqlClient.SqlClient
        const write = (rows: number) =>
          events.append(
            append(
              Array.from({ length: rows }, () => stream({ access: openAccess, row: rowOf({ title: { th: "ก" } }) }))
            )
          )
        // Counted by the connection that wrote, which tells of it at the latest a second later.
        const told = sql`SELECT pg_stat_force_next_flush()`
        yield* write(600)
        yield* told
        yield* refreshStatistics
        assert.strictEqual(yield* known, 600)
        yield* write(100)
        yield* told
        yield* refreshStatistics
        assert.strictEqual(yield* known, 600)
      })
    )
  })
