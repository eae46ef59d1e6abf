import type { Listing } from "../api/Records.ts"

/** What a list shows, as its address says it: so that a filtered list can be bookmarked and sent. */
export type ListSearch = { readonly [name: string]: string | undefined }

const own: ReadonlyArray<string> = ["search", "sort", "descending", "cursor"]
const sorts = ["title", "updated", "status"] as const

export const readListSearch = (raw: Record<string, unknown>): ListSearch =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      (typeof value === "string" || typeof value === "number" || typeof value === "boolean") && String(value) !== ""
        ? [[name, String(value)]]
        : []
    )
  )

export const listingOf = (search: ListSearch, facets: ReadonlyArray<string>): Listing => {
  const sort = sorts.find((candidate) => candidate === search["sort"])
  const filters = Object.fromEntries(
    facets.flatMap((facet) => (search[facet] === undefined ? [] : [[facet, search[facet].split(",")]]))
  )
  return {
    ...(search["search"] === undefined ? {} : { search: search["search"] }),
    ...(sort === undefined ? {} : { sort }),
    ...(search["descending"] === "true" ? { descending: true } : {}),
    ...(search["cursor"] === undefined ? {} : { cursor: search["cursor"] }),
    limit: 25,
    filters
  }
}

/** The chosen filters, one for each value. */
export const chosen = (search: ListSearch): ReadonlyArray<readonly [facet: string, value: string]> =>
  Object.entries(search).flatMap(([facet, values]) =>
    own.includes(facet) || values === undefined ? [] : values.split(",").map((value) => [facet, value] as const)
  )

/** A change of what is shown begins at the first page again. */
export const withParameter = (search: ListSearch, name: string, value: string | undefined): ListSearch => {
  const { cursor: _, [name]: __, ...rest } = search
  return value === undefined || value === "" ? rest : { ...rest, [name]: value }
}

export const withFilter = (search: ListSearch, facet: string, values: ReadonlyArray<string>): ListSearch =>
  withParameter(search, facet, values.join(","))

/** First this column upwards, then downwards. */
export const sortedBy = (search: ListSearch, column: string): ListSearch => {
  const again = (search["sort"] ?? "title") === column
  return withParameter(
    withParameter(search, "sort", column),
    "descending",
    again && search["descending"] !== "true" ? "true" : undefined
  )
}
