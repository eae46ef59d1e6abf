import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { erasureMark } from "./Chain.ts"
import type { SealKey } from "./SealKey.ts"

export interface Erased {
  readonly record: string
  readonly stream: string
}

const keptText = `SELECT p.event FROM personal p JOIN event e ON e.id = p.event
  WHERE e.record = $1::text AND e.stream = $2::uuid AND p.erased_at IS NULL FOR UPDATE OF p`

const eraseText = `UPDATE personal p SET data = NULL, erased_at = $1::timestamptz, erasure = m.erasure
  FROM jsonb_to_recordset($2::jsonb) AS m (event uuid, erasure text) WHERE p.event = m.event`

/**
 * Erases the personal data of a stream (PDPA section 33): the values go, the chained events stay as they were. Part of
 * the transaction that appends the event which says so, and which states the record without them.
 */
export const erase = (
  sql: SqlClient.SqlClient,
  key: SealKey["Service"],
  { record, stream }: Erased,
  now: number
): Effect.Effect<void, SqlError.SqlError> =>
  Effect.gen(function* () {
    const at = new Date(now).toISOString()
    const kept = yield* sql.unsafe<{ event: string }>(keptText, [record, stream])
    const marks = kept.map(({ event }) => ({ event, erasure: erasureMark(key, event, at) }))
    yield* sql.unsafe(eraseText, [at, JSON.stringify(marks)])
  })
