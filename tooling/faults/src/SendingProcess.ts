import { randomUUID } from "node:crypto"
import { layer as outboundLayer, senders } from "@phakhi/outbound/Outbound"
import { enqueue } from "@phakhi/store/Outbox"
import * as Store from "@phakhi/store/Store"
import { start } from "@phakhi/store/Worker"
import { Cause, Effect, Exit, Fiber, Layer, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { mailOf, reminderOf, sealKeyOfSending } from "./SendingWork.ts"

/**
 * One of the processes that write business with messages in one transaction, and send what all of them have written. Without
 * owners it writes nothing, and ends when everything is sent.
 */
const Task = Schema.Struct({
  place: Schema.Struct({ folder: Schema.String, databaseUrl: Schema.optionalKey(Schema.String) }),
  smtpPort: Schema.Int,
  owners: Schema.Array(Schema.String)
})
const { owners, place, smtpPort } = Schema.decodeUnknownSync(Schema.fromJsonString(Task))(process.argv[2])

/** The last slot of such a clock was over long ago. */
const tenYears = 10 * 365 * 24 * 60 * 60

const from = { name: "ภาคี", address: "phakhi@example.org" }

const services = outboundLayer({
  allowPrivate: true,
  smtp: { host: "127.0.0.1", port: smtpPort, tls: false, from }
}).pipe(Layer.provideMerge(Store.layer({ ...place, sealKey: sealKeyOfSending, maxConnections: 6 })))

/** Every tenth is rolled back: nobody may hear of it. */
const business = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  for (let n = 1; ; n += 1) {
    const id = randomUUID()
    const owner = owners[n % owners.length] ?? ""
    const write = Effect.gen(function* () {
      yield* sql`INSERT INTO business (id, happened) VALUES (${id}::uuid, true)`
      yield* enqueue([
        { topic: "mail", payload: mailOf(id) },
        { topic: "webhook", payload: { owner, topic: "business", data: { id } } }
      ])
      if (n % 10 === 0) return yield* Effect.fail("rolled back" as const)
    })
    yield* Effect.catchIf(
      sql.withTransaction(write),
      (error) => error === "rolled back",
      () => Effect.void
    )
    yield* Effect.sleep("40 millis")
  }
})

const left = Effect.flatMap(
  SqlClient.SqlClient,
  (sql) => sql`SELECT 1 FROM outbox WHERE done_at IS NULL AND failed_at IS NULL LIMIT 1`
)

const untilSent = Effect.gen(function* () {
  while ((yield* left).length > 0) yield* Effect.sleep("50 millis")
})

const program = Effect.gen(function* () {
  const writes = owners.length > 0
  yield* start({
    senders,
    pollMillis: 100,
    tickSeconds: writes ? 1 : tenYears,
    sendSeconds: 2,
    leaseSeconds: 3,
    act: ({ after, upto }) => enqueue([{ topic: "mail", payload: mailOf(reminderOf(after, upto)) }])
  })
  yield* writes ? business : untilSent
}).pipe(Effect.scoped, Effect.provide(services))

const fiber = Effect.runFork(program)
process.once("SIGTERM", () => void Effect.runFork(Fiber.interrupt(fiber)))
fiber.addObserver((exit) => {
  if (Exit.isSuccess(exit) || Cause.hasInterruptsOnly(exit.cause)) process.exit(0)
  process.stderr.write(`${Cause.pretty(exit.cause)}\n`, () => process.exit(1))
})
