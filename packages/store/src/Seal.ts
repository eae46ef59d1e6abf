import { createHash } from "node:crypto"
import { Clock, Effect, Option } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { canonical } from "./Chain.ts"
import { SealAnchor } from "./SealAnchor.ts"
import { SealKey } from "./SealKey.ts"

/** A stream as it stood when its batch was sealed. */
export interface Head {
  readonly record: string
  readonly stream: string
  readonly version: number
  readonly hash: string
}

export interface Batch {
  readonly batch: number
  readonly at: string
  /** The position in the log up to which everything is covered by this batch or one before it. */
  readonly upto: bigint
  readonly streams: number
  readonly previous: string
}

export interface Sealed extends Batch {
  readonly seal: string
}

/** The digest of the ordered heads of one batch, taken as they pass by. */
export const headsDigest = () => {
  const hash = createHash("sha256")
  return {
    add: (head: Head) => {
      hash.update(`${head.record}\0${head.stream}\0${head.version}\0${head.hash}\n`)
    },
    take: () => hash.digest("hex")
  }
}

/** A seal covers its batch, the heads in it and, through the previous seal, everything before. */
export const sealOf = (key: SealKey["Service"], batch: Batch, heads: string): string =>
  key.hmac(canonical({ ...batch, upto: batch.upto.toString(), heads }))

const chunk = 5000

/**
 * Everything up to the position given has been committed: taking the lock waits for the appends that are under way. It
 * is given back at once, so that nobody waits while the batch is made.
 */
const settledPosition = (sql: SqlClient.SqlClient) =>
  sql.withTransaction(
    Effect.gen(function* () {
      yield* sql`LOCK TABLE event IN SHARE MODE`
      const rows = yield* sql<{ upto: bigint | null }>`SELECT max(position) AS upto FROM event`
      return rows[0]?.upto ?? 0n
    })
  )

const newest = (sql: SqlClient.SqlClient) =>
  Effect.map(
    sql<{ batch: number; upto: bigint; seal: string }>`SELECT batch, upto, seal FROM seal ORDER BY batch DESC LIMIT 1`,
    (rows) => rows[0] ?? { batch: 0, upto: 0n, seal: "" }
  )

const movedHeads = (sql: SqlClient.SqlClient, from: bigint, upto: bigint) =>
  sql<Head>`SELECT record, stream, version, hash FROM event e
    JOIN (SELECT record, stream, max(version) AS version FROM event
      WHERE position > ${from.toString()}::bigint AND position <= ${upto.toString()}::bigint
      GROUP BY record, stream) moved USING (record, stream, version)
    ORDER BY record, stream`

/** Seals what has been appended since the last batch; nothing where nothing has. */
export const sealNow: Effect.Effect<
  Option.Option<Sealed>,
  SqlError.SqlError,
  SqlClient.SqlClient | SealKey | SealAnchor
> = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const key = yield* SealKey
  const anchor = yield* SealAnchor
  const upto = yield* settledPosition(sql)
  const at = new Date(yield* Clock.currentTimeMillis).toISOString()
  const sealed = yield* sql.withTransaction(
    Effect.gen(function* () {
      // Two servers on one database seal one after the other.
      yield* sql`SELECT pg_advisory_xact_lock(hashtextextended('phakhi seal', 0))`
      const last = yield* newest(sql)
      if (upto <= last.upto) return Option.none<Sealed>()
      const heads = yield* movedHeads(sql, last.upto, upto)
      const digest = headsDigest()
      for (const head of heads) digest.add(head)
      const batch = { batch: last.batch + 1, at, upto, streams: heads.length, previous: last.seal }
      const seal = sealOf(key, batch, digest.take())
      yield* sql`INSERT INTO seal (batch, at, upto, streams, previous, seal)
        VALUES (${batch.batch}, ${at}::timestamptz, ${upto.toString()}::bigint, ${batch.streams}, ${batch.previous},
          ${seal})`
      for (let from = 0; from < heads.length; from += chunk) {
        yield* sql`INSERT INTO seal_head (batch, record, stream, version, hash)
          SELECT ${batch.batch}::int, record, stream, version, hash
          FROM jsonb_to_recordset(${JSON.stringify(heads.slice(from, from + chunk))}::jsonb)
            AS x (record text, stream uuid, version int, hash text)`
      }
      return Option.some<Sealed>({ ...batch, seal })
    })
  )
  if (Option.isSome(sealed)) yield* anchor.write({ batch: sealed.value.batch, seal: sealed.value.seal })
  return sealed
})
