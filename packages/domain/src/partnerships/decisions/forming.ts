import { Result } from "effect"
import type { Context } from "../../engine/Context.ts"
import type { OrganisationId } from "../../kernel/Actor.ts"
import { holds } from "../../kernel/Actor.ts"
import type { LocalizedText } from "../../kernel/LocalizedText.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import { type Mission, openToPartnership } from "../../missions/Mission.ts"
import type { Answers } from "../../models/Answers.ts"
import type { ModelId } from "../../models/Models.ts"
import { recommend } from "../../models/Recommendation.ts"
import type { Organisation } from "../../parties/Organisation.ts"
import { usable } from "../../parties/Organisation.ts"
import type { AdaptedProcess } from "../../processes/AdaptedProcess.ts"
import { latest } from "../../processes/Composition.ts"
import * as Course from "../../processes/Course.ts"
import { refOf, type Way } from "../../processes/Process.ts"
import { processWords } from "../../processes/words.ts"
import type { CapabilityRating, Party } from "../Parties.ts"
import { OwnEvent, type Partnership, PartnershipId } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { readyFor, running, withAct } from "./acting.ts"
import { chosenAnew } from "./contesting.ts"
import { proposedBy } from "./proposing.ts"

const event = OwnEvent.cases

export interface Start {
  readonly title: LocalizedText
  readonly invented?: boolean
}

/** COL-1 begins only for a mission that its review opened to a partnership (REV-10). */
export const start = ({ invented, title }: Start, mission: Mission, { newId }: Context) =>
  Result.map(openToPartnership(mission), () => [
    event.PartnershipStarted.make({
      id: PartnershipId.make(newId()),
      owner: mission.owner,
      mission: mission.id,
      title,
      ...(invented === undefined ? {} : { invented }),
      collaboration: refOf(latest("collaboration"))
    })
  ])

export interface Chosen extends Answers {
  readonly model: ModelId
  readonly reason?: string
  readonly way: Way
  readonly justification?: string
}

export const canChooseModel = (partnership: Partnership) =>
  Result.gen(function* () {
    yield* running(partnership)
    if (partnership.choice !== undefined)
      return yield* refuse("ModelAlreadyChosen", { model: partnership.choice.model })
    return yield* readyFor("model-chosen")(partnership)
  })

const words = processWords.values

const instead = (chosen: ModelId, recommended: ModelId) => ({
  th: `เลือก${words[chosen].th}แทน${words[recommended].th}ที่แนะนำ`,
  en: `${words[chosen].en} instead of ${words[recommended].en}, which is recommended`
})

/** MOD-2: against the recommendation only an executive chooses, with a written reason. */
const authorised = (chosen: ModelId, recommended: ModelId, reason: string | undefined, { actor }: Context) => {
  if (chosen === recommended) return Result.succeed(undefined)
  if (reason === undefined)
    return refuse("ReasonMissing", { subject: instead(chosen, recommended) }, { rule: "MOD-2", field: "/reason" })
  return holds(actor, "executive")
    ? Result.succeed(undefined)
    : refuse("OverrideNotAuthorised", { roles: ["executive"] }, { field: "/model" })
}

/** COL-9b: direct persuasion, where a call could have been made, rests on a written justification. */
const justified = ({ justification, model, way }: Chosen) =>
  way === "call" || model === "commissioning" || justification !== undefined
    ? Result.succeed(undefined)
    : refuse("ReasonMissing", { subject: words.persuasion }, { rule: "COL-9b", field: "/justification" })

export const chooseModel = (
  partnership: Partnership,
  chosen: Chosen,
  process: AdaptedProcess | undefined,
  context: Context
) =>
  Result.gen(function* () {
    yield* canChooseModel(partnership)
    const { justification, model, nature, readiness, reason, relation, resources, timeFrame, way, wish } = chosen
    const answers: Answers = { nature, timeFrame, resources, wish, readiness, relation }
    const recommended = recommend(answers).ranking[0].model
    yield* authorised(model, recommended, reason, context)
    yield* justified(chosen)
    const overlay = process === undefined ? undefined : { ...process.overlay, id: process.id }
    const embedded = yield* Course.embed(partnership.course, {
      model,
      way,
      ...(overlay === undefined ? {} : { overlay })
    })
    const choice = {
      answers,
      recommended,
      model,
      ...(reason === undefined ? {} : { reason }),
      ...(justification === undefined ? {} : { justification }),
      by: context.actor.account
    }
    return yield* withAct(
      partnership,
      context,
      "model-chosen",
      Result.succeed([event.ModelChosen.make({ choice }), ...embedded])
    )
  })

