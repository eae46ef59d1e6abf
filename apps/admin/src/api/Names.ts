import type { ListedRow, Page } from "@phakhi/domain/engine/EventStore"
import { queryOptions } from "@tanstack/react-query"
import type { Words } from "../words/Language.tsx"
import { getJson } from "./Api.ts"
import { listPath } from "./Records.ts"

type Named = Words | null

interface Asked {
  readonly settle: (name: Named) => void
  readonly fail: (cause: unknown) => void
}

/** What a page of names may hold at most. */
const atMost = 100
const waiting = new Map<string, Map<string, Array<Asked>>>()

const ask = async (plural: string, asked: ReadonlyMap<string, ReadonlyArray<Asked>>): Promise<void> => {
  const everyone = [...asked.values()].flat()
  try {
    const ids = [...asked.keys()]
    const page = await getJson<Page<ListedRow>>(listPath(plural, { ids, limit: atMost }))
    const names = new Map(page.data.map(({ id, title }) => [id, title]))
    for (const [id, askers] of asked) for (const { settle } of askers) settle(names.get(id) ?? null)
  } catch (cause) {
    for (const { fail } of everyone) fail(cause)
  }
}

const askAll = (plural: string): void => {
  const all = [...(waiting.get(plural) ?? [])]
  waiting.delete(plural)
  for (let from = 0; from < all.length; from += atMost) void ask(plural, new Map(all.slice(from, from + atMost)))
}

/** Names asked for at the same moment travel together. */
const nameOf = (plural: string, id: string): Promise<Named> =>
  new Promise((settle, fail) => {
    const asked = waiting.get(plural) ?? new Map<string, Array<Asked>>()
    if (asked.size === 0) setTimeout(askAll, 0, plural)
    asked.set(id, [...(asked.get(id) ?? []), { settle, fail }])
    waiting.set(plural, asked)
  })

/** What a record is called; `null` where the reader may not see it, which is no error. */
export const nameQuery = (plural: string, id: string) =>
  queryOptions({ queryKey: [plural, "name", id], queryFn: () => nameOf(plural, id), staleTime: 300_000 })
