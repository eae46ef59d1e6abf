import { asPerson } from "@phakhi/domain/engine/InPerson"
import { decodeInput } from "@phakhi/domain/engine/Input"
import { refusal } from "@phakhi/domain/engine/refusals"
import { Identity } from "@phakhi/identity/Identity"
import { Effect, Schema } from "effect"
import type { Admitted } from "../server/Endpoint.ts"
import type { Site } from "../server/Site.ts"
import { answer } from "../wire/Answer.ts"
import { queryReader } from "../wire/Query.ts"
import { Code, Phrase, read } from "./People.ts"

export const SignInList = Schema.Struct({ account: Schema.optionalKey(Schema.String.check(Schema.isUUID())) })

const known = (operation: string, { caller }: Admitted) =>
  caller === null ? Effect.fail(refusal("NotSignedIn", { operation })) : Effect.succeed(caller)

export const SetUp = Schema.Struct({ password: Phrase })
export const Confirmation = Schema.Struct({ code: Code })
export const Removal = Schema.Struct({ password: Phrase, code: Code })

const changesFactor = { th: "เปลี่ยนการยืนยันสองขั้นของตนเอง", en: "Change your own second factor" }

/** A key neither makes nor removes what guards its person. */
const person = Effect.fnUntraced(function* (operation: string, admitted: Admitted) {
  const { actor } = yield* known(operation, admitted)
  yield* Effect.fromResult(asPerson({ inPerson: true, summary: changesFactor }, actor))
  return actor.account
})

/** One's own sessions and second factor, and who came in when. */
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
    "/v1/me/second-factor",
    endpoints.known("second-factor.get", (admitted) =>
      Effect.gen(function* () {
        const { actor } = yield* known("second-factor.get", admitted)
        const { secondFactor } = yield* Identity
        return answer(yield* secondFactor.state(actor.account), admitted.call)
      })
    )
  )
  app.post(
    "/v1/me/second-factor",
    endpoints.known("second-factor.set-up", (admitted) =>
      Effect.gen(function* () {
        const account = yield* person("second-factor.set-up", admitted)
        const { password } = yield* read(admitted.call, SetUp)
        const { secondFactor } = yield* Identity
        const made = yield* secondFactor.setUp(account, password, endpoints.origin(admitted.call))
        return answer(made, admitted.call, {}, 201)
      })
    )
  )
  app.post(
    "/v1/me/second-factor/confirm",
    endpoints.known("second-factor.confirm", (admitted) =>
      Effect.gen(function* () {
        const account = yield* person("second-factor.confirm", admitted)
        const { code } = yield* read(admitted.call, Confirmation)
        const { secondFactor } = yield* Identity
        return answer(yield* secondFactor.confirm(account, code), admitted.call)
      })
    )
  )
  app.post(
    "/v1/me/second-factor/remove",
    endpoints.known("second-factor.remove", (admitted) =>
      Effect.gen(function* () {
        const account = yield* person("second-factor.remove", admitted)
        const { code, password } = yield* read(admitted.call, Removal)
        const { secondFactor } = yield* Identity
        yield* secondFactor.remove(account, password, code, endpoints.origin(admitted.call))
        return answer({ removed: true }, admitted.call)
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
