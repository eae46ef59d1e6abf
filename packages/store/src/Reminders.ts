import { reminderStages } from "@phakhi/domain/engine/Notification"
import type { IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { taskDue } from "./TaskTopics.ts"

/** As many reminders as one run of the clock writes; the next run goes on. */
const mostAtOnce = 1000

const remindText = `WITH stage AS (
    SELECT name, from_day FROM jsonb_to_recordset($1::jsonb) AS x (name text, from_day int)),
  ripe AS (
    SELECT t.record, t.id, t.key, t.due, (SELECT s.name FROM stage s WHERE s.from_day <= $2::date - t.due
      ORDER BY s.from_day DESC LIMIT 1) AS stage
    FROM task t WHERE t.due <= $2::date + $3::int
    ORDER BY t.due DESC, t.record, t.id, t.key),
  next AS (
    SELECT r.* FROM ripe r JOIN task t USING (record, id, key)
    WHERE t.reminded IS DISTINCT FROM r.stage LIMIT $4::int),
  noted AS (
    UPDATE task t SET reminded = n.stage FROM next n
    WHERE t.record = n.record AND t.id = n.id AND t.key = n.key
    RETURNING t.record, t.id, t.key, t.organisation, t.due, n.stage)
  INSERT INTO outbox (topic, owner, payload, created_at, due)
  SELECT '${taskDue}', organisation, jsonb_build_object('record', record, 'id', id, 'key', key, 'due', due, 'stage', stage), now(), now()
  FROM noted`

const earliest = Math.max(...reminderStages.map(({ fromDay }) => -fromDay))

/**
 * Writes the reminders that the day makes due, each once: what was noted on a task is not written again, and after a
 * time of standing still only the latest reminder of each task is. In the transaction of the clock.
 */
export const remind = Effect.fnUntraced(function* (today: IsoDate) {
  const sql = yield* SqlClient.SqlClient
  const stages = reminderStages.map(({ fromDay, name }) => ({ name, from_day: fromDay }))
  yield* sql.unsafe(remindText, [JSON.stringify(stages), today, earliest, mostAtOnce])
})
