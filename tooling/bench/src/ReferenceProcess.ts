import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { pause } from "@phakhi/faults/ApiProcess"
import { freePort } from "@phakhi/testing/Port"
import pg from "pg"
import type { Dataset } from "./Dataset.ts"

const script = fileURLToPath(new URL("./reference.ts", import.meta.url))

/**
 * Tables of the reference, holding what ours answers: whole bodies for reading, and for writing the state with the
 * actions beside it.
 */
export const prepareReference = async (databaseUrl: string, original: string, body: string, { races }: Dataset) => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { actions, data } = JSON.parse(body) as {
    readonly actions: unknown
    readonly data: { readonly title: { readonly th: string }; readonly mission: string }
  }
  await client.query(`CREATE TABLE bench_view (id uuid PRIMARY KEY, version int NOT NULL, owner uuid, parties uuid[],
    body text NOT NULL)`)
  await client.query(
    `INSERT INTO bench_view SELECT id, version, owner, parties,
       replace(replace(replace($1::text, $2::text, id::text), $3::text, to_json(state#>>'{title,th}')::text),
         $5::text, state->>'mission')
     FROM record WHERE record = 'partnership' AND id <> ALL ($4::uuid[])`,
    [body, original, JSON.stringify(data.title.th), races, data.mission]
  )
  await client.query(`CREATE TABLE bench_partnership (id uuid PRIMARY KEY, version int NOT NULL, owner uuid,
    parties uuid[], state jsonb NOT NULL, actions jsonb NOT NULL) WITH (fillfactor = 85)`)
  await client.query(
    `INSERT INTO bench_partnership SELECT id, version, owner, parties, state, $1::jsonb FROM record
     WHERE record = 'partnership' AND id <> ALL ($2::uuid[])`,
    [JSON.stringify(actions), races]
  )
  await client.query(`CREATE TABLE bench_budget (id uuid PRIMARY KEY, used bigint NOT NULL DEFAULT 0,
    ceiling bigint NOT NULL CHECK (used <= ceiling)) WITH (fillfactor = 50)`)
  await client.query(`CREATE TABLE bench_payment (id bigserial PRIMARY KEY, budget uuid NOT NULL, amount bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT now())`)
  await client.query(`INSERT INTO bench_budget (id, ceiling) SELECT unnest($1::uuid[]), 100000`, [races])
  await client.query(`ANALYZE`)
  await client.end()
}

/** A table for the one list that the reference has, with the indexes that somebody would give it. */
export const prepareListReference = async (databaseUrl: string) => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`CREATE TABLE bench_list AS SELECT id, version, title_th, title_en, status, columns, due, owner, public,
    search, updated_at, (sort_keys->>'title') COLLATE "C" AS title_key, columns->>'mission' AS mission
    FROM record WHERE record = 'partnership'`)
  for (const kept of [
    "btree (id)",
    "btree (title_key, id)",
    "btree (updated_at, id)",
    "btree (status)",
    "btree (mission)"
  ]) {
    await client.query(`CREATE INDEX ON bench_list USING ${kept}`)
  }
  await client.query(`CREATE INDEX ON bench_list USING gin (search gin_trgm_ops)`)
  await client.query(`VACUUM ANALYZE bench_list`)
  await client.end()
}

export const startReference = async (databaseUrl: string) => {
  const port = await freePort()
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env["PATH"], DATABASE_URL: databaseUrl, PORT: String(port) },
    stdio: ["ignore", "inherit", "inherit"]
  })
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()))
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 500; tries++) {
    const answered = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false
    )
    if (answered) {
      const stop = () => {
        child.kill("SIGTERM")
        return gone
      }
      return { url, pid: child.pid ?? 0, stop }
    }
    await pause(20)
  }
  throw new Error("the reference does not answer")
}
