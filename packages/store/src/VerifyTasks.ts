import type { FoldedStream } from "@phakhi/domain/engine/FoldStream"
import type { Instant } from "@phakhi/domain/kernel/ThaiDate"
import { canonical } from "./Chain.ts"
import type { Finding } from "./Findings.ts"
import { instantText } from "./Instants.ts"
import { taskColumns } from "./Tasks.ts"

/** What a record waits for, as it stands beside it. Since when, where the record does not declare it, no event says. */
export const waitingColumns = `r.due, ${instantText("r.refresh_at")} AS refresh_at, r.tasks_digest, r.owner,
    (SELECT coalesce(json_agg(json_build_object('key', t.key, 'operation', t.operation, 'target', t.target,
        'wordsTh', t.words_th, 'wordsEn', t.words_en, 'organisation', t.organisation, 'roles', t.roles,
        'account', t.account, 'exceptFor', t.except_for,
        'since', CASE WHEN t.since_declared THEN ${instantText("t.since")} END,
        'due', t.due, 'place', t.place, 'mandate', t.mandate, 'owner', t.owner) ORDER BY t.key), '[]')
      FROM task t WHERE t.record = r.record AND t.id = r.id) AS tasks`

export interface WaitingRow {
  readonly due: string | null
  readonly refresh_at: Instant | null
  readonly tasks_digest: string | null
  readonly owner: string | null
  readonly tasks: ReadonlyArray<unknown>
}

const byKey = (left: { readonly key: string }, right: { readonly key: string }): number =>
  left.key < right.key ? -1 : 1

/**
 * What differs of what a record waits for. One that is to be looked at again by now is left to the clock: it states the
 * record anew, whatever stands there.
 */
export const compareWaiting = (
  row: WaitingRow,
  { waits }: FoldedStream,
  now: Instant,
  place: Pick<Finding, "record" | "stream" | "version">
): ReadonlyArray<Finding> => {
  if (row.refresh_at !== null && row.refresh_at <= now) return []
  const waiting = waits?.(now)
  if (waiting === undefined) return []
  const { due, refreshAt, tasks, tasksDigest } = taskColumns(waiting)
  const wanted = tasks.map((task) => ({ ...task, owner: row.owner })).sort(byKey)
  const differs = (what: string): Finding => ({
    kind: "task-differs",
    ...place,
    detail: `${what} is not what the record waits for`
  })
  return [
    ...(row.due === due ? [] : [differs("due")]),
    ...(row.refresh_at === refreshAt ? [] : [differs("refresh_at")]),
    ...(row.tasks_digest === tasksDigest ? [] : [differs("tasks_digest")]),
    ...(canonical(row.tasks) === canonical(wanted) ? [] : [differs("task")])
  ]
}
