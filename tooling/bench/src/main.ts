/**
 * Ratios against hand-written references, measured in one run on one machine, the sides taking turns.
 *
 * `--quick`: fewer partnerships and shorter rounds. `--json`: the figures alone, as JSON. `--only get,list,…`: some of
 * them. Exits 1 where a goal is missed.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { startApi } from "@phakhi/faults/ApiProcess"
import { startPostgres } from "@phakhi/testing/Postgres"
import pg from "pg"
import { answers } from "./Answers.ts"
import { type Dataset, load } from "./Dataset.ts"
import { asJson, type Figure, isReached, table } from "./Figures.ts"
import { fire, median, only, type Shot } from "./Fire.ts"
import { lists } from "./Lists.ts"
import { prepareReference, startReference } from "./ReferenceProcess.ts"
import { routesOf } from "./Routes.ts"
import { scoring, startups } from "./Startup.ts"

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    only: { type: "string", default: "get,list,command,race,pglite,lists,answers,startup,kpi" }
  }
})
const { quick } = values
const wanted = values.only.split(",")
const seconds = quick ? 2 : 3
const repetitions = quick ? 2 : 3
const copies = quick ? 1000 : 10_000
/** So many requests pass before anything is counted: compiled code is what runs all day. */
const warmUp = quick ? 500 : 1500
const attempts = quick ? 2000 : 4000

const say = (text: string) => process.stderr.write(`${text}\n`)
const figures: Array<Figure> = []
const add = (figure: Figure) => {
  figures.push(figure)
  say(table([figure]).split("\n")[1] ?? "")
}

interface Side {
  readonly url: string
  readonly next: () => Shot
}

/** Both sides by turns, after a round that only warms them up; the median of the ratios of neighbours. */
const compare = async (ours: Side, reference: Side, first: { readonly amount: number; readonly name?: string }) => {
  const warm = []
  for (const side of [ours, reference]) {
    const hits = await fire({ ...side, amount: first.amount })
    only(hits.statuses, 200)
    warm.push(hits.perSecond)
  }
  const [mine = 0, theirs = 1] = warm
  const said = first.name === undefined ? "" : `; ${first.name} ${(mine / theirs).toFixed(2)}`
  const rounds = []
  for (let round = 0; round < repetitions; round++) {
    const mine = await fire({ ...ours, seconds })
    const theirs = await fire({ ...reference, seconds })
    for (const { statuses } of [mine, theirs]) only(statuses, 200)
    rounds.push({ ours: mine, reference: theirs, ratio: mine.perSecond / theirs.perSecond })
  }
  const p99 = median(rounds.map(({ ours }) => ours.p99))
  return {
    unit: "requests/s" as const,
    ours: median(rounds.map(({ ours }) => ours.perSecond)),
    reference: median(rounds.map(({ reference }) => reference.perSecond)),
    ratio: median(rounds.map(({ ratio }) => ratio)),
    note: `p99 ${p99} ms, reference ${median(rounds.map(({ reference }) => reference.p99))} ms${said}`
  }
}

const body = async (url: string, { headers, path }: Shot): Promise<string> =>
  (await fetch(`${url}${path}`, { headers })).text()

const assertSame = async (ours: string, reference: string, shots: ReadonlyArray<Shot>) => {
  for (const shot of shots) {
    const [mine, theirs] = [await body(ours, shot), await body(reference, shot)]
    if (mine === theirs) continue
    const apart = [...mine].findIndex((letter, index) => letter !== theirs[index])
    const near = (text: string) => text.slice(Math.max(0, apart - 100), apart + 100)
    throw new Error(`the reference answers otherwise: ${shot.path}\n${near(mine)}\n${near(theirs)}`)
  }
}

const paidOut = async (databaseUrl: string, partnership: string): Promise<number> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ paid: number }>(
    `SELECT count(*)::int AS paid FROM event WHERE stream = $1::uuid AND type = 'DisbursementPrepared'`,
    [partnership]
  )
  await client.end()
  return rows[0]?.paid ?? 0
}

const race = async (databaseUrl: string, ours: string, reference: string, dataset: Dataset) => {
  const { payment } = routesOf(dataset)
  const rounds: Array<{ readonly ours: number; readonly reference: number; readonly ratio: number }> = []
  for (const partnership of dataset.races) {
    const next = payment(partnership)
    const mine = await fire({ url: ours, next, amount: attempts })
    const theirs = await fire({ url: reference, next, amount: attempts })
    for (const [name, { statuses }] of [
      ["ours", mine],
      ["the reference", theirs]
    ] as const) {
      only(statuses, 204, 422)
      if (statuses["204"] !== 1000) throw new Error(`${name} paid ${statuses["204"]} of 1000`)
    }
    const paid = await paidOut(databaseUrl, partnership)
    if (paid !== 1000) throw new Error(`${paid} payments of 1 baht were stored against 1000`)
    rounds.push({ ours: mine.perSecond, reference: theirs.perSecond, ratio: mine.perSecond / theirs.perSecond })
  }
  // The first race only warms both sides up.
  const counted = rounds.slice(1)
  const of = (pick: (round: (typeof rounds)[number]) => number) => median(counted.map(pick))
  add({
    name: `race: ${attempts} payments of 1 baht against 1,000, 32 callers`,
    unit: "requests/s",
    ours: of(({ ours }) => ours),
    reference: of(({ reference }) => reference),
    ratio: of(({ ratio }) => ratio),
    goal: { atLeast: 0.5 },
    note: "1,000 paid, none over"
  })
}

