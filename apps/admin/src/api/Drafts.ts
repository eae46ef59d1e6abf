import { draftsOf } from "@phakhi/client/Drafts"
import { queryOptions } from "@tanstack/react-query"
import { client, orThrow } from "./Api.ts"

export type { DraftPlace, ListedDraft } from "@phakhi/client/Drafts"

export const drafts = draftsOf(client)

/** What one has typed and not sent, newest first. */
export const draftsQuery = queryOptions({
  queryKey: ["drafts"],
  queryFn: async ({ signal }) => (await orThrow(drafts.list(signal))).data
})
