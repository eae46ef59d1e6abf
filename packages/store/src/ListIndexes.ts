import { createHash } from "node:crypto"
import type { RecordType } from "@phakhi/domain/engine/Record"
import type { Scope } from "@phakhi/domain/kernel/Actor"
import { type Column, type Columns, isMatched, isRanged, isSeenBy, isSorted } from "@phakhi/domain/kernel/Column"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { quoted, sortExpression, valueExpression } from "./Listing.ts"

type Declared = Pick<RecordType<string, never, { readonly _tag: string }>, "name" | "audiences" | "columns">

interface Index {
  readonly name: string
  readonly create: string
}

/** How the rows of a scope are found in the order of a column; the rows of other scopes are few and are sorted. */
const orders: { readonly [scope in Scope]?: (record: string, keys: string) => string } = {
  "own-agency": (record, keys) => `(owner, ${keys}) WHERE record = ${record}`,
  public: (record, keys) => `(${keys}) WHERE record = ${record} AND public`,
  any: (record, keys) => `(${keys}) WHERE record = ${record}`
}

/** The orders that people filter in: rows that do not meet a filter are passed over within the index. */
const oftenFiltered: ReadonlyArray<string> = ["title", "updated"]

const isByKey = (column: Column): boolean => isRanged(column) || column.kind === "choice"

/** As many columns as an index can hold, less those by which it is ordered. */
const mostBeside = 24

const keysOf = (name: string, columns: Columns): string => {
  const beside = oftenFiltered.includes(name)
    ? Object.keys(columns)
        .filter((other) => other !== name && isByKey(columns[other] as Column))
        .slice(0, mostBeside)
    : []
  return [sortExpression(name), "id", ...beside.map(sortExpression)].join(", ")
}

/** The name changes with what it stands for. */
const named = (of: string, definition: string): string => {
  const digest = createHash("sha256").update(definition).digest("hex").slice(0, 8)
  return `list_${of.replaceAll(/[^a-z]/giu, "_").slice(0, 48)}_${digest}`.toLowerCase()
}

const index = (of: string, definition: string, kind: "INDEX" | "UNIQUE INDEX" = "INDEX"): Index => {
  const name = named(of, `${kind} ${definition}`)
  return { name, create: `CREATE ${kind} ${name} ON record ${definition}` }
}

const ofColumn = (
  { audiences, columns, name: record }: Declared,
  name: string,
  column: Column
): ReadonlyArray<Index> => {
  const whose = quoted(record)
  const scopes = new Set(
    audiences.flatMap((audience) => (isSeenBy(column, audience.name) ? audience.allow.map(({ scope }) => scope) : []))
  )
  // The system's own questions go by title, whoever may see the rows.
  if (name === "title") scopes.add("any")
  const sorted = isSorted(column)
    ? [...scopes].flatMap((scope) => {
        const order = orders[scope]
        return order === undefined ? [] : [index(`${record}_${name}_${scope}`, order(whose, keysOf(name, columns)))]
      })
    : []
  const value = `(${valueExpression(name)}) WHERE record = ${whose}`
  if (column.unique === true)
    return [...sorted, index(`${record}_${name}`, `${value} AND columns ? ${quoted(name)}`, "UNIQUE INDEX")]
  return column.kind === "reference" && name !== "owner" ? [...sorted, index(`${record}_${name}`, value)] : sorted
}

/** What makes the lists of the declared types quick, however many records there are. */
export const indexesOf = (types: ReadonlyArray<Declared>): ReadonlyArray<Index> =>
  types.flatMap((type) => Object.entries(type.columns).flatMap(([name, column]) => ofColumn(type, name, column)))

const ownColumn = /^(?:title|status|owner|updated)$/u

/**
 * The expressions by which rows are filtered. PostgreSQL gathers statistics of them: it does not use those of an index on
 * part of a table, and without any it takes every value for a rare one.
 */
export const statisticsOf = (types: ReadonlyArray<Declared>): ReadonlyArray<Index> => {
  const expressions = types.flatMap(({ columns }) =>
    Object.entries(columns).flatMap(([name, column]) => {
      if (ownColumn.test(name)) return []
      if (isByKey(column)) return [[name, sortExpression(name)] as const]
      return isMatched(column) && column.kind !== "choices" ? [[name, valueExpression(name)] as const] : []
    })
  )
  return [...new Map(expressions.map(([name, expression]) => [expression, name]))].map(([expression, name]) => {
    const statistics = named(name, expression)
    return { name: statistics, create: `CREATE STATISTICS ${statistics} ON ${expression} FROM record` }
  })
}

/** Brings indexes and statistics in line with what the record types declare: missing ones are made, others go. */
export const keepListIndexes = (types: ReadonlyArray<Declared>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const wanted = { INDEX: indexesOf(types), STATISTICS: statisticsOf(types) }
    const differences = Effect.map(
      sql<{ kind: keyof typeof wanted; name: string }>`SELECT 'INDEX' AS kind, indexname AS name FROM pg_indexes
        WHERE schemaname = current_schema() AND tablename = 'record' AND indexname LIKE 'list\\_%'
        UNION ALL SELECT 'STATISTICS', stxname FROM pg_statistic_ext
        WHERE stxrelid = 'record'::regclass AND stxname LIKE 'list\\_%'`,
      (rows) => {
        const there = new Set(rows.map(({ name }) => name))
        const all = [...wanted.INDEX, ...wanted.STATISTICS]
        const names = new Set(all.map(({ name }) => name))
        return [
          ...rows.flatMap(({ kind, name }) => (names.has(name) ? [] : [`DROP ${kind} ${name}`])),
          ...all.flatMap(({ create, name }) => (there.has(name) ? [] : [create]))
        ]
      }
    )
    if ((yield* differences).length === 0) return
    yield* sql.withTransaction(
      Effect.gen(function* () {
        // Of two processes that start at once, the second finds nothing left to do.
        yield* sql`LOCK TABLE record IN SHARE ROW EXCLUSIVE MODE`
        yield* sql`SET LOCAL statement_timeout = 0`
        yield* Effect.forEach(yield* differences, (text) => sql.unsafe(text).unprepared, { discard: true })
        yield* sql`ANALYZE record`
      })
    )
  })
