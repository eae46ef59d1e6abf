import { Clock, Effect, Option, Result, Schema, SchemaIssue } from "effect"
import { type Access, type Actor, type Grant, holds, may } from "../kernel/Actor.ts"
import type { Context } from "../kernel/Context.ts"
import type { Recorded } from "../kernel/Event.ts"
import { EventStore, type NewEvent, type StreamAppend } from "../kernel/EventStore.ts"
import { Files } from "../kernel/Files.ts"
import { Platform } from "../kernel/Platform.ts"
import type { RecordType } from "../kernel/Record.ts"
import { bangkokDay, fromMillis, type Instant } from "../kernel/ThaiDate.ts"
import { type Decision, type Refusal, refusal } from "../rules/Refusals.ts"
import { type Catalogue, handlerOf, readerOf } from "./Catalogue.ts"
import type { Handler } from "./Handler.ts"
import { actionsOn, type View } from "./View.ts"

type AnyRecordType = RecordType<string, unknown, Tagged>
interface Tagged {
  readonly _tag: string
}

/** A command as a channel hands it in. */
export interface Request {
  readonly operation: string
  /** The record aimed at; absent where the operation makes one. */
  readonly id?: string
  readonly input: unknown
  readonly actor: Actor | null
  /** The version the caller saw; `latest` takes whatever is there. */
  readonly seen?: number | "latest"
  /** Makes the command happen at most once per account. */
  readonly key?: string
  /** When it happened, where a replay may say so. */
  readonly at?: Instant
}

/** A record decoded, with what is needed to append to it. */
interface Opened {
  readonly type: AnyRecordType
  readonly id: string
  readonly version: number
  readonly state: unknown
  /** The state in wire form, as it is stored. */
  readonly wire: unknown
}

const attempts = 12

const succeed = <A>(decision: Decision<A>): Effect.Effect<A, Refusal> => Effect.fromResult(decision)
const fail = (refused: Refusal) => Effect.fail(refused)

const problems = SchemaIssue.makeFormatterStandardSchemaV1()

/** Decodes what came from outside; unknown fields are refused, and every problem names its field (SEC-2). */
export const decodeInput = <S extends Schema.Top>(schema: S, input: unknown): Decision<S["Type"]> =>
  Result.mapError(
    Schema.decodeUnknownResult(schema as unknown as Schema.Codec<S["Type"]>)(input, {
      errors: "all",
      onExcessProperty: "error"
    }),
    (error) => {
      const { issues } = problems(error.issue)
      const path = (issue: (typeof issues)[number]) =>
        `/${(issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join("/")}`
      const first = issues[0]
      return refusal(
        "InputMalformed",
        { problems: issues.slice(0, 20).map((issue) => `${path(issue)}: ${issue.message}`) },
        first === undefined ? {} : { field: path(first) }
      )
    }
  )

const decodeState = (type: AnyRecordType, state: unknown): unknown =>
  Schema.decodeUnknownSync(type.State as Schema.Codec<unknown>)(state)

const encodeState = (type: AnyRecordType, state: unknown): unknown =>
  Schema.encodeUnknownSync(type.State as Schema.Codec<unknown>)(state)

const encodeEvent = (type: AnyRecordType, id: string, event: Tagged): NewEvent => {
  const { _tag, ...data } = Schema.encodeUnknownSync(type.Event as Schema.Codec<unknown>)(event) as Tagged
  return { id, type: _tag, schemaVersion: type.schemaVersion, data }
}

const busy = () => refusal("StoreBusy", { seconds: 1 })
export const orBusy = <A, R>(
  effect: Effect.Effect<A, { readonly _tag: "StoreBusy" }, R>
): Effect.Effect<A, Refusal, R> => Effect.mapError(effect, busy)

/** Loads a record that the actor may read; a foreign id answers as an unknown one (SEC-1). */
export const open = Effect.fnUntraced(function* (
  catalogue: Catalogue,
  type: AnyRecordType,
  id: string,
  actor: Actor | null
) {
  const store = yield* EventStore
  const missing = refusal("RecordNotFound", { record: type.name, id })
  if (!isUuid(id)) return yield* fail(missing)
  const found = yield* orBusy(store.load(type.name, id))
  if (Option.isNone(found)) return yield* fail(missing)
  const { access, state, version } = found.value
  if (!may(actor, readerOf(catalogue, type.name)?.allow ?? [], access)) return yield* fail(missing)
  return { type, id, version, state: decodeState(type, state), wire: state } satisfies Opened
})

