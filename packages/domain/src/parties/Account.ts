import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import { type Recorded, unknownId } from "../engine/Event.ts"
import { defineRecord, status } from "../engine/Record.ts"
import { AccountId, type Actor, accessOf, OrganisationId, organisationOf, Role } from "../kernel/Actor.ts"
import { amongParties, staff } from "../kernel/Audience.ts"
import { bangkokDay, Instant } from "../kernel/ThaiDate.ts"
import { type Decision, refuse } from "../rules/Refusals.ts"
import { elsewhere, managed, type Organisation } from "./Organisation.ts"

/** Kept outside the chained payload, so that erasure does not break the chain. */
const Personal = Schema.Struct({ name: Schema.String, email: Schema.String })

/** A person's account: whom it belongs to and what they may be. Passwords and sessions are kept elsewhere. */
export const Account = Schema.Struct({
  id: AccountId,
  organisation: OrganisationId,
  personal: Personal,
  roles: Schema.Array(Role),
  status: Schema.Literals(["active", "locked", "ended"]),
  reason: Schema.optionalKey(Schema.String),
  invitedAt: Instant,
  erasedAt: Schema.optionalKey(Instant)
})
export type Account = typeof Account.Type

export const AccountEvent = Schema.TaggedUnion({
  /** Without `personal` where that was erased since. */
  AccountInvited: {
    id: AccountId,
    organisation: OrganisationId,
    personal: Schema.optionalKey(Personal),
    roles: Schema.Array(Role)
  },
  RolesGiven: { roles: Schema.Array(Role) },
  AccountLocked: { reason: Schema.String },
  AccountUnlocked: {},
  AccountEnded: { reason: Schema.String },
  PersonalDataErased: { reason: Schema.String }
})
export type AccountEvent = typeof AccountEvent.Type
type Events = Decision<ReadonlyArray<AccountEvent>>
const event = AccountEvent.cases

const partnerRoles: ReadonlyArray<Role> = [
  "partner-editor",
  "partner-signatory",
  "third-party",
  "panel-member",
  "evaluator"
]

const rolesFit = (roles: ReadonlyArray<Role>, organisation: Organisation): Decision<void> => {
  if (organisation.particulars.sector === "state") return Result.succeed(undefined)
  const wrong = roles.find((role) => !partnerRoles.includes(role))
  return wrong === undefined
    ? Result.succeed(undefined)
    : refuse("RoleNotForOrganisation", { role: wrong }, { field: "/roles" })
}

interface Employed {
  readonly organisation: OrganisationId
  readonly roles: ReadonlyArray<Role>
}

/**
 * The staff of an agency is managed by that agency's own administrator alone: else the administrator of one could
 * sign in as another's.
 */
export const canManage = ({ organisation, roles }: Employed, actor: Actor): Decision<void> =>
  actor.kind === "system" ||
  organisation === organisationOf(actor) ||
  roles.every((role) => partnerRoles.includes(role))
    ? Result.succeed(undefined)
    : elsewhere("accounts")

/** Whoever manages the organisation manages its people, as far as they are not another agency's staff. */
export const managing = (roles: ReadonlyArray<Role>, organisation: Organisation, actor: Actor): Decision<void> =>
  Result.flatMap(managed(organisation, actor, "accounts"), () =>
    canManage({ organisation: organisation.id, roles }, actor)
  )

export interface Invitation {
  readonly name: string
  readonly email: string
  readonly roles: ReadonlyArray<Role>
}

export const invite = (
  { email, name, roles }: Invitation,
  organisation: Organisation,
  { actor, newId }: Pick<Context<Actor>, "actor" | "newId">
): Events =>
  rolesFit(roles, organisation).pipe(
    Result.flatMap(() => managing(roles, organisation, actor)),
    Result.map(() => [
      event.AccountInvited.make({
        id: AccountId.make(newId()),
        organisation: organisation.id,
        personal: { name, email },
        roles
      })
    ])
  )

