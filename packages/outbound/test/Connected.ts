import { randomUUID } from "node:crypto"
import type { ServerResponse } from "node:http"
import { claim, enqueue } from "@phakhi/store/Outbox"
import { attempt } from "@phakhi/store/Worker"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { Webhook } from "standardwebhooks"
import { senders } from "../src/Outbound.ts"
import { Webhooks } from "../src/Webhooks.ts"
import { type Arrived, type Receiver, receiver } from "./Receiver.ts"

export const topics = ["report.submitted"]

export const publish = (
  owner: string,
  data: { readonly [field: string]: unknown } = { n: 1 },
  topic = "report.submitted"
) =>
  Effect.gen(function* () {
    const id = randomUUID()
    yield* enqueue([{ id, topic: "webhook", payload: { owner, topic, data } }])
    return id
  })

/** Sends what is due, and what comes of it, until nothing is due any more. */
export const drain = Effect.gen(function* () {
  for (;;) {
    const taken = yield* claim({ limit: 10, leaseSeconds: 30 })
    if (taken.length === 0) return
    yield* Effect.forEach(taken, (message) => attempt(message, { senders }), { discard: true })
  }
}).pipe(Effect.orDie)

export const nextTry = Effect.flatMap(SqlClient.SqlClient, (sql) =>
  Effect.andThen(sql`UPDATE outbox SET due = now() WHERE done_at IS NULL AND failed_at IS NULL`, drain)
)

export const verified = (secret: string, { body, headers }: Arrived) =>
  new Webhook(secret).verify(body, headers as Record<string, string>)

/** A receiver and an owner with one endpoint there. */
export const connected = (answer?: (response: ServerResponse) => void) =>
  Effect.gen(function* () {
    const there = yield* receiver(answer)
    const { endpoints } = yield* Webhooks
    const owner = randomUUID()
    const { id, secret } = yield* endpoints.create(owner, { name: "ระบบสารบรรณ", url: there.url, topics })
    return { there, owner, id, secret }
  })

export const idOf = ({ arrived }: Receiver, index = 0) => String(arrived[index]?.headers["webhook-id"])
