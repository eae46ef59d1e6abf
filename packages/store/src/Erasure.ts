import { Clock, Effect } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { columns } from "./AppendPayload.ts"
import { erasureMark } from "./Chain.ts"
import { SealKey } from "./SealKey.ts"
import * as Streams from "./Streams.ts"
import type { Replay } from "./VerifyStreams.ts"

export interface Erasure {
  readonly record: string
  readonly stream: string
  /** The events to erase personal data from; all of the stream without it. */
  readonly events?: ReadonlyArray<string>
  readonly replay: Replay
}

const updateText = `UPDATE record SET state = $3::jsonb, owner = $4::uuid, parties = $5::uuid[], assigned = $6::uuid[],
    public = $7::boolean, title_th = $8::text, title_en = $9::text, sort_key = $10::text, search = $11::text,
    status = $12::text, facets = $13::jsonb
  WHERE record = $1::text AND id = $2::uuid`

/**
 * Erases personal data (PDPA section 33): the values go, the chained events stay as they were, and the record is folded
 * anew without them. Version, history and seals are untouched. Answers how many events lost theirs.
 */
export const erase = (erasure: Erasure): Effect.Effect<number, SqlError.SqlError, SqlClient.SqlClient | SealKey> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const key = yield* SealKey
    const at = new Date(yield* Clock.currentTimeMillis).toISOString()
    const { record, stream } = erasure
    return yield* sql.withTransaction(
      Effect.gen(function* () {
        const found =
          yield* sql`SELECT version FROM record WHERE record = ${record} AND id = ${stream}::uuid FOR UPDATE`
        if (found.length === 0) return 0
        const kept = yield* sql<{ event: string }>`SELECT p.event FROM personal p JOIN event e ON e.id = p.event
          WHERE e.record = ${record} AND e.stream = ${stream}::uuid AND p.erased_at IS NULL`
        const chosen = new Set(erasure.events?.map((id) => id.toLowerCase()))
        const marks = kept
          .filter(({ event }) => erasure.events === undefined || chosen.has(event))
          .map(({ event }) => ({ event, erasure: erasureMark(key, event, at) }))
        if (marks.length === 0) return 0
        yield* sql`UPDATE personal p SET data = NULL, erased_at = ${at}::timestamptz, erasure = m.erasure
          FROM jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) AS m (event uuid, erasure text)
          WHERE p.event = m.event`
        const { state, access, row } = erasure.replay(record, yield* Streams.whole(sql, record, stream))
        const list = columns(row)
        yield* sql.unsafe(updateText, [
          ...[record, stream, JSON.stringify(state), access.owner],
          ...[`{${access.parties.join(",")}}`, `{${access.assigned.join(",")}}`, access.public],
          ...[list.titleTh, list.titleEn, list.sortKey, list.search, list.status, JSON.stringify(list.facets)]
        ])
        return marks.length
      })
    )
  })
