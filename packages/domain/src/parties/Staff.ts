import { Result } from "effect"
import type { Context } from "../engine/Context.ts"
import type { Deadline } from "../engine/EventStore.ts"
import type { Counted } from "../engine/Handler.ts"
import { AccountId, type Actor, accountOf, organisationOf, type Role } from "../kernel/Actor.ts"
import { SubjectId } from "../kernel/Personal.ts"
import type { Decision, Wording } from "../kernel/Refusal.ts"
import { type Account, AccountEvent, administers, concernedBy, gainsBy, heldRoles, type Proposal } from "./Account.ts"
import * as Claims from "./Claim.ts"
import { lapsesAt } from "./Lapse.ts"
import { administratorOf, type Organisation } from "./Organisation.ts"
import { rolesIn } from "./Roles.ts"
import { refuse } from "./refusals.ts"
import { toldOf, toldToProposer } from "./Telling.ts"

const event = AccountEvent.cases

type Acting = Pick<Context<Actor>, "actor">
type Timely = Pick<Context<Actor>, "actor" | "now">

/** The accounts that administer an organisation, active or locked. */
export type Administrators = ReadonlyArray<Counted<Account>>

const rolesFit = (roles: ReadonlyArray<Role>, organisation: Organisation): Decision<void, "RoleNotForOrganisation"> => {
  const fitting = rolesIn(organisation)
  const wrong = roles.find((role) => !fitting.includes(role))
  return wrong === undefined
    ? Result.succeed(undefined)
    : refuse("RoleNotForOrganisation", { role: wrong }, { field: "/roles" })
}

const isOneself = ({ id }: Pick<Account, "id">, { actor }: Acting): boolean => id === accountOf(actor)

/** Why it takes another administrator. */
const because = {
  ownAccount: { th: "ไม่มีผู้ใดทำรายการนี้กับบัญชีของตนเองได้", en: "Nobody does this to their own account." },
  ownMandate: { th: "ไม่มีผู้ใดมอบอำนาจลงนามให้ตนเองได้", en: "Nobody gives themselves a mandate." },
  ownProposal: { th: "ท่านเป็นผู้เสนอ จึงยืนยันเองไม่ได้", en: "You proposed this, so you do not confirm it." },
  third: {
    th: "มีผู้ดูแลระบบคนอื่นเพิ่มขึ้นแล้ว ผู้นั้นเป็นผู้ยืนยัน",
    en: "There is a further administrator by now: that one confirms it."
  },
  ownGain: { th: "ท่านเป็นผู้ได้รับบทบาท จึงยืนยันเองไม่ได้", en: "The roles are for you, so you do not confirm them." },
  ownLink: {
    th: "ท่านเป็นผู้ออกลิงก์เข้าใช้ให้บัญชีนี้ จึงยืนยันบทบาทของบัญชีนี้ไม่ได้",
    en: "You issued the link into this account, so you do not confirm its roles."
  }
} as const satisfies Record<string, Wording>

/** SEC-9: what concerns one's own account is done by another administrator. */
export const ofAnother = (account: Pick<Account, "id">, context: Acting) =>
  isOneself(account, context)
    ? refuse("AnotherAdministratorNeeded", { why: because.ownAccount })
    : Result.succeed(undefined)

/**
 * Whether the organisation has an administrator beside these. A locked one counts: else whoever locks the other one
 * would be alone.
 */
const hasAnother = (administrators: Administrators, ...besides: ReadonlyArray<AccountId | null>): boolean =>
  administrators.some(({ state }) => !besides.includes(state.id))

/** Nobody gives themselves what they speak for others by, where somebody else could give it to them. */
const byAnother = (
  account: Account,
  administrators: Administrators,
  context: Acting,
  why: Wording,
  field?: { readonly field: string }
) =>
  isOneself(account, context) && hasAnother(administrators, account.id)
    ? refuse("AnotherAdministratorNeeded", { why }, field)
    : Result.succeed(undefined)

export const canMandate = (account: Account, administrators: Administrators, context: Acting) =>
  byAnother(account, administrators, context, because.ownMandate, { field: "/account" })

