import { type Engine, onStore } from "@phakhi/domain/engine/Engine"
import type { StoredEvent } from "@phakhi/domain/engine/Event"
import {
  type Along,
  type Append,
  DeadlinePassed,
  EventStore,
  type Group,
  type HistoryRequest,
  KeyTaken,
  type ListedRow,
  type ListPage,
  type ListRequest,
  type Loaded,
  type Member,
  Moved,
  type Page,
  type RecordRef,
  type Remembered,
  StandingLost,
  type StoreBusy,
  type TaskRequest
} from "@phakhi/domain/engine/EventStore"
import { countedAtMost } from "@phakhi/domain/engine/Listing"
import type { RecordTasks } from "@phakhi/domain/engine/Tasks"
import type { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Clock, Effect, Layer, Option } from "effect"
import { SqlClient, SqlError } from "effect/sql"
import { accessJson } from "./Access.ts"
import { SqlState } from "./AppendFunction.ts"
import { appendStatement } from "./AppendStatement.ts"
import { admission, detail, orBusy, retryCollided, sqlState } from "./Busy.ts"
import { isUuid, pageAfter, readCursor, writeCursor } from "./Cursor.ts"
import * as Erasure from "./Erasure.ts"
import { statement, valueExpression } from "./Listing.ts"
import { SealKey } from "./SealKey.ts"
import * as Streams from "./Streams.ts"
import { listTasks, outdatedRecords, readTaskCursor, replaceTasks } from "./Tasks.ts"
import { known } from "./Uploads.ts"

const loadText = `SELECT version, CASE WHEN version = $3::int THEN NULL ELSE state END AS state, ${accessJson("record")} AS access FROM record WHERE record = $1::text AND id = $2::uuid`

const rememberedText = `SELECT operation, digest, record, stream, version FROM idempotency
  WHERE sender = $1::text AND key = $2::text`

const membersText = (column: string): string => `SELECT id, version, state FROM record
  WHERE record = $1::text AND ${valueExpression(column)} = $2::text ORDER BY id LIMIT $3::int`

type Refused = Moved | StandingLost | DeadlinePassed | KeyTaken | StoreBusy

const refused = (error: SqlError.SqlError): Effect.Effect<never, Refused> => {
  const state = sqlState(error)
  if (state === SqlState.deadlinePassed) return Effect.fail(new DeadlinePassed({ now: Number(detail(error)) }))
  if (state === SqlState.standingLost) return Effect.fail(new StandingLost())
  if (state === SqlState.keyTaken) return Effect.fail(new KeyTaken())
  // 23514: the table's own CHECK, beside the conditional update. 23505: a unique index, beside what the domain looked up.
  if (state === SqlState.moved || state === "23514" || state === "23505") return Effect.fail(new Moved())
  return orBusy(error)
}

/** What the database says is judged with the append; anything else is a bug of whoever wrote it. */
const orDefect = (along: Along): Effect.Effect<unknown, SqlError.SqlError> =>
  Effect.catch(along, (error) => (SqlError.isSqlError(error) ? Effect.fail(error) : Effect.die(error)))

/** More callers than this at the same time are turned away at once instead of waiting for a connection. */
const maxInFlight = 512

