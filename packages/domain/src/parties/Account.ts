import { Result, Schema } from "effect"
import { type Recorded, unknownId } from "../engine/Event.ts"
import { listing } from "../engine/Listing.ts"
import { defineRecord } from "../engine/Record.ts"
import {
  AccountId,
  type Actor,
  accessOf,
  accountOf,
  administering,
  OrganisationId,
  organisationOf,
  Role
} from "../kernel/Actor.ts"
import { amongMembers, choosing, keepingAccounts } from "../kernel/Audience.ts"
import * as Column from "../kernel/Column.ts"
import { erasedText, personal, SubjectId } from "../kernel/Personal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { answerableUntil } from "./Lapse.ts"
import { accountEventMasks, accountMask } from "./masks.ts"
import { refuse } from "./refusals.ts"

const Personal = personal({ name: Schema.String, email: Schema.String })

/** What the person is in the organisation; changed by itself, and taken over whole. */
const Holder = personal({ position: Schema.String })

/** Why an account was locked or ended is about its person as well. */
const About = personal({ reason: Schema.String })

const proposed = { by: Schema.optionalKey(AccountId), at: Instant }

/** There was no third administrator: one of two accepts for themselves what the other one proposes for them. */
const answered = { byOneself: Schema.optionalKey(Schema.Boolean) }

/** SEC-9: what one administrator wants done with an account, until another one confirms or declines it. */
export const Proposal = Schema.TaggedUnion({
  Roles: { ...proposed, roles: Schema.Array(Role), ...answered },
  Ending: { ...proposed, about: About },
  /** That whoever came in by the link is the account's own person, and may have the roles back that rest. */
  Handover: proposed
})
export type Proposal = typeof Proposal.Type

/** A person's account: whom it belongs to and what they may be. Passwords and sessions are kept elsewhere. */
export const Account = Schema.Struct({
  id: AccountId,
  organisation: OrganisationId,
  /** The agency that invited the person to be the organisation's first administrator, until they are verified. */
  invitedFrom: Schema.optionalKey(OrganisationId),
  personal: Personal,
  holder: Schema.optionalKey(Holder),
  /** The roles that count now. */
  roles: Schema.Array(Role),
  /** The roles that rest since a link was issued, until another administrator has confirmed who came in by it. */
  resting: Schema.optionalKey(Schema.Array(Role)),
  /** Who issued the link of an account without roles that count: they do not confirm what gives it some. */
  linkedBy: Schema.optionalKey(AccountId),
  /** Invited by a person, who has not issued the first link yet: nobody has been in. */
  unopened: Schema.optionalKey(Schema.Boolean),
  proposal: Schema.optionalKey(Proposal),
  status: Schema.Literals(["active", "locked", "ended"]),
  about: Schema.optionalKey(About),
  invitedAt: Instant,
  /** How many links were issued that let its person in: with each, whatever let somebody in before has ended. */
  linksIssued: Schema.optionalKey(Schema.Int)
})
export type Account = typeof Account.Type

export const AccountEvent = Schema.TaggedUnion({
  AccountInvited: {
    id: AccountId,
    organisation: OrganisationId,
    invitedFrom: Schema.optionalKey(OrganisationId),
    personal: Personal,
    holder: Schema.optionalKey(Holder),
    roles: Schema.Array(Role),
    unopened: Schema.optionalKey(Schema.Boolean)
  },
  PositionChanged: { holder: Holder },
  RolesProposed: { roles: Schema.Array(Role), ...answered },
  EndingProposed: { about: About },
  ProposalDeclined: { about: About },
  ProposalLapsed: {},
  RolesGiven: { roles: Schema.Array(Role) },
  AccountLocked: { about: About },
  AccountUnlocked: {},
  RolesWithheld: {},
  /** Without roles: none counted, so that whoever issued it does not confirm what gives some. */
  LinkIssued: { withoutRoles: Schema.optionalKey(Schema.Boolean) },
  AccountEnded: { about: About }
})
export type AccountEvent = typeof AccountEvent.Type

