import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { erasureMark } from "./Chain.ts"
import type { Keyed } from "./SealKey.ts"

export interface Erased {
  readonly record: string
  readonly stream: string
  readonly subjects: ReadonlyArray<string>
}

interface Held {
  readonly event: string
  readonly place: string
  readonly subject: string
}

const keptText = `SELECT p.event, p.place, p.subject FROM personal p JOIN event e ON e.id = p.event
  JOIN jsonb_to_recordset($1::jsonb) AS m (record text, stream uuid, subjects uuid[])
    ON e.record = m.record AND e.stream = m.stream AND p.subject = ANY(m.subjects)
  WHERE p.erased_at IS NULL ORDER BY p.event, p.place FOR UPDATE OF p`

const eraseText = `UPDATE personal p SET data = NULL, erased_at = $1::timestamptz, erasure = m.erasure
  FROM jsonb_to_recordset($2::jsonb) AS m (event uuid, place text, erasure text)
  WHERE p.event = m.event AND p.place = m.place`

/**
 * Erases the personal data of people in streams (PDPA section 33): the values go, the chained events stay as they were.
 * Part of the transaction that appends the events which say so, and which states the records without them.
 */
export const erase = (
  sql: SqlClient.SqlClient,
  key: Keyed,
  erased: ReadonlyArray<Erased>,
  now: number
): Effect.Effect<void, SqlError.SqlError> =>
  Effect.gen(function* () {
    const at = new Date(now).toISOString()
    const kept = yield* sql.unsafe<Held>(keptText, [JSON.stringify(erased)])
    const marks = kept.map(({ event, place, subject }) => ({
      event,
      place,
      erasure: erasureMark(key, { event, place, subject }, at)
    }))
    yield* sql.unsafe(eraseText, [at, JSON.stringify(marks)])
  })

const whereNamedText = `SELECT DISTINCT r.record, r.id FROM personal p JOIN event e ON e.id = p.event
    JOIN record r ON r.record = e.record AND r.id = e.stream
  WHERE p.subject = $1::uuid AND p.erased_at IS NULL AND r.owner = ANY($2::uuid[])
  ORDER BY r.record, r.id LIMIT $3::int`

/** The records of these owners in which a person is named. */
export const whereNamed = (
  sql: SqlClient.SqlClient,
  subject: string,
  owners: ReadonlyArray<string>,
  limit: number
): Effect.Effect<ReadonlyArray<{ readonly record: string; readonly id: string }>, SqlError.SqlError> =>
  sql.unsafe(whereNamedText, [subject, `{${owners.join(",")}}`, limit])
