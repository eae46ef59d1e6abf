import { randomUUID } from "node:crypto"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { Refusal as DomainRefusal } from "@phakhi/domain/kernel/Refusal"
import { codeRow } from "@phakhi/store/RowCodes"
import type { Keyed } from "@phakhi/store/SealKey"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { credentials, links, logins } from "./CodedRows.ts"
import { againstPassword, normalised } from "./PasswordRules.ts"
import type { IdentityRefusal } from "./Refusals.ts"
import type { SignIn } from "./SignIn.ts"

export const checkPassword = (
  password: string,
  email: string,
  field = "/password"
): Effect.Effect<string, IdentityRefusal> => {
  const refused = againstPassword(password, email, field)
  return refused === undefined ? Effect.succeed(normalised(password)) : Effect.fail(refused)
}

const hash = (signIn: SignIn, password: string): Effect.Effect<string> =>
  Effect.promise(async () => (await signIn.$context).password.hash(password))

interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

const people = (sql: SqlClient.SqlClient, accounts: ReadonlyArray<string>) =>
  sql.unsafe<Person>(
    `SELECT id, state->'personal'->>'name' AS name, lower(state->'personal'->>'email') AS email FROM record
     WHERE record = 'account' AND id = ANY($1::uuid[])`,
    [`{${accounts.join(",")}}`]
  )

const store = (sql: SqlClient.SqlClient, key: Keyed, { email, id, name }: Person, hashed: string) =>
  Effect.gen(function* () {
    yield* sql.unsafe(
      `INSERT INTO login ("id", "name", "email", "emailVerified", "secondFactor")
       SELECT $1::text, $2::text, $3::text, true,
         EXISTS (SELECT FROM second_factor WHERE account = $1::uuid AND confirmed_at IS NOT NULL)
       ON CONFLICT ("id") DO UPDATE SET "name" = excluded."name", "email" = excluded."email",
         "secondFactor" = excluded."secondFactor", "updatedAt" = now()`,
      [id, name, email]
    )
    yield* sql.unsafe(`DELETE FROM login_credential WHERE "userId" = $1::text`, [id])
    const credential = randomUUID()
    yield* sql.unsafe(
      `INSERT INTO login_credential ("id", "accountId", "providerId", "userId", "password", links, "updatedAt")
       VALUES ($1::text, $2::text, 'credential', $2::text, $3::text, ${links("$2::uuid")}, now())`,
      [credential, id, hashed]
    )
    yield* codeRow(sql, key, logins, id)
    yield* codeRow(sql, key, credentials, credential)
    yield* sql.unsafe(`DELETE FROM login_session WHERE "userId" = $1::text`, [id])
  })

/** Gives one password to accounts that exist; whoever is signed in with an old one has to sign in again. */
export const setPasswords = (
  sql: SqlClient.SqlClient,
  key: Keyed,
  signIn: SignIn,
  accounts: ReadonlyArray<string>,
  password: string
): Effect.Effect<void, IdentityRefusal | DomainRefusal | SqlError.SqlError> =>
  Effect.gen(function* () {
    const found = yield* people(sql, accounts)
    yield* Effect.forEach(found, ({ email }) => checkPassword(password, email), { discard: true })
    const missing = accounts.find((account) => !found.some(({ id }) => id === account))
    if (missing !== undefined) return yield* Effect.fail(refusal("RecordNotFound", { record: "account", id: missing }))
    const hashed = yield* hash(signIn, normalised(password))
    yield* sql.withTransaction(Effect.forEach(found, (person) => store(sql, key, person, hashed), { discard: true }))
  })
