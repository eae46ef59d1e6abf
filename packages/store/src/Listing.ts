import type { Filter, ListRequest, Range } from "@phakhi/domain/engine/EventStore"
import { countedAtMost, nextDue } from "@phakhi/domain/engine/Listing"
import { absentKey } from "@phakhi/domain/kernel/Column"
import { soughtIn } from "@phakhi/domain/kernel/SearchText"
import { bangkokDay } from "@phakhi/domain/kernel/ThaiDate"
import { type Bind, type Branch, branches, reachable } from "./Authorisation.ts"
import { type Cursor, isUuid } from "./Cursor.ts"
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

interface Part {
  /** By what the rows of this part stand in it, before their ids. */
  readonly place: string
  readonly where: ReadonlyArray<string>
  readonly orderBy: ReadonlyArray<string>
}

/** The two parts of an order: rows with a value, then rows without one, which go by their ids. */
interface Parts {
  readonly present?: Part
  readonly without?: Part
}

/** Where every row stands that has no value, or whose audience does not see it. */
const placeWithout = (sort: string): string =>
  sort === "updated" ? "'infinity'::timestamptz" : `'${absentKey}'::text COLLATE "C"`

const partsOf = (request: ListRequest, isSorted: boolean, cursor: Cursor | undefined, bind: Bind): Parts => {
  const { descending, sort } = request
  const expression = sortExpression(sort)
  const beyond = descending ? "<" : ">"
  const isPast = cursor?.key === absentKey
  const afterId = isPast ? [`id ${beyond} ${bind(cursor.id)}::uuid`] : []
  const without: Part = { place: placeWithout(sort), where: afterId, orderBy: ["id"] }
  if (!isSorted) return { without }
  const after =
    cursor === undefined
      ? []
      : [`(${expression}, id) ${beyond} (${bind(cursor.key)}::${keyCast(sort)}, ${bind(cursor.id)}::uuid)`]
  const present: Part = { place: expression, where: after, orderBy: [expression, "id"] }
  if (everPresent.includes(sort)) return { present }
  const absent: Part = { ...without, where: [`${expression} = '${absentKey}'`, ...afterId] }
  if (isPast) return { without: absent }
  return { present: { ...present, where: [`${expression} < '${absentKey}'`, ...after] }, without: absent }
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

/**
 * How many rows there are whatever is asked for: the audiences do not matter then. Values are looked up, so that they are
 * not seen by the planner: a plan for these very ones would look cheaper than the one for all, by rows seldom counted.
 */
const countOfAll = ({ actor, audiences, now, record }: ListRequest, bind: Bind): string => {
  const bound = countedAtMost + 1
  const each = reachable(actor, audiences, now, (value) => `(SELECT ${bind(value)}::text)`).map(
    (where) => `(SELECT 1 FROM record WHERE record = ${quoted(record)} AND ${where} LIMIT ${bound})`
  )
  return each.length === 0
    ? "0"
    : `(SELECT count(*)::int FROM (SELECT * FROM (${each.join(" UNION ALL ")}) AS each LIMIT ${bound}) AS counted)`
}

/** What a page shows of a row. */
const shownColumns = "id, version, title_th, title_en, status, columns, owner, updated_at, due"

/**
 * One statement that authorises, filters, searches, sorts, counts up to a bound and builds the rows as JSON. What each
 * audience is shown is read by itself in the order of an index; the branches are merged row by row, and reading ends with
 * the page.
 *
 * Where only part of the rows is asked for, they are gathered first, up to a bound, by whichever index finds them. Are
 * they few, the page is cut from these; else there are so many that the order finds a page soon.
 */
export const statement = (request: ListRequest, after?: Cursor): ListStatement => {
  const params: Array<string | number> = []
  const bind: Bind = (value) => `$${params.push(value)}`
  const { audiences, descending, now, sort } = request
  const direction = descending ? "DESC" : "ASC"
  // Written out, not bound: the planner has to know how few rows are wanted.
  const limit = String(request.limit + 1)
  const bound = countedAtMost + 1
  const found = asked(request, bind)
  const turns = (by: ReadonlyArray<string>) => `ORDER BY ${by.map((one) => `${one} ${direction}`).join(", ")}`
  const turnsOfAll = `ORDER BY absent, place ${direction}, id ${direction}`

  const steps: Array<string> = []
  const counts: Array<string> = []
  const read: { readonly [part in keyof Parts]-?: Array<string> } = { present: [], without: [] }
  for (const [index, { audience, isNarrow, isSorted, where }] of found.entries()) {
    const [gathered, counted] = [`gathered_${index}`, `counted_${index}`]
    if (isNarrow) {
      steps.push(
        `${gathered} AS MATERIALIZED (SELECT ${shownColumns}, sort_keys FROM record WHERE ${where} LIMIT ${bound})`,
        `${counted} AS MATERIALIZED (SELECT count(*)::int AS n FROM ${gathered})`
      )
    }
    counts.push(
      isNarrow
        ? `(SELECT n FROM ${counted})`
        : `(SELECT count(*)::int FROM (SELECT 1 FROM record WHERE ${where} LIMIT ${bound}) AS each)`
    )
    const sources = isNarrow
      ? [
          `${gathered} WHERE (SELECT n FROM ${counted}) <= ${countedAtMost}`,
          `record WHERE (SELECT n FROM ${counted}) > ${countedAtMost} AND ${where}`
        ]
      : [`record WHERE ${where}`]
    const parts = partsOf(request, isSorted, after, bind)
    for (const name of ["present", "without"] as const) {
      const { [name]: part } = parts
      if (part === undefined) continue
      const row = `${shownColumns}, ${part.place} AS place, ${name === "present" ? 0 : 1} AS absent, ${audiences.indexOf(audience)} AS audience`
      read[name].push(
        ...sources.map(
          (source) =>
            `(SELECT ${row} FROM ${[source, ...part.where].join(" AND ")} ${turns(part.orderBy)} LIMIT ${limit})`
        )
      )
    }
  }
  const merged = (all: ReadonlyArray<string>, by: ReadonlyArray<string>): ReadonlyArray<string> =>
    all.length < 2 ? all : [`(SELECT * FROM (${all.join("\n  UNION ALL ")}) AS each ${turns(by)} LIMIT ${limit})`]
  const pages = [...merged(read.present, ["place", "id"]), ...merged(read.without, ["id"])]
  const none = `SELECT ${shownColumns}, ${placeWithout(sort)} AS place, 1 AS absent, 0 AS audience FROM record WHERE FALSE`
  const isOfAll = Object.keys(request.filters).length === 0 && soughtIn(request.search ?? "").length === 0
  const total = isOfAll ? countOfAll(request, bind) : `least(${[...counts, "0"].join(" + ")}, ${bound})`
  const hidden = audiences.map((audience) => audience.hidden)
  const cases = hidden.flatMap((names, index) =>
    names.length === 0 ? [] : [`WHEN ${index} THEN columns - ARRAY[${names.map(quoted).join(", ")}]`]
  )
  const dueHidden = hidden.flatMap((names, index) => (names.includes(nextDue) ? [index] : []))
  const shown = `id, version, title_th, title_en, status, owner, updated_at, absent, place,
    ${cases.length === 0 ? "columns" : `CASE audience ${cases.join(" ")} ELSE columns END AS columns`},
    ${dueHidden.length === 0 ? "due" : `CASE WHEN audience NOT IN (${dueHidden.join(", ")}) THEN due END AS due`},
    ${sort === "updated" ? `CASE WHEN absent = 1 THEN '${absentKey}' ELSE ${instantText("place")} END` : "place"} AS key`
  // The rows are made into JSON when the page has been cut, so that none is made for nothing.
  const { params: given, text } = numbered(
    `${steps.length === 0 ? "" : `WITH ${steps.join(",\n")}\n`}SELECT ${total} AS total,
  coalesce(json_agg(json_build_object(
    'id', id, 'version', version,
    'title', CASE WHEN title_en IS NULL THEN json_build_object('th', title_th)
      ELSE json_build_object('th', title_th, 'en', title_en) END,
    'status', status, 'owner', owner, 'updatedAt', ${instantText("updated_at")},
    'columns', CASE WHEN due IS NULL THEN columns ELSE columns || jsonb_build_object('${nextDue}', due) END,
    'late', coalesce(due < ${bind(bangkokDay(now))}::text, false))), '[]') AS data,
  (array_agg(key))[${request.limit}] AS key
FROM (SELECT ${shown} FROM (SELECT * FROM (${pages.length === 0 ? none : pages.join("\nUNION ALL ")}) AS merged
  ${turnsOfAll} LIMIT ${limit}) AS found ${turnsOfAll}) AS page`,
    params
  )
  const isRange = (filter: Filter): boolean => !("values" in filter || "keys" in filter)
  const hasOnePlan = soughtIn(request.search ?? "").length === 0 && !Object.values(request.filters).flat().some(isRange)
  return { text, params: given, hasOnePlan }
}