const isUuid = Schema.is(Schema.String.check(Schema.isUUID()))

const permit = (actor: Actor | null, handler: Handler, access: Access): Decision<Actor> => {
  const { allow, name } = handler.operation
  if (actor === null) return Result.fail(refusal("NotSignedIn", { operation: name }))
  return may(actor, allow, access) ? Result.succeed(actor) : Result.fail(notPermitted(name, allow))
}

const notPermitted = (operation: string, allow: ReadonlyArray<Grant>) =>
  refusal("NotPermitted", { operation, roles: [...new Set(allow.map(({ role }) => role))] })

const checkVersion = (handler: Handler, version: number, seen: Request["seen"]): Decision<void> => {
  if (seen === "latest" || (seen === undefined && handler.operation.concurrency === "commutes"))
    return Result.succeed(undefined)
  if (seen === undefined) return Result.fail(refusal("VersionMissing", { current: version }))
  return seen === version ? Result.succeed(undefined) : Result.fail(refusal("VersionStale", { seen, current: version }))
}

interface Folded {
  readonly opened: Opened
  readonly append: StreamAppend
}

const fold = (
  opened: Pick<Opened, "type" | "version"> & { readonly id: string | undefined; readonly state: unknown },
  events: ReadonlyArray<Tagged>,
  context: Context
): Folded => {
  const { type } = opened
  let state = opened.state
  const postings: Array<StreamAppend["postings"][number]> = []
  for (const event of events) {
    const recorded: Recorded<Tagged> = { event, at: context.now, actor: context.actor }
    state = type.evolve(state, recorded)
    postings.push(...(type.postings?.(state, event) ?? []))
  }
  const id = opened.id ?? (state as { readonly id: string }).id
  const wire = encodeState(type, state)
  return {
    opened: { type, id, version: opened.version + events.length, state, wire },
    append: {
      record: type.name,
      stream: id,
      expectedVersion: opened.version,
      events: events.map((event) => encodeEvent(type, context.newId(), event)),
      state: wire,
      access: type.access(state),
      row: type.row(state),
      postings
    }
  }
}

/**
 * Carries out one command: load, authorise, decide, append, in one transaction. Decides again when the record moved
 * in between; every refusal comes from a decision. Answers with the record as it is afterwards.
 */
export const perform = Effect.fn("perform")(function* (catalogue: Catalogue, request: Request) {
  const handler = handlerOf(catalogue, request.operation)
  if (handler === undefined) return yield* fail(refusal("OperationUnknown", { operation: request.operation }))
  const { actor, key } = request
  if (actor === null) return yield* fail(refusal("NotSignedIn", { operation: request.operation }))
  if (!handler.operation.allow.some(({ role }) => holds(actor, role)))
    return yield* fail(notPermitted(request.operation, handler.operation.allow))
  const platform = yield* Platform
  const now = request.at ?? Option.getOrThrow(fromMillis(yield* Clock.currentTimeMillis))
  const context: Context = { actor, now, today: bangkokDay(now), newId: platform.newId }
  if (key === undefined) return yield* decide(catalogue, handler, request, context, undefined)
  const keyed = { key, digest: platform.digest(JSON.stringify([request.operation, request.id ?? null, request.input])) }
  const again = yield* replayed(catalogue, handler, context, keyed)
  return Option.isSome(again) ? again.value : yield* decide(catalogue, handler, request, context, keyed)
})

interface Keyed {
  readonly key: string
  readonly digest: string
}

/** The answer given before to the same key, as the record was then. */
const replayed = Effect.fnUntraced(function* (
  catalogue: Catalogue,
  handler: Handler,
  context: Context,
  { digest, key }: Keyed
) {
  const store = yield* EventStore
  const before = yield* orBusy(store.remembered(context.actor.account, key))
  if (Option.isNone(before)) return Option.none<View>()
  if (before.value.digest !== digest) return yield* fail(refusal("KeyReused", { key }))
  const { stream, version } = before.value
  const state = yield* stateAt(handler.type, stream, version)
  const wire = encodeState(handler.type, state)
  return Option.some(viewOf(catalogue, { type: handler.type, id: stream, version, state, wire }, context))
})

