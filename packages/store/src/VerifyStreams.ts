import type { StoredEvent } from "@phakhi/domain/engine/Event"
import { PersonalDataErased } from "@phakhi/domain/engine/Evolve"
import { filesNamed } from "@phakhi/domain/engine/Files"
import type { FoldedStream } from "@phakhi/domain/engine/FoldStream"
import type { Access } from "@phakhi/domain/kernel/Actor"
import { fromMillis, type Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Clock, Effect, Fiber, Option } from "effect"
import type { SqlClient } from "effect/sql"
import { accessJson } from "./Access.ts"
import { columns } from "./AppendPayload.ts"
import {
  type Beside,
  canonical,
  chained,
  erasureMark,
  eventMac,
  genesis,
  personalDigest,
  withPersonal
} from "./Chain.ts"
import type { Collector, Finding } from "./Findings.ts"
import type { Keyring } from "./KeyChanges.ts"
import { digesting, type EventRow, eventColumns } from "./LoggedEvent.ts"
import { besideJson } from "./Streams.ts"
import { type NamedFiles, nameFiles } from "./VerifyFiles.ts"
import { compareWaiting, type WaitingRow, waitingColumns } from "./VerifyTasks.ts"

/** Folds a stream again from its first event. */
export type Replay = (record: string, events: ReadonlyArray<StoredEvent>) => FoldedStream

interface VerifiedRow extends EventRow {
  readonly position: bigint
  readonly beside: ReadonlyArray<Beside & { readonly erasure: string | null }>
}

const page = 2000

const pageText = `SELECT e.position, ${eventColumns},
    CASE WHEN e.personal IS NULL THEN '[]' ELSE ${besideJson} END AS beside
  FROM event e
  WHERE (e.record, e.stream, e.version) > ($1::text, $2::uuid, $3::int)
  ORDER BY e.record, e.stream, e.version LIMIT ${page}`

interface Head {
  readonly record: string
  readonly stream: string
  readonly version: number
  readonly hash: string
  readonly at: string
  readonly replayed: FoldedStream | undefined
}

interface RecordRow extends WaitingRow {
  readonly record: string
  readonly id: string
  readonly version: number
  readonly head_hash: string
  readonly state: unknown
  readonly access: Access
  readonly row: unknown
  readonly updated_at: Date
}

const recordsText = `SELECT r.record, r.id, r.version, r.head_hash, r.state, r.updated_at,
    ${waitingColumns},
    ${accessJson("r")} AS access,
    json_build_object('titleTh', title_th, 'titleEn', title_en, 'status', status, 'columns', columns,
      'sortKeys', sort_keys, 'search', search, 'searchFurther', search_further) AS row
  FROM record r JOIN jsonb_to_recordset($1::jsonb) AS h (record text, stream uuid)
    ON r.record = h.record AND r.id = h.stream`

type Digests = NonNullable<VerifiedRow["personal"]>

/** What was written past the store may be of any shape; that the event has changed, its hash says. */
const digestsIn = (personal: unknown): Digests =>
  Array.isArray(personal)
    ? personal.filter((one) => Array.isArray(one) && one.length === 3 && one.every((part) => typeof part === "string"))
    : []

/** Holds the personal data beside an event to its digests; answers how much of it is erased. */
const checkPersonal = (keys: Keyring, row: VerifiedRow, held: Map<string, number>, found: Collector): number => {
  const key = keys.ofPosition(row.position)
  const where = { record: row.record, stream: row.stream, version: row.version }
  let erased = 0
  for (const [place, subject, digest] of digestsIn(row.personal)) {
    const kept = row.beside.find((other) => other.place === place && other.subject === subject)
    if (kept === undefined) {
      found.add({ kind: "personal-missing", ...where, detail: "its personal data is gone without a mark of erasure" })
    } else if (kept.erasedAt !== null) {
      erased += 1
      if (kept.erasure !== erasureMark(keys.newest, { event: row.id, place, subject }, kept.erasedAt))
        found.add({ kind: "personal-changed", ...where, detail: "the mark of erasure was not made by this store" })
    } else {
      held.set(subject, row.version)
      if (personalDigest(key, { event: row.id, place, subject, data: kept.data ?? {} }) !== digest)
        found.add({ kind: "personal-changed", ...where, detail: "its personal data is not what was recorded" })
    }
  }
  const gone = row.type === PersonalDataErased.fields._tag.schema.literal ? String(row.data["subject"]) : undefined
  const restored = gone === undefined ? undefined : held.get(gone)
  if (restored !== undefined)
    found.add({
      kind: "personal-restored",
      ...where,
      version: restored,
      detail: `personal data that version ${row.version} erased is there again`
    })
  return erased
}

const stored = (row: VerifiedRow, actor: StoredEvent["actor"], cause: StoredEvent["cause"]): StoredEvent => ({
  id: row.id,
  record: row.record,
  stream: row.stream,
  version: row.version,
  type: row.type,
  schemaVersion: row.schema_version,
  at: row.at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  actor,
  cause,
  data: withPersonal(row.data, row.beside),
  prevHash: row.prev_hash,
  hash: row.hash
})

