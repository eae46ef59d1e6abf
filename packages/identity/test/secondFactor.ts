import { assert, layer } from "@effect/vitest"
import { Clock, Effect } from "effect"
import { SqlClient } from "effect/sql"
import { codeAt, stepAt } from "../src/Totp.ts"
import { cookieOf, founded, origin, password, signedIn } from "./Founded.ts"
import type { World } from "./World.ts"

const codeNow = (secret: string, off = 0) =>
  Effect.map(Clock.currentTimeMillis, (now) => codeAt(secret, stepAt(now) + off))

/** Somebody of an agency with a second factor, set up with the code of the step before. */
const guarded = Effect.gen(function* () {
  const there = yield* founded
  const { identity, invite } = there
  const { email, id } = yield* invite(["finance"])
  const { cookie } = yield* signedIn(email)
  const from = { ...origin(), cookie }
  const { secret, uri } = yield* identity.secondFactor.setUp(id, password, from)
  const used = yield* codeNow(secret, -1)
  const { recoveryCodes } = yield* identity.secondFactor.confirm(id, used)
  const enter = (code?: string, phrase = password, place = origin()) =>
    identity.passwords.signIn(email, phrase, place, code)
  return { ...there, email, id, from, secret, uri, recoveryCodes, used, enter }
})

const tagOf = <A, E extends { readonly _tag: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(effect), ({ _tag }) => _tag)

