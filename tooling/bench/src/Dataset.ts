import { randomUUID } from "node:crypto"
import { type Filled, fill, type Place, servicesAt } from "@phakhi/faults/Filled"
import { headsDigest, logDigest, sealOf } from "@phakhi/store/Seal"
import { SealKey } from "@phakhi/store/SealKey"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** Lessons that bring the history of the grant that is copied past fifty events. */
const lessons = 40

/**
 * Copies of one real partnership and of its whole history, with ids and titles of their own, and spread over ten
 * missions: a column that stays as it is when a command is carried out. Their hash chains are those of the original:
 * good for measuring, not for verifying.
 */
const copyText = `WITH original AS (SELECT * FROM record WHERE record = 'partnership' AND id = $1::uuid),
  copies AS (SELECT n, gen_random_uuid() AS id FROM generate_series($2::int, $3::int) AS n),
  missions AS (SELECT $4::uuid[] AS ids),
  made AS (
    INSERT INTO record (record, id, version, head_hash, state, owner, parties, candidates, assigned, recused, opens_at,
      public, title_th, title_en, status, columns, sort_keys, search, search_further, updated_at)
    SELECT o.record, c.id, o.version, o.head_hash,
      o.state || jsonb_build_object('id', c.id, 'mission', m.ids[1 + c.n % 10],
        'title', o.state->'title' || jsonb_build_object('th', o.title_th || ' ' || c.n)),
      o.owner, o.parties, o.candidates, o.assigned, o.recused, o.opens_at, o.public, o.title_th || ' ' || c.n, o.title_en,
      CASE WHEN c.n % 10 = 0 THEN 'Closed' ELSE o.status END,
      o.columns || jsonb_build_object('mission', m.ids[1 + c.n % 10]),
      o.sort_keys || jsonb_build_object('title', (o.sort_keys->>'title') || ' ' || c.n,
        'status', CASE WHEN c.n % 10 = 0 THEN 'Closed' ELSE o.status END),
      o.search || ' ' || c.n, o.search_further, o.updated_at - c.n * interval '1 minute'
    FROM original o, copies c, missions m)
  INSERT INTO event (record, stream, version, id, type, schema_version, at, recorded_at, actor, cause, data, postings,
    prev_hash, hash)
  SELECT e.record, c.id, e.version, gen_random_uuid(), e.type, e.schema_version, e.at, e.recorded_at, e.actor, e.cause,
    e.data, NULL, e.prev_hash, e.hash
  FROM copies c, event e WHERE e.record = 'partnership' AND e.stream = $1::uuid`

/** Copies carry no code of the key: a seal that speaks for none of them lets the server begin after them. */
const passOver = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const key = yield* SealKey
  const [last] = yield* sql<{ batch: number; seal: string }>`SELECT batch, seal FROM seal ORDER BY batch DESC LIMIT 1`
  const [end] = yield* sql<{ upto: bigint }>`SELECT max(position) AS upto FROM event`
  const batch = {
    batch: (last?.batch ?? 0) + 1,
    at: new Date().toISOString(),
    upto: BigInt(end?.upto ?? 0),
    streams: 0,
    previous: last?.seal ?? "",
    log: logDigest().take(),
    refused: [],
    coded: true
  }
  const seal = sealOf(key, batch, headsDigest().take())
  yield* sql`INSERT INTO seal (batch, at, upto, streams, previous, seal, log, refused, coded)
    VALUES (${batch.batch}, ${batch.at}::timestamptz, ${String(batch.upto)}::bigint, 0, ${batch.previous}, ${seal}, ${batch.log}, '[]', TRUE)`
})

export interface Dataset {
  readonly filled: Filled
  /** The partnerships that are alike, with at least fifty events each. */
  readonly partnerships: ReadonlyArray<string>
  readonly eventsEach: number
  /** Each holds a tenth of them; in the first, every partnership is closed. */
  readonly missions: ReadonlyArray<string>
  /** One partnership for each race, with 1,000 baht to give and nothing given yet. */
  readonly races: ReadonlyArray<string>
}

/** Takes one grant from its mission to the money through the operations themselves, and copies it. */
export const load = (place: Place, copies: number, races: number): Promise<Dataset> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const filled = yield* fill([
      { name: "copied", value: "1000000", lessons },
      ...Array.from({ length: races }, (_, index) => ({ name: `race-${index}`, value: "1000" }))
    ])
    const [original = "", ...rest] = filled.grants
    const missions = Array.from({ length: 10 }, () => randomUUID())
    yield* sql`SELECT set_config('statement_timeout', '0', false)`
    // A piece at a time, as no single statement may run for long.
    const piece = 500
    for (let from = 0; from < copies; from += piece) {
      yield* sql.unsafe(copyText, [original, from + 1, Math.min(from + piece, copies), `{${missions.join(",")}}`])
    }
    yield* passOver
    yield* sql.unsafe(`ANALYZE`).unprepared
    const alike = yield* sql<{ id: string; events: number }>`SELECT r.id, r.version AS events FROM record r
      WHERE r.record = 'partnership' AND r.id <> ALL (${rest}::uuid[]) AND r.status = 'Running' ORDER BY r.id`
    return {
      filled,
      missions,
      partnerships: alike.map(({ id }) => id),
      eventsEach: Math.min(...alike.map(({ events }) => events)),
      races: rest
    }
  }).pipe(Effect.provide(servicesAt(place)), Effect.orDie, Effect.runPromise)
