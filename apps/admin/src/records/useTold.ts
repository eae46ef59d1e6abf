import { catalogue } from "@phakhi/domain/catalogue"
import { readerOf } from "@phakhi/domain/engine/Catalogue"
import type { Command } from "@phakhi/domain/engine/Operation"
import { actWords } from "@phakhi/domain/rendering/Acts"
import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import type { View } from "../api/Api.ts"
import { historyQuery } from "../api/Records.ts"
import { saySaved } from "../app/saved.ts"
import { useSay, type Words } from "../words/Language.tsx"
import { lastAct } from "./Changes.ts"

/** What the act that brought a record to this version has come to: the record's history says it. */
const cameTo = async (client: QueryClient, operation: Command, { id, version }: View): Promise<Words> => {
  const plural = readerOf(catalogue, operation.record)?.type.plural
  if (operation.outcomes === undefined || plural === undefined) return operation.summary
  const events = await client.fetchQuery(historyQuery(plural, id, version)).catch(() => [])
  return actWords(operation, lastAct(events))
}

/** Says what an act has come to, once it was carried out. */
export const useTold = () => {
  const say = useSay()
  const client = useQueryClient()
  return async (operation: Command, view: View): Promise<void> => saySaved(say, await cameTo(client, operation, view))
}