const compareRecord = (head: Head, row: RecordRow | undefined, now: Instant): ReadonlyArray<Finding> => {
  const place = { record: head.record, stream: head.stream, version: head.version }
  if (row === undefined) return [{ kind: "stream-without-record", ...place, detail: "has events but no record" }]
  if (row.version !== head.version || row.head_hash !== head.hash) {
    return [{ kind: "head-differs", ...place, detail: `the record stands at version ${row.version}` }]
  }
  const differs = (what: string): Finding => ({
    kind: "row-differs",
    ...place,
    detail: `${what} is not what the events give`
  })
  const updated = row.updated_at.toISOString() === head.at ? [] : [differs("updated_at")]
  if (head.replayed === undefined) return updated
  const { state, access, row: list } = head.replayed
  return [
    ...updated,
    ...(canonical(row.state) === canonical(state) ? [] : [differs("state")]),
    ...(canonical(row.access) === canonical(access) ? [] : [differs("access")]),
    ...(canonical(row.row) === canonical(columns(list)) ? [] : [differs("row")]),
    ...compareWaiting(row, head.replayed, now, place)
  ]
}

const fromClock = (millis: number): Instant => Option.getOrThrow(fromMillis(millis))

const compareRecords = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  heads: ReadonlyArray<Head>,
  found: Collector
) {
  if (heads.length === 0) return
  const rows = yield* sql.unsafe<RecordRow>(recordsText, [
    JSON.stringify(heads.map(({ record, stream }) => ({ record, stream })))
  ])
  const now = fromClock(yield* Clock.currentTimeMillis)
  const byId = new Map(rows.map((row) => [`${row.record}/${row.id}`, row]))
  for (const head of heads) found.addAll(compareRecord(head, byId.get(`${head.record}/${head.stream}`), now))
})

/** Walks every chain once, a page at a time, and compares each record with what its events give. */
export const verifyStreams = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  keys: Keyring,
  replay: Replay | undefined,
  found: Collector
) {
  let current: VerifiedRow | undefined
  let replayable: Array<StoredEvent> = []
  let heads: Array<Head> = []
  const digested = digesting()
  const named: NamedFiles = new Map()
  const counts = { events: 0, streams: 0, erased: 0 }
  /** The people of whom the stream at hand holds personal data, each with the version that holds it. */
  const held = new Map<string, number>()

  const finish = (last: VerifiedRow) => {
    counts.streams += 1
    let replayed: FoldedStream | undefined
    try {
      replayed = replay?.(last.record, replayable)
    } catch (cause) {
      const { record, stream, version } = last
      found.add({ kind: "replay-failed", record, stream, version, detail: String(cause) })
    }
    replayable = []
    heads.push({
      record: last.record,
      stream: last.stream,
      version: last.version,
      hash: last.hash,
      at: last.at.toISOString(),
      replayed
    })
  }

  const check = (row: VerifiedRow) => {
    const previous = current?.record === row.record && current.stream === row.stream ? current : undefined
    if (previous === undefined) held.clear()
    if (current !== undefined && previous === undefined) finish(current)
    const place = { record: row.record, stream: row.stream, version: row.version }
    const expected = (previous?.version ?? 0) + 1
    if (row.version !== expected) {
      found.add({ kind: "event-missing", ...place, version: expected, detail: `version ${row.version} follows` })
    } else if (row.prev_hash !== (previous?.hash ?? genesis)) {
      found.add({ kind: "chain-broken", ...place, detail: "does not follow the event before it" })
    }
    const { actor, cause, digest } = digested(row)
    if (chained(row.prev_hash, digest) !== row.hash) {
      found.add({ kind: "event-changed", ...place, detail: "is not what its hash was made of" })
    } else if (row.mac !== null && row.mac !== eventMac(keys.ofPosition(row.position), digest)) {
      found.add({ kind: "event-forged", ...place, detail: "was not written by who holds the key" })
    }
    counts.erased += checkPersonal(keys, row, held, found)
    const event = stored(row, actor, cause)
    nameFiles(named, filesNamed(event.data), place)
    if (replay !== undefined) replayable.push(event)
    counts.events += 1
    current = row
  }

  const read = (from: readonly [string, string, number]) => sql.unsafe<VerifiedRow>(pageText, [...from])
  let reading = yield* Effect.forkChild(read(["", "00000000-0000-0000-0000-000000000000", 0]))
  while (true) {
    const rows: ReadonlyArray<VerifiedRow> = yield* Fiber.join(reading)
    const last = rows.at(-1)
    const more = rows.length === page && last !== undefined
    // The database reads the next page while this one is checked.
    if (more)
      reading = yield* Effect.forkChild(read([last.record, last.stream, last.version]), {
        startImmediately: true
      })
    for (const row of rows) check(row)
    yield* compareRecords(sql, heads, found)
    heads = []
    if (!more) break
  }
  if (current !== undefined) finish(current)
  yield* compareRecords(sql, heads, found)
  return { counts, named }
})
