import type { ListRequest } from "@phakhi/domain/engine/EventStore"
import { Option, Schema } from "effect"
import { type Bind, predicate } from "./Authorisation.ts"
import { instantText } from "./Instants.ts"
import { searchable } from "./SearchText.ts"

const Cursor = Schema.fromJsonString(
  Schema.Struct({ sort: Schema.String, descending: Schema.Boolean, key: Schema.String, id: Schema.String })
)
type Cursor = typeof Cursor.Type

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (text: string): boolean => uuid.test(text)

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url")

/** An instant as the store writes it; PostgreSQL knows no year 0. */
const isInstant = (text: string): boolean => {
  const millis = Date.parse(text)
  return !Number.isNaN(millis) && new Date(millis).toISOString() === text && text >= "0001"
}

const isKey = (key: string, sort: ListRequest["sort"]): boolean =>
  sort === "updated" ? isInstant(key) : key.isWellFormed() && !key.includes("\u0000")

/** A cursor belongs to the order it was made for; anything else is none. */
export const readCursor = (
  text: string,
  order: { readonly sort: ListRequest["sort"]; readonly descending: boolean }
): Option.Option<Cursor> =>
  Schema.decodeOption(Cursor)(Buffer.from(text, "base64url").toString("utf8")).pipe(
    Option.filter(
      (cursor) =>
        cursor.sort === order.sort &&
        cursor.descending === order.descending &&
        isUuid(cursor.id) &&
        isKey(cursor.key, order.sort)
    )
  )

const asText = (text: string): string => text

const order = {
  title: { column: "sort_key", key: asText, cast: "text" },
  updated: { column: "updated_at", key: instantText, cast: "timestamptz" },
  status: { column: "status", key: asText, cast: "text" }
} as const

const literally = (word: string): string => word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

const oneOf = (expression: string, values: ReadonlyArray<string>, cast: string, bind: Bind): string =>
  values.length === 0 ? "FALSE" : `${expression} IN (${values.map((value) => `${bind(value)}::${cast}`).join(", ")})`

const filter = (name: string, values: ReadonlyArray<string>, bind: Bind): string => {
  if (name === "status") return oneOf("status", values, "text", bind)
  if (name === "id") return oneOf("id", values.filter(isUuid), "uuid", bind)
  if (name === "owner") return oneOf("owner", values.filter(isUuid), "uuid", bind)
  return values.length === 0
    ? "FALSE"
    : `(${values.map((value) => `facets @> ${bind(JSON.stringify({ [name]: value }))}::jsonb`).join(" OR ")})`
}

export interface Statement {
  readonly text: string
  readonly params: ReadonlyArray<string | number>
}

/** One statement that filters, authorises, searches, sorts, counts and builds the rows as JSON. */
export const statement = (request: ListRequest): Statement => {
  const params: Array<string | number> = []
  const bind: Bind = (value) => `$${params.push(value)}`
  const words = searchable(request.search ?? "")
    .split(/\s+/u)
    .filter((word) => word !== "")
  const conditions = [
    `record = ${bind(request.record)}::text`,
    // PostgreSQL judges in this order: what leaves the fewest rows comes first.
    ...Object.entries(request.filters).map(([name, values]) => filter(name, values, bind)),
    ...words.map((word) => `search ILIKE ${bind(`%${literally(word)}%`)}::text`),
    predicate(request.actor, request.allow, request.now, bind)
  ].filter((sql) => sql !== "TRUE")
  const where = conditions.join(" AND ")
  const { column, key, cast } = order[request.sort]
  const after = request.cursor === undefined ? Option.none() : readCursor(request.cursor, request)
  const page =
    request.cursor === undefined
      ? ""
      : Option.match(after, {
          onNone: () => " AND FALSE",
          onSome: (cursor) =>
            ` AND (${column}, id) ${request.descending ? "<" : ">"} (${bind(cursor.key)}::${cast}, ${bind(cursor.id)}::uuid)`
        })
  const direction = request.descending ? "DESC" : "ASC"
  return {
    // The rows are made into JSON when the page has been cut, so that none is made for nothing.
    text: `SELECT (SELECT count(*)::int FROM record WHERE ${where}) AS total,
  coalesce(json_agg(json_build_object(
    'id', id, 'version', version,
    'title', CASE WHEN title_en IS NULL THEN json_build_object('th', title_th)
      ELSE json_build_object('th', title_th, 'en', title_en) END,
    'status', status, 'facets', facets, 'owner', owner,
    'updatedAt', ${instantText("updated_at")})), '[]') AS data,
  ${key(`(array_agg(${column}))[${bind(request.limit)}::int]`)} AS key
FROM (SELECT id, version, title_th, title_en, sort_key, status, facets, owner, updated_at
  FROM record WHERE ${where}${page}
  ORDER BY ${column} ${direction}, id ${direction} LIMIT ${bind(request.limit + 1)}::int) AS found`,
    params
  }
}
