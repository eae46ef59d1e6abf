import { Result } from "effect"
import type { Context } from "../../engine/Context.ts"
import type { AccountHolder } from "../../kernel/Actor.ts"
import type { Decision } from "../../kernel/Refusal.ts"
import * as Course from "../../processes/Course.ts"
import type { Act } from "../../processes/Process.ts"
import { sideOf } from "../Parties.ts"
import type { Partnership, PartnershipEvent } from "../Partnership.ts"
import { refuse } from "../refusals.ts"

export const running = (partnership: Partnership) =>
  partnership.standing._tag === "Running"
    ? Result.succeed(partnership)
    : refuse("PartnershipNotRunning", { status: partnership.standing._tag })

/** Accounts are put in order and closed while the work runs, and after a termination too (MON-5, MON-6). */
export const closable = (partnership: Partnership) =>
  partnership.standing._tag === "Terminated" ? Result.succeed(partnership) : running(partnership)

/** Who acts, and on which side; a person of no side has no lane in the process. */
export const whoIs = (partnership: Partnership, actor: AccountHolder, step: string) => {
  const side = sideOf(partnership, actor)
  return side === undefined
    ? refuse("WrongLane", { step, lane: "—" })
    : Result.succeed({ account: actor.account, side })
}

/** Only the recipient reports, assesses itself, and asks for other conditions; no other partner does so for it. */
export const asRecipient = (partnership: Partnership, { actor }: Pick<Context, "actor">) =>
  sideOf(partnership, actor) === "recipient"
    ? Result.succeed(undefined)
    : refuse("WrongLane", { step: "ACT-2", lane: "recipient" }, { rule: "ACT-2" })

/** Owner and recipient write to one another, also while the work is suspended. */
export const corresponding = (
  partnership: Partnership,
  { actor }: Pick<Context, "actor">
): Decision<void, "PartnershipNotRunning" | "WrongLane"> => {
  const { standing } = partnership
  if (standing._tag !== "Running" && standing._tag !== "Suspended")
    return refuse("PartnershipNotRunning", { status: standing._tag })
  const side = sideOf(partnership, actor)
  return side === undefined
    ? refuse("WrongLane", { step: "ACT-2", lane: "joint" }, { rule: "ACT-2" })
    : Result.succeed(undefined)
}

/** A running partnership whose step for this act is open. */
export const readyFor = (act: Act) => (partnership: Partnership) =>
  Result.flatMap(running(partnership), () => Result.map(Course.readyForAct(partnership.course, act), () => partnership))

/** The events of a capability, together with the step of the process that the act completes. */
export const withAct = <Event extends PartnershipEvent, Tag extends string = never>(
  partnership: Partnership,
  { actor }: Pick<Context, "actor">,
  act: Act,
  events: Decision<ReadonlyArray<Event>, Tag>,
  options: Course.ActOptions = {}
) =>
  Result.flatMap(events, (decided) =>
    Result.flatMap(whoIs(partnership, actor, options.step ?? act), (who) =>
      Result.map(Course.act(partnership.course, act, who, options), (completed) => [...decided, ...completed])
    )
  )

/** The model, once it has been chosen; before that the steps that need it are not open. */
export const modelOf = (partnership: Partnership) =>
  partnership.choice === undefined
    ? refuse("StepNotOpen", { step: "COL-5", waitsFor: ["COL-1"] }, { rule: "COL-1" })
    : Result.succeed(partnership.choice.model)
