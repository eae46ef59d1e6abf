import { reminderStages } from "@phakhi/domain/engine/Notification"
import { bangkokDay, daysBetween, Instant, type IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { proposedNames } from "./FallingDue.ts"
import type { Filled } from "./Filled.ts"
import { aboutOf, type Sinks } from "./Sinks.ts"

/** What was told, against what is kept. */
export interface Told {
  readonly acts: number
  readonly notices: number
  readonly reminders: number
  readonly lapses: number
  readonly ticks: number
  readonly mails: number
  readonly webhooks: number
  /** Kept, and not told as declared. */
  readonly lost: ReadonlyArray<string>
  /** Told, and not kept. */
  readonly phantoms: ReadonlyArray<string>
  /** Told twice where once is declared, or under two ids, so that a receiver cannot tell the repetition. */
  readonly double: ReadonlyArray<string>
  /** Slots that do not begin where the one before ended. */
  readonly gaps: ReadonlyArray<string>
  /** Given up. */
  readonly failed: ReadonlyArray<string>
  /** Arrived once more under the same id. */
  readonly repeated: number
}

interface Finding {
  readonly what: string
}

interface Compared {
  readonly filled: Filled
  readonly sinks: Pick<Sinks, "mails" | "webhooks">
  /** The position in the log after which the endpoint was there. */
  readonly toldFrom: bigint
}

/** A list of values for a question of any number of them. */
const listed = (values: ReadonlyArray<string>): string => JSON.stringify(values)

/** Everyone whom a task of a mission waits for has been told once for each kind of act; one that is done meanwhile, once or not. */
const miscountedNotices = `SELECT m.id || ' ' || p.operation || ' ' || p.account AS what, count(n.id)::int AS times, p.waits
  FROM record m
  CROSS JOIN LATERAL (SELECT a.id AS account, o.operation, m.status = o.status AS waits FROM record a
    CROSS JOIN (VALUES ('missions.begin-review', 'Registered'), ('missions.answer', 'UnderReview')) AS o (operation, status)
    WHERE a.record = 'account' AND a.state->'roles' ? 'programme-officer'
      AND (m.status = o.status OR o.status = 'Registered')) p
  LEFT JOIN notification n ON n.account = p.account AND n.record_id = m.id AND n.operation = p.operation AND n.kind = 'waiting'
  WHERE m.record = 'mission' AND m.status IN ('Registered', 'UnderReview')
  GROUP BY m.id, p.operation, p.account, p.waits
  HAVING count(n.id) > 1 OR (p.waits AND count(n.id) = 0)`

const stageOn = (day: IsoDate, due: IsoDate): string | undefined =>
  reminderStages.findLast(({ fromDay }) => daysBetween(due, day) >= fromDay)?.name

/** The kinds of reminders that these runs of the clock had to give of something due then. */
const remindersBy = (days: ReadonlyArray<IsoDate>, due: IsoDate): ReadonlyArray<string> => {
  const stages = days.map((day) => stageOn(day, due)).filter((stage) => stage !== undefined)
  return stages
    .filter((stage, index) => stage !== stages[index - 1])
    .map((stage) => (stage.startsWith("late") ? "late" : "due-soon"))
    .toSorted()
}

interface Reviewed {
  readonly id: string
  readonly account: string
  readonly due: IsoDate
  readonly kinds: ReadonlyArray<string>
}

const reviewedText = `SELECT m.id, a.id AS account, t.due::text AS due,
    coalesce((SELECT json_agg(n.kind ORDER BY n.kind) FROM notification n WHERE n.account = a.id AND n.record_id = m.id
      AND n.operation = t.operation AND n.kind IN ('due-soon', 'late')), '[]') AS kinds
  FROM record m JOIN task t ON t.record = 'mission' AND t.id = m.id AND t.operation = 'missions.answer'
  JOIN record a ON a.record = 'account' AND a.state->'roles' ? 'programme-officer'
  WHERE m.record = 'mission' AND m.status = 'UnderReview'`

/** Every account whose proposal was to lapse by the last run of the clock but one has lapsed once, and two were told of it. */
const lapsedText = `SELECT a.id, a.refresh_at < $2::timestamptz AS late,
    (SELECT count(*)::int FROM event e WHERE e.record = 'account' AND e.stream = a.id AND e.type = 'ProposalLapsed') AS times,
    (SELECT count(*)::int FROM notification n WHERE n.record = 'account' AND n.record_id = a.id AND n.kind = 'account'
      AND n.words_en LIKE '%has lapsed%') AS told
  FROM record a WHERE a.record = 'account' AND a.id IN (SELECT value::uuid FROM jsonb_array_elements_text($1::jsonb))`

/** Unread, in no mail, and yet its owner was to get one: each time, or with a mail of a later day that had room. */
const unmailedText = `SELECT n.id || ' of ' || n.account AS what FROM notification n
  LEFT JOIN notification_setting s ON s.account = n.account
  WHERE n.read_at IS NULL AND n.mailed_at IS NULL AND (s.mail = 'each' OR EXISTS (
    SELECT FROM notification later WHERE later.account = n.account AND later.mailed_with IS NOT NULL AND later.at > n.at))`

/** One mail has room for everything that waited, or it is full. */
const notFullText = `SELECT mailed_with::text AS what FROM notification WHERE mailed_with IS NOT NULL
  GROUP BY mailed_with HAVING count(*) > 50 OR count(DISTINCT account) > 1`

export const compare = Effect.fnUntraced(function* ({ filled, sinks, toldFrom }: Compared) {
  const sql = yield* SqlClient.SqlClient
  const lost: Array<string> = []
  const phantoms: Array<string> = []
  const double: Array<string> = []
  const all = <A extends object>(text: string, given: ReadonlyArray<unknown> = []) => sql.unsafe<A>(text, given)

  const slots = yield* all<{ slot: Date; follows: Date | null }>("SELECT slot, follows FROM tick ORDER BY slot")
  const times = slots.map(({ slot }) => slot.getTime())
  const gaps = slots
    .filter(({ follows }, index) => index > 0 && follows?.getTime() !== times[index - 1])
    .map(({ slot }) => slot.toISOString())

  for (const { times: told, what } of yield* all<Finding & { times: number }>(miscountedNotices))
    (told > 1 ? double : lost).push(`notice ${what}`)
  for (const { what } of yield* all<Finding>(`SELECT n.id::text AS what FROM notification n LEFT JOIN record r
      ON r.record = n.record AND r.id = n.record_id WHERE n.record IS NOT NULL AND r.id IS NULL`))
    phantoms.push(`notice ${what}`)

  const days = slots.map(({ slot }) => bangkokDay(Instant.make(slot.toISOString())))
  let reminders = 0
  for (const { account, due, id, kinds } of yield* all<Reviewed>(reviewedText)) {
    const expected = remindersBy(days, due)
    reminders += kinds.length
    if (kinds.join() === expected.join()) continue
    const list = kinds.length > expected.length ? double : lost
    list.push(`reminders of ${id} due ${due} to ${account}: ${kinds.join()} instead of ${expected.join()}`)
  }

  const soundBy = slots.at(-2)?.slot.toISOString() ?? null
  const proposed = yield* all<{ id: string; late: boolean | null; times: number; told: number }>(lapsedText, [
    listed(proposedNames.map(filled.idOf)),
    soundBy
  ])
  let lapses = 0
  for (const { id, late, times: lapsed, told } of proposed) {
    lapses += lapsed
    if (lapsed > 1 || told > 2 * lapsed) double.push(`lapse of ${id}: ${lapsed} times, told ${told} times`)
    if (told < 2 * lapsed || (lapsed === 0 && late === true)) lost.push(`lapse of ${id}, told ${told} times`)
  }

  const events = yield* all<{ record: string; stream: string; version: number }>(
    `SELECT e.record, e.stream, e.version FROM event e JOIN record r ON r.record = e.record AND r.id = e.stream
     WHERE e.position > $1::bigint AND r.owner = $2::uuid`,
    [String(toldFrom), filled.organisations.agency]
  )
  const happened = new Set(events.map(({ record, stream, version }) => aboutOf(record, stream, version)))
  const told = Map.groupBy(sinks.webhooks, ({ about }) => about)
  lost.push(...[...happened].filter((about) => !told.has(about)).map((about) => `webhook of ${about}`))
  for (const [about, heard] of told) {
    if (!happened.has(about)) phantoms.push(`webhook of ${about}`)
    if (new Set(heard.map(({ id }) => id)).size > 1) double.push(`webhook of ${about}`)
  }

  const mailed = yield* all<{ mail: string; told: number; address: string }>(
    `SELECT n.mailed_with::text AS mail, count(*)::int AS told, max(a.state->'personal'->>'email') AS address
     FROM notification n JOIN record a ON a.record = 'account' AND a.id = n.account
     WHERE n.mailed_with IS NOT NULL GROUP BY n.mailed_with`
  )
  const kept = new Map(mailed.map((one) => [one.mail, one]))
  const mails = Map.groupBy(sinks.mails, ({ id }) => id)
  lost.push(...mailed.filter(({ mail }) => !mails.has(mail)).map(({ mail }) => `mail ${mail}`))
  /** A line for each, in both languages. */
  const itemsIn = (text: string) => text.split("\n").filter((line) => line.startsWith("- "))
  for (const [id, heard] of mails) {
    const one = kept.get(id)
    if (one === undefined) phantoms.push(`mail ${id}`)
    for (const { text, to } of heard) {
      const items = itemsIn(text)
      if (items.join() !== itemsIn(heard[0]?.text ?? "").join()) double.push(`mail ${id} says something else again`)
      if (one === undefined || (items.length === 2 * one.told && to === one.address)) continue
      double.push(`mail ${id} to ${to} tells ${items.length / 2} instead of ${one.told}`)
    }
  }
  lost.push(...(yield* all<Finding>(unmailedText)).map(({ what }) => `mail of notice ${what}`))
  double.push(...(yield* all<Finding>(notFullText)).map(({ what }) => `mail ${what} tells too much`))

  const [counted] = yield* all<{ notices: number }>("SELECT count(*)::int AS notices FROM notification")
  const failed = yield* all<Finding>(
    "SELECT topic || ' ' || last_error AS what FROM outbox WHERE failed_at IS NOT NULL"
  )
  return {
    acts: happened.size,
    notices: counted?.notices ?? 0,
    reminders,
    lapses,
    ticks: slots.length,
    mails: mails.size,
    webhooks: told.size,
    lost,
    phantoms,
    double,
    gaps,
    failed: failed.map(({ what }) => what),
    repeated: sinks.mails.length - mails.size + sinks.webhooks.length - new Set(sinks.webhooks.map(({ id }) => id)).size
  } satisfies Told
})
