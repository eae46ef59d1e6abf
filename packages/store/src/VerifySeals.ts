import { Effect, Option } from "effect"
import type { SqlClient } from "effect/sql"
import { type Collector, mostFindings } from "./Findings.ts"
import { isInForce, type Keyring } from "./KeyChanges.ts"
import { type Batch, type Head, headsDigest, logDigest, sealOf } from "./Seal.ts"
import type { Anchor } from "./SealAnchor.ts"
import type { SealKey } from "./SealKey.ts"

interface SealRow {
  readonly batch: number
  readonly at: Date
  readonly upto: bigint
  readonly streams: number
  readonly previous: string
  readonly seal: string
  readonly log: string | null
  readonly refused: ReadonlyArray<string> | null
  readonly coded: boolean | null
}

type HeadRow = Head & { readonly batch: number }

const sealPage = 500
const headPage = 5000
const nowhere = "00000000-0000-0000-0000-000000000000"

/** The digests of the heads of some batches in a row, by batch. */
const headsOf = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, first: number, last: number) {
  const digests = new Map<number, { readonly digest: ReturnType<typeof headsDigest>; count: number }>()
  let after: readonly [number, string, string] = [first, "", nowhere]
  while (true) {
    const rows: ReadonlyArray<HeadRow> = yield* sql.unsafe<HeadRow>(
      `SELECT batch, record, stream, version, hash FROM seal_head
       WHERE (batch, record, stream) > ($1::int, $2::text, $3::uuid) AND batch <= $4::int
       ORDER BY batch, record, stream LIMIT ${headPage}`,
      [...after, last]
    )
    for (const row of rows) {
      const batch = digests.get(row.batch) ?? { digest: headsDigest(), count: 0 }
      batch.digest.add(row)
      batch.count += 1
      digests.set(row.batch, batch)
    }
    const end = rows.at(-1)
    if (rows.length < headPage || end === undefined) return digests
    after = [end.batch, end.record, end.stream]
  }
})

const logPage = 10_000

/** The digest of the events of a batch as they stand, without those that it refused. */
const logOf = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  from: bigint,
  upto: bigint,
  refused: ReadonlyArray<string>
) {
  const digest = logDigest()
  const left = new Set(refused)
  let after = from
  while (true) {
    const rows: ReadonlyArray<{ readonly position: bigint; readonly hash: string }> = yield* sql.unsafe<{
      position: bigint
      hash: string
    }>(
      `SELECT position, hash FROM event WHERE position > $1::bigint AND position <= $2::bigint
       ORDER BY position LIMIT ${logPage}`,
      [after.toString(), upto.toString()]
    )
    for (const row of rows) {
      after = row.position
      if (!left.has(row.position.toString())) digest.add(row)
    }
    if (rows.length < logPage) return digest.take()
  }
})

/**
 * Whether the key is the one of this store: it made the first seal or the newest. Where it made neither, going on with
 * it would mix the seals of two keys; so it would with one that was changed for another.
 */
export const isSealedWith = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, key: SealKey["Service"]) {
  const rows = yield* sql.unsafe<SealRow>(
    `SELECT batch, at, upto, streams, previous, seal, log, refused, coded FROM seal
     WHERE batch IN ((SELECT min(batch) FROM seal), (SELECT max(batch) FROM seal)) ORDER BY batch DESC`
  )
  for (const { at, seal, ...row } of rows) {
    const heads = (yield* headsOf(sql, row.batch, row.batch)).get(row.batch)?.digest ?? headsDigest()
    const batch = { ...row, at: at.toISOString() }
    const digest = heads.take()
    if ([key, ...key.before].some((one) => sealOf(one, batch, digest) === seal)) return yield* isInForce(sql, key)
  }
  return rows.length === 0 && (yield* isInForce(sql, key))
})

/** Makes every seal again from what it covers, and looks for the newest one that was made here. */
export const verifySeals = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  keys: Keyring,
  anchor: Option.Option<Anchor>,
  found: Collector
) {
  let previous = ""
  let batches = 0
  let newest = 0
  let upto = 0n
  /** The newest batch from before events carried codes of their own. */
  let unsigned = 0
  /** The newest batch from before rows did. */
  let uncoded = 0
  let anchored = Option.isNone(anchor)
  while (true) {
    const rows: ReadonlyArray<SealRow> = yield* sql.unsafe<SealRow>(
      `SELECT batch, at, upto, streams, previous, seal, log, refused, coded FROM seal WHERE batch > $1::int ORDER BY batch LIMIT ${sealPage}`,
      [newest]
    )
    const last = rows.at(-1)
    if (last === undefined) break
    const heads = yield* headsOf(sql, newest + 1, last.batch)
    for (const { at, seal, ...row } of rows) {
      if (row.batch !== newest + 1) {
        found.add({ kind: "seal-missing", batch: newest + 1, detail: `batch ${row.batch} follows` })
      }
      const batch: Batch = { ...row, at: at.toISOString() }
      const covered = heads.get(row.batch)
      const digest = covered?.digest.take() ?? headsDigest().take()
      const whole = row.previous === previous && (covered?.count ?? 0) === row.streams
      if (!whole || sealOf(keys.ofBatch(row.batch), batch, digest) !== seal) {
        found.add({ kind: "seal-broken", batch: row.batch, detail: "was not made by this store" })
      } else if (row.log === null) {
        if (unsigned < newest)
          found.add({ kind: "seal-broken", batch: row.batch, detail: "is of an older form than the one before it" })
        else unsigned = row.batch
      } else if (row.coded === null && uncoded < newest) {
        found.add({ kind: "seal-broken", batch: row.batch, detail: "is of an older form than the one before it" })
      } else if (row.log !== (yield* logOf(sql, upto, row.upto, row.refused ?? []))) {
        found.add({ kind: "log-reordered", batch: row.batch, detail: "its events do not stand where they were sealed" })
      }
      if (Option.isSome(anchor) && anchor.value.batch === row.batch) anchored = anchor.value.seal === seal
      if (row.coded === null && uncoded === newest) uncoded = row.batch
      previous = seal
      newest = row.batch
      upto = row.upto
    }
    batches += rows.length
  }
  if (!anchored && Option.isSome(anchor)) {
    const { batch } = anchor.value
    found.add({ kind: "seal-missing", batch, detail: "this seal was made here and is not in the database" })
  }
  const strays = yield* sql<{ batch: number }>`SELECT DISTINCT batch FROM seal_head h
    WHERE NOT EXISTS (SELECT FROM seal s WHERE s.batch = h.batch) ORDER BY batch LIMIT ${mostFindings}`
  for (const { batch } of strays) {
    found.add({ kind: "seal-missing", batch, detail: "what it covered is there without it" })
  }
  return { batches, unsigned, upto }
})
