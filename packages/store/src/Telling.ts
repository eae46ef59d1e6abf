import type { Target } from "@phakhi/domain/engine/Handler"
import {
  manyNobodysDuties,
  manyWait,
  mostCounted,
  nobodysDuty,
  notified,
  type RolesChanged,
  reminderStages,
  toldApart
} from "@phakhi/domain/engine/Notification"
import { AccountId } from "@phakhi/domain/kernel/Actor"
import { Satang } from "@phakhi/domain/kernel/Money"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { bangkokDay, fromMillis, type IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { mandateFor, mandateMissing, organisationRecord } from "@phakhi/domain/parties/Organisation"
import { Clock, Effect, Option, Result, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { mailAtOnce } from "./NotificationMail.ts"
import { taskOpened } from "./TaskTopics.ts"
import { ableText, insteadText, nobodysText, thereText, waitingForText } from "./WhoIsTold.ts"

/*
 * What people are told, each message of the outbox once: of a task, those whom it waits for (`tellOfTask`); of an account, its
 * person (`tellOfAccount`); of roles that count from now on, or no longer, whoever has something to do by that (`tellOfRoles`).
 */

/** A task that somebody is to be told of, as it stands now. */
interface WaitingTask {
  readonly words_th: string
  readonly words_en: string
  readonly operation: string
  readonly target: Target | null
  readonly due: IsoDate | null
  readonly organisation: string | null
  readonly mandate: string | null
}

const waitingTaskText = `SELECT t.words_th, t.words_en, t.operation, t.target, t.due::text AS due, t.organisation, t.mandate
  FROM task t
  WHERE t.record = $1::text AND t.id = $2::uuid AND t.key = $3::text`

/**
 * Whether a notification `n` told of the task `t` as it is asked for now. A thing that stops waiting and waits again is told
 * anew only where its record declares a later beginning, or whoever is waited for has done it in between.
 */
const isOfThisAsking = `NOT (t.since_declared AND n.at < t.since) AND NOT EXISTS (
    SELECT FROM event e WHERE e.record = t.record AND e.stream = t.id AND e.recorded_at >= n.at
      AND e.cause->>'operation' = t.operation AND CASE WHEN t.account IS NULL
        THEN e.actor->>'organisation' = t.organisation::text ELSE e.actor->>'account' = t.account::text END)`

interface Said {
  readonly stage: string
  readonly words: string
}

/** Whether an account was told the same of the task `t` already. */
const wasTold = (account: string, { stage, words }: Said) => `EXISTS (
  SELECT FROM notification n WHERE n.record_id = t.id AND n.task = t.key AND n.record = t.record AND n.account = ${account}
    AND n.stage IS NOT DISTINCT FROM ${stage} AND n.words_th = ${words} AND ${isOfThisAsking})`

const isMuted = (account: string, kind: string) => `EXISTS (
  SELECT FROM notification_setting s WHERE s.account = ${account} AND ${kind} = ANY(s.muted))`

const waiting = "waiting AS (SELECT * FROM task WHERE record = $1::text AND id = $2::uuid AND key = $3::text)"

/** Whoever is told in the place of others is told in words of their own. */
const tellText = `WITH ${waiting},
  able AS (SELECT w.id FROM waiting t CROSS JOIN LATERAL (${ableText}) AS w),
  whom AS (SELECT id, $6::text AS words_th, $7::text AS words_en FROM able
    UNION ALL SELECT w.id, $10::text, $11::text FROM waiting t CROSS JOIN LATERAL (${insteadText}) AS w
    WHERE NOT EXISTS (SELECT FROM able)),
  told AS (INSERT INTO notification (account, source, kind, at, words_th, words_en, record, record_id, operation, target,
    task, stage)
  SELECT w.id, $4::uuid, $5::text, now(), w.words_th, w.words_en, $1::text, $2::uuid, $8::text, $9::jsonb, $3::text,
    $12::text
  FROM whom w CROSS JOIN waiting t
  WHERE NOT ${isMuted("w.id", "$5::text")} AND NOT ${wasTold("w.id", { stage: "$12::text", words: "w.words_th" })}
  ON CONFLICT (account, source) DO NOTHING RETURNING id, account)
  ${mailAtOnce}`

const whoIsAbleText = `WITH ${waiting} SELECT w.id FROM waiting t CROSS JOIN LATERAL (${ableText}) AS w`

/** By its own record and key: what is told of an organisation would be taken for the same on all records else. */
const mandateTask = "concat_ws('|', 'mandate', t.record, t.id, t.key)"

/** Tells whoever can give a mandate where the signature waits. One message tells this beside the signature itself. */
const tellOfMandateText = `WITH ${waiting},
  told AS (INSERT INTO notification (account, source, kind, at, words_th, words_en, record, record_id, operation, task)
  SELECT w.id, md5(concat_ws('|', $4::text, ${mandateTask}))::uuid, 'waiting', now(), $5::text, $6::text, 'organisation', t.organisation,
    'organisations.give-mandate', ${mandateTask}
  FROM waiting t CROSS JOIN LATERAL (${thereText}) AS w
  WHERE NOT ${isMuted("w.id", "'waiting'")} AND NOT EXISTS (SELECT FROM notification n
    WHERE n.record_id = t.organisation AND n.task = ${mandateTask} AND n.account = w.id AND ${isOfThisAsking})
  ON CONFLICT (account, source) DO NOTHING RETURNING id, account)
  ${mailAtOnce}`

interface TaskRef {
  readonly record: string
  readonly id: string
  readonly key: string
}

export interface AboutTask extends TaskRef {
  /** Set where somebody is reminded: the day that it was due, and the stage of reminding. */
  readonly due?: string
  readonly stage?: string
}

/** COL-5b: whether a signature waits for people who can sign, of whom none has a mandate for it today. */
const lacksMandate = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  { id, key, record }: TaskRef,
  { mandate, organisation }: WaitingTask
) {
  if (mandate === null || organisation === null) return false
  const [found] = yield* sql<{ state: unknown }>`SELECT state FROM record
    WHERE record = 'organisation' AND id = ${organisation}::uuid`
  const known = Schema.decodeUnknownOption(organisationRecord.State)(found?.state)
  if (Option.isNone(known)) return false
  const today = bangkokDay(Option.getOrThrow(fromMillis(yield* Clock.currentTimeMillis)))
  const able = yield* sql.unsafe<{ id: string }>(whoIsAbleText, [record, id, key])
  return (
    able.length > 0 &&
    !able.some((person) =>
      Result.isSuccess(mandateFor(known.value, AccountId.make(person.id), Satang.make(BigInt(mandate)), today))
    )
  )
})

