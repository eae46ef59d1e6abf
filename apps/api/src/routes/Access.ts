import { decodeInput } from "@phakhi/domain/engine/Input"
import { refusal } from "@phakhi/domain/engine/refusals"
import { Identity } from "@phakhi/identity/Identity"
import { Effect, Schema } from "effect"
import type { Admitted } from "../server/Endpoint.ts"
import type { Site } from "../server/Site.ts"
import { answer } from "../wire/Answer.ts"
import { queryReader } from "../wire/Query.ts"

export const SignInList = Schema.Struct({ account: Schema.optionalKey(Schema.String.check(Schema.isUUID())) })

const known = (operation: string, { caller }: Admitted) =>
  caller === null ? Effect.fail(refusal("NotSignedIn", { operation })) : Effect.succeed(caller)

/** One's own sessions, and who came in when. */
export const mountAccess = ({ app, endpoints }: Site): void => {
  const asked = queryReader({ input: SignInList })
  app.get(
    "/v1/me/sessions",
    endpoints.known("sessions.list", (admitted) =>
      Effect.gen(function* () {
        const caller = yield* known("sessions.list", admitted)
        const identity = yield* Identity
        return answer({ data: yield* identity.listSessions(caller) }, admitted.call)
      })
    )
  )
  app.delete(
    "/v1/me/sessions",
    endpoints.known("sessions.end-others", (admitted) =>
      Effect.gen(function* () {
        const caller = yield* known("sessions.end-others", admitted)
        const identity = yield* Identity
        return answer({ ended: yield* identity.endOtherSessions(caller) }, admitted.call)
      })
    )
  )
  app.delete(
    "/v1/me/sessions/:id",
    endpoints.known("sessions.end", (admitted) =>
      Effect.gen(function* () {
        const caller = yield* known("sessions.end", admitted)
        const identity = yield* Identity
        yield* identity.endSession(caller, admitted.call.c.req.param("id") ?? "")
        return answer({ ended: 1 }, admitted.call)
      })
    )
  )
  app.get(
    "/v1/me/sign-ins",
    endpoints.known("sign-ins.list", (admitted) =>
      Effect.gen(function* () {
        const { actor } = yield* known("sign-ins.list", admitted)
        const identity = yield* Identity
        return answer({ data: yield* identity.ownSignIns(actor.account) }, admitted.call)
      })
    )
  )
  app.get(
    "/v1/sign-ins",
    endpoints.known("sign-ins.of-agency", (admitted) =>
      Effect.gen(function* () {
        const { actor } = yield* known("sign-ins.of-agency", admitted)
        const { account } = yield* Effect.fromResult(decodeInput(SignInList, yield* asked(admitted.call.c.req.url)))
        const identity = yield* Identity
        return answer({ data: yield* identity.signInsOfAgency(actor, account) }, admitted.call)
      })
    )
  )
}
