import { nextDue } from "@phakhi/domain/engine/Listing"
import { isMatched, isRanged, isSorted } from "@phakhi/domain/kernel/Column"
import type { NamedColumn } from "@phakhi/domain/rendering/Labels"
import type { Listing } from "../api/Records.ts"

/** What a list shows, as its address says it: so that a filtered list can be bookmarked and sent. */
export type ListSearch = { readonly [name: string]: string | undefined }

const own: ReadonlyArray<string> = ["search", "sort", "descending", "cursor"]

export const readListSearch = (raw: Record<string, unknown>): ListSearch =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      (typeof value === "string" || typeof value === "number" || typeof value === "boolean") && String(value) !== ""
        ? [[name, String(value)]]
        : []
    )
  )

/** The parameters by which a column is filtered. */
const parametersOf = (column: NamedColumn): ReadonlyArray<string> => [
  ...(column.name === nextDue ? ["late"] : []),
  ...(isMatched(column) ? [column.name] : []),
  ...(isRanged(column) ? [`${column.name}.from`, `${column.name}.to`] : [])
]

export const listingOf = (search: ListSearch, columns: ReadonlyArray<NamedColumn>): Listing => {
  const sort = columns.find((column) => column.name === search["sort"] && isSorted(column))
  const filters = Object.fromEntries(
    columns
      .flatMap(parametersOf)
      .flatMap((name) => (search[name] === undefined ? [] : [[name, search[name].split(",")]]))
  )
  return {
    ...(search["search"] === undefined ? {} : { search: search["search"] }),
    ...(sort === undefined ? {} : { sort: sort.name }),
    ...(search["descending"] === "true" ? { descending: true } : {}),
    ...(search["cursor"] === undefined ? {} : { cursor: search["cursor"] }),
    limit: 25,
    filters
  }
}

/** The chosen filters, one for each value. */
export const chosen = (search: ListSearch): ReadonlyArray<readonly [name: string, value: string]> =>
  Object.entries(search).flatMap(([name, values]) =>
    own.includes(name) || values === undefined ? [] : values.split(",").map((value) => [name, value] as const)
  )

/** A change of what is shown begins at the first page again. */
export const withParameter = (search: ListSearch, name: string, value: string | undefined): ListSearch => {
  const { cursor: _, [name]: __, ...rest } = search
  return value === undefined || value === "" ? rest : { ...rest, [name]: value }
}

export const withFilter = (search: ListSearch, name: string, values: ReadonlyArray<string>): ListSearch =>
  withParameter(search, name, values.join(","))

/** First this column upwards, then downwards. */
export const sortedBy = (search: ListSearch, column: string): ListSearch => {
  const again = (search["sort"] ?? "title") === column
  return withParameter(
    withParameter(search, "sort", column),
    "descending",
    again && search["descending"] !== "true" ? "true" : undefined
  )
}
