import { randomUUID } from "node:crypto"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { accessColumns } from "../src/Access.ts"
import { columns } from "../src/AppendPayload.ts"
import { type Beside, chained, digestOf, type Envelope, genesis, withPersonal } from "../src/Chain.ts"
import { replay } from "./Counter.ts"

/** What was done, and where it must be found; a mutation without a place is found anywhere. */
export interface Done {
  readonly what: string
  readonly stream?: string
  readonly version?: number
}

export type Random = (below: number) => number
type Sql = SqlClient.SqlClient
export type Mutation = (sql: Sql, random: Random) => Effect.Effect<Done, SqlError.SqlError>

interface Row {
  readonly record: string
  readonly stream: string
  readonly version: number
  readonly id: string
  readonly type: string
  readonly schema_version: number
  readonly at: Date
  readonly recorded_at: Date
  readonly actor: unknown
  readonly cause: unknown
  readonly data: { readonly [field: string]: unknown }
  readonly personal: NonNullable<Envelope["personal"]> | null
  readonly postings: NonNullable<Envelope["postings"]> | null
  readonly hash: string
}

const orNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

const pick = <A>(random: Random, from: ReadonlyArray<A>): A => {
  const one = from[random(from.length)]
  if (one === undefined) throw new Error("nothing to mutate")
  return one
}

/** Events that a seal covers, so that nothing but the seal can give a skilled hand away. */
const sealed = (sql: Sql) =>
  sql<Row>`SELECT e.* FROM event e JOIN (SELECT record, stream, max(version) AS version FROM seal_head
    GROUP BY record, stream) s ON s.record = e.record AND s.stream = e.stream AND e.version <= s.version
    ORDER BY e.record, e.stream, e.version`

const anyEvent = Effect.fnUntraced(function* (sql: Sql, random: Random) {
  return pick(random, yield* sql<Row>`SELECT * FROM event ORDER BY record, stream, version`)
})

const at = (row: Row) => [row.record, row.stream, row.version]
const where = "WHERE record = $1::text AND stream = $2::uuid AND version = $3::int"

const eventChange = (what: string, set: string): Mutation =>
  Effect.fnUntraced(function* (sql, random) {
    const row = yield* anyEvent(sql, random)
    yield* sql.unsafe(`UPDATE event SET ${set} ${where}`, at(row))
    return { what, stream: row.stream, version: row.version }
  })

const rowChange = (what: string, set: string): Mutation =>
  Effect.fnUntraced(function* (sql, random) {
    const rows = yield* sql<{ record: string; id: string }>`SELECT record, id FROM record ORDER BY record, id`
    const { record, id } = pick(random, rows)
    yield* sql.unsafe(`UPDATE record SET ${set} WHERE record = $1::text AND id = $2::uuid`, [record, id])
    return { what, stream: id }
  })

const taskChange = (what: string, set: string): Mutation =>
  Effect.fnUntraced(function* (sql, random) {
    const { id } = pick(random, yield* sql<{ id: string }>`SELECT id FROM task ORDER BY record, id`)
    yield* sql.unsafe(`UPDATE task SET ${set} WHERE id = $1::uuid`, [id])
    return { what, stream: id }
  })

const plain =
  (what: string, text: string): Mutation =>
  (sql) =>
    Effect.as(sql.unsafe(text), { what })

const envelope = (row: Row): Envelope => ({
  record: row.record,
  stream: row.stream,
  version: row.version,
  id: row.id,
  type: row.type,
  schemaVersion: row.schema_version,
  at: row.at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  actor: row.actor,
  cause: row.cause,
  data: row.data,
  ...(row.personal === null ? {} : { personal: row.personal }),
  ...(row.postings === null ? {} : { postings: row.postings })
})

