import { Effect, Result } from "effect"
import { type Access, AccountId, type Actor, type Grant, hasAccount, may } from "../kernel/Actor.ts"
import type { Decision } from "../kernel/Refusal.ts"
import { type Instant, toMillis } from "../kernel/ThaiDate.ts"
import { actorsOf, type Catalogue, handlersOn } from "./Catalogue.ts"
import type { Context } from "./Context.ts"
import { foldElsewhere } from "./ErasingElsewhere.ts"
import type { Recorded } from "./Event.ts"
import {
  type Along,
  type Append,
  EventStore,
  everyRow,
  type Group,
  isKept,
  type Message,
  type StatedAppend,
  type StreamAppend
} from "./EventStore.ts"
import { encodeEvent, erasuresIn, evolve } from "./Evolve.ts"
import { givenFiles } from "./GivenFiles.ts"
import type { Handler } from "./Handler.ts"
import { asPerson } from "./InPerson.ts"
import { decodeInput } from "./Input.ts"
import { accountTold, type RolesChanged, rolesChanged } from "./Notification.ts"
import {
  type AnyRecordType,
  encodeState,
  isReadable,
  notFound,
  type OpenRecord,
  orBusy,
  type Tagged
} from "./OpenRecord.ts"
import type { Operation } from "./Operation.ts"
import { reliedOn } from "./Relying.ts"
import { refusal } from "./refusals.ts"
import type { Encoded } from "./Stored.ts"
import { tasksOn } from "./Tasks.ts"
import { termsOf } from "./Terms.ts"

/** A command as a channel hands it in. */
export interface Request {
  readonly operation: string
  /** The record aimed at; absent where the operation makes one. */
  readonly id?: string
  readonly input: unknown
  readonly actor: Actor | null
  /** The version the caller saw; `latest` takes whatever is there. */
  readonly seen?: number | "latest"
  /** Makes the command happen at most once for its sender. */
  readonly key?: string
  /** When it happened, where a replay may say so. */
  readonly at?: Instant
  /** Written in the transaction of the command, where the command is `accompanied`. */
  readonly along?: Along
}

export interface Keyed {
  readonly key: string
  readonly digest: string
}

/** A command that is understood, and waits to be decided. */
export interface PendingCommand {
  readonly catalogue: Catalogue
  readonly handler: Handler
  readonly request: Request
  readonly context: Context<Actor>
  readonly keyed: Keyed | undefined
}

/** What a decision comes to: the record after it, and all that is to be appended. */
export interface Decided {
  readonly after: OpenRecord
  /** Where a later command of the same append states the record, this one leaves its state out. */
  readonly append: (isLast: boolean) => Append
  /** Other records change with it, or something beside the records. */
  readonly changesMore: boolean
}

const succeed = <A>(decision: Decision<A>) => Effect.fromResult(decision)

/** Says whose people may: a role, where it counts, and of what kind of record. */
export const notPermitted = ({
  allow,
  name,
  record = "",
  summary
}: Pick<Operation, "name" | "record" | "summary"> & { readonly allow: ReadonlyArray<Grant> }) =>
  refusal("NotPermitted", {
    operation: name,
    who: allow.flatMap((grant) => ("role" in grant ? [`${grant.role}@${grant.scope}@${record}`] : [])),
    act: summary
  })

const permit = ({ operation }: Handler, context: Context<Actor>, access: Access): Decision<void> =>
  may(context.actor, operation.allow, access, context)
    ? asPerson(operation, context.actor)
    : Result.fail(notPermitted(operation))

const checkVersion = ({ operation }: Handler, version: number, seen: Request["seen"]): Decision<void> => {
  if (seen === "latest" || (seen === undefined && operation.concurrency === "commutes"))
    return Result.succeed(undefined)
  if (seen === undefined) return Result.fail(refusal("VersionMissing", { current: version }))
  return seen === version ? Result.succeed(undefined) : Result.fail(refusal("VersionStale", { seen, current: version }))
}

