import { Effect, Option } from "effect"
import { SqlClient } from "effect/sql"

/** What one run of the clock has to deal with: everything due later than `after`, up to and including `upto`. */
export interface Span {
  /** Null the first time: then everything is due that ever was. */
  readonly after: string | null
  readonly upto: string
}

/** Any number, as long as nobody else locks by it. */
const lock = 4242

interface Slots {
  readonly last: Date | null
  readonly current: Date
}

const slotsText = `SELECT (SELECT max(slot) FROM tick) AS last,
  to_timestamp(floor(extract(epoch FROM now()) / $1::float8) * $1::float8)::timestamptz(3) AS current`

const isOver = ({ current, last }: Slots): boolean => last !== null && last >= current

/**
 * Runs `act` for the slots that have passed since the last run, all of them as one span, by the clock of the database.
 * One process wins; the others find nothing to do. What `act` writes is part of the transaction that notes the slot: it
 * is done once or, if something fails, not at all, and then the same span comes again.
 *
 * Keep `act` short: let it write messages (`enqueue`), and let their senders do the work, each with its own tries.
 */
export const tick = Effect.fnUntraced(function* <E, R>(
  everySeconds: number,
  act: (span: Span) => Effect.Effect<void, E, R>
) {
  const sql = yield* SqlClient.SqlClient
  const slots = Effect.map(sql.unsafe<Slots>(slotsText, [everySeconds]), ([found]) =>
    Option.filter(Option.fromUndefinedOr(found), (read) => !isOver(read))
  )
  if (Option.isNone(yield* slots)) return Option.none<Span>()
  return yield* sql.withTransaction(
    Effect.gen(function* () {
      const [mine] = yield* sql<{ won: boolean }>`SELECT pg_try_advisory_xact_lock(${lock}) AS won`
      if (mine?.won !== true) return Option.none<Span>()
      const found = yield* slots
      if (Option.isNone(found)) return Option.none<Span>()
      const { current, last } = found.value
      const span: Span = { after: last?.toISOString() ?? null, upto: current.toISOString() }
      yield* sql`INSERT INTO tick (slot, follows, at) VALUES (${span.upto}::timestamptz, ${span.after}::timestamptz, now())`
      yield* sql`DELETE FROM tick WHERE slot < ${span.upto}::timestamptz - interval '30 days'`
      yield* act(span)
      return Option.some(span)
    })
  )
})
