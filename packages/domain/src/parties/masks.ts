import { type EventMasks, type Mask, person } from "../engine/Mask.ts"
import { agency, everyone, parties } from "../kernel/Audience.ts"
import type { Account, AccountEvent, Proposal } from "./Account.ts"
import type { Claim, Grounds } from "./Claim.ts"
import type { Mandate, Organisation, OrganisationEvent, Particulars, Policy } from "./Organisation.ts"

const particulars = {
  name: everyone,
  legalForm: everyone,
  sector: everyone,
  juristicId: everyone,
  province: everyone,
  invented: everyone
} as const satisfies Mask<Particulars>

/** Who may sign for an organisation, and for how much, is for its own people and for those who keep the registry. */
const mandate = {
  id: parties,
  account: person(parties),
  holder: { subject: parties, erasedAt: parties, position: parties },
  limit: parties,
  period: parties,
  order: parties
} as const satisfies Mask<Mandate>

const policy = { slaValue: everyone, slaMonths: everyone } as const satisfies Mask<Policy>

const grounds = {
  holder: { subject: parties, erasedAt: parties, position: parties },
  order: parties,
  attached: {
    subject: parties,
    erasedAt: parties,
    name: parties,
    content: { digest: parties, type: parties, size: parties }
  },
  letter: { digest: parties, name: parties, type: parties, size: parties }
} as const satisfies Mask<Grounds>

/** That an organisation has an administrator of its own is for everyone; who it is, and why, for those concerned. */
const invited = { _tag: everyone, account: person(parties), invitedBy: person(parties) } as const

const sentBack = { subject: parties, erasedAt: parties, reason: parties } as const

const claim = {
  cases: {
    Invited: { ...invited, sentBack },
    Stated: { ...invited, grounds, at: parties },
    Verified: { ...invited, grounds, verifiedBy: person(parties), at: everyone }
  }
} as const satisfies Mask<Claim>

export const organisationMask = {
  id: everyone,
  registeredBy: everyone,
  claim,
  particulars,
  active: everyone,
  inactiveReason: parties,
  mandates: { each: mandate },
  policy
} as const satisfies Mask<Organisation>

export const organisationEventMasks = {
  OrganisationRegistered: {
    seen: everyone,
    actor: parties,
    data: { id: everyone, particulars, registeredBy: everyone }
  },
  ParticularsChanged: { seen: everyone, actor: parties, data: { particulars } },
  MandateGiven: { seen: parties, actor: parties, data: { mandate } },
  MandateWithdrawn: { seen: parties, actor: parties, data: { mandate: parties, reason: parties } },
  PolicySet: { seen: everyone, actor: parties, data: { policy } },
  OrganisationDeactivated: { seen: everyone, actor: parties, data: { reason: parties } },
  OrganisationReactivated: { seen: everyone, actor: parties, data: {} },
  FirstAdministratorInvited: { seen: parties, actor: parties, data: { account: person(parties) } },
  ClaimStated: { seen: parties, actor: parties, data: { grounds } },
  ClaimReturned: { seen: parties, actor: parties, data: { about: sentBack } },
  ClaimLapsed: { seen: parties, actor: parties, data: {} },
  ClaimVerified: { seen: everyone, actor: parties, data: {} }
} as const satisfies EventMasks<OrganisationEvent>

/** Whoever chooses whom to assign sees who it is, and nothing of what happened to the account. */
const chosen = [...parties, "candidate"] as const

const personal = { subject: parties, erasedAt: parties, name: parties, email: agency } as const

const holder = { subject: parties, erasedAt: parties, position: parties } as const

/** Why an account was locked or ended. */
const about = { subject: agency, erasedAt: agency, reason: agency } as const

const proposed = { _tag: parties, by: person(agency), at: parties } as const

const proposal = {
  cases: {
    Roles: { ...proposed, roles: { each: parties }, byOneself: parties },
    Ending: { ...proposed, about },
    Handover: proposed
  }
} as const satisfies Mask<Proposal>

export const accountMask = {
  id: person(chosen),
  organisation: chosen,
  invitedFrom: parties,
  personal: { ...personal, subject: chosen, erasedAt: chosen, name: chosen },
  holder: { subject: chosen, erasedAt: chosen, position: chosen },
  roles: { each: parties },
  resting: { each: parties },
  unopened: parties,
  linkedBy: person(agency),
  proposal,
  status: chosen,
  about,
  invitedAt: parties,
  linksIssued: parties
} as const satisfies Mask<Account>

export const accountEventMasks = {
  AccountInvited: {
    seen: parties,
    actor: parties,
    data: {
      id: person(parties),
      organisation: parties,
      invitedFrom: parties,
      personal,
      holder,
      roles: { each: parties },
      unopened: parties
    }
  },
  PositionChanged: { seen: parties, actor: parties, data: { holder } },
  RolesProposed: { seen: parties, actor: agency, data: { roles: { each: parties }, byOneself: parties } },
  EndingProposed: { seen: parties, actor: agency, data: { about } },
  ProposalDeclined: { seen: parties, actor: agency, data: { about } },
  ProposalLapsed: { seen: parties, actor: agency, data: {} },
  RolesGiven: { seen: parties, actor: parties, data: { roles: { each: parties } } },
  AccountLocked: { seen: parties, actor: agency, data: { about } },
  RolesWithheld: { seen: parties, actor: agency, data: {} },
  LinkIssued: { seen: parties, actor: parties, data: { withoutRoles: parties } },
  AccountUnlocked: { seen: parties, actor: agency, data: {} },
  AccountEnded: { seen: parties, actor: agency, data: { about } }
} as const satisfies EventMasks<AccountEvent>
