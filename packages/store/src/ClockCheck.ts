import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { Clock, Effect } from "effect"
import { SqlClient } from "effect/sql"

/** Further apart than this is no matter of the network. */
const minutesAtMost = 5

interface Clocks {
  readonly database: number
  /** When the newest event was written, by the clock of the process that wrote it. */
  readonly newest: number | null
}

const minutes = (millis: number): number => Math.round(millis / 60_000)

/** In words, what is wrong with the clock of this process; null where nothing is. */
export const troubleOf = (now: number, { database, newest }: Clocks): Wording | null => {
  const limit = minutesAtMost * 60_000
  const apart = now - database
  if (Math.abs(apart) > limit) {
    const [th, en] = apart > 0 ? ["เร็ว", "ahead of"] : ["ช้า", "behind"]
    return {
      th: `นาฬิกาของเครื่องนี้${th}กว่านาฬิกาของฐานข้อมูล ${minutes(Math.abs(apart))} นาที`,
      en: `the clock of this machine is ${minutes(Math.abs(apart))} minutes ${en} that of the database`
    }
  }
  if (newest === null || newest - now <= limit) return null
  return {
    th: `นาฬิกาของเครื่องนี้ย้อนหลังเหตุการณ์ล่าสุดที่บันทึกไว้ ${minutes(newest - now)} นาที`,
    en: `the clock of this machine is ${minutes(newest - now)} minutes before the newest event that was written`
  }
}

/** Compares the clock of this process with that of the database and with what was written last. */
export const clockTrouble = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const [clocks] = yield* sql<Clocks>`SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS database,
    (SELECT extract(epoch FROM recorded_at)::float8 * 1000 FROM event ORDER BY position DESC LIMIT 1) AS newest`
  const now = yield* Clock.currentTimeMillis
  return clocks === undefined ? null : troubleOf(now, clocks)
})
