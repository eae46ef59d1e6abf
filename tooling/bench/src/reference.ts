/**
 * The hand-written server that ours is measured against: Hono and node-postgres, one statement per request,
 * no process, no rules, no audit. The statement looks the key up, authorises and fetches in one.
 */
import { createHash } from "node:crypto"
import { serve } from "@hono/node-server"
import { Hono } from "hono"
import pg from "pg"

// The same costs as ours, and for the list a plan for its very values: the reference is to be as fast as it can be.
const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"],
  max: 10,
  options: "-c random_page_cost=1.1"
})
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const headers = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "content-type": "application/json; charset=UTF-8",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'"
}

const bearer = /^Bearer phk_([a-z0-9]{8})_(\S{43})$/

const keyOf = (authorization: string | undefined): readonly [prefix: string, hash: string] => {
  const [, prefix = "", secret = ""] = bearer.exec(authorization ?? "") ?? []
  return [prefix, createHash("sha256").update(Buffer.from(secret, "base64url")).digest("hex")]
}

const caller = `caller AS (SELECT a.id, (a.state->>'organisation')::uuid AS organisation
  FROM api_key k JOIN record a ON a.record = 'account' AND a.id = k.account AND a.status = 'active'
  WHERE k.prefix = $1 AND k.secret_hash = $2 AND k.revoked_at IS NULL AND k.expires_at > now())`

const getText = `WITH ${caller} SELECT v.version, v.body FROM bench_view v, caller c
  WHERE v.id = $3::uuid AND (v.owner = c.organisation OR c.organisation = ANY (v.parties))`

const listWhere = `record = 'partnership' AND status = $3 AND columns->>'mission' = $4
  AND (owner = c.organisation OR c.organisation = ANY (parties))`

const listedRow = `json_build_object('id', id, 'version', version, 'title',
    CASE WHEN title_en IS NULL THEN json_build_object('th', title_th)
      ELSE json_build_object('th', title_th, 'en', title_en) END,
    'status', status, 'owner', owner, 'updatedAt', updated,
    'columns', CASE WHEN due IS NULL THEN columns ELSE columns || jsonb_build_object('nextDue', due) END,
    'late', coalesce(due < to_char(now() AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD'), false))`

const listText = `WITH ${caller} SELECT
  (SELECT count(*)::int FROM record, caller c WHERE ${listWhere}) AS total,
  coalesce(json_agg(${listedRow}), '[]') AS data
  FROM (SELECT record.*, to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS updated
    FROM record, caller c WHERE ${listWhere} ORDER BY updated_at DESC, record.id DESC LIMIT 51) found`

const learnText = `WITH ${caller} UPDATE bench_partnership p SET version = version + 1,
  state = jsonb_set(state, '{delivery,lessons}', (state#>'{delivery,lessons}') || jsonb_build_object(
    'id', gen_random_uuid(), 'kind', $4::text, 'text', $5::text, 'by', c.id, 'at', now()))
  FROM caller c WHERE p.id = $3::uuid AND (p.owner = c.organisation OR c.organisation = ANY (p.parties))
  RETURNING p.version, p.state, p.actions`

const payText = `WITH ${caller}, paid AS (
    UPDATE bench_budget b SET used = used + $4::bigint FROM caller c WHERE b.id = $3::uuid AND used + $4::bigint <= ceiling
    RETURNING b.id)
  INSERT INTO bench_payment (budget, amount) SELECT id, $4::bigint FROM paid RETURNING id`

const orders = { title: "title_key", updated: "updated_at" } as const

