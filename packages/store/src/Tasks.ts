import type { CountedPage, ListedTask, RecordRef, TaskRequest } from "@phakhi/domain/engine/EventStore"
import { countedAtMost } from "@phakhi/domain/engine/Listing"
import type { RecordTasks, Task } from "@phakhi/domain/engine/Tasks"
import type { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { Effect, type Option, Schema } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import type { Bind } from "./Authorisation.ts"
import { sha256 } from "./Chain.ts"
import { instantText } from "./Instants.ts"

export const taskRow = (task: Task) => ({
  key: task.key,
  operation: task.operation,
  target: task.target,
  wordsTh: task.words.th,
  wordsEn: task.words.en,
  organisation: task.organisation,
  roles: task.roles,
  account: task.account,
  exceptFor: task.except,
  since: task.since,
  due: task.due,
  place: task.place,
  mandate: task.mandate ?? null
})

/** What a record waits for, as the append hands it to PostgreSQL; as long as the digest is the same, so are the tasks. */
export const taskColumns = ({ due, refreshAt, tasks }: RecordTasks) => {
  const rows = tasks.map(taskRow)
  return { tasks: rows, tasksDigest: sha256(JSON.stringify(rows)), due, refreshAt }
}

const Cursor = Schema.fromJsonString(
  Schema.Struct({
    due: Schema.String,
    since: Schema.String,
    id: Schema.String.check(Schema.isUUID()),
    key: Schema.String
  })
)
type TaskCursor = typeof Cursor.Type

export const readTaskCursor = (text: string): Option.Option<TaskCursor> =>
  Schema.decodeOption(Cursor)(Buffer.from(text, "base64url").toString("utf8"))

/** A task without a day comes after all that have one. */
const dueKey = "coalesce(t.due, 'infinity'::date)"

/** The order of every answer, exactly as it is indexed. */
export const order = `(${dueKey.replace("t.", "")}), since, id, key`

/** A task for whoever holds this role; there is an index for each role. Who still may not do it is left out by `inRole`. */
export const isForRole = (role: string): string => `'${role}' = ANY (roles)`

/** A task on a record of an agency that someone else has to do; its index is told by this condition. */
export const isForOthers = "organisation IS DISTINCT FROM owner"

const isOneOf = (records: ReadonlyArray<string>, bind: Bind): string =>
  records.length === 0 ? "FALSE" : `t.record IN (${records.map((record) => `${bind(record)}::text`).join(", ")})`

/**
 * Whose tasks: the same table as `isAskedFor` of the domain. No task is in two of the branches, and each is read in the order
 * of an index.
 */
const whose = ({ actor, of, seen }: TaskRequest, bind: Bind): ReadonlyArray<string> => {
  const inRole = (role: string) =>
    `(${isForRole(role)} AND NOT (${bind(`${role}:${actor.account}`)}::text = ANY (except_for)))`
  const own = (asked: string) => `t.account = ${bind(actor.account)}::uuid AND (${asked})`
  // A parameter that nothing uses has no type: whoever holds no role has the branch of the account alone.
  if (of === "me" && actor.roles.length === 0) return [own(inRole("public"))]
  const organisation = actor.organisation === null ? "NULL::uuid" : `${bind(actor.organisation)}::uuid`
  if (of === "organisation") {
    const told = [
      `t.account = ${bind(actor.account)}::uuid`,
      `(t.owner = ${organisation} AND ${isOneOf(seen.owned, bind)})`,
      `(t.owner IS DISTINCT FROM ${organisation} AND t.account IS NULL AND ${isOneOf(seen.joined, bind)})`
    ]
    return [`t.organisation = ${organisation} AND (${told.join(" OR ")})`]
  }
  if (of === "others") return [`t.owner = ${organisation} AND ${isForOthers} AND ${isOneOf(seen.owned, bind)}`]
  const held = actor.roles.map(inRole)
  return [
    // What waits for one person can ask for no role but everyone's.
    own([...held, inRole("public")].join(" OR ")),
    ...held.map((asked, index) =>
      [
        `t.organisation = ${organisation} AND t.account IS NULL AND ${asked}`,
        ...held.slice(0, index).map((before) => `NOT ${before}`)
      ].join(" AND ")
    )
  ]
}

const tasksText = (request: TaskRequest, after: TaskCursor | undefined, bind: Bind): string => {
  const narrowed = [
    ...(request.record === undefined ? [] : [`t.record = ${bind(request.record)}::text`]),
    ...(request.late ? [`${dueKey} < ${bind(request.today)}::date`] : [])
  ]
  const branches = whose(request, bind).map((one) => `FROM task t WHERE ${[one, ...narrowed].join(" AND ")}`)
  const page =
    after === undefined
      ? ""
      : ` AND (${dueKey}, t.since, t.id, t.key) > (${bind(after.due)}::date, ${bind(after.since)}::timestamptz, ${bind(after.id)}::uuid, ${bind(after.key)}::text)`
  // Written out, not bound: the planner has to know how few rows are wanted.
  const limit = String(request.limit + 1)
  const bound = countedAtMost + 1
  const counts = branches.map((one) => `(SELECT 1 ${one} LIMIT ${bound})`)
  const pages = branches.map(
    (one) => `(SELECT t.* ${one}${page} ORDER BY ${dueKey}, t.since, t.id, t.key LIMIT ${limit})`
  )
  return `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM (${counts.join(" UNION ALL ")}) AS each LIMIT ${bound}) AS counted)
    AS total,
  coalesce((SELECT json_agg(json_build_object(
    'key', f.key, 'operation', f.operation, 'target', f.target,
    'words', json_build_object('th', f.words_th, 'en', f.words_en),
    'organisation', f.organisation, 'roles', f.roles, 'account', f.account, 'except', f.except_for,
    'since', ${instantText("f.since")}, 'due', f.due, 'place', f.place,
    'record', f.record, 'id', f.id,
    'title', CASE WHEN f.title_en IS NULL THEN json_build_object('th', f.title_th)
      ELSE json_build_object('th', f.title_th, 'en', f.title_en) END,
    'status', f.status, 'owner', f.owner))
  FROM (SELECT t.*, r.title_th, r.title_en, r.status
    FROM (SELECT * FROM (${pages.join("\n  UNION ALL ")}) AS t ORDER BY ${dueKey}, t.since, t.id, t.key LIMIT ${limit}) AS t
    JOIN record r ON r.record = t.record AND r.id = t.id
    ORDER BY ${dueKey}, t.since, t.id, t.key) AS f), '[]') AS data`
}

/** One statement: what waits, the most urgent first, with its record. */
export const listTasks = (
  sql: SqlClient.SqlClient,
  request: TaskRequest,
  after?: TaskCursor
): Effect.Effect<CountedPage<ListedTask>, SqlError.SqlError> =>
  Effect.suspend(() => {
    const params: Array<string | number> = []
    const text = tasksText(request, after, (value) => `$${params.push(value)}`)
    return Effect.map(
      sql.unsafe<{ total: number; data: ReadonlyArray<ListedTask> }>(text, params),
      ([found = { total: 0, data: [] }]) => {
        const data = found.data.slice(0, request.limit)
        const last = data.at(-1)
        const more = found.data.length > request.limit && last !== undefined
        const next = last && { due: last.due ?? "infinity", since: last.since, id: last.id, key: last.key }
        return {
          data,
          total: Math.min(found.total, countedAtMost),
          totalIsExact: found.total <= countedAtMost,
          next: more ? Buffer.from(JSON.stringify(next)).toString("base64url") : null
        }
      }
    )
  })

/** Of each kind as many as may be wanted, in the order of one index. */
export const outdatedRecords = (
  sql: SqlClient.SqlClient,
  now: Instant,
  atMost: number,
  kinds: ReadonlyArray<string>
): Effect.Effect<ReadonlyArray<RecordRef>, SqlError.SqlError> =>
  sql<RecordRef>`SELECT r.record, r.id
    FROM jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb) WITH ORDINALITY AS kind (name, place)
    CROSS JOIN LATERAL (SELECT record, id, refresh_at FROM record
      WHERE record = kind.name AND refresh_at <= ${now}::timestamptz ORDER BY refresh_at, id LIMIT ${atMost}) AS r
    ORDER BY kind.place, r.refresh_at, r.id LIMIT ${atMost}`

/** Under the lock of the row, so that an append in between leaves it alone. */
export const replaceTasks = (
  sql: SqlClient.SqlClient,
  { id, record, version }: RecordRef & { readonly version: number },
  waiting: RecordTasks,
  now: Instant
): Effect.Effect<void, SqlError.SqlError> =>
  Effect.asVoid(
    sql.unsafe(
      `WITH held AS (
         UPDATE record SET due = $4::jsonb->>'due', refresh_at = ($4::jsonb->>'refreshAt')::timestamptz,
           tasks_digest = $4::jsonb->>'tasksDigest'
         WHERE record = $1::text AND id = $2::uuid AND version = $3::int RETURNING 1)
       SELECT phakhi_put_tasks($1::text, $2::uuid, $4::jsonb->'tasks', $5::timestamptz) FROM held`,
      [record, id, version, JSON.stringify(taskColumns(waiting)), now]
    )
  )
