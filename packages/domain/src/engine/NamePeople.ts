import { Effect, Option } from "effect"
import { AccountId } from "../kernel/Actor.ts"
import type { Catalogue } from "./Catalogue.ts"
import { load } from "./OpenRecord.ts"
import type { NamedPerson } from "./People.ts"

/** Names the people of these accounts, of which the asker was shown every one: no other is ever looked up. */
export const named = Effect.fnUntraced(function* (catalogue: Catalogue, accounts: ReadonlyArray<string>) {
  const type = catalogue.readers.find((reader) => reader.type.person !== undefined)?.type
  if (type?.person === undefined) return []
  const { person } = type
  const found = yield* Effect.forEach(accounts, (account) => load(type, account), { concurrency: 8 })
  return found.flatMap(
    (one): ReadonlyArray<NamedPerson> =>
      Option.isSome(one) ? [{ account: AccountId.make(one.value.id), ...person(one.value.state) }] : []
  )
})
