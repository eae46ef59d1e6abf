import { Result } from "effect"
import type { Context } from "../../engine/Context.ts"
import type { Target } from "../../engine/Handler.ts"
import type { Timing } from "../../engine/Record.ts"
import type { Actor, OrganisationId } from "../../kernel/Actor.ts"
import { SubjectId } from "../../kernel/Personal.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import { type Organisation, usable } from "../../parties/Organisation.ts"
import { isCandidate, sideOf } from "../Parties.ts"
import type { Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import {
  type NamingSide,
  type SupporterCapacity,
  SupporterEvent,
  type SupporterIs,
  supporterCapacities,
  waiting
} from "../Supporters.ts"
import { running } from "./acting.ts"

const event = SupporterEvent.cases

/** ACT-3: the two sides name supporters; a candidate is no side before it is selected. */
const namingSide = (partnership: Partnership, { actor }: Pick<Context, "actor">): Decision<NamingSide, "WrongLane"> => {
  const side = sideOf(partnership, actor)
  return (side === "owner" || side === "recipient") && !isCandidate(partnership, actor)
    ? Result.succeed(side)
    : refuse("WrongLane", { step: "ACT-3", lane: "joint" }, { rule: "ACT-3" })
}

export const canPropose = (partnership: Partnership, context: Pick<Context, "actor">) =>
  Result.gen(function* () {
    yield* running(partnership)
    return yield* namingSide(partnership, context)
  })

/** ACT-3: neither the owner nor the recipient, and in use. */
const beside = ({ owner, recipient }: Partnership, organisation: Organisation, at: { readonly field?: string } = {}) =>
  Result.gen(function* () {
    const { id } = organisation
    if (id === owner || id === recipient)
      return yield* refuse("SupporterIsASide", { side: id === owner ? "owner" : "recipient" }, at)
    return yield* usable(organisation)
  })

const supports = ({ parties }: Partnership, organisation: OrganisationId): boolean =>
  parties.some((party) => party.as === "supporter" && party.organisation === organisation)

const isSame = (who: SupporterIs, other: SupporterIs): boolean =>
  who._tag === "Organisation"
    ? other._tag === "Organisation" && who.organisation === other.organisation
    : other._tag === "Person" && who.person.name !== undefined && who.person.name === other.person.name

const proposal = (partnership: Partnership, who: SupporterIs, context: Context) =>
  Result.gen(function* () {
    const side = yield* canPropose(partnership, context)
    const { supporters = [] } = partnership
    const before = supporters.find((one) => one._tag !== "Declined" && isSame(one.who, who))
    const named = who._tag === "Organisation" && supports(partnership, who.organisation)
    const field = who._tag === "Organisation" ? "/organisation" : "/name"
    if (before !== undefined || named) return yield* refuse("SupporterAlreadyProposed", {}, { field })
    return [event.SupporterProposed.make({ supporter: supporters.length + 1, who, side })]
  })

export const propose = (
  partnership: Partnership,
  { ability }: { readonly ability: string },
  organisation: Organisation,
  context: Context
) =>
  Result.gen(function* () {
    yield* canPropose(partnership, context)
    yield* beside(partnership, organisation, { field: "/organisation" })
    return yield* proposal(partnership, { _tag: "Organisation", organisation: organisation.id, ability }, context)
  })

export const proposePerson = (
  partnership: Partnership,
  {
    ability,
    capacity,
    name
  }: { readonly ability: string; readonly capacity: SupporterCapacity; readonly name: string },
  context: Context
) => {
  const person = { subject: SubjectId.make(context.newId()), name, ability }
  return proposal(partnership, { _tag: "Person", capacity, person }, context)
}

const found = ({ supporters }: Partnership, no: number) => {
  const one = waiting(supporters).find((supporter) => supporter.no === no)
  return one === undefined
    ? refuse("SupporterUnknown", { supporter: no }, { field: "/supporter" })
    : Result.succeed(one)
}

const otherOf = { owner: "recipient", recipient: "owner" } as const satisfies Record<NamingSide, NamingSide>

/** ACT-3, ACT-8: by the other side, and by another person, should one have changed sides. */
export const canAgree = (partnership: Partnership, no: number, context: Pick<Context, "actor">) =>
  Result.gen(function* () {
    const side = yield* canPropose(partnership, context)
    const one = yield* found(partnership, no)
    if (one.side === side) return yield* refuse("WrongLane", { step: "ACT-3", lane: otherOf[side] }, { rule: "ACT-3" })
    if (one.by === context.actor.account)
      return yield* refuse("SeparationOfDuties", { step: side, other: one.side }, { rule: "ACT-8" })
    return one
  })

/** The organisation that is to be agreed to, if it is one. */
export const organisationIn = ({ supporters }: Partnership, no: number): OrganisationId | undefined => {
  const who = waiting(supporters).find((one) => one.no === no)?.who
  return who?._tag === "Organisation" ? who.organisation : undefined
}

export const agree = (partnership: Partnership, no: number, organisation: Organisation | undefined, context: Context) =>
  Result.gen(function* () {
    yield* canAgree(partnership, no, context)
    if (organisation !== undefined) yield* beside(partnership, organisation)
    return [event.SupporterAgreed.make({ supporter: no })]
  })

/** Whoever proposed it withdraws it; the other side declines it. */
export const canDecline = (partnership: Partnership, no: number, context: Pick<Context, "actor">) =>
  Result.gen(function* () {
    yield* canPropose(partnership, context)
    return yield* found(partnership, no)
  })

export const decline = (partnership: Partnership, no: number, reason: string, context: Context) =>
  Result.gen(function* () {
    const { who } = yield* canDecline(partnership, no, context)
    const side = yield* namingSide(partnership, context)
    const why = who._tag === "Person" ? { about: { subject: who.person.subject, reason } } : { reason }
    return [event.SupporterDeclined.make({ supporter: no, side, ...why })]
  })

/** What waits is between the two sides. A person is told of by capacity: the name stays with the record. */
export const supporterTargets = (partnership: Partnership, actor: Actor): ReadonlyArray<Target> =>
  isCandidate(partnership, actor)
    ? []
    : waiting(partnership.supporters).map(({ no, who }) => {
        const said = who._tag === "Person" ? supporterCapacities[who.capacity] : { th: who.ability, en: who.ability }
        return { field: "supporter", value: no, label: { th: `${no}. ${said.th}`, en: `${no}. ${said.en}` } }
      })

export const supporterTiming = ({ supporters }: Partnership, target: Target | undefined): Pick<Timing, "since"> => {
  const one = waiting(supporters).find(({ no }) => no === target?.value)
  return one === undefined ? {} : { since: one.at }
}
