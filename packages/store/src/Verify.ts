import { Effect } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Files } from "./Files.ts"
import { type Collector, collector, type FindingKind, mostFindings, type Report } from "./Findings.ts"
import { keyring } from "./KeyChanges.ts"
import { type CodedTable, verifyCoded } from "./RowCodes.ts"
import type { MadeSchema } from "./Schema.ts"
import { SealAnchor } from "./SealAnchor.ts"
import { SealKey } from "./SealKey.ts"
import { verifyBeside } from "./VerifyBeside.ts"
import { verifyFiles } from "./VerifyFiles.ts"
import { verifyCounters, verifySchema } from "./VerifySchema.ts"
import { verifySeals } from "./VerifySeals.ts"
import { type Replay, verifyStreams } from "./VerifyStreams.ts"

const sealedHeads = (sql: SqlClient.SqlClient) =>
  sql<{ record: string; stream: string; version: number; kind: FindingKind }>`
    SELECT h.record, h.stream, h.version,
      CASE WHEN e.hash IS NOT NULL THEN 'chain-recomputed'
        WHEN NOT EXISTS (SELECT FROM event x WHERE x.record = h.record AND x.stream = h.stream) THEN 'stream-removed'
        WHEN NOT EXISTS (SELECT FROM event x WHERE x.record = h.record AND x.stream = h.stream
          AND x.version > h.version) THEN 'tail-cut'
        ELSE 'event-missing' END AS kind
    FROM seal_head h LEFT JOIN event e ON e.record = h.record AND e.stream = h.stream AND e.version = h.version
    WHERE e.hash IS DISTINCT FROM h.hash
    ORDER BY h.record, h.stream, h.version LIMIT ${mostFindings}`

/** Events that no seal covers; one that stands before the newest seal's position came in past the store. */
const uncovered = (sql: SqlClient.SqlClient, upto: bigint) =>
  sql<{ record: string; stream: string; version: number; late: boolean; unsealed: number }>`
    WITH sealed AS (SELECT record, stream, max(version) AS version FROM seal_head GROUP BY record, stream),
    open AS (SELECT e.record, e.stream, e.version, e.position <= ${upto.toString()}::bigint AS late
      FROM event e LEFT JOIN sealed s ON s.record = e.record AND s.stream = e.stream
      WHERE e.version > coalesce(s.version, 0))
    SELECT record, stream, version, late, (SELECT count(*)::int FROM open) AS unsealed FROM open
    ORDER BY late DESC, record, stream, version LIMIT ${mostFindings}`

/** Events without a code of their own, where no seal from before there were any speaks for them. */
const withoutMac = (sql: SqlClient.SqlClient, unsigned: number) =>
  sql<{ record: string; stream: string; version: number }>`
    WITH before AS (SELECT record, stream, max(version) AS version FROM seal_head
      WHERE batch <= ${unsigned} GROUP BY record, stream)
    SELECT record, stream, e.version FROM event e LEFT JOIN before b USING (record, stream)
    WHERE e.mac IS NULL AND e.version > coalesce(b.version, 0)
    ORDER BY record, stream, e.version LIMIT ${mostFindings}`

const recordsWithoutStream = (sql: SqlClient.SqlClient) =>
  sql<{ record: string; stream: string }>`SELECT record, id AS stream FROM record r
    WHERE NOT EXISTS (SELECT FROM event e WHERE e.record = r.record AND e.stream = r.id)
    ORDER BY record, id LIMIT ${mostFindings}`

const unknownPersonal = (sql: SqlClient.SqlClient) =>
  sql<{ event: string }>`SELECT event FROM personal p
    WHERE NOT EXISTS (SELECT FROM event e, jsonb_array_elements(
        CASE jsonb_typeof(e.personal) WHEN 'array' THEN e.personal ELSE '[]' END) AS x
      WHERE e.id = p.event AND x->>0 = p.place AND x->>1 = p.subject::text)
    ORDER BY event LIMIT ${mostFindings}`

const ledgerEntries = (sql: SqlClient.SqlClient) =>
  sql<{ record: string; stream: string; version: number }>`
    WITH chained AS (SELECT e.record, e.stream, e.version, x.line::int AS line, x.value->>0 AS debit,
        x.value->>1 AS credit, x.value->>2 AS amount, e.at
      FROM event e, jsonb_array_elements(
        CASE jsonb_typeof(e.postings) WHEN 'array' THEN e.postings ELSE '[]' END) WITH ORDINALITY AS x (value, line)
      WHERE e.postings IS NOT NULL)
    SELECT record, stream, version FROM chained c FULL JOIN ledger_entry l USING (record, stream, version, line)
    WHERE (c.debit, c.credit, c.amount, c.at) IS DISTINCT FROM (l.debit, l.credit, l.amount::text, l.at)
    ORDER BY record, stream, version LIMIT ${mostFindings}`