/** Writes a stream anew with right hashes and a fitting record, as somebody would who knows how all this works. */
const rewrite = Effect.fnUntraced(function* (sql: Sql, rows: ReadonlyArray<Row>, position?: string) {
  let previous = genesis
  for (const row of rows) {
    const hash = chained(previous, digestOf(envelope(row)))
    if (hash === row.hash) {
      previous = hash
      continue
    }
    yield* sql.unsafe(`DELETE FROM event ${where}`, at(row))
    yield* sql.unsafe(
      `INSERT INTO event (record, stream, version, id, type, schema_version, at, recorded_at, actor, cause, data,
         personal, postings, prev_hash, hash, position)
       VALUES ($1::text, $2::uuid, $3::int, $4::uuid, $5::text, $6::int, $7::timestamptz, $8::timestamptz, $9::jsonb,
         $10::jsonb, $11::jsonb, $12::jsonb, $13::jsonb, $14::text, $15::text, ${position ?? "nextval('event_position_seq')"})`,
      [
        ...[row.record, row.stream, row.version, row.id, row.type, row.schema_version],
        ...[row.at.toISOString(), row.recorded_at.toISOString(), JSON.stringify(row.actor), JSON.stringify(row.cause)],
        ...[JSON.stringify(row.data), orNull(row.personal), orNull(row.postings), previous, hash]
      ]
    )
    previous = hash
  }
  const last = rows.at(-1)
  if (last === undefined) return
  const personal = yield* sql<Beside & { event: string }>`SELECT event, place, subject, data,
    erased_at::text AS "erasedAt" FROM personal`
  const { state, access, row } = replay(
    last.record,
    rows.map(({ id, type, data }) => ({
      type,
      data: withPersonal(
        data,
        personal.filter(({ event }) => event === id)
      )
    }))
  )
  const list = columns(row)
  const reached = accessColumns(access)
  yield* sql.unsafe(
    `INSERT INTO record (record, id, version, head_hash, state, owner, parties, candidates, assigned, recused, opens_at,
       public, title_th, title_en, status, columns, sort_keys, search, search_further, updated_at)
     VALUES ($1::text, $2::uuid, $3::int, $4::text, $5::jsonb, $6::uuid, $7::uuid[], $8::uuid[], $9::jsonb, $10::uuid[],
       $11::timestamptz, $12::boolean, $13::text, $14::text, $15::text, $16::jsonb, $17::jsonb, $18::text, $19::text, $20::timestamptz)
     ON CONFLICT (record, id) DO UPDATE SET version = excluded.version, head_hash = excluded.head_hash,
       state = excluded.state, public = excluded.public, title_th = excluded.title_th, title_en = excluded.title_en,
       status = excluded.status, columns = excluded.columns, sort_keys = excluded.sort_keys,
       search = excluded.search, search_further = excluded.search_further, updated_at = excluded.updated_at`,
    [
      ...[last.record, last.stream, last.version, previous, JSON.stringify(state), access.owner],
      ...[reached.parties, reached.candidates, JSON.stringify(reached.assigned), reached.recused],
      ...[reached.opensAt, reached.public],
      ...[list.titleTh, list.titleEn],
      ...[list.status, JSON.stringify(list.columns), JSON.stringify(list.sortKeys), list.search, list.searchFurther],
      last.at.toISOString()
    ]
  )
})

/** An event at the end of a stream with plain hashes and a fitting record, as whoever writes to the tables can make it. */
export const forgeEvent = Effect.fnUntraced(function* (sql: Sql, stream: string, data: Row["data"]) {
  const whole = yield* sql<Row>`SELECT * FROM event WHERE stream = ${stream}::uuid ORDER BY version`
  const last = whole.at(-1)
  if (last === undefined) throw new Error("nothing to forge after")
  const version = last.version + 1
  const forged = { ...last, id: randomUUID(), version, data, personal: null, postings: null }
  yield* sql.withTransaction(
    Effect.andThen(sql`SET LOCAL session_replication_role = replica`, rewrite(sql, [...whole, forged]))
  )
  return version
})

