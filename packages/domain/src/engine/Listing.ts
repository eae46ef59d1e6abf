import { type Access, type Actor, isGrantFor } from "../kernel/Actor.ts"
import { type Audiences, audienceOf } from "../kernel/Audience.ts"
import * as Column from "../kernel/Column.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import { searchText, soughtIn } from "../kernel/SearchText.ts"
import { sortKey } from "../kernel/SortKey.ts"
import { addDays, bangkokDay, type Instant, type IsoDate } from "../kernel/ThaiDate.ts"
import type { Filter, ListAudience, ListedRow, ListRequest } from "./EventStore.ts"
import type { Row } from "./Record.ts"

/** Columns of every list. */
export const ownColumns = {
  title: Column.text("ชื่อ", "Title", { seenBy: "everyone" }),
  status: Column.choice("สถานะ", "Status", { seenBy: "everyone" }),
  owner: Column.reference("organisation", "หน่วยงาน", "Agency", { seenBy: "everyone" }),
  updated: Column.date("แก้ไขล่าสุด", "Last change", { seenBy: "everyone" })
} as const

/** The nearest day by which something is due; kept with what the record waits for, not with its row. */
export const nextDue = "nextDue"
const nextDueColumn = (seenBy: Column.SeenBy) => Column.date("ครบกำหนดถัดไป", "Next due", { seenBy })

interface Listing<State, C extends Column.Columns, Status extends string> {
  /** The columns beside those of every list. */
  readonly columns: C
  /** False where another column says the same as the owner, or the record is itself the owner, as an organisation is. */
  readonly owner?: false
  /** Who sees the nearest day by which something is due, where that can be. */
  readonly nextDue?: Column.SeenBy
  readonly row: (state: State) => {
    readonly title: LocalizedText
    readonly status: Status
    readonly columns: Column.Values<C>
    /** Further words that a search finds, for whoever may read the record at all. */
    readonly search?: ReadonlyArray<string>
  }
}

const wordsOf = (columns: Column.Columns, values: Column.Values<Column.Columns>, isOpen: boolean) =>
  Object.entries(columns).flatMap(([name, { searched, seenBy }]) =>
    searched === true && (seenBy === "everyone") === isOpen && values[name] !== undefined ? [String(values[name])] : []
  )

const allColumns = ({
  columns,
  nextDue: seenBy,
  owner: owned
}: Pick<Listing<never, Column.Columns, string>, "columns" | "nextDue" | "owner">): Column.Columns => {
  const { owner, ...others } = ownColumns
  return {
    ...others,
    ...(owned === false ? {} : { owner }),
    ...columns,
    ...(seenBy === undefined ? {} : { [nextDue]: nextDueColumn(seenBy) })
  }
}

/** The columns of a record type with the row that gives each of them a value: a missing one does not compile. */
export const listing = <State, const C extends Column.Columns, const Status extends string>({
  columns,
  row,
  ...own
}: Listing<State, C, Status>) => ({
  columns: allColumns({ columns, ...own }),
  row: (state: State): Row<Status> => {
    const { columns: values, search = [], status, title } = row(state)
    const { columns: shown, keys } = Column.listed(columns, values)
    return {
      title,
      status,
      columns: shown,
      keys: { ...keys, title: sortKey(title.th), status },
      search: searchText([title.th, title.en ?? "", ...search, ...wordsOf(columns, values, true)]),
      searchFurther: searchText(wordsOf(columns, values, false))
    }
  }
})

/** The audiences of a type, with what each does not see of its lists: of what is due nothing, unless that is declared. */
export const listAudiences = (audiences: Audiences, columns: Column.Columns): ListAudience[] => {
  const further = Object.keys(columns).filter(
    (column) => columns[column]?.searched === true && columns[column].seenBy !== "everyone"
  )
  return audiences.map(({ allow, name }) => {
    const hidden = [...new Set([...Object.keys(columns), nextDue])].filter((column) => {
      const declared = columns[column]
      return declared === undefined || !Column.isSeenBy(declared, name)
    })
    const searchesFurther = further.length > 0 && !further.some((column) => hidden.includes(column))
    return { allow, hidden, searchesFurther }
  })
}

/**
 * The columns that an actor sees of no record of a type, whichever they are shown: none of the audiences that they can be
 * in has them.
 */
export const columnsHiddenFrom = (
  { audiences, columns }: { readonly audiences: Audiences; readonly columns: Column.Columns },
  actor: Actor | null
): ReadonlyArray<string> => {
  if (actor?.kind === "system") return []
  const open = audiences.filter(({ allow }) => allow.some((grant) => isGrantFor(actor, grant)))
  return Object.entries(columns).flatMap(([name, column]) =>
    open.some((audience) => Column.isSeenBy(column, audience.name)) ? [] : [name]
  )
}

/** The inputs of a list that sort or filter by one of these columns. */
export const askingBy = (
  columns: ReadonlyArray<string>,
  input: { readonly [name: string]: unknown }
): ReadonlyArray<string> =>
  Object.entries(input).flatMap(([name, value]) => {
    const column = name === "sort" ? value : name === "late" ? nextDue : name.replace(/\.(?:from|to)$/u, "")
    return typeof column === "string" && value !== undefined && columns.includes(column) ? [name] : []
  })

/** One end of a range of days, months or amounts, as the store compares it. */
const bounds = (name: string, column: Column.Column, from: unknown, to: unknown): Filter => {
  const key = (bound: unknown, time: string) =>
    name === "updated"
      ? new Date(`${bound as IsoDate}T${time}+07:00`).toISOString()
      : Column.boundKey(column, bound as string | number | bigint)
  return {
    ...(from === undefined ? {} : { from: key(from, "00:00:00.000") }),
    ...(to === undefined ? {} : { to: key(to, "23:59:59.999") })
  }
}

