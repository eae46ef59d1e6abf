import { asPerson } from "@phakhi/domain/engine/InPerson"
import { decodeInput } from "@phakhi/domain/engine/Input"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import type { Caller } from "@phakhi/identity/Caller"
import { Identity } from "@phakhi/identity/Identity"
import { Effect, Schema } from "effect"
import { SqlClient } from "effect/sql"
import type { Admitted } from "../server/Endpoint.ts"
import type { Site } from "../server/Site.ts"
import { answer } from "../wire/Answer.ts"
import { readJson } from "../wire/Body.ts"
import type { Call } from "../wire/Call.ts"
import { withHint } from "../wire/Cookies.ts"
import { dataHeaders } from "../wire/Headers.ts"

export const Phrase = Schema.String.check(Schema.isMaxLength(200))
export const Code = Schema.String.check(Schema.isMaxLength(40))
export const SignIn = Schema.Struct({
  email: Schema.String.check(Schema.isMaxLength(300)),
  password: Phrase,
  code: Schema.optionalKey(Code)
})
export const ChangePassword = Schema.Struct({ currentPassword: Phrase, newPassword: Phrase })
export const Acceptance = Schema.Struct({ token: Schema.String, password: Phrase })

export const read = <S extends Schema.Top>(call: Call, schema: S) =>
  Effect.flatMap(readJson(call, 10_000), (body) => Effect.fromResult(decodeInput(schema, body)))

const withCookies = (body: unknown, call: Call, cookies: ReadonlyArray<string>): Response => {
  const headers = new Headers({ ...dataHeaders, "x-request-id": call.requestId })
  for (const cookie of withHint(cookies)) headers.append("set-cookie", cookie)
  return new Response(JSON.stringify(body), { headers })
}

interface Whoami {
  readonly name: string
  readonly email: string
  readonly organisation: string
  readonly organisationTh: string
  readonly organisationEn: string | null
}

const whoami = (account: string) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    sql.unsafe<Whoami>(
      `SELECT a.state->'personal'->>'name' AS name, a.state->'personal'->>'email' AS email, o.id AS organisation,
         o.title_th AS "organisationTh", o.title_en AS "organisationEn"
       FROM record a JOIN record o ON o.record = 'organisation' AND o.id = (a.state->>'organisation')::uuid
       WHERE a.record = 'account' AND a.id = $1::uuid`,
      [account]
    )
  ).pipe(
    Effect.mapError(() => refusal("StoreBusy", { seconds: 1 })),
    Effect.map(([row]) => row)
  )

const changesPassword = { th: "เปลี่ยนรหัสผ่านของตนเอง", en: "Change your own password" }
const makesKey = { th: "สร้างกุญแจ API", en: "Make an API key" }

const inPerson = (actor: AccountHolder, summary: Wording) =>
  Effect.fromResult(asPerson({ inPerson: true, summary }, actor))