const sealedStream = Effect.fnUntraced(function* (sql: Sql, random: Random) {
  const rows = yield* sealed(sql)
  const { stream } = pick(random, rows)
  return {
    stream,
    whole: yield* sql<Row>`SELECT * FROM event WHERE stream = ${stream}::uuid ORDER BY version`,
    sealed: rows.filter((row) => row.stream === stream)
  }
})

const tidyLedger = Effect.fnUntraced(function* (sql: Sql) {
  yield* sql`DELETE FROM ledger_entry l WHERE NOT EXISTS (SELECT FROM event e
    WHERE e.record = l.record AND e.stream = l.stream AND e.version = l.version)`
  yield* sql`DELETE FROM ledger_balance`
  yield* sql`INSERT INTO ledger_balance SELECT account, sum(delta) FROM (SELECT debit AS account, -amount AS delta
    FROM ledger_entry UNION ALL SELECT credit, amount FROM ledger_entry) moves GROUP BY account`
  yield* sql`DELETE FROM personal p WHERE NOT EXISTS (SELECT FROM event e WHERE e.id = p.event)`
})

const cutTail: Mutation = Effect.fnUntraced(function* (sql, random) {
  const { stream, whole, sealed } = yield* sealedStream(sql, random)
  const keep = 1 + random(sealed.length - 1)
  yield* sql`DELETE FROM event WHERE stream = ${stream}::uuid AND version > ${keep}::int`
  yield* rewrite(sql, whole.slice(0, keep))
  yield* tidyLedger(sql)
  return { what: "cut tail", stream }
})

const removeStream: Mutation = Effect.fnUntraced(function* (sql, random) {
  const { stream } = yield* sealedStream(sql, random)
  yield* sql`DELETE FROM event WHERE stream = ${stream}::uuid`
  yield* sql`DELETE FROM record WHERE id = ${stream}::uuid`
  yield* tidyLedger(sql)
  return { what: "removed stream", stream }
})

const recomputeChain: Mutation = Effect.fnUntraced(function* (sql, random) {
  const { stream, whole, sealed } = yield* sealedStream(sql, random)
  const forged = random(sealed.length)
  yield* rewrite(
    sql,
    whole.map((row, index) => (index === forged ? { ...row, data: { ...row.data, n: 1_000_000 } } : row))
  )
  return { what: "recomputed chain", stream }
})

const insertRecomputed: Mutation = Effect.fnUntraced(function* (sql, random) {
  const { stream, whole, sealed } = yield* sealedStream(sql, random)
  const place = random(sealed.length)
  const forged = pick(random, whole)
  const rows = [
    ...whole.slice(0, place),
    { ...forged, id: randomUUID(), data: { n: 5 }, postings: null },
    ...whole.slice(place)
  ].map((row, index) => ({ ...row, version: index + 1 }))
  yield* sql`DELETE FROM event WHERE stream = ${stream}::uuid`
  yield* rewrite(sql, rows)
  return { what: "insertion with a recomputed chain", stream }
})

const insertStream: Mutation = Effect.fnUntraced(function* (sql, random) {
  const row = pick(random, yield* sealed(sql))
  const stream = randomUUID()
  yield* rewrite(
    sql,
    [{ ...row, id: randomUUID(), stream, version: 1, data: { n: 3 }, postings: null }],
    `-${1 + random(1000)}`
  )
  return { what: "a forged stream among the old ones", stream }
})

const insertRaw: Mutation = Effect.fnUntraced(function* (sql, random) {
  const row = yield* anyEvent(sql, random)
  yield* sql.unsafe(
    `INSERT INTO event (record, stream, version, id, type, schema_version, at, recorded_at, actor, cause, data,
       prev_hash, hash)
     SELECT record, stream, (SELECT max(version) + 1 FROM event x WHERE x.record = e.record AND x.stream = e.stream),
       gen_random_uuid(), type, schema_version, at, recorded_at, actor, cause, data, prev_hash, hash
     FROM event e ${where}`,
    at(row)
  )
  return { what: "insertion", stream: row.stream }
})

