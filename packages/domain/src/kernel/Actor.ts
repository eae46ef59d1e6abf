import { Schema } from "effect"

/** A random identifier, UUID version 4 or 7, lower case. */
const Uuid = Schema.String.check(Schema.isUUID())

export const AccountId = Uuid.pipe(Schema.brand("AccountId"))
export type AccountId = typeof AccountId.Type

export const OrganisationId = Uuid.pipe(Schema.brand("OrganisationId"))
export type OrganisationId = typeof OrganisationId.Type

/** What a person may be in Phakhi. `public` is held by everyone, signed in or not. */
export const Role = Schema.Literals([
  "programme-officer",
  "executive",
  "finance",
  "evaluator",
  "auditor",
  "agency-administrator",
  "partner-editor",
  "partner-signatory",
  "panel-member",
  "third-party",
  "public"
])
export type Role = typeof Role.Type

/** Who acts: an account, the organisation it belongs to, and the roles it holds there. */
export const Actor = Schema.Struct({
  account: AccountId,
  organisation: Schema.NullOr(OrganisationId),
  roles: Schema.Array(Role)
})
export type Actor = typeof Actor.Type

/** Where a role counts, relative to the record acted upon. `any` asks nothing of the record. */
export const Scope = Schema.Literals(["own-agency", "own-organisation", "assigned", "public", "any"])
export type Scope = typeof Scope.Type

export interface Grant {
  readonly role: Role
  readonly scope: Scope
}

/** What a record says about itself so that scopes can be decided. */
export const Access = Schema.Struct({
  owner: Schema.NullOr(OrganisationId),
  parties: Schema.Array(OrganisationId),
  assigned: Schema.Array(AccountId),
  public: Schema.Boolean
})
export type Access = typeof Access.Type

export const holds = (actor: Actor | null, role: Role): boolean =>
  role === "public" || actor?.roles.includes(role) === true

const within = (actor: Actor | null, scope: Scope, access: Access): boolean => {
  switch (scope) {
    case "any":
      return true
    case "public":
      return access.public
    case "assigned":
      return actor !== null && access.assigned.includes(actor.account)
    case "own-agency":
      return actor !== null && actor.organisation !== null && access.owner === actor.organisation
    case "own-organisation":
      return actor !== null && actor.organisation !== null && access.parties.includes(actor.organisation)
  }
}

/** SEC-1: one acts only within the roles and scope given. The store renders the same table to SQL. */
export const may = (actor: Actor | null, allow: ReadonlyArray<Grant>, access: Access): boolean =>
  allow.some((grant) => holds(actor, grant.role) && within(actor, grant.scope, access))
