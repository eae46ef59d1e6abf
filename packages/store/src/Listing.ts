import type { Filter, ListRequest, Range } from "@phakhi/domain/engine/EventStore"
import { countedAtMost, nextDue } from "@phakhi/domain/engine/Listing"
import { absentKey } from "@phakhi/domain/kernel/Column"
import { soughtIn } from "@phakhi/domain/kernel/SearchText"
import { bangkokDay } from "@phakhi/domain/kernel/ThaiDate"
import { Option } from "effect"
import { type Bind, type Branch, branches } from "./Authorisation.ts"
import { type Cursor, isUuid, readCursor } from "./Cursor.ts"
import { instantText } from "./Instants.ts"

/** As a string within a statement: names of columns are part of the expressions that are indexed. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** By what a list sorts, exactly as it is indexed. */
export const sortExpression = (column: string): string => {
  if (column === "updated") return "updated_at"
  if (column === nextDue) return `(coalesce(due, '${absentKey}') COLLATE "C")`
  return column === "status" ? "status" : `(coalesce(sort_keys->>${quoted(column)}, '${absentKey}') COLLATE "C")`
}

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

const holding = (column: string, values: ReadonlyArray<string>, bind: Bind): string =>
  values.length === 0
    ? "FALSE"
    : `columns->${quoted(column)} ?| ARRAY[${values.map((value) => `${bind(value)}::text`).join(", ")}]`

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
  if ("holds" in filter) return holding(column, filter.holds, bind)
  return "keys" in filter ? oneKey(column, filter.keys, bind) : range(column, filter, bind)
}

/** How the rows of one audience are asked for, whatever the order. */
interface Asked extends Branch {
  readonly isSorted: boolean
  /** Filters, words or a scope without an order of its own leave part of the rows. */
  readonly isNarrow: boolean
}

/** Which of the owners asked for a branch can have at all; undefined where none are asked for. */
const ownersIn = ({ notOwner, owner }: Branch, filters: ListRequest["filters"]): ReadonlyArray<string> | undefined => {
  const asked = filters["owner"]?.flatMap((filter) => ("values" in filter ? [filter.values] : []))
  const [first, ...others] = asked ?? []
  return first?.filter(
    (one) =>
      others.every((values) => values.includes(one)) && (owner === undefined || one === owner) && one !== notOwner
  )
}

const asked = (request: ListRequest, bind: Bind): ReadonlyArray<Asked> => {
  const filters = Object.entries(request.filters)
  const words = soughtIn(request.search ?? "").map((word) => `${bind(`%${literally(word)}%`)}::text`)
  const filtered = filters.flatMap(([column, all]) =>
    column === "owner" ? [] : all.map((filter) => condition(column, filter, bind))
  )
  return branches(request.actor, request.audiences, request.now, bind).flatMap((branch) => {
    const { audience, isInOrder, owner, where } = branch
    if (filters.some(([column]) => audience.hidden.includes(column))) return []
    const owners = ownersIn(branch, request.filters)
    if (owners?.length === 0) return []
    const owned = owners === undefined || owner !== undefined ? [] : [oneOf("owner", owners, bind)]
    const found = words.map((word) =>
      audience.searchesFurther
        ? `(search LIKE ${word} OR (search_further <> '' AND search_further LIKE ${word}))`
        : `search LIKE ${word}`
    )
    const narrowing = [...owned, ...filtered, ...found]
    const conditions = [`record = ${quoted(request.record)}`, where, ...narrowing]
    return [
      {
        ...branch,
        where: conditions.filter((sql) => sql !== "TRUE").join(" AND "),
        isSorted: !audience.hidden.includes(request.sort),
        isNarrow: !isInOrder || narrowing.length > 0
      }
    ]
  })
}

/** The key by which a row sorts; without one, or where its audience does not see the column, it comes last. */
const keyOf = (sort: string, isSorted: boolean): string => {
  if (!isSorted) return `'${absentKey}'::text`
  return sort === "updated" ? instantText("updated_at") : sortExpression(sort)
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
  const absent: Part = { key: keyOf(sort, false), where: afterId, orderBy: ["id"], absent: 1 }
  if (!isSorted) return [absent]
  const after =
    cursor === undefined
      ? []
      : [`(${expression}, id) ${beyond} (${bind(cursor.key)}::${keyCast(sort)}, ${bind(cursor.id)}::uuid)`]
  const key = keyOf(sort, true)
  const orderBy = [expression, "id"]
  if (everPresent.includes(sort)) return [{ key, where: after, orderBy, absent: 0 }]
  const present: Part = { key, where: [`${expression} < '${absentKey}'`, ...after], orderBy, absent: 0 }
  const without: Part = { ...absent, where: [`${expression} = '${absentKey}'`, ...afterId] }
  return isPast ? [without] : [present, without]
}

/** What of the rows that were gathered comes after the cursor. */
const gatheredAfter = (cursor: Cursor | undefined, descending: boolean, bind: Bind): string => {
  if (cursor === undefined) return ""
  const beyond = descending ? "<" : ">"
  const id = `${bind(cursor.id)}::uuid`
  if (cursor.key === absentKey) return ` AND absent = 1 AND id ${beyond} ${id}`
  return ` AND (absent = 1 OR (key COLLATE "C", id) ${beyond} (${bind(cursor.key)}::text, ${id}))`
}

