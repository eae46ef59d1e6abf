import type { SeenEvent } from "@phakhi/domain/engine/Event"
import type { ListPage, Page } from "@phakhi/domain/engine/EventStore"
import type { NamedPerson } from "@phakhi/domain/engine/People"
import { queryOptions } from "@tanstack/react-query"
import { getJson, queryString, type View } from "./Api.ts"

export interface Listing {
  readonly search?: string
  readonly sort?: string
  readonly descending?: boolean
  readonly limit?: number
  readonly cursor?: string
  /** Only these records. */
  readonly ids?: ReadonlyArray<string>
  /** By column; the ends of a range are `due.from` and `due.to`. */
  readonly filters?: { readonly [name: string]: ReadonlyArray<string> }
}

const parametersOf = ({ filters, ids, ...rest }: Listing) => ({
  ...rest,
  ids: ids?.join(","),
  ...Object.fromEntries(Object.entries(filters ?? {}).map(([name, values]) => [name, values.join(",")]))
})

export const listPath = (plural: string, listing: Listing): string =>
  `/v1/${plural}${queryString(parametersOf(listing))}`

export const listQuery = (plural: string, listing: Listing = {}) =>
  queryOptions({
    queryKey: [plural, "list", listing],
    queryFn: ({ signal }) => getJson<ListPage>(listPath(plural, listing), signal)
  })

export const recordQuery = (plural: string, id: string) =>
  queryOptions({
    queryKey: [plural, "record", id],
    queryFn: ({ signal }) => getJson<View>(`/v1/${plural}/${id}`, signal)
  })

/** Everything that happened to a record, oldest first. */
export const historyQuery = (plural: string, id: string, version: number) =>
  queryOptions({
    queryKey: [plural, "history", id, version],
    queryFn: async ({ signal }): Promise<ReadonlyArray<SeenEvent>> => {
      const events: Array<SeenEvent> = []
      let before: number | undefined
      for (;;) {
        const page = await getJson<Page<SeenEvent>>(
          `/v1/${plural}/${id}/history${queryString({ limit: 100, before })}`,
          signal
        )
        events.push(...page.data)
        before = page.data.at(-1)?.version
        if (page.next === null || before === undefined || before <= 1) return events.reverse()
      }
    }
  })

/** Everyone whom a record and its history name to this reader, by account. */
export const peopleQuery = (plural: string, id: string, version: number) =>
  queryOptions({
    queryKey: [plural, "people", id, version],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, NamedPerson>> => {
      const people = new Map<string, NamedPerson>()
      let before: string | undefined
      for (;;) {
        const path = `/v1/${plural}/${id}/people${queryString({ limit: 100, before })}`
        const page = await getJson<Page<NamedPerson>>(path, signal)
        for (const person of page.data) people.set(person.account, person)
        if (page.next === null) return people
        before = page.next
      }
    }
  })
