import { Schema } from "effect"
import { AccountId, OrganisationId } from "../kernel/Actor.ts"
import { Instant } from "../kernel/ThaiDate.ts"

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
