import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** The tables whose questions are planned by what is in them. */
const planned = ["record", "task", "event"] as const

/** So many rows, and a share of the table on top, may change before it is looked at anew. */
const fewest = 500
const share = 0.1

/** Has the database look at these tables now, however long that takes. */
const look = (tables: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    yield* sql`SET LOCAL statement_timeout = 0`
    yield* Effect.forEach(tables, (table) => sql`ANALYZE ${sql(table)}`.unprepared, { discard: true })
  })

/** For whoever has just filled the tables, in the same transaction. */
export const takeStatistics = look(planned)

/**
 * Has the database look anew at tables that have changed much since it last did. A server does so by itself within
 * minutes, the embedded database never does.
 */
export const refreshStatistics = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const changed = yield* sql<{ name: string }>`SELECT relname::text AS name FROM pg_stat_user_tables
    WHERE schemaname = current_schema() AND ${sql.in("relname", planned)}
      AND n_mod_since_analyze > ${fewest}::float8 + ${share}::float8 * n_live_tup`
  if (changed.length > 0) yield* sql.withTransaction(look(changed.map(({ name }) => name)))
})
