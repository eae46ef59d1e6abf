import { randomUUID } from "node:crypto"
import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import * as Outbox from "../src/Outbox.ts"

export const claim = Outbox.claim({ limit: 10, leaseSeconds: 30 })
export const numbers = (taken: ReadonlyArray<Outbox.Outgoing>) => taken.map(({ payload }) => payload["n"])
export const message = (topic: string, n: number, more: { readonly key?: string; readonly due?: string } = {}) => ({
  topic,
  payload: { n },
  ...more
})

/** Time passes for every message that waits. */
export const later = (interval: string) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.asVoid(sql`UPDATE outbox SET due = due - ${interval}::interval WHERE done_at IS NULL AND failed_at IS NULL`)
  )

export const waiting = (id: string) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.map(
      sql<{ seconds: number; reason: string | null; tries: number }>`SELECT tries, last_error AS reason,
        round(extract(epoch FROM due - now()))::int AS seconds FROM outbox WHERE id = ${id}::uuid`,
      (rows) => rows[0]
    )
  )

export const finished = (id: string) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.map(
      sql<{ done: boolean; failed: boolean }>`SELECT done_at IS NOT NULL AS done, failed_at IS NOT NULL AS failed
        FROM outbox WHERE id = ${id}::uuid`,
      (rows) => rows[0]
    )
  )

export const empty = Effect.flatMap(SqlClient.SqlClient, (sql) => Effect.asVoid(sql`DELETE FROM outbox`))

export const one = (topic = "t") =>
  Effect.gen(function* () {
    const id = randomUUID()
    yield* Outbox.enqueue([{ ...message(topic, 1), id }])
    const [taken] = yield* claim
    assert.strictEqual(taken?.id, id)
    return taken as Outbox.Outgoing
  })

export const answering = (answer: Effect.Effect<void, Outbox.Retry | Outbox.Permanent>) => ({
  senders: { t: { deliver: () => answer } }
})
