import { Result } from "effect"
import * as Agreement from "../../agreements/Agreement.ts"
import * as Amending from "../../agreements/Amending.ts"
import type { AmendedTerms } from "../../agreements/Parts.ts"
import { refuse } from "../../agreements/refusals.ts"
import type { Context } from "../../engine/Context.ts"
import type { Target } from "../../engine/Handler.ts"
import type { Timing } from "../../engine/Record.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import type { Organisation } from "../../parties/Organisation.ts"
import type { Partnership } from "../Partnership.ts"
import { running } from "./acting.ts"
import { forOneSide, signature, signingSide, thresholdsOf } from "./agreeing.ts"
import * as HalfSigned from "./halfSigned.ts"
import { withoutLapsed } from "./halfSigned.ts"
import { canRemeasure, remeasure } from "./planning.ts"
import { rescheduled } from "./tranches.ts"

export const canPropose = (partnership: Partnership, context: Context) =>
  Result.gen(function* () {
    yield* running(partnership)
    yield* signingSide(partnership, context)
    yield* Amending.canPropose(partnership.agreement)
    return partnership
  })

/** PBC-7: the evaluation of work without money, which no later payment rests on. */
const notEvaluated = ({ evaluations }: Partnership): Decision<void, "EvaluatedWithoutMoney"> => {
  const found = evaluations.find(({ findings, status }) => status !== "returned" && findings.length > 0)
  return found === undefined ? Result.succeed(undefined) : refuse("EvaluatedWithoutMoney", { step: found.step })
}

/** PBC-7: other tranches cover what has been paid, and are as many as the process pays in; so are the first, with money. */
const withTranches = (
  partnership: Partnership,
  change: Pick<AmendedTerms, "money" | "tranches">,
  owner: Organisation
) =>
  Result.gen(function* () {
    const { terms } = yield* Agreement.inForce(partnership.agreement)
    const amended = yield* Amending.bringsMoney(terms, change, thresholdsOf(partnership, owner))
    if (change.money !== undefined) yield* notEvaluated(partnership)
    const { tranches: _, ...rest } = amended
    const tranches = change.tranches ?? (change.money === undefined ? undefined : [])
    return yield* rescheduled(partnership, tranches === undefined ? rest : { ...rest, tranches })
  })

/** ACT-8: either side proposes; it binds nobody until both have signed. */
export const propose = (partnership: Partnership, terms: AmendedTerms, owner: Organisation, context: Context) =>
  Result.gen(function* () {
    yield* canPropose(partnership, context)
    const side = yield* signingSide(partnership, context)
    yield* withTranches(partnership, terms, owner)
    yield* canRemeasure(partnership, terms.measures)
    return yield* Amending.propose(partnership.agreement, terms, side, context)
  })

export const canSign = (partnership: Partnership, amendment: string, context: Context) =>
  Result.gen(function* () {
    yield* running(partnership)
    const side = yield* signingSide(partnership, context)
    const now = () => context.now
    yield* HalfSigned.inTime(Amending.waiting(partnership.agreement)?.signatures ?? [], side, now)
    const { signatures } = yield* Amending.canSign(withoutLapsed(partnership.agreement, now), amendment, side)
    yield* forOneSide(signatures, context, side)
    return partnership
  })

/** COL-5b, ACT-8: like the agreement itself, an amendment is signed by each side by someone with a mandate for its value. */
export const sign = (
  partnership: Partnership,
  amendment: string,
  { owner, recipient }: { readonly owner: Organisation; readonly recipient: Organisation | undefined },
  context: Context
) =>
  Result.gen(function* () {
    yield* canSign(partnership, amendment, context)
    const side = yield* signingSide(partnership, context)
    const { terms } = yield* Agreement.inForce(partnership.agreement)
    const agreement = withoutLapsed(partnership.agreement, () => context.now)
    const proposed = yield* Amending.canSign(agreement, amendment, side)
    const next = Amending.amended(terms, proposed)
    yield* HalfSigned.stillMandated(proposed.signatures, side, [owner, recipient], next, context)
    const organisation = side === "recipient" ? (recipient ?? owner) : owner
    const { deadlines, signed } = yield* signature(organisation, side, next, context)
    const events = yield* Amending.sign(agreement, amendment, signed)
    const amended = events.find((one) => one._tag === "AgreementAmended")
    if (amended === undefined) return { events, deadlines }
    const tranches = yield* withTranches(partnership, amended, owner)
    return { events: [...events, ...tranches, ...(yield* remeasure(partnership, amended, context))], deadlines }
  })

export const decline = (
  partnership: Partnership,
  { amendment, reason }: { readonly amendment: string; readonly reason: string },
  context: Context
) =>
  Result.gen(function* () {
    yield* running(partnership)
    const side = yield* signingSide(partnership, context)
    return yield* Amending.decline(partnership.agreement, amendment, side, reason)
  })

export const canDecline = (partnership: Partnership, amendment: string, context: Context) =>
  Result.map(decline(partnership, { amendment, reason: "—" }, context), () => partnership)

/** An amendment waits since it was proposed, or since the other side signed it. */
export const amendmentTiming = ({ agreement }: Partnership, target: Target | undefined): Pick<Timing, "since"> => {
  const found = Amending.waiting(agreement)
  if (found === undefined || found.id !== target?.value) return {}
  return { since: found.signatures.at(-1)?.at ?? found.proposedAt }
}
