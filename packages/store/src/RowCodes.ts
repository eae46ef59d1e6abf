import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { canonical } from "./Chain.ts"
import { type Collector, type Finding, mostFindings } from "./Findings.ts"
import type { Keyed } from "./SealKey.ts"

/*
 * Rows that no event speaks for and that let somebody in, or send something out, carry a code made with the key. Whoever
 * writes to the tables without it makes none that counts.
 */

/** What stands in the column `code` of a row, with the values that it is to cover. */
export interface CodedRow {
  readonly code: string | null
  readonly values: { readonly [name: string]: unknown }
}

/** A table of such rows. Everything in SQL is about the row `t`. */
export interface CodedTable {
  readonly table: string
  /** Tells the row from others, as text. */
  readonly id: string
  /** What the code covers beside it: all that a row is good for, and nothing that moves with its use. */
  readonly covers: { readonly [name: string]: string }
  /** Which rows are good for anything; others need no code. */
  readonly counts: string
  /** Where the code is not made of the table's name and all of the values. */
  readonly codeOf?: (key: Keyed, values: CodedRow["values"]) => string
  /** The rows end when the key is changed. */
  readonly endsWithKey?: boolean
  /** What a row that counts would not be, by what else is known. */
  readonly contradicted?: ReadonlyArray<Pick<Finding, "kind" | "detail"> & { readonly when: string }>
}

/** The values that a code covers, as one value of JSON. */
export const valuesIn = ({ covers, id }: CodedTable): string =>
  `json_build_object('id', ${id}${Object.entries(covers)
    .map(([name, of]) => `, '${name}', ${of}`)
    .join("")})`

export const codeOf = (key: Keyed, coded: CodedTable, values: CodedRow["values"]): string =>
  coded.codeOf?.(key, values) ?? key.hmac(canonical({ row: values, table: coded.table }))

/** Whether the row was written by who holds the key, and stands as it was written. */
export const isOwn = (key: Keyed, coded: CodedTable, { code, values }: CodedRow): boolean =>
  code === codeOf(key, coded, values)

/** The same, where it is used: one that is not is told, as it can only come from past the store. */
export const isOwnOrTold = (key: Keyed, coded: CodedTable, row: CodedRow): Effect.Effect<boolean> =>
  isOwn(key, coded, row)
    ? Effect.succeed(true)
    : Effect.as(
        Effect.annotateLogs(Effect.logError("a row was not written by this store and is not used: see verify"), {
          table: coded.table,
          row: row.values["id"]
        }),
        false
      )

const atOnce = 2000

type Found = CodedRow & { readonly id: string }

/** Passes on the rows that count, a page at a time, in the order of their ids. */
const eachPage = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  coded: CodedTable,
  use: (rows: ReadonlyArray<Found>) => Effect.Effect<unknown, SqlError.SqlError>
) {
  const { counts, id, table } = coded
  let after = ""
  while (true) {
    const rows: ReadonlyArray<Found> = yield* sql.unsafe<Found>(
      `SELECT ${id} AS id, t.code, ${valuesIn(coded)} AS values FROM ${table} t
       WHERE (${counts}) AND ${id} COLLATE "C" > $1::text ORDER BY ${id} COLLATE "C" LIMIT ${atOnce}`,
      [after]
    )
    yield* use(rows)
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    after = last.id
  }
})

const put = (
  sql: SqlClient.SqlClient,
  { id, table }: CodedTable,
  codes: ReadonlyArray<{ id: string; code: string }>
) =>
  codes.length === 0
    ? Effect.void
    : Effect.asVoid(
        sql.unsafe(
          `UPDATE ${table} t SET code = x.code FROM jsonb_to_recordset($1::jsonb) AS x (id text, code text)
           WHERE ${id} = x.id`,
          [JSON.stringify(codes)]
        )
      )