const tellOfMandate = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  source: string,
  about: TaskRef,
  task: WaitingTask
) {
  if (!(yield* lacksMandate(sql, about, task))) return
  const { id, key, record } = about
  yield* sql.unsafe(tellOfMandateText, [record, id, key, source, mandateMissing.th, mandateMissing.en])
})

/**
 * Tells everyone for whom the task waits, or those who are told in their place, unless they have muted it or have been told
 * the same. Where a signature begins to wait and lacks a mandate, whoever can give one is told that. A task that waits no
 * longer is told to nobody.
 */
export const tellOfTask = Effect.fnUntraced(function* (source: string, about: AboutTask) {
  const sql = yield* SqlClient.SqlClient
  const { due: remindedOf, id, key, record, stage } = about
  const [task] = yield* sql.unsafe<WaitingTask>(waitingTaskText, [record, id, key])
  // A task that has gone, or is due another day by now, is no longer what was to be told.
  if (task === undefined || (remindedOf !== undefined && remindedOf !== task.due)) return
  const { due, operation, target, words_en, words_th } = task
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
  if (stage === undefined) yield* tellOfMandate(sql, source, about, task)
})

/**
 * Tells one person something about an account, whatever is muted: the own one, or one that they did something for. Whoever's
 * own account has ended is told nothing of others.
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
       ON CONFLICT (account, source) DO NOTHING RETURNING id, account)
     ${mailAtOnce}`,
    [account, source, words.th, words.en, about]
  )
})

/** A task that an account was not told of yet. */
interface Untold extends WaitingTask, TaskRef {
  readonly account: string
}

const untold = `t.record, t.id, t.key, t.operation, t.target, t.words_th, t.words_en, t.due::text AS due, t.organisation, t.mandate`

