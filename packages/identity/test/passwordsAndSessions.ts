import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { Identity, layer as identityLayer } from "../src/Identity.ts"
import { cookieOf, founded, origin, password, signedIn } from "./Founded.ts"
import type { World } from "./World.ts"

/** Passwords that are refused, and sessions as they are kept, on one database. */
export const passwordsAndSessionsContract = (name: string, world: World) =>
  layer(world, { timeout: 600_000, excludeTestServices: true })(name, (it) => {
    it.effect("SEC-1 what everybody guesses is no password, wherever one is set", () =>
      Effect.gen(function* () {
        const { account, actor, email, identity, invite } = yield* founded
        const officer = yield* invite(["programme-officer"])
        const { token } = yield* identity.makeInvitation(actor, officer.id)
        const { cookie } = yield* signedIn(email)
        const from = { ...origin(), cookie }
        const agency = { organisation: { name: { th: "กรมอื่น" } }, name: "อีกคน", evenSo: true }
        const places = (phrase: string) => [
          identity.setPasswords([account], phrase),
          identity.acceptInvitation(token, phrase),
          identity.createAdministrator({ ...agency, email: "somebody.else@example.go.th", password: phrase }),
          identity.passwords.changePassword(account, password, phrase, from)
        ]
        for (const [tag, phrase] of [
          ["PasswordCommon", "Password1234"],
          ["PasswordPlain", "111111222222"],
          ["PasswordInvisible", "another\u200b long phrase"]
        ] as const) {
          const refused = yield* Effect.forEach(places(phrase), Effect.flip)
          assert.deepStrictEqual(
            refused.map(({ _tag, field }) => [_tag, field]),
            ["/password", "/password", "/password", "/newPassword"].map((field) => [tag, field])
          )
        }
        const own = [
          identity.setPasswords([account], email),
          identity.acceptInvitation(token, officer.email),
          identity.createAdministrator({ ...agency, email: "somebody.else@example.go.th", password: "somebody.else" }),
          identity.passwords.changePassword(account, password, email.toUpperCase(), from)
        ]
        for (const set of own) assert.strictEqual((yield* Effect.flip(set))._tag, "PasswordIsEmail")
        assert.isAbove(
          (yield* identity.passwords.signIn(email, password, origin())).cookies.length,
          0,
          "nothing changed"
        )
      })
    )

    it.effect(
      "SEC-1 reading the table of sessions opens none, and a row that is written or changed there neither",
      () =>
        Effect.gen(function* () {
          const { account, email, identity, invite } = yield* founded
          const officer = yield* invite(["finance"])
          const sql = yield* SqlClient.SqlClient
          const { cookie, find } = yield* signedIn(email)
          const token = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? ""
          const stored = yield* sql.unsafe(`SELECT s::text AS row FROM login_session s WHERE "userId" = $1::text`, [
            account
          ])
          assert.notInclude(JSON.stringify(stored), token)
          const own = yield* signedIn(officer.email)
          const [mine] = yield* sql.unsafe<{ readonly token: string }>(
            `SELECT token FROM login_session WHERE "userId" = $1::text`,
            [officer.id]
          )
          assert.isNull(identity.credentials(`phakhi.session_token=${mine?.token}.AAAA`, undefined))
          yield* sql.unsafe(`UPDATE login_session SET "userId" = $1::text WHERE "userId" = $2::text`, [
            account,
            officer.id
          ])
          assert.isNull(yield* own.find, "a session that was turned to somebody else")
          const later = `"expiresAt" = "expiresAt" + interval '30 days'`
          yield* sql.unsafe(`UPDATE login_session SET ${later} WHERE "userId" = $1::text AND token <> $2::text`, [
            account,
            mine?.token
          ])
          assert.isNull(yield* find, "a session that was made to last")
        })
    )

    it.effect("SEC-1 a password is not changed, nor a session ended, by one that was turned to somebody else", () =>
      Effect.gen(function* () {
        const { account, identity, invite } = yield* founded
        const officer = yield* invite(["finance"])
        const sql = yield* SqlClient.SqlClient
        const { cookie } = yield* signedIn(officer.email)
        yield* sql.unsafe(`UPDATE login_session SET "userId" = $1::text WHERE "userId" = $2::text`, [
          account,
          officer.id
        ])
        const change = identity.passwords.changePassword(account, password, "a phrase of somebody else", {
          ...origin(),
          cookie
        })
        assert.strictEqual((yield* Effect.flip(change))._tag, "SignInRefused")
      })
    )

    it.effect("SEC-1 under https the cookie is taken from this host alone", () =>
      Effect.gen(function* () {
        const { email } = yield* founded
        const { cookies, credentials } = yield* Effect.gen(function* () {
          const identity = yield* Identity
          const { cookies } = yield* identity.passwords.signIn(email, password, origin())
          return { cookies, credentials: identity.credentials(cookieOf(cookies), undefined) }
        }).pipe(Effect.provide(identityLayer({ url: "https://phakhi.example.go.th" })))
        assert.match(cookies[0] ?? "", /^__Host-phakhi\.session_token=/u)
        assert.match(cookies[0] ?? "", /; Path=\/;.*; Secure/u)
        assert.notMatch(cookies[0] ?? "", /domain/iu)
        assert.notStrictEqual(credentials, null)
      })
    )
  })
