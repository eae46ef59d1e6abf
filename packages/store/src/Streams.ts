import type { StoredEvent } from "@phakhi/domain/engine/Event"
import type { HistoryRequest, Seen } from "@phakhi/domain/engine/EventStore"
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

type Read = StoredEvent & { readonly beside: ReadonlyArray<Beside> }

/** An event with its personal data put back, as far as it is not erased. */
const putBack = ({ beside, ...event }: Read): StoredEvent =>
  beside.length === 0 ? event : { ...event, data: withPersonal(event.data, beside) }

const array = (values: ReadonlyArray<string>): string => `{${values.join(",")}}`

/** The same choice that the domain's own store makes of `seen`. */
const shown = ({ own, types }: Seen, bind: (value: string) => string): string => {
  const ofTypes = (names: ReadonlyArray<string>) => `e.type = ANY(${bind(array(names))}::text[])`
  return own === undefined
    ? ofTypes(types)
    : `(${ofTypes(types)} OR (${ofTypes(own.types)} AND e.actor->>'organisation' = ${bind(own.organisation)}))`
}

const newestText = (record: string, stream: string, { before, limit, seen }: HistoryRequest) => {
  const params: Array<string | number> = [record, stream, limit]
  const bind = (value: string | number) => `$${params.push(value)}`
  const ofStream = "e.record = $1::text AND e.stream = $2::uuid"
  const visible = seen === undefined ? ofStream : `${ofStream} AND ${shown(seen, bind)}`
  const total =
    seen === undefined
      ? "coalesce((SELECT version FROM record WHERE record = $1::text AND id = $2::uuid), 0)"
      : `(SELECT count(*)::int FROM event e WHERE ${visible})`
  const text = `SELECT ${total} AS total,
    coalesce((SELECT json_agg(x.event) FROM (SELECT ${eventJson} AS event
      FROM event e
      WHERE ${visible}${before === undefined ? "" : ` AND e.version < ${bind(before)}::int`}
      ORDER BY e.version DESC LIMIT $3::int) x), '[]') AS events`
  return { text, params }
}

/** The newest events of a stream that are asked for, and how many of these there are in all. */
export const newest = (
  sql: SqlClient.SqlClient,
  record: string,
  stream: string,
  request: HistoryRequest
): Effect.Effect<{ readonly events: ReadonlyArray<StoredEvent>; readonly total: number }, SqlError.SqlError> => {
  const { params, text } = newestText(record, stream, request)
  return Effect.map(sql.unsafe<{ events: ReadonlyArray<Read>; total: number }>(text, params), ([found]) => ({
    events: (found?.events ?? []).map(putBack),
    total: found?.total ?? 0
  }))
}

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