interface Folded {
  readonly after: OpenRecord
  /** What happened to it, without how it is afterwards. */
  readonly stream: Exclude<StreamAppend, StatedAppend>
  /** Where it is an account, and other roles of it count now: others may have to do what it did (ACT-1). */
  readonly roles?: Message
}

/** The state is put into wire form only when somebody reads it, and then once. */
const openRecordOf = (
  opened: Omit<OpenRecord, "wire" | "written" | "answers">,
  earlier: Encoded | undefined
): OpenRecord => {
  const { state, type } = opened
  let written = earlier
  return {
    ...opened,
    answers: new Map(),
    get wire() {
      if (written?.value !== state) written = { value: state, wire: encodeState(type, state, written) }
      return written?.wire
    },
    get written() {
      return written
    }
  }
}

/** The groups that the record is in after its events and was not in before. */
const joined = (type: AnyRecordType, before: unknown, after: unknown): ReadonlyArray<Group> => {
  const { groups = [], name: record } = type
  if (groups.length === 0) return []
  const earlier = before === undefined ? {} : type.row(before).columns
  const { columns } = type.row(after)
  return groups.flatMap((column) => {
    const value = columns[column]
    return typeof value !== "string" || value === earlier[column] ? [] : [{ record, column, value }]
  })
}

/** Which roles count since, and which do not any more, where it is an account. */
const changeOfRoles = (
  type: AnyRecordType,
  id: string,
  before: unknown,
  after: unknown
): { readonly roles?: Message } => {
  const { standing } = type
  if (standing === undefined) return {}
  const earlier = before === undefined ? [] : (standing(before) ?? [])
  const now = standing(after) ?? []
  const gained = now.filter((role) => !earlier.includes(role))
  const lost = earlier.filter((role) => !now.includes(role))
  if (gained.length + lost.length === 0) return {}
  const { owner } = type.access(after)
  const payload: RolesChanged = { account: AccountId.make(id), gained, lost }
  return { roles: { topic: rolesChanged, ...(owner === null ? {} : { owner }), payload: { ...payload } } }
}

type Before = Pick<OpenRecord, "type" | "version" | "state" | "written"> & { readonly id: string | undefined }

const fold = (before: Before, events: ReadonlyArray<Tagged>, context: Context<Actor>): Folded => {
  const { type } = before
  let state = before.state
  const postings: Array<StreamAppend["postings"][number]> = []
  for (const event of events) {
    const recorded: Recorded<Tagged> = { event, at: context.now, actor: context.actor }
    state = evolve(type, state, recorded)
    if (erasuresIn([event]).length === 0) postings.push(...(type.postings?.(state, event) ?? []))
  }
  const id = before.id ?? (state as { readonly id: string }).id
  const access = type.access(state)
  const joins = joined(type, before.state, state)
  const erases = erasuresIn(events).map(({ subject }) => subject)
  return {
    ...changeOfRoles(type, id, before.state, state),
    after: openRecordOf({ type, id, version: before.version + events.length, state, access }, before.written),
    stream: {
      record: type.name,
      stream: id,
      expectedVersion: before.version,
      events: events.map((event) => encodeEvent(type, context.newId(), event)),
      ...(joins.length > 0 ? { joins } : {}),
      postings,
      ...(erases.length === 0 ? {} : { erases })
    }
  }
}

const unused = Effect.fnUntraced(function* (handler: Handler, input: unknown, state: unknown) {
  const unique = handler.unique(input, state)
  if (unique === undefined) return
  const store = yield* EventStore
  const { total } = yield* orBusy(store.list(everyRow(handler.type.name, 1, { [unique.column]: [unique.value] })))
  if (total > 0) return yield* Effect.fail(unique.refusal)
})

