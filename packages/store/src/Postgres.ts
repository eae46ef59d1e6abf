import { PgClient } from "@effect/sql-pg"
import { Effect, Redacted, type Scope } from "effect"
import { Reactivity } from "effect/reactivity"
import type { SqlClient, SqlError } from "effect/sql"

export interface PostgresOptions {
  readonly url: string
  readonly maxConnections?: number
}

/**
 * A pool on a PostgreSQL server. A statement that waits or runs longer than these limits is given up, so that load is
 * shed instead of piling up behind a lock.
 */
export const open = (options: PostgresOptions): Effect.Effect<SqlClient.SqlClient, SqlError.SqlError, Scope.Scope> =>
  PgClient.make({
    url: Redacted.make(options.url),
    maxConnections: options.maxConnections ?? 10,
    connectTimeout: "5 seconds",
    applicationName: "phakhi",
    startupParameters: {
      lock_timeout: "5000",
      statement_timeout: "15000",
      idle_in_transaction_session_timeout: "60000",
      // Pages come from memory or from a disk without heads: an index is worth asking sooner than by the default.
      random_page_cost: "1.1",
      timezone: "UTC"
    }
  }).pipe(Effect.provide(Reactivity.layer))