const holder = (id: AccountId, position: string) => ({ subject: SubjectId.make(id), position })

export interface Invitation {
  readonly name: string
  readonly position?: string
  readonly email: string
  readonly roles: ReadonlyArray<Role>
}

interface Invited {
  readonly id: AccountId
  readonly events: ReadonlyArray<AccountEvent>
  readonly claimed: ReadonlyArray<Claims.ClaimEvent>
}

/**
 * Into one's own organisation; the agency that registered it invites the first administrator alone, who holds no role
 * before the claim is verified; the system whomever it sets up.
 */
export const invite = (
  { email, name, position, roles }: Invitation,
  organisation: Organisation,
  administrators: Administrators,
  { actor, newId }: Pick<Context<Actor>, "actor" | "newId">
): Decision<Invited, "RoleNotForOrganisation" | "FirstAdministratorOnly" | "ClaimNotOpen"> =>
  Result.gen(function* () {
    yield* rolesFit(roles, organisation)
    const { claim } = organisation
    const id = AccountId.make(newId())
    const invited = (given: ReadonlyArray<Role>, from?: NonNullable<ReturnType<typeof organisationOf>>): AccountEvent =>
      event.AccountInvited.make({
        id,
        organisation: organisation.id,
        personal: { subject: SubjectId.make(id), name, email },
        ...(position === undefined ? {} : { holder: holder(id, position) }),
        roles: given,
        ...(actor.kind === "system" ? {} : { unopened: true }),
        ...(from === undefined ? {} : { invitedFrom: from })
      })
    if (actor.kind === "system") {
      const claimed = administers(roles) ? Claims.installed(claim, id) : []
      return { id, events: [invited(roles)], claimed }
    }
    const from = organisationOf(actor)
    if (from !== null && from !== organisation.id) {
      const role = administratorOf(organisation)
      if (roles.length !== 1 || roles[0] !== role)
        return yield* refuse("FirstAdministratorOnly", { role }, { field: "/roles" })
      return { id, events: [invited([], from)], claimed: yield* Claims.inviteFirst(claim, id) }
    }
    const waits = roles.length > 0 && hasAnother(administrators, accountOf(actor))
    const events = waits ? [invited([]), event.RolesProposed.make({ roles })] : [invited(roles)]
    return { id, events, claimed: [] }
  })

const unless = (account: Account, statuses: ReadonlyArray<Account["status"]>) =>
  statuses.includes(account.status) ? refuse("AccountNotActive", { status: account.status }) : Result.succeed(undefined)

const onAnother = (account: Account, statuses: ReadonlyArray<Account["status"]>, context: Acting) =>
  Result.flatMap(unless(account, statuses), () => ofAnother(account, context))

export const canLock = (account: Account, context: Acting) => onAnother(account, ["locked", "ended"], context)
export const canUnlock = (account: Account, context: Acting) => onAnother(account, ["active", "ended"], context)

/** What is proposed is decided before something else takes its place. */
const unlessWaiting = ({ proposal }: Account, besides: Proposal["_tag"] | undefined) =>
  proposal === undefined || proposal._tag === besides
    ? Result.succeed(undefined)
    : refuse("ProposalWaits", { proposal: proposal._tag })

/** Who is invited gets the first link while the roles still wait; a later one would change who is confirmed. */
export const canLink = (account: Account, context: Acting) =>
  Result.gen(function* () {
    yield* onAnother(account, ["locked", "ended"], context)
    const isFirst = account.linksIssued === undefined && account.roles.length === 0
    yield* unlessWaiting(account, isFirst ? "Roles" : undefined)
  })

/** SEC-8: whom another organisation invited is in by its link, if at all, until their own organisation issues one. */
const unlessInvitedFrom = ({ invitedFrom }: Account) =>
  invitedFrom === undefined ? Result.succeed(undefined) : refuse("OwnLinkNeeded", {})

export const canGiveRoles = (account: Account, context: Acting) =>
  Result.gen(function* () {
    yield* onAnother(account, ["ended"], context)
    yield* unlessInvitedFrom(account)
    yield* unlessWaiting(account, "Roles")
  })

