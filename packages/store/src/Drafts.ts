import {
  type DraftPlace,
  draftKeptDays,
  draftsAtMost,
  type KeptDraft,
  type ListedDraft,
  type TypedDraft
} from "@phakhi/domain/engine/DraftInput"
import { Effect, Option } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { instantText } from "./Instants.ts"

/*
 * What a person has typed into a form and not sent. It is nobody else's and no part of the log: it is not sealed, goes by
 * itself, and goes with the account.
 */

const isPlace = "account = $1::uuid AND operation = $2::text AND record_id = $3::text AND part = $4::text"
const placed = (account: string, { operation, part, record }: DraftPlace) => [account, operation, record, part]

/** Keeps a draft in the place of the one before it. Answers when it was kept. */
export const keepDraft = Effect.fnUntraced(function* (account: string, place: DraftPlace, typed: TypedDraft) {
  const sql = yield* SqlClient.SqlClient
  const [kept] = yield* sql.unsafe<{ at: string }>(
    `INSERT INTO draft (account, operation, record_id, part, typed, kept_at)
     VALUES ($1::uuid, $2::text, $3::text, $4::text, $5::jsonb, now())
     ON CONFLICT (account, operation, record_id, part) DO UPDATE SET typed = excluded.typed, kept_at = excluded.kept_at
     RETURNING ${instantText("kept_at")} AS at`,
    [...placed(account, place), JSON.stringify(typed)]
  )
  yield* sql`DELETE FROM draft WHERE account = ${account}::uuid AND (operation, record_id, part) IN (
    SELECT operation, record_id, part FROM draft WHERE account = ${account}::uuid
    ORDER BY kept_at DESC OFFSET ${draftsAtMost}::int)`
  return kept?.at ?? ""
})

export const findDraft = Effect.fnUntraced(function* (account: string, place: DraftPlace) {
  const sql = yield* SqlClient.SqlClient
  const [found] = yield* sql.unsafe<{ typed: TypedDraft; keptAt: string }>(
    `SELECT typed, ${instantText("kept_at")} AS "keptAt" FROM draft WHERE ${isPlace}`,
    placed(account, place)
  )
  return Option.map(Option.fromUndefinedOr(found), ({ keptAt, typed }): KeptDraft => ({ ...typed, keptAt }))
})

/** One's own drafts, newest first. What their records are called is asked of the records, by whoever may see them (SEC-1). */
export const listDrafts = Effect.fnUntraced(function* (account: string) {
  const sql = yield* SqlClient.SqlClient
  return yield* sql.unsafe<ListedDraft>(
    `SELECT operation, record_id AS record, part, ${instantText("kept_at")} AS "keptAt"
     FROM draft WHERE account = $1::uuid ORDER BY kept_at DESC`,
    [account]
  )
})

export const dropDraft = Effect.fnUntraced(function* (account: string, place: DraftPlace) {
  const sql = yield* SqlClient.SqlClient
  yield* sql.unsafe(`DELETE FROM draft WHERE ${isPlace}`, placed(account, place))
})

/** Removes drafts that nobody went on with, and those of accounts that are no longer used (SEC-3). */
export const forgetDrafts: Effect.Effect<void, SqlError.SqlError, SqlClient.SqlClient> = Effect.flatMap(
  SqlClient.SqlClient,
  (sql) =>
    Effect.asVoid(sql`DELETE FROM draft d WHERE kept_at < now() - make_interval(days => ${draftKeptDays}::int)
      OR NOT EXISTS (SELECT FROM record r WHERE r.record = 'account' AND r.id = d.account AND r.status <> 'ended')`)
)
