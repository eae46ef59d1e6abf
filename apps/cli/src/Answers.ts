import type { ListedRow, Page } from "@phakhi/domain/engine/EventStore"
import type { Operation, Query } from "@phakhi/domain/engine/Operation"
import type { TaskRow } from "@phakhi/domain/engine/TaskQuestion"
import type { View } from "@phakhi/domain/engine/View"
import type { SeenActor } from "@phakhi/domain/kernel/Actor"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { actedBy } from "@phakhi/domain/rendering/Actors"
import { Effect } from "effect"
import type { Channel } from "./Channel.ts"
import { waiting } from "./InboxTables.ts"
import { say } from "./Io.ts"
import { namingOf } from "./Naming.ts"
import * as Output from "./Output.ts"
import type { Session } from "./Session.ts"

export const isPlain = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const write = ({ io }: Session, lines: ReadonlyArray<string>) => io.out(`${lines.join("\n")}\n`)

interface Happened {
  readonly version: number
  readonly at: string
  readonly cause: { readonly operation: string }
  readonly actor: SeenActor
}

/** What happened, newest first as it comes: by the act, not by the event that it left. */
const happened =
  (language: Language) =>
  ({ actor, at, cause, version }: Happened) => {
    const { account, words } = actedBy(actor)
    return {
      version,
      at,
      operation: cause.operation,
      by: [words[language], account].filter((part) => part !== null && part !== "").join(" ")
    }
  }

/** What the organisations are called that are waited for, as far as the reader may see them. */
const organisationsOf = Effect.fnUntraced(function* (tasks: ReadonlyArray<TaskRow>, channel: Channel) {
  const ids = [...new Set(tasks.flatMap(({ organisation }) => organisation ?? []))]
  if (ids.length === 0) return new Map<string, ListedRow["title"]>()
  const answer = yield* channel.ask({ operation: "organisations.list", input: { ids: ids.join(","), limit: 100 } })
  return new Map((answer as Page<ListedRow>).data.map(({ id, title }) => [id, title]))
})

/** Tasks as a table; whose turn it is goes without saying where they are one's own. */
export const printTasks = Effect.fnUntraced(function* (
  session: Session,
  query: Query,
  input: unknown,
  answer: unknown
) {
  const { catalogue, io, settings } = session
  const page = answer as Page<TaskRow>
  const own = isPlain(input) && (input["of"] ?? "me") === "me"
  const organisations = own ? undefined : yield* organisationsOf(page.data, yield* session.channel)
  const rows = waiting(page.data, settings.language, catalogue, io.columns, organisations)
  if (page.data.length > 0) write(session, rows)
  printRest(session, query, page)
})

const rowsOf = ({ catalogue, io, settings: { language } }: Session, query: Query, data: ReadonlyArray<unknown>) => {
  if (query.reads === "list" && query.record !== undefined)
    return Output.listed(data as ReadonlyArray<ListedRow>, query.record, language, catalogue, io.columns)
  const rows =
    query.reads === "history" ? (data as ReadonlyArray<Happened>).map(happened(language)) : data.filter(isPlain)
  return Output.table(rows, namingOf(language, catalogue, query.record), io.columns)
}

/** The command that asks for what comes after, as it was typed. */
const nextPage = ({ settings: { typed } }: Session, query: Query, next: string): string => {
  const flag = query.reads === "history" ? "--before" : "--cursor"
  const asked = typed.replace(new RegExp(` ${flag}[ =]\\S+`, "u"), "")
  return `phakhi ${asked} ${flag} ${next}`
}

interface Rest {
  readonly data: ReadonlyArray<unknown>
  readonly next: unknown
  readonly total: unknown
  readonly totalIsExact?: unknown
}

/** How many there are, and how the next page is asked for. */
const printRest = (session: Session, query: Query, { data, next, total, totalIsExact }: Rest): void => {
  const { io, settings } = session
  const { language } = settings
  if (typeof total === "number") {
    const [th, en] = totalIsExact === false ? ["มากกว่า ", "more than "] : ["", ""]
    io.err(`${say(language, `${data.length} จาก ${th}${total} รายการ`, `${data.length} of ${en}${total}`)}\n`)
  }
  if (typeof next === "string") io.err(`${say(language, "หน้าถัดไป", "Next page")}: ${nextPage(session, query, next)}\n`)
}

/** Prints what an operation answered: as JSON, or for people. */
export const print = (session: Session, operation: Operation, answer: unknown): void => {
  const { catalogue, io, settings } = session
  const { json, language } = settings
  if (json) return io.out(`${JSON.stringify(answer)}\n`)
  if (operation.type === "command" || operation.reads === "get")
    return write(session, Output.view(answer as View, language, catalogue))
  const naming = namingOf(language, catalogue, operation.record)
  if (!isPlain(answer)) return write(session, Output.lines(answer, naming))
  const { data, mermaid, next, total, totalIsExact } = answer
  if (typeof mermaid === "string") return write(session, [mermaid])
  if (!Array.isArray(data)) return write(session, Output.lines(answer, naming))
  if (data.length > 0) write(session, rowsOf(session, operation, data))
  printRest(session, operation, { data, next, total, totalIsExact })
}