/** Folds a record's events up to a version. */
export const stateAt = Effect.fnUntraced(function* (type: AnyRecordType, id: string, version: number) {
  const store = yield* EventStore
  const decode = Schema.decodeUnknownSync(type.Event as Schema.Codec<Tagged>)
  const newestFirst: Array<Recorded<Tagged>> = []
  let before = version + 1
  while (before > 1) {
    const page = yield* orBusy(store.history(type.name, id, { limit: 100, before }))
    if (page.data.length === 0) break
    for (const stored of page.data) {
      newestFirst.push({
        event: decode({ _tag: stored.type, ...stored.data }),
        at: stored.at as Instant,
        actor: stored.actor
      })
      before = stored.version
    }
  }
  return newestFirst.reduceRight<unknown>((state, recorded) => type.evolve(state, recorded), undefined)
})

/** A record as its caller sees it: what is stored, and what this caller may do with it now. */
export const viewOf = (
  catalogue: Catalogue,
  { id, state, type, version, wire }: Opened,
  context: Context | null
): View => ({ record: type.name, id, version, data: wire, actions: actionsOn(catalogue, type.name, state, context) })

const relatedTo = Effect.fnUntraced(function* (
  catalogue: Catalogue,
  handler: Handler,
  state: unknown,
  input: unknown,
  actor: Actor
) {
  const opened: Record<string, Opened> = {}
  for (const [name, to] of Object.entries(handler.related(state, input, actor))) {
    if (to !== undefined) opened[name] = yield* open(catalogue, to.type, to.id, actor)
  }
  return opened
})

const unused = Effect.fnUntraced(function* (handler: Handler, input: unknown, state: unknown) {
  const unique = handler.unique(input, state)
  if (unique === undefined) return
  const store = yield* EventStore
  const { total } = yield* orBusy(
    store.list({
      record: handler.type.name,
      actor: null,
      allow: [{ role: "public", scope: "any" }],
      filters: { [unique.facet]: [unique.value] },
      sort: "title",
      descending: false,
      limit: 1
    })
  )
  if (total > 0) return yield* fail(unique.refusal)
})

const knownFiles = Effect.fnUntraced(function* (digests: ReadonlyArray<string>) {
  const files = yield* Files
  const found = yield* Effect.forEach(digests, files.find)
  return new Map(found.flatMap((file) => (Option.isSome(file) ? [[file.value.digest, file.value] as const] : [])))
})

const decide = Effect.fnUntraced(function* (
  catalogue: Catalogue,
  handler: Handler,
  request: Request,
  context: Context,
  keyed: Keyed | undefined
) {
  const store = yield* EventStore
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { type } = handler
    const before =
      handler.operation.target === "new" ? undefined : yield* open(catalogue, type, request.id ?? "", context.actor)
    if (before !== undefined) {
      yield* succeed(permit(context.actor, handler, type.access(before.state)))
      yield* succeed(checkVersion(handler, before.version, request.seen))
    }
    const input = yield* succeed(decodeInput(handler.operation.input, request.input))
    const related = yield* relatedTo(catalogue, handler, before?.state, input, context.actor)
    const known = Object.fromEntries(Object.entries(related).map(([name, { state }]) => [name, state]))
    if (handler.access !== undefined) {
      yield* succeed(permit(context.actor, handler, handler.access({ input, actor: context.actor, related: known })))
    }
    yield* unused(handler, input, before?.state)
    const files = yield* knownFiles(handler.files(input))
    const outcome = yield* succeed(handler.decide({ state: before?.state, input, context, related: known, files }))
    const main = fold(before ?? { type, id: undefined, version: 0, state: undefined }, outcome.events, context)
    const others = outcome.also.map(({ events, reference }) => {
      const opened = Object.values(related).find(({ id }) => id === reference.id)
      return fold(
        opened ?? { type: reference.type as unknown as AnyRecordType, id: reference.id, version: 0, state: undefined },
        events,
        context
      )
    })
    const { id, version } = main.opened
    const appended = yield* store
      .append({
        at: context.now,
        actor: context.actor,
        cause: { operation: request.operation, ...(keyed === undefined ? {} : { key: keyed.key }) },
        streams: [main, ...others].map(({ append }) => append),
        ...(keyed === undefined
          ? {}
          : { remember: { ...keyed, operation: request.operation, record: type.name, stream: id, version } }),
        outbox: []
      })
      .pipe(
        Effect.as("appended" as const),
        Effect.catchTags({
          Moved: () => Effect.succeed("moved" as const),
          KeyTaken: () => Effect.succeed("taken" as const),
          StoreBusy: () => fail(busy())
        })
      )
    if (appended === "appended") return viewOf(catalogue, main.opened, context)
    if (appended === "taken" && keyed !== undefined) {
      const again = yield* replayed(catalogue, handler, context, keyed)
      if (Option.isSome(again)) return again.value
    }
  }
  return yield* fail(busy())
})