export const administers = (roles: ReadonlyArray<Role>): boolean => roles.some((role) => administering.includes(role))

/** What the account is to be, whether its roles count now or rest. */
export const heldRoles = ({ resting, roles }: Pick<Account, "resting" | "roles">): ReadonlyArray<Role> =>
  resting ?? roles

/** Whether the account would have a role that it does not have now. */
export const gainsBy = ({ roles }: Pick<Account, "roles">, proposal: Proposal): boolean =>
  proposal._tag === "Handover" || (proposal._tag === "Roles" && proposal.roles.some((role) => !roles.includes(role)))

const isByOneself = (proposal: Proposal): boolean => proposal._tag === "Roles" && proposal.byOneself === true

/**
 * SEC-9: neither who proposed it confirms it, nor who can have come in by their own link, nor who gets more by it, but for
 * one of two administrators.
 */
export const concernedBy = (
  account: Pick<Account, "id" | "roles" | "linkedBy">,
  proposal: Proposal
): ReadonlyArray<AccountId> =>
  [
    proposal.by,
    ...(gainsBy(account, proposal) ? [account.linkedBy] : []),
    ...(gainsBy(account, proposal) && !isByOneself(proposal) ? [account.id] : [])
  ].filter((id) => id !== undefined)

/** SEC-3, PDPA section 33: whoever still works with an account keeps their name in it. */
export const canErase = ({ status }: Pick<Account, "status">) =>
  status === "ended" ? Result.succeed(undefined) : refuse("AccountNotEnded", { status })

const settled = ({ invitedFrom: _, proposal: __, resting: ___, ...account }: Account): Account => account

const opened = ({ unopened: _, ...account }: Account): Account => account

const unlinked = ({ linkedBy: _, ...account }: Account): Account => account

/** Whoever is let in by a link of their own organisation is nobody's first administrator to be any more. */
const own = ({ invitedFrom: _, ...account }: Account): Account => account

const undecided = ({ proposal: _, ...account }: Account): Account => account

const proposer = (actor: Actor) => {
  const by = accountOf(actor)
  return by === null ? {} : { by }
}

const linked = (account: Account, actor: Actor, withoutRoles: boolean): Account => {
  const by = accountOf(actor)
  const linksIssued = (account.linksIssued ?? 0) + 1
  return {
    ...opened(unlinked(organisationOf(actor) === account.organisation ? own(account) : account)),
    ...(by === null || !withoutRoles ? {} : { linkedBy: by }),
    linksIssued
  }
}

export const evolve = (state: Account | undefined, { actor, at, event: happened }: Recorded<AccountEvent>): Account => {
  const account: Account = state ?? {
    id: AccountId.make(unknownId),
    organisation: OrganisationId.make(unknownId),
    personal: { subject: SubjectId.make(unknownId), name: "—" },
    roles: [],
    status: "active",
    invitedAt: at
  }
  return AccountEvent.match(happened, {
    AccountInvited: ({ _tag: _, ...invited }): Account => ({ ...account, ...invited }),
    PositionChanged: ({ holder }): Account => ({ ...account, holder }),
    RolesProposed: ({ _tag: _, ...asked }): Account => ({
      ...account,
      proposal: { ...asked, _tag: "Roles", ...proposer(actor), at }
    }),
    EndingProposed: ({ about }): Account => ({
      ...account,
      proposal: { _tag: "Ending", about, ...proposer(actor), at }
    }),
    ProposalDeclined: (): Account => undecided(account),
    ProposalLapsed: (): Account => undecided(account),
    RolesGiven: ({ roles }): Account => ({
      ...settled(roles.length === 0 ? account : unlinked(account)),
      roles
    }),
    AccountLocked: ({ about }): Account => ({ ...account, status: "locked", about }),
    AccountUnlocked: (): Account => {
      const { about: _, ...rest } = account
      return { ...rest, status: "active" }
    },
    RolesWithheld: (): Account => ({
      ...account,
      roles: [],
      resting: heldRoles(account),
      proposal: { _tag: "Handover", ...proposer(actor), at }
    }),
    LinkIssued: ({ withoutRoles = false }): Account => linked(account, actor, withoutRoles),
    AccountEnded: ({ about }): Account => ({ ...undecided(account), status: "ended", about })
  })
}