/** Sign-in, one's own account, keys and invitations. */
export const mountPeople = ({ app, endpoints, mailLink }: Site): void => {
  const { origin } = endpoints
  const signedIn = (operation: string, { caller }: Admitted) =>
    caller === null ? Effect.fail(refusal("NotSignedIn", { operation })) : Effect.succeed(caller)

  const me = Effect.fnUntraced(function* (call: Call, { actor, scopes }: Caller) {
    const identity = yield* Identity
    const [person, installation] = yield* Effect.all([whoami(actor.account), identity.installation])
    return answer(
      {
        actor,
        account: { name: person?.name ?? "", email: person?.email ?? "" },
        organisation: {
          id: person?.organisation ?? actor.organisation,
          name: {
            th: person?.organisationTh ?? "",
            ...(person?.organisationEn == null ? {} : { en: person.organisationEn })
          }
        },
        ...installation,
        ...(scopes === null ? {} : { scopes })
      },
      call
    )
  })

  app.get(
    "/v1/me",
    endpoints.known("me.get", (admitted) =>
      Effect.flatMap(signedIn("me.get", admitted), (caller) => me(admitted.call, caller))
    )
  )
  app.get(
    "/api/installation",
    endpoints.open("installation", (call) =>
      Effect.gen(function* () {
        const identity = yield* Identity
        const installation = yield* identity.installation
        return answer({ ...installation, hasAdministrator: yield* identity.hasAdministrator }, call)
      })
    )
  )

  app.post(
    "/api/auth/sign-in/email",
    endpoints.open("sign-in", (call) =>
      Effect.gen(function* () {
        yield* endpoints.sameOrigin(call)
        const { code, email, password } = yield* read(call, SignIn)
        const { passwords } = yield* Identity
        const { cookies } = yield* passwords.signIn(email, password, origin(call), code)
        return withCookies({ signedIn: true }, call, cookies)
      })
    )
  )
  app.post(
    "/api/auth/sign-out",
    endpoints.open("sign-out", (call) =>
      Effect.gen(function* () {
        yield* endpoints.sameOrigin(call)
        const { passwords } = yield* Identity
        const { cookies } = yield* passwords.signOut(origin(call))
        return withCookies({ signedIn: false }, call, cookies)
      })
    )
  )
  app.post(
    "/api/auth/change-password",
    endpoints.known("change-password", (admitted) =>
      Effect.gen(function* () {
        const { call } = admitted
        const { actor } = yield* signedIn("change-password", admitted)
        yield* inPerson(actor, changesPassword)
        const { currentPassword, newPassword } = yield* read(call, ChangePassword)
        const { passwords } = yield* Identity
        const { cookies } = yield* passwords.changePassword(actor.account, currentPassword, newPassword, origin(call))
        return withCookies({ signedIn: true }, call, cookies)
      })
    )
  )

  app.post(
    "/v1/keys",
    endpoints.known("keys.create", (admitted) =>
      Effect.gen(function* () {
        const { actor } = yield* signedIn("keys.create", admitted)
        yield* inPerson(actor, makesKey)
        const identity = yield* Identity
        const key = yield* identity.createKey(actor.account, yield* readJson(admitted.call, 10_000))
        return answer(key, admitted.call, { location: `/v1/keys/${key.id}` }, 201)
      })
    )
  )
  app.get(
    "/v1/keys",
    endpoints.known("keys.list", (admitted) =>
      Effect.gen(function* () {
        const { actor } = yield* signedIn("keys.list", admitted)
        const identity = yield* Identity
        return answer({ data: yield* identity.listKeys(actor) }, admitted.call)
      })
    )
  )
  app.delete(
    "/v1/keys/:id",
    endpoints.known("keys.revoke", (admitted) =>
      Effect.gen(function* () {
        const { actor } = yield* signedIn("keys.revoke", admitted)
        const identity = yield* Identity
        yield* identity.revokeKey(actor, admitted.call.c.req.param("id") ?? "")
        return answer({ revoked: true }, admitted.call)
      })
    )
  )

  app.post(
    "/v1/accounts/:id/invitation",
    endpoints.known("accounts.invitation", (admitted) =>
      Effect.gen(function* () {
        const { actor } = yield* signedIn("accounts.invitation", admitted)
        const identity = yield* Identity
        const id = admitted.call.c.req.param("id") ?? ""
        const { expiresAt, token } = yield* identity.makeInvitation(actor, id, mailLink)
        const shown = mailLink === undefined ? { token, path: `/invitations/${token}` } : { mailed: true }
        return answer({ expiresAt, ...shown }, admitted.call, {}, 201)
      })
    )
  )
  app.post(
    "/api/invitations/accept",
    endpoints.open("invitations.accept", (call) =>
      Effect.gen(function* () {
        yield* endpoints.sameOrigin(call)
        const { password, token } = yield* read(call, Acceptance)
        const identity = yield* Identity
        return answer(yield* identity.acceptInvitation(token, password), call)
      })
    )
  )
  app.get(
    "/api/invitations/:token",
    endpoints.open("invitations.show", (call) =>
      Effect.gen(function* () {
        const identity = yield* Identity
        return answer(yield* identity.showInvitation(call.c.req.param("token") ?? ""), call)
      })
    )
  )
}
