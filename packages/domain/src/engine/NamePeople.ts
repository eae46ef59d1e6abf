import { Effect, Option } from "effect"
import { AccountId, accountOf } from "../kernel/Actor.ts"
import type { Catalogue } from "./Catalogue.ts"
import type { SeenEvent, StoredEvent } from "./Event.ts"
import { load } from "./OpenRecord.ts"
import type { NamedPerson } from "./People.ts"

/** Names the people of these accounts, of which the asker was shown every one. */
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

/** An event as it is stored, and as the asker is shown it. */
export interface Happened {
  readonly stored: StoredEvent
  readonly shown: SeenEvent
}

/** The events with the positions of those who acted and are not named: no name, and no account, is told with them. */
export const withPositions = Effect.fnUntraced(function* (catalogue: Catalogue, happened: ReadonlyArray<Happened>) {
  const unnamed = ({ shown, stored }: Happened) => ("account" in shown.actor ? null : accountOf(stored.actor))
  const accounts = [...new Set(happened.flatMap((one) => unnamed(one) ?? []))]
  const people = yield* named(catalogue, accounts)
  const positions = new Map(people.map(({ account, position }) => [account, position]))
  return happened.map((one): SeenEvent => {
    const account = unnamed(one)
    const position = account === null ? undefined : positions.get(account)
    const { shown } = one
    return position === undefined || !("roles" in shown.actor)
      ? shown
      : { ...shown, actor: { ...shown.actor, position } }
  })
})
