import type { StoredEvent } from "@phakhi/domain/engine/Event"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { type Beside, withPersonal } from "./Chain.ts"
import { instantText } from "./Instants.ts"

/** What is kept beside an event of the personal data in it. */
export const besideJson = `(SELECT coalesce(json_agg(json_build_object('place', p.place, 'subject', p.subject, 'data', p.data,
  'erasedAt', ${instantText("p.erased_at")}, 'erasure', p.erasure)), '[]') FROM personal p WHERE p.event = e.id)`

const eventJson = `json_build_object('id', e.id, 'record', e.record, 'stream', e.stream, 'version', e.version,
  'type', e.type, 'schemaVersion', e.schema_version, 'at', ${instantText("e.at")},
  'recordedAt', ${instantText("e.recorded_at")}, 'actor', e.actor, 'cause', e.cause,
  'data', e.data, 'beside', CASE WHEN e.personal IS NULL THEN '[]' ELSE ${besideJson} END,
  'prevHash', e.prev_hash, 'hash', e.hash)`

const newestText = (bounded: boolean): string => `SELECT
  coalesce((SELECT version FROM record WHERE record = $1::text AND id = $2::uuid), 0) AS total,
  coalesce((SELECT json_agg(x.event) FROM (SELECT ${eventJson} AS event
    FROM event e
    WHERE e.record = $1::text AND e.stream = $2::uuid${bounded ? " AND e.version < $4::int" : ""}
    ORDER BY e.version DESC LIMIT $3::int) x), '[]') AS events`

type Read = StoredEvent & { readonly beside: ReadonlyArray<Beside> }

/** An event with its personal data put back, as far as it is not erased. */
const putBack = ({ beside, ...event }: Read): StoredEvent =>
  beside.length === 0 ? event : { ...event, data: withPersonal(event.data, beside) }

export const newest = (
  sql: SqlClient.SqlClient,
  record: string,
  stream: string,
  limit: number,
  before: number | undefined
): Effect.Effect<{ readonly events: ReadonlyArray<StoredEvent>; readonly total: number }, SqlError.SqlError> =>
  Effect.map(
    sql.unsafe<{ events: ReadonlyArray<Read>; total: number }>(
      newestText(before !== undefined),
      before === undefined ? [record, stream, limit] : [record, stream, limit, before]
    ),
    ([found]) => ({ events: (found?.events ?? []).map(putBack), total: found?.total ?? 0 })
  )

/** A stream from its first event on, for a replay. */
export const whole = (
  sql: SqlClient.SqlClient,
  record: string,
  stream: string
): Effect.Effect<ReadonlyArray<StoredEvent>, SqlError.SqlError> =>
  Effect.map(
    sql.unsafe<{ event: Read }>(
      `SELECT ${eventJson} AS event FROM event e
       WHERE e.record = $1::text AND e.stream = $2::uuid ORDER BY e.version`,
      [record, stream]
    ),
    (rows) => rows.map(({ event }) => putBack(event))
  )