const unlessNone = (roles: ReadonlyArray<Role> = []) => (roles.length === 0 ? undefined : roles)

/** Roles in which people are assigned to a record by name (SEC-6). */
const duties: ReadonlyArray<Role> = ["evaluator", "auditor", "panel-member"]

/** Of these, those that people of other organisations are assigned in, too. */
const dutiesForOthers: ReadonlyArray<Role> = duties.filter((duty) => duty !== "auditor")

/**
 * All of an account is seen by its own person and by those who administer it. Their colleagues, and the agency that
 * invited the first administrator until they are verified, see no address and no reason. Whoever assigns people sees of
 * those whom any agency can assign the name, organisation, position and duties; the public sees no account.
 */
export const accountRecord = defineRecord({
  name: "account",
  plural: "accounts",
  label: { th: "บัญชีผู้ใช้", en: "account" },
  State: Account,
  Event: AccountEvent,
  schemaVersion: 1,
  evolve,
  audiences: [keepingAccounts, amongMembers, choosing],
  masks: { state: accountMask, events: accountEventMasks },
  access: ({ id, invitedFrom, organisation, roles, status }) =>
    accessOf({
      public: status === "active" && roles.some((role) => dutiesForOthers.includes(role)),
      owner: organisation,
      parties: invitedFrom === undefined ? [] : [invitedFrom],
      assigned: [{ account: id, role: null, from: null, until: null }]
    }),
  ...listing({
    owner: false,
    // Until when what is proposed can be answered.
    nextDue: ["full"],
    columns: {
      organisation: Column.reference("organisation", "องค์กร", "Organisation", { seenBy: "everyone" }),
      position: Column.text("ตำแหน่ง", "Position", { seenBy: "everyone", plain: true, searched: true }),
      email: Column.text("อีเมล", "E-mail", { seenBy: ["full"], plain: true, searched: true, unique: true }),
      roles: Column.choices("บทบาท", "Roles", { seenBy: ["full", "party"] }),
      resting: Column.choices("บทบาทที่พักไว้", "Roles that rest", { seenBy: ["full", "party"] }),
      duties: Column.choices("มอบหมายให้เป็นได้", "Can be assigned as", { seenBy: "everyone" }),
      administers: Column.reference("organisation", "ดูแลระบบขององค์กร", "Administers", { seenBy: ["full"] })
    },
    row: ({ holder, organisation, personal: { email, name }, resting, roles, status }: Account) => ({
      title: name === undefined ? erasedText : { th: name },
      status,
      columns: {
        organisation,
        position: holder?.position,
        email,
        roles: unlessNone(roles),
        resting: unlessNone(resting),
        duties: unlessNone(roles.filter((role) => duties.includes(role))),
        // Whose roles rest counts, as one who is locked: else whoever issued the link would be alone.
        administers: status !== "ended" && administers(resting ?? roles) ? organisation : undefined
      }
    })
  }),
  groups: ["administers"],
  erasable: canErase,
  timing: ({ rules }, { proposal }) =>
    rules.includes("SEC-9") && proposal !== undefined ? { since: proposal.at, due: answerableUntil(proposal.at) } : {},
  involved: (account) =>
    account.proposal === undefined ? [] : [...new Set([account.id, ...concernedBy(account, account.proposal)])],
  standing: ({ roles, status }) => (status === "active" ? roles : undefined),
  person: ({ holder, organisation, personal: { erasedAt, name } }) => ({
    organisation,
    ...(name === undefined ? {} : { name }),
    ...(holder?.position === undefined ? {} : { position: holder.position }),
    ...(erasedAt === undefined ? {} : { erasedAt })
  })
})