const eligible = (partnership: Partnership, organisation: Organisation) =>
  organisation.id === partnership.owner
    ? refuse("OwnerCannotBePartner", { organisation: organisation.id }, { field: "/organisation" })
    : usable(organisation)

export const nameParty = (partnership: Partnership, party: Party, organisation: Organisation) =>
  Result.gen(function* () {
    yield* running(partnership)
    yield* eligible(partnership, organisation)
    if (partnership.parties.some((other) => other.organisation === party.organisation && other.as === party.as))
      return yield* refuse("PartyAlreadyNamed", party, { field: "/organisation" })
    return [event.PartyNamed.make({ party })]
  })

export const selectRecipient = (
  partnership: Partnership,
  { justification, organisation }: { readonly organisation: OrganisationId; readonly justification: string },
  particulars: Organisation,
  rested: { readonly mission: Mission; readonly partnerships: Parameters<typeof chosenAnew>[3] },
  context: Context
) =>
  Result.gen(function* () {
    yield* readyFor("recipient-selected")(partnership)
    yield* eligible(partnership, particulars)
    if (!partnership.parties.some((party) => party.organisation === organisation && party.as === "candidate"))
      return yield* refuse("NotACandidate", { organisation }, { field: "/organisation" })
    yield* proposedBy(partnership, organisation)
    const competition = yield* chosenAnew(partnership, particulars, rested.mission, rested.partnerships)
    const selected = { organisation, justification, ...(competition === undefined ? {} : { competition }) }
    return yield* withAct(
      partnership,
      context,
      "recipient-selected",
      Result.succeed([event.RecipientSelected.make(selected)])
    )
  })

export const canSelect = readyFor("recipient-selected")

export const canAssess = (partnership: Partnership) =>
  Result.flatMap(running(partnership), () =>
    partnership.recipient === undefined ? refuse("RecipientMissing", {}) : Result.succeed(partnership)
  )

export interface Assessed {
  readonly ratings: ReadonlyArray<CapabilityRating>
  readonly reason?: string
}

const assessedAnew = { th: "ประเมินขีดความสามารถซ้ำ", en: "assessing the capability again" }

/** COM-5: a bad result is not assessed away: another assessment says why, and is made by another person. */
const mayAssess = (
  { assessment, assessments = [] }: Partnership,
  reason: string | undefined,
  { actor }: Context
): Decision<void, "ReasonMissing" | "SamePerson"> => {
  if (assessment.length === 0 && assessments.length === 0) return Result.succeed(undefined)
  if (assessments.at(-1)?.by === actor.account)
    return refuse("SamePerson", { act: "assess-again", other: "assess" }, { rule: "COM-5" })
  return reason === undefined
    ? refuse("ReasonMissing", { subject: assessedAnew }, { rule: "COM-5", field: "/reason" })
    : Result.succeed(undefined)
}

export const assessPartner = (partnership: Partnership, { ratings, reason }: Assessed, context: Context) =>
  Result.gen(function* () {
    yield* canAssess(partnership)
    yield* mayAssess(partnership, reason, context)
    return [event.CapabilityAssessed.make({ ratings, ...(reason === undefined ? {} : { reason }) })]
  })

export const canCancel = (partnership: Partnership) =>
  Result.flatMap(running(partnership), () => {
    const { agreement } = partnership
    return agreement === undefined || agreement._tag === "Draft" || agreement._tag === "Signing"
      ? Result.succeed(partnership)
      : refuse("AgreementNotDraft", { status: agreement._tag }, { rule: "ACT-8" })
  })

export const cancel = (partnership: Partnership, reason: string) =>
  Result.map(canCancel(partnership), () => [event.PartnershipCancelled.make({ reason })])
