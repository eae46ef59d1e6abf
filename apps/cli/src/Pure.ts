import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { decodeInput } from "@phakhi/domain/engine/Input"
import { answerTo } from "@phakhi/domain/engine/Question"
import { refusal } from "@phakhi/domain/engine/refusals"
import { problemIn } from "@phakhi/domain/engine/View"
import { Effect, Schema } from "effect"
import type { Channel } from "./Channel.ts"
import { refused } from "./Failure.ts"

/** Questions that the rules alone answer: no store is opened for them. */
export const channel = (catalogue: Catalogue): Pick<Channel, "ask"> => ({
  ask: ({ input, operation }) => {
    const handler = catalogue.pure.find(({ operation: { name } }) => name === operation)
    const answer =
      handler === undefined
        ? Effect.fail(refusal("OperationUnknown", { operation }))
        : Effect.fromResult(decodeInput(handler.operation.input, input)).pipe(
            Effect.flatMap((decoded) => answerTo(handler, decoded)),
            Effect.map(Schema.encodeUnknownSync(handler.operation.output as unknown as Schema.Codec<unknown>))
          )
    return Effect.mapError(answer, (reason) => refused(problemIn(catalogue, reason)))
  }
})