const removeEvent: Mutation = Effect.fnUntraced(function* (sql, random) {
  const row = yield* anyEvent(sql, random)
  yield* sql.unsafe(`DELETE FROM event ${where}`, at(row))
  return { what: "removal", stream: row.stream }
})

const reorder: Mutation = Effect.fnUntraced(function* (sql, random) {
  const { stream, whole } = yield* sealedStream(sql, random)
  const first = random(whole.length - 1)
  const [left, right] = [whole[first], whole[first + 1 + random(whole.length - 1 - first)]]
  if (left === undefined || right === undefined) throw new Error("nothing to reorder")
  const move = (from: number, to: number) =>
    sql`UPDATE event SET version = ${to}::int WHERE stream = ${stream}::uuid AND version = ${from}::int`
  yield* move(left.version, 100_000)
  yield* move(right.version, left.version)
  yield* move(100_000, right.version)
  return { what: "reordering", stream, version: left.version }
})

const reorderRecomputed: Mutation = Effect.fnUntraced(function* (sql, random) {
  const { stream, whole, sealed } = yield* sealedStream(sql, random)
  const first = random(sealed.length - 1)
  const rows = [...whole]
  const [left, right] = [rows[first], rows[first + 1]]
  if (left === undefined || right === undefined) throw new Error("nothing to reorder")
  rows[first] = { ...right, version: left.version }
  rows[first + 1] = { ...left, version: right.version }
  yield* sql`DELETE FROM event WHERE stream = ${stream}::uuid`
  yield* rewrite(sql, rows)
  return { what: "reordering with a recomputed chain", stream }
})

const cutSeals: Mutation = Effect.fnUntraced(function* (sql, random) {
  const from = 1 + random(3)
  yield* sql`DELETE FROM seal WHERE batch >= ${from}::int`
  yield* sql`DELETE FROM seal_head WHERE batch >= ${from}::int`
  return { what: "cut seals" }
})

const forgeTail: Mutation = Effect.fnUntraced(function* (sql, random) {
  const { stream } = yield* anyEvent(sql, random)
  yield* forgeEvent(sql, stream, { n: 4 })
  return { what: "a forged event at the end", stream }
})

/** Two neighbours of one batch change places in the log; each stream stays as it was. */
const swapPositions: Mutation = Effect.fnUntraced(function* (sql, random) {
  const [left, right] = yield* sql<{ position: bigint }>`SELECT position FROM event
    WHERE position > ${random(20)}::bigint ORDER BY position LIMIT 2`
  if (left === undefined || right === undefined) throw new Error("nothing to swap")
  const move = (from: bigint, to: bigint) =>
    sql`UPDATE event SET position = ${to.toString()}::bigint WHERE position = ${from.toString()}::bigint`
  yield* move(left.position, -1n)
  yield* move(right.position, left.position)
  yield* move(-1n, right.position)
  return { what: "swapped positions" }
})

const one = (table: string) => `ctid = (SELECT ctid FROM ${table} ORDER BY random() LIMIT 1)`

