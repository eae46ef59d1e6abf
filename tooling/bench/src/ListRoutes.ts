import type { Shot } from "./Fire.ts"
import { type Scale, words } from "./Scale.ts"

const day = 86_400_000
const dayIn = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10)

export interface Workload {
  readonly name: string
  readonly path: (scale: Scale) => string
  /** Who asks; an officer of an agency that owns one in twenty, unless it is said. */
  readonly as?: "editor" | "executive"
  /** The page that is asked for; the first unless it is said. */
  readonly page?: number
}

const list = (name: string, query: Readonly<Record<string, string>>, more: Omit<Workload, "name" | "path"> = {}) => ({
  name,
  path: () => `/v1/partnerships?${new URLSearchParams(query)}`,
  ...more
})
const tasks = (name: string, query: Readonly<Record<string, string>>, more: Omit<Workload, "name" | "path"> = {}) => ({
  name,
  path: () => `/v1/tasks?${new URLSearchParams(query)}`,
  ...more
})

/** What people ask of lists and tasks, each of all records that there are. */
export const workloads: ReadonlyArray<Workload> = [
  list("first page", {}),
  list("100th page", {}, { page: 100 }),
  ...["status", "updated", "model", "step", "value", "due"].map((sort) => list(`by ${sort}`, { sort })),
  list("last changed, 100th page", { sort: "updated", descending: "true" }, { page: 100 }),
  list("as a partner", {}, { as: "editor" }),
  list("one status of ten", { status: "Suspended" }),
  list("two statuses", { status: "Suspended,Closed" }),
  { name: "own agency", path: ({ filled }) => `/v1/partnerships?owner=${filled.organisations.agency}` },
  { name: "of one mission", path: ({ mission }) => `/v1/partnerships?mission=${mission}` },
  list("value, one in fifty", { "value.from": "1000000.00", "value.to": "2000000.00" }),
  list("value, one in fifty, by value", { "value.from": "1000000.00", "value.to": "2000000.00", sort: "value" }),
  list("ends within a month", { "due.from": dayIn(0), "due.to": dayIn(30), sort: "due" }),
  list("common word", { search: words.common }),
  list("word of one in 77", { search: words.inOneOf77 }),
  list("rare word", { search: words.rare }),
  list("common word, one status of ten", { search: words.common, status: "Suspended" }),
  list("common word, 100th page", { search: words.common }, { page: 100 }),
  tasks("tasks, many", {}),
  tasks("tasks, many, 100th page", { of: "organisation" }, { page: 100 }),
  tasks("tasks, few", {}, { as: "executive" }),
  tasks("tasks of others", { of: "others" }),
  tasks("tasks, late", { late: "true" })
]

/** The workloads that the reference has a statement for. */
export const comparable: ReadonlyArray<string> = [
  "first page",
  "100th page",
  "last changed, 100th page",
  "one status of ten",
  "of one mission",
  "common word",
  "rare word"
]

const pageSize = 50

/** The request of a workload: for a later page, the pages before it are turned. */
export const shotOf = async (url: string, scale: Scale, workload: Workload): Promise<Shot> => {
  const { as = "officer", page = 1 } = workload
  const headers = { authorization: `Bearer ${scale.filled.keys[as]}` }
  const path = workload.path(scale)
  const join = path.includes("?") ? "&" : "?"
  let cursor = ""
  for (let turned = 1; turned < page; turned++) {
    const response = await fetch(`${url}${path}${join}limit=${pageSize}${cursor}`, { headers })
    const { next } = (await response.json()) as { readonly next: string | null }
    if (next === null) break
    cursor = `&cursor=${encodeURIComponent(next)}`
  }
  return { method: "GET", path: `${path}${join}limit=${pageSize}${cursor}`, headers }
}
