import { EventStore, StoreBusy } from "@phakhi/domain/engine/EventStore"
import { tables } from "@phakhi/store/Tables"
import { Context, Effect, Latch } from "effect"
import { SqlClient } from "effect/sql"
import type { Channel, Outcome, Said } from "../Channel.ts"
import { library } from "../channels/Library.ts"
import { handOf } from "../journeys/Hand.ts"
import { besides, type Kind, openWorld, type Services, type Site, type World } from "../World.ts"
import { assemble, type Company } from "./Company.ts"
import type { Asked, Row } from "./Row.ts"
import { type Stage, type StageName, stageOn } from "./Stages.ts"

/** No part of what is decided: who comes in and when, and the seals, which only certify what is there already. */
const unrelated = [
  "api_key",
  "login",
  "login_credential",
  "login_session",
  "recovery_code",
  "seal",
  "seal_head",
  "second_factor",
  "sign_in"
]

/** Everything that is kept, as one text. Summed up by the database: fetching every row takes many times as long. */
export const stateOf = ({ run }: World): Promise<string> =>
  run(
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const sums = (yield* tables(sql))
        .filter(({ name }) => !unrelated.includes(name))
        .map(
          ({ name }) =>
            `SELECT '${name}' AS name, count(*) AS rows, md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS hash FROM "${name}" t`
        )
      const found = yield* sql.unsafe<{ name: string; rows: bigint; hash: string | null }>(sums.join(" UNION ALL "))
      return found.map(({ hash, name, rows }) => `${name} ${rows} ${hash}`).join("\n")
    })
  )

/** A store that says that it is busy, as soon as the gate is open. */
const busyBehind = (gate: Latch.Latch) => {
  const busy = Effect.andThen(gate.await, Effect.fail(new StoreBusy()))
  return (services: Context.Context<Services>) =>
    Context.add(services, EventStore, {
      load: () => busy,
      members: () => busy,
      append: () => busy,
      remembered: () => busy,
      list: () => busy,
      tasks: () => busy,
      whereNamed: () => busy,
      outdated: () => busy,
      putTasks: () => busy,
      history: () => busy
    })
}

export interface Ground {
  readonly world: World
  readonly busy: World
  /** While it is shut, the store of the busy world does not answer. */
  readonly gate: Latch.Latch
  readonly company: Company
  readonly stage: (name: StageName) => Promise<Stage>
  readonly close: () => Promise<void>
}

/** One store with everybody in it, and its stages as they are asked for. */
export const openGround = async (kind: Kind, site?: Site): Promise<Ground> => {
  const world = await openWorld(kind, site === undefined ? {} : { site })
  const act = handOf(library(world))
  const company = await assemble(act, world)
  const gate = Latch.makeUnsafe(true)
  const beside = await besides(world, busyBehind(gate))
  return {
    world,
    busy: beside,
    gate,
    company,
    stage: stageOn(act, company),
    close: async () => {
      await beside.close()
      await world.close()
    }
  }
}

/** Two at once, of which neither can end before one has been answered. */
const twins = async (channel: Channel, call: Parameters<Channel["send"]>[0], gate: Latch.Latch): Promise<Outcome> => {
  gate.closeUnsafe()
  try {
    const both = [channel.send(call), channel.send(call)]
    const first = await Promise.race(both)
    gate.openUnsafe()
    await Promise.all(both)
    return first
  } finally {
    gate.openUnsafe()
  }
}

const send = (channel: Channel, asked: Asked, gate: Latch.Latch): Promise<Outcome> => {
  if ("twins" in asked) return twins(channel, asked.twins, gate)
  if ("replay" in asked) return channel.replay(asked.person, asked.replay)
  if ("put" in asked) {
    if (channel.put === undefined) throw new Error(`${channel.name} takes no file`)
    return channel.put(asked.person, asked.on, asked.put)
  }
  return channel.send(asked)
}

/** Sends a row through a channel, and hears why it is refused. */
export const hear = async (channel: Channel, row: Row, { company, gate, stage }: Ground): Promise<Said> => {
  const outcome = await send(channel, row.ask(company, await stage(row.stage)), gate)
  if (outcome._tag === "Answered") throw new Error(`${channel.name} carried it out: ${JSON.stringify(outcome.answer)}`)
  return outcome.said
}
