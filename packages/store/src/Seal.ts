import { createHash } from "node:crypto"
import { Clock, Effect, Option } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { canonical, chained, eventMac } from "./Chain.ts"
import { digesting, type EventRow, eventColumns } from "./LoggedEvent.ts"
import { SealAnchor } from "./SealAnchor.ts"
import { type Keyed, SealKey } from "./SealKey.ts"

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
  /** The digest of the events covered, in the order of the log; null where events carried no code of their own yet. */
  readonly log: string | null
  /** Positions of events that who holds the key did not write: no seal speaks for them. */
  readonly refused: ReadonlyArray<string> | null
  /** That rows which let somebody in carried codes of their own by then; null where they did not yet. */
  readonly coded: boolean | null
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

/** The digest of the events that one batch covers, in the order of the log. */
export const logDigest = () => {
  const hash = createHash("sha256")
  return {
    add: (event: { readonly position: bigint; readonly hash: string }) => {
      hash.update(`${event.position}\0${event.hash}\n`)
    },
    take: () => hash.digest("hex")
  }
}

/** A seal covers its batch, the heads in it and, through the previous seal, everything before. */
export const sealOf = (key: Keyed, { coded, log, refused, ...batch }: Batch, heads: string): string =>
  key.hmac(
    canonical({
      ...batch,
      upto: batch.upto.toString(),
      heads,
      ...(log === null ? {} : { log, refused }),
      ...(coded === null ? {} : { coded })
    })
  )

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

type LogRow = EventRow & { readonly position: bigint }

/** As many as are checked without letting anybody else have a turn. */
const logPage = 200
const logText = `SELECT e.position, ${eventColumns} FROM event e
  WHERE e.position > $1::bigint AND e.position <= $2::bigint ORDER BY e.position LIMIT ${logPage}`

const inOrder = (left: Head, right: Head): number =>
  left.record === right.record ? (left.stream < right.stream ? -1 : 1) : left.record < right.record ? -1 : 1

/** What a batch speaks for: events that carry the key's code, of each stream up to the first one that does not. */
const covered = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, key: Keyed, from: bigint, upto: bigint) {
  const log = logDigest()
  const digested = digesting()
  const heads = new Map<string, Head>()
  const ended = new Set<string>()
  const refused: Array<string> = []
  let after = from
  while (true) {
    const rows: ReadonlyArray<LogRow> = yield* sql.unsafe<LogRow>(logText, [after.toString(), upto.toString()])
    for (const row of rows) {
      const { hash, position, prev_hash, record, stream, version } = row
      after = position
      const place = `${record}/${stream}`
      const { digest } = digested(row)
      if (row.mac !== eventMac(key, digest) || chained(prev_hash, digest) !== hash) ended.add(place)
      if (ended.has(place)) {
        refused.push(position.toString())
      } else {
        log.add(row)
        heads.set(place, { record, stream, version, hash })
      }
    }
    if (rows.length < logPage) break
  }
  const content: Content = { heads: [...heads.values()].sort(inOrder), log: log.take(), refused, coded: true }
  return content
})

const addHeads = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, batch: number, heads: ReadonlyArray<Head>) {
  for (let from = 0; from < heads.length; from += chunk) {
    yield* sql`INSERT INTO seal_head (batch, record, stream, version, hash)
      SELECT ${batch}::int, record, stream, version, hash
      FROM jsonb_to_recordset(${JSON.stringify(heads.slice(from, from + chunk))}::jsonb)
        AS x (record text, stream uuid, version int, hash text)`
  }
})

const digestOfHeads = (heads: ReadonlyArray<Head>): string => {
  const digest = headsDigest()
  for (const head of heads) digest.add(head)
  return digest.take()
}

type Sealing = Effect.Effect<Option.Option<Sealed>, SqlError.SqlError, SqlClient.SqlClient | SealKey | SealAnchor>

type Content = Pick<Batch, "coded" | "log" | "refused"> & { readonly heads: ReadonlyArray<Head> }

/**
 * Makes the next batch of what is given for a part of the log. That part does not change any more, so it is read before
 * anything is locked; where another server has sealed meanwhile, the rest is looked at again.
 */
const sealing = (
  read: (sql: SqlClient.SqlClient, key: Keyed, from: bigint, upto: bigint) => Effect.Effect<Content, SqlError.SqlError>,
  insert: (sql: SqlClient.SqlClient, sealed: Sealed) => Effect.Effect<unknown, SqlError.SqlError>
): Sealing =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const key = yield* SealKey
    const anchor = yield* SealAnchor
    const upto = yield* settledPosition(sql)
    const last = yield* newest(sql)
    if (upto <= last.upto) return Option.none<Sealed>()
    const at = new Date(yield* Clock.currentTimeMillis).toISOString()
    const { coded, heads, log, refused } = yield* read(sql, key, last.upto, upto)
    const batch = { batch: last.batch + 1, at, upto, streams: heads.length, previous: last.seal, log, refused, coded }
    const sealed = { ...batch, seal: sealOf(key, batch, digestOfHeads(heads)) }
    const done = yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* sql`SELECT pg_advisory_xact_lock(hashtextextended('phakhi seal', 0))`
        if ((yield* newest(sql)).batch !== last.batch) return false
        yield* insert(sql, sealed)
        yield* addHeads(sql, sealed.batch, heads)
        return true
      })
    )
    if (!done) return yield* sealing(read, insert)
    yield* anchor.write({ batch: sealed.batch, seal: sealed.seal })
    return Option.some(sealed)
  })

/** Seals what has been appended since the last batch; nothing where nothing has. */
export const sealNow: Sealing = sealing(
  covered,
  (sql, { at, batch, coded, log, previous, refused, seal, streams, upto }) =>
    sql`INSERT INTO seal (batch, at, upto, streams, previous, seal, log, refused, coded)
      VALUES (${batch}, ${at}::timestamptz, ${upto.toString()}::bigint, ${streams}, ${previous}, ${seal}, ${log},
        ${JSON.stringify(refused)}::jsonb, ${coded}::boolean)`
)

/** Seals what an earlier version appended, which carries no codes yet: in its own form, before its tables change. */
const sealUnsigned: Sealing = sealing(
  (sql, _, from, upto) =>
    Effect.map(movedHeads(sql, from, upto), (heads) => ({ heads, log: null, refused: null, coded: null })),
  (sql, { at, batch, previous, seal, streams, upto }) =>
    sql`INSERT INTO seal (batch, at, upto, streams, previous, seal)
      VALUES (${batch}, ${at}::timestamptz, ${upto.toString()}::bigint, ${streams}, ${previous}, ${seal})`
)

/** Whether the store holds a log whose events carry no codes: then it is sealed once more as it is. */
export const sealBeforeUpgrade = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const [found] = yield* sql<{ unsigned: boolean }>`SELECT to_regclass('seal') IS NOT NULL AND NOT EXISTS (
    SELECT FROM pg_attribute WHERE attrelid = to_regclass('event') AND attname = 'mac') AS unsigned`
  if (found?.unsigned === true) yield* sealUnsigned
})
