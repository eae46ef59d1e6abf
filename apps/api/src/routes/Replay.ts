import { operationsOf } from "@phakhi/domain/engine/Catalogue"
import type { Operation } from "@phakhi/domain/engine/Operation"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { replay } from "@phakhi/domain/replay/Replay"
import { type Line, linesOf } from "@phakhi/domain/replay/ReplayFile"
import { type Caller, missingScope } from "@phakhi/identity/Caller"
import { Effect, Result } from "effect"
import type { Admitted } from "../server/Endpoint.ts"
import type { Site } from "../server/Site.ts"
import { answer } from "../wire/Answer.ts"
import { isTooDeep, readText, tooDeep } from "../wire/Body.ts"
import { type Call, languageOf } from "../wire/Call.ts"
import { problemHeaders } from "../wire/Headers.ts"
import { problemBody } from "../wire/Problem.ts"
import { parametersOf } from "../wire/Query.ts"

const replayLimit = 16 * 1024 * 1024

const loopback = /^(?:127\.|::1$|::ffff:127\.)/
const ownName = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** What a proxy in front adds: then the other side is elsewhere. */
const forwarding = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via"]

const isOwnName = (url: string): boolean => ownName.test(new URL(url).hostname)

const anyTooDeep = async (text: string): Promise<boolean> => {
  for await (const line of linesOf(text)) if (isTooDeep(line)) return true
  return false
}

/**
 * Carries out a file of operations, whose lines may say who acted and when. That right exists only for an empty or a
 * demo store, and there only for an administrator or for whoever sits at the machine itself.
 */
export const mountReplay = ({ app, catalogue, endpoints, url }: Site): void => {
  // A page of another site can make its name lead here, and a proxy on this machine passes on what comes from far away.
  const isAtTheMachine = (call: Call): boolean =>
    loopback.test(endpoints.origin(call).address) &&
    isOwnName(url) &&
    isOwnName(call.c.req.url) &&
    forwarding.every((name) => call.header(name) === undefined)
  const isNear = ({ call, caller }: Admitted): boolean =>
    caller?.actor.roles.includes("agency-administrator") === true || isAtTheMachine(call)

  const declared = new Map<string, Operation>(operationsOf(catalogue).map((operation) => [operation.name, operation]))
  /** A line that does not say who acts is the caller's: then the key must be for it. */
  const mayBy =
    (caller: Caller | null) =>
    ({ as, op }: Line): Result.Result<void, Refusal> => {
      const scope = caller === null || as !== undefined ? null : missingScope(caller, op, declared.get(op))
      return scope === null ? Result.void : Result.fail(refusal("KeyScopeMissing", { operation: op, scope }))
    }

  app.post(
    "/v1/replay",
    endpoints.known("replay.run", (admitted) =>
      Effect.gen(function* () {
        const { call, caller } = admitted
        yield* endpoints.sameOrigin(call)
        if (!isNear(admitted)) return yield* Effect.fail(refusal("ReplayNotPermitted", { fields: ["as", "at"] }))
        const text = yield* readText(call, replayLimit)
        if (yield* Effect.promise(() => anyTooDeep(text))) return yield* Effect.fail(tooDeep())
        const dryRun = parametersOf(call.c.req.url).get("dryRun") === "true"
        return yield* replay(catalogue, { text, actor: caller?.actor ?? null, may: mayBy(caller), dryRun }).pipe(
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
