import { Effect, Schema } from "effect"
import { type Actor, hasAccount, isGrantFor } from "../kernel/Actor.ts"
import { type AudienceName, toldPositions } from "../kernel/Audience.ts"
import type { Fault } from "../kernel/Refusal.ts"
import { bangkokDay } from "../kernel/ThaiDate.ts"
import { type Catalogue, pureOf, queryOf, readerOf } from "./Catalogue.ts"
import { type Context, currentInstant } from "./Context.ts"
import { notPermitted } from "./Decide.ts"
import type { SeenEvent } from "./Event.ts"
import { EventStore, type ListPage, type Page } from "./EventStore.ts"
import { decodeInput } from "./Input.ts"
import { askingBy, columnsHiddenFrom, filtersOf, listAudiences } from "./Listing.ts"
import { tasksOf } from "./ListTasks.ts"
import { type Happened, named, withPositions } from "./NamePeople.ts"
import { lookingAt, notFound, open, orBusy, viewOf } from "./OpenRecord.ts"
import type { Query } from "./Operation.ts"
import type { NamedPerson } from "./People.ts"
import { Platform } from "./Platform.ts"
import { answerTo } from "./Question.ts"
import type { Reader } from "./Reader.ts"
import { malformed, refusal } from "./refusals.ts"
import type { listTasks } from "./TaskQuestion.ts"
import { lastsToday, type View } from "./View.ts"

/** A question as a channel hands it in. */
export interface Asked {
  readonly operation: string
  readonly id?: string
  readonly input: unknown
  readonly actor: Actor | null
}

export type Answer = View | ListPage | Page<SeenEvent> | Page<NamedPerson> | object

const contextOf = Effect.fnUntraced(function* (actor: Actor | null) {
  if (actor === null) return null
  const { newId } = yield* Platform
  const now = yield* currentInstant
  return { actor, now, today: bangkokDay(now), newId } satisfies Context<Actor>
})

/** One record as it is answered, as whom it was looked at, and whether the same answer holds all day. */
export interface AnsweredView {
  readonly view: View
  readonly audience: AudienceName
  readonly lastsToday: boolean
}

const get = Effect.fnUntraced(function* (catalogue: Catalogue, { type }: Reader, id: string, actor: Actor | null) {
  const asker = { actor, now: yield* currentInstant }
  const opened = yield* open(type, id, asker)
  const looking = lookingAt(opened, asker)
  if (looking === undefined) return yield* Effect.fail(notFound(type, id))
  const context = yield* contextOf(actor)
  const view = viewOf(catalogue, opened, asker, context)
  const lasts = context !== null && lastsToday(opened.answers, context)
  return { view, audience: looking.audience, lastsToday: lasts } satisfies AnsweredView
})

interface ListInput {
  readonly search?: string
  readonly sort?: string
  readonly descending?: boolean
  readonly limit?: number
  readonly cursor?: string
  readonly [column: string]: unknown
}

/** What no record shows to the asker is no column of theirs. */
const unseenColumn = { th: "ไม่ใช่คอลัมน์ที่ท่านเรียงหรือกรองได้", en: "is no column that you can sort or filter by" }

/** Statuses asked for that records of this kind never have. */
const unknownStatuses = (asked: unknown, known: ReadonlyArray<string> | undefined): ReadonlyArray<Fault> => {
  if (known === undefined || typeof asked !== "string") return []
  const unknown = asked.split(",").filter((status) => !known.includes(status))
  const [named, choice] = [unknown.join(", "), known.join(" | ")]
  return unknown.length === 0
    ? []
    : [
        {
          pointer: "/status",
          th: `ไม่มีสถานะ ${named} เลือกได้จาก ${choice}`,
          en: `has no ${named}: it is one of ${choice}`
        }
      ]
}

/** Without a limit, a page holds this many rows. */
const defaultLimit = 50

const list = Effect.fnUntraced(function* (
  { words: { statuses } }: Catalogue,
  { type }: Reader,
  input: ListInput,
  actor: Actor | null
) {
  const store = yield* EventStore
  const { cursor, descending, limit, search, sort } = input
  const unseen = askingBy(columnsHiddenFrom(type, actor), input)
  const faults = [
    ...unseen.map((name) => ({ pointer: `/${name}`, ...unseenColumn })),
    ...unknownStatuses(input["status"], statuses[type.name])
  ]
  if (faults.length > 0) return yield* Effect.fail(malformed(...faults))
  const now = yield* currentInstant
  return yield* orBusy(
    store.list({
      record: type.name,
      actor,
      audiences: listAudiences(type.audiences, type.columns),
      now,
      filters: filtersOf(type.columns, input, bangkokDay(now)),
      sort: sort ?? "title",
      descending: descending ?? false,
      limit: limit ?? defaultLimit,
      ...(search === undefined ? {} : { search }),
      ...(cursor === undefined ? {} : { cursor })
    })
  )
})

