import type { Target } from "@phakhi/domain/engine/Handler"
import {
  defaultSettings,
  mandateMissing,
  mostInMail,
  type Notification,
  type NotificationPage,
  type NotificationSettings,
  nobodysDuty,
  notified,
  readKeptYears,
  reminderStages
} from "@phakhi/domain/engine/Notification"
import { AccountId, administering } from "@phakhi/domain/kernel/Actor"
import { Satang } from "@phakhi/domain/kernel/Money"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { bangkokDay, fromMillis, type IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { mandateFor, organisationRecord } from "@phakhi/domain/parties/Organisation"
import { Clock, Effect, Option, Result, Schema } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { instantText } from "./Instants.ts"
import { notificationMail } from "./TaskTopics.ts"

/** A task that somebody is to be told of, as it stands now. */
interface Standing {
  readonly words_th: string
  readonly words_en: string
  readonly operation: string
  readonly target: Target | null
  readonly due: IsoDate | null
  readonly organisation: string | null
  readonly mandate: string | null
}

const standingText = `SELECT t.words_th, t.words_en, t.operation, t.target, t.due::text AS due, t.organisation, t.mandate
  FROM task t
  WHERE t.record = $1::text AND t.id = $2::uuid AND t.key = $3::text`

/** The organisation of an account: its administrators are shown what cannot be sent. */
const ownerOf = (account: string) => `(SELECT a.owner FROM record a WHERE a.record = 'account' AND a.id = ${account})`

/** Whoever wants a mail for each notification gets one for those just told. */
const mailAtOnce = `INSERT INTO outbox (topic, owner, payload, created_at, due)
  SELECT '${notificationMail}', ${ownerOf("told.account")}, jsonb_build_object('account', told.account), now(), now()
  FROM told JOIN notification_setting s ON s.account = told.account AND s.mail = 'each'`

/** The accounts in an organisation that hold one of the roles by which people are looked after. */
const administratorsIn = (organisation: string) => `a.state->>'organisation' = ${organisation}::text
    AND EXISTS (SELECT FROM jsonb_array_elements_text(a.state->'roles') AS held (role)
      WHERE held.role IN (${administering.map((role) => `'${role}'`).join(", ")}))`

/**
 * The same table as `toTell` of the domain: whoever the task waits for, or, where that is nobody, the administrators of the
 * organisation that is waited for, or else those of the agency that owns the record.
 */
const whomText = `waiting AS (SELECT * FROM task WHERE record = $1::text AND id = $2::uuid AND key = $3::text),
  active AS (SELECT id, state FROM record WHERE record = 'account' AND status = 'active'),
  able AS (SELECT a.id FROM waiting t JOIN active a
    ON (a.id = t.account OR (t.account IS NULL AND a.state->>'organisation' = t.organisation::text))
    AND EXISTS (SELECT FROM jsonb_array_elements_text(
        CASE WHEN t.account IS NULL THEN a.state->'roles' ELSE a.state->'roles' || '["public"]' END) AS held (role)
      WHERE held.role = ANY(t.roles) AND NOT (held.role || ':' || a.id = ANY(t.except_for)))),
  there AS (SELECT a.id FROM waiting t JOIN active a ON ${administratorsIn("t.organisation")}),
  owning AS (SELECT a.id FROM waiting t JOIN active a ON ${administratorsIn("t.owner")}),
  instead AS (SELECT id FROM there UNION ALL SELECT id FROM owning WHERE NOT EXISTS (SELECT FROM there))`

/**
 * Tells those whom the task is told to, unless they have muted it or have been told the same: a thing that stops waiting
 * and waits again is told anew only where it was done in between. Whoever is told in the place of others is told in
 * words of their own.
 */
const tellText = `WITH ${whomText},
  whom AS (SELECT id, $6::text AS words_th, $7::text AS words_en FROM able
    UNION ALL SELECT id, $10::text, $11::text FROM instead WHERE NOT EXISTS (SELECT FROM able)),
  told AS (INSERT INTO notification (account, source, kind, at, words_th, words_en, record, record_id, operation, target,
    task, stage)
  SELECT w.id, $4::uuid, $5::text, now(), w.words_th, w.words_en, $1::text, $2::uuid, $8::text, $9::jsonb, $3::text,
    $12::text
  FROM whom w CROSS JOIN waiting t LEFT JOIN notification_setting s ON s.account = w.id
  WHERE NOT coalesce($5::text = ANY(s.muted), FALSE) AND NOT EXISTS (
    SELECT FROM notification n WHERE n.record_id = t.id AND n.task = t.key AND n.record = t.record AND n.account = w.id
      AND n.stage IS NOT DISTINCT FROM $12::text AND n.words_th = w.words_th AND NOT EXISTS (
        SELECT FROM event e WHERE e.record = t.record AND e.stream = t.id AND e.recorded_at >= n.at
          AND e.cause->>'operation' = t.operation AND CASE WHEN t.account IS NULL
            THEN e.actor->>'organisation' = t.organisation::text ELSE e.actor->>'account' = t.account::text END))
  ON CONFLICT (account, source) DO NOTHING RETURNING account)
  ${mailAtOnce}`

const ableText = `WITH ${whomText} SELECT id FROM able`

/** Tells the administrators who can give a mandate; that it is for the same message as the task makes its source another one. */
const tellOfMandateText = `WITH ${whomText},
  told AS (INSERT INTO notification (account, source, kind, at, words_th, words_en, record, record_id, operation, task)
  SELECT i.id, md5($4::text || ' mandate')::uuid, 'waiting', now(), $5::text, $6::text, 'organisation', t.organisation,
    'organisations.give-mandate', $3::text
  FROM instead i CROSS JOIN waiting t LEFT JOIN notification_setting s ON s.account = i.id
  WHERE NOT coalesce('waiting' = ANY(s.muted), FALSE)
  ON CONFLICT (account, source) DO NOTHING RETURNING account)
  ${mailAtOnce}`

export interface AboutTask {
  readonly record: string
  readonly id: string
  readonly key: string
  /** Set where somebody is reminded: the day that it was due, and the stage of reminding. */
  readonly due?: string
  readonly stage?: string
}

/** COL-5b: whether a signature waits for people of whom none has a mandate for it today. */
const lacksMandate = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  { id, key, record }: Pick<AboutTask, "id" | "key" | "record">,
  { mandate, organisation }: Standing
) {
  if (mandate === null || organisation === null) return false
  const [found] = yield* sql<{ state: unknown }>`SELECT state FROM record
    WHERE record = 'organisation' AND id = ${organisation}::uuid`
  const known = Schema.decodeUnknownOption(organisationRecord.State)(found?.state)
  if (Option.isNone(known)) return false
  const today = bangkokDay(Option.getOrThrow(fromMillis(yield* Clock.currentTimeMillis)))
  const able = yield* sql.unsafe<{ id: string }>(ableText, [record, id, key])
  return !able.some((person) =>
    Result.isSuccess(mandateFor(known.value, AccountId.make(person.id), Satang.make(BigInt(mandate)), today))
  )
})

