import type { Message } from "@phakhi/domain/engine/EventStore"
import { Effect, Schema } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { isAdministratorIn } from "./WhoIsTold.ts"

/** It did not work now, and may work later. */
export class Retry extends Schema.TaggedError<Retry>()("Retry", {
  reason: Schema.String,
  /** The receiver asked not to be called again before. */
  afterSeconds: Schema.optionalKey(Schema.Finite)
}) {}

/** It will never work as it is: somebody has to look at it. */
export class Permanent extends Schema.TaggedError<Permanent>()("Permanent", { reason: Schema.String }) {}

export interface Outgoing {
  /** The same for every try: the receiver can tell a repetition by it. */
  readonly id: string
  readonly topic: string
  readonly payload: Message["payload"]
  readonly createdAt: Date
  /** How often sending has begun, this time included. */
  readonly tries: number
}

/** Who sends the messages of a topic. */
export interface Sender<R = never> {
  readonly deliver: (message: Outgoing) => Effect.Effect<void, Retry | Permanent, R>
  /** What follows when a message is given up, in the transaction that marks it as failed. */
  readonly givenUp?: (message: Outgoing, reason: string) => Effect.Effect<void, SqlError.SqlError, R>
}

/** A message that begins to be sent this often without success is given up. */
export const maxTries = 16
const longestWait = 6 * 60 * 60

/** Seconds to wait after a failed try: doubled each time up to six hours. Sixteen tries take nine hours. */
export const waitAfter = (tries: number): number => Math.min(longestWait, 2 ** (tries - 1))

const longestError = 500

