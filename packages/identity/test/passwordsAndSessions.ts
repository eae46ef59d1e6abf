import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { founded, origin, password, signedIn } from "./Founded.ts"
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
  })
