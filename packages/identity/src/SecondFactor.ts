import { randomInt } from "node:crypto"
import { type CodedRow, changeRow, codeRow, isOwnOrTold, valuesIn } from "@phakhi/store/RowCodes"
import { sealedSecrets } from "@phakhi/store/SealedSecrets"
import type { SealKey } from "@phakhi/store/SealKey"
import { Clock, Effect, Schema } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { recoveryCodes as codes, factors, logins } from "./CodedRows.ts"
import { guessing } from "./Guesses.ts"
import type { Origin, PasswordSignIn } from "./PasswordSignIn.ts"
import { type IdentityRefusal, identityRefusal } from "./Refusals.ts"
import { instant } from "./Times.ts"
import { newTotpSecret, stepOf, totpUri } from "./Totp.ts"

export const SecondFactorState = Schema.Struct({
  since: Schema.NullOr(Schema.String),
  recoveryCodesLeft: Schema.Int
}).annotate({ identifier: "SecondFactorState" })
export type SecondFactorState = typeof SecondFactorState.Type

/** The secret is in this answer and nowhere else: as text, and as the address in a QR code. */
export const SecondFactorSecret = Schema.Struct({ secret: Schema.String, uri: Schema.String })
export type SecondFactorSecret = typeof SecondFactorSecret.Type

/** Each opens once where the phone is not at hand. */
export const RecoveryCodes = Schema.Struct({ recoveryCodes: Schema.Array(Schema.String) })
export type RecoveryCodes = typeof RecoveryCodes.Type

const recoveryCodeCount = 10
const recoverySigns = "abcdefghijkmnpqrstuvwxyz23456789"
const recoveryLength = 12

const newRecoveryCode = (): string =>
  Array.from({ length: recoveryLength }, () => recoverySigns[randomInt(recoverySigns.length)])
    .join("")
    .replace(/(.{4})(?=.)/gu, "$1-")

const plain = (code: string): string => code.trim().toLowerCase().replaceAll(/[\s-]/gu, "")

/** The codes at sign-in: whoever has the factor is asked for one beside the password. */
export interface CodeCheck {
  readonly isAsked: (account: string) => Effect.Effect<boolean, SqlError.SqlError>
  /** Uses a code up; of two that come at once with the same one, one comes in. */
  readonly use: (account: string, code: string) => Effect.Effect<boolean, SqlError.SqlError>
}

interface Row extends CodedRow {
  readonly secret: string
}

const tables = (sql: SqlClient.SqlClient, key: SealKey["Service"]) => {
  const { open, seal } = sealedSecrets(key, "phakhi second factors")
  const hashOf = (account: string, code: string) => key.hmac(`phakhi recovery code\n${account}\n${plain(code)}`)
  const secretOf = Effect.fnUntraced(function* (account: string, isConfirmed: boolean) {
    const [row] = yield* sql.unsafe<Row>(
      `SELECT t.secret, t.code, ${valuesIn(factors)} AS values FROM second_factor t
       WHERE t.account = $1::uuid AND (t.confirmed_at IS NOT NULL) = $2::boolean`,
      [account, isConfirmed]
    )
    return row === undefined || !(yield* isOwnOrTold(key, factors, row)) ? null : open(account, row.secret)
  })
  /** A step serves once: the row says which was the last. */
  const useStep = Effect.fnUntraced(function* (account: string, code: string, isConfirmed: boolean) {
    const secret = yield* secretOf(account, isConfirmed)
    const step = secret === null ? undefined : stepOf(secret, plain(code), yield* Clock.currentTimeMillis)
    if (step === undefined) return false
    const used = yield* sql.unsafe(
      `UPDATE second_factor SET last_step = $2::bigint, confirmed_at = coalesce(confirmed_at, now())
       WHERE account = $1::uuid AND last_step < $2::bigint AND (confirmed_at IS NOT NULL) = $3::boolean RETURNING 1`,
      [account, step, isConfirmed]
    )
    return used.length > 0
  })
  const useRecovery = Effect.fnUntraced(function* (account: string, code: string) {
    const [used] = yield* sql.unsafe<CodedRow>(
      `UPDATE recovery_code t SET used_at = now(), code = NULL
       FROM (SELECT account, hash, code FROM recovery_code
         WHERE account = $1::uuid AND hash = $2::text AND used_at IS NULL FOR UPDATE) before
       WHERE t.account = before.account AND t.hash = before.hash
       RETURNING before.code, ${valuesIn(codes)} AS values`,
      [account, hashOf(account, code)]
    )
    return used !== undefined && (yield* isOwnOrTold(key, codes, used))
  })
  return { hashOf, seal, useStep, useRecovery }
}

export const codeCheck = (sql: SqlClient.SqlClient, key: SealKey["Service"]): CodeCheck => {
  const { useRecovery, useStep } = tables(sql, key)
  return {
    isAsked: (account) =>
      Effect.map(
        sql.unsafe(
          `SELECT 1 FROM second_factor WHERE account = $1::uuid AND confirmed_at IS NOT NULL
           UNION ALL SELECT 1 FROM login WHERE "id" = $1::uuid::text AND "secondFactor"`,
          [account]
        ),
        (rows) => rows.length > 0
      ),
    use: (account, code) => (/^\d{6}$/u.test(plain(code)) ? useStep(account, code, true) : useRecovery(account, code))
  }
}

