import { type EventMasks, type Mask, person } from "../engine/Mask.ts"
import { agency, everyone, parties } from "../kernel/Audience.ts"
import type { Account, AccountEvent } from "./Account.ts"
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

export const organisationMask = {
  id: everyone,
  particulars,
  active: everyone,
  inactiveReason: parties,
  mandates: { each: mandate },
  policy
} as const satisfies Mask<Organisation>

export const organisationEventMasks = {
  OrganisationRegistered: { seen: everyone, actor: parties, data: { id: everyone, particulars } },
  ParticularsChanged: { seen: everyone, actor: parties, data: { particulars } },
  MandateGiven: { seen: parties, actor: parties, data: { mandate } },
  MandateWithdrawn: { seen: parties, actor: parties, data: { mandate: parties, reason: parties } },
  PolicySet: { seen: everyone, actor: parties, data: { policy } },
  OrganisationDeactivated: { seen: everyone, actor: parties, data: { reason: parties } },
  OrganisationReactivated: { seen: everyone, actor: parties, data: {} }
} as const satisfies EventMasks<OrganisationEvent>

const personal = { subject: parties, erasedAt: parties, name: parties, email: agency } as const

/** Why an account was locked or ended. */
const about = { subject: agency, erasedAt: agency, reason: agency } as const

export const accountMask = {
  id: person(parties),
  organisation: parties,
  personal,
  roles: { each: parties },
  status: parties,
  about,
  invitedAt: parties
} as const satisfies Mask<Account>

export const accountEventMasks = {
  AccountInvited: {
    seen: parties,
    actor: parties,
    data: { id: person(parties), organisation: parties, personal, roles: { each: parties } }
  },
  RolesGiven: { seen: parties, actor: parties, data: { roles: { each: parties } } },
  AccountLocked: { seen: parties, actor: agency, data: { about } },
  AccountUnlocked: { seen: parties, actor: agency, data: {} },
  AccountEnded: { seen: parties, actor: agency, data: { about } }
} as const satisfies EventMasks<AccountEvent>