/** Decides one command on the record as it stands: authorise, decode, look up what it must know, decide, fold. */
export const decideOn = Effect.fn("decide")(function* (
  { catalogue, context, handler, keyed, request }: PendingCommand,
  before: OpenRecord | undefined
) {
  const { actor } = context
  const { type } = handler
  if (handler.operation.target === "existing") {
    if (before === undefined || !isReadable(before, context))
      return yield* Effect.fail(notFound(type, request.id ?? ""))
    yield* succeed(permit(handler, context, before.access))
    yield* succeed(checkVersion(handler, before.version, request.seen))
  }
  const input = yield* succeed(decodeInput(handler.operation.input, request.input))
  const { groups, guards, many, related } = yield* reliedOn(handler, before, input, context)
  const known = Object.fromEntries(Object.entries(related).map(([name, { state }]) => [name, state]))
  const access = handler.access?.({ input, actor, related: known })
  if (access !== undefined) yield* succeed(permit(handler, context, access))
  yield* unused(handler, input, before?.state)
  const given = yield* givenFiles(catalogue, handler.files(input), context)
  const { files } = given
  const outcome = yield* succeed(handler.decide({ state: before?.state, input, context, related: known, many, files }))
  const now = toMillis(context.now)
  if (!outcome.deadlines.every((deadline) => isKept(deadline, now)))
    return yield* Effect.die(new Error(`${request.operation} is allowed outside the deadline that it names`))
  const folded = fold(
    before ?? { type, id: undefined, version: 0, state: undefined, written: undefined },
    outcome.events,
    context
  )
  const main = files.size === 0 ? folded : { ...folded, stream: { ...folded.stream, files: [...files.values()] } }
  const others = outcome.others.map(({ events, reference }) => {
    const opened = Object.values(related).find(({ id }) => id === reference.id)
    const type = reference.type as unknown as AnyRecordType
    const unknown = { type, id: reference.id, version: 0, state: undefined, written: undefined }
    return fold(opened ?? unknown, events, context)
  })
  const envelope = {
    at: context.now,
    actor,
    cause: { operation: request.operation, ...(keyed === undefined ? {} : { key: keyed.key }) }
  }
  const stated = ({ after, stream }: Folded): StatedAppend => ({
    ...stream,
    state: after.wire,
    access: after.access,
    row: after.type.row(after.state),
    waiting: tasksOn(handlersOn(catalogue, after.type.name), after.state, context)
  })
  for (const erasure of erasuresIn(outcome.events)) {
    const erasing = (opened: OpenRecord) => fold(opened, [erasure], context)
    const appending = (folded: ReadonlyArray<Folded>): Append => ({
      ...envelope,
      streams: folded.map(stated),
      outbox: []
    })
    others.push(...(yield* foldElsewhere({ catalogue, erasure, main: main.after, actor, erasing, appending })))
  }
  const { id, version } = main.after
  const written = [main, ...others].map(({ stream }) => stream)
  const unwritten = [...guards, ...given.guards].filter(
    ({ record, stream, version }) =>
      !written.some((one) => one.record === record && one.stream === stream && one.expectedVersion === version)
  )
  // A replay says when it happened, and the decision has judged by that time: the clock of the store has no say.
  const reached = access ?? before?.access
  const terms = reached === undefined ? [] : termsOf(actor, handler.operation.allow, reached, context)
  const deadlines = request.at === undefined ? [...outcome.deadlines, ...terms] : []
  const actors = actorsOf(catalogue)?.type
  const standing =
    actors === undefined || !hasAccount(actor) || request.at !== undefined
      ? {}
      : { standing: { record: actors.name, stream: actor.account, roles: actor.roles } }
  const append = (isLast: boolean): Append => ({
    ...envelope,
    ...(unwritten.length > 0 ? { guards: unwritten } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...(deadlines.length > 0 ? { deadlines } : {}),
    ...(request.along === undefined ? {} : { along: request.along }),
    ...standing,
    streams: [main, ...others].map((folded) => (folded !== main || isLast ? stated(folded) : folded.stream)),
    ...(keyed === undefined
      ? {}
      : { remember: { ...keyed, operation: request.operation, record: type.name, stream: id, version } }),
    outbox: [
      ...outcome.tells.map((told) => ({ topic: accountTold, payload: { ...told } })),
      ...[main, ...others].flatMap(({ roles }) => roles ?? [])
    ]
  })
  const changesMore = others.length > 0 || request.along !== undefined
  return { after: main.after, append, changesMore } satisfies Decided
})
