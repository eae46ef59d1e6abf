import { refusal } from "@phakhi/domain/engine/refusals"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { Effect, Schema } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import type { Caller } from "./Caller.ts"
import { deviceOf } from "./Places.ts"
import { idleMinutes } from "./SignIn.ts"
import { instant } from "./Times.ts"

const Words = Schema.Struct({ th: Schema.String, en: Schema.String })

export const OpenSession = Schema.Struct({
  id: Schema.String,
  /** The one that asks. */
  current: Schema.Boolean,
  signedInAt: Schema.String,
  /** To the minute or so: more often it is not written. */
  lastUsedAt: Schema.String,
  expiresAt: Schema.String,
  /** A network, never a whole address. */
  from: Schema.String,
  device: Words
}).annotate({ identifier: "OpenSession" })
export type OpenSession = typeof OpenSession.Type

interface Row {
  readonly id: string
  readonly signedInAt: string
  readonly lastUsedAt: string
  readonly expiresAt: string
  readonly from: string
  readonly agent: string
}

const live = `"expiresAt" > now() AND "updatedAt" > now() - interval '${idleMinutes} minutes'`

const isUuid = Schema.is(Schema.String.check(Schema.isUUID()))

type Own = Pick<Caller, "actor" | "session">

/** One's own sessions that are open now, the one that asks first. */
export const listSessions = (
  sql: SqlClient.SqlClient,
  { actor, session }: Own
): Effect.Effect<ReadonlyArray<OpenSession>, SqlError.SqlError> =>
  Effect.map(
    sql.unsafe<Row>(
      `SELECT "id", ${instant(`"createdAt"`)} AS "signedInAt", ${instant(`"updatedAt"`)} AS "lastUsedAt",
         ${instant(`"expiresAt"`)} AS "expiresAt", coalesce("ipAddress", '—') AS "from", coalesce("userAgent", '') AS agent
       FROM login_session WHERE "userId" = $1::text AND ${live}
       ORDER BY "id" = coalesce($2::text, '') DESC, "updatedAt" DESC, "id" LIMIT 100`,
      [actor.account, session ?? null]
    ),
    (rows) => rows.map(({ agent, ...row }) => ({ ...row, current: row.id === session, device: deviceOf(agent) }))
  )

/** Ends one of one's own; anybody else's answers as an unknown one. */
export const endSession = (
  sql: SqlClient.SqlClient,
  { actor }: Own,
  id: string
): Effect.Effect<void, Refusal | SqlError.SqlError> =>
  Effect.flatMap(
    isUuid(id)
      ? sql.unsafe(`DELETE FROM login_session WHERE "userId" = $1::text AND "id" = $2::text RETURNING 1`, [
          actor.account,
          id
        ])
      : Effect.succeed([]),
    (ended) => (ended.length > 0 ? Effect.void : Effect.fail(refusal("RecordNotFound", { record: "session", id })))
  )

/** Ends all of one's own but the one that asks, and says how many there were. */
export const endOtherSessions = (
  sql: SqlClient.SqlClient,
  { actor, session }: Own
): Effect.Effect<number, SqlError.SqlError> =>
  Effect.map(
    sql.unsafe(`DELETE FROM login_session WHERE "userId" = $1::text AND "id" <> coalesce($2::text, '') RETURNING 1`, [
      actor.account,
      session ?? null
    ]),
    (ended) => ended.length
  )
