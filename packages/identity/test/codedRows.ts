import { assert, layer } from "@effect/vitest"
import { DemoMark } from "@phakhi/domain/engine/DemoMark"
import { changeKey } from "@phakhi/store/KeyChanges"
import { sealNow } from "@phakhi/store/Seal"
import * as SealAnchor from "@phakhi/store/SealAnchor"
import { keyedWith, layerSecret } from "@phakhi/store/SealKey"
import { verify } from "@phakhi/store/Verify"
import { columnsOf, otherwise } from "@phakhi/testing/Tampering"
import { Clock, Effect, Exit, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { codedTables } from "../src/CodedRows.ts"
import { endReplaysFor } from "../src/Installation.ts"
import { migrate } from "../src/Migrations.ts"
import { codeAt, stepAt } from "../src/Totp.ts"
import { cookieOf, founded, lockIt, origin, password, signedIn } from "./Founded.ts"
import { secret, type World } from "./World.ts"

/** As it was before rows carried codes. */
export const uncoded = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  for (const table of ["login", "login_credential", "api_key", "invitation", "second_factor", "recovery_code"])
    yield* sql.unsafe(`ALTER TABLE ${table} DROP COLUMN code`)
  yield* sql`ALTER TABLE installation DROP COLUMN code`
  yield* sql`ALTER TABLE login DROP COLUMN "secondFactor"`
  yield* sql`ALTER TABLE login_credential DROP COLUMN links`
  yield* sql`ALTER TABLE api_key DROP COLUMN endings`
  yield* sql`ALTER TABLE invitation DROP COLUMN endings`
  yield* sql`DELETE FROM phakhi_identity_migration WHERE migration_id >= 15`
})

const provider = "of other ways to sign in, which nobody offers"
const shown = "only shown, or not looked at"
const ends = "to end what lets somebody in lets nobody in"

/** What can be changed in these rows unnamed, and why that is so. */
const harmless: { readonly [table: string]: { readonly [column: string]: string } } = {
  login: { emailVerified: shown, image: shown, createdAt: shown, updatedAt: shown },
  login_credential: {
    accessToken: provider,
    refreshToken: provider,
    idToken: provider,
    accessTokenExpiresAt: provider,
    refreshTokenExpiresAt: provider,
    scope: provider,
    createdAt: shown,
    updatedAt: shown
  },
  login_session: {
    id: "by what its holder ends it, who is shown it as it stands",
    createdAt: shown,
    updatedAt: "moves with its use: a session that is kept awake ends after twelve hours all the same",
    ipAddress: shown,
    userAgent: shown
  },
  api_key: { name: "what its holder calls it", last_used_at: shown, revoked_at: ends },
  invitation: { used_at: ends },
  second_factor: { last_step: "moves with its use, and is worth one code of the last minute" },
  recovery_code: { used_at: ends },
  installation: { single: "nothing else fits", demo: "a demonstration that says that it is none can do less" }
}

class Undone extends Error {
  readonly _tag = "Undone"
}

const found = Effect.map(verify({ coded: codedTables }), ({ findings }) => findings)

/** Whatever can stand in these tables, for one person. */
const peopled = Effect.gen(function* () {
  const there = yield* founded
  const { email, id } = yield* there.invite(["finance"])
  const { actor, identity } = there
  const { cookie } = yield* signedIn(email)
  const totp = (yield* identity.secondFactor.setUp(id, password, { ...origin(), cookie })).secret
  const codeNow = Effect.map(Clock.currentTimeMillis, (now) => codeAt(totp, stepAt(now)))
  const { recoveryCodes } = yield* identity.secondFactor.confirm(
    id,
    yield* Effect.map(Clock.currentTimeMillis, (now) => codeAt(totp, stepAt(now) - 1))
  )
  const key = yield* identity.createKey(id, { name: "รายงาน", scopes: ["finance"] })
  const newcomer = yield* there.invite(["auditor"])
  const { token } = yield* identity.makeInvitation(actor, newcomer.id)
  return { ...there, email, id, key, token, newcomer, codeNow, recoveryCodes }
})