export const mutations: ReadonlyArray<Mutation> = [
  eventChange("type", `type = type || 'x'`),
  eventChange("data", `data = data || '{"n": 999}'`),
  eventChange("data grows", `data = data || '{"hidden": true}'`),
  eventChange("actor", `actor = jsonb_set(actor, '{account}', to_jsonb(gen_random_uuid()))`),
  eventChange("cause", `cause = cause || '{"operation": "mission.approve"}'`),
  eventChange("at", `at = at + interval '1 millisecond'`),
  eventChange("recorded_at", `recorded_at = recorded_at - interval '1 day'`),
  eventChange("id", `id = gen_random_uuid()`),
  eventChange("schema_version", `schema_version = schema_version + 1`),
  eventChange("postings", `postings = '[["a:1", "b:1", "7"]]'`),
  eventChange("hash", `hash = reverse(hash)`),
  eventChange("prev_hash", `prev_hash = 'f' || substr(prev_hash, 2) || '0'`),
  eventChange("mac", `mac = reverse(mac)`),
  eventChange("mac removed", `mac = NULL`),
  removeEvent,
  insertRaw,
  forgeTail,
  swapPositions,
  insertRecomputed,
  insertStream,
  reorder,
  reorderRecomputed,
  cutTail,
  removeStream,
  recomputeChain,
  rowChange("state", `state = jsonb_set(state, '{total}', '123456')`),
  rowChange("owner", `owner = NULL`),
  rowChange("parties", `parties = parties || gen_random_uuid()`),
  rowChange("candidates", `candidates = candidates || gen_random_uuid()`),
  rowChange("assigned", `assigned = '[]'`),
  rowChange("recused", `recused = recused || gen_random_uuid()`),
  rowChange("opens_at", `opens_at = now()`),
  rowChange("public", `public = NOT public`),
  rowChange("title_th", `title_th = title_th || ' '`),
  rowChange("title_en", `title_en = NULL`),
  rowChange("sort_keys", `sort_keys = sort_keys || '{"title": "0"}'`),
  rowChange("search", `search = ''`),
  rowChange("status", `status = 'approved'`),
  rowChange("columns", `columns = '{}'`),
  rowChange("further search text", `search_further = ''`),
  rowChange("updated_at", `updated_at = updated_at + interval '1 second'`),
  rowChange("version", `version = version + 1`),
  rowChange("head_hash", `head_hash = reverse(head_hash)`),
  plain("record removed", `DELETE FROM record WHERE ${one("record")}`),
  plain(
    "record invented",
    `INSERT INTO record SELECT record, gen_random_uuid(), version, head_hash, state, owner, parties, candidates, assigned, recused,
      opens_at, public, title_th, title_en, status, columns, sort_keys, search, search_further, updated_at FROM record WHERE ${one("record")}`
  ),
  plain("ledger amount", `UPDATE ledger_entry SET amount = amount + 1 WHERE ${one("ledger_entry")}`),
  plain("ledger account", `UPDATE ledger_entry SET credit = 'payee:mine' WHERE ${one("ledger_entry")}`),
  plain("ledger removed", `DELETE FROM ledger_entry WHERE ${one("ledger_entry")}`),
  plain(
    "ledger invented",
    `INSERT INTO ledger_entry SELECT record, stream, version, 99, debit, credit, amount, at FROM ledger_entry
      WHERE ${one("ledger_entry")}`
  ),
  plain("balance", `UPDATE ledger_balance SET balance = balance + 1 WHERE ${one("ledger_balance")}`),
  plain("balance removed", `DELETE FROM ledger_balance WHERE account = 'source:1'`),
  plain("balance invented", `INSERT INTO ledger_balance VALUES ('source:mine', 1000)`),
  plain("personal changed", `UPDATE personal SET data = '{"name": "อีกคน"}' WHERE ${one("personal")}`),
  plain(
    "personal swapped",
    `UPDATE personal SET data = (SELECT data FROM personal ORDER BY data::text LIMIT 1)
      WHERE ctid = (SELECT ctid FROM personal ORDER BY data::text DESC LIMIT 1)`
  ),
  plain("personal of somebody else", `UPDATE personal SET subject = gen_random_uuid() WHERE ${one("personal")}`),
  plain("personal removed", `DELETE FROM personal WHERE ${one("personal")}`),
  plain(
    "personal erased by a stranger",
    `UPDATE personal SET data = NULL, erased_at = now(), erasure = repeat('0', 64) WHERE ${one("personal")}`
  ),
  plain(
    "personal invented",
    `INSERT INTO personal (event, place, subject, data) VALUES (gen_random_uuid(), '/personal', gen_random_uuid(), '{}')`
  ),
  rowChange("due", `due = '2099-12-30'`),
  rowChange("nothing due", `due = NULL`),
  rowChange("looked at again later", `refresh_at = now() + interval '1 year'`),
  rowChange("digest of tasks", `tasks_digest = reverse(tasks_digest)`),
  taskChange("task's words", `words_th = words_th || 'x'`),
  taskChange("task's other words", `words_en = ''`),
  taskChange("task's act", `operation = 'missions.register'`),
  taskChange("task's place", `place = place + 1`),
  taskChange("task's organisation", `organisation = gen_random_uuid()`),
  taskChange("task's roles", `roles = '{finance}'`),
  taskChange("task's account", `account = gen_random_uuid()`),
  taskChange("task's exceptions", `except_for = '{finance:x}'`),
  taskChange("task's owner", `owner = NULL`),
  taskChange("task's day", `due = NULL`),
  taskChange("task's mandate", `mandate = '1'`),
  taskChange("task's target", `target = '{"field": "x"}'`),
  taskChange("task's beginning", `since = since - interval '1 day'`),
  taskChange("task's beginning not declared", `since_declared = FALSE`),
  taskChange("task's key", `key = key || 'x'`),
  plain("task removed", `DELETE FROM task WHERE ${one("task")}`),
  plain(
    "task of nothing",
    `INSERT INTO task (record, id, key, operation, words_th, words_en, roles, except_for, since, place)
    VALUES ('mission', gen_random_uuid(), 'x', 'missions.describe', 'x', 'x', '{}', '{}', now(), 1)`
  ),
  plain("answer of another", `UPDATE idempotency SET stream = gen_random_uuid() WHERE ${one("idempotency")}`),
  plain("answer to another act", `UPDATE idempotency SET operation = 'x' WHERE ${one("idempotency")}`),
  plain("answer at another time", `UPDATE idempotency SET at = at + interval '1 second' WHERE ${one("idempotency")}`),
  plain("answer to another sender", `UPDATE idempotency SET sender = 'x' WHERE ${one("idempotency")}`),
  plain("answer forgotten", `DELETE FROM idempotency WHERE ${one("idempotency")}`),
  plain(
    "message of nothing",
    `UPDATE outbox SET payload = payload || jsonb_build_object('id', gen_random_uuid()) WHERE ${one("outbox")}`
  ),
  plain(
    "message to another",
    `UPDATE outbox SET owner = gen_random_uuid() WHERE n = (SELECT o.n FROM outbox o JOIN task t
    ON t.id::text = o.payload->>'id' AND t.key = o.payload->>'key' ORDER BY random() LIMIT 1)`
  ),
  plain(
    "notice to nobody",
    `INSERT INTO notification (account, source, kind, at, words_th, words_en)
    VALUES (gen_random_uuid(), gen_random_uuid(), 'waiting', now(), 'x', 'x')`
  ),
  plain("seal changed", `UPDATE seal SET seal = reverse(seal) WHERE ${one("seal")}`),
  plain("seal's reach", `UPDATE seal SET upto = upto + 1 WHERE ${one("seal")}`),
  plain("seal's time", `UPDATE seal SET at = at + interval '1 hour' WHERE ${one("seal")}`),
  plain("seal's log", `UPDATE seal SET log = reverse(log) WHERE ${one("seal")}`),
  plain("seal's log removed", `UPDATE seal SET log = NULL, refused = NULL WHERE ${one("seal")}`),
  plain("seal's refusals", `UPDATE seal SET refused = '["1"]' WHERE ${one("seal")}`),
  plain("seal said to be of before rows had codes", `UPDATE seal SET coded = NULL WHERE ${one("seal")}`),
  plain("seal removed", `DELETE FROM seal WHERE ${one("seal")}`),
  plain("sealed head changed", `UPDATE seal_head SET hash = reverse(hash) WHERE ${one("seal_head")}`),
  plain("sealed head removed", `DELETE FROM seal_head WHERE ${one("seal_head")}`),
  cutSeals
]
