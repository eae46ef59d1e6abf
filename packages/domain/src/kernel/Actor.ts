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
  "partner-administrator",
  "partner-editor",
  "partner-signatory",
  "panel-member",
  "third-party",
  "public"
])
export type Role = typeof Role.Type

/** Those who look after the people of an organisation, and can give one of them a duty. */
export const administering: ReadonlyArray<Role> = ["agency-administrator", "partner-administrator"]

/** Stands for a visitor without saying who it is. */
export const VisitorId = Uuid.pipe(Schema.brand("VisitorId"))
export type VisitorId = typeof VisitorId.Type

const membership = {
  account: AccountId,
  organisation: Schema.NullOr(OrganisationId),
  roles: Schema.Array(Role)
}

/** Someone who is signed in: an account, the organisation it belongs to, and the roles it holds there. */
export const Person = Schema.Struct({ kind: Schema.Literal("person"), ...membership })
export type Person = typeof Person.Type

/** A program with a key of someone's account; the key is told by the part of it that is no secret. */
export const Integration = Schema.Struct({
  kind: Schema.Literal("integration"),
  ...membership,
  key: Schema.String.check(Schema.isMaxLength(20))
})
export type Integration = typeof Integration.Type

/** Why whoever runs the machine does what is for nobody else to do; it stays in the history for good. */
export const OperatorReason = Schema.String.check(Schema.isPattern(/\S/u), Schema.isMaxLength(300))

/** The system itself, and the rule by which the act was due; with a reason, whoever runs the machine. */
export const System = Schema.Struct({
  kind: Schema.Literal("system"),
  rule: Schema.String.check(Schema.isMaxLength(20)),
  reason: Schema.optionalKey(OperatorReason)
})
export type System = typeof System.Type

/** One of the public, who has no account. */
export const Visitor = Schema.Struct({ kind: Schema.Literal("visitor"), visitor: VisitorId })
export type Visitor = typeof Visitor.Type

/** Who acts with an account. */
export type AccountHolder = Person | Integration

/** Who acts. */
export const Actor = Schema.Union([Person, Integration, System, Visitor])
export type Actor = typeof Actor.Type

/** Told of a person whose account is not: what they are in their organisation. */
const position = Schema.optionalKey(Schema.String)

/** Who acted, as it is shown where the account, the key or the visitor is not for everyone. */
export const SeenActor = Schema.Union([
  Person.mapFields(({ account, ...rest }) => ({ ...rest, account: Schema.optionalKey(account), position })),
  Integration.mapFields(({ account, key, ...rest }) => ({
    ...rest,
    account: Schema.optionalKey(account),
    position,
    key: Schema.optionalKey(key)
  })),
  System,
  Visitor.mapFields(({ visitor, ...rest }) => ({ ...rest, visitor: Schema.optionalKey(visitor) }))
])
export type SeenActor = typeof SeenActor.Type

/** An actor without what says who it is; with `account`, the account alone is told. */
export const actorShown = (actor: Actor, account: boolean): SeenActor => {
  switch (actor.kind) {
    case "person":
    case "integration": {
      const { kind, organisation, roles } = actor
      return { kind, organisation, roles, ...(account ? { account: actor.account } : {}) }
    }
    case "system":
      return account ? actor : { kind: "system", rule: actor.rule }
    case "visitor":
      return { kind: "visitor" }
  }
}

export const hasAccount = (actor: Actor | null): actor is AccountHolder =>
  actor !== null && (actor.kind === "person" || actor.kind === "integration")

/** The account that acts; the system and visitors have none. */
export const accountOf = (actor: Actor | null): AccountId | null => (hasAccount(actor) ? actor.account : null)

export const organisationOf = (actor: Actor | null): OrganisationId | null =>
  hasAccount(actor) ? actor.organisation : null

/** Under what a repeated request of this actor is known again. */
export const senderOf = (actor: Actor): string =>
  hasAccount(actor) ? actor.account : actor.kind === "visitor" ? actor.visitor : actor.kind

/**
 * Where a role counts, relative to the record acted upon. `candidate`: the own organisation is named as one that may be
 * selected. `any` asks nothing of the record.
 */
export const Scope = Schema.Literals(["own-agency", "own-organisation", "candidate", "assigned", "public", "any"])
export type Scope = typeof Scope.Type

/**
 * What must hold beside role and scope. `assigned`: the actor is assigned to the record in this role now. `not-recused`: the
 * actor has declared no conflict of interest. `opened` and `sealed`: the time from which the record is open has come, or
 * has not.
 */