const unless = (account: Account, statuses: ReadonlyArray<Account["status"]>): Decision<void> =>
  statuses.includes(account.status) ? refuse("AccountNotActive", { status: account.status }) : Result.succeed(undefined)

export const canLock = (account: Account): Decision<void> => unless(account, ["locked", "ended"])
export const canUnlock = (account: Account): Decision<void> => unless(account, ["active", "ended"])
export const canEnd = (account: Account): Decision<void> => unless(account, ["ended"])

export const giveRoles = (account: Account, roles: ReadonlyArray<Role>, organisation: Organisation): Events =>
  canEnd(account).pipe(
    Result.flatMap(() => rolesFit(roles, organisation)),
    Result.map(() => [event.RolesGiven.make({ roles })])
  )

export const lock = (account: Account, reason: string): Events =>
  Result.map(canLock(account), () => [event.AccountLocked.make({ reason })])

export const unlock = (account: Account): Events =>
  Result.map(canUnlock(account), () => [event.AccountUnlocked.make({})])

export const end = (account: Account, reason: string): Events =>
  Result.map(canEnd(account), () => [event.AccountEnded.make({ reason })])

/** PDPA section 33: once the account has ended, and once. */
export const canErase = ({ erasedAt, status }: Account): Decision<void> => {
  if (status !== "ended") return refuse("AccountNotEnded", { status })
  return erasedAt === undefined ? Result.succeed(undefined) : refuse("PersonalDataGone", { at: bangkokDay(erasedAt) })
}

export const erase = (account: Account, reason: string): Events =>
  Result.map(canErase(account), () => [event.PersonalDataErased.make({ reason })])

const unknown = { name: "—", email: "—" }
const erased = { th: "ลบข้อมูลส่วนบุคคลแล้ว", en: "Personal data erased" }

export const evolve = (state: Account | undefined, { at, event: happened }: Recorded<AccountEvent>): Account => {
  const account: Account = state ?? {
    id: AccountId.make(unknownId),
    organisation: OrganisationId.make(unknownId),
    personal: unknown,
    roles: [],
    status: "active",
    invitedAt: at
  }
  return AccountEvent.match(happened, {
    AccountInvited: ({ id, organisation, personal = unknown, roles }): Account => ({
      ...account,
      id,
      organisation,
      personal,
      roles
    }),
    RolesGiven: ({ roles }): Account => ({ ...account, roles }),
    AccountLocked: ({ reason }): Account => ({ ...account, status: "locked", reason }),
    AccountUnlocked: (): Account => {
      const { reason: _, ...rest } = account
      return { ...rest, status: "active" }
    },
    AccountEnded: ({ reason }): Account => ({ ...account, status: "ended", reason }),
    PersonalDataErased: (): Account => ({ ...account, personal: { ...unknown, name: erased.th }, erasedAt: at })
  })
}

/** An account is seen by its own organisation's administrators and officers, never by the public. */
export const accountRecord = defineRecord({
  name: "account",
  plural: "accounts",
  label: { th: "บัญชีผู้ใช้", en: "account" },
  State: Account,
  Event: AccountEvent,
  schemaVersion: 1,
  evolve,
  filters: { status, organisation: { th: "องค์กร", en: "Organisation" } },
  audiences: [{ name: "full", allow: [{ role: "agency-administrator", scope: "any" }, ...staff] }, amongParties],
  access: ({ id, organisation }) =>
    accessOf({
      owner: organisation,
      parties: [organisation],
      assigned: [{ account: id, from: null, until: null }]
    }),
  row: ({ erasedAt, organisation, personal: { email, name }, roles, status }) => ({
    title: erasedAt === undefined ? { th: name } : erased,
    status,
    facets: { organisation, ...(email === unknown.email ? {} : { email }), roles: roles.join(" ") },
    search: [email]
  }),
  erases: ({ _tag }) => _tag === "PersonalDataErased"
})
