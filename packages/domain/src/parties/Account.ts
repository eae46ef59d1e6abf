import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import { type Recorded, unknownId } from "../engine/Event.ts"
import { listing } from "../engine/Listing.ts"
import { defineRecord } from "../engine/Record.ts"
import { AccountId, type Actor, accessOf, OrganisationId, organisationOf, Role } from "../kernel/Actor.ts"
import { amongParties, staff } from "../kernel/Audience.ts"
import * as Column from "../kernel/Column.ts"
import { erasedText, personal, SubjectId } from "../kernel/Personal.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { accountEventMasks, accountMask } from "./masks.ts"
import { elsewhere, managed, type Organisation } from "./Organisation.ts"
import { refuse } from "./refusals.ts"

const Personal = personal({ name: Schema.String, email: Schema.String })

/** Why an account was locked or ended is about its person as well. */
const About = personal({ reason: Schema.String })

/** A person's account: whom it belongs to and what they may be. Passwords and sessions are kept elsewhere. */
export const Account = Schema.Struct({
  id: AccountId,
  organisation: OrganisationId,
  personal: Personal,
  roles: Schema.Array(Role),
  status: Schema.Literals(["active", "locked", "ended"]),
  about: Schema.optionalKey(About),
  invitedAt: Instant
})
export type Account = typeof Account.Type

export const AccountEvent = Schema.TaggedUnion({
  AccountInvited: { id: AccountId, organisation: OrganisationId, personal: Personal, roles: Schema.Array(Role) },
  RolesGiven: { roles: Schema.Array(Role) },
  AccountLocked: { about: About },
  AccountUnlocked: {},
  AccountEnded: { about: About }
})
export type AccountEvent = typeof AccountEvent.Type
const event = AccountEvent.cases

const partnerRoles: ReadonlyArray<Role> = [
  "partner-editor",
  "partner-signatory",
  "third-party",
  "panel-member",
  "evaluator"
]

const rolesFit = (roles: ReadonlyArray<Role>, organisation: Organisation): Decision<void, "RoleNotForOrganisation"> => {
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
export const canManage = ({ organisation, roles }: Employed, actor: Actor) =>
  actor.kind === "system" ||
  organisation === organisationOf(actor) ||
  roles.every((role) => partnerRoles.includes(role))
    ? Result.succeed(undefined)
    : elsewhere("accounts")

/** Whoever manages the organisation manages its people, as far as they are not another agency's staff. */
export const managing = (roles: ReadonlyArray<Role>, organisation: Organisation, actor: Actor) =>
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
) =>
  rolesFit(roles, organisation).pipe(
    Result.flatMap(() => managing(roles, organisation, actor)),
    Result.map(() => {
      const id = AccountId.make(newId())
      const person = { subject: SubjectId.make(id), name, email }
      return [event.AccountInvited.make({ id, organisation: organisation.id, personal: person, roles })]
    })
  )

const unless = (account: Account, statuses: ReadonlyArray<Account["status"]>) =>
  statuses.includes(account.status) ? refuse("AccountNotActive", { status: account.status }) : Result.succeed(undefined)

export const canLock = (account: Account) => unless(account, ["locked", "ended"])
export const canUnlock = (account: Account) => unless(account, ["active", "ended"])
export const canEnd = (account: Account) => unless(account, ["ended"])

export const giveRoles = (account: Account, roles: ReadonlyArray<Role>, organisation: Organisation) =>
  Result.gen(function* () {
    yield* canEnd(account)
    yield* rolesFit(roles, organisation)
    return [event.RolesGiven.make({ roles })]
  })

const about = ({ id }: Account, reason: string) => ({ subject: SubjectId.make(id), reason })

export const lock = (account: Account, reason: string) =>
  Result.map(canLock(account), () => [event.AccountLocked.make({ about: about(account, reason) })])

export const unlock = (account: Account) => Result.map(canUnlock(account), () => [event.AccountUnlocked.make({})])

export const end = (account: Account, reason: string) =>
  Result.map(canEnd(account), () => [event.AccountEnded.make({ about: about(account, reason) })])

/** SEC-3, PDPA section 33: whoever still works with an account keeps their name in it. */
export const canErase = ({ status }: Account) =>
  status === "ended" ? Result.succeed(undefined) : refuse("AccountNotEnded", { status })

export const evolve = (state: Account | undefined, { at, event: happened }: Recorded<AccountEvent>): Account => {
  const account: Account = state ?? {
    id: AccountId.make(unknownId),
    organisation: OrganisationId.make(unknownId),
    personal: { subject: SubjectId.make(unknownId), name: "—" },
    roles: [],
    status: "active",
    invitedAt: at
  }
  return AccountEvent.match(happened, {
    AccountInvited: ({ id, organisation, personal, roles }): Account => ({
      ...account,
      id,
      organisation,
      personal,
      roles
    }),
    RolesGiven: ({ roles }): Account => ({ ...account, roles }),
    AccountLocked: ({ about }): Account => ({ ...account, status: "locked", about }),
    AccountUnlocked: (): Account => {
      const { about: _, ...rest } = account
      return { ...rest, status: "active" }
    },
    AccountEnded: ({ about }): Account => ({ ...account, status: "ended", about })
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
  audiences: [{ name: "full", allow: [{ role: "agency-administrator", scope: "any" }, ...staff] }, amongParties],
  masks: { state: accountMask, events: accountEventMasks },
  access: ({ id, organisation }) =>
    accessOf({
      owner: organisation,
      parties: [organisation],
      assigned: [{ account: id, role: null, from: null, until: null }]
    }),
  ...listing({
    owner: false,
    columns: {
      organisation: Column.reference("organisation", "องค์กร", "Organisation", { seenBy: "everyone" }),
      email: Column.text("อีเมล", "E-mail", { seenBy: ["full"], plain: true, searched: true, unique: true }),
      roles: Column.choices("บทบาท", "Roles", { seenBy: "everyone" })
    },
    row: ({ organisation, personal: { email, name }, roles, status }: Account) => ({
      title: name === undefined ? erasedText : { th: name },
      status,
      columns: { organisation, email, roles }
    })
  }),
  erasable: canErase,
  person: ({ organisation, personal: { erasedAt, name } }) => ({
    organisation,
    ...(name === undefined ? {} : { name }),
    ...(erasedAt === undefined ? {} : { erasedAt })
  })
})
