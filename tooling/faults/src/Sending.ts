import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { layer as outboundLayer } from "@phakhi/outbound/Outbound"
import { Webhooks } from "@phakhi/outbound/Webhooks"
import { writeSettings } from "@phakhi/store/Inbox"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { type ApiProcess, environmentOf, pause, startApi } from "./ApiProcess.ts"
import { atWork, type Work } from "./AtWork.ts"
import type { Chance } from "./Chance.ts"
import { type Checked, check } from "./Checked.ts"
import { fallingDue } from "./FallingDue.ts"
import { fill, type Place, servicesAt } from "./Filled.ts"
import { passTime } from "./PassingDatabase.ts"
import { environmentOfTime, type PassingTime } from "./PassingTime.ts"
import { openSinks, type Sinks } from "./Sinks.ts"
import { compare, type Told } from "./Told.ts"

const cli = fileURLToPath(new URL("../../../apps/cli/src/main.ts", import.meta.url))

/** Ten minutes are 25 days: the clock's own runs are kept for thirty. */
const leaps = { everyMillis: 4000, leapMillis: 4 * 3_600_000 }

/** So much may be under way before people wait for it. */
const mostUnderWay = 40

export interface Run extends Place {
  readonly chance: Chance
  /** Asked after every kill. */
  readonly goesOn: (kills: number) => boolean
}

export interface Outcome {
  readonly kills: number
  readonly work: Work
  readonly checked: Checked
  readonly told: Told
  /** What `phakhi verify` said, and its exit code. */
  readonly verified: { readonly code: number | null; readonly said: string }
}

const at = (place: Place) =>
  Layer.orDie(outboundLayer({ allowPrivate: true }).pipe(Layer.provideMerge(servicesAt(place))))

/** Fills the place with what falls due, has somebody mailed each time, and an endpoint told of everything. */
const prepare = (place: Place, { webhookUrl }: Sinks) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const grants = [
      { name: "first", value: "1000000" },
      { name: "second", value: "1000000" }
    ]
    const filled = yield* fill(grants, fallingDue(Date.now()))
    yield* writeSettings(filled.idOf("officer"), { mail: "each", muted: [] })
    const { endpoints } = yield* Webhooks
    yield* endpoints.create(filled.organisations.agency, { name: "everything", url: webhookUrl, topics: ["*"] })
    const [last] = yield* sql<{ position: bigint }>`SELECT max(position) AS position FROM event`
    const time: PassingTime = { began: Date.now(), ...leaps }
    if (place.databaseUrl !== undefined) yield* passTime(time)
    return { filled, time, toldFrom: last?.position ?? 0n }
  }).pipe(Effect.provide(at(place)), Effect.orDie, Effect.runPromise)

const verify = (env: NodeJS.ProcessEnv): Promise<Outcome["verified"]> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, "verify"], { env, stdio: ["ignore", "pipe", "pipe"] })
    let said = ""
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        said += chunk
      })
    }
    child.once("close", (code) => resolve({ code, said }))
  })

const isLeft = (place: Place): Promise<boolean> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const left = yield* sql`SELECT 1 FROM outbox WHERE done_at IS NULL AND failed_at IS NULL LIMIT 1`
    return left.length > 0
  }).pipe(Effect.provide(at(place)), Effect.orDie, Effect.runPromise)

/** Lets them send what is left. To look into a folder, nobody else may have it open. */
const leave = async (
  place: Place,
  running: Array<ApiProcess>,
  openSince: (until: number) => Promise<ApiProcess>
): Promise<void> => {
  const stop = () => Promise.all(running.map((server) => server.kill("SIGTERM")))
  if (place.databaseUrl !== undefined) {
    while (await isLeft(place)) await pause(200)
    await stop()
    return
  }
  await stop()
  // While nobody has the folder open, time would leap on, and something be left each time.
  const until = Date.now()
  for (let longer = 5000; await isLeft(place); longer *= 2) {
    running.splice(0, 1, await openSince(until))
    await pause(longer)
    await stop()
  }
}

/**
 * Two servers on one database, or one on a folder, are used while one of them is killed again and again, and time
 * passes. Then people stop, and everything that is left is sent.
 */
export const sendUnderKills = async ({ chance, goesOn, ...place }: Run): Promise<Outcome> => {
  await using sinks = await openSinks(chance)
  const { filled, time, toldFrom } = await prepare(place, sinks)
  const settings = {
    PHAKHI_SMTP_URL: `smtp://127.0.0.1:${sinks.smtpPort}`,
    PHAKHI_MAIL_FROM: "phakhi@example.org",
    PHAKHI_WEBHOOKS_PRIVATE: "true",
    PHAKHI_WORKER_POLL: "100",
    PHAKHI_DB_CONNECTIONS: "8"
  }
  const open = () => startApi(place, { ...settings, ...environmentOfTime(time) })
  // A folder is open to one process at a time. Its tables are there: two that begin at once are another test.
  const running: Array<ApiProcess> = [await open()]
  if (place.databaseUrl !== undefined) running.push(await open())

  let kills = 0
  let over = false
  const working = atWork(filled, chance, {
    urls: () => running.map(({ url }) => url),
    stopped: () => over,
    keepsUp: (acts) => acts - sinks.webhooks.length < mostUnderWay
  })
  try {
    while (goesOn(kills)) {
      const ended = Promise.race(running.map(({ gone }) => gone))
      const early = await Promise.race([sinks.more(5 + chance.below(20)), ended])
      if (early !== undefined)
        throw new Error(`a server ended by itself:\n${running.map(({ said }) => said()).join("\n")}`)
      const victim = chance.below(running.length)
      // Every fourth leaves in an orderly way, as in an upgrade.
      await running[victim]?.kill(chance.below(4) === 0 ? "SIGTERM" : "SIGKILL")
      kills += 1
      running[victim] = await open()
    }
    over = true
    const work = await working
    await leave(place, running, (until) => startApi(place, { ...settings, ...environmentOfTime({ ...time, until }) }))
    const told = await Effect.runPromise(
      Effect.provide(compare({ filled, sinks, toldFrom }), at(place)).pipe(Effect.orDie)
    )
    const checked = await check(place, work.acknowledged, { time })
    const verified = await verify({ ...environmentOf(place, 0), ...environmentOfTime(time) })
    return { kills, work, checked, told, verified }
  } finally {
    over = true
    await Promise.all(running.map((server) => server.kill("SIGKILL")))
  }
}
