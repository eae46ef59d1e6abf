import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import type { PassingTime } from "./PassingTime.ts"

/** Has whoever connects to a PostgreSQL from now on live in that time: these are found before the server's own. */
export const passTime = Effect.fnUntraced(function* ({ began, everyMillis, leapMillis }: PassingTime) {
  const sql = yield* SqlClient.SqlClient
  const leaps = `greatest(0, floor((extract(epoch FROM "real")::float8 * 1000 - ${began}) / ${everyMillis}))`
  const statements = [
    "CREATE SCHEMA passing",
    `CREATE FUNCTION passing.moment("real" timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE
      AS $$ SELECT "real" + interval '1 millisecond' * (${leaps} * ${leapMillis}) $$`,
    `CREATE FUNCTION passing.now() RETURNS timestamptz LANGUAGE sql STABLE
      AS $$ SELECT passing.moment(pg_catalog.now()) $$`,
    `CREATE FUNCTION passing.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
      AS $$ SELECT passing.moment(pg_catalog.clock_timestamp()) $$`,
    `DO $$ BEGIN
      EXECUTE format('ALTER DATABASE %I SET search_path = public, passing, pg_catalog', current_database());
    END $$`
  ]
  yield* Effect.forEach(statements, (text) => sql.unsafe(text).unprepared, { discard: true })
})
