import { Result } from "effect"
import type { Context } from "../../engine/Context.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import type { Organisation } from "../../parties/Organisation.ts"
import type { AdaptedProcess } from "../../processes/AdaptedProcess.ts"
import * as Course from "../../processes/Course.ts"
import { OwnEvent, type Partnership, type PartnershipEvent, type ProposedProcess } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { asRecipient, running } from "./acting.ts"
import { signature } from "./agreeing.ts"
import { hasLapsed } from "./halfSigned.ts"
import { notBegun, reachable } from "./rounds.ts"

const event = OwnEvent.cases

/** From the first signature on, the process is part of what both sides agreed to (ACT-8, PBC-7). */
const isSigned = ({ agreement }: Partnership): boolean => agreement !== undefined && agreement._tag !== "Draft"

/** PRO-1: running, and no round has begun that the process is held against. */
export const canAdapt = (partnership: Partnership) =>
  Result.gen(function* () {
    yield* running(partnership)
    yield* notBegun(partnership)
    return partnership
  })

/** Takes the process up, or proposes it to the other side once one has signed. */
const changed = <Tag extends string>(
  partnership: Partnership,
  moved: Decision<ReadonlyArray<Course.CourseEvent>, Tag>
) =>
  Result.gen(function* () {
    const events = yield* moved
    const course = events.reduce((before, one) => Course.evolve(before, one, ""), partnership.course)
    yield* reachable(course, partnership.plan)
    if (!isSigned(partnership)) return events
    return events.flatMap((one): ReadonlyArray<PartnershipEvent> => {
      if (one._tag !== "CourseMoved") return []
      const { _tag: _, ...process } = one
      return [event.ProcessChangeProposed.make(process)]
    })
  })

/** PRO-1: what has been done stays; what is to come follows the adapted process. */
export const adapt = (partnership: Partnership, process: AdaptedProcess | undefined) =>
  Result.gen(function* () {
    yield* canAdapt(partnership)
    const overlay = process === undefined ? undefined : { ...process.overlay, id: process.id }
    return yield* changed(partnership, Course.move(partnership.course, overlay))
  })

/** PRO-1: the newest versions of the process, where there are any the partnership does not run on yet. */
export const upgrade = (partnership: Partnership) =>
  Result.gen(function* () {
    yield* canAdapt(partnership)
    return yield* changed(partnership, Course.upgrade(partnership.course))
  })

/** ACT-8: what the owner proposes waits as long as a first signature does; then it is proposed anew. */
const proposed = (
  { proposedProcess }: Partnership,
  context: Pick<Context, "now">
): Decision<ProposedProcess, "NoProcessProposed"> =>
  proposedProcess === undefined || hasLapsed(proposedProcess, context.now)
    ? refuse("NoProcessProposed", {})
    : Result.succeed(proposedProcess)

export const canConfirm = (partnership: Partnership, context: Pick<Context, "actor" | "now">) =>
  Result.gen(function* () {
    yield* asRecipient(partnership, context)
    yield* canAdapt(partnership)
    const { at: _, by: __, ...process } = yield* proposed(partnership, context)
    const events = yield* Course.take(partnership.course, process)
    const course = events.reduce((before, one) => Course.evolve(before, one, ""), partnership.course)
    yield* reachable(course, partnership.plan)
    return events
  })

/**
 * ACT-8, COL-5b: what one side proposes the other one confirms, by someone with a mandate for the agreement's value, as the plan
 * is agreed to; so it is never one person's doing.
 */
export const confirm = (partnership: Partnership, recipient: Organisation | undefined, context: Context) =>
  Result.gen(function* () {
    const events = yield* canConfirm(partnership, context)
    const { agreement } = partnership
    if (agreement === undefined) return yield* refuse("NoProcessProposed", {})
    if (recipient === undefined) return yield* refuse("RecipientMissing", {})
    const { deadlines } = yield* signature(recipient, "recipient", agreement.terms, context)
    return { events, deadlines }
  })

export const canDecline = (partnership: Partnership, context: Pick<Context, "actor" | "now">) =>
  Result.gen(function* () {
    yield* asRecipient(partnership, context)
    yield* running(partnership)
    return yield* proposed(partnership, context)
  })

export const decline = (partnership: Partnership, reason: string, context: Pick<Context, "actor" | "now">) =>
  Result.map(canDecline(partnership, context), () => [event.ProcessChangeDeclined.make({ reason })])
