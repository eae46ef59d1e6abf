import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type ApiProcess, startApi } from "@phakhi/faults/ApiProcess"
import { startPostgres } from "@phakhi/testing/Postgres"
import pg from "pg"
import type { Figure } from "./Figures.ts"
import { fire, median, only, type Shot } from "./Fire.ts"
import { comparable, shotOf, workloads } from "./ListRoutes.ts"
import { prepareListReference, startReference } from "./ReferenceProcess.ts"
import { loadScale, type Scale } from "./Scale.ts"

interface Opened {
  readonly scale: Scale
  readonly databaseUrl: string
  readonly api: ApiProcess
}

const timed = async (url: string, { headers, path }: Shot): Promise<number> => {
  const began = performance.now()
  const response = await fetch(`${url}${path}`, { headers })
  await response.arrayBuffer()
  const took = performance.now() - began
  if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}`)
  return took
}

/** The median time of one request at a time. */
const time = async (url: string, shot: Shot, requests: number): Promise<number> => {
  const times = []
  for (let request = 0; request < requests; request++) times.push(await timed(url, shot))
  return median(times)
}

/** Both sides by turns, so that what else the machine does falls on both; the median of the ratios of neighbours. */
const compare = async (
  ours: readonly [url: string, shot: Shot],
  other: readonly [url: string, shot: Shot],
  { requests, rounds }: { readonly requests: number; readonly rounds: number }
) => {
  for (const side of [ours, other]) await time(...side, 3)
  const found: Array<{ readonly mine: number; readonly theirs: number; readonly ratio: number }> = []
  for (let round = 0; round < rounds; round++) {
    const [mine, theirs] = [await time(...ours, requests), await time(...other, requests)]
    found.push({ mine, theirs, ratio: mine / theirs })
  }
  const of = (pick: (round: (typeof found)[number]) => number) => median(found.map(pick))
  return { ours: of(({ mine }) => mine), reference: of(({ theirs }) => theirs), ratio: of(({ ratio }) => ratio) }
}

/** The most memory that a process has had so far, in MB. */
const peakMemory = (pid: number): number =>
  Number(/VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024

/** Lists and tasks over ten thousand and a million records, beside each other, and beside one hand-written statement. */
export const lists = async (
  { few, many, middle, quick }: { few: number; many: number; middle: number; quick: boolean },
  add: (figure: Figure) => void,
  say: (text: string) => void
) => {
  const cluster = await startPostgres({ durable: true, settings: { shared_buffers: "512MB" } })
  const folder = mkdtempSync(join(tmpdir(), "phakhi-bench-"))
  const closers: Array<() => Promise<unknown>> = []
  const pace = quick ? { requests: 7, rounds: 3 } : { requests: 15, rounds: 5 }
  const open = async (records: number): Promise<Opened> => {
    const began = performance.now()
    const client = new pg.Client({ connectionString: cluster.url })
    await client.connect()
    await client.query(`CREATE DATABASE lists_${records}`)
    await client.end()
    const databaseUrl = cluster.url.replace(/[^/]*$/u, `lists_${records}`)
    const place = { folder: join(folder, String(records)), databaseUrl }
    const scale = await loadScale(place, records)
    const api = await startApi(place)
    closers.push(() => api.kill("SIGTERM"))
    say(`${records} records, loaded in ${Math.round((performance.now() - began) / 1000)} s`)
    return { scale, databaseUrl, api }
  }
  try {
    const [small, large, between] = [await open(few), await open(many), await open(middle)]
    for (const workload of workloads) {
      const [mine, theirs] = await Promise.all([large, small].map(({ api, scale }) => shotOf(api.url, scale, workload)))
      if (mine === undefined || theirs === undefined) continue
      add({
        name: `${workload.name}, ${many} records against ${few}`,
        unit: "ms",
        ...(await compare([large.api.url, mine], [small.api.url, theirs], pace)),
        goal: { atMost: 1.5 }
      })
    }
    await prepareListReference(between.databaseUrl)
    const reference = await startReference(between.databaseUrl)
    closers.push(reference.stop)
    for (const workload of workloads.filter(({ name }) => comparable.includes(name))) {
      const shot = await shotOf(between.api.url, between.scale, workload)
      const theirs = await shotOf(`${reference.url}/lists`, between.scale, workload)
      const found = await compare(
        [between.api.url, shot],
        [reference.url, { ...theirs, path: `/lists${theirs.path}` }],
        pace
      )
      add({
        name: `${workload.name}, one statement on ${middle} records`,
        unit: "ms",
        ...found,
        ratio: 1 / found.ratio,
        goal: { atLeast: 0.7 }
      })
    }
    const shots = await Promise.all(workloads.map((workload) => shotOf(large.api.url, large.scale, workload)))
    let asked = 0
    const next = () => shots[asked++ % shots.length] as Shot
    const hits = await fire({ url: large.api.url, next, seconds: quick ? 5 : 20 })
    only(hits.statuses, 200, 503)
    const memory = peakMemory(large.api.child.pid ?? 0)
    add({
      name: `memory of the server, ${many} records, 32 callers`,
      unit: "MB",
      ours: memory,
      reference: null,
      ratio: memory,
      goal: { atMost: 300 },
      note: `${Math.round(hits.perSecond)} requests/s of all workloads`
    })
  } finally {
    for (const close of closers) await close()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