const isEndedTogether = (account: Account, { actor }: Acting) =>
  administers(heldRoles(account)) && actor.kind !== "system"

export const canEnd = (account: Account, context: Acting) =>
  Result.flatMap(onAnother(account, ["ended"], context), () =>
    isEndedTogether(account, context) ? unlessWaiting(account, "Ending") : Result.succeed(undefined)
  )

interface Employed {
  readonly organisation: Organisation
  readonly administrators: Administrators
}

export const canSetPosition = (account: Account) => unless(account, ["ended"])

/** SEC-9: what the other side is told of someone is said by another administrator, where there is one. */
export const setPosition = (account: Account, position: string, administrators: Administrators, context: Acting) =>
  Result.gen(function* () {
    yield* canSetPosition(account)
    yield* byAnother(account, administrators, context, because.ownAccount)
    return [event.PositionChanged.make({ holder: holder(account.id, position) })]
  })

/**
 * More power is confirmed by an administrator who neither gives nor gets it; of two, the one who gets it accepts it. Who
 * is to be no administrator any more confirms it themselves, or another one does. So where there are two, nobody gets a
 * role by what one person does.
 */
export const giveRoles = (
  account: Account,
  roles: ReadonlyArray<Role>,
  { administrators, organisation }: Employed,
  context: Acting
) =>
  Result.gen(function* () {
    yield* canGiveRoles(account, context)
    yield* rolesFit(roles, organisation)
    const by = accountOf(context.actor)
    const gains = roles.some((role) => !account.roles.includes(role))
    const held = heldRoles(account)
    const resigns = administers(held) && !administers(roles)
    const returns = account.resting !== undefined && administers(held)
    if (!resigns && !returns && !(gains && hasAnother(administrators, by))) return [event.RolesGiven.make({ roles })]
    // Whose own roles rest may be somebody else by now.
    const isOneOfTwo = administers(account.roles) && !hasAnother(administrators, by, account.id)
    return [event.RolesProposed.make({ roles, ...(gains && isOneOfTwo ? { byOneself: true } : {}) })]
  })

/** The position that was stated with the claim and verified with it, unless the account says the same. */
const positioned = ({ holder: held, id }: Account, { claim }: Organisation): ReadonlyArray<AccountEvent> => {
  const stated = claim === undefined || claim._tag !== "Stated" ? undefined : claim.grounds.holder.position
  return stated === undefined || stated === held?.position
    ? []
    : [event.PositionChanged.make({ holder: holder(id, stated) })]
}

/** The first administrator, once they are verified, in the position that they claimed. */
export const install = (account: Account, organisation: Organisation) =>
  Result.map(unless(account, ["locked", "ended"]), () => [
    ...positioned(account, organisation),
    event.RolesGiven.make({ roles: [administratorOf(organisation)] })
  ])

const about = ({ id }: Account, reason: string) => ({ subject: SubjectId.make(id), reason })

export const lock = (account: Account, reason: string, context: Acting) =>
  Result.map(canLock(account, context), () => [event.AccountLocked.make({ about: about(account, reason) })])

export const unlock = (account: Account, context: Acting) =>
  Result.map(canUnlock(account, context), () => [event.AccountUnlocked.make({})])

/**
 * Whoever issues a link can be the one who opens it. The roles of the account rest until another administrator has
 * confirmed who came in, where there is one; those of an administrator rest always, but for the first link, by which a sole
 * administrator brings in a second one. The system is trusted with links.
 */
export const issueLink = (account: Account, { administrators, organisation }: Employed, context: Acting) =>
  Result.gen(function* () {
    yield* canLink(account, context)
    const { claim } = organisation
    if (claim?._tag === "Stated" && claim.account === account.id)
      return yield* refuse("ClaimNotOpen", { status: claim._tag })
    const { actor } = context
    const judged =
      (administers(account.roles) && account.unopened !== true) ||
      hasAnother(administrators, accountOf(actor), account.id)
    const rests = account.resting !== undefined || (account.roles.length > 0 && actor.kind !== "system" && judged)
    const issued = event.LinkIssued.make(rests || account.roles.length === 0 ? { withoutRoles: true } : {})
    return rests ? [event.RolesWithheld.make({}), issued] : [issued]
  })

