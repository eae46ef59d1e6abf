import { Effect } from "effect"
import type { SqlClient } from "effect/sql"
import type { Collector } from "./Findings.ts"
import { type MadeSchema, readSchema } from "./Schema.ts"

/** What is missing of one, is beyond it, or is another there. */
const differences = (
  made: ReadonlyMap<string, string>,
  there: ReadonlyMap<string, string>
): ReadonlyArray<readonly [name: string, what: string]> => [
  ...[...made].flatMap(([name, definition]): ReadonlyArray<readonly [string, string]> => {
    const found = there.get(name)
    return found === definition
      ? []
      : [[name, found === undefined ? "is missing" : `is not as the migrations make it: ${found.slice(0, 200)}`]]
  }),
  ...[...there.keys()].flatMap(
    (name): ReadonlyArray<readonly [string, string]> =>
      made.has(name) ? [] : [[name, "is not made by the migrations"]]
  )
]

/** Holds the tables, and everything that acts on them, to what the migrations make. */
export const verifySchema = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, made: MadeSchema, found: Collector) {
  const there = yield* readSchema(sql, made.migrations.keys())
  for (const [object, detail] of differences(made.objects, there.objects)) {
    found.add({ kind: "schema-differs", object, detail })
  }
  for (const [table, steps] of there.migrations) {
    const wanted = made.migrations.get(table) ?? []
    const missing = wanted.filter((step) => !steps.includes(step))
    const extra = steps.filter((step, index) => !wanted.includes(step) || steps.indexOf(step) !== index)
    for (const step of missing) {
      found.add({ kind: "migration-differs", object: table, detail: `does not say that ${step} has run` })
    }
    for (const step of extra) {
      found.add({ kind: "migration-differs", object: table, detail: `says that ${step} has run, which is not known` })
    }
  }
})

/** A number is given once: the next ones come after all that are there. */
export const verifyCounters = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, found: Collector) {
  const counters = yield* sql<{ table: string; column: string; sequence: string }>`
    SELECT quote_ident(table_name) AS table, quote_ident(column_name) AS column,
      pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence
    FROM information_schema.columns
    WHERE table_schema = current_schema() AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL
    ORDER BY 1, 2`
  for (const { column, sequence, table } of counters) {
    const [behind] = yield* sql.unsafe<{ next: string; newest: string }>(
      `SELECT next, newest FROM (SELECT last_value + is_called::int AS next FROM ${sequence}) s,
         (SELECT max(${column}) AS newest FROM ${table}) t WHERE next <= newest`
    )
    if (behind !== undefined)
      found.add({
        kind: "counter-behind",
        object: `sequence ${sequence.slice(sequence.indexOf(".") + 1)}`,
        detail: `gives ${behind.next} next, and ${behind.newest} is there already`
      })
  }
})
