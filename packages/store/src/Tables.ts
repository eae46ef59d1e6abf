import { createHash } from "node:crypto"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"

export interface Table {
  readonly name: string
  readonly columns: ReadonlyArray<string>
  readonly key: ReadonlyArray<string>
  readonly needs: ReadonlyArray<string>
}

export interface TableHash {
  readonly name: string
  readonly rows: number
  readonly hash: string
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

export const isMigrationTable = (name: string): boolean => /migration/i.test(name)

/** Tables after the ones that they refer to. */
const inOrder = (tables: ReadonlyArray<Table>): ReadonlyArray<Table> => {
  const ordered: Array<Table> = []
  const place = (table: Table, above: ReadonlyArray<string>): void => {
    if (ordered.includes(table) || above.includes(table.name)) return
    for (const need of table.needs) {
      const needed = tables.find((other) => other.name === need)
      if (needed !== undefined) place(needed, [...above, table.name])
    }
    ordered.push(table)
  }
  for (const table of tables) place(table, [])
  return ordered
}

/** Every table of the store and of whoever shares its database, except the bookkeeping of migrations. */
export const tables = (sql: SqlClient.SqlClient): Effect.Effect<ReadonlyArray<Table>, SqlError.SqlError> =>
  Effect.map(
    sql<Table>`SELECT c.relname::text AS name,
        (SELECT coalesce(json_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) ORDER BY a.attname), '[]')
          FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
        (SELECT coalesce(json_agg(a.attname ORDER BY x.n), '[]')
          FROM pg_index i, unnest(i.indkey::int[]) WITH ORDINALITY AS x (attnum, n), pg_attribute a
          WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = x.attnum) AS key,
        (SELECT coalesce(json_agg(DISTINCT f.confrelid::regclass::text), '[]')
          FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS needs
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname = current_schema() ORDER BY c.relname COLLATE "C"`,
    (found) => inOrder(found.filter(({ name }) => !isMigrationTable(name)))
  )

/** Which migrations have run, whoever counts them. */
export const migrations = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, table: string) {
  const rows = yield* sql.unsafe<{ name: string }>(
    `SELECT migration_id || ' ' || name AS name FROM ${quoted(table)} ORDER BY migration_id`
  )
  return rows.map((row) => row.name)
})

const page = 1000

/**
 * Passes on the rows of a table as JSON text, in the order of its key, a page at a time; inside a transaction. The text
 * is the same on every PostgreSQL, and no number in it has passed through a floating-point value.
 */
export const eachPage = Effect.fnUntraced(function* <E, R>(
  sql: SqlClient.SqlClient,
  table: Table,
  use: (rows: ReadonlyArray<string>) => Effect.Effect<void, E, R>
) {
  const order = table.key.length === 0 ? `to_jsonb(t)::text COLLATE "C"` : table.key.map(quoted).join(", ")
  yield* sql`SELECT set_config('TimeZone', 'UTC', true)`
  yield* sql.unsafe(
    `DECLARE table_rows NO SCROLL CURSOR FOR
     SELECT to_jsonb(t)::text AS row FROM ${quoted(table.name)} t ORDER BY ${order}`
  ).unprepared
  while (true) {
    const found: ReadonlyArray<{ readonly row: string }> = yield* sql.unsafe<{ row: string }>(
      `FETCH ${page} FROM table_rows`
    ).unprepared
    if (found.length > 0) yield* use(found.map(({ row }) => row))
    if (found.length < page) break
  }
  yield* sql.unsafe(`CLOSE table_rows`).unprepared
})

/** Counts and digests the rows of one table as they pass by. */
export const tally = (name: string) => {
  const hash = createHash("sha256")
  let count = 0
  return {
    add: (row: string) => {
      count += 1
      hash.update(row).update("\n")
    },
    take: (): TableHash => ({ name, rows: count, hash: hash.digest("hex") })
  }
}

/** What is in each table, as one hash: equal in two stores that hold the same. */
export const tableHashes = (
  sql: SqlClient.SqlClient,
  leaveOut: ReadonlyArray<string> = []
): Effect.Effect<ReadonlyArray<TableHash>, SqlError.SqlError> =>
  sql.withTransaction(
    Effect.gen(function* () {
      const hashes: Array<TableHash> = []
      for (const table of yield* tables(sql)) {
        if (leaveOut.includes(table.name)) continue
        const counted = tally(table.name)
        yield* eachPage(sql, table, (rows) => Effect.sync(() => rows.forEach(counted.add)))
        hashes.push(counted.take())
      }
      return hashes
    })
  )

export const isEmpty = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, table: Table) {
  return (yield* sql.unsafe(`SELECT 1 FROM ${quoted(table.name)} LIMIT 1`)).length === 0
})

/** Writes rows back as they were read; the columns are named because `record` alone means something else to SQL. */
export const insert = (sql: SqlClient.SqlClient, table: Table, rows: ReadonlyArray<string>) => {
  const columns = table.columns.map((column) => {
    const [name = "", ...type] = column.split(" ")
    return { name: quoted(name), type: type.join(" ") }
  })
  const names = columns.map(({ name }) => name).join(", ")
  const typed = columns.map(({ name, type }) => `${name} ${type}`).join(", ")
  return sql.unsafe(
    `INSERT INTO ${quoted(table.name)} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS x (${typed})`,
    [`[${rows.join(",")}]`]
  )
}

/** Numbers given from now on follow those that were restored. */
export const advanceSequences = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, name: string) {
  const serials = yield* sql.unsafe<{ column: string; sequence: string }>(
    `SELECT column_name AS column, pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence
     FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1::text
       AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL`,
    [name]
  )
  for (const { column, sequence } of serials) {
    yield* sql.unsafe(
      `SELECT setval($1::regclass, coalesce(max(${quoted(column)}), 0) + 1, false) FROM ${quoted(name)}`,
      [sequence]
    )
  }
})
