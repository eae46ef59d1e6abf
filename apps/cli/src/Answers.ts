import { readerOf } from "@phakhi/domain/engine/Catalogue"
import type { ListedRow, Page } from "@phakhi/domain/engine/EventStore"
import type { Operation, Query } from "@phakhi/domain/engine/Operation"
import type { NamedPerson } from "@phakhi/domain/engine/People"
import type { TaskRow } from "@phakhi/domain/engine/TaskQuestion"
import type { View } from "@phakhi/domain/engine/View"
import type { SeenActor } from "@phakhi/domain/kernel/Actor"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { actedBy } from "@phakhi/domain/rendering/Actors"
import { Effect } from "effect"
import type { Channel } from "./Channel.ts"
import { waiting } from "./InboxTables.ts"
import { say } from "./Io.ts"
import { namingOf, type People, personNamed } from "./Naming.ts"
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
  (language: Language, people: People) =>
  ({ actor, at, cause, version }: Happened) => {
    const { account, words } = actedBy(actor)
    const person = account === null ? undefined : people.get(account)
    const by = person === undefined ? account : personNamed(person, language)
    return {
      version,
      at,
      operation: cause.operation,
      by: [words[language], by].filter((part) => part !== null && part !== "").join(" ")
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

/** Who is named by what is printed for people: asked for with the same page as what happened. */
export const peopleIn = Effect.fnUntraced(function* (session: Session, operation: Query, id: string, page: unknown) {
  const isNamed = operation.reads === "get" || operation.reads === "history"
  if (session.settings.json || !isNamed) return new Map() as People
  const plural = readerOf(session.catalogue, operation.record ?? "")?.type.plural ?? ""
  const { ask } = yield* session.channel
  const input = operation.reads === "history" ? page : {}
  // Whose key asks for nothing else is told the accounts.
  const found = yield* Effect.orElseSucceed(ask({ operation: `${plural}.people`, id, input }), () => ({ data: [] }))
  return new Map((found as Page<NamedPerson>).data.map((person) => [person.account, person])) as People
})

const rowsOf = (
  { catalogue, io, settings: { language } }: Session,
  query: Query,
  data: ReadonlyArray<unknown>,
  people: People
) => {
  if (query.reads === "list" && query.record !== undefined)
    return Output.listed(data as ReadonlyArray<ListedRow>, query.record, language, catalogue, io.columns)
  const rows =
    query.reads === "history" ? (data as ReadonlyArray<Happened>).map(happened(language, people)) : data.filter(isPlain)
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
export const print = (session: Session, operation: Operation, answer: unknown, people: People = new Map()): void => {
  const { catalogue, io, settings } = session
  const { json, language } = settings
  if (json) return io.out(`${JSON.stringify(answer)}\n`)
  if (operation.type === "command" || operation.reads === "get")
    return write(session, Output.view(answer as View, language, catalogue, people))
  const naming = namingOf(language, catalogue, operation.record)
  if (!isPlain(answer)) return write(session, Output.lines(answer, naming))
  const { data, mermaid, next, total, totalIsExact } = answer
  if (typeof mermaid === "string") return write(session, [mermaid])
  if (!Array.isArray(data)) return write(session, Output.lines(answer, naming))
  if (data.length > 0) write(session, rowsOf(session, operation, data, people))
  printRest(session, operation, { data, next, total, totalIsExact })
}
