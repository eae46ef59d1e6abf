import { problemOf } from "@phakhi/domain/catalogue"
import { ask } from "@phakhi/domain/engine/Ask"
import { perform } from "@phakhi/domain/engine/Perform"
import type { View } from "@phakhi/domain/engine/View"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { replay } from "@phakhi/domain/replay/Replay"
import { Effect } from "effect"
import { type Answer, answered, type Channel, type Outcome, refused } from "../Channel.ts"
import type { World } from "../World.ts"

const said = (refusal: Refusal): Outcome => refused({ field: undefined, ...problemOf(refusal), code: undefined })

/** What a program sees that calls the domain itself. */
export const library = (world: World): Channel => {
  const { catalogue, run } = world
  const isQuery = (operation: string) => !catalogue.handlers.some((handler) => handler.operation.name === operation)
  return {
    name: "library",
    send: ({ id, input = {}, key, operation, person, seen = "latest" }) => {
      const named = { operation, input, actor: person?.actor ?? null, ...(id === undefined ? {} : { id }) }
      const answer: Effect.Effect<unknown, Refusal, never> = (
        isQuery(operation)
          ? ask(catalogue, named)
          : perform(catalogue, {
              ...named,
              ...(seen === "unseen" ? {} : { seen }),
              ...(key === undefined ? {} : { key })
            })
      ).pipe(Effect.provideContext(world.services))
      return run(
        Effect.match(answer, {
          onSuccess: (view) => answered(view as View & Answer),
          onFailure: said
        })
      )
    },
    put: undefined,
    replay: (person, text) =>
      run(
        Effect.match(replay(catalogue, { text, actor: person?.actor ?? null }), {
          onSuccess: ({ done }) => answered({ id: "", version: done, data: null }),
          onFailure: ({ refusal }) => said(refusal)
        })
      )
  }
}
