import { defaultSettings, mostInMail, type Notification } from "@phakhi/domain/engine/Notification"
import type { IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { titleOfTask } from "./Inbox.ts"
import { notificationMail } from "./TaskTopics.ts"

/*
 * What is mailed of notifications. A message of the outbox stands for one mail: `mailAtOnce` writes one for each notification
 * to whoever wants it so, `digest` one a day for what has not been read. What it tells is taken when it is sent for the first
 * time: `toMail` marks each notification with the mail that tells it, `markMailed` that it went out, and `leaveToNextMail` gives
 * back what did not.
 */

/** The organisation of an account: its administrators are shown what cannot be sent. */
const ownerOf = (account: string) => `(SELECT a.owner FROM record a WHERE a.record = 'account' AND a.id = ${account})`

/** Whoever wants a mail for each notification gets one for each that was just written; to be put after a CTE `told`. */
export const mailAtOnce = `INSERT INTO outbox (topic, owner, payload, created_at, due)
  SELECT '${notificationMail}', ${ownerOf("told.account")},
    jsonb_build_object('account', told.account, 'notification', told.id), now(), now()
  FROM told JOIN notification_setting s ON s.account = told.account AND s.mail = 'each'`

/** What the account `a` is mailed: who cannot come in, what was done to the own account, and nothing else. */
const isMailed = `a.state->'personal' ? 'email'
  AND (a.status = 'active' OR (n.kind = 'account' AND n.record_id = a.id))`

/** As many mails as one run of the clock writes; the next run goes on. */
const mostDigests = 500

const digestText = `WITH ready AS (
    SELECT n.account FROM notification n JOIN record a ON a.record = 'account' AND a.id = n.account
    LEFT JOIN notification_setting s ON s.account = n.account
    WHERE n.read_at IS NULL AND n.mailed_at IS NULL AND n.mailed_with IS NULL AND coalesce(s.mail, $2::text) = 'daily'
      AND coalesce(s.digested_on < $1::date, TRUE) AND ${isMailed}
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

/** Whose mail it is, and the notification that it was written for, if it was for one: that is mailed though it was read. */
export interface AboutMail {
  readonly account: string
  readonly notification?: string
}

export interface ToMail {
  readonly name: string
  readonly email: string
  readonly told: ReadonlyArray<Pick<Notification, "words" | "about" | "record" | "recordId" | "operation" | "target">>
  /** How many more wait for another mail. */
  readonly more: number
}

const takeText = `UPDATE notification SET mailed_with = $1::uuid
  WHERE NOT EXISTS (SELECT FROM notification WHERE mailed_with = $1::uuid)
    AND id IN (SELECT n.id FROM notification n JOIN record a ON a.record = 'account' AND a.id = n.account
      WHERE n.account = $2::uuid AND n.mailed_at IS NULL AND n.mailed_with IS NULL
        AND (n.read_at IS NULL OR n.id = $3::uuid) AND ${isMailed}
      ORDER BY n.id IS NOT DISTINCT FROM $3::uuid DESC, n.at, n.id LIMIT ${mostInMail} FOR UPDATE OF n)`

const giveBackText = `UPDATE notification n SET mailed_with = NULL FROM record a
  WHERE n.mailed_with = $1::uuid AND n.mailed_at IS NULL AND a.record = 'account' AND a.id = n.account AND NOT (${isMailed})`

const toMailText = `SELECT a.state->'personal'->>'name' AS name, a.state->'personal'->>'email' AS email,
  (SELECT count(*)::int FROM notification n WHERE n.account = a.id AND n.read_at IS NULL AND n.mailed_at IS NULL
    AND n.mailed_with IS NULL AND ${isMailed}) AS more,
  coalesce((SELECT json_agg(json_build_object('words', json_build_object('th', n.words_th, 'en', n.words_en),
    'about', ${titleOfTask},
    'record', n.record, 'recordId', n.record_id, 'operation', n.operation, 'target', n.target) ORDER BY n.at, n.id)
  FROM notification n WHERE n.mailed_with = $1::uuid AND n.account = a.id), '[]') AS told
  FROM record a WHERE a.record = 'account' AND a.id = $2::uuid
    AND EXISTS (SELECT FROM notification n WHERE n.mailed_with = $1::uuid AND n.account = a.id
      AND (n.read_at IS NULL OR n.id = $3::uuid) AND n.mailed_at IS NULL AND ${isMailed})`

/** What a mail did not bring waits for the next one. */
export const leaveToNextMail = Effect.fnUntraced(function* (message: string) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`UPDATE notification SET mailed_with = NULL WHERE mailed_with = ${message}::uuid AND mailed_at IS NULL`
})

/**
 * What the mail tells: at its first try it takes what is unread and in no other mail, and keeps that at every further
 * one, as far as its person may be mailed it by then. So two mails never tell the same, and a repetition with the same id
 * says nothing that the first one did not. Nothing where all of it has been read or mailed by now, or is not to be mailed.
 */
export const toMail = Effect.fnUntraced(function* (message: string, { account, notification }: AboutMail) {
  const sql = yield* SqlClient.SqlClient
  return yield* sql.withTransaction(
    Effect.gen(function* () {
      // Another try of the same mail waits here, and then finds what this one has taken.
      yield* sql`SELECT 1 FROM outbox WHERE id = ${message}::uuid FOR UPDATE`
      const asked = [message, account, notification ?? null]
      yield* sql.unsafe(takeText, asked)
      yield* sql.unsafe(giveBackText, [message])
      const [found] = yield* sql.unsafe<ToMail>(toMailText, asked)
      if (found === undefined) yield* leaveToNextMail(message)
      return found
    })
  )
})

export const markMailed = Effect.fnUntraced(function* (message: string) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`UPDATE notification SET mailed_at = now() WHERE mailed_with = ${message}::uuid AND mailed_at IS NULL`
})
