import { catalogue } from "@phakhi/domain/catalogue"
import { foldStream } from "@phakhi/domain/engine/FoldStream"
import type { Report } from "@phakhi/store/Findings"
import { verify } from "@phakhi/store/Verify"
import { Clock, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { type Place, storeAt } from "./Filled.ts"
import { momentAt, type PassingTime } from "./PassingTime.ts"

/** A write that was answered: which record it brought to which version, under which key. */
export interface Acknowledged {
  readonly key: string
  readonly record: string
  readonly id: string
  readonly version: number
}

export interface Checked {
  readonly report: Report
  /** Acknowledged, but not in the log under the key, record and version that were answered. */
  readonly lost: ReadonlyArray<string>
  /** Keys whose events and whose memory do not agree, or that happened more than once. */
  readonly halfDone: ReadonlyArray<string>
  /** Of the keys that were never answered, those that happened all the same. */
  readonly doneUnanswered: ReadonlyArray<string>
}

const lostText = `SELECT a.key FROM jsonb_to_recordset($1::jsonb) AS a (key text, record text, id uuid, version int)
  WHERE NOT EXISTS (SELECT FROM event e WHERE e.record = a.record AND e.stream = a.id AND e.version = a.version
    AND e.cause->>'key' = a.key)`

const doneText = `SELECT DISTINCT cause->>'key' AS key FROM event
  WHERE cause->>'key' IN (SELECT jsonb_array_elements_text($1::jsonb))`

/** Every keyed command is in the log once and is remembered as what the log says of it. */
const halfDoneText = `WITH done AS (SELECT coalesce(e.actor->>'account', e.actor->>'visitor', e.actor->>'kind') AS sender, e.cause->>'key' AS key,
    count(DISTINCT e.cause) AS causes, array_agg(e.record || ' ' || e.stream || ' ' || e.version) AS places,
    count(DISTINCT e.recorded_at) AS moments
  FROM event e WHERE e.cause ? 'key' GROUP BY 1, 2)
  SELECT coalesce(d.key, i.key) AS key FROM done d FULL JOIN idempotency i ON i.sender = d.sender AND i.key = d.key
  WHERE d.key IS NULL OR i.key IS NULL OR d.causes > 1 OR d.moments > 1
    OR NOT (i.record || ' ' || i.stream || ' ' || i.version) = ANY (d.places)`

/** A clock of that time: what is judged by today is judged by the day that the place lives in. */
const clockOf = (time: PassingTime) => (clock: Clock.Clock) => {
  const currentTimeMillisUnsafe = () => momentAt(time, clock.currentTimeMillisUnsafe())
  return Object.assign(Object.create(clock) as Clock.Clock, {
    currentTimeMillisUnsafe,
    currentTimeMillis: Effect.sync(currentTimeMillisUnsafe)
  })
}

const realTime: PassingTime = { began: 0, everyMillis: 1, leapMillis: 0 }

/** Opens the place as any process would and reads everything in it, in the time that it lives in. */
export const check = (
  place: Place,
  acknowledged: ReadonlyArray<Acknowledged>,
  {
    time = realTime,
    unanswered = []
  }: { readonly time?: PassingTime; readonly unanswered?: ReadonlyArray<string> } = {}
): Promise<Checked> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const lost = yield* sql.unsafe<{ key: string }>(lostText, [JSON.stringify(acknowledged)])
    const halfDone = yield* sql.unsafe<{ key: string }>(halfDoneText)
    const done = yield* sql.unsafe<{ key: string }>(doneText, [JSON.stringify(unanswered)])
    const report = yield* verify({ replay: foldStream(catalogue) })
    const keys = (rows: ReadonlyArray<{ readonly key: string }>) => rows.map(({ key }) => key)
    return { report, lost: keys(lost), halfDone: keys(halfDone), doneUnanswered: keys(done) }
  }).pipe(
    Effect.updateService(Clock.Clock, clockOf(time)),
    Effect.provide(Layer.orDie(storeAt(place))),
    Effect.orDie,
    Effect.runPromise
  )
