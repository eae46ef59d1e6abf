import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import type { Engine } from "@phakhi/domain/engine/Engine"
import { actOnTheClock } from "@phakhi/domain/engine/OnTheClock"
import type { Platform } from "@phakhi/domain/engine/Platform"
import { Permanent, Retry, type Sender } from "@phakhi/store/Outbox"
import { Effect, Schema } from "effect"

const DueAct = Schema.Struct({ operation: Schema.String, id: Schema.String.check(Schema.isUUID()) })
const read = Schema.decodeUnknownEffect(DueAct)

/** Clocks differ by seconds: what is not due yet by the one that decides is tried again soon. */
const soon = 30

/** Does what the clock has handed over, each act in a transaction of its own. */
export const clockSender = (catalogue: Catalogue): Sender<Engine | Platform> => ({
  deliver: ({ payload }) =>
    Effect.gen(function* () {
      const act = yield* Effect.mapError(
        read(payload),
        () => new Permanent({ reason: "this message says nothing that its sender understands" })
      )
      const came = yield* actOnTheClock(catalogue, act)
      if (typeof came === "object")
        return yield* new Retry({ reason: `${act.operation}: ${came.later._tag}`, afterSeconds: soon })
    })
})
