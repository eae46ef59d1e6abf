import type { SqlClient } from "effect/sql"

/** A column of the database at hand. */
export interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
}

export const columnsOf = (sql: SqlClient.SqlClient) =>
  sql<Column>`SELECT c.relname::text AS table, a.attname::text AS column, format_type(a.atttypid, a.atttypmod) AS type
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY 1, 2`

const others: { readonly [type: string]: (column: string) => string } = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  uuid: () => "gen_random_uuid()",
  integer: (column) => `coalesce(${column}, 0) + 7`,
  bigint: (column) => `coalesce(${column}, 0) + 7`,
  boolean: (column) => `NOT coalesce(${column}, FALSE)`,
  date: (column) => `coalesce(${column}, '2026-01-01') + 1`,
  "timestamp(3) with time zone": (column) => `coalesce(${column}, now()) + interval '1 day'`,
  "timestamp with time zone": (column) => `coalesce(${column}, now()) + interval '1 day'`,
  jsonb: (column) =>
    `CASE jsonb_typeof(${column}) WHEN 'array' THEN ${column} || '["x"]' ELSE coalesce(${column}, '{}') || '{"x": 1}' END`,
  "uuid[]": (column) => `coalesce(${column}, '{}') || gen_random_uuid()`,
  "text[]": (column) => `coalesce(${column}, '{}') || 'x'::text`
}

/** Another value of the same type, as valid as the one before. */
export const otherwise = (type: string, column: string): string => {
  const other = others[type]
  if (other === undefined) throw new Error(`no other value of the type ${type} of ${column} is known`)
  return other(column)
}