export interface Statement {
  readonly text: string
  readonly params: ReadonlyArray<string | number>
}

export interface ListStatement extends Statement {
  /**
   * One plan does for all values. Not where words are sought or ranges are given: some of them have few rows, others
   * most, and the index that finds few of them is the wrong one for many.
   */
  readonly hasOnePlan: boolean
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
 *
 * Where only part of the rows is asked for, they are counted first, up to a bound, by whichever index finds them. Are
 * they few, they are gathered and the page is cut from these; else there are so many that the order finds a page soon.
 */
export const statement = (request: ListRequest): ListStatement => {
  const params: Array<string | number> = []
  const bind: Bind = (value) => `$${params.push(value)}`
  const { descending, sort } = request
  const direction = descending ? "DESC" : "ASC"
  const cursor = request.cursor === undefined ? Option.none() : readCursor(request.cursor, request)
  const isLost = request.cursor !== undefined && Option.isNone(cursor)
  const after = Option.getOrUndefined(cursor)
  // Written out, not bound: the planner has to know how few rows are wanted.
  const limit = String(request.limit + 1)
  const found = asked(request, bind)
  const bound = countedAtMost + 1
  const row = (hidden: ReadonlyArray<string>, key: string, absent: string) =>
    `id, version, title_th, title_en, status, ${hidden.length === 0 ? "columns" : `columns - ARRAY[${hidden.map(quoted).join(", ")}] AS columns`}, owner,
    updated_at, ${hidden.includes(nextDue) ? "NULL::text AS due" : "due"}, ${key} AS key, ${absent} AS absent`
  const inOrder = ({ audience, isSorted, where }: Asked, only: ReadonlyArray<string>) =>
    partsOf(request, isSorted, after, bind).map(
      (part) => `(SELECT ${row(audience.hidden, part.key, String(part.absent))}
  FROM record WHERE ${[...only, where, ...part.where].join(" AND ")}
  ORDER BY ${part.orderBy.map((by) => `${by} ${direction}`).join(", ")} LIMIT ${limit})`
    )
  const steps: Array<string> = []
  const counts: Array<string> = []
  const pages: Array<string> = []
  for (const branch of found) {
    const { audience, isNarrow, isSorted, where } = branch
    const count = `(SELECT count(*)::int FROM (SELECT 1 FROM record WHERE ${where} LIMIT ${bound}) AS each)`
    if (!isNarrow) {
      counts.push(count)
      pages.push(...inOrder(branch, []))
      continue
    }
    const [counted, gathered] = [`counted_${counts.length}`, `gathered_${counts.length}`]
    const key = keyOf(sort, isSorted)
    const absent = isSorted && everPresent.includes(sort) ? "0" : `(${key} = '${absentKey}')::int`
    const many = `(SELECT n FROM ${counted}) > ${countedAtMost}`
    steps.push(
      `${counted} AS MATERIALIZED (SELECT ${count} AS n)`,
      `${gathered} AS MATERIALIZED (SELECT ${row(audience.hidden, key, absent)}
  FROM record WHERE NOT (${many}) AND ${where})`
    )
    counts.push(`(SELECT n FROM ${counted})`)
    pages.push(
      `(SELECT * FROM ${gathered} WHERE TRUE${gatheredAfter(after, descending, bind)}
  ORDER BY absent, key COLLATE "C" ${direction}, id ${direction} LIMIT ${limit})`,
      ...inOrder(branch, [many])
    )
  }
  const empty = none(
    "id, version, title_th, title_en, status, columns, owner, updated_at, due, ''::text AS key, 0 AS absent"
  )
  // The rows are made into JSON when the page has been cut, so that none is made for nothing.
  const { params: given, text } = numbered(
    `${steps.length === 0 ? "" : `WITH ${steps.join(",\n")}\n`}SELECT
  least(${[...counts, "0"].join(" + ")}, ${bound}) AS total,
  coalesce(json_agg(json_build_object(
    'id', id, 'version', version,
    'title', CASE WHEN title_en IS NULL THEN json_build_object('th', title_th)
      ELSE json_build_object('th', title_th, 'en', title_en) END,
    'status', status, 'owner', owner, 'updatedAt', ${instantText("updated_at")},
    'columns', CASE WHEN due IS NULL THEN columns ELSE columns || jsonb_build_object('${nextDue}', due) END,
    'late', coalesce(due < ${bind(bangkokDay(request.now))}::text, false))), '[]') AS data,
  (array_agg(key))[${request.limit}] AS key
FROM (SELECT * FROM (${(isLost ? "" : pages.join("\nUNION ALL ")) || empty}) AS merged
  ORDER BY absent, key COLLATE "C" ${direction}, id ${direction} LIMIT ${limit}) AS found`,
    params
  )
  const isRange = (filter: Filter): boolean => !("values" in filter || "keys" in filter)
  const hasOnePlan = soughtIn(request.search ?? "").length === 0 && !Object.values(request.filters).flat().some(isRange)
  return { text, params: given, hasOnePlan }
}
