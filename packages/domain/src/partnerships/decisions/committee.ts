import { Result } from "effect"
import * as Changing from "../../committees/Changing.ts"
import * as Committee from "../../committees/Committee.ts"
import type { Context } from "../../engine/Context.ts"
import { type Organisation, usable } from "../../parties/Organisation.ts"
import { sideOf } from "../Parties.ts"
import type { Partnership } from "../Partnership.ts"
import { refuse } from "../refusals.ts"
import { persons as personsIn } from "../Supporters.ts"
import { modelOf, readyFor, running, withAct } from "./acting.ts"
import { withRecipient } from "./agreeing.ts"

export const canFormCommittee = (partnership: Partnership) =>
  Result.gen(function* () {
    yield* running(partnership)
    yield* Committee.canForm(partnership.committee)
    yield* readyFor("committee-formed")(partnership)
    return yield* withRecipient(partnership)
  })

/** COL-6g, COL-6h: the order is that of the head of the owner or of the recipient. */
const orderingSide = (partnership: Partnership, { actor }: Pick<Context, "actor">, rule: "COL-6g" | "COL-6h") => {
  const side = sideOf(partnership, actor)
  return side === "owner" || side === "recipient"
    ? Result.succeed(side)
    : refuse("WrongLane", { step: "COL-6a", lane: "joint" }, { rule })
}

/** COL-6g: the head of the owner or of the recipient appoints, whichever does so first. */
export const canAppointCommittee = (partnership: Partnership, context: Pick<Context, "actor">) =>
  Result.gen(function* () {
    yield* canFormCommittee(partnership)
    yield* orderingSide(partnership, context, "COL-6g")
    return partnership
  })

/** COL-6: owner and recipient always, supporters where there are some. */
const sidesWith = (supporters: ReadonlyArray<unknown>): ReadonlyArray<Committee.SeatSide> =>
  supporters.length > 0 ? ["owner", "recipient", "supporter"] : ["owner", "recipient"]

const formingFacts = (partnership: Partnership, organisations: ReadonlyArray<Organisation>) =>
  Result.gen(function* () {
    for (const organisation of organisations) yield* usable(organisation)
    const model = yield* modelOf(partnership)
    const { owner, parties, recipient } = partnership
    const supporters = parties
      .filter(({ as, organisation }) => as === "supporter" && organisation !== recipient)
      .map(({ organisation }) => organisation)
    const persons = personsIn(partnership.supporters)
    return { model, sides: sidesWith([...supporters, ...persons]), owner, recipient, supporters, persons }
  })

export const appointCommittee = (
  partnership: Partnership,
  appointment: Committee.Appointment,
  organisations: ReadonlyArray<Organisation>,
  context: Context
) =>
  Result.gen(function* () {
    yield* canAppointCommittee(partnership, context)
    const facts = yield* formingFacts(partnership, organisations)
    const appointed = Committee.appoint(partnership.committee, appointment, facts, context)
    return yield* withAct(partnership, context, "committee-formed", appointed)
  })

/** COL-6h: as long as the work runs, whatever step it has come to. */
export const canChangeCommittee = (partnership: Partnership, context: Pick<Context, "actor">) =>
  Result.gen(function* () {
    yield* running(partnership)
    yield* withRecipient(partnership)
    yield* Changing.canChange(partnership.committee)
    yield* orderingSide(partnership, context, "COL-6h")
    return partnership
  })

export const changeCommittee = (
  partnership: Partnership,
  reshuffle: Changing.Reshuffle,
  organisations: ReadonlyArray<Organisation>,
  context: Context
) =>
  Result.gen(function* () {
    yield* canChangeCommittee(partnership, context)
    const side = yield* orderingSide(partnership, context, "COL-6h")
    const facts = yield* formingFacts(partnership, organisations)
    return yield* Changing.change(partnership.committee, reshuffle, { ...facts, side }, context)
  })

export const canWaiveCommittee = (partnership: Partnership) =>
  Result.gen(function* () {
    yield* canFormCommittee(partnership)
    const model = yield* modelOf(partnership)
    yield* Committee.canWaive(partnership.committee, { model })
    return partnership
  })

export const waiveCommittee = (partnership: Partnership, reason: string, context: Context) =>
  Result.gen(function* () {
    yield* canWaiveCommittee(partnership)
    const model = yield* modelOf(partnership)
    const waived = Committee.waive(partnership.committee, reason, { model })
    return yield* withAct(partnership, context, "committee-formed", waived)
  })
