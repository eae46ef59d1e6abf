import { notPermitted } from "@phakhi/domain/engine/Decide"
import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { administers } from "@phakhi/domain/parties/Account"
import { Effect, Schema } from "effect"
import { uuidV7Unsafe } from "effect/crypto/SecureRandom"
import type { SqlClient, SqlError } from "effect/sql"
import { deviceOf, networkOf } from "./Places.ts"
import { instant } from "./Times.ts"

/** How a try to come in ended. */
export const SignInOutcome = Schema.Literals(["in", "wrong-password", "wrong-code", "too-many", "locked"])
export type SignInOutcome = typeof SignInOutcome.Type

const Words = Schema.Struct({ th: Schema.String, en: Schema.String })

export const LoggedSignIn = Schema.Struct({
  at: Schema.String,
  account: Schema.String,
  name: Schema.String,
  outcome: SignInOutcome,
  /** A network, never a whole address. */
  from: Schema.String,
  device: Words
}).annotate({ identifier: "LoggedSignIn" })
export type LoggedSignIn = typeof LoggedSignIn.Type

/** Whoever does not administer the organisation is told who does. */
const signInsNotPermitted = notPermitted({
  name: "sign-ins.of-agency",
  summary: { th: "ดูการลงชื่อเข้าใช้ของคนในองค์กร", en: "See who of the organisation signed in" },
  record: "account",
  allow: [
    { role: "agency-administrator", scope: "own-organisation" },
    { role: "partner-administrator", scope: "own-organisation" }
  ]
})

/** So long a try is kept: it tells where a person was. */
export const signInDays = 90
export const ownAtMost = 20
const ofAgencyAtMost = 200

export interface Tried {
  readonly email: string
  readonly outcome: SignInOutcome
  readonly address: string
  readonly userAgent: string
}

/**
 * Keeps a try for an address that somebody signs in with; of others nothing is kept, as what was typed may be a password.
 * Whoever is told to wait and goes on is kept once in a quarter of an hour. Ids follow one another, also within a millisecond.
 */
export const logSignIn = (
  sql: SqlClient.SqlClient,
  { address, email, outcome, userAgent }: Tried
): Effect.Effect<void, SqlError.SqlError> =>
  Effect.asVoid(
    sql.unsafe(
      `INSERT INTO sign_in (id, account, at, outcome, network, agent)
       SELECT $1::uuid, a.id, now(),
         CASE WHEN $3::text = 'wrong-password' AND a.status <> 'active' THEN 'locked' ELSE $3::text END, $4::text, $5::text
       FROM login l JOIN record a ON a.record = 'account' AND a.id = l."id"::uuid
       WHERE l."email" = $2::text AND NOT ($3::text = 'too-many' AND EXISTS (SELECT 1 FROM sign_in s
         WHERE s.account = a.id AND s.outcome = 'too-many' AND s.network = $4::text AND s.at > now() - interval '15 minutes'))`,
      [uuidV7Unsafe(), email, outcome, networkOf(address), userAgent.slice(0, 300)]
    )
  )

interface Row extends Omit<LoggedSignIn, "device"> {
  readonly agent: string
}

const list = (sql: SqlClient.SqlClient, where: string, params: ReadonlyArray<string | null>, most: number) =>
  Effect.map(
    sql.unsafe<Row>(
      `SELECT ${instant("s.at")} AS at, s.account, a.state->'personal'->>'name' AS name, s.outcome, s.network AS "from",
         s.agent
       FROM sign_in s JOIN record a ON a.record = 'account' AND a.id = s.account
       WHERE ${where} AND s.at > now() - interval '${signInDays} days' ORDER BY s.at DESC, s.id DESC LIMIT ${most}`,
      params
    ),
    (rows) => rows.map(({ agent, ...row }): LoggedSignIn => ({ ...row, device: deviceOf(agent) }))
  )

export const ownSignIns = (
  sql: SqlClient.SqlClient,
  account: string
): Effect.Effect<ReadonlyArray<LoggedSignIn>, SqlError.SqlError> =>
  list(sql, "s.account = $1::uuid", [account], ownAtMost)

/** Those of the people of one's own agency, or of one of them; for whoever administers it. */
export const signInsOfAgency = (
  sql: SqlClient.SqlClient,
  { organisation, roles }: AccountHolder,
  account: string | undefined
): Effect.Effect<ReadonlyArray<LoggedSignIn>, Refusal | SqlError.SqlError> =>
  administers(roles)
    ? list(
        sql,
        "a.owner = $1::uuid AND ($2::uuid IS NULL OR s.account = $2::uuid)",
        [organisation, account ?? null],
        ofAgencyAtMost
      )
    : Effect.fail(signInsNotPermitted)

export const forgetSignIns = `DELETE FROM sign_in WHERE at < now() - interval '${signInDays} days'`