/** Choices and numbers are compared by the key that they sort by, so that one index serves both. */
const oneOf = (name: string, column: Column.Column, values: ReadonlyArray<string>): Filter => {
  if (column.kind === "choices") return { holds: values }
  if (name === "status" || (column.kind !== "choice" && column.kind !== "number")) return { values }
  const known = column.kind === "number" ? values.filter((value) => /^-?\d{1,15}$/u.test(value)) : values
  return { keys: known.map((value) => Column.boundKey(column, value)) }
}

/** What an input of a list filters by: `status` one of several values, `value.from` and `value.to` a range, `late`. */
export const filtersOf = (
  columns: Column.Columns,
  input: { readonly [name: string]: unknown },
  today: IsoDate
): ListRequest["filters"] => {
  const filters: Record<string, ReadonlyArray<Filter>> = {}
  for (const [name, column] of Object.entries(columns)) {
    const values = input[name]
    const [from, to] = [input[`${name}.from`], input[`${name}.to`]]
    const asked: ReadonlyArray<Filter> = [
      ...(typeof values === "string" ? [oneOf(name, column, values.split(","))] : []),
      ...(from === undefined && to === undefined ? [] : [bounds(name, column, from, to)]),
      ...(name === nextDue && input["late"] === true ? [{ to: addDays(today, -1) }] : [])
    ]
    if (asked.length > 0) filters[name] = asked
  }
  return typeof input["ids"] === "string" ? { ...filters, id: [{ values: input["ids"].split(",") }] } : filters
}

/** A row as a store holds it, with all that decides whether and where it is listed. */
export interface Candidate {
  readonly id: string
  readonly version: number
  readonly row: Row
  readonly access: Access
  readonly updatedAt: string
  readonly due: IsoDate | null
}

/** The audience of the list that an actor is in for one record, if any. */
const audienceFor = (
  audiences: ReadonlyArray<ListAudience>,
  actor: Actor | null,
  access: Access,
  now: Instant
): ListAudience | undefined => {
  const named = audiences.map(({ allow }, index) => ({ name: String(index), allow }))
  const [first, ...others] = named
  if (first === undefined) return undefined
  const name = audienceOf([first, ...others] as unknown as Audiences, actor, access, { now })
  return name === undefined ? undefined : audiences[Number(name)]
}

const valueOf = ({ access, id, row }: Candidate, name: string): string | undefined => {
  if (name === "id") return id
  if (name === "status") return row.status
  if (name === "owner") return access.owner ?? undefined
  const value = row.columns[name]
  return value === undefined || typeof value === "object" ? undefined : String(value)
}

const sortedBy = ({ due, row, updatedAt }: Candidate, name: string): string | undefined => {
  if (name === "updated") return updatedAt
  return name === nextDue ? (due ?? undefined) : row.keys[name]
}

const isMet = (candidate: Candidate, name: string, filter: Filter): boolean => {
  if ("values" in filter) return filter.values.some((value) => value === valueOf(candidate, name))
  if ("holds" in filter) {
    const held = candidate.row.columns[name]
    return Array.isArray(held) && filter.holds.some((value) => held.includes(value))
  }
  const key = sortedBy(candidate, name)
  if (key === undefined) return false
  if ("keys" in filter) return filter.keys.includes(key)
  return (filter.from === undefined || filter.from <= key) && (filter.to === undefined || key <= filter.to)
}

/** A row that a list has found, as its reader sees it, and by what it sorts. */
export interface Found {
  readonly key: string
  readonly listed: ListedRow
}

/**
 * Whether and how a record is listed: the rule that a store renders to SQL. A column that the reader's audience of this
 * record does not see is absent in every respect.
 */
export const find = (request: ListRequest, candidate: Candidate): Found | undefined => {
  const { access, due, id, row, updatedAt, version } = candidate
  const audience = audienceFor(request.audiences, request.actor, access, request.now)
  if (audience === undefined) return undefined
  const sees = (name: string) => !audience.hidden.includes(name)
  const text = `${row.search}${audience.searchesFurther ? `\n${row.searchFurther}` : ""}`
  const isFound =
    Object.entries(request.filters).every(
      ([name, filters]) => sees(name) && filters.every((filter) => isMet(candidate, name, filter))
    ) && soughtIn(request.search ?? "").every((word) => text.includes(word))
  if (!isFound) return undefined
  const seenDue = due !== null && sees(nextDue) ? due : undefined
  return {
    key: (sees(request.sort) ? sortedBy(candidate, request.sort) : undefined) ?? Column.absentKey,
    listed: {
      id,
      version,
      title: row.title,
      status: row.status,
      columns: {
        ...Object.fromEntries(Object.entries(row.columns).filter(([name]) => sees(name))),
        ...(seenDue === undefined ? {} : { [nextDue]: seenDue })
      },
      owner: access.owner,
      updatedAt,
      late: seenDue !== undefined && seenDue < bangkokDay(request.now)
    }
  }
}

/** The order of a list: by the column, what is absent last; where it is the same, by id. */
export const inOrder =
  ({ descending }: Pick<ListRequest, "descending">) =>
  (left: Found, right: Found): number => {
    const absent = Number(left.key === Column.absentKey) - Number(right.key === Column.absentKey)
    if (absent !== 0) return absent
    const [first, second] = left.key === right.key ? [left.listed.id, right.listed.id] : [left.key, right.key]
    return (first < second ? -1 : first > second ? 1 : 0) * (descending ? -1 : 1)
  }

/** Further records are not counted: a list says that there are more. */
export const countedAtMost = 1000
