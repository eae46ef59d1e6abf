import type { Reader } from "@phakhi/domain/engine/Reader"
import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import type { Words } from "../words/Language.tsx"
import type { ListSearch } from "./ListSearch.ts"

/** A list as someone wants to see it again. */
export interface ListView {
  readonly name: Words
  readonly search: ListSearch
}

const prefix = "phakhi.views."
const longest = 60

/** What is sought among people is about people, and does not stay on a device. */
const personal: ReadonlyArray<string> = ["account"]

export const mayKeepViews = (record: string): boolean => !personal.includes(record)

export const keyOf = (account: string, record: string): string => `${prefix}${account}.${record}`

const isView = (value: unknown): value is { readonly name: string; readonly search: ListSearch } =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  typeof value.name === "string" &&
  "search" in value &&
  typeof value.search === "object" &&
  value.search !== null

/** Views that the person has kept on this device. */
export const keptViews = (key: string): ReadonlyArray<ListView> => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]")
    return Array.isArray(kept) ? kept.filter(isView).map(({ name, search }) => ({ name: { th: name }, search })) : []
  } catch {
    return []
  }
}

const keep = (key: string, views: ReadonlyArray<ListView>): ReadonlyArray<ListView> => {
  try {
    localStorage.setItem(key, JSON.stringify(views.map(({ name, search }) => ({ name: name.th, search }))))
  } catch {
    // A full or closed storage loses the view when the page goes, nothing else.
  }
  return views
}

/** A name stands once: kept again, it shows what is chosen now. */
export const keepView = (key: string, name: string, search: ListSearch): ReadonlyArray<ListView> => {
  const named = name.trim().slice(0, longest)
  const { cursor: _, ...shown } = search
  const others = keptViews(key).filter((view) => view.name.th !== named)
  return keep(key, [...others, { name: { th: named }, search: shown }])
}

export const dropView = (key: string, name: string): ReadonlyArray<ListView> =>
  keep(
    key,
    keptViews(key).filter((view) => view.name.th !== name)
  )

const scoped = [
  { scope: "own-agency", column: "owner", name: { th: "ของหน่วยงานเรา", en: "Our agency's" } },
  { scope: "own-organisation", column: "recipient", name: { th: "ที่เรารับมอบ", en: "Given to us" } }
] as const

/** What concerns the reader's own organisation, as far as the reader's roles read it, then the whole list. */
export const standardViews = (
  { allow, type }: Pick<Reader, "allow" | "type">,
  { organisation, roles }: Pick<AccountHolder, "organisation" | "roles">
): ReadonlyArray<ListView> => {
  const held = allow.flatMap((grant) => ("role" in grant && roles.includes(grant.role) ? [grant.scope] : []))
  const ours = scoped.flatMap(({ column, name, scope }) =>
    organisation !== null && type.columns[column] !== undefined && held.includes(scope)
      ? [{ name, search: { [column]: organisation } }]
      : []
  )
  return [...ours, { name: { th: "ทั้งหมด", en: "All" }, search: {} }]
}

/** Whether the list shows just this; the page that it is turned to does not matter. */
export const shows = (search: ListSearch, view: ListView): boolean => {
  const entriesOf = (of: ListSearch) =>
    Object.entries(of)
      .filter(([name, value]) => name !== "cursor" && value !== undefined)
      .map((entry) => entry.join("="))
      .sort()
      .join("&")
  return entriesOf(search) === entriesOf(view.search)
}