/**
 * Tells everyone for whom the task waits, each once for each message of the outbox; where a signature lacks a mandate,
 * whoever can give it too. A task that waits no longer is told to nobody.
 */
export const tellOfTask = Effect.fnUntraced(function* (
  source: string,
  { due: remindedOf, id, key, record, stage }: AboutTask
) {
  const sql = yield* SqlClient.SqlClient
  const [standing] = yield* sql.unsafe<Standing>(standingText, [record, id, key])
  // A task that has gone, or is due another day by now, is no longer what was to be told.
  if (standing === undefined || (remindedOf !== undefined && remindedOf !== standing.due)) return
  const { due, operation, target, words_en, words_th } = standing
  const { kind, words } = notified(
    { th: words_th, en: words_en },
    due,
    reminderStages.find(({ name }) => name === stage)
  )
  const instead = nobodysDuty(words)
  yield* sql.unsafe(tellText, [
    ...[record, id, key, source, kind, words.th, words.en, operation],
    ...[target === null ? null : JSON.stringify(target), instead.th, instead.en, stage ?? null]
  ])
  if (yield* lacksMandate(sql, { record, id, key }, standing))
    yield* sql.unsafe(tellOfMandateText, [record, id, key, source, mandateMissing.th, mandateMissing.en])
})

/**
 * Tells one person something about an account, whatever is muted: the own one, or one that they did something for. Whose
 * account has ended learns of that one alone.
 */
export const tellOfAccount = Effect.fnUntraced(function* (
  source: string,
  { about, account, words }: { readonly account: string; readonly about: string; readonly words: Wording }
) {
  const sql = yield* SqlClient.SqlClient
  yield* sql.unsafe(
    `WITH told AS (INSERT INTO notification (account, source, kind, at, words_th, words_en, record, record_id)
       SELECT a.id, $2::uuid, 'account', now(), $3::text, $4::text, 'account', $5::uuid
       FROM record a WHERE a.record = 'account' AND a.id = $1::uuid AND (a.status <> 'ended' OR a.id = $5::uuid)
       ON CONFLICT (account, source) DO NOTHING RETURNING account)
     ${mailAtOnce}`,
    [account, source, words.th, words.en, about]
  )
})