/** Why it did not work, as it is kept: a mail server answers with the address, which is a person's (SEC-3). */
const kept = (reason: string): string => {
  const cut = reason.slice(0, longestError)
  // A word that is cut off may be the beginning of an address.
  const whole = cut.length < reason.length ? cut.replace(/[^\s<>"'()]+$/u, "…") : cut
  return whole.replaceAll(/[^\s<>"'()]+@[^\s<>"'()]+/gu, "…@…")
}

const enqueueText = `INSERT INTO outbox (id, topic, key, owner, payload, created_at, due)
  SELECT coalesce((value->>'id')::uuid, gen_random_uuid()), value->>'topic', value->>'key', (value->>'owner')::uuid, value->'payload', now(),
    coalesce((value->>'due')::timestamptz, now())
  FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x (value, n) ORDER BY n
  ON CONFLICT (id) DO NOTHING`

/**
 * Writes messages in the transaction of the caller: what is rolled back is never sent. A message with an id of its own
 * is written once, however often it is asked for.
 */
export const enqueue = (
  messages: ReadonlyArray<Message & { readonly id?: string }>
): Effect.Effect<void, SqlError.SqlError, SqlClient.SqlClient> =>
  Effect.flatMap(SqlClient.SqlClient, (sql) => Effect.asVoid(sql.unsafe(enqueueText, [JSON.stringify(messages)])))

/**
 * Takes messages that are due, by counting the try and by putting the next one off until the lease is over: whoever
 * dies with a message leaves it to the others then. Of a key only the first is taken; one that is not due yet and was
 * never tried holds nobody up.
 */
const claimText = `WITH free AS (
    SELECT n FROM outbox w
    WHERE done_at IS NULL AND failed_at IS NULL AND due <= now() AND (key IS NULL OR NOT EXISTS (
      SELECT FROM outbox e WHERE e.key = w.key AND e.n < w.n AND e.done_at IS NULL AND e.failed_at IS NULL
        AND (e.tries > 0 OR e.due <= now())))
    ORDER BY due, n LIMIT $1::int FOR UPDATE SKIP LOCKED)
  UPDATE outbox o SET tries = o.tries + 1, due = now() + make_interval(secs => $2::float8)
  FROM free WHERE o.n = free.n
  RETURNING o.id, o.topic, o.payload, o.created_at AS "createdAt", o.tries`

export interface Claim {
  readonly limit: number
  /** Longer than any sending takes. */
  readonly leaseSeconds: number
}

export const claim = Effect.fnUntraced(function* ({ leaseSeconds, limit }: Claim) {
  const sql = yield* SqlClient.SqlClient
  return yield* sql.unsafe<Outgoing>(claimText, [limit, leaseSeconds])
})

export const markDone = Effect.fnUntraced(function* ({ id }: Outgoing) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`UPDATE outbox SET done_at = now(), failed_at = NULL, last_error = NULL
    WHERE id = ${id}::uuid AND done_at IS NULL`
})

/** Only by whoever tried last: a process that was away for too long has nothing to say about it any more. */
const isStillOurs = ({ id, tries }: Outgoing, sql: SqlClient.SqlClient) =>
  sql`id = ${id}::uuid AND tries = ${tries} AND done_at IS NULL AND failed_at IS NULL`

/** Puts the next try off. */
export const postpone = Effect.fnUntraced(function* (message: Outgoing, { afterSeconds, reason }: Retry) {
  const sql = yield* SqlClient.SqlClient
  const wait = Math.min(longestWait, Math.max(waitAfter(message.tries), afterSeconds ?? 0))
  yield* sql`UPDATE outbox SET due = now() + make_interval(secs => ${wait}::float8),
    last_error = ${kept(reason)} WHERE ${isStillOurs(message, sql)}`
})

/** Gives a message back that was taken and not sent to the end: it is due at once, and the try does not count. */
export const release = Effect.fnUntraced(function* (message: Outgoing) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`UPDATE outbox SET due = now(), tries = tries - 1 WHERE ${isStillOurs(message, sql)}`
})

/** Marks a message as failed for good; it stays to be looked at and to be sent again. */
export const giveUp = Effect.fnUntraced(function* <R = never>(
  message: Outgoing,
  reason: string,
  givenUp?: Sender<R>["givenUp"]
) {
  const sql = yield* SqlClient.SqlClient
  yield* sql.withTransaction(
    Effect.gen(function* () {
      const marked = yield* sql`UPDATE outbox SET failed_at = now(), last_error = ${kept(reason)}
        WHERE ${isStillOurs(message, sql)} RETURNING id`
      if (marked.length > 0 && givenUp !== undefined) yield* givenUp(message, reason)
    })
  )
})

/** A message that was given up. What it carries may be a secret: whoever shows it says what it is about instead. */
export interface Failed {
  readonly id: string
  readonly topic: string
  readonly payload: Message["payload"]
  readonly createdAt: Date
  readonly failedAt: Date
  readonly tries: number
  readonly reason: string
}

export interface FailedPage {
  readonly data: ReadonlyArray<Failed>
  readonly total: number
  /** Passed on as `before`; null where there is no more. */
  readonly next: string | null
}

const largestPage = 200

/** Whose messages are meant: those of an organisation, or those that no administrator is there to be shown. */
export type Whose = { readonly owner: string } | "nobody"

/** Each organisation is looked at once, however many of its messages have failed. */
const isNobodys = `(owner IS NULL OR owner = ANY (ARRAY(
  SELECT f.owner FROM (SELECT DISTINCT owner FROM outbox WHERE failed_at IS NOT NULL AND owner IS NOT NULL) AS f
  WHERE NOT EXISTS (SELECT FROM record a WHERE ${isAdministratorIn("f.owner")}))))`

const isWhose = (whose: Whose, sql: SqlClient.SqlClient) =>
  whose === "nobody" ? sql.literal(isNobodys) : sql`owner = ${whose.owner}::uuid`

export interface FailedAsked {
  readonly limit: number
  readonly before?: string | undefined
  /** Without it, everybody's. */
  readonly whose?: Whose
}

/** What was given up, newest first. */
export const listFailed = Effect.fnUntraced(function* ({ before, limit: asked, whose }: FailedAsked) {
  const sql = yield* SqlClient.SqlClient
  const limit = Math.max(1, Math.min(asked, largestPage))
  const mine = sql`failed_at IS NOT NULL AND ${whose === undefined ? sql`TRUE` : isWhose(whose, sql)}`
  const rows = yield* sql<
    Failed & { n: bigint; total: number }
  >`SELECT n, id, topic, payload, created_at AS "createdAt",
      failed_at AS "failedAt", tries, last_error AS reason,
      (SELECT count(*)::int FROM outbox WHERE ${mine}) AS total
    FROM outbox WHERE ${mine} AND (${before ?? null}::bigint IS NULL OR n < ${before ?? null}::bigint)
    ORDER BY n DESC LIMIT ${limit + 1}`
  const shown = rows.slice(0, limit)
  const found: FailedPage = {
    data: shown.map(({ n: _, total: __, ...failed }) => failed),
    total: rows[0]?.total ?? 0,
    next: rows.length > limit ? (shown.at(-1)?.n.toString() ?? null) : null
  }
  return found
})

/** A message that was given up, where it is one of these. */
export const findFailed = Effect.fnUntraced(function* (id: string, whose: Whose) {
  const sql = yield* SqlClient.SqlClient
  const [found] = yield* sql<Pick<Failed, "topic" | "payload"> & { owner: string | null }>`SELECT topic, payload, owner
    FROM outbox WHERE id = ${id}::uuid AND failed_at IS NOT NULL AND ${isWhose(whose, sql)}`
  return found
})

/** Sends once more what was given up. Answers whether there was such a message. */
export const sendAgain = Effect.fnUntraced(function* (id: string) {
  const sql = yield* SqlClient.SqlClient
  const rows = yield* sql`UPDATE outbox SET failed_at = NULL, tries = 0, due = now()
    WHERE id = ${id}::uuid AND failed_at IS NOT NULL RETURNING id`
  return rows.length > 0
})

/** Removes what was sent a week ago or earlier. What failed stays until somebody has dealt with it. */
export const forgetSent: Effect.Effect<void, SqlError.SqlError, SqlClient.SqlClient> = Effect.flatMap(
  SqlClient.SqlClient,
  (sql) => Effect.asVoid(sql`DELETE FROM outbox WHERE done_at < now() - interval '7 days'`)
)