const make = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const key = yield* SealKey
  const admitted = admission(maxInFlight)

  const load = Effect.fnUntraced(function* (record: string, id: string, knownVersion?: number) {
    if (!isUuid(id)) return Option.none<Loaded>()
    const rows = yield* sql
      .unsafe<Loaded>(loadText, [record, id, knownVersion ?? null])
      .pipe(Effect.catch(orBusy), admitted)
    return Option.fromUndefinedOr(rows[0])
  })

  const members = ({ column, record, value }: Group, atMost: number) =>
    sql.unsafe<Member>(membersText(column), [record, value, atMost]).pipe(Effect.catch(orBusy), admitted)

  const append = Effect.fnUntraced(function* (batch: ReadonlyArray<Append>) {
    const now = yield* Clock.currentTimeMillis
    const { params, text } = appendStatement(key, batch, now)
    const write = sql.unsafe(text, [...params])
    const erased = batch.flatMap(({ streams }) =>
      streams.flatMap(({ erases: subjects, record, stream }) =>
        subjects === undefined ? [] : [{ record, stream, subjects }]
      )
    )
    const erasing = erased.length === 0 ? [] : [Erasure.erase(sql, key, erased, now)]
    const along = batch.flatMap(({ along }) => (along === undefined ? [] : [orDefect(along)]))
    const further = [...erasing, ...along]
    const whole = further.length === 0 ? write : sql.withTransaction(Effect.all([write, ...further], { discard: true }))
    yield* retryCollided<unknown, SqlError.SqlError, never>(whole).pipe(Effect.catch(refused), admitted)
  })

  const remembered = Effect.fnUntraced(function* (sender: string, name: string) {
    const rows = yield* sql.unsafe<Remembered>(rememberedText, [sender, name]).pipe(Effect.catch(orBusy), admitted)
    return Option.fromUndefinedOr(rows[0])
  })

  const list = Effect.fnUntraced(function* (request: ListRequest) {
    const { hasOnePlan, params, text } = statement(
      request,
      yield* pageAfter(request.cursor, (text) => readCursor(text, request))
    )
    const asked = sql.unsafe<{ total: number; data: ReadonlyArray<ListedRow>; key: string | null }>(text, [...params])
    const rows = yield* (hasOnePlan ? asked : asked.unprepared).pipe(Effect.catch(orBusy), admitted)
    const { data: found, key, total } = rows[0] ?? { total: 0, data: [], key: null }
    const data = found.slice(0, request.limit)
    const last = data.at(-1)
    const { descending, sort } = request
    const page: ListPage = {
      data,
      total: Math.min(total, countedAtMost),
      totalIsExact: total <= countedAtMost,
      next:
        found.length > request.limit && last !== undefined
          ? writeCursor({ sort, descending, key: key ?? "", id: last.id })
          : null
    }
    return page
  })

  const whereNamed = (subject: string, owners: ReadonlyArray<string>, limit: number) =>
    isUuid(subject)
      ? Erasure.whereNamed(sql, subject, owners, limit).pipe(Effect.catch(orBusy), admitted)
      : Effect.succeed([])

  const history = Effect.fnUntraced(function* (record: string, id: string, request: HistoryRequest) {
    if (!isUuid(id)) return { data: [], next: null, total: 0 } satisfies Page<StoredEvent>
    const { limit } = request
    const { events, total } = yield* Streams.newest(sql, record, id, { ...request, limit: limit + 1 }).pipe(
      Effect.catch(orBusy),
      admitted
    )
    const data = events.slice(0, limit)
    const page: Page<StoredEvent> = {
      data,
      next: events.length > limit ? String(data.at(-1)?.version) : null,
      total
    }
    return page
  })

  const tasks = Effect.fnUntraced(function* (request: TaskRequest) {
    const after = yield* pageAfter(request.cursor, readTaskCursor)
    return yield* listTasks(sql, request, after).pipe(Effect.catch(orBusy), admitted)
  })

  const outdated = (now: Instant, atMost: number, kinds: ReadonlyArray<string>) =>
    outdatedRecords(sql, now, atMost, kinds).pipe(Effect.catch(orBusy), admitted)

  const putTasks = (record: RecordRef & { readonly version: number }, waiting: RecordTasks, now: Instant) =>
    replaceTasks(sql, record, waiting, now).pipe(Effect.catch(orBusy), admitted)

  return EventStore.of({ load, members, append, remembered, list, tasks, outdated, putTasks, whereNamed, history })
})

/** The domain's port, on whichever database the client talks to. */
export const layer: Layer.Layer<Engine, never, SqlClient.SqlClient | SealKey> = Layer.merge(
  onStore(Layer.effect(EventStore, make)),
  known
)
