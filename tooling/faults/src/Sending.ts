import { type ChildProcess, spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { fileURLToPath } from "node:url"
import { layer as outboundLayer } from "@phakhi/outbound/Outbound"
import { Webhooks } from "@phakhi/outbound/Webhooks"
import { listFailed } from "@phakhi/store/Outbox"
import * as Store from "@phakhi/store/Store"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Chance } from "./Chance.ts"
import type { Place } from "./Filled.ts"
import { reminderOf, sealKeyOfSending } from "./SendingWork.ts"
import { type Heard, openSinks } from "./Sinks.ts"

const script = fileURLToPath(new URL("./SendingProcess.ts", import.meta.url))

interface Sender {
  readonly child: ChildProcess
  readonly gone: Promise<{ readonly code: number | null; readonly said: string }>
}

const startSender = (task: object): Sender => {
  const child = spawn(process.execPath, [script, JSON.stringify(task)], { stdio: ["ignore", "ignore", "pipe"] })
  let said = ""
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk
  })
  return { child, gone: new Promise((resolve) => child.once("close", (code) => resolve({ code, said }))) }
}

export interface Run extends Place {
  readonly chance: Chance
  /** Asked after every kill. */
  readonly goesOn: (kills: number) => boolean
}

export interface Outcome {
  readonly kills: number
  readonly happened: number
  readonly ticks: number
  /** Committed, and not heard of. */
  readonly lost: ReadonlyArray<string>
  /** Heard of, and never committed. */
  readonly phantoms: ReadonlyArray<string>
  /** Sent under more than one id, so that a receiver cannot tell the repetition. */
  readonly split: ReadonlyArray<string>
  /** Sent more than once under the same id. */
  readonly repeated: number
  /** Slots that do not begin where the one before ended. */
  readonly gaps: ReadonlyArray<string>
  readonly failed: number
}

const owners = Array.from({ length: 4 }, () => randomUUID())

/**
 * Two processes on one database, or one on a folder, write and send; one of them is killed again and again. Then
 * everything that is left is sent.
 */
export const sendUnderKills = async ({ chance, goesOn, ...place }: Run): Promise<Outcome> => {
  await using sinks = await openSinks(chance)
  const services = outboundLayer({ allowPrivate: true }).pipe(
    Layer.provideMerge(Store.layer({ ...place, sealKey: sealKeyOfSending, maxConnections: 2 })),
    Layer.orDie
  )
  const task = { place, smtpPort: sinks.smtpPort, owners }
  await Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const { endpoints } = yield* Webhooks
    yield* sql`CREATE TABLE business (id uuid PRIMARY KEY, happened boolean NOT NULL)`
    for (const owner of owners)
      yield* endpoints.create(owner, { name: "business", url: sinks.webhookUrl, topics: ["business"] })
  }).pipe(Effect.provide(services), Effect.orDie, Effect.runPromise)

  // A folder is open to one process at a time.
  const running = Array.from({ length: place.databaseUrl === undefined ? 1 : 2 }, () => startSender(task))
  let kills = 0
  try {
    while (goesOn(kills)) {
      const ended = Promise.race(running.map(({ gone }) => gone))
      const early = await Promise.race([sinks.more(20 + chance.below(60)), ended])
      if (early !== undefined) throw new Error(`a sender ended by itself: ${early.said}`)
      const at = chance.below(running.length)
      const victim = running[at]
      // Every fourth leaves in an orderly way, as in an upgrade.
      victim?.child.kill(chance.below(4) === 0 ? "SIGTERM" : "SIGKILL")
      await victim?.gone
      kills += 1
      running[at] = startSender(task)
    }
  } finally {
    for (const { child } of running) child.kill("SIGKILL")
    await Promise.all(running.map(({ gone }) => gone))
  }
  const { code, said } = await startSender({ ...task, owners: [] }).gone
  if (code !== 0) throw new Error(`the last sender broke: ${said}`)

  return await Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const business = yield* sql<{ id: string }>`SELECT id FROM business`
    const slots = yield* sql<{ slot: Date; follows: Date | null }>`SELECT slot, follows FROM tick ORDER BY slot`
    const named = slots.map(({ follows, slot }) => ({
      slot: slot.toISOString(),
      follows: follows?.toISOString() ?? null
    }))
    const reminders = named.map(({ follows, slot }) => reminderOf(follows, slot))
    const committed = business.map(({ id }) => id)
    const lostOf = (heard: Heard, expected: ReadonlyArray<string>) => expected.filter((id) => !heard.has(id))
    const phantomsOf = (heard: Heard, expected: ReadonlyArray<string>) => {
      const known = new Set(expected)
      return [...heard.keys()].filter((id) => !known.has(id))
    }
    const mails = [...committed, ...reminders]
    const deliveries = [...sinks.mails.entries(), ...sinks.webhooks.entries()]
    return {
      kills,
      happened: committed.length,
      ticks: reminders.length,
      lost: [...lostOf(sinks.mails, mails), ...lostOf(sinks.webhooks, committed)],
      phantoms: [...phantomsOf(sinks.mails, mails), ...phantomsOf(sinks.webhooks, committed)],
      split: deliveries.filter(([, ids]) => new Set(ids).size > 1).map(([what]) => what),
      repeated: deliveries.reduce((sum, [, ids]) => sum + ids.length - 1, 0),
      gaps: named.filter(({ follows }, index) => follows !== (named[index - 1]?.slot ?? null)).map(({ slot }) => slot),
      failed: (yield* listFailed({ limit: 1 })).total
    } satisfies Outcome
  }).pipe(Effect.provide(services), Effect.orDie, Effect.runPromise)
}
