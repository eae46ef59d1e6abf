import { Result, Schema } from "effect"
import type { Context } from "../engine/Context.ts"
import { type Recorded, unknownId } from "../engine/Event.ts"
import type { Deadline } from "../engine/EventStore.ts"
import { listing } from "../engine/Listing.ts"
import { defineRecord } from "../engine/Record.ts"
import { AccountId, type Actor, accessOf, OrganisationId, organisationOf, type Role } from "../kernel/Actor.ts"
import { amongMembers, openly, registryStaff } from "../kernel/Audience.ts"
import * as Column from "../kernel/Column.ts"
import { JuristicId } from "../kernel/Identifiers.ts"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import * as MoneyText from "../kernel/Money.ts"
import { Money, type Satang } from "../kernel/Money.ts"
import { contains, Period } from "../kernel/Period.ts"
import { personal, SubjectId } from "../kernel/Personal.ts"
import { ProvinceCode } from "../kernel/Province.ts"
import type { Decision, Wording } from "../kernel/Refusal.ts"
import { addDays, type IsoDate, startOfDay } from "../kernel/ThaiDate.ts"
import * as Claims from "./Claim.ts"
import { answerableUntil } from "./Lapse.ts"
import { LegalForm, Sector } from "./LegalForm.ts"
import { organisationEventMasks, organisationMask } from "./masks.ts"
import { refuse } from "./refusals.ts"

/** What an organisation is in the registry; owner, recipient, supporter are roles that it takes in a partnership. */
export const Particulars = Schema.Struct({
  name: LocalizedText,
  legalForm: LegalForm,
  sector: Sector,
  juristicId: Schema.optionalKey(JuristicId),
  province: Schema.optionalKey(ProvinceCode),
  invented: Schema.optionalKey(Schema.Boolean)
})
export type Particulars = typeof Particulars.Type

/** The power to sign for an organisation: who, up to what value, and from when to when (COL-5b). */
export const Mandate = Schema.Struct({
  id: Schema.String,
  account: AccountId,
  holder: personal({ position: Schema.String }),
  limit: Money,
  period: Period,
  order: Schema.String
})
export type Mandate = typeof Mandate.Type

/** Settings an agency decides for itself; the defaults are the project's own (PBC-S2). */
export const Policy = Schema.Struct({
  slaValue: Money,
  slaMonths: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 120 }))
})
export type Policy = typeof Policy.Type

export const defaultPolicy: Policy = { slaValue: MoneyText.baht(50_000), slaMonths: 12 }

export const Organisation = Schema.Struct({
  id: OrganisationId,
  /** The agency whose officer or administrator registered it; absent where the system did. */
  registeredBy: Schema.optionalKey(OrganisationId),
  particulars: Particulars,
  claim: Schema.optionalKey(Claims.Claim),
  active: Schema.Boolean,
  inactiveReason: Schema.optionalKey(Schema.String),
  mandates: Schema.Array(Mandate),
  policy: Schema.optionalKey(Policy)
})
export type Organisation = typeof Organisation.Type

export const OrganisationEvent = Schema.TaggedUnion({
  OrganisationRegistered: {
    id: OrganisationId,
    particulars: Particulars,
    registeredBy: Schema.optionalKey(OrganisationId)
  },
  ParticularsChanged: { particulars: Particulars },
  MandateGiven: { mandate: Mandate },
  MandateWithdrawn: { mandate: Schema.String, reason: Schema.String },
  PolicySet: { policy: Policy },
  OrganisationDeactivated: { reason: Schema.String },
  OrganisationReactivated: {},
  ...Claims.claimEvents
})
export type OrganisationEvent = typeof OrganisationEvent.Type
const event = OrganisationEvent.cases

export const register = (particulars: Particulars, { actor, newId }: Pick<Context<Actor>, "actor" | "newId">) => {
  const registeredBy = organisationOf(actor)
  return Result.succeed([
    event.OrganisationRegistered.make({
      id: OrganisationId.make(newId()),
      particulars,
      ...(registeredBy === null ? {} : { registeredBy })
    })
  ])
}

export interface OfSector {
  readonly particulars: Pick<Particulars, "sector">
}

/** ACT-1, ACT-2: a state body owns missions, a partner receives them, local government does both. */
export const standsAs = ({ particulars: { sector } }: OfSector): "state" | "local" | "partner" =>
  sector === "state" || sector === "local" ? sector : "partner"