const stores = async () => {
  const cluster = await startPostgres({ durable: true, settings: { shared_buffers: "512MB" } })
  const folder = mkdtempSync(join(tmpdir(), "phakhi-bench-"))
  const place = { folder: join(folder, "server"), databaseUrl: cluster.url }
  const closers: Array<() => Promise<unknown>> = []
  try {
    const began = performance.now()
    const dataset = await load(place, copies, wanted.includes("race") ? (quick ? 4 : 6) : 0)
    const took = Math.round((performance.now() - began) / 1000)
    say(`${dataset.partnerships.length} running partnerships of ${dataset.eventsEach} events, loaded in ${took} s`)
    let api = await startApi(place)
    closers.push(() => api.kill("SIGTERM"))
    const routes = routesOf(dataset)
    const original = dataset.filled.grants[0] ?? ""
    const shot = { ...routes.get(), path: `/v1/partnerships/${original}` }
    await prepareReference(cluster.url, original, await body(api.url, shot), dataset)
    const reference = await startReference(cluster.url)
    closers.push(reference.stop)
    await assertSame(api.url, reference.url, [shot, routes.get(), routes.get(), routes.list(), routes.list()])
    const both = (next: () => Shot, first: Parameters<typeof compare>[2] = { amount: warmUp }) =>
      compare({ url: api.url, next }, { url: reference.url, next }, first)
    // Each has been visited once, as it has been after the first hours of a day; what that costs is said beside it.
    const visits = { amount: dataset.partnerships.length, name: "first visits of all" }
    const size = Math.round((await body(api.url, routes.get())).length / 1000)
    if (wanted.includes("get"))
      add({
        name: `GET one with actions (${size} kB), as visited`,
        goal: { atLeast: 0.6 },
        ...(await both(routes.get))
      })
    if (wanted.includes("get")) {
      // A server that has answered nothing yet, so that first visits are first.
      await api.kill("SIGTERM")
      api = await startApi(place)
      add({ name: "GET one with actions, any of all", goal: { atLeast: 0.6 }, ...(await both(routes.getAny, visits)) })
    }
    if (wanted.includes("list"))
      add({ name: "GET 50, filtered and sorted", goal: { atLeast: 0.7 }, ...(await both(routes.list)) })
    if (wanted.includes("command"))
      add({ name: "audited command", goal: { atLeast: 0.4 }, ...(await both(routes.command)) })
    if (wanted.includes("race")) await race(cluster.url, api.url, reference.url, dataset)
    if (wanted.includes("pglite")) {
      const embedded = { folder: join(folder, "embedded") }
      const own = routesOf(await load(embedded, quick ? 200 : 1000, 0))
      const folderApi = await startApi(embedded)
      closers.push(() => folderApi.kill("SIGTERM"))
      for (const name of ["get", "list", "command"] as const) {
        const ratio = await compare(
          { url: folderApi.url, next: own[name] },
          { url: api.url, next: routes[name] },
          { amount: warmUp }
        )
        add({ name: `${name} on PGlite against PostgreSQL`, goal: { atLeast: 0.3 }, ...ratio })
      }
    }
  } finally {
    for (const close of closers) await close()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (["get", "list", "command", "race", "pglite"].some((name) => wanted.includes(name))) await stores()
if (wanted.includes("lists")) {
  const many = quick ? 100_000 : 1_000_000
  await lists({ few: quick ? 2000 : 10_000, many, middle: quick ? 10_000 : 100_000, quick }, add, say)
}
if (wanted.includes("answers")) await answers({ rounds: quick ? 3 : 7 }, add)
if (wanted.includes("startup")) {
  const { empty, help, recommend, rules, store } = startups(quick ? 5 : 10)
  const times = { unit: "ms", ours: help, reference: empty, ratio: help / empty } as const
  add({ name: "phakhi --help against an empty node", goal: { atMost: 4 }, ...times })
  for (const [name, took, atMost] of [
    ["rules show", rules, 5],
    ["models recommend", recommend, 5],
    ["missions list on the embedded store", store, 20]
  ] as const) {
    const ratio = took / empty
    add({
      name: `phakhi ${name} against an empty node`,
      unit: "ms",
      ours: took,
      reference: empty,
      ratio,
      goal: { atMost }
    })
  }
}
if (wanted.includes("kpi")) {
  const { ratio } = scoring()
  add({
    name: "scoring 100,000 indicators against a loop",
    unit: "×",
    ours: ratio,
    reference: 1,
    ratio,
    goal: { atMost: 2 }
  })
}
process.stdout.write(`${values.json ? asJson(figures) : `${table(figures)}\n\n${asJson(figures)}`}\n`)
process.exitCode = figures.every(isReached) ? 0 : 1