interface PageOfHistory {
  readonly limit?: number
  readonly before?: number
}

/** What happened, as far as the asker's audience sees it: totals and pages count nothing else. */
const history = Effect.fnUntraced(function* (
  catalogue: Catalogue,
  { type, views }: Reader,
  id: string,
  { before, limit }: PageOfHistory,
  actor: Actor | null
) {
  const asker = { actor, now: yield* currentInstant }
  const looking = lookingAt(yield* open(type, id, asker), asker)
  if (looking === undefined) return yield* Effect.fail(notFound(type, id))
  const store = yield* EventStore
  const seen = views.seen(looking)
  const page = yield* orBusy(
    store.history(type.name, id, {
      limit: limit ?? defaultLimit,
      ...(before === undefined ? {} : { before }),
      ...(seen === undefined ? {} : { seen })
    })
  )
  const happened = page.data.flatMap((stored): ReadonlyArray<Happened> => {
    const shown = views.event(stored, looking)
    return shown === undefined ? [] : [{ shown, stored }]
  })
  const data = toldPositions.includes(looking.audience)
    ? yield* withPositions(catalogue, happened)
    : happened.map(({ shown }) => shown)
  return { ...page, data } satisfies Page<SeenEvent>
})

/** Who is named by what the asker is shown: by the record, with its newest page, and by each page of its history. */
const people = Effect.fnUntraced(function* (
  catalogue: Catalogue,
  reader: Reader,
  id: string,
  page: PageOfHistory,
  actor: Actor | null
) {
  const { type, views } = reader
  const asker = { actor, now: yield* currentInstant }
  const opened = yield* open(type, id, asker)
  const looking = lookingAt(opened, asker)
  const { data: events, next } = yield* history(catalogue, reader, id, page, actor)
  const isFirst = page.before === undefined && looking !== undefined
  const accounts = views.people({ events, ...(isFirst ? { state: views.state(opened.wire, looking) } : {}) })
  const data = yield* named(catalogue, accounts)
  return { data, next, total: data.length } satisfies Page<NamedPerson>
})

const signedIn = (query: Query, actor: Actor | null) =>
  query.allow.some((grant) => isGrantFor(actor, grant))
    ? Effect.void
    : Effect.fail(actor === null ? refusal("NotSignedIn", { operation: query.name }) : notPermitted(query))

const understood = Effect.fnUntraced(function* (catalogue: Catalogue, { actor, input, operation }: Asked) {
  const query = queryOf(catalogue, operation)
  if (query === undefined) return yield* Effect.fail(refusal("OperationUnknown", { operation }))
  yield* signedIn(query, actor)
  const decoded = yield* Effect.fromResult(decodeInput(query.input, input))
  return { query, decoded, reader: readerOf(catalogue, query.record ?? "") }
})

/** Answers with one record, for a caller that keeps answers. */
export const askForOne = Effect.fn("askForOne")(function* (catalogue: Catalogue, asked: Asked) {
  const { query, reader } = yield* understood(catalogue, asked)
  if (reader === undefined || query.reads !== "get")
    return yield* Effect.fail(refusal("OperationUnknown", { operation: asked.operation }))
  return yield* get(catalogue, reader, asked.id ?? "", asked.actor)
})

/** Answers one question: from the rules alone, or from the records that the actor may read. */
export const ask = Effect.fn("ask")(function* (catalogue: Catalogue, asked: Asked) {
  const { actor, id, operation } = asked
  const { decoded, query, reader } = yield* understood(catalogue, asked)
  const pure = pureOf(catalogue, operation)
  if (pure !== undefined) {
    const answer = yield* answerTo(pure, decoded)
    return Schema.encodeUnknownSync(pure.operation.output as unknown as Schema.Codec<unknown>)(answer) as Answer
  }
  if (query.reads === "tasks" && hasAccount(actor))
    return (yield* tasksOf(
      catalogue,
      decoded as typeof listTasks.input.Type,
      actor,
      bangkokDay(yield* currentInstant)
    )) as Answer
  if (reader === undefined) return yield* Effect.fail(refusal("OperationUnknown", { operation }))
  switch (query.reads) {
    case "get":
      return (yield* get(catalogue, reader, id ?? "", actor)).view
    case "history":
      return (yield* history(catalogue, reader, id ?? "", decoded as object, actor)) as Answer
    case "people":
      return (yield* people(catalogue, reader, id ?? "", decoded as object, actor)) as Answer
    default:
      return (yield* list(catalogue, reader, decoded as ListInput, actor)) as Answer
  }
})
