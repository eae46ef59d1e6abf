import { Effect } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { canonical, erasureMark } from "./Chain.ts"
import type { Collector } from "./Findings.ts"
import { instantText } from "./Instants.ts"
import { type CodedTable, recode } from "./RowCodes.ts"
import { sealNow } from "./Seal.ts"
import { type Keyed, SealKey } from "./SealKey.ts"

/*
 * The key of a store can be changed. From where that was, the new key signs and the one before signs nothing any more: a row
 * that only the new key can have made says after which seal, and up to which place in the log.
 */

interface KeyChange {
  readonly n: number
  readonly batch: number
  readonly upto: bigint
  readonly fingerprint: string
}

type Recorded = KeyChange & { readonly code: string; readonly seal: string | null }

/** It covers the newest seal, so that whoever has the old key cannot make what is before it anew. */
const codeOf = (key: Keyed, { batch, fingerprint, n, upto }: KeyChange, seal: string): string =>
  key.hmac(canonical({ keyChange: n, batch, upto: upto.toString(), fingerprint, seal }))

const recorded = (sql: SqlClient.SqlClient) =>
  sql<Recorded>`SELECT n, k.batch, k.upto, fingerprint, code, CASE WHEN k.batch = 0 THEN '' ELSE s.seal END AS seal
    FROM seal_key k LEFT JOIN seal s ON s.batch = k.batch ORDER BY n`

/** Which key signed what. */
export interface Keyring {
  /** The key of now, with which erasures are marked: they are marked anew when it changes. */
  readonly newest: Keyed
  readonly ofPosition: (position: bigint) => Keyed
  readonly ofBatch: (batch: number) => Keyed
}

/** The keys in the order in which they were in force, by what the store says of their changes. */
export const keyring = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  key: SealKey["Service"],
  found: Collector
) {
  const changes = yield* recorded(sql)
  const keys = [...key.before, key]
  const broken = (detail: string) => found.add({ kind: "key-change-broken", object: "seal_key", detail })
  if (changes.length !== key.before.length)
    broken(`${changes.length} changes of the key are recorded, and ${key.before.length} keys before this one are known`)
  for (const [index, change] of changes.entries()) {
    const by = keys[index + 1]
    if (by === undefined) continue
    const { code, fingerprint, n, seal } = change
    if (n !== index + 1 || fingerprint !== by.fingerprint || seal === null || code !== codeOf(by, change, seal))
      broken(`change ${change.n} was not made with the key that it names`)
  }
  const after = (isBefore: (change: Recorded) => boolean): Keyed => keys[changes.filter(isBefore).length] ?? key
  const ring: Keyring = {
    newest: key,
    ofPosition: (position) => after(({ upto }) => upto < position),
    ofBatch: (sealed) => after(({ batch }) => batch < sealed)
  }
  return ring
})

/** Whether the newest key is the one that the store says is in force, and all before it are known. */
export const isInForce = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, key: SealKey["Service"]) {
  const changes = yield* recorded(sql)
  return changes.length === key.before.length && (changes.at(-1)?.fingerprint ?? key.fingerprint) === key.fingerprint
})

/** Whether the newest change of the key is to this one; none is recorded in a store of an earlier version. */
export const isRecorded = (fingerprint: string): Effect.Effect<boolean, SqlError.SqlError, SqlClient.SqlClient> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const [there] = yield* sql<{ there: boolean }>`SELECT to_regclass('seal_key') IS NOT NULL AS there`
    if (there?.there !== true) return false
    const [newest] = yield* sql<{ fingerprint: string }>`SELECT fingerprint FROM seal_key ORDER BY n DESC LIMIT 1`
    return newest?.fingerprint === fingerprint
  })

const marksAtOnce = 5000

interface Mark {
  readonly event: string
  readonly place: string
  readonly subject: string
  readonly at: string
  readonly erasure: string
}

/** Marks of erasure that the key before has made are made anew; others stay what they are. */
const markAnew = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, old: Keyed, next: Keyed) {
  let after = { event: "00000000-0000-0000-0000-000000000000", place: "" }
  while (true) {
    const marks: ReadonlyArray<Mark> = yield* sql.unsafe<Mark>(
      `SELECT event, place, subject, ${instantText("erased_at")} AS at, erasure FROM personal
       WHERE erased_at IS NOT NULL AND (event, place) > ($1::uuid, $2::text) ORDER BY event, place LIMIT ${marksAtOnce}`,
      [after.event, after.place]
    )
    const anew = marks.flatMap(({ at, erasure, ...one }) =>
      erasure === erasureMark(old, one, at) ? [{ ...one, erasure: erasureMark(next, one, at) }] : []
    )
    yield* sql`UPDATE personal p SET erasure = m.erasure
      FROM jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) AS m (event uuid, place text, erasure text)
      WHERE p.event = m.event AND p.place = m.place`
    const last = marks.at(-1)
    if (last === undefined || marks.length < marksAtOnce) return
    after = last
  }
})

/**
 * Has another key sign from now on. What is there is sealed with the old one first; the change is one transaction, in which
 * nothing is appended, and in which rows with codes get those of the new key. Whoever goes on with the old key after it makes what nobody bears out: stop every server before.
 */
export const changeKey = Effect.fnUntraced(function* (next: Keyed, coded: ReadonlyArray<CodedTable>) {
  const sql = yield* SqlClient.SqlClient
  const key = yield* SealKey
  let done = false
  while (!done) {
    yield* sealNow
    done = yield* sql.withTransaction(
      Effect.gen(function* () {
        yield* sql`SELECT set_config('statement_timeout', '0', true)`
        yield* sql`LOCK TABLE event IN SHARE MODE`
        const [last] = yield* sql<{ batch: number; upto: bigint; seal: string; open: boolean; n: number }>`
          SELECT coalesce(s.batch, 0) AS batch, coalesce(s.upto, 0) AS upto, coalesce(s.seal, '') AS seal,
            coalesce((SELECT max(position) FROM event) > coalesce(s.upto, 0), FALSE) AS open,
            (SELECT count(*)::int FROM seal_key) + 1 AS n
          FROM (SELECT 1) one LEFT JOIN (SELECT * FROM seal ORDER BY batch DESC LIMIT 1) s ON TRUE`
        if (last === undefined || last.open) return false
        const { batch, n, seal, upto } = last
        const change = { n, batch, upto, fingerprint: next.fingerprint }
        yield* sql`INSERT INTO seal_key (n, batch, upto, fingerprint, code)
          VALUES (${n}, ${batch}, ${upto.toString()}::bigint, ${next.fingerprint}, ${codeOf(next, change, seal)})`
        yield* markAnew(sql, key, next)
        yield* recode(sql, key, next, coded)
        return true
      })
    )
  }
})