/** An administrator is not ended by one other alone: they confirm it themselves, or a third one does. */
export const end = (account: Account, reason: string, context: Acting) =>
  Result.map(canEnd(account, context), () => [
    isEndedTogether(account, context)
      ? event.EndingProposed.make({ about: about(account, reason) })
      : event.AccountEnded.make({ about: about(account, reason) })
  ])

const waiting = ({ proposal }: Account) =>
  proposal === undefined ? refuse("NoProposal", {}) : Result.succeed(proposal)

const whyNotBy = (by: AccountId, { id }: Account, proposal: Proposal): Wording => {
  if (by === proposal.by) return because.ownProposal
  return by === id ? because.ownGain : because.ownLink
}

/** SEC-10: what has lapsed is not confirmed any more, whether the clock has written it down or not. */
export const canConfirm = (account: Account, context: Timely) =>
  Result.gen(function* () {
    yield* unless(account, ["ended"])
    const proposal = yield* waiting(account)
    const by = accountOf(context.actor)
    if (by !== null && concernedBy(account, proposal).includes(by))
      return yield* refuse("AnotherAdministratorNeeded", { why: whyNotBy(by, account, proposal) })
    if (context.now >= lapsesAt(proposal.at)) return yield* refuse("NoProposal", {}, { rule: "SEC-10" })
    return proposal
  })

/** Of two administrators, who gets more accepts it; where a further one is there by now, that one confirms it. */
const stillByOneself = (
  account: Account,
  proposal: Proposal,
  administrators: Administrators,
  context: Acting
): Decision<void, "AnotherAdministratorNeeded"> =>
  isOneself(account, context) &&
  gainsBy(account, proposal) &&
  hasAnother(administrators, proposal.by ?? null, account.id)
    ? refuse("AnotherAdministratorNeeded", { why: because.third })
    : Result.succeed(undefined)

export const confirm = (account: Account, { administrators, organisation }: Employed, context: Timely) =>
  Result.gen(function* () {
    const proposal = yield* canConfirm(account, context)
    yield* stillByOneself(account, proposal, administrators, context)
    const deadlines: ReadonlyArray<Deadline> = [{ before: lapsesAt(proposal.at) }]
    const confirmed = (events: ReadonlyArray<AccountEvent>) => ({
      events,
      deadlines,
      tells: [...toldOf(account, events, context.actor), ...toldToProposer(account, "confirmed", context.actor)]
    })
    if (proposal._tag === "Ending") return confirmed([event.AccountEnded.make({ about: proposal.about })])
    const roles = proposal._tag === "Handover" ? heldRoles(account) : proposal.roles
    yield* rolesFit(roles, organisation)
    return confirmed([event.RolesGiven.make({ roles })])
  })

export const canDecline = (account: Account) => waiting(account)

export const decline = (account: Account, reason: string) =>
  Result.map(canDecline(account), () => [event.ProposalDeclined.make({ about: about(account, reason) })])

export const proposalLapsesAt = ({ proposal, status }: Account) =>
  proposal === undefined || status === "ended" ? undefined : lapsesAt(proposal.at)

/** SEC-10: nobody has answered. Nothing is given by it: what rests goes on resting. */
export const lapse = (account: Account, { actor, now }: Timely) =>
  Result.gen(function* () {
    const proposal = yield* waiting(account)
    const at = lapsesAt(proposal.at)
    if (now < at) return yield* refuse("ProposalWaits", { proposal: proposal._tag }, { rule: "SEC-10" })
    const deadlines: ReadonlyArray<Deadline> = [{ notBefore: at }]
    const events = [event.ProposalLapsed.make({})]
    return {
      events,
      deadlines,
      tells: [...toldOf(account, events, actor), ...toldToProposer(account, "lapsed", actor)]
    }
  })