export const Condition = Schema.Literals(["assigned", "not-recused", "opened", "sealed"])
export type Condition = typeof Condition.Type

/** To whoever holds a role. All parts of a grant hold together; of several grants one suffices. */
export interface RoleGrant {
  readonly role: Role
  readonly scope: Scope
  readonly when?: ReadonlyArray<Condition>
}

/** To the system or to visitors, who hold no roles: what is not granted to them by name they may not do. */
export interface KindGrant {
  readonly actor: "system" | "visitor"
  readonly scope: "any" | "public"
  readonly when?: ReadonlyArray<Condition>
}

export type Grant = RoleGrant | KindGrant

/** Who can come to act by a grant. */
export type ActorOf<G extends Grant> = G extends KindGrant
  ? Extract<Actor, { readonly kind: G["actor"] }>
  : AccountHolder

/** The roles that grants name, each once. */
export const rolesIn = (allow: ReadonlyArray<Grant>): ReadonlyArray<Role> => [
  ...new Set(allow.flatMap((grant) => ("role" in grant ? [grant.role] : [])))
]

/**
 * A person assigned to a record by name, in a role, or in whichever they hold where none is said. `from` and `until`
 * (exclusive) are null where the term has no such end.
 */
export const Assignment = Schema.Struct({
  account: AccountId,
  role: Schema.NullOr(Role),
  from: Schema.NullOr(Instant),
  until: Schema.NullOr(Instant)
})
export type Assignment = typeof Assignment.Type

/** What a record says about itself so that scopes and conditions can be decided. */
export const Access = Schema.Struct({
  owner: Schema.NullOr(OrganisationId),
  parties: Schema.Array(OrganisationId),
  /** Those of the parties among whom one is still to be selected. */
  candidates: Schema.Array(OrganisationId),
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
  candidates: [],
  assigned: [],
  recused: [],
  opensAt: null,
  public: false,
  ...given
})

/** `public` is held by everyone but the system, which may do what is granted to it by name and nothing else. */
export const holds = (actor: Actor | null, role: Role): boolean =>
  role === "public" ? actor?.kind !== "system" : hasAccount(actor) && actor.roles.includes(role)

const forAnyone: ReadonlyArray<Scope> = ["any", "public"]

/** Whether a grant is for this actor at all, whatever the record: without an account nobody belongs to one. */
export const isGrantFor = (actor: Actor | null, grant: Grant): boolean =>
  "role" in grant
    ? holds(actor, grant.role) && (hasAccount(actor) || forAnyone.includes(grant.scope))
    : actor?.kind === grant.actor

/** When it is asked, read only where a condition depends on it. */
export interface Moment {
  readonly now: Instant
}

const isAssigned = (actor: Actor | null, grant: Grant, { assigned }: Access, at: Moment): boolean =>
  hasAccount(actor) &&
  "role" in grant &&
  assigned.some(
    ({ account, from, role, until }) =>
      account === actor.account &&
      (role === null || role === grant.role) &&
      (from === null || from <= at.now) &&
      (until === null || at.now < until)
  )

const isOpened = ({ opensAt }: Access, at: Moment): boolean => opensAt === null || opensAt <= at.now

const within = (actor: Actor | null, grant: Grant, access: Access, at: Moment): boolean => {
  const organisation = organisationOf(actor)
  switch (grant.scope) {
    case "any":
      return true
    case "public":
      return access.public
    case "assigned":
      return isAssigned(actor, grant, access, at)
    case "own-agency":
      return organisation !== null && access.owner === organisation
    case "own-organisation":
      return organisation !== null && access.parties.includes(organisation)
    case "candidate":
      return organisation !== null && access.candidates.includes(organisation)
  }
}

const meets = (actor: Actor | null, grant: Grant, condition: Condition, access: Access, at: Moment): boolean => {
  switch (condition) {
    case "assigned":
      return isAssigned(actor, grant, access, at)
    case "not-recused":
      return !access.recused.some((account) => account === accountOf(actor))
    case "opened":
      return isOpened(access, at)
    case "sealed":
      return !isOpened(access, at)
  }
}

/** SEC-1: one acts only within the roles, scope and conditions given. The store renders the same table to SQL. */
export const may = (actor: Actor | null, allow: ReadonlyArray<Grant>, access: Access, at: Moment): boolean =>
  allow.some(
    (grant) =>
      isGrantFor(actor, grant) &&
      within(actor, grant, access, at) &&
      (grant.when ?? []).every((condition) => meets(actor, grant, condition, access, at))
  )
