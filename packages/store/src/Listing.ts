import type { Filter, ListRequest, Range } from "@phakhi/domain/engine/EventStore"
import { countedAtMost } from "@phakhi/domain/engine/Listing"
import { absentKey } from "@phakhi/domain/kernel/Column"
import { soughtIn } from "@phakhi/domain/kernel/SearchText"
import { Option } from "effect"
import { type Bind, type Branch, branches } from "./Authorisation.ts"
import { type Cursor, isUuid, readCursor } from "./Cursor.ts"
import { instantText } from "./Instants.ts"

/** As a string within a statement: names of columns are part of the expressions that are indexed. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** By what a list sorts, exactly as it is indexed. */
export const sortExpression = (column: string): string =>
  column === "updated" ? "updated_at" : `(coalesce(sort_keys->>${quoted(column)}, '${absentKey}') COLLATE "C")`

/** What a list compares for equality, exactly as it is indexed. */
export const valueExpression = (column: string): string =>
  column === "status" || column === "owner" || column === "id" ? column : `((columns->>${quoted(column)}) COLLATE "C")`

const keyCast = (column: string): string => (column === "updated" ? "timestamptz" : "text")

/** These have a value in every row. */
const everPresent: ReadonlyArray<string> = ["title", "status", "updated"]

const literally = (word: string): string => word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

const oneOf = (column: string, values: ReadonlyArray<string>, bind: Bind): string => {
  const isId = column === "id" || column === "owner"
  const asked = isId ? values.filter(isUuid) : values
  return asked.length === 0
    ? "FALSE"
    : `${valueExpression(column)} IN (${asked.map((value) => `${bind(value)}::${isId ? "uuid" : "text"}`).join(", ")})`
}

const oneKey = (column: string, keys: ReadonlyArray<string>, bind: Bind): string => {
  const asked = keys.filter((key) => key !== absentKey)
  return asked.length === 0
    ? "FALSE"
    : `${sortExpression(column)} IN (${asked.map((key) => `${bind(key)}::text`).join(", ")})`
}

const range = (column: string, { from, to }: Range, bind: Bind): string => {
  const expression = sortExpression(column)
  const cast = keyCast(column)
  return [
    ...(from === undefined ? [] : [`${expression} >= ${bind(from)}::${cast}`]),
    to === undefined && column !== "updated" ? `${expression} < '${absentKey}'` : "TRUE",
    ...(to === undefined ? [] : [`${expression} <= ${bind(to)}::${cast}`])
  ].join(" AND ")
}

const condition = (column: string, filter: Filter, bind: Bind): string => {
  if ("values" in filter) return oneOf(column, filter.values, bind)
  return "keys" in filter ? oneKey(column, filter.keys, bind) : range(column, filter, bind)
}

/** How the rows of one audience are asked for, whatever the order. */
interface Asked extends Branch {
  readonly isSorted: boolean
}

const asked = (request: ListRequest, bind: Bind): ReadonlyArray<Asked> => {
  const filters = Object.entries(request.filters)
  const words = soughtIn(request.search ?? "").map((word) => `${bind(`%${literally(word)}%`)}::text`)
  const filtered = filters.flatMap(([column, all]) => all.map((filter) => condition(column, filter, bind)))
  return branches(request.actor, request.audiences, request.now, bind).flatMap(({ audience, where }) => {
    if (filters.some(([column]) => audience.hidden.includes(column))) return []
    const found = words.map((word) =>
      audience.searchesFurther
        ? `(search LIKE ${word} OR (search_further <> '' AND search_further LIKE ${word}))`
        : `search LIKE ${word}`
    )
    const conditions = [`record = ${quoted(request.record)}`, where, ...filtered, ...found]
    return [
      {
        audience,
        where: conditions.filter((sql) => sql !== "TRUE").join(" AND "),
        isSorted: !audience.hidden.includes(request.sort)
      }
    ]
  })
}

interface Part {
  readonly key: string
  readonly where: ReadonlyArray<string>
  readonly orderBy: ReadonlyArray<string>
  readonly absent: 0 | 1
}

