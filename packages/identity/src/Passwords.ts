import { randomUUID } from "node:crypto"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { Refusal as DomainRefusal } from "@phakhi/domain/kernel/Refusal"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { type IdentityRefusal, identityRefusal } from "./Refusals.ts"
import { passwordLength, type SignIn } from "./SignIn.ts"

/** NFC, so that a Thai phrase typed on another keyboard is the same phrase. */
export const normalised = (password: string): string => password.normalize("NFC")

export const checkPassword = (password: string): Effect.Effect<string, IdentityRefusal> => {
  const phrase = normalised(password)
  return phrase.length >= passwordLength.minimum && phrase.length <= passwordLength.maximum
    ? Effect.succeed(phrase)
    : Effect.fail(identityRefusal("PasswordLength", passwordLength, { field: "/password" }))
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

const store = (sql: SqlClient.SqlClient, { email, id, name }: Person, hashed: string) =>
  Effect.gen(function* () {
    yield* sql.unsafe(
      `INSERT INTO login ("id", "name", "email", "emailVerified") VALUES ($1::text, $2::text, $3::text, true)
       ON CONFLICT ("id") DO UPDATE SET "name" = excluded."name", "email" = excluded."email", "updatedAt" = now()`,
      [id, name, email]
    )
    yield* sql.unsafe(`DELETE FROM login_credential WHERE "userId" = $1::text`, [id])
    yield* sql.unsafe(
      `INSERT INTO login_credential ("id", "accountId", "providerId", "userId", "password", "updatedAt")
       VALUES ($1::text, $2::text, 'credential', $2::text, $3::text, now())`,
      [randomUUID(), id, hashed]
    )
    yield* sql.unsafe(`DELETE FROM login_session WHERE "userId" = $1::text`, [id])
  })

/** Gives one password to accounts that exist; whoever is signed in with an old one has to sign in again. */
export const setPasswords = (
  sql: SqlClient.SqlClient,
  signIn: SignIn,
  accounts: ReadonlyArray<string>,
  password: string
): Effect.Effect<void, IdentityRefusal | DomainRefusal | SqlError.SqlError> =>
  Effect.gen(function* () {
    const hashed = yield* hash(signIn, yield* checkPassword(password))
    const found = yield* people(sql, accounts)
    const missing = accounts.find((account) => !found.some(({ id }) => id === account))
    if (missing !== undefined) return yield* Effect.fail(refusal("RecordNotFound", { record: "account", id: missing }))
    yield* sql.withTransaction(Effect.forEach(found, (person) => store(sql, person, hashed), { discard: true }))
  })