const ledgerBalances = (sql: SqlClient.SqlClient) =>
  sql<{ account: string; expected: string; balance: string }>`
    WITH totals AS (SELECT account, sum(delta) AS total FROM (
        SELECT debit AS account, -amount AS delta FROM ledger_entry
        UNION ALL SELECT credit, amount FROM ledger_entry) moves GROUP BY account)
    SELECT account, coalesce(t.total, 0)::text AS expected, coalesce(b.balance, 0)::text AS balance
    FROM totals t FULL JOIN ledger_balance b USING (account)
    WHERE coalesce(t.total, 0) <> coalesce(b.balance, 0)
    ORDER BY account LIMIT ${mostFindings}`

const checkLog = Effect.fnUntraced(function* ({ coded = [], files, replay }: Options, found: Collector) {
  const sql = yield* SqlClient.SqlClient
  const key = yield* SealKey
  const anchor = yield* Effect.catch((yield* SealAnchor).read, ({ detail }) => {
    found.add({ kind: "anchor-unreadable", detail: `the newest seal that was made here is not known: ${detail}` })
    return Effect.succeedNone
  })

  const keys = yield* keyring(sql, key, found)
  const { counts, named } = yield* verifyStreams(sql, keys, replay, found)
  for (const place of yield* recordsWithoutStream(sql)) {
    found.add({ kind: "record-without-stream", ...place, detail: "has no event that made it" })
  }
  for (const { event } of yield* unknownPersonal(sql)) {
    found.add({ kind: "personal-unknown", detail: `personal data of an event ${event} that has none` })
  }

  const seals = yield* verifySeals(sql, keys, anchor, found)
  for (const { kind, ...place } of yield* sealedHeads(sql)) {
    found.add({ kind, ...place, detail: `a seal says that version ${place.version} was there with another hash` })
  }
  for (const place of yield* withoutMac(sql, seals.unsigned)) {
    found.add({ kind: "event-forged", ...place, detail: "was not written by who holds the key" })
  }
  const open = yield* uncovered(sql, seals.upto)
  for (const { record, stream, version, late } of open) {
    if (late) found.add({ kind: "event-inserted", record, stream, version, detail: "is older than a seal without it" })
  }

  for (const place of yield* ledgerEntries(sql)) {
    found.add({ kind: "ledger-differs", ...place, detail: "its ledger entries are not those recorded with the event" })
  }
  for (const { account, expected, balance } of yield* ledgerBalances(sql)) {
    found.add({ kind: "balance-differs", account, detail: `stands at ${balance}, its entries give ${expected}` })
  }
  yield* verifyBeside(sql, found)
  yield* verifyCoded(sql, key, coded, found)
  yield* verifyCounters(sql, found)
  if (files !== undefined) yield* verifyFiles(files, named, found)
  return { ...counts, batches: seals.batches, unsealed: open[0]?.unsealed ?? 0 }
})

const nothing = { events: 0, streams: 0, erased: 0, batches: 0, unsealed: 0 }

const check = Effect.fnUntraced(function* (options: Options) {
  const sql = yield* SqlClient.SqlClient
  const found = collector()
  if (options.made !== undefined) yield* verifySchema(sql, options.made, found)
  const altered = found.findings.length > 0
  const counts = yield* sql.withTransaction(checkLog(options, found)).pipe(
    Effect.catchTag("SqlError", (error) => {
      if (!altered) return Effect.fail(error)
      found.add({ kind: "not-checked", detail: `what is in the tables cannot be read: ${error.message}` })
      return Effect.succeed(nothing)
    })
  )
  const report: Report = { ...counts, findings: found.findings, sound: found.findings.length === 0 }
  return report
})

interface Options {
  /** Gives anew what the events of a stream come to: the read tables are held to it. */
  readonly replay?: Replay
  /** What the migrations make: the tables are held to it. */
  readonly made?: MadeSchema
  /** The tables whose rows carry codes. */
  readonly coded?: ReadonlyArray<CodedTable>
  /** The folder of files: those that events name are looked for there. */
  readonly files?: Files["Service"]
}

/** Reads everything once, at one moment, and says what was done to it past the store. */
export const verify = (
  options: Options = {}
): Effect.Effect<Report, SqlError.SqlError, SqlClient.SqlClient | SealKey | SealAnchor> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    return yield* sql.withTransaction(
      Effect.andThen(sql`SELECT set_config('statement_timeout', '0', true)`, check(options))
    )
  }).pipe(Effect.provideService(SqlClient.BeginTransaction, "BEGIN ISOLATION LEVEL REPEATABLE READ"))