/** The parts of an order: rows with a value, then rows without one, which go by their ids. */
const partsOf = (
  request: ListRequest,
  isSorted: boolean,
  cursor: Cursor | undefined,
  bind: Bind
): ReadonlyArray<Part> => {
  const { descending, sort } = request
  const expression = sortExpression(sort)
  const beyond = descending ? "<" : ">"
  const isPast = cursor?.key === absentKey
  const afterId = isPast ? [`id ${beyond} ${bind(cursor.id)}::uuid`] : []
  const absent: Part = { key: `'${absentKey}'::text`, where: afterId, orderBy: ["id"], absent: 1 }
  if (!isSorted) return [absent]
  const after =
    cursor === undefined
      ? []
      : [`(${expression}, id) ${beyond} (${bind(cursor.key)}::${keyCast(sort)}, ${bind(cursor.id)}::uuid)`]
  const key = sort === "updated" ? instantText("updated_at") : expression
  const orderBy = [expression, "id"]
  if (everPresent.includes(sort)) return [{ key, where: after, orderBy, absent: 0 }]
  const present: Part = { key, where: [`${expression} < '${absentKey}'`, ...after], orderBy, absent: 0 }
  const without: Part = { ...absent, where: [`${expression} = '${absentKey}'`, ...afterId] }
  return isPast ? [without] : [present, without]
}

export interface Statement {
  readonly text: string
  readonly params: ReadonlyArray<string | number>
}

/** Parameters that no part of the statement asks for any more are left out: their types would be unknown. */
const numbered = (text: string, all: Statement["params"]): Statement => {
  const params: Array<string | number> = []
  const places = new Map<string, string>()
  const place = (name: string): string => {
    const known = places.get(name) ?? `$${params.push(all[Number(name.slice(1)) - 1] ?? "")}`
    places.set(name, known)
    return known
  }
  return { text: text.replaceAll(/\$\d+/g, place), params }
}

const none = (columns: string): string => `(SELECT ${columns} FROM record WHERE FALSE)`

/**
 * One statement that authorises, filters, searches, sorts, counts up to a bound and builds the rows as JSON. What each
 * audience is shown is read by itself in the order of an index and cut to a page; the pages are merged.
 */
export const statement = (request: ListRequest): Statement => {
  const params: Array<string | number> = []
  const bind: Bind = (value) => `$${params.push(value)}`
  const direction = request.descending ? "DESC" : "ASC"
  const cursor = request.cursor === undefined ? Option.none() : readCursor(request.cursor, request)
  const isLost = request.cursor !== undefined && Option.isNone(cursor)
  const limit = bind(request.limit + 1)
  const found = asked(request, bind)
  const columns = (hidden: ReadonlyArray<string>) =>
    hidden.length === 0 ? "columns" : `columns - ARRAY[${hidden.map(quoted).join(", ")}]`
  const pages = (isLost ? [] : found).flatMap(({ audience, isSorted, where }) =>
    partsOf(request, isSorted, Option.getOrUndefined(cursor), bind).map(
      (part) => `(SELECT id, version, title_th, title_en, status, ${columns(audience.hidden)} AS columns, owner,
    updated_at, ${part.key} AS key, ${part.absent} AS absent
  FROM record WHERE ${[where, ...part.where].join(" AND ")}
  ORDER BY ${part.orderBy.map((by) => `${by} ${direction}`).join(", ")} LIMIT ${limit}::int)`
    )
  )
  const counts = found.map(({ where }) => `(SELECT 1 FROM record WHERE ${where} LIMIT ${countedAtMost + 1})`)
  const empty = none(
    "id, version, title_th, title_en, status, columns, owner, updated_at, ''::text AS key, 0 AS absent"
  )
  // The rows are made into JSON when the page has been cut, so that none is made for nothing.
  return numbered(
    `SELECT (SELECT count(*)::int FROM (${counts.join(" UNION ALL ") || none("1")}) AS counted) AS total,
  coalesce(json_agg(json_build_object(
    'id', id, 'version', version,
    'title', CASE WHEN title_en IS NULL THEN json_build_object('th', title_th)
      ELSE json_build_object('th', title_th, 'en', title_en) END,
    'status', status, 'columns', columns, 'owner', owner,
    'updatedAt', ${instantText("updated_at")})), '[]') AS data,
  (array_agg(key))[${bind(request.limit)}::int] AS key
FROM (SELECT * FROM (${pages.join("\nUNION ALL ") || empty}) AS merged
  ORDER BY absent, key COLLATE "C" ${direction}, id ${direction} LIMIT ${limit}::int) AS found`,
    params
  )
}
