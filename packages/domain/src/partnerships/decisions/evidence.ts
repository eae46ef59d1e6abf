import { Result } from "effect"
import type { Context } from "../../engine/Context.ts"
import type { KnownFile } from "../../engine/Files.ts"
import { type Actor, organisationOf } from "../../kernel/Actor.ts"
import { type Evidence, EvidenceEvent, firstOf, isPersonal, numbered } from "../Evidence.ts"
import type { Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { closable } from "./acting.ts"
import { ruleOf } from "./steps.ts"

const event = EvidenceEvent.cases

interface Attaching {
  readonly file: string
  readonly name: string
  readonly step?: string
  readonly personal?: boolean
}

/** MON-6: vouchers are attached for as long as the accounts can be closed. */
export const attach = (
  partnership: Partnership,
  { file, name, personal, step }: Attaching,
  known: KnownFile | undefined,
  { actor, now }: Context
) =>
  Result.gen(function* () {
    yield* closable(partnership)
    if (known === undefined) return yield* refuse("EvidenceUnknown", { file }, { field: "/file" })
    if (step !== undefined && ruleOf(partnership, step) === undefined)
      return yield* refuse("StepUnknown", { step }, { field: "/step" })
    const { digest, size, type } = known
    const evidence = {
      ...{ digest, name, type, size },
      ...(step === undefined ? {} : { step }),
      ...(personal === true ? { personal } : {}),
      by: actor.account,
      at: now
    }
    return [event.EvidenceAttached.make({ evidence })]
  })

const find = ({ evidence }: Partnership, no: number) => {
  const file = numbered(evidence, no)
  return file === undefined
    ? refuse("EvidenceNotAttached", { evidence: no }, { field: "/evidence" })
    : Result.succeed(file)
}

/** Whose a content is: of the side that attached it first, whoever attached a copy of it later. */
const giverOf = ({ evidence }: Partnership, file: Evidence) => firstOf(evidence, file)?.organisation ?? null

const isGiver = (partnership: Partnership, file: Evidence, actor: Actor): boolean =>
  giverOf(partnership, file) !== null && giverOf(partnership, file) === organisationOf(actor)

const isOfOwner = (partnership: Partnership, file: Evidence): boolean =>
  giverOf(partnership, file) === partnership.owner

/** PRT-5b: no side publishes what another gave, unless that side has agreed. */
const agreed = (partnership: Partnership, file: Evidence): boolean =>
  isOfOwner(partnership, file) || firstOf(partnership.evidence, file)?.consent !== undefined

const impersonal = ({ evidence }: Partnership, file: Evidence) =>
  isPersonal(evidence, file)
    ? refuse("EvidenceHoldsPersonalData", { evidence: file.no }, { field: "/evidence" })
    : Result.succeed(undefined)

export const canPublish = (partnership: Partnership, no: number) =>
  Result.gen(function* () {
    const file = yield* find(partnership, no)
    if (file._tag === "Published") return yield* refuse("EvidencePublic", { evidence: no }, { field: "/evidence" })
    yield* impersonal(partnership, file)
    if (!agreed(partnership, file)) return yield* refuse("ConsentMissing", { evidence: no }, { field: "/evidence" })
    return file
  })

export const publish = (partnership: Partnership, no: number, reason: string) =>
  Result.map(canPublish(partnership, no), () => [event.EvidencePublished.make({ evidence: no, reason })])

export const canConsent = (partnership: Partnership, no: number, { actor }: Pick<Context, "actor">) =>
  Result.gen(function* () {
    const file = yield* find(partnership, no)
    if (!isGiver(partnership, file, actor) || firstOf(partnership.evidence, file)?.no !== no)
      return yield* refuse("EvidenceOfAnother", { evidence: no }, { field: "/evidence" })
    yield* impersonal(partnership, file)
    if (file.consent !== undefined) return yield* refuse("ConsentGiven", { evidence: no }, { field: "/evidence" })
    return file
  })

export const consent = (partnership: Partnership, no: number, context: Pick<Context, "actor">) =>
  Result.map(canConsent(partnership, no, context), () => [event.EvidenceConsented.make({ evidence: no })])

/** What is public, or what the giver has agreed to and may think better of. */
const canEnd = (partnership: Partnership, file: Evidence, actor: Actor): boolean =>
  file._tag === "Published" || (file.consent !== undefined && isGiver(partnership, file, actor))

export const canWithdraw = (partnership: Partnership, no: number, { actor }: Pick<Context, "actor">) =>
  Result.flatMap(find(partnership, no), (file) =>
    canEnd(partnership, file, actor)
      ? Result.succeed(file)
      : refuse("EvidenceNotPublic", { evidence: no }, { field: "/evidence" })
  )

interface Withdrawing {
  readonly evidence: number
  readonly reason: string
  readonly personal?: boolean
}

/**
 * PRT-5b: the owner and the side that gave it end the publication for any reason, every other side because of the
 * personal data in it; then it is not published again.
 */
export const withdraw = (
  partnership: Partnership,
  { evidence: no, personal, reason }: Withdrawing,
  context: Pick<Context, "actor">
) =>
  Result.gen(function* () {
    const file = yield* canWithdraw(partnership, no, context)
    const { actor } = context
    const isTheirs = isGiver(partnership, file, actor) || organisationOf(actor) === partnership.owner
    if (!isTheirs && personal !== true)
      return yield* refuse("EvidenceOfAnother", { evidence: no }, { field: "/personal" })
    return [event.EvidenceWithdrawn.make({ evidence: no, reason, ...(personal === true ? { personal } : {}) })]
  })

type Which = (partnership: Partnership, file: Evidence, actor: Actor) => boolean

/** The files that each act can be aimed at by this actor. */
export const publishable: Which = (partnership, file) =>
  file._tag !== "Published" && !isPersonal(partnership.evidence, file)

export const consentable: Which = (partnership, file, actor) =>
  !isOfOwner(partnership, file) &&
  isGiver(partnership, file, actor) &&
  firstOf(partnership.evidence, file) === file &&
  file.consent === undefined &&
  !isPersonal(partnership.evidence, file)

export const withdrawable: Which = canEnd
