import { catalogue } from "@phakhi/domain/catalogue"
import type { Message } from "@phakhi/domain/engine/EventStore"
import { perform } from "@phakhi/domain/engine/Perform"
import { type Actor, accountOf, organisationOf } from "@phakhi/domain/kernel/Actor"
import { enqueue } from "@phakhi/store/Outbox"
import { type CodedRow, codeRow, isOwnOrTold, valuesIn } from "@phakhi/store/RowCodes"
import type { Keyed } from "@phakhi/store/SealKey"
import { Effect, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { endings, invitations } from "./CodedRows.ts"
import { endReplaysFor } from "./Installation.ts"
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

/** A link that was just made, for whoever mails it. */
export interface NewLink {
  readonly token: string
  readonly account: string
  /** Whose administrators are shown it where it cannot be sent: those of whoever issued it, or of the account. */
  readonly owner: string
  /** Who issued it; the system has no account. */
  readonly by: string | null
}

/** What the outbox is to hold of a link. */
export type MailLink = (link: NewLink) => Message

interface Made {
  readonly expires: Date
  readonly account: string
  readonly owner: string
}

/**
 * Makes a link for an invited person, or for one who forgot the password. Earlier links of the account end. A key makes
 * none: it could let its holder in for longer, and as more, than it was given for. Act, link and the mail of it, where it is
 * mailed, are one transaction: no roles rest without a link, and no link is there without the act.
 */
export const makeInvitation = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  key: Keyed,
  actor: Actor,
  id: string,
  mail?: MailLink
) {
  const token = newSecret()
  let until: Date | undefined
  const made = sql.unsafe<Made>(
    `INSERT INTO invitation (token_hash, account, created_at, expires_at, endings)
     SELECT $1::text, id, now(), now() + interval '${invitationDays} days', ${endings("record.id")} FROM record
     WHERE record = 'account' AND id = $2::uuid
     RETURNING expires_at AS expires, account,
       (SELECT a.owner FROM record a WHERE a.record = 'account' AND a.id = invitation.account) AS owner`,
    [hashOf(token), id]
  )
  const along = Effect.gen(function* () {
    for (const { account, expires, owner } of yield* made) {
      until = expires
      yield* codeRow(sql, key, invitations, hashOf(token))
      if (mail !== undefined)
        yield* enqueue([mail({ token, account, owner: organisationOf(actor) ?? owner, by: accountOf(actor) })])
    }
  }).pipe(Effect.provideService(SqlClient.SqlClient, sql))
  yield* perform(catalogue, { operation: "accounts.issue-link", id, input: {}, actor, seen: "latest", along })
  if (until === undefined) return yield* Effect.die(new Error("the act was carried out without its link"))
  return { token, expiresAt: until.toISOString() } satisfies Invitation
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

const find = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, key: Keyed, token: string) {
  if (!isToken(token)) return undefined
  const [found] = yield* sql.unsafe<Open & CodedRow>(
    `SELECT t.account, a.state->'personal'->>'name' AS name, a.state->'personal'->>'email' AS email,
       o.title_th AS th, o.title_en AS en, t.expires_at AS expires, t.code, ${valuesIn(invitations)} AS values
     FROM invitation t JOIN record a ON a.record = 'account' AND a.id = t.account AND a.status = 'active'
       JOIN record o ON o.record = 'organisation' AND o.id = (a.state->>'organisation')::uuid
     WHERE t.token_hash = $1::text AND t.used_at IS NULL AND t.expires_at > now()
       AND t.endings = ${endings("t.account")}`,
    [hashOf(token)]
  )
  return found !== undefined && (yield* isOwnOrTold(key, invitations, found)) ? found : undefined
})

export const showInvitation = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, key: Keyed, token: string) {
  const found = yield* find(sql, key, token)
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
  key: Keyed,
  signIn: SignIn,
  token: string,
  password: string
) {
  const found = yield* find(sql, key, token)
  if (found === undefined) return yield* unknown()
  yield* checkPassword(password, found.email)
  return yield* sql.withTransaction(
    Effect.gen(function* () {
      const used = yield* sql.unsafe(
        `UPDATE invitation SET used_at = now(), code = NULL WHERE token_hash = $1::text AND used_at IS NULL RETURNING account`,
        [hashOf(token)]
      )
      if (used.length === 0) return yield* unknown()
      yield* setPasswords(sql, key, signIn, [found.account], password)
      yield* endReplaysFor(sql, found.account)
      return { account: found.account, email: found.email }
    })
  )
})
