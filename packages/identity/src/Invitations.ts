import { currentInstant } from "@phakhi/domain/engine/Context"
import { open } from "@phakhi/domain/engine/Opened"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import { type Account, accountRecord, managing } from "@phakhi/domain/parties/Account"
import { type Organisation, organisationRecord } from "@phakhi/domain/parties/Organisation"
import { refusal as partyRefusal } from "@phakhi/domain/parties/refusals"
import { Effect, Schema } from "effect"
import type { SqlClient } from "effect/sql"
import { checkPassword, setPasswords } from "./Passwords.ts"
import { identityRefusal } from "./Refusals.ts"
import { hashOf, newSecret } from "./Secrets.ts"
import type { SignIn } from "./SignIn.ts"

export const invitationDays = 7

/** A way in for one account, once. The token is in this answer and nowhere else. */
export const Invitation = Schema.Struct({ token: Schema.String, expiresAt: Schema.String })
export type Invitation = typeof Invitation.Type

export const InvitedPerson = Schema.Struct({
  name: Schema.String,
  email: Schema.String,
  organisation: Schema.Struct({ th: Schema.String, en: Schema.optionalKey(Schema.String) }),
  expiresAt: Schema.String
})
export type InvitedPerson = typeof InvitedPerson.Type

const anyRecord = <A>(type: A) => type as unknown as Parameters<typeof open>[0]

/** The account, if this administrator manages it: of the own agency, or of a partner (SEC-1). */
const manage = Effect.fnUntraced(function* (actor: AccountHolder, id: string) {
  const asker = { actor, now: yield* currentInstant }
  const account = (yield* open(anyRecord(accountRecord), id, asker)).state as Account
  if (!actor.roles.includes("agency-administrator"))
    return yield* Effect.fail(
      refusal("NotPermitted", {
        operation: "accounts.invitation",
        act: { th: "สร้างคำเชิญ", en: "Make an invitation" },
        roles: ["agency-administrator"]
      })
    )
  const employer = yield* open(anyRecord(organisationRecord), account.organisation, asker)
  yield* Effect.fromResult(managing(account.roles, employer.state as Organisation, actor))
  if (account.status !== "active")
    return yield* Effect.fail(partyRefusal("AccountNotActive", { status: account.status }))
  return account
})

/** Makes a link for an invited person, or for one who forgot the password. Earlier links of the account end. */
export const makeInvitation = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, actor: AccountHolder, id: string) {
  const account = yield* manage(actor, id)
  const token = newSecret()
  const rows = yield* sql.withTransaction(
    Effect.andThen(
      sql.unsafe(`DELETE FROM invitation WHERE account = $1::uuid AND used_at IS NULL`, [account.id]),
      sql.unsafe<{ expires: Date }>(
        `INSERT INTO invitation (token_hash, account, created_by, created_at, expires_at)
         VALUES ($1::text, $2::uuid, $3::uuid, now(), now() + interval '${invitationDays} days')
         RETURNING expires_at AS expires`,
        [hashOf(token), account.id, actor.account]
      )
    )
  )
  return { token, expiresAt: rows[0]?.expires.toISOString() ?? "" } satisfies Invitation
})

const isToken = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token)

const unknown = () => Effect.fail(identityRefusal("InvitationUnknown", {}))

interface Open {
  readonly account: string
  readonly name: string
  readonly email: string
  readonly th: string
  readonly en: string | null
  readonly expires: Date
}

const find = (sql: SqlClient.SqlClient, token: string) =>
  sql.unsafe<Open>(
    `SELECT i.account, a.state->'personal'->>'name' AS name, a.state->'personal'->>'email' AS email,
       o.title_th AS th, o.title_en AS en, i.expires_at AS expires
     FROM invitation i JOIN record a ON a.record = 'account' AND a.id = i.account AND a.status = 'active'
       JOIN record o ON o.record = 'organisation' AND o.id = (a.state->>'organisation')::uuid
     WHERE i.token_hash = $1::text AND i.used_at IS NULL AND i.expires_at > now()`,
    [hashOf(token)]
  )

export const showInvitation = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, token: string) {
  const [found] = isToken(token) ? yield* find(sql, token) : []
  if (found === undefined) return yield* unknown()
  return {
    name: found.name,
    email: found.email,
    organisation: { th: found.th, ...(found.en === null ? {} : { en: found.en }) },
    expiresAt: found.expires.toISOString()
  } satisfies InvitedPerson
})

/** Uses the link up: of two that come at once one wins, and a password that is refused leaves it open. */
export const acceptInvitation = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  signIn: SignIn,
  token: string,
  password: string
) {
  const [found] = isToken(token) ? yield* find(sql, token) : []
  if (found === undefined) return yield* unknown()
  yield* checkPassword(password)
  return yield* sql.withTransaction(
    Effect.gen(function* () {
      const used = yield* sql.unsafe(
        `UPDATE invitation SET used_at = now() WHERE token_hash = $1::text AND used_at IS NULL RETURNING account`,
        [hashOf(token)]
      )
      if (used.length === 0) return yield* unknown()
      yield* setPasswords(sql, signIn, [found.account], password)
      return { account: found.account, email: found.email }
    })
  )
})