/** Gives a row that was just written its code, in the same transaction. */
export const codeRow = (
  sql: SqlClient.SqlClient,
  key: Keyed,
  coded: CodedTable,
  id: string
): Effect.Effect<void, SqlError.SqlError> =>
  Effect.flatMap(
    sql.unsafe<{ readonly values: CodedRow["values"] }>(
      `SELECT ${valuesIn(coded)} AS values FROM ${coded.table} t WHERE ${coded.id} = $1::text AND (${coded.counts})`,
      [id]
    ),
    (rows) =>
      put(
        sql,
        coded,
        rows.map(({ values }) => ({ id, code: codeOf(key, coded, values) }))
      )
  )

/** Changes a row that is there and gives it a new code. One that was not its own before does not become so. */
export const changeRow = <A, E, R>(
  sql: SqlClient.SqlClient,
  key: Keyed,
  coded: CodedTable,
  id: string,
  change: Effect.Effect<A, E, R>
): Effect.Effect<A, E | SqlError.SqlError, R> =>
  sql.withTransaction(
    Effect.gen(function* () {
      const [before] = yield* sql.unsafe<CodedRow>(
        `SELECT t.code, ${valuesIn(coded)} AS values FROM ${coded.table} t
         WHERE ${coded.id} = $1::text AND (${coded.counts}) FOR UPDATE`,
        [id]
      )
      const changed = yield* change
      if (before !== undefined && (yield* isOwnOrTold(key, coded, before))) yield* codeRow(sql, key, coded, id)
      return changed
    })
  )

/**
 * Gives the rows that an earlier version wrote their codes, once: where a seal says that rows carried codes already, they
 * were taken away past the store.
 */
export const codeRowsOfBefore = (
  sql: SqlClient.SqlClient,
  key: Keyed,
  tables: ReadonlyArray<CodedTable>
): Effect.Effect<void, SqlError.SqlError> =>
  Effect.gen(function* () {
    const [sealed] = yield* sql<{ found: boolean }>`SELECT EXISTS (SELECT FROM seal WHERE coded) AS found`
    if (sealed?.found === true)
      return yield* Effect.die(new Error("the rows of this store carried codes already, and were set back past it"))
    for (const coded of tables)
      yield* eachPage(sql, coded, (rows) =>
        put(
          sql,
          coded,
          rows.map(({ id, values }) => ({ id, code: codeOf(key, coded, values) }))
        )
      )
  })

/** Codes of the key before are made anew; what did not fit does not fit with the next one either. */
export const recode = (
  sql: SqlClient.SqlClient,
  old: Keyed,
  next: Keyed,
  tables: ReadonlyArray<CodedTable>
): Effect.Effect<void, SqlError.SqlError> =>
  Effect.forEach(
    tables,
    (coded) =>
      coded.endsWithKey === true
        ? sql.unsafe(`DELETE FROM ${coded.table}`)
        : eachPage(sql, coded, (rows) =>
            put(
              sql,
              coded,
              rows
                .filter((row) => isOwn(old, coded, row))
                .map(({ id, values }) => ({ id, code: codeOf(next, coded, values) }))
            )
          ),
    { discard: true }
  )

export const verifyCoded = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  key: Keyed,
  tables: ReadonlyArray<CodedTable>,
  found: Collector
) {
  for (const coded of tables) {
    const { contradicted = [], counts, id, table } = coded
    yield* eachPage(sql, coded, (rows) =>
      Effect.sync(() =>
        found.addAll(
          rows
            .filter((row) => !isOwn(key, coded, row))
            .map((row) => ({
              kind: "access-changed" as const,
              object: `${table} ${row.id}`,
              detail: "was not written by who holds the key"
            }))
        )
      )
    )
    for (const { detail, kind, when } of contradicted) {
      const rows = yield* sql.unsafe<{ id: string }>(
        `SELECT ${id} AS id FROM ${table} t WHERE (${counts}) AND (${when}) ORDER BY 1 LIMIT ${mostFindings}`
      )
      found.addAll(rows.map((row) => ({ kind, object: `${table} ${row.id}`, detail })))
    }
  }
})
