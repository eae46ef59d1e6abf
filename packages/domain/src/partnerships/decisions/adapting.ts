import { Result } from "effect"
import type { Context } from "../../engine/Context.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import type { AdaptedProcess } from "../../processes/AdaptedProcess.ts"
import * as Course from "../../processes/Course.ts"
import { OwnEvent, type Partnership, type PartnershipEvent, type ProposedProcess } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { asRecipient, running } from "./acting.ts"
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

const proposed = ({ proposedProcess }: Partnership): Decision<ProposedProcess, "NoProcessProposed"> =>
  proposedProcess === undefined ? refuse("NoProcessProposed", {}) : Result.succeed(proposedProcess)

/** ACT-8: what one side proposes the other one confirms; so it is never one person's doing. */
export const confirm = (partnership: Partnership, context: Pick<Context, "actor">) =>
  Result.gen(function* () {
    yield* asRecipient(partnership, context)
    yield* canAdapt(partnership)
    const { at: _, by: __, ...process } = yield* proposed(partnership)
    const events = yield* Course.take(partnership.course, process)
    const course = events.reduce((before, one) => Course.evolve(before, one, ""), partnership.course)
    yield* reachable(course, partnership.plan)
    return events
  })

export const canDecline = (partnership: Partnership, context: Pick<Context, "actor">) =>
  Result.gen(function* () {
    yield* asRecipient(partnership, context)
    yield* running(partnership)
    return yield* proposed(partnership)
  })

export const decline = (partnership: Partnership, reason: string, context: Pick<Context, "actor">) =>
  Result.map(canDecline(partnership, context), () => [event.ProcessChangeDeclined.make({ reason })])