/** The list over everything that an officer sees: one statement, written out for what is asked. */
const listedText = (query: Readonly<Record<string, string>>, values: Array<string>): string => {
  const bind = (value: string) => `$${values.push(value)}`
  const [key, id] = query["cursor"]?.split("|") ?? []
  const order = orders[query["sort"] === "updated" ? "updated" : "title"]
  const [beyond, direction] = query["descending"] === "true" ? ["<", "DESC"] : [">", "ASC"]
  const where = [
    "(public OR owner = c.organisation)",
    ...(query["status"] === undefined ? [] : [`status = ${bind(query["status"])}`]),
    ...(query["mission"] === undefined ? [] : [`mission = ${bind(query["mission"])}`]),
    ...(query["search"] === undefined ? [] : [`search LIKE ${bind(`%${query["search"]}%`)}`])
  ].join(" AND ")
  const cast = order === "updated_at" ? "timestamptz" : "text"
  const after =
    key === undefined ? "" : ` AND (${order}, l.id) ${beyond} (${bind(key)}::${cast}, ${bind(id ?? "")}::uuid)`
  return `WITH ${caller} SELECT
  (SELECT count(*)::int FROM (SELECT 1 FROM bench_list l, caller c WHERE ${where} LIMIT 1001) counted) AS total,
  coalesce(json_agg(${listedRow}), '[]') AS data,
  (array_agg(key))[50]::text AS key
  FROM (SELECT l.*, ${order} AS key, to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS updated
    FROM bench_list l, caller c WHERE ${where}${after} ORDER BY ${order} ${direction}, l.id ${direction} LIMIT 51) found`
}

const app = new Hono()
  .get("/lists/v1/partnerships", async (c) => {
    const values = [...keyOf(c.req.header("authorization"))]
    const text = listedText(c.req.query(), values)
    const { rows } = await pool.query<{ total: number; key: string; data: ReadonlyArray<{ id: string }> }>({
      text,
      values
    })
    const { data = [], key = "", total = 0 } = rows[0] ?? {}
    const page = data.slice(0, 50)
    const next = data.length > 50 ? `${key}|${page.at(-1)?.id}` : null
    const answer = { data: page, total: Math.min(total, 1000), totalIsExact: total <= 1000, next }
    return c.body(JSON.stringify(answer), 200, headers)
  })
  .get("/readyz", (c) => c.text("ready"))
  .get("/v1/partnerships", async (c) => {
    const { mission = "", status = "" } = c.req.query()
    const { rows } = await pool.query<{ total: number; data: ReadonlyArray<{ id: string; updatedAt: string }> }>({
      text: listText,
      values: [...keyOf(c.req.header("authorization")), status, mission]
    })
    const { data = [], total = 0 } = rows[0] ?? {}
    const page = data.slice(0, 50)
    const last = page.at(-1)
    const cursor = { sort: "updated", descending: true, key: last?.updatedAt, id: last?.id }
    const next = data.length > 50 ? Buffer.from(JSON.stringify(cursor)).toString("base64url") : null
    return c.body(JSON.stringify({ data: page, total, totalIsExact: true, next }), 200, headers)
  })
  .get("/v1/partnerships/:id", async (c) => {
    const { rows } = await pool.query<{ version: number; body: string }>({
      name: "get",
      text: getText,
      values: [...keyOf(c.req.header("authorization")), c.req.param("id")]
    })
    const [row] = rows
    return row === undefined
      ? c.body("{}", 404, headers)
      : c.body(row.body, 200, { ...headers, etag: `"${row.version}"` })
  })
  .post("/v1/partnerships/:id/lessons/record", async (c) => {
    const { kind, text } = await c.req.json<{ kind: string; text: string }>()
    const id = c.req.param("id")
    const { rows } = await pool.query<{ version: number; state: object; actions: object }>({
      name: "learn",
      text: learnText,
      values: [...keyOf(c.req.header("authorization")), id, kind, text]
    })
    const [row] = rows
    if (row === undefined) return c.body("{}", 404, headers)
    const { actions, state, version } = row
    return c.body(JSON.stringify({ record: "partnership", id, version, data: state, actions }), 200, {
      ...headers,
      etag: `"${version}"`
    })
  })
  .post("/v1/partnerships/:id/disbursements/prepare", async (c) => {
    const { amount } = await c.req.json<{ amount: { amount: string } }>()
    const id = c.req.param("id")
    const satang = Math.round(Number(amount.amount) * 100)
    const { rows } = await pool.query<{ id: number }>({
      name: "pay",
      text: payText,
      values: [...keyOf(c.req.header("authorization")), id, satang]
    })
    const [row] = rows
    return row === undefined
      ? c.body(JSON.stringify({ code: "CeilingExceeded", status: 422 }), 422, headers)
      : c.body(null, 204, { ...headers, etag: `"${row.id}"` })
  })

const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.env["PORT"]) })
process.once("SIGTERM", () => {
  server.close()
  void pool.end().then(() => process.exit(0))
})