/** That the task `t` began is told by a message of its own, which is still to be sent. */
const isToBeTold = `EXISTS (SELECT FROM outbox o WHERE o.topic = '${taskOpened}' AND o.done_at IS NULL AND o.failed_at IS NULL
  AND o.payload->>'record' = t.record AND o.payload->>'id' = t.id::text AND o.payload->>'key' = t.key)`

/** What waits for the account `$1` by the roles `$2` that it has from now on. */
const gainedText = `SELECT $1::uuid AS account, ${untold} FROM (${waitingForText}) AS t
  WHERE NOT ${isMuted("$1::uuid", "'waiting'")} AND NOT ${isToBeTold}
    AND NOT ${wasTold("$1::uuid", { stage: "NULL", words: "t.words_th" })} LIMIT ${mostCounted + 1}`

const insteadUntold = `SELECT w.id FROM (${insteadText}) AS w
  WHERE NOT ${isMuted("w.id", "'waiting'")}
    AND NOT ${wasTold("w.id", { stage: "NULL", words: "t.words_th || $3::text" })}`

/** What nobody can do any more since the account `$1` lost the roles `$2`, for each who is told in their place. */
const lostText = `WITH nobodys AS (SELECT t.* FROM (${nobodysText}) AS t
    WHERE NOT ${isToBeTold} AND EXISTS (${insteadUntold}) LIMIT ${mostCounted + 1})
  SELECT w.id AS account, ${untold} FROM nobodys t CROSS JOIN LATERAL (${insteadUntold}) AS w`

const tellAllText = `WITH told AS (INSERT INTO notification (account, source, kind, at, words_th, words_en, record, record_id,
    operation, target, task)
  SELECT x.account, md5(concat_ws('|', $1::text, x.why, x.record, x.id, x.key))::uuid, 'waiting', now(), x.words_th, x.words_en, x.record, x.id, x.operation, x.target, x.key
  FROM jsonb_to_recordset($2::jsonb) AS x (account uuid, why text, record text, id uuid, key text, operation text, target jsonb,
    words_th text, words_en text)
  ON CONFLICT (account, source) DO NOTHING RETURNING id, account)
  ${mailAtOnce}`

interface Words {
  /** Why it is told: both can be told to one person by one message. */
  readonly why: "gained" | "lost"
  readonly one: (words: Wording) => Wording
  readonly many: (count: number) => Wording
}

/** One notification for each task, or for all of an account where there are many. */
const apartOrTogether = (found: ReadonlyArray<Untold>, { many, one, why }: Words) =>
  [...Map.groupBy(found, ({ account }) => account)].flatMap(([account, tasks]) => {
    const rows: ReadonlyArray<Partial<Untold> & { readonly account: string; readonly words: Wording }> =
      tasks.length > toldApart
        ? [{ account, words: many(tasks.length) }]
        : tasks.map((task) => ({ ...task, words: one({ th: task.words_th, en: task.words_en }) }))
    return rows.map(({ words, ...row }) => ({ ...row, why, words_th: words.th, words_en: words.en }))
  })

/**
 * ACT-1: whoever has roles from now on is told what waits for them by these; of what nobody can do since somebody lost
 * theirs, those are told who are told in their place.
 */
export const tellOfRoles = Effect.fnUntraced(function* (source: string, { account, gained, lost }: RolesChanged) {
  const sql = yield* SqlClient.SqlClient
  const waits = gained.length === 0 ? [] : yield* sql.unsafe<Untold>(gainedText, [account, JSON.stringify(gained)])
  const suffix = nobodysDuty({ th: "", en: "" }).th
  const nobodys = lost.length === 0 ? [] : yield* sql.unsafe<Untold>(lostText, [account, JSON.stringify(lost), suffix])
  const rows = [
    ...apartOrTogether(waits, { why: "gained", one: (words) => words, many: manyWait }),
    ...apartOrTogether(nobodys, { why: "lost", one: nobodysDuty, many: manyNobodysDuties })
  ]
  if (rows.length > 0) yield* sql.unsafe(tellAllText, [source, JSON.stringify(rows)])
  for (const task of waits) yield* tellOfMandate(sql, source, task, task)
})
