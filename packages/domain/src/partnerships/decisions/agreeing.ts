import { Result } from "effect"
import * as Agreement from "../../agreements/Agreement.ts"
import * as Amending from "../../agreements/Amending.ts"
import type { PartySide, Signature } from "../../agreements/Parts.ts"
import * as Renewal from "../../agreements/Renewal.ts"
import { type Terms, valueOf } from "../../agreements/Terms.ts"
import type { Context } from "../../engine/Context.ts"
import type { Timing } from "../../engine/Record.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import { type Mission, openToPartnership } from "../../missions/Mission.ts"
import { defaultPolicy, mandateDeadlines, mandateFor, type Organisation, usable } from "../../parties/Organisation.ts"
import { explained, within } from "../DateRules.ts"
import { sideOf } from "../Parties.ts"
import type { Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { asRecipient, modelOf, readyFor, running, withAct } from "./acting.ts"
import { basisOf } from "./contesting.ts"
import { datesOf, inTime } from "./dating.ts"
import * as HalfSigned from "./halfSigned.ts"
import { laidOut, scheduledBySigning } from "./tranches.ts"

export const withRecipient = (partnership: Partnership) =>
  partnership.recipient === undefined ? refuse("RecipientMissing", {}) : Result.succeed(partnership)

export const canDraft = (partnership: Partnership, context: Pick<Context, "now">) =>
  Result.gen(function* () {
    yield* running(partnership)
    yield* modelOf(partnership)
    yield* Agreement.canDraft(HalfSigned.withoutLapsed(partnership.agreement, () => context.now))
    yield* readyFor("agreement-signed")(partnership)
    return yield* withRecipient(partnership)
  })

/** PBC-S2: the process's own threshold counts where an overlay sets one, else the agency's, else the project's. */
export const thresholdsOf = ({ course }: Partnership, owner: Organisation) => {
  const edits = course.overlay?.edits ?? []
  const own = (name: string) =>
    edits.findLast((edit) => edit._tag === "SetThreshold" && edit.name === name) as
      | { readonly value: number }
      | undefined
  const policy = owner.policy ?? defaultPolicy
  const value = own("sla-value")
  return {
    slaValue: value === undefined ? policy.slaValue : BigInt(value.value),
    slaMonths: own("sla-months")?.value ?? policy.slaMonths
  }
}

/** The term is held against today: at the draft, and once more when the first side signs; it is not over when the other does. */
const termInTime = (operation: string, field: string | undefined, terms: Terms, partnership: Partnership) => {
  const { period, termReason } = terms
  return (context: Pick<Context, "today">) =>
    explained(operation, field, period, datesOf(partnership, context), termReason)
}

export const draft = (partnership: Partnership, terms: Terms, owner: Organisation, context: Context) =>
  Result.gen(function* () {
    yield* canDraft(partnership, context)
    yield* termInTime("agreements.draft", "period", terms, partnership)(context)
    const agreement = HalfSigned.withoutLapsed(partnership.agreement, () => context.now)
    const drafted = yield* Agreement.draft(agreement, terms, thresholdsOf(partnership, owner))
    yield* laidOut(partnership, terms)
    return drafted
  })

export const signingSide = (partnership: Partnership, { actor }: Pick<Context, "actor">) => {
  const side = sideOf(partnership, actor)
  return side === "owner" || side === "recipient"
    ? Result.succeed(side)
    : refuse("WrongLane", { step: "COL-5b", lane: "joint" }, { rule: "COL-5b" })
}

/** PBC-7: a draft written before the process was changed is written anew; it is not signed for tranches that do not come. */
const asTheProcessPays = (partnership: Partnership, terms: Terms) =>
  Result.mapError(laidOut(partnership, terms), ({ field: _, ...refused }) => refused)

export const canSign = (partnership: Partnership, context: Context) =>
  Result.gen(function* () {
    yield* running(partnership)
    const side = yield* signingSide(partnership, context)
    const now = () => context.now
    yield* HalfSigned.inTime(HalfSigned.signaturesOf(partnership.agreement), side, now)
    const agreement = HalfSigned.withoutLapsed(partnership.agreement, now)
    const terms = yield* Agreement.canSign(agreement, side)
    yield* forOneSide(HalfSigned.signaturesOf(agreement), context, side)
    yield* readyFor("agreement-signed")(partnership)
    if (agreement?._tag === "Draft") yield* asTheProcessPays(partnership, terms)
    return terms
  })

/** An agreement waits to be signed since its step opened, or since one side signed it. */
export const signingTiming = ({ agreement }: Partnership): Pick<Timing, "since"> => {
  const [first] = HalfSigned.signaturesOf(agreement)
  return first === undefined ? {} : { since: first.at }
}

/** ACT-8: nobody signs for both sides. */
export const forOneSide = (
  signatures: ReadonlyArray<Signature>,
  { actor }: Pick<Context, "actor">,
  side: PartySide
): Decision<void, "SeparationOfDuties"> => {
  const other = signatures.find((signature) => signature.account === actor.account && signature.side !== side)
  return other === undefined
    ? Result.succeed(undefined)
    : refuse("SeparationOfDuties", { step: side, other: other.side }, { rule: "ACT-8" })
}

/** COL-5b: by someone with a mandate for the agreement's value, on this day, of an organisation that is still there. */
export const signature = (
  organisation: Organisation,
  side: PartySide,
  terms: Terms,
  { actor: { account }, now, today }: Context
) =>
  Result.gen(function* () {
    yield* usable(organisation)
    const mandate = yield* mandateFor(organisation, account, valueOf(terms), today)
    const { holder: signatory, id } = mandate
    const signed = { side, organisation: organisation.id, account, mandate: id, signatory, at: now }
    return { signed, deadlines: mandateDeadlines(mandate) }
  })

/** The agency, and whoever receives the mission. */
export interface Signing {
  readonly owner: Organisation
  readonly recipient: Organisation | undefined
}

/**
 * COL-5b, ACT-8: each side signs by someone with a mandate; with both signatures the agreement is in force. REV-10: a review that
 * was begun since, or that let nobody in, has undone the way on; only what has been signed goes on all the same (REV-0).
 */
export const sign = (
  partnership: Partnership,
  { mission, owner, recipient }: Signing & { readonly mission: Mission },
  context: Context
) =>
  Result.gen(function* () {
    const terms = yield* canSign(partnership, context)
    yield* openToPartnership(mission)
    const side = yield* signingSide(partnership, context)
    const agreement = HalfSigned.withoutLapsed(partnership.agreement, () => context.now)
    yield* HalfSigned.stillMandated(HalfSigned.signaturesOf(agreement), side, [owner, recipient], terms, context)
    const organisation = side === "recipient" ? (recipient ?? owner) : owner
    const { deadlines, signed } = yield* signature(organisation, side, terms, context)
    if (agreement?._tag === "Draft") yield* termInTime("agreements.sign", undefined, terms, partnership)(context)
    else yield* within("agreements.sign", undefined, terms.period, datesOf(partnership, context))
    const signing = yield* Agreement.sign(agreement, signed)
    if (!Agreement.completes(agreement)) return { events: signing, deadlines }
    const events = Result.succeed([...signing, ...scheduledBySigning(partnership, terms)])
    return { events: yield* withAct(partnership, context, "agreement-signed", events), deadlines }
  })

export const canAnnounce = (partnership: Partnership) =>
  Result.gen(function* () {
    yield* running(partnership)
    yield* Agreement.canAnnounce(partnership.agreement)
    return yield* readyFor("agreement-announced")(partnership)
  })

export const announce = (
  partnership: Partnership,
  { reference, where }: { readonly where: string; readonly reference: string },
  context: Context
) =>
  Result.flatMap(canAnnounce(partnership), () =>
    withAct(partnership, context, "agreement-announced", Agreement.announce(partnership.agreement, where, reference))
  )

/** A change to the agreement of a running partnership. */
const onAgreement = <Tag extends string>(
  partnership: Partnership,
  decide: (agreement: Agreement.Agreement | undefined) => Decision<ReadonlyArray<Agreement.AgreementEvent>, Tag>
) => Result.flatMap(running(partnership), () => decide(partnership.agreement))

export const inForce = (partnership: Partnership) =>
  Result.flatMap(running(partnership), () => Result.map(Agreement.inForce(partnership.agreement), () => partnership))

/** GRA-3: a grant's conditions change at the recipient's request; a contract's by both mandates (ACT-8). */
const changedOnRequest = (partnership: Partnership) =>
  Result.flatMap(modelOf(partnership), (model) =>
    model === "grant" ? Result.succeed(partnership) : refuse("AmendmentNeeded", { model })
  )

export const canRequestChange = (partnership: Partnership, context: Context) =>
  Result.gen(function* () {
    yield* asRecipient(partnership, context)
    yield* inForce(partnership)
    return yield* changedOnRequest(partnership)
  })

export const requestChange = (partnership: Partnership, requested: Agreement.RequestedChange, context: Context) =>
  Result.flatMap(canRequestChange(partnership, context), ({ agreement }) =>
    Agreement.requestChange(agreement, requested, context)
  )

export const approveChange = (partnership: Partnership, change: string) =>
  Result.gen(function* () {
    yield* inForce(partnership)
    yield* changedOnRequest(partnership)
    yield* Amending.nothingWaits(partnership.agreement)
    return yield* Agreement.approveChange(partnership.agreement, change)
  })

export const declineChange = (partnership: Partnership, change: string, reason: string) =>
  onAgreement(partnership, (agreement) => Agreement.declineChange(agreement, change, reason))

export const suspend = (partnership: Partnership, reason: string) =>
  onAgreement(partnership, (agreement) => Agreement.suspend(agreement, reason))

export const canResume = (partnership: Partnership) => Agreement.canResume(partnership.agreement)

export const resume = (partnership: Partnership, reason: string) => Agreement.resume(partnership.agreement, reason)

export const canRenew = (partnership: Partnership, context: Context) =>
  Result.flatMap(inForce(partnership), () => Result.map(signingSide(partnership, context), () => partnership))

/** The other side has signed for the same term not too long ago, or not at all. */
const renewalInTime = (
  { agreement }: Partnership,
  { period }: Renewal.Renewal,
  side: PartySide,
  { now }: Pick<Context, "now">
) => {
  const waiting = agreement?._tag === "InForce" ? agreement.renewal : undefined
  const isSame = waiting?.period.from === period.from && waiting.period.to === period.to
  return HalfSigned.inTime(waiting !== undefined && isSame ? [waiting.signature] : [], side, () => now)
}

/** The records that a renewal rests on. */
export interface RenewingWith extends Signing {
  readonly mission: Mission
  readonly partnerships: Parameters<typeof basisOf>[3]
}

/** COL-5b, ACT-8: like the agreement itself, its renewal is signed by each side by someone with a mandate. */
export const renew = (
  partnership: Partnership,
  renewal: Renewal.Renewal,
  { mission, owner, partnerships, recipient }: RenewingWith,
  context: Context
) =>
  Result.gen(function* () {
    yield* canRenew(partnership, context)
    yield* inTime("agreements.renew", partnership, context)
    const side = yield* signingSide(partnership, context)
    yield* renewalInTime(partnership, renewal, side, context)
    const agreement = HalfSigned.withoutLapsed(partnership.agreement, () => context.now)
    const facts = { side, basis: yield* basisOf(partnership, mission, recipient, partnerships) }
    const first = yield* Renewal.canRenew(agreement, renewal, facts)
    yield* within("agreements.renew", "period", renewal.period, datesOf(partnership, context))
    const { renewal: signed, terms } = yield* Agreement.inForce(agreement)
    yield* forOneSide(signed === undefined ? [] : [signed.signature], context, side)
    const signatures = first === undefined ? [] : [first.signature]
    yield* HalfSigned.stillMandated(signatures, side, [owner, recipient], terms, context)
    const organisation = side === "recipient" ? (recipient ?? owner) : owner
    const { deadlines, signed: by } = yield* signature(organisation, side, terms, context)
    return { events: yield* Renewal.renew(agreement, renewal, facts, by), deadlines }
  })
