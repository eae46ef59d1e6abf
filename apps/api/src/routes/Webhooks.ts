import { refusal } from "@phakhi/domain/engine/refusals"
import { type ActName, actNames, actOf } from "@phakhi/outbound/Acts"
import { manage } from "@phakhi/outbound/Managing"
import { Effect } from "effect"
import type { Site } from "../server/Site.ts"
import { answer } from "../wire/Answer.ts"
import { readJson } from "../wire/Body.ts"
import type { Call } from "../wire/Call.ts"
import type { Refused } from "../wire/Problem.ts"
import { queryReader } from "../wire/Query.ts"

/** A hundred topics of the longest kind fit. */
const longestBody = 20_000

const inputOf = (name: ActName): ((call: Call) => Effect.Effect<unknown, Refused>) => {
  const { body, query } = actOf(name)
  if (body !== undefined) return (call) => readJson(call, longestBody)
  if (query === undefined) return () => Effect.succeed({})
  const read = queryReader({ input: query })
  return (call) => read(call.c.req.url)
}

/** What is sent to other systems for an agency, and what could not be sent at all. */
export const mountWebhooks = ({ app, catalogue, endpoints }: Site): void => {
  for (const name of actNames) {
    const { body, method, path } = actOf(name)
    const input = inputOf(name)
    app.on(
      method.toUpperCase(),
      path.replace("{id}", ":id"),
      endpoints.known(name, ({ call, caller }) =>
        Effect.gen(function* () {
          if (caller === null) return yield* Effect.fail(refusal("NotSignedIn", { operation: name }))
          const asked = { actor: caller.actor, id: call.c.req.param("id") ?? "", input: yield* input(call), catalogue }
          return answer(yield* manage(name, asked), call, {}, body === undefined ? 200 : 201)
        })
      )
    )
  }
}
