import { Effect, Option, Schema } from "effect"
import { AccountId, OrganisationId } from "../kernel/Actor.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import type { Catalogue } from "./Catalogue.ts"
import { load } from "./OpenRecord.ts"

/** A person as a record says who they are; without a name once it was erased. */
export interface Naming {
  readonly organisation: OrganisationId
  readonly name?: string
  readonly position?: string
  readonly erasedAt?: Instant
}

/** A person by the account that a record names. */
export const NamedPerson = Schema.Struct({
  account: AccountId,
  organisation: OrganisationId,
  name: Schema.optionalKey(Schema.String),
  position: Schema.optionalKey(Schema.String),
  erasedAt: Schema.optionalKey(Instant)
}).annotate({ identifier: "NamedPerson" })
export type NamedPerson = typeof NamedPerson.Type

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
