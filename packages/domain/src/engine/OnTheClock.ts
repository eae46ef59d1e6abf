import { Effect, Option, Result } from "effect"
import type { Refusal } from "../kernel/Refusal.ts"
import { type Catalogue, handlerOf } from "./Catalogue.ts"
import { bySystem } from "./Context.ts"
import { load } from "./OpenRecord.ts"
import { perform } from "./Perform.ts"

/** An act that the clock is to do with a record. */
export interface DueAct {
  readonly operation: string
  readonly id: string
}

/** The topic under which the clock hands over what it has to do. */
export const clockTopic = "clock.act"

/** What came of it: it was done; there is nothing to do any more; or it is not yet to be done, or cannot be now. */
export type Clocked = "done" | "over" | { readonly later: Refusal }

/**
 * Does what the clock has to do, as the system and by the rule that makes it due. The decision judges it anew, so that of two
 * processes, and of a person and the clock, one wins; done again it changes nothing.
 */
export const actOnTheClock = Effect.fn("onTheClock")(function* (catalogue: Catalogue, { id, operation }: DueAct) {
  const handler = handlerOf(catalogue, operation)
  if (handler?.onTheClock === undefined) return "over" as const
  const { rule } = handler.onTheClock
  const done = yield* Effect.result(
    perform(catalogue, { operation, id, input: {}, actor: bySystem(rule), seen: "latest" })
  )
  if (Result.isSuccess(done)) return "done" as const
  const found = yield* Effect.result(load(handler.type, id))
  const stays =
    Result.isFailure(found) ||
    (Option.isSome(found.success) && handler.onTheClock.from(found.success.value.state) !== undefined)
  return stays ? ({ later: done.failure } satisfies Clocked) : ("over" as const)
})
