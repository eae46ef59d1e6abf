import { enqueue, type Outgoing, Permanent, sendAgain as sendMessageAgain } from "@phakhi/store/Outbox"
import { type CodedRow, valuesIn } from "@phakhi/store/RowCodes"
import { Clock, Effect, Schema } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { codedEndpoints } from "./CodedRows.ts"
import { EndpointUnknown, everyOf, everything, failuresUntilDisabled } from "./Endpoints.ts"
import { signedHeaders } from "./Signature.ts"
import { deliveryTopic } from "./Topics.ts"
import type { Outcome, Posting } from "./WebhookRequest.ts"

/** What a message of the topic `webhook` carries: what the owner may see of what happened. */
export const Published = Schema.Struct({
  owner: Schema.String.check(Schema.isUUID()),
  topic: Schema.String,
  data: Schema.Record(Schema.String, Schema.Json)
})

const longestBody = 256 * 1024

/** There is no such delivery of this owner. */
export class DeliveryUnknown extends Schema.TaggedError<DeliveryUnknown>()("DeliveryUnknown", { id: Schema.String }) {}

/** Its endpoint must be enabled first. */
export class EndpointDisabled extends Schema.TaggedError<EndpointDisabled>()("EndpointDisabled", {
  endpoint: Schema.String
}) {}

export interface Delivery {
  /** The `webhook-id` that the receiver sees, the same for every try. */
  readonly id: string
  readonly endpoint: string
  readonly topic: string
  readonly createdAt: Date
  readonly tries: number
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly deliveredAt: Date | null
  readonly givenUpAt: Date | null
}

const longestError = 500
const largestPage = 200
const keyOf = (endpoint: string) => `webhook ${endpoint}`

interface Row extends CodedRow {
  readonly endpoint: string
  readonly url: string
  readonly disabled: boolean
  readonly body: string
  readonly secret: string
  readonly previousSecret: string | null
}

interface Ports {
  /** Changes an endpoint, and gives its row a new code. */
  readonly changing: <A>(id: string, change: Effect.Effect<A, SqlError.SqlError>) => Effect.Effect<A, SqlError.SqlError>
  readonly isOwn: (row: CodedRow) => Effect.Effect<boolean>
  readonly openSecret: (endpoint: string, sealed: string) => string | null
  readonly post: (posting: Posting) => Effect.Effect<Outcome>
}

const decodePublished = Schema.decodeUnknownEffect(Published, { onExcessProperty: "error" })
const decodeOne = Schema.decodeUnknownEffect(Schema.Struct({ delivery: Schema.String.check(Schema.isUUID()) }))

const unreadable = (what: string) => () => new Permanent({ reason: `this is no ${what}` })

