import type { StoredEvent } from "@phakhi/domain/engine/Event"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { instantText } from "./Instants.ts"

/** An event with its personal data put back; where it was erased the field is absent. */
const eventJson = `json_build_object('id', e.id, 'record', e.record, 'stream', e.stream, 'version', e.version,
  'type', e.type, 'schemaVersion', e.schema_version, 'at', ${instantText("e.at")},
  'recordedAt', ${instantText("e.recorded_at")}, 'actor', e.actor, 'cause', e.cause,
  'data', CASE WHEN p.event IS NULL THEN e.data
    WHEN p.erased_at IS NULL THEN e.data || jsonb_build_object('personal', p.data)
    ELSE e.data - 'personal' END,
  'prevHash', e.prev_hash, 'hash', e.hash)`

const newestText = (bounded: boolean): string => `SELECT
  coalesce((SELECT version FROM record WHERE record = $1::text AND id = $2::uuid), 0) AS total,
  coalesce((SELECT json_agg(x.event) FROM (SELECT ${eventJson} AS event
    FROM event e LEFT JOIN personal p ON p.event = e.id
    WHERE e.record = $1::text AND e.stream = $2::uuid${bounded ? " AND e.version < $4::int" : ""}
    ORDER BY e.version DESC LIMIT $3::int) x), '[]') AS events`

export const newest = (
  sql: SqlClient.SqlClient,
  record: string,
  stream: string,
  limit: number,
  before: number | undefined
): Effect.Effect<{ readonly events: ReadonlyArray<StoredEvent>; readonly total: number }, SqlError.SqlError> =>
  Effect.map(
    sql.unsafe<{ events: ReadonlyArray<StoredEvent>; total: number }>(
      newestText(before !== undefined),
      before === undefined ? [record, stream, limit] : [record, stream, limit, before]
    ),
    (rows) => rows[0] ?? { events: [], total: 0 }
  )

/** A stream from its first event on, for a replay. */
export const whole = (
  sql: SqlClient.SqlClient,
  record: string,
  stream: string
): Effect.Effect<ReadonlyArray<StoredEvent>, SqlError.SqlError> =>
  Effect.map(
    sql.unsafe<{ event: StoredEvent }>(
      `SELECT ${eventJson} AS event FROM event e LEFT JOIN personal p ON p.event = e.id
       WHERE e.record = $1::text AND e.stream = $2::uuid ORDER BY e.version`,
      [record, stream]
    ),
    (rows) => rows.map((row) => row.event)
  )
