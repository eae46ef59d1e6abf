import { Effect } from "effect"
import type { SqlClient } from "effect/sql"
import { type Collector, type FindingKind, mostFindings } from "./Findings.ts"
import { notificationMail, taskDue, taskOpened } from "./TaskTopics.ts"

/*
 * What stands beside the log for whoever works with it: tasks, messages, notices and answers. Each is of something that is
 * there, and where it repeats what the log says, it says the same.
 */

const strayTasks = `SELECT 'task ' || t.record || ' ' || t.id || ' ' || t.key AS object, 'waits on a record that is not there' AS detail
  FROM task t WHERE NOT EXISTS (SELECT FROM record r WHERE r.record = t.record AND r.id = t.id)`

/** Who sent it: the same as `senderOf` of the domain. */
const sender = "coalesce(e.actor->>'account', e.actor->>'visitor', e.actor->>'kind')"

const answers = `SELECT 'answer ' || i.sender || ' ' || i.key AS object, 'is remembered for what no event says' AS detail
  FROM idempotency i WHERE NOT EXISTS (SELECT FROM event e
    WHERE e.record = i.record AND e.stream = i.stream AND e.version = i.version AND ${sender} = i.sender
      AND e.cause->>'operation' = i.operation AND e.cause->>'key' = i.key AND e.recorded_at = i.at)`

/** Without it, the same could be sent and done twice. */
const forgotten = `SELECT DISTINCT 'answer ' || ${sender} || ' ' || (e.cause->>'key') AS object, 'is not remembered' AS detail
  FROM event e WHERE e.cause ? 'key' AND NOT EXISTS (SELECT FROM idempotency i
    WHERE i.sender = ${sender} AND i.key = e.cause->>'key')`

const messages = `SELECT 'message ' || o.id AS object, 'tells of what is not there' AS detail FROM outbox o WHERE CASE
    WHEN o.topic IN ('${taskOpened}', '${taskDue}') THEN NOT EXISTS (SELECT FROM record r
        WHERE r.record = o.payload->>'record' AND r.id::text = o.payload->>'id') OR NOT o.payload ? 'key'
      OR EXISTS (SELECT FROM task t WHERE t.record = o.payload->>'record' AND t.id::text = o.payload->>'id'
        AND t.key = o.payload->>'key' AND t.organisation IS DISTINCT FROM o.owner)
    WHEN o.topic = '${notificationMail}' THEN NOT EXISTS (SELECT FROM record a
        WHERE a.record = 'account' AND a.id::text = o.payload->>'account' AND a.owner IS NOT DISTINCT FROM o.owner)
      OR (o.payload ? 'notification' AND o.done_at IS NULL AND NOT EXISTS (SELECT FROM notification n
        WHERE n.id::text = o.payload->>'notification' AND n.account::text = o.payload->>'account'))
    ELSE FALSE END`

const notices = `SELECT 'notice ' || n.id AS object, 'tells of what is not there' AS detail FROM notification n
  WHERE NOT EXISTS (SELECT FROM record a WHERE a.record = 'account' AND a.id = n.account)
    OR (n.record IS NOT NULL AND NOT EXISTS (SELECT FROM record r WHERE r.record = n.record AND r.id = n.record_id))`

const looks: ReadonlyArray<readonly [FindingKind, string]> = [
  ["task-differs", strayTasks],
  ["answer-unfounded", answers],
  ["answer-unfounded", forgotten],
  ["message-unfounded", messages],
  ["message-unfounded", notices]
]

export const verifyBeside = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, found: Collector) {
  for (const [kind, text] of looks) {
    const rows = yield* sql.unsafe<{ object: string; detail: string }>(
      `SELECT object, detail FROM (${text}) AS found ORDER BY object LIMIT ${mostFindings}`
    )
    found.addAll(rows.map((row) => ({ kind, ...row })))
  }
})
