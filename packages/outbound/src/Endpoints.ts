import { changeRow, codeRow } from "@phakhi/store/RowCodes"
import { sealedSecrets } from "@phakhi/store/SealedSecrets"
import { SealKey } from "@phakhi/store/SealKey"
import { Effect, Schema } from "effect"
import { uuidV7Unsafe } from "effect/crypto/SecureRandom"
import { SqlClient } from "effect/sql"
import { readUrl, type UrlProblem } from "./Addresses.ts"
import { codedEndpoints } from "./CodedRows.ts"
import { mostTopics } from "./Limits.ts"
import { newSecret } from "./Signature.ts"

/** There is no such endpoint of this owner. */
export class EndpointUnknown extends Schema.TaggedError<EndpointUnknown>()("EndpointUnknown", { id: Schema.String }) {}

export class UrlRefused extends Schema.TaggedError<UrlRefused>()("UrlRefused", {
  problem: Schema.Literals(["unreadable", "scheme", "login", "port", "private"] satisfies ReadonlyArray<UrlProblem>)
}) {}

/** None, too many, or one that cannot be the name of a topic. */
export class TopicsRefused extends Schema.TaggedError<TopicsRefused>()("TopicsRefused", { most: Schema.Int }) {}

export class TooManyEndpoints extends Schema.TaggedError<TooManyEndpoints>()("TooManyEndpoints", {
  most: Schema.Int
}) {}

export const mostEndpoints = 20
/** A topic, all topics of a kind of record, or all. */
const topicName = /^(?:\*|[a-z0-9]+(?:[.-][a-z0-9]+)*(?:\.\*)?)$/
const longestTopic = 100

/** What an endpoint says that wants to be told of everything. */
export const everything = "*"
/** What an endpoint says that wants every topic of the same kind of record. */
export const everyOf = (topic: string): string => `${topic.split(".")[0]}.*`

/** After so many deliveries in a row that were given up. */
export const failuresUntilDisabled = 5
/** After a rotation the secret before it signs along for a day. */
const overlap = "24 hours"

/** Disabled by somebody, after deliveries that were given up, or because the receiver said that it is gone for good. */
export type DisabledBecause = "asked" | "failures" | "gone"

export interface Endpoint {
  readonly id: string
  readonly owner: string
  readonly name: string
  readonly url: string
  readonly topics: ReadonlyArray<string>
  readonly createdAt: Date
  readonly disabledAt: Date | null
  readonly disabledBecause: DisabledBecause | null
  /** Deliveries given up since the last one that arrived. */
  readonly failures: number
}

/** The only time that a secret is shown. */
export interface WithSecret {
  readonly id: string
  readonly secret: string
}

const isTopic = (topic: string): boolean => topic.length <= longestTopic && topicName.test(topic)

const affected = (rows: ReadonlyArray<unknown>, id: string): Effect.Effect<void, EndpointUnknown> =>
  rows.length > 0 ? Effect.void : Effect.fail(new EndpointUnknown({ id }))

/** Where an owner, an organisation, is told of what happens. Every function says whose endpoints it is about. */
export const endpoints = Effect.fnUntraced(function* (allowPrivate: boolean) {
  const sql = yield* SqlClient.SqlClient
  const key = yield* SealKey
  const { open, seal } = sealedSecrets(key)
  const changing = <A, E>(id: string, change: Effect.Effect<A, E>) => changeRow(sql, key, codedEndpoints, id, change)

  const create = Effect.fnUntraced(function* (
    owner: string,
    { name, topics, url }: { readonly name: string; readonly url: string; readonly topics: ReadonlyArray<string> }
  ) {
    const read = readUrl(url, allowPrivate)
    if (typeof read === "string") return yield* new UrlRefused({ problem: read })
    const wanted = [...new Set(topics)]
    if (wanted.length === 0 || wanted.length > mostTopics || !wanted.every(isTopic)) {
      return yield* new TopicsRefused({ most: mostTopics })
    }
    const [id, secret] = [uuidV7Unsafe(), newSecret()]
    return yield* sql.withTransaction(
      Effect.gen(function* () {
        // Two at once would each see room for one.
        yield* sql`SELECT pg_advisory_xact_lock(hashtextextended(${`webhook_endpoint ${owner}`}, 0))`
        const [there] = yield* sql<{ n: number }>`SELECT count(*)::int AS n FROM webhook_endpoint
          WHERE owner = ${owner}::uuid`
        if ((there?.n ?? 0) >= mostEndpoints) return yield* new TooManyEndpoints({ most: mostEndpoints })
        yield* sql`INSERT INTO webhook_endpoint (id, owner, name, url, topics, secret, created_at)
          VALUES (${id}::uuid, ${owner}::uuid, ${name}, ${read.href},
            ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb)), ${seal(id, secret)}, now())`
        yield* codeRow(sql, key, codedEndpoints, id)
        return { id, secret } satisfies WithSecret
      })
    )
  })

  const list = (owner: string) =>
    sql<Endpoint>`SELECT id, owner, name, url, topics, created_at AS "createdAt", disabled_at AS "disabledAt",
        disabled_because AS "disabledBecause", failures
      FROM webhook_endpoint WHERE owner = ${owner}::uuid ORDER BY created_at, id`

  const enable = (owner: string, id: string) =>
    Effect.flatMap(
      changing(
        id,
        sql`UPDATE webhook_endpoint SET disabled_at = NULL, disabled_because = NULL, failures = 0
          WHERE id = ${id}::uuid AND owner = ${owner}::uuid RETURNING id`
      ),
      (rows) => affected(rows, id)
    )

  const disable = (owner: string, id: string) =>
    Effect.flatMap(
      changing(
        id,
        sql`UPDATE webhook_endpoint SET disabled_at = coalesce(disabled_at, now()),
            disabled_because = coalesce(disabled_because, 'asked')
          WHERE id = ${id}::uuid AND owner = ${owner}::uuid RETURNING id`
      ),
      (rows) => affected(rows, id)
    )

  /** With its deliveries; what still waits for it is not sent. */
  const remove = (owner: string, id: string) =>
    Effect.flatMap(
      sql`DELETE FROM webhook_endpoint WHERE id = ${id}::uuid AND owner = ${owner}::uuid RETURNING id`,
      (rows) => affected(rows, id)
    )

  const rotate = Effect.fnUntraced(function* (owner: string, id: string) {
    const secret = newSecret()
    const rows = yield* changing(
      id,
      sql`UPDATE webhook_endpoint SET previous_secret = secret,
          previous_until = now() + ${overlap}::interval, secret = ${seal(id, secret)}
        WHERE id = ${id}::uuid AND owner = ${owner}::uuid RETURNING id`
    )
    yield* affected(rows, id)
    return { id, secret } satisfies WithSecret
  })

  return { create, list, enable, disable, remove, rotate, changing, openSecret: open }
})