/** The title of the record that a task is of, as it is now: a copy would outlast the erasure of a person's name (SEC-3). */
const titleOfTask = `(SELECT CASE WHEN r.title_en IS NULL THEN json_build_object('th', r.title_th)
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

/** As many mails as one run of the clock writes; the next run goes on. */
const mostDigests = 500

const digestText = `WITH ready AS (
    SELECT n.account FROM notification n LEFT JOIN notification_setting s ON s.account = n.account
    WHERE n.read_at IS NULL AND n.mailed_at IS NULL AND n.mailed_with IS NULL AND coalesce(s.mail, $2::text) = 'daily'
      AND coalesce(s.digested_on < $1::date, TRUE)
    GROUP BY n.account LIMIT ${mostDigests}),
  noted AS (
    INSERT INTO notification_setting AS s (account, mail, muted, digested_on)
    SELECT account, $2::text, '{}', $1::date FROM ready
    ON CONFLICT (account) DO UPDATE SET digested_on = excluded.digested_on RETURNING account)
  INSERT INTO outbox (topic, owner, payload, created_at, due)
  SELECT '${notificationMail}', ${ownerOf("noted.account")}, jsonb_build_object('account', account), now(), now() FROM noted`

/** Writes one mail a day for each person who wants it so and has something unread. In the transaction of the clock. */
export const digest = Effect.fnUntraced(function* (today: IsoDate) {
  const sql = yield* SqlClient.SqlClient
  yield* sql.unsafe(digestText, [today, defaultSettings.mail])
})

export interface ToMail {
  readonly name: string
  readonly email: string
  readonly told: ReadonlyArray<Pick<Notification, "words" | "about" | "record" | "recordId" | "operation" | "target">>
  /** How many more wait for another mail. */
  readonly more: number
}

/** Whoever cannot come in is mailed what was done to their own account, and nothing else. */
const isMailedTo = (account: string) =>
  `(${account}.status = 'active' OR (n.kind = 'account' AND n.record_id = ${account}.id))`

const toMailText = `SELECT a.state->'personal'->>'name' AS name, a.state->'personal'->>'email' AS email,
  (SELECT count(*)::int FROM notification n WHERE n.account = a.id AND n.read_at IS NULL AND n.mailed_at IS NULL
    AND n.mailed_with IS NULL AND ${isMailedTo("a")}) AS more,
  coalesce((SELECT json_agg(json_build_object('words', json_build_object('th', n.words_th, 'en', n.words_en),
    'about', ${titleOfTask},
    'record', n.record, 'recordId', n.record_id, 'operation', n.operation, 'target', n.target) ORDER BY n.at, n.id)
  FROM notification n WHERE n.mailed_with = $2::uuid AND n.account = a.id), '[]') AS told
  FROM record a WHERE a.record = 'account' AND a.id = $1::uuid AND a.state->'personal' ? 'email'
    AND EXISTS (SELECT FROM notification n WHERE n.mailed_with = $2::uuid AND n.account = a.id AND n.read_at IS NULL
      AND n.mailed_at IS NULL AND ${isMailedTo("a")})`

/**
 * What the mail tells: at its first try it takes what is unread and in no other mail, and keeps that at every further
 * one. So two mails never tell the same, and a repetition with the same id says what the first one said. Nothing where
 * all of it has been read or mailed by now.
 */
export const toMail = Effect.fnUntraced(function* (message: string, account: string) {
  const sql = yield* SqlClient.SqlClient
  return yield* sql.withTransaction(
    Effect.gen(function* () {
      // Another try of the same mail waits here, and then finds what this one has taken.
      yield* sql`SELECT 1 FROM outbox WHERE id = ${message}::uuid FOR UPDATE`
      yield* sql`UPDATE notification SET mailed_with = ${message}::uuid
        WHERE NOT EXISTS (SELECT FROM notification WHERE mailed_with = ${message}::uuid)
          AND id IN (SELECT n.id FROM notification n JOIN record a ON a.record = 'account' AND a.id = n.account
            WHERE n.account = ${account}::uuid AND n.read_at IS NULL AND n.mailed_at IS NULL AND n.mailed_with IS NULL
              AND ${sql.literal(isMailedTo("a"))}
            ORDER BY n.at, n.id LIMIT ${mostInMail}::int FOR UPDATE OF n)`
      const [found] = yield* sql.unsafe<ToMail>(toMailText, [account, message])
      return found
    })
  )
})

export const markMailed = Effect.fnUntraced(function* (message: string) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`UPDATE notification SET mailed_at = now() WHERE mailed_with = ${message}::uuid AND mailed_at IS NULL`
})

/** What a mail did not bring waits for the next one. */
export const leaveToNextMail = Effect.fnUntraced(function* (message: string) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`UPDATE notification SET mailed_with = NULL WHERE mailed_with = ${message}::uuid AND mailed_at IS NULL`
})

/** Removes what was read years ago. What is unread stays, however old it is. */
export const forgetRead: Effect.Effect<void, SqlError.SqlError, SqlClient.SqlClient> = Effect.flatMap(
  SqlClient.SqlClient,
  (sql) =>
    Effect.asVoid(sql`DELETE FROM notification WHERE read_at < now() - make_interval(years => ${readKeptYears}::int)`)
)