type Failed = IdentityRefusal | SqlError.SqlError

/** One's own second factor: set up, confirmed by a first code, and removed. */
export interface SecondFactors {
  readonly state: (account: string) => Effect.Effect<SecondFactorState, SqlError.SqlError>
  readonly setUp: (account: string, password: string, origin: Origin) => Effect.Effect<SecondFactorSecret, Failed>
  readonly confirm: (account: string, code: string) => Effect.Effect<RecoveryCodes, Failed>
  readonly remove: (account: string, password: string, code: string, origin: Origin) => Effect.Effect<void, Failed>
}

export const secondFactors = (
  sql: SqlClient.SqlClient,
  key: SealKey["Service"],
  { confirmPassword }: Pick<PasswordSignIn, "confirmPassword">
): SecondFactors => {
  const { hashOf, seal, useStep } = tables(sql, key)
  const { isAsked, use } = codeCheck(sql, key)
  /** Who comes in by the password is asked for a code, whatever is left of the factor itself. */
  const isOn = (account: string, asked: boolean) =>
    changeRow(
      sql,
      key,
      logins,
      account,
      sql.unsafe(`UPDATE login SET "secondFactor" = $2::boolean WHERE "id" = $1::text`, [account, asked])
    )
  const guess = guessing(5)
  const wrong = () => Effect.fail(identityRefusal("CodeWrong", {}, { field: "/code" }))
  /** Wrong codes count like wrong passwords. */
  const counted = <A>(account: string, act: Effect.Effect<A, Failed>) =>
    guess(account, ({ _tag }) => _tag === "CodeWrong", act)

  return {
    state: (account) =>
      Effect.map(
        sql.unsafe<SecondFactorState>(
          `SELECT ${instant("f.confirmed_at")} AS since, (SELECT count(*)::int FROM recovery_code r
             WHERE r.account = f.account AND r.used_at IS NULL) AS "recoveryCodesLeft"
           FROM second_factor f WHERE f.account = $1::uuid AND f.confirmed_at IS NOT NULL`,
          [account]
        ),
        ([found]) => found ?? { since: null, recoveryCodesLeft: 0 }
      ),
    setUp: Effect.fnUntraced(function* (account, password, origin) {
      yield* confirmPassword(account, password, origin)
      const secret = newTotpSecret()
      const making = sql.unsafe<{ readonly email: string }>(
        `INSERT INTO second_factor AS f (account, secret, last_step, created_at) VALUES ($1::uuid, $2::text, 0, now())
         ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, last_step = 0, created_at = now()
           WHERE f.confirmed_at IS NULL
         RETURNING (SELECT "email" FROM login WHERE "id" = f.account::text) AS email`,
        [account, seal(account, secret)]
      )
      const [made] = yield* sql.withTransaction(
        Effect.tap(making, ({ length }) => (length === 0 ? Effect.void : codeRow(sql, key, factors, account)))
      )
      if (made === undefined) return yield* Effect.fail(identityRefusal("SecondFactorThere", {}))
      return { secret, uri: totpUri(secret, made.email) }
    }),
    confirm: (account, code) =>
      counted(
        account,
        sql.withTransaction(
          Effect.gen(function* () {
            if (!(yield* useStep(account, code, false))) return yield* wrong()
            yield* codeRow(sql, key, factors, account)
            yield* isOn(account, true)
            const recoveryCodes = Array.from({ length: recoveryCodeCount }, newRecoveryCode)
            yield* sql.unsafe(`DELETE FROM recovery_code WHERE account = $1::uuid`, [account])
            yield* Effect.forEach(
              recoveryCodes.map((one) => hashOf(account, one)),
              (hash) =>
                Effect.andThen(
                  sql.unsafe(`INSERT INTO recovery_code (account, hash) VALUES ($1::uuid, $2::text)`, [account, hash]),
                  codeRow(sql, key, codes, `${account} ${hash}`)
                )
            )
            return { recoveryCodes }
          })
        )
      ),
    remove: (account, password, code, origin) =>
      Effect.gen(function* () {
        yield* confirmPassword(account, password, origin)
        if (!(yield* isAsked(account))) return yield* Effect.fail(identityRefusal("SecondFactorMissing", {}))
        yield* counted(
          account,
          Effect.flatMap(
            use(account, code),
            (isRight): Effect.Effect<void, Failed> => (isRight ? Effect.void : wrong())
          )
        )
        yield* sql.withTransaction(
          Effect.gen(function* () {
            yield* sql.unsafe(`DELETE FROM recovery_code WHERE account = $1::uuid`, [account])
            yield* sql.unsafe(`DELETE FROM second_factor WHERE account = $1::uuid`, [account])
            yield* isOn(account, false)
          })
        )
      })
  }
}
