import { Result } from "effect"
import type { RenewalBasis } from "../../agreements/Parts.ts"
import type { Context } from "../../engine/Context.ts"
import type { Counted } from "../../engine/Handler.ts"
import type { LocalizedText } from "../../kernel/LocalizedText.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import { bangkokDay, type IsoDate } from "../../kernel/ThaiDate.ts"
import { type Competition, type Contestability, renewalNeedsCompetition } from "../../missions/Contestability.ts"
import * as Mission from "../../missions/Mission.ts"
import { type Organisation, usable } from "../../parties/Organisation.ts"
import { onDay, within } from "../DateRules.ts"
import type { Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"

type Others = ReadonlyArray<Counted<Partnership>>

/** Signed by both sides; and not ended yet, by a termination or by closing its accounts. */
const signedOn = ({ agreement }: Partnership): IsoDate | undefined =>
  agreement === undefined || agreement._tag === "Draft" || agreement._tag === "Signing"
    ? undefined
    : agreement.signatures.map(({ at }) => bangkokDay(at)).at(-1)

const isOver = ({ standing }: Partnership): boolean => standing._tag !== "Running" && standing._tag !== "Suspended"

const underContract = (others: Others): ReadonlyArray<LocalizedText> =>
  others.filter(({ state }) => signedOn(state) !== undefined && !isOver(state)).map(({ state }) => state.title)

/** CNT-1: what a contract was made under stays while it runs; a mission that was never rated can be. */
export const rate = (mission: Mission.Mission, contestability: Contestability, others: Others) => {
  const [partnership] = underContract(others)
  return mission.contestability === undefined || partnership === undefined
    ? Mission.rateContestability(mission, contestability)
    : refuse("ContestabilityFixed", { partnership })
}

/** REV-0: a review undoes the way on; what has been signed keeps its model, and whoever begins it says why. */
export const beginReview = (mission: Mission.Mission, reason: string | undefined, others: Others, context: Context) =>
  Result.gen(function* () {
    yield* Mission.canBeginReview(mission)
    const [partnership] = underContract(others)
    if (partnership !== undefined && reason === undefined)
      return yield* refuse("ReviewUndoes", { partnership }, { field: "/reason" })
    return yield* Mission.beginReview(mission, reason, context)
  })

export const recordCompetition = (
  mission: Mission.Mission,
  held: Omit<Competition, "id">,
  winner: Organisation | undefined,
  context: Context
) =>
  Result.gen(function* () {
    if (winner !== undefined) yield* usable(winner)
    const days = { today: context.today, started: bangkokDay(mission.registeredAt), reported: [] }
    yield* within("missions.record-competition", "on", onDay(held.on), days)
    return yield* Mission.recordCompetition(mission, held, context)
  })

/** CNT-1: commissioning and local government are partnerships of trust for the long term: an evaluation, not a competition. */
const onTrust = ({ choice }: Partnership, recipient: Organisation | undefined): boolean =>
  choice?.model === "commissioning" || recipient?.particulars.sector === "local"

const wonBy = ({ competitions = [] }: Mission.Mission, recipient: string | undefined, since: IsoDate) =>
  competitions.filter(({ on, winner }) => winner === recipient && on >= since)

const renewalsOf = ({ agreement }: Partnership) =>
  agreement !== undefined && "renewals" in agreement ? (agreement.renewals ?? []) : []

/** What partnerships rest on by now: by their selection, unless they ended before they were signed, and by their renewals. */
const borneBy = (partnerships: ReadonlyArray<Partnership>): ReadonlySet<string> =>
  new Set(
    partnerships.flatMap((partnership) => {
      const { selection } = partnership
      const chosen = isOver(partnership) && signedOn(partnership) === undefined ? undefined : selection?.competition
      return [
        ...(chosen === undefined ? [] : [chosen]),
        ...renewalsOf(partnership).flatMap(({ basis }) => {
          if (basis === undefined || basis._tag === "Market") return []
          return [basis._tag === "Competition" ? basis.competition : basis.evaluation]
        })
      ]
    })
  )

/** CNT-1: what a renewal rests on; nothing bears two of them, nor one and the choice for another partnership. */
export const basisOf = (
  partnership: Partnership,
  mission: Mission.Mission,
  recipient: Organisation | undefined,
  others: Others
): Decision<RenewalBasis, "ContestabilityUnrated" | "CompetitionNeeded" | "EvaluationNeeded"> => {
  const { evaluations } = partnership
  if (mission.contestability === undefined) return refuse("ContestabilityUnrated", { mission: mission.about.title })
  const borne = borneBy([partnership, ...others.map(({ state }) => state)])
  const isUsed = (id: string): boolean => borne.has(id)
  if (onTrust(partnership, recipient)) {
    const found = evaluations.findLast(({ id, status }) => status === "accepted" && !isUsed(id))
    return found === undefined
      ? refuse("EvaluationNeeded", {})
      : Result.succeed({ _tag: "Evaluation", evaluation: found.id, step: found.step })
  }
  if (!renewalNeedsCompetition(mission.contestability)) return Result.succeed({ _tag: "Market" })
  const won = wonBy(mission, partnership.recipient, signedOn(partnership) ?? bangkokDay(partnership.startedAt))
  const found = won.findLast(({ id }) => !isUsed(id))
  return found === undefined
    ? refuse("CompetitionNeeded", { mission: mission.about.title.th })
    : Result.succeed({ _tag: "Competition", competition: found.id, reference: found.reference })
}

/**
 * CNT-1: who has the mission, or has had it, goes on by a renewal, or is chosen again by a new competition, which bears nothing
 * else. Whoever is chosen and has not signed yet has it already: two that are signed side by side are not two first ones.
 */
export const chosenAnew = (
  partnership: Partnership,
  organisation: Organisation,
  mission: Mission.Mission,
  others: Others
): Decision<string | undefined, "SecondPartnership"> => {
  const states = others.map(({ state }) => state).filter(({ id }) => id !== partnership.id)
  const before = states
    .filter((state) => state.recipient === organisation.id && !(isOver(state) && signedOn(state) === undefined))
    .map((state) => ({ on: signedOn(state) ?? bangkokDay(state.selection?.at ?? state.startedAt), state }))
  const [last] = before.toSorted((a, b) => (a.on < b.on ? 1 : -1))
  if (last === undefined) return Result.succeed(undefined)
  const borne = borneBy(states)
  const won = wonBy(mission, organisation.id, last.on).findLast(({ id }) => !borne.has(id))
  if (won !== undefined) return Result.succeed(won.id)
  const trusted =
    onTrust(partnership, organisation) &&
    before.every(({ state }) => isOver(state)) &&
    last.state.evaluations.some(({ status }) => status === "accepted")
  return trusted
    ? Result.succeed(undefined)
    : refuse("SecondPartnership", { partnership: last.state.title }, { field: "/organisation" })
}
