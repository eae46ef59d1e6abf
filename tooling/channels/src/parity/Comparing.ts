import { EventStore, StoreBusy } from "@phakhi/domain/engine/EventStore"
import { tables } from "@phakhi/store/Tables"
import { Context, Effect } from "effect"
import { SqlClient } from "effect/sql"
import type { Channel, Outcome, Said } from "../Channel.ts"
import { library } from "../channels/Library.ts"
import { handOf } from "../journeys/Hand.ts"
import { besides, type Kind, openWorld, type Services, type Site, type World } from "../World.ts"
import { assemble, type Company } from "./Company.ts"
import type { Asked, Row } from "./Row.ts"
import { type Stage, type StageName, stageOn } from "./Stages.ts"

/** No part of what is decided: who comes in and when, and the seals, which only certify what is there already. */
const unrelated = ["api_key", "login", "login_credential", "login_session", "seal", "seal_head"]

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

const slowly = Effect.delay(Effect.fail(new StoreBusy()), "300 millis")

/** A store that takes its time, and then says that it is busy. */
const busy = (services: Context.Context<Services>) =>
  Context.add(services, EventStore, {
    load: () => slowly,
    members: () => slowly,
    append: () => slowly,
    remembered: () => slowly,
    list: () => slowly,
    tasks: () => slowly,
    whereNamed: () => slowly,
    outdated: () => slowly,
    putTasks: () => slowly,
    history: () => slowly
  })

export interface Ground {
  readonly world: World
  readonly busy: World
  readonly company: Company
  readonly stage: (name: StageName) => Promise<Stage>
  readonly close: () => Promise<void>
}

/** One store with everybody in it, and its stages as they are asked for. */
export const openGround = async (kind: Kind, site?: Site): Promise<Ground> => {
  const world = await openWorld(kind, site === undefined ? {} : { site })
  const act = handOf(library(world))
  const company = await assemble(act, world)
  const beside = await besides(world, busy)
  return {
    world,
    busy: beside,
    company,
    stage: stageOn(act, company),
    close: async () => {
      await beside.close()
      await world.close()
    }
  }
}

const twins = async (channel: Channel, call: Parameters<Channel["send"]>[0]): Promise<Outcome> => {
  const both = await Promise.all([channel.send(call), channel.send(call)])
  const second = both.find((outcome) => outcome._tag === "Refused" && outcome.said.tag === "KeyInFlight")
  return second ?? both[1]
}

const send = (channel: Channel, asked: Asked): Promise<Outcome> => {
  if ("twins" in asked) return twins(channel, asked.twins)
  if ("replay" in asked) return channel.replay(asked.person, asked.replay)
  if ("put" in asked) {
    if (channel.put === undefined) throw new Error(`${channel.name} takes no file`)
    return channel.put(asked.person, asked.on, asked.put)
  }
  return channel.send(asked)
}

/** Sends a row through a channel, and hears why it is refused. */
export const hear = async (channel: Channel, row: Row, { company, stage }: Ground): Promise<Said> => {
  const outcome = await send(channel, row.ask(company, await stage(row.stage)))
  if (outcome._tag === "Answered") throw new Error(`${channel.name} carried it out: ${JSON.stringify(outcome.answer)}`)
  return outcome.said
}
