import { createHash } from "node:crypto"
import type { RecordType } from "@phakhi/domain/engine/Record"
import type { Scope } from "@phakhi/domain/kernel/Actor"
import { type Column, isMatched, isSeenBy, isSorted } from "@phakhi/domain/kernel/Column"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { quoted, sortExpression, valueExpression } from "./Listing.ts"

type Declared = Pick<RecordType<string, never, { readonly _tag: string }>, "name" | "audiences" | "columns">

interface Index {
  readonly name: string
  readonly create: string
}

/** How the rows of a scope are found in the order of a column; the rows of other scopes are few and are sorted. */
const orders: { readonly [scope in Scope]?: (record: string, key: string) => string } = {
  "own-agency": (record, key) => `(owner, ${key}, id) WHERE record = ${record}`,
  public: (record, key) => `(${key}, id) WHERE record = ${record} AND public`,
  any: (record, key) => `(${key}, id) WHERE record = ${record}`
}

const index = (of: string, definition: string, kind: "INDEX" | "UNIQUE INDEX" = "INDEX"): Index => {
  const digest = createHash("sha256").update(`${kind} ${definition}`).digest("hex").slice(0, 8)
  const name = `list_${of.replaceAll(/[^a-z]/giu, "_").slice(0, 48)}_${digest}`.toLowerCase()
  return { name, create: `CREATE ${kind} ${name} ON record ${definition}` }
}

const ofColumn = ({ audiences, name: record }: Declared, name: string, column: Column): ReadonlyArray<Index> => {
  const whose = quoted(record)
  const scopes = new Set(
    audiences.flatMap((audience) => (isSeenBy(column, audience.name) ? audience.allow.map(({ scope }) => scope) : []))
  )
  // The system's own questions go by title, whoever may see the rows.
  if (name === "title") scopes.add("any")
  const sorted = isSorted(column)
    ? [...scopes].flatMap((scope) => {
        const order = orders[scope]
        return order === undefined ? [] : [index(`${record}_${name}_${scope}`, order(whose, sortExpression(name)))]
      })
    : []
  const value = `(${valueExpression(name)}) WHERE record = ${whose}`
  if (column.unique === true)
    return [...sorted, index(`${record}_${name}`, `${value} AND columns ? ${quoted(name)}`, "UNIQUE INDEX")]
  return isMatched(column) && !isSorted(column) && name !== "owner"
    ? [...sorted, index(`${record}_${name}`, value)]
    : sorted
}

/** What makes the lists of the declared types quick, however many records there are. */
export const indexesOf = (types: ReadonlyArray<Declared>): ReadonlyArray<Index> =>
  types.flatMap((type) => Object.entries(type.columns).flatMap(([name, column]) => ofColumn(type, name, column)))

/** Brings the indexes in line with what the record types declare: missing ones are made, others go. */
export const keepListIndexes = (types: ReadonlyArray<Declared>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const wanted = indexesOf(types)
    const differences = Effect.map(
      sql<{ name: string }>`SELECT indexname AS name FROM pg_indexes
        WHERE schemaname = current_schema() AND tablename = 'record' AND indexname LIKE 'list\\_%'`,
      (rows) => {
        const there = new Set(rows.map(({ name }) => name))
        const names = new Set(wanted.map(({ name }) => name))
        return [
          ...[...there].filter((name) => !names.has(name)).map((name) => `DROP INDEX ${name}`),
          ...wanted.filter(({ name }) => !there.has(name)).map(({ create }) => create)
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
      })
    )
  })