/** Who administers an organisation: a state body its agency administrators, any other its partner administrators. */
export const administratorOf = (organisation: OfSector): Role =>
  standsAs(organisation) === "state" ? "agency-administrator" : "partner-administrator"

/**
 * SEC-8: its sector decides what its people may be, so that a partner cannot make itself a mission owner.
 */
export const changeParticulars = (
  organisation: Organisation,
  particulars: Particulars,
  { actor }: Pick<Context<Actor>, "actor">
): Decision<ReadonlyArray<OrganisationEvent>, "SectorFixed"> =>
  standsAs(organisation) === standsAs({ particulars }) ||
  actor.kind === "system" ||
  (Claims.isUnclaimed(organisation.claim) && organisationOf(actor) !== organisation.id)
    ? Result.succeed([event.ParticularsChanged.make({ particulars })])
    : refuse("SectorFixed", {}, { field: "/sector" })

export interface GivenMandate extends Omit<Mandate, "holder" | "id"> {
  readonly position: string
}

export const giveMandate = (_: Organisation, { position, ...given }: GivenMandate, { newId }: Context) => {
  const holder = { subject: SubjectId.make(given.account), position }
  return Result.succeed([event.MandateGiven.make({ mandate: { ...given, id: newId(), holder } })])
}

export const canWithdraw = ({ mandates }: Organisation, mandate: string) =>
  mandates.some(({ id }) => id === mandate)
    ? Result.succeed(undefined)
    : refuse("MandateUnknown", { mandate }, { field: "/mandate" })

export const withdrawMandate = (organisation: Organisation, mandate: string, reason: string) =>
  Result.map(canWithdraw(organisation, mandate), () => [event.MandateWithdrawn.make({ mandate, reason })])

export const setPolicy = (_: Organisation, policy: Policy) => Result.succeed([event.PolicySet.make({ policy })])

export const canDeactivate = (organisation: Organisation) =>
  organisation.active
    ? Result.succeed(undefined)
    : refuse("OrganisationInactive", { organisation: organisation.particulars.name })

export const deactivate = (organisation: Organisation, reason: string) =>
  Result.map(canDeactivate(organisation), () => [event.OrganisationDeactivated.make({ reason })])

export const canReactivate = ({ active, particulars }: Organisation) =>
  active ? refuse("OrganisationActive", { organisation: particulars.name }) : Result.succeed(undefined)

export const reactivate = (organisation: Organisation) =>
  Result.map(canReactivate(organisation), () => [event.OrganisationReactivated.make({})])

/** SEC-8: an organisation with an administrator of its own is managed by nobody else; the system sets up any. */
export const managed = (
  { claim, id, particulars }: Organisation,
  actor: Actor
): Decision<void, "OrganisationManagedByItself"> =>
  actor.kind === "system" || id === organisationOf(actor) || Claims.isUnclaimed(claim)
    ? Result.succeed(undefined)
    : refuse("OrganisationManagedByItself", { organisation: particulars.name })

export const usable = (organisation: Organisation) => Result.map(canDeactivate(organisation), () => organisation)

/** COL-5b: what those who can give a mandate are told of a signature for which none of those who sign has one. */
export const mandateMissing: Wording = {
  th: "มอบอำนาจลงนาม (ยังไม่มีผู้ลงนามที่มีอำนาจในวงเงินนี้)",
  en: "Give a mandate to sign (none of those who sign has one for this value)"
}

/** COL-5b: a mandate of this account that covers the value and the day, or why there is none. */
export const mandateFor = (
  organisation: Organisation,
  account: AccountId,
  value: Satang,
  day: IsoDate
): Decision<Mandate, "MandateMissing" | "MandateExpired" | "MandateLimitExceeded"> => {
  const held = organisation.mandates.filter((mandate) => mandate.account === account)
  const first = held[0]
  if (first === undefined) return refuse("MandateMissing", { organisation: organisation.particulars.name })
  const current = held.filter(({ period }) => contains(period, day))
  if (current.length === 0) return refuse("MandateExpired", { from: first.period.from, to: first.period.to })
  const highest = current.reduce((a, b) => (a.limit >= b.limit ? a : b))
  return highest.limit >= value
    ? Result.succeed(highest)
    : refuse("MandateLimitExceeded", {
        value: MoneyText.toDecimalString(value),
        limit: MoneyText.toDecimalString(highest.limit)
      })
}

