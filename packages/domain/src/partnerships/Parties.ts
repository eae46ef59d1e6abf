import { Schema } from "effect"
import { AccountId, type Actor, OrganisationId, organisationOf } from "../kernel/Actor.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import type { Side } from "../processes/Process.ts"
import { processWords } from "../processes/words.ts"
import { partnershipWords } from "./words.ts"

/** The parts an organisation can take beside the owner's (ACT-2 to ACT-6). */
export const partyRoles = {
  candidate: partnershipWords.values.candidate,
  supporter: processWords.values.supporter,
  "third-party": processWords.values["third-party"],
  "external-evaluator": partnershipWords.values["external-evaluator"]
}

/** Those that the owner names by itself; a supporter both sides agree to (ACT-3). */
const { supporter: _, ...byOwner } = partyRoles
export const rolesByOwner = byOwner

export const PartyRole = Schema.Literals(["candidate", "supporter", "third-party", "external-evaluator"])
export type PartyRole = typeof PartyRole.Type

export const Party = Schema.Struct({
  organisation: OrganisationId,
  as: PartyRole,
  reason: Schema.optionalKey(Schema.String)
})
export type Party = typeof Party.Type

/** PAR-1: what a partner is assessed on. */
export const capabilities = {
  people: { th: "คน", en: "people" },
  money: { th: "เงิน", en: "money" },
  technology: { th: "เทคโนโลยี", en: "technology" },
  tools: { th: "เครื่องมือ", en: "tools" },
  attitude: { th: "ท่าที ทัศนคติ", en: "attitude or stance" },
  experience: { th: "ประสบการณ์และภารกิจใกล้เคียง", en: "experience and similar missions" }
} as const satisfies Record<string, Wording>

export const Capability = Schema.Literals(["people", "money", "technology", "tools", "attitude", "experience"])
export type Capability = typeof Capability.Type

const Level = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 5 }))

/** One capability: what the service needs and what was found, from 1 to 5. */
export const CapabilityRating = Schema.Struct({
  capability: Capability,
  needed: Level,
  found: Level,
  note: Schema.String
})
export type CapabilityRating = typeof CapabilityRating.Type

/** COM-5, PAR-1: one assessment; another one after it has a reason, and was made by somebody else. */
export const Assessment = Schema.Struct({
  ratings: Schema.Array(CapabilityRating),
  reason: Schema.optionalKey(Schema.String),
  by: AccountId,
  at: Instant
})
export type Assessment = typeof Assessment.Type

export interface Taking {
  readonly owner: OrganisationId
  readonly recipient?: OrganisationId
  readonly parties: ReadonlyArray<Party>
}

export interface Judged {
  readonly recipient?: OrganisationId | undefined
  readonly parties: ReadonlyArray<Party>
}

/** SEP-2: whoever receives the mission, or was named as one who may, is looked at; their people do not look. */
export const isLookedAt = ({ parties, recipient }: Judged, organisation: OrganisationId): boolean =>
  organisation === recipient || parties.some((party) => party.organisation === organisation && party.as === "candidate")

const sideOfRole: Record<PartyRole, Side> = {
  candidate: "recipient",
  supporter: "supporter",
  "third-party": "third-party",
  "external-evaluator": "evaluator"
}

/** Whether an actor's organisation may still be selected: what the parties write to one another is not for it yet. */
export const isCandidate = ({ parties, recipient }: Pick<Taking, "parties" | "recipient">, actor: Actor): boolean =>
  recipient === undefined &&
  parties.some(({ as, organisation }) => as === "candidate" && organisation === organisationOf(actor))

/**
 * The side that an actor stands on. Candidates work in the recipient's lane until one of them is selected.
 */
export const sideOf = ({ owner, parties, recipient }: Taking, actor: Actor): Side | undefined => {
  const organisation = organisationOf(actor)
  if (organisation === null) return undefined
  if (organisation === owner) return "owner"
  if (organisation === recipient) return "recipient"
  const party = parties.find((other) => other.organisation === organisation)
  if (party === undefined || (party.as === "candidate" && recipient !== undefined)) return undefined
  return sideOfRole[party.as]
}
