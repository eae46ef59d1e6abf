import { Files as KnownFiles } from "@phakhi/domain/engine/Files"
import { refusal } from "@phakhi/domain/engine/refusals"
import { Effect, Layer, Option, type Stream } from "effect"
import { SqlClient } from "effect/sql"
import { orBusy } from "./Busy.ts"
import { Files } from "./Files.ts"

/** So many days an upload waits to be given to a record. */
export const uploadKeptDays = 7

/** That a record was given it is remembered for so long: uploads are counted by the day. */
const takenKeptDays = 2

/** A popular file is looked for in no more records than this; whoever sees it in none of them uploads it themselves. */
const holdersAtMost = 50

export interface Uploader {
  readonly account: string
  readonly organisation: string | null
}

/**
 * What is done with the uploads of one content, or of one organisation, is done one after the other: none is removed while
 * another arrives, and two do not both find room for one.
 */
const oneByOne = (sql: SqlClient.SqlClient, name: string) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`

interface Amount {
  readonly files: number
  readonly bytes: number
}

export interface UploadLimits {
  /** What one person may send in 24 hours. */
  readonly daily: Amount
  /** What may wait to be attached of one organisation. */
  readonly waiting: Amount
}

const mebibyte = 1024 * 1024

export const uploadLimits: UploadLimits = {
  daily: { files: 200, bytes: 1024 * mebibyte },
  waiting: { files: 500, bytes: 2048 * mebibyte }
}

const sum = "count(*)::int AS files, coalesce(sum(size), 0)::float8 AS bytes FROM upload WHERE"
/** The same content, sent once more while it waits, is no further file. */
const further = "NOT (account = $1::uuid AND digest = $2::text AND taken_at IS NULL)"
const dailyText = `SELECT ${sum} account = $1::uuid AND at > now() - interval '24 hours' AND ${further}`
const waitingText = `SELECT ${sum} organisation = $3::uuid AND taken_at IS NULL AND ${further}`

/** Whether a file more, of this size, is within what a person and their organisation may have. */
const within = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  { account, organisation }: Uploader,
  { daily, waiting }: UploadLimits,
  { digest, size }: { readonly digest: string; readonly size: number }
) {
  const isWithin = (limit: Amount, [used]: ReadonlyArray<Amount>) =>
    used === undefined || (used.files < limit.files && used.bytes + size <= limit.bytes)
  if (!isWithin(daily, yield* sql.unsafe<Amount>(dailyText, [account, digest])))
    return yield* Effect.fail(refusal("UploadsSpent", { ...daily }))
  if (organisation === null) return
  if (!isWithin(waiting, yield* sql.unsafe<Amount>(waitingText, [account, digest, organisation])))
    return yield* Effect.fail(refusal("UploadsWaiting", { ...waiting, days: uploadKeptDays }))
})

/** Keeps a file for whoever uploads it, until they give it to a record: it is there with its upload, or not at all. */
export const upload = Effect.fnUntraced(function* <E>(
  content: Stream.Stream<Uint8Array, E>,
  uploader: Uploader,
  limits: UploadLimits = uploadLimits
) {
  const { account, organisation } = uploader
  const sql = yield* SqlClient.SqlClient
  const files = yield* Files
  return yield* files.put(content, (file, keep) =>
    sql.withTransaction(
      Effect.gen(function* () {
        const { digest, size, type } = file
        yield* oneByOne(sql, organisation ?? account)
        yield* oneByOne(sql, digest)
        yield* within(sql, uploader, limits, file)
        yield* sql`INSERT INTO upload (digest, account, organisation, size, type, at)
          VALUES (${digest}, ${account}::uuid, ${organisation}::uuid, ${size}::bigint, ${type}, now())
          ON CONFLICT (account, digest) WHERE taken_at IS NULL DO UPDATE SET at = excluded.at`
        yield* keep
      })
    )
  )
})

/** Removes what waited too long or belongs to accounts that are no longer used, and with it what nobody else has. */
export const forgetUploads = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const files = yield* Files
  const over = sql`((taken_at IS NULL AND (at < now() - make_interval(days => ${uploadKeptDays}::int)
      OR NOT EXISTS (SELECT FROM record r WHERE r.record = 'account' AND r.id = u.account AND r.status <> 'ended')))
    OR taken_at < now() - make_interval(days => ${takenKeptDays}::int))`
  const found = yield* sql<{ digest: string }>`SELECT DISTINCT u.digest FROM upload u WHERE ${over}`
  for (const { digest } of found)
    yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* oneByOne(sql, digest)
        yield* sql`DELETE FROM upload u WHERE u.digest = ${digest} AND ${over}`
        const [left] = yield* sql<{ unused: boolean }>`SELECT
          NOT EXISTS (SELECT FROM upload WHERE digest = ${digest})
          AND NOT EXISTS (SELECT FROM record_file WHERE digest = ${digest}) AS unused`
        if (left?.unused === true) yield* files.remove(digest)
      })
    )
})

const findText = `SELECT f.size::float8 AS size, f.type, f.own AS "isOwn", coalesce((SELECT json_agg(json_build_object('record', h.record, 'id', h.id))
    FROM (SELECT record, id FROM record_file WHERE digest = $1::text ORDER BY record, id LIMIT ${holdersAtMost}) h), '[]') AS holders
  FROM (SELECT size, type, true AS own FROM upload WHERE digest = $1::text AND account = $2::uuid AND taken_at IS NULL
    UNION ALL SELECT size, type, false FROM record_file WHERE digest = $1::text) f
  ORDER BY f.own DESC LIMIT 1`

interface Found {
  readonly size: number
  readonly type: string
  readonly isOwn: boolean
  readonly holders: ReadonlyArray<{ readonly record: string; readonly id: string }>
}

/** What decisions ask about a file, answered from here. */
export const known: Layer.Layer<never, never, SqlClient.SqlClient> = Layer.effect(
  KnownFiles,
  Effect.map(SqlClient.SqlClient, (sql) => ({
    find: (digest: string, asker: string | null) =>
      sql.unsafe<Found>(findText, [digest, asker]).pipe(
        Effect.catch(orBusy),
        Effect.map(([found]) =>
          Option.map(Option.fromUndefinedOr(found), ({ holders, isOwn, size, type }) => ({
            file: { digest, size, type },
            isOwn,
            holders
          }))
        )
      )
  }))
)
