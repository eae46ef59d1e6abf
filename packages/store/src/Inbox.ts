import {
  defaultSettings,
  type NotificationPage,
  type NotificationSettings,
  readKeptYears
} from "@phakhi/domain/engine/Notification"
import { Effect } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { instantText } from "./Instants.ts"

/*
 * The inbox of a person: what they have been told, what of it they have read, and how they want to be told.
 */

/** The title of the record that a task is of, as it is now: a copy would outlast the erasure of a person's name (SEC-3). */
export const titleOfTask = `(SELECT CASE WHEN r.title_en IS NULL THEN json_build_object('th', r.title_th)
    ELSE json_build_object('th', r.title_th, 'en', r.title_en) END
  FROM record r WHERE n.kind <> 'account' AND r.record = n.record AND r.id = n.record_id)`

/** More unread ones than this are not counted one by one. */
const countedAtMost = 100

const listText = `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM notification
      WHERE account = $1::uuid AND read_at IS NULL LIMIT ${countedAtMost}) AS counted) AS unread,
  coalesce((SELECT json_agg(json_build_object('id', n.id, 'kind', n.kind, 'at', ${instantText("n.at")},
    'words', json_build_object('th', n.words_th, 'en', n.words_en),
    'about', ${titleOfTask},
    'record', n.record, 'recordId', n.record_id, 'operation', n.operation, 'target', n.target,
    'readAt', ${instantText("n.read_at")}))
  FROM (SELECT * FROM notification n WHERE n.account = $1::uuid AND (NOT $2::boolean OR n.read_at IS NULL)
    AND ($3::uuid IS NULL OR (n.at, n.id) < (SELECT at, id FROM notification WHERE id = $3::uuid AND account = $1::uuid))
    ORDER BY n.at DESC, n.id DESC LIMIT $4::int) AS n), '[]') AS data`

/** One's own notifications, newest first; `before` is the id of the last one seen. */
export const listNotifications = Effect.fnUntraced(function* (
  account: string,
  { before, limit, unread }: { readonly unread: boolean; readonly limit: number; readonly before?: string }
) {
  const sql = yield* SqlClient.SqlClient
  const [found = { unread: 0, data: [] }] = yield* sql.unsafe<Omit<NotificationPage, "next">>(listText, [
    account,
    unread,
    before ?? null,
    limit + 1
  ])
  const data = found.data.slice(0, limit)
  const next = found.data.length > limit ? (data.at(-1)?.id ?? null) : null
  return { ...found, data, next } satisfies NotificationPage
})

/** Marks one's own notifications as read, or as unread again; without ids, all of them. Answers how many changed. */
export const markRead = Effect.fnUntraced(function* (
  account: string,
  { ids, read }: { readonly ids?: ReadonlyArray<string>; readonly read: boolean }
) {
  const sql = yield* SqlClient.SqlClient
  const changed = yield* sql.unsafe(
    `UPDATE notification SET read_at = CASE WHEN $2::boolean THEN now() END
     WHERE account = $1::uuid AND (read_at IS NULL) = $2::boolean
       AND ($3::jsonb IS NULL OR id IN (SELECT value::uuid FROM jsonb_array_elements_text($3::jsonb))) RETURNING id`,
    [account, read, ids === undefined ? null : JSON.stringify(ids)]
  )
  return changed.length
})

export const readSettings = Effect.fnUntraced(function* (account: string) {
  const sql = yield* SqlClient.SqlClient
  const [found] = yield* sql<NotificationSettings>`SELECT mail, muted FROM notification_setting
    WHERE account = ${account}::uuid`
  return found ?? defaultSettings
})

export const writeSettings = Effect.fnUntraced(function* (account: string, { mail, muted }: NotificationSettings) {
  const sql = yield* SqlClient.SqlClient
  yield* sql.unsafe(
    `INSERT INTO notification_setting (account, mail, muted)
     VALUES ($1::uuid, $2::text, ARRAY(SELECT jsonb_array_elements_text($3::jsonb)))
     ON CONFLICT (account) DO UPDATE SET mail = excluded.mail, muted = excluded.muted`,
    [account, mail, JSON.stringify(muted)]
  )
})

/** As many as are removed at once; what is left over goes the next time. */
const mostForgotten = 10_000

/** Removes what was read years ago. What is unread stays, however old it is. */
export const forgetRead: Effect.Effect<void, SqlError.SqlError, SqlClient.SqlClient> = Effect.flatMap(
  SqlClient.SqlClient,
  (sql) =>
    Effect.asVoid(sql`DELETE FROM notification WHERE id IN (SELECT id FROM notification
      WHERE read_at < now() - make_interval(years => ${readKeptYears}::int) ORDER BY read_at LIMIT ${mostForgotten}::int)`)
)