/** Hands messages to endpoints, and keeps what came of it. */
export const deliveries = Effect.fnUntraced(function* ({ changing, isOwn, openSecret, post }: Ports) {
  const sql = yield* SqlClient.SqlClient
  const outbox = Effect.provideService(SqlClient.SqlClient, sql)

  /**
   * Once for each endpoint that was there by then, also when it is asked for again: the process may have died after the
   * first time.
   */
  const publish = Effect.fnUntraced(function* (message: Outgoing) {
    const { data, owner, topic } = yield* Effect.mapError(
      decodePublished(message.payload),
      unreadable("message for endpoints")
    )
    const body = JSON.stringify({ type: topic, timestamp: message.createdAt.toISOString(), data })
    if (Buffer.byteLength(body) > longestBody) {
      return yield* new Permanent({ reason: `a message for endpoints holds ${longestBody} bytes at most` })
    }
    const insert = sql<{ id: string; endpoint: string }>`INSERT INTO webhook_delivery
        (id, endpoint, message, topic, body, created_at)
      SELECT gen_random_uuid(), e.id, ${message.id}::uuid, ${topic}, ${body}, now() FROM webhook_endpoint e
      WHERE e.owner = ${owner}::uuid AND e.disabled_at IS NULL
        AND e.created_at <= ${message.createdAt.toISOString()}::timestamptz
        AND e.topics && ARRAY[${topic}::text, ${everyOf(topic)}::text, ${everything}::text]
      ON CONFLICT (message, endpoint) DO NOTHING RETURNING id, endpoint`
    const one = ({ endpoint, id }: { readonly id: string; readonly endpoint: string }) => ({
      id,
      topic: deliveryTopic,
      key: keyOf(endpoint),
      owner,
      payload: { delivery: id }
    })
    yield* Effect.orDie(sql.withTransaction(Effect.flatMap(insert, (rows) => outbox(enqueue(rows.map(one))))))
  })

  const find = (id: string) =>
    Effect.map(
      sql.unsafe<Row>(
        `SELECT t.id AS endpoint, t.url, t.disabled_at IS NOT NULL AS disabled, d.body, t.secret,
           CASE WHEN t.previous_until > now() THEN t.previous_secret END AS "previousSecret",
           t.code, ${valuesIn(codedEndpoints)} AS values
         FROM webhook_delivery d JOIN webhook_endpoint t ON t.id = d.endpoint WHERE d.id = $1::uuid`,
        [id]
      ),
      (rows) => rows[0]
    )

  const keep = (id: string, endpoint: string, { failure, status }: Outcome) =>
    sql.withTransaction(
      Effect.gen(function* () {
        const arrived = failure === null
        yield* sql`UPDATE webhook_delivery SET tries = tries + 1, last_status = ${status}::int,
            last_error = ${failure?.reason.slice(0, longestError) ?? null}::text,
            delivered_at = CASE WHEN ${arrived}::boolean THEN now() ELSE delivered_at END WHERE id = ${id}::uuid`
        if (arrived) yield* sql`UPDATE webhook_endpoint SET failures = 0 WHERE id = ${endpoint}::uuid AND failures > 0`
        if (status === 410) {
          yield* changing(
            endpoint,
            sql`UPDATE webhook_endpoint SET disabled_at = now(), disabled_because = 'gone'
              WHERE id = ${endpoint}::uuid AND disabled_at IS NULL`
          )
        }
      })
    )

  const deliver = Effect.fnUntraced(function* (message: Outgoing) {
    const { delivery: id } = yield* Effect.mapError(decodeOne(message.payload), unreadable("delivery"))
    const found = yield* Effect.orDie(find(id))
    // The endpoint was removed, and nobody waits any more.
    if (found === undefined) return
    const { body, disabled, endpoint, previousSecret, secret, url } = found
    if (disabled) return yield* new Permanent({ reason: "the endpoint is disabled" })
    if (!(yield* isOwn(found)))
      return yield* new Permanent({ reason: "the endpoint was changed in the database: remove it and set it up again" })
    const opened = [secret, ...(previousSecret === null ? [] : [previousSecret])].map((one) =>
      openSecret(endpoint, one)
    )
    const secrets = opened.filter((one) => one !== null)
    if (secrets.length < opened.length) {
      return yield* new Permanent({ reason: "the secret of the endpoint was sealed with another key: rotate it" })
    }
    const seconds = Math.floor((yield* Clock.currentTimeMillis) / 1000)
    const outcome = yield* post({ url, body, headers: signedHeaders(secrets, { id, seconds, body }) })
    yield* Effect.orDie(keep(id, endpoint, outcome))
    if (outcome.failure !== null) return yield* outcome.failure
  })

  /** Counts against the endpoint, unless it was disabled already. */
  const givenUp = Effect.fnUntraced(function* (message: Outgoing, reason: string) {
    const delivery = message.payload["delivery"]
    if (typeof delivery !== "string") return
    const rows = yield* sql<{ endpoint: string }>`UPDATE webhook_delivery SET given_up_at = now(),
        last_error = ${reason.slice(0, longestError)} WHERE id = ${delivery}::uuid RETURNING endpoint`
    yield* Effect.forEach(
      rows,
      ({ endpoint }) =>
        changing(
          endpoint,
          sql`UPDATE webhook_endpoint SET failures = failures + 1,
              disabled_at = CASE WHEN failures + 1 >= ${failuresUntilDisabled}::int THEN now() END,
              disabled_because = CASE WHEN failures + 1 >= ${failuresUntilDisabled}::int THEN 'failures' END
            WHERE id = ${endpoint}::uuid AND disabled_at IS NULL`
        ),
      { discard: true }
    )
  })

  /** The deliveries of an endpoint, newest first. */
  const list = Effect.fnUntraced(function* (
    owner: string,
    endpoint: string,
    page: { readonly limit: number; readonly before?: string }
  ) {
    const mine = yield* sql`SELECT 1 FROM webhook_endpoint WHERE id = ${endpoint}::uuid AND owner = ${owner}::uuid`
    if (mine.length === 0) return yield* new EndpointUnknown({ id: endpoint })
    const before = page.before ?? null
    return yield* sql<Delivery>`SELECT id, endpoint, topic, created_at AS "createdAt", tries,
        last_status AS "lastStatus", last_error AS "lastError", delivered_at AS "deliveredAt",
        given_up_at AS "givenUpAt"
      FROM webhook_delivery WHERE endpoint = ${endpoint}::uuid AND (${before}::uuid IS NULL
        OR (created_at, id) < (SELECT created_at, id FROM webhook_delivery WHERE id = ${before}::uuid))
      ORDER BY created_at DESC, id DESC LIMIT ${Math.max(1, Math.min(page.limit, largestPage))}`
  })

  /** Sends once more, whatever came of it before, with the same `webhook-id`. */
  const sendAgain = Effect.fnUntraced(function* (owner: string, id: string) {
    yield* sql.withTransaction(
      Effect.gen(function* () {
        const [found] = yield* sql<{ endpoint: string; disabled: boolean }>`SELECT e.id AS endpoint,
            e.disabled_at IS NOT NULL AS disabled
          FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint
          WHERE d.id = ${id}::uuid AND e.owner = ${owner}::uuid`
        if (found === undefined) return yield* new DeliveryUnknown({ id })
        if (found.disabled) return yield* new EndpointDisabled({ endpoint: found.endpoint })
        yield* sql`UPDATE webhook_delivery SET given_up_at = NULL WHERE id = ${id}::uuid`
        if (yield* outbox(sendMessageAgain(id))) return
        yield* outbox(enqueue([{ topic: deliveryTopic, key: keyOf(found.endpoint), owner, payload: { delivery: id } }]))
      })
    )
  })

  /** Removes deliveries after a month. */
  const forget = Effect.asVoid(sql`DELETE FROM webhook_delivery WHERE created_at < now() - interval '30 days'`)

  return { publish, deliver, givenUp, list, sendAgain, forget }
})
