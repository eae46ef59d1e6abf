import { replay } from "@phakhi/domain/operations/Replay"
import { refusal } from "@phakhi/domain/rules/Refusals"
import { isFor } from "@phakhi/identity/Caller"
import { Effect } from "effect"
import type { Site } from "../App.ts"
import type { Admitted } from "../server/Endpoint.ts"
import { answer } from "../wire/Answer.ts"
import { readText } from "../wire/Body.ts"
import { languageOf } from "../wire/Call.ts"
import { problemHeaders } from "../wire/Headers.ts"
import { problemBody } from "../wire/Problem.ts"
import { parametersOf } from "../wire/Query.ts"

const replayLimit = 16 * 1024 * 1024

const loopback = /^(?:127\.|::1$|::ffff:127\.)/

/**
 * Carries out a file of operations, whose lines may say who acted and when. That right exists only for an empty or a
 * demo store, and there only for an administrator or for whoever sits at the machine itself.
 */
export const mountReplay = ({ app, catalogue, endpoints }: Site): void => {
  const isNear = ({ call, caller }: Admitted): boolean =>
    caller?.actor.roles.includes("agency-administrator") === true ||
    (loopback.test(endpoints.address(call)) && call.header("x-forwarded-for") === undefined)

  app.post(
    "/v1/replay",
    endpoints.known("replay", (admitted) =>
      Effect.gen(function* () {
        const { call, caller } = admitted
        yield* endpoints.sameOrigin(call)
        if (!isNear(admitted) || (caller !== null && !isFor(caller, "replay.run")))
          return yield* Effect.fail(refusal("ReplayNotPermitted", { fields: ["as", "at"] }))
        const text = yield* readText(call, replayLimit)
        const dryRun = parametersOf(call.c.req.url).get("dryRun") === "true"
        return yield* replay(catalogue, { text, actor: caller?.actor ?? null, dryRun }).pipe(
          Effect.map(({ done }) => answer({ done, dryRun }, call)),
          Effect.catchTag("ReplayStopped", ({ id, line, operation, refusal: refused }) => {
            const body = { ...problemBody(refused, languageOf(call), call.requestId), line, lineId: id, operation }
            return Effect.succeed(
              new Response(JSON.stringify(body), {
                status: body.status,
                headers: { ...problemHeaders, "x-request-id": call.requestId }
              })
            )
          })
        )
      })
    )
  )
}
