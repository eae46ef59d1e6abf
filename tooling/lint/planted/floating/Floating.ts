import { Effect } from "effect"

export const program = Effect.gen(function* () {
  Effect.log("never runs: nobody yields it")
  yield* Effect.void
})
