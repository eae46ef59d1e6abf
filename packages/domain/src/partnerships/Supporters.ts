import { Schema } from "effect"
import type { Recorded } from "../engine/Event.ts"
import { AccountId, hasAccount, OrganisationId } from "../kernel/Actor.ts"
import { personal } from "../kernel/Personal.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import type { Party } from "./Parties.ts"
import { partnershipWords } from "./words.ts"

const { values } = partnershipWords

/** ACT-3: as whom a person is able to help. */
export const supporterCapacities = {
  "citizens-representative": values["citizens-representative"],
  "academic-institution": values["academic-institution"],
  "local-figure": values["local-figure"],
  "other-person": values["other-person"]
} as const satisfies Record<string, Wording>

export const SupporterCapacity = Schema.Literals([
  "citizens-representative",
  "academic-institution",
  "local-figure",
  "other-person"
])
export type SupporterCapacity = typeof SupporterCapacity.Type

export const NamingSide = Schema.Literals(["owner", "recipient"])
export type NamingSide = typeof NamingSide.Type

/** An organisation, or a person by name; and what makes them able to help. */
export const SupporterIs = Schema.TaggedUnion({
  Organisation: { organisation: OrganisationId, ability: Schema.String },
  Person: { capacity: SupporterCapacity, person: personal({ name: Schema.String, ability: Schema.String }) }
})
export type SupporterIs = typeof SupporterIs.Type

/** Why one is declined; what is said of a person is personal data of that person. */
const why = {
  reason: Schema.optionalKey(Schema.String),
  about: Schema.optionalKey(personal({ reason: Schema.String }))
}

const proposed = {
  /** Supporters are counted in the order in which they were proposed. */
  no: Schema.Int,
  who: SupporterIs,
  side: NamingSide,
  by: AccountId,
  at: Instant
}

/** ACT-3: neither owner nor recipient, and seen by both as able to help. It counts once the other side has agreed. */
export const Supporter = Schema.TaggedUnion({
  Proposed: proposed,
  Agreed: { ...proposed, consented: Schema.Struct({ by: AccountId, at: Instant }) },
  /** By the other side, or withdrawn by the one that proposed it. */
  Declined: { ...proposed, declined: Schema.Struct({ side: NamingSide, by: AccountId, at: Instant, ...why }) }
})
export type Supporter = typeof Supporter.Type
export type Supporters = ReadonlyArray<Supporter>

export const SupporterEvent = Schema.TaggedUnion({
  SupporterProposed: { supporter: Schema.Int, who: SupporterIs, side: NamingSide },
  SupporterAgreed: { supporter: Schema.Int },
  SupporterDeclined: { supporter: Schema.Int, side: NamingSide, ...why }
})
export type SupporterEvent = typeof SupporterEvent.Type

export const waiting = (supporters: Supporters = []) => supporters.filter((one) => one._tag === "Proposed")

/** The persons who support the work, as far as their names were not erased. */
export const persons = (supporters: Supporters = []) =>
  supporters.flatMap((one) =>
    one._tag === "Agreed" && one.who._tag === "Person" && one.who.person.name !== undefined
      ? [{ no: one.no, subject: one.who.person.subject, name: one.who.person.name }]
      : []
  )

/** The organisation that takes part once the other side has agreed. */
export const partyOf = (supporters: Supporters = [], no: number): ReadonlyArray<Party> =>
  waiting(supporters).flatMap(({ no: number, who }) =>
    number === no && who._tag === "Organisation"
      ? [{ organisation: who.organisation, as: "supporter" as const, reason: who.ability }]
      : []
  )

/** Whoever has no account neither proposes nor agrees. */
export const evolve = (
  supporters: Supporters | undefined,
  { actor, at, event }: Recorded<SupporterEvent>
): Supporters => {
  const before = supporters ?? []
  if (!hasAccount(actor)) return before
  const by = actor.account
  const turned = (no: number, to: (one: Extract<Supporter, { readonly _tag: "Proposed" }>) => Supporter) =>
    before.map((one) => (one.no === no && one._tag === "Proposed" ? to(one) : one))
  return SupporterEvent.match(event, {
    SupporterProposed: ({ side, supporter: no, who }): Supporters => [
      ...before,
      { _tag: "Proposed", no, who, side, by, at }
    ],
    SupporterAgreed: ({ supporter }): Supporters =>
      turned(supporter, (one) => ({ ...one, _tag: "Agreed", consented: { by, at } })),
    SupporterDeclined: ({ _tag: _, supporter, ...said }): Supporters =>
      turned(supporter, (one) => ({ ...one, _tag: "Declined", declined: { ...said, by, at } }))
  })
}
