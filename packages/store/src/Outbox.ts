import { Effect } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

export interface Outgoing {
  /** The same for every attempt: the receiver can tell a repetition by it. */
  readonly id: string
  readonly topic: string
  readonly payload: { readonly [field: string]: unknown }
}

/**
 * Takes the oldest unsent message for a while. Only the very first may be taken, so the order holds across processes;
 * one whose taker died is free again when its time is over.
 */
const claim = (sql: SqlClient.SqlClient) =>
  sql<{ id: bigint; topic: string; payload: Outgoing["payload"] }>`
    UPDATE outbox SET claimed_until = now() + interval '60 seconds'
    WHERE id = (SELECT id FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE)
      AND sent_at IS NULL AND (claimed_until IS NULL OR claimed_until < now())
    RETURNING id, topic, payload`

/**
 * Sends what waits, oldest first, and marks each as sent. It stops at the first failure, to begin there the next time:
 * every message is sent at least once and never before its predecessor. Answers how many were sent.
 */
export const drain = <E, R>(
  send: (message: Outgoing) => Effect.Effect<void, E, R>
): Effect.Effect<number, E | SqlError.SqlError, R | SqlClient.SqlClient> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    let sent = 0
    while (true) {
      const next = (yield* claim(sql))[0]
      if (next === undefined) return sent
      const id = next.id.toString()
      const release = sql`UPDATE outbox SET claimed_until = NULL WHERE id = ${id}::bigint`
      yield* send({ id, topic: next.topic, payload: next.payload }).pipe(Effect.onError(() => Effect.ignore(release)))
      yield* sql`UPDATE outbox SET sent_at = now() WHERE id = ${id}::bigint AND sent_at IS NULL`
      sent += 1
    }
  })