export const secondFactorContract = (name: string, world: World) =>
  layer(world, { timeout: 600_000, excludeTestServices: true })(name, (it) => {
    it.effect("SEC-1 whoever has a second factor comes in with password and code, each code once", () =>
      Effect.gen(function* () {
        const { enter, id, identity, secret, uri, used } = yield* guarded
        assert.include(uri, secret)
        assert.strictEqual((yield* identity.secondFactor.state(id)).recoveryCodesLeft, 10)
        const sql = yield* SqlClient.SqlClient
        const open = Effect.map(
          sql.unsafe(`SELECT 1 FROM login_session WHERE "userId" = $1::text`, [id]),
          (rows) => rows.length
        )
        const before = yield* open
        assert.strictEqual(yield* tagOf(enter()), "SecondFactorNeeded")
        assert.strictEqual(yield* tagOf(enter("", password)), "SecondFactorNeeded")
        assert.strictEqual(yield* tagOf(enter("000000")), "SecondFactorWrong")
        assert.strictEqual(yield* tagOf(enter(used)), "SecondFactorWrong", "used to set it up")
        assert.strictEqual(yield* tagOf(enter(yield* codeNow(secret), "not the right phrase")), "SignInRefused")
        assert.strictEqual(yield* open, before, "no session is left of a try that came to nothing")
        const code = yield* codeNow(secret)
        const twins = yield* Effect.all([Effect.exit(enter(code)), Effect.exit(enter(code))], { concurrency: 2 })
        assert.strictEqual(twins.filter(({ _tag }) => _tag === "Success").length, 1)
        const [in_] = twins.flatMap((exit) => (exit._tag === "Success" ? [exit.value] : []))
        assert.isNotNull(yield* identity.lookUp(identity.credentials(cookieOf(in_?.cookies ?? []), undefined) as never))
        const log = (yield* identity.ownSignIns(id)).map(({ outcome }) => outcome)
        assert.strictEqual(log.filter((outcome) => outcome === "wrong-code").length, 3)
      })
    )

    it.effect("SEC-1 a recovery code opens once, however it is written, and another person's never", () =>
      Effect.gen(function* () {
        const { enter, id, identity, recoveryCodes } = yield* guarded
        const other = yield* guarded
        assert.strictEqual(new Set(recoveryCodes).size, 10)
        const [first = "", second = ""] = recoveryCodes
        assert.strictEqual(yield* tagOf(enter(other.recoveryCodes[0])), "SecondFactorWrong")
        assert.isAbove((yield* enter(first)).cookies.length, 0)
        assert.strictEqual(yield* tagOf(enter(first)), "SecondFactorWrong")
        assert.isAbove((yield* enter(` ${second.toUpperCase().replaceAll("-", " ")}`)).cookies.length, 0)
        assert.strictEqual((yield* identity.secondFactor.state(id)).recoveryCodesLeft, 8)
      })
    )

    it.effect(
      "SEC-1 secret and recovery codes stand nowhere in the database, and a secret serves its account alone",
      () =>
        Effect.gen(function* () {
          const { enter, id, recoveryCodes, secret } = yield* guarded
          const other = yield* guarded
          const sql = yield* SqlClient.SqlClient
          const kept = yield* sql.unsafe(
            `SELECT to_jsonb(f)::text AS row FROM second_factor f UNION ALL SELECT to_jsonb(r)::text FROM recovery_code r`
          )
          const text = JSON.stringify(kept)
          for (const one of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll("-", ""))])
            assert.notInclude(text, one)
          yield* sql.unsafe(
            `UPDATE second_factor SET secret = (SELECT secret FROM second_factor WHERE account = $1::uuid) WHERE account = $2::uuid`,
            [other.id, id]
          )
          assert.strictEqual(yield* tagOf(enter(yield* codeNow(other.secret))), "SecondFactorWrong")
        })
    )

    it.effect("SEC-1 wrong codes count like wrong passwords, from wherever they come", () =>
      Effect.gen(function* () {
        const { enter, secret } = yield* guarded
        for (let n = 0; n < 5; n++) assert.strictEqual(yield* tagOf(enter(`00000${n}`)), "SecondFactorWrong")
        assert.strictEqual(yield* tagOf(enter(yield* codeNow(secret))), "TooManyAttempts")
        for (let n = 5; n < 10; n++)
          assert.strictEqual(yield* tagOf(enter(`00000${n}`, password, origin(n))), "SecondFactorWrong")
        assert.strictEqual(yield* tagOf(enter(yield* codeNow(secret), password, origin(99))), "TooManyAttempts")
      })
    )

    it.effect(
      "SEC-1 nothing is asked before the first code has confirmed it, and a new secret takes the old one's place",
      () =>
        Effect.gen(function* () {
          const { identity, invite } = yield* founded
          const { email, id } = yield* invite(["finance"])
          const { cookie } = yield* signedIn(email)
          const from = { ...origin(), cookie }
          const { confirm, setUp, state } = identity.secondFactor
          assert.strictEqual(yield* tagOf(setUp(id, "not the right phrase", from)), "PasswordWrong")
          assert.strictEqual(yield* tagOf(confirm(id, "123456")), "CodeWrong", "nothing is set up")
          const first = yield* setUp(id, password, from)
          assert.isAbove((yield* signedIn(email)).cookies.length, 0)
          const second = yield* setUp(id, password, from)
          assert.strictEqual(yield* tagOf(confirm(id, yield* codeNow(first.secret))), "CodeWrong")
          yield* confirm(id, yield* codeNow(second.secret))
          assert.isNotNull((yield* state(id)).since)
          assert.strictEqual(yield* tagOf(setUp(id, password, from)), "SecondFactorThere")
        })
    )

    it.effect("SEC-1 it is removed with password and code, and by nobody else than through a new link", () =>
      Effect.gen(function* () {
        const { actor, enter, from, id, identity, recoveryCodes, secret } = yield* guarded
        const { remove, state } = identity.secondFactor
        assert.strictEqual(
          yield* tagOf(remove(id, "not the right phrase", yield* codeNow(secret), from)),
          "PasswordWrong"
        )
        assert.strictEqual(yield* tagOf(remove(id, password, "000000", from)), "CodeWrong")
        yield* remove(id, password, recoveryCodes[3] ?? "", from)
        assert.deepStrictEqual(yield* state(id), { since: null, recoveryCodesLeft: 0 })
        assert.isAbove((yield* enter()).cookies.length, 0)
        assert.strictEqual(yield* tagOf(remove(id, password, "000000", from)), "SecondFactorMissing")
        const other = yield* guarded
        const { token } = yield* identity.makeInvitation(other.actor, other.id)
        yield* identity.acceptInvitation(token, password)
        assert.isAbove((yield* other.enter()).cookies.length, 0)
        assert.notStrictEqual(actor.account, id)
      })
    )
  })
