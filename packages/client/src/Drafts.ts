import type { DraftPlace, KeptDraft, ListedDraft, TypedDraft } from "@phakhi/domain/engine/DraftInput"
import type { Answer, Client } from "./Client.ts"

export type { DraftPlace, KeptDraft, ListedDraft, TypedDraft } from "@phakhi/domain/engine/DraftInput"

export interface Drafts {
  readonly list: (signal?: AbortSignal) => Answer<{ readonly data: ReadonlyArray<ListedDraft> }>
  readonly get: (place: DraftPlace, signal?: AbortSignal) => Answer<{ readonly draft: KeptDraft | null }>
  readonly keep: (place: DraftPlace, typed: TypedDraft) => Answer<{ readonly keptAt: string }>
  readonly drop: (place: DraftPlace) => Answer<{ readonly draft: null }>
}

const path = "/v1/drafts"
const pathOf = ({ operation, part, record }: DraftPlace): string =>
  `${path}/${operation}/${record}${part === "" ? "" : `?${new URLSearchParams({ part })}`}`

/** What the caller has typed into forms and not sent. */
export const draftsOf = ({ send }: Pick<Client, "send">): Drafts => ({
  list: (signal) => send("GET", path, undefined, signal) as ReturnType<Drafts["list"]>,
  get: (place, signal) => send("GET", pathOf(place), undefined, signal) as ReturnType<Drafts["get"]>,
  keep: (place, typed) => send("PUT", pathOf(place), { json: typed }) as ReturnType<Drafts["keep"]>,
  drop: (place) => send("DELETE", pathOf(place)) as ReturnType<Drafts["drop"]>
})