/** Within its days a mandate counts: the store judges it by its own clock. */
export const mandateDeadlines = ({ period: { from, to } }: Mandate): ReadonlyArray<Deadline> => [
  { notBefore: startOfDay(from) },
  { before: startOfDay(addDays(to, 1)) }
]

const unnamed: Particulars = { name: { th: "—" }, legalForm: "other", sector: "state" }

export const evolve = (
  state: Organisation | undefined,
  { event: happened, ...recorded }: Recorded<OrganisationEvent>
): Organisation => {
  const organisation = state ?? {
    id: OrganisationId.make(unknownId),
    particulars: unnamed,
    active: true,
    mandates: []
  }
  if (Claims.isClaimEvent(happened))
    return { ...organisation, claim: Claims.evolve(organisation.claim, { ...recorded, event: happened }) }
  switch (happened._tag) {
    case "OrganisationRegistered": {
      const { id, particulars, registeredBy } = happened
      return { ...organisation, id, particulars, ...(registeredBy === undefined ? {} : { registeredBy }) }
    }
    case "ParticularsChanged":
      return { ...organisation, particulars: happened.particulars }
    case "MandateGiven":
      return { ...organisation, mandates: [...organisation.mandates, happened.mandate] }
    case "MandateWithdrawn":
      return { ...organisation, mandates: organisation.mandates.filter(({ id }) => id !== happened.mandate) }
    case "PolicySet":
      return { ...organisation, policy: happened.policy }
    case "OrganisationDeactivated":
      return { ...organisation, active: false, inactiveReason: happened.reason }
    case "OrganisationReactivated": {
      const { inactiveReason: _, ...rest } = organisation
      return { ...rest, active: true }
    }
    default:
      return happened satisfies never
  }
}

/** The agency that registered it looks after it as long as it has no administrator of its own. */
export const lookedAfterBy = ({ claim, registeredBy }: Organisation): ReadonlyArray<OrganisationId> =>
  registeredBy !== undefined && Claims.isUnclaimed(claim) ? [registeredBy] : []

const claimantOf = ({ claim }: Organisation) => {
  const account = Claims.claimant(claim)
  return account === undefined ? [] : [account]
}

/** Everyone may look an organisation up; its mandates are for its own people. */
export const organisationRecord = defineRecord({
  name: "organisation",
  plural: "organisations",
  label: { th: "องค์กร", en: "organisation" },
  State: Organisation,
  Event: OrganisationEvent,
  schemaVersion: 1,
  evolve,
  audiences: [{ name: "full", allow: registryStaff }, amongMembers, openly],
  masks: { state: organisationMask, events: organisationEventMasks },
  access: (organisation) =>
    accessOf({
      owner: organisation.id,
      parties: lookedAfterBy(organisation),
      assigned: claimantOf(organisation).map((account) => ({ account, role: null, from: null, until: null })),
      public: true
    }),
  ...listing({
    owner: false,
    nextDue: ["full"],
    columns: {
      sector: Column.choice("ภาคส่วน", "Sector", { seenBy: "everyone" }),
      legalForm: Column.choice("รูปแบบตามกฎหมาย", "Legal form", { seenBy: "everyone" }),
      province: Column.choice("จังหวัด", "Province", { seenBy: "everyone" }),
      juristicId: Column.text("เลขทะเบียน", "Registration number", {
        seenBy: "everyone",
        plain: true,
        searched: true,
        unique: true
      })
    },
    row: ({ active, particulars: { juristicId, legalForm, name, province, sector } }: Organisation) => ({
      title: name,
      status: active ? ("active" as const) : ("inactive" as const),
      columns: { sector, legalForm, province, juristicId }
    })
  }),
  timing: ({ rules }, { claim }) =>
    rules.includes("SEC-8") && claim?._tag === "Stated" ? { since: claim.at, due: answerableUntil(claim.at) } : {},
  files: ({ claim }) => Claims.filesIn(claim as Parameters<typeof Claims.filesIn>[0]),
  // Whoever invited the first administrator does not verify the claim.
  involved: ({ claim }) => (claim?.invitedBy === undefined ? [] : [claim.invitedBy])
})
