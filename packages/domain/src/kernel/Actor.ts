import { Schema } from "effect"
import { Instant } from "./ThaiDate.ts"

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

/**
 * What must hold beside role and scope. `assigned`: the actor is assigned to the record on this day. `not-recused`: the
 * actor has declared no conflict of interest. `opened` and `sealed`: the time from which the record is open has come, or
 * has not.
 */
export const Condition = Schema.Literals(["assigned", "not-recused", "opened", "sealed"])
export type Condition = typeof Condition.Type

/** All parts of a grant hold together; of several grants one suffices. */
export interface Grant {
  readonly role: Role
  readonly scope: Scope
  readonly when?: ReadonlyArray<Condition>
}

/** A person assigned to a record by name; `from` and `until` (exclusive) are null where the term has no such end. */
export const Assignment = Schema.Struct({
  account: AccountId,
  from: Schema.NullOr(Instant),
  until: Schema.NullOr(Instant)
})
export type Assignment = typeof Assignment.Type

/** What a record says about itself so that scopes and conditions can be decided. */
export const Access = Schema.Struct({
  owner: Schema.NullOr(OrganisationId),
  parties: Schema.Array(OrganisationId),
  assigned: Schema.Array(Assignment),
  /** Who has declared a conflict of interest. */
  recused: Schema.Array(AccountId),
  /** From when sealed content may be read; null where nothing is sealed. */
  opensAt: Schema.NullOr(Instant),
  public: Schema.Boolean
})
export type Access = typeof Access.Type

/** Access to a record that nobody reaches, apart from what is named. */
export const accessOf = (given: Partial<Access>): Access => ({
  owner: null,
  parties: [],
  assigned: [],
  recused: [],
  opensAt: null,
  public: false,
  ...given
})

export const holds = (actor: Actor | null, role: Role): boolean =>
  role === "public" || actor?.roles.includes(role) === true

/** When it is asked, read only where a condition depends on it. */
export interface Moment {
  readonly now: Instant
}

const isAssigned = (actor: Actor | null, { assigned }: Access, at: Moment): boolean =>
  actor !== null &&
  assigned.some(
    ({ account, from, until }) =>
      account === actor.account && (from === null || from <= at.now) && (until === null || at.now < until)
  )

const isOpened = ({ opensAt }: Access, at: Moment): boolean => opensAt === null || opensAt <= at.now

const within = (actor: Actor | null, scope: Scope, access: Access, at: Moment): boolean => {
  switch (scope) {
    case "any":
      return true
    case "public":
      return access.public
    case "assigned":
      return isAssigned(actor, access, at)
    case "own-agency":
      return actor !== null && actor.organisation !== null && access.owner === actor.organisation
    case "own-organisation":
      return actor !== null && actor.organisation !== null && access.parties.includes(actor.organisation)
  }
}

const meets = (actor: Actor | null, condition: Condition, access: Access, at: Moment): boolean => {
  switch (condition) {
    case "assigned":
      return isAssigned(actor, access, at)
    case "not-recused":
      return actor === null || !access.recused.includes(actor.account)
    case "opened":
      return isOpened(access, at)
    case "sealed":
      return !isOpened(access, at)
  }
}

/** SEC-1: one acts only within the roles, scope and conditions given. The store renders the same table to SQL. */
export const may = (actor: Actor | null, allow: ReadonlyArray<Grant>, access: Access, at: Moment): boolean =>
  allow.some(
    ({ role, scope, when = [] }) =>
      holds(actor, role) &&
      within(actor, scope, access, at) &&
      when.every((condition) => meets(actor, condition, access, at))
  )