/** What somebody does with the database, undone at the end. */
const tampering = <A, E, R>(text: string, params: ReadonlyArray<string | null>, then: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    let answer: A | undefined
    yield* sql
      .withTransaction(
        Effect.gen(function* () {
          yield* sql`SET LOCAL session_replication_role = replica`
          assert.isNotEmpty(yield* sql.unsafe(`${text} RETURNING 1`, params), text)
          answer = yield* then
          return yield* Effect.fail(new Undone())
        })
      )
      .pipe(Effect.catchTag("Undone", () => Effect.void))
    return answer
  })

/** Done for good: what better-auth reads, it reads outside of our transaction. */
const done = (text: string, params: ReadonlyArray<string | null>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* sql`SET LOCAL session_replication_role = replica`
        assert.isNotEmpty(yield* sql.unsafe(`${text} RETURNING 1`, params), text)
      })
    )
  })

/** A row as it stands, to be put back later. */
const copied = (table: string, where: string, params: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const [row] = yield* sql.unsafe<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE ${where}`,
      params
    )
    return {
      text: `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1::text::jsonb)`,
      row: row?.row ?? ""
    }
  })

const tagOf = <A, E extends { readonly _tag: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.flip(effect), ({ _tag }) => _tag)

export const codedRowsContract = (name: string, world: World) => {
  layer(Layer.provideMerge(SealAnchor.layerMemory, world), { timeout: 600_000, excludeTestServices: true })(
    name,
    (it) => {
      it.effect("SEC-4 another value in any column that counts, and any row that was copied, is named", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const { account } = yield* peopled
          yield* Effect.flatMap(DemoMark, ({ markDemo }) => markDemo)
          assert.deepStrictEqual(yield* found, [])
          const tables = codedTables.map(({ table }) => table)
          const columns = (yield* columnsOf(sql)).filter(({ table }) => tables.includes(table))
          const missed: Array<string> = []
          for (const { column, table, type } of columns) {
            if (harmless[table]?.[column] !== undefined) continue
            const one = `ctid = (SELECT ctid FROM ${table} WHERE code IS NOT NULL ORDER BY random() LIMIT 1)`
            const text = `UPDATE ${table} SET "${column}" = ${otherwise(type, `"${column}"`)} WHERE ${one}`
            const findings = yield* tampering(text, [], found)
            if (findings?.some(({ object }) => object?.startsWith(`${table} `)) !== true)
              missed.push(`${table}.${column}`)
          }
          for (const table of tables.filter((one) => one !== "installation")) {
            const own = columns.filter((one) => one.table === table)
            const fresh = ["id", "token", "token_hash", "prefix", "hash", "email"]
            const another = ({ column, type }: (typeof own)[number]) =>
              fresh.includes(column) || (table === "second_factor" && column === "account")
                ? otherwise(type, `"${column}"`)
                : `"${column}"`
            const text = `INSERT INTO ${table} (${own.map(({ column }) => `"${column}"`).join(", ")})
            SELECT ${own.map(another).join(", ")} FROM ${table} WHERE code IS NOT NULL LIMIT 1`
            if ((yield* tampering(text, [], found))?.length === 0) missed.push(`${table} copied`)
          }
          assert.deepStrictEqual(missed, [])
          const gone = yield* tampering("DELETE FROM second_factor", [], found)
          assert.strictEqual(gone?.[0]?.detail, "its second factor was removed or added past the store")
          yield* endReplaysFor(sql, account)
        })
      )

      it.effect("SEC-1 a password, an e-mail and a second factor that were changed past the store let nobody in", () =>
        Effect.gen(function* () {
          const { account, codeNow, email: own, id, identity, invite, actor, recoveryCodes } = yield* peopled
          const someone = yield* invite(["finance"])
          const enter = (as: string, from: number, code?: string) =>
            identity.passwords.signIn(as, password, origin(from), code)
          const isOut = (as: string, from: number, code?: string) => tagOf(enter(as, from, code))
          const other = "a phrase that the other one has 42"
          yield* identity.setPasswords([someone.id], other)
          yield* done(
            `UPDATE login_credential SET password = (SELECT password FROM login_credential WHERE "userId" = $1::text)
           WHERE "userId" = $2::text`,
            [account, someone.id]
          )
          assert.strictEqual(yield* isOut(someone.email, 11), "SignInRefused", "a hash put in place of another")
          yield* identity.setPasswords([someone.id], password)
          yield* enter(someone.email, 12)

          const before = yield* copied("login_credential", `"userId" = $1::text`, [someone.id])
          yield* identity.makeInvitation(actor, someone.id)
          yield* done(before.text, [before.row])
          assert.strictEqual(yield* isOut(someone.email, 13), "SignInRefused", "a password put back after a link")
          assert.include(
            (yield* found).map(({ kind }) => kind),
            "access-ended"
          )
          yield* identity.setPasswords([someone.id], password)
          yield* done(before.text, [before.row])
          assert.strictEqual(yield* isOut(someone.email, 14), "SignInRefused", "one beside the right one")
          yield* identity.setPasswords([someone.id], password)
          yield* enter(someone.email, 15)

          const next = "another long phrase of mine 7"
          const { cookie } = yield* signedIn(someone.email, origin(20))
          const change = (from: string, to: string, by: string) =>
            identity.passwords.changePassword(someone.id, from, to, { ...origin(20), cookie: by })
          const { cookies } = yield* change(password, next, cookie)
          assert.deepStrictEqual(yield* found, [])
          yield* identity.passwords.signIn(someone.email, next, origin(20))
          yield* done(
            `UPDATE login_credential SET password = (SELECT password FROM login_credential WHERE "userId" = $1::text)
           WHERE "userId" = $2::text`,
            [account, someone.id]
          )
          assert.strictEqual(yield* tagOf(change(password, next, cookieOf(cookies))), "SignInRefused")
          yield* identity.setPasswords([someone.id], password)

          yield* done(`UPDATE login SET email = $2::text WHERE "id" = $1::text`, [someone.id, `x${someone.email}`])
          assert.strictEqual(yield* isOut(`x${someone.email}`, 16), "SignInRefused", "another e-mail")
          yield* identity.setPasswords([someone.id], password)

          yield* done(`UPDATE second_factor SET confirmed_at = NULL WHERE account = $1::uuid`, [id])
          assert.strictEqual(yield* isOut(own, 17), "SecondFactorNeeded")
          assert.strictEqual(yield* isOut(own, 17, yield* codeNow), "SecondFactorWrong")
          yield* done(`DELETE FROM second_factor WHERE account = $1::uuid`, [id])
          assert.strictEqual(yield* isOut(own, 18), "SecondFactorNeeded", "a factor that was taken away is asked for")
          const [code = ""] = recoveryCodes
          yield* enter(own, 18, code)
          yield* done(`UPDATE recovery_code SET used_at = NULL WHERE account = $1::uuid`, [id])
          assert.strictEqual(yield* isOut(own, 19, code), "SecondFactorWrong", "a code that was made unused")
          // Links let everybody in again.
          for (const one of [id, someone.id]) yield* identity.makeInvitation(actor, one)
          for (const one of [id, someone.id]) yield* identity.setPasswords([one], password)
          assert.deepStrictEqual(yield* found, [])
        })
      )

      it.effect("SEC-1 a key that was changed, or put back after it ended, lets nobody in", () =>
        Effect.gen(function* () {
          const { actor, id, identity, invite, key } = yield* peopled
          const by = (one: { readonly key: string }) =>
            Effect.map(
              identity.lookUp(identity.credentials(undefined, `Bearer ${one.key}`) as never),
              (at) => at !== null
            )
          assert.isTrue(yield* by(key))
          for (const change of [
            `scopes = '["all"]'`,
            "expires_at = expires_at + interval '1 year'",
            `account = '${actor.account}'`,
            "endings = endings + 1",
            "code = NULL"
          ])
            assert.isFalse(
              yield* tampering(`UPDATE api_key SET ${change} WHERE id = $1::uuid`, [key.id], by(key)),
              change
            )
          const { id: colleague } = yield* invite(["finance"])
          const theirs = yield* identity.createKey(colleague, { name: "k", scopes: ["all"] })
          assert.isFalse(
            yield* tampering(
              `UPDATE api_key SET secret_hash = (SELECT secret_hash FROM api_key WHERE id = $1::uuid) WHERE id = $2::uuid`,
              [key.id, theirs.id],
              by({ key: `phk_${theirs.prefix}_${key.key.slice(13)}` })
            )
          )
          const whole = yield* copied("api_key", "id = $1::uuid", [key.id])
          yield* identity.revokeKey(actor, key.id)
          const unrevoked = "UPDATE api_key SET revoked_at = NULL WHERE id = $1::uuid"
          assert.isFalse(yield* tampering(unrevoked, [key.id], by(key)))
          assert.strictEqual((yield* tampering(unrevoked, [key.id], found))?.[0]?.kind, "access-changed")
          yield* lockIt(id, actor)
          yield* lockIt(id, actor, "accounts.unlock")
          yield* done("DELETE FROM api_key WHERE id = $1::uuid", [key.id])
          assert.isFalse(yield* tampering(whole.text, [whole.row], by(key)), "as it was before its account was locked")
          assert.strictEqual((yield* tampering(whole.text, [whole.row], found))?.[0]?.kind, "access-ended")
        })
      )

      it.effect("SEC-1 a link that was turned to somebody else, made to last or used again lets nobody in", () =>
        Effect.gen(function* () {
          const { actor, identity, newcomer, token } = yield* peopled
          const show = Effect.map(Effect.exit(identity.showInvitation(token)), Exit.isSuccess)
          assert.isTrue(yield* show)
          for (const change of [
            `account = '${actor.account}'`,
            "expires_at = expires_at + interval '1 day'",
            "code = NULL"
          ])
            assert.isFalse(
              yield* tampering(`UPDATE invitation SET ${change} WHERE account = $1::uuid`, [newcomer.id], show)
            )
          const before = yield* copied("invitation", "account = $1::uuid", [newcomer.id])
          yield* identity.acceptInvitation(token, password)
          const unused = "UPDATE invitation SET used_at = NULL WHERE account = $1::uuid"
          assert.isFalse(yield* tampering(unused, [newcomer.id], show))
          yield* identity.makeInvitation(actor, newcomer.id)
          yield* done("DELETE FROM invitation WHERE account = $1::uuid", [newcomer.id])
          assert.isFalse(yield* tampering(before.text, [before.row], show), "an older link, after a newer one")
        })
      )

      it.effect("SEC-4 no store becomes one of demonstration data past the program", () =>
        Effect.gen(function* () {
          const { identity } = yield* founded
          const marked = "INSERT INTO installation (demo) VALUES (true) ON CONFLICT (single) DO UPDATE SET demo = true"
          assert.isFalse((yield* tampering(marked, [], identity.installation))?.mayReplay)
          assert.strictEqual((yield* tampering(marked, [], found))?.[0]?.object, "installation installation")
        })
      )
    }
  )

  layer(Layer.provideMerge(SealAnchor.layerMemory, world), { timeout: 600_000, excludeTestServices: true })(
    `${name}, later`,
    (it) => {
      it.effect(
        "SEC-4 rows of before get their codes when the store is upgraded, once, and go on with another key",
        () =>
          Effect.gen(function* () {
            const sql = yield* SqlClient.SqlClient
            const { codeNow, email, identity, key } = yield* peopled
            yield* uncoded
            yield* migrate
            assert.deepStrictEqual(yield* found, [])
            yield* identity.passwords.signIn(email, password, origin(), yield* codeNow)
            const by = identity.lookUp(identity.credentials(undefined, `Bearer ${key.key}`) as never)
            assert.isNotNull(yield* by)

            yield* done(`UPDATE api_key SET scopes = '["all"]' WHERE id = $1::uuid`, [key.id])
            yield* changeKey(keyedWith(next), codedTables)
            const kept = yield* Effect.provide(found, layerSecret(`${next}\n${secret}`))
            assert.deepStrictEqual(
              kept.map(({ kind, object }) => [kind, object]),
              [["access-changed", `api_key ${key.id}`]],
              "what was changed before does not become right"
            )
            assert.deepStrictEqual(yield* sql`SELECT 1 FROM login_session`, [])
            const findings = yield* found
            for (const table of ["login", "login_credential", "second_factor", "recovery_code"])
              assert.isTrue(
                findings.some(({ object }) => object?.startsWith(`${table} `)),
                "nothing fits the old key"
              )

            yield* Effect.provide(sealNow, layerSecret(`${next}\n${secret}`))
            yield* uncoded
            assert.isTrue(Exit.isFailure(yield* Effect.exit(migrate)), "a seal says that there were codes")
          })
      )
    }
  )
}

const next = "the key that comes after the one of these tests"
