import { randomUUID } from "node:crypto"
import { provinces } from "@phakhi/domain/kernel/Province"
import { sortKey } from "@phakhi/domain/kernel/SortKey"
import { type Filled, fill, type Place, servicesAt, storeAt } from "@phakhi/faults/Filled"
import { Effect } from "effect"
import pg from "pg"

/** What partnerships are about; every other has the common word. A number comes first, so that no word stands together in the order of the titles. */
const topics = [
  "ดูแลเด็กเล็ก",
  "อบรมอาสาสมัคร",
  "ฟื้นฟูผู้ป่วยติดเตียง",
  "อบรมผู้ดูแลผู้สูงอายุ",
  "จัดการขยะชุมชน",
  "อบรมอาชีพคนพิการ",
  "คุ้มครองผู้บริโภค",
  "อบรมครูปฐมวัย",
  "เฝ้าระวังคุณภาพน้ำ",
  "อบรมแกนนำเยาวชน"
]
/** In so many rows, however many there are. */
const rareRows = 12

export const words = { common: "อบรม", inOneOf77: "หนองคาย", rare: "กระดานหกสีทอง" }

const titles = topics.flatMap((topic) =>
  provinces.map(({ name }) => {
    const th = `${topic} จังหวัด${name.th}`
    return { th, key: sortKey(th) }
  })
)

const recordsText = `
  WITH given AS (SELECT $1::jsonb AS titles, $2::uuid AS owner, $3::uuid AS partner, $4::int AS last, $7::text AS rare),
  drawn AS (
    SELECT n, gen_random_uuid() AS id,
      titles->((hashint4(n) & 2147483647) % jsonb_array_length(titles)) AS title,
      -- One agency in twenty rows asks; two hundred others share the rest.
      CASE WHEN n % 20 = 0 THEN owner ELSE md5('agency ' || n % 200)::uuid END AS owner,
      CASE WHEN (hashint4(n + 8) & 2147483647) % 500 = 0 THEN partner ELSE md5('partner ' || n % (last / 10))::uuid END AS partner,
      md5('mission ' || n % (last / 20))::uuid AS mission,
      (ARRAY['Running','Running','Running','Running','Running','Running','Closed','Closed','Closed','Suspended'])
        [1 + (hashint4(n + 1) & 2147483647) % 10] AS status,
      (ARRAY['grant','contracting','commissioning'])[1 + (hashint4(n + 2) & 2147483647) % 3] AS model,
      'GRA-' || (1 + (hashint4(n + 3) & 2147483647) % 4) AS step,
      (1 + (hashint4(n + 4) & 2147483647) % 50000000)::bigint AS baht,
      $6::date + ((hashint4(n + 5) & 2147483647) % 1100 - 60) AS due,
      (hashint4(n + 6) & 2147483647) % 10 < 8 AS public,
      $6::date::timestamptz - (hashint4(n + 7) & 2147483647) % 100000000 * interval '1 second' AS updated,
      CASE WHEN n % (last / $5::int) = 0 THEN ' ' || rare ELSE '' END AS word,
      lpad(((n::bigint * 7919) % last)::text, 7, '0') AS number
    FROM given, generate_series($8::int, $9::int) AS n)
  INSERT INTO record (record, id, version, head_hash, state, owner, parties, candidates, assigned, recused, public,
    title_th, status, columns, sort_keys, search, search_further, updated_at, due)
  SELECT 'partnership', id, 20, repeat('0', 64), '{}', owner, ARRAY[partner], '{}', '[]', '{}', public,
    number || ' ' || (title->>'th') || word, status,
    jsonb_strip_nulls(jsonb_build_object('mission', mission, 'model', model, 'recipient', partner,
      'step', CASE WHEN status = 'Running' THEN step END,
      'value', jsonb_build_object('amount', baht || '.00', 'currency', 'THB'),
      'due', CASE WHEN status <> 'Closed' THEN due END)),
    jsonb_strip_nulls(jsonb_build_object('title', number || (title->>'key'), 'status', status,
      'model', model, 'step', CASE WHEN status = 'Running' THEN step END, 'value', lpad((1000000000000000 + baht * 100)::text, 17, '0'),
      'due', CASE WHEN status <> 'Closed' THEN due END)),
    ' ' || number || ' ' || (title->>'th') || word, '', updated, CASE WHEN status <> 'Closed' THEN due END
  FROM drawn`

const tasksText = `INSERT INTO task (record, id, key, operation, words_th, words_en, organisation, roles, except_for, since,
    due, place, owner)
  SELECT record, id, 'reports.submit||' || organisation, 'reports.submit', 'ส่งรายงานความคืบหน้า', 'Submit a progress report',
    organisation, ARRAY[role], '{}', updated_at, due::date, 30, owner
  FROM (SELECT r.*, CASE WHEN n % 4 = 0 THEN parties[1] ELSE owner END AS organisation,
      CASE WHEN n % 4 = 0 THEN 'partner-editor'
        WHEN few THEN 'executive' ELSE (ARRAY['programme-officer', 'finance'])[1 + n % 2] END AS role
    FROM (SELECT record.*, row_number() OVER (ORDER BY id)::int AS n,
        row_number() OVER (PARTITION BY owner ORDER BY id) <= 5 AS few FROM record WHERE record = 'partnership'
        AND status <> 'Closed') AS r) AS waiting`

export interface Scale {
  readonly filled: Filled
  readonly records: number
  /** A mission of the asker's agency. */
  readonly mission: string
}

/** So many partnerships and what they wait for, as the store writes them but for their states and events, which no list reads. */
export const loadScale = async (place: Place & { readonly databaseUrl: string }, records: number): Promise<Scale> => {
  const filled = await Effect.runPromise(
    Effect.orDie(Effect.provide(fill([{ name: "grant", value: "1000000" }]), servicesAt(place)))
  )
  const client = new pg.Client({ connectionString: place.databaseUrl })
  await client.connect()
  try {
    // Without indexes rows are written many times as fast. Those of lists are made by the store when it is opened next.
    const { rows: dropped } = await client.query<{ name: string; definition: string }>(
      `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'record' AND indexname <> 'record_pkey'`
    )
    for (const { name } of dropped) await client.query(`DROP INDEX ${name}`)
    const { agency, foundation } = filled.organisations
    const piece = 50_000
    for (let from = 1; from <= records; from += piece) {
      await client.query(recordsText, [
        JSON.stringify(titles),
        agency,
        foundation,
        records,
        rareRows,
        new Date().toISOString().slice(0, 10),
        words.rare,
        from,
        Math.min(records, from + piece - 1)
      ])
    }
    await client.query(tasksText)
    await client.query(`SET maintenance_work_mem = '256MB'`)
    for (const { definition, name } of dropped) if (!name.startsWith("list_")) await client.query(definition)
    // As a server does by itself within minutes: what is known to be visible is counted in the index alone.
    for (const name of ["record", "task"]) await client.query(`VACUUM ANALYZE ${name}`)
    const { rows } = await client.query<{ mission: string }>(
      `SELECT columns->>'mission' AS mission FROM record WHERE record = 'partnership' AND owner = $1 AND state = '{}' LIMIT 1`,
      [agency]
    )
    await Effect.runPromise(Effect.orDie(Effect.provide(Effect.void, storeAt(place))))
    return { filled, records, mission: rows[0]?.mission ?? randomUUID() }
  } finally {
    await client.end()
  }
}
