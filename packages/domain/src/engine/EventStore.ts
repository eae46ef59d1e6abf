import { Context, type Effect, type Option, Schema } from "effect"
import type { Access, AccountHolder, Actor, Grant } from "../kernel/Actor.ts"
import type { ColumnValue } from "../kernel/Column.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import { Instant, type IsoDate, toMillis } from "../kernel/ThaiDate.ts"
import type { StoredEvent } from "./Event.ts"
import type { KnownFile } from "./Files.ts"
import type { Posting, Row } from "./Record.ts"
import type { SeenTasks } from "./SeenTasks.ts"
import type { RecordTasks, Task } from "./Tasks.ts"

/** A record as stored: its state in wire form, folded from its events up to `version`. */
export interface Loaded {
  readonly version: number
  /** Null where the caller said that it knows this version. */
  readonly state: unknown
  readonly access: Access
}

export interface NewEvent {
  readonly id: string
  readonly type: string
  readonly schemaVersion: number
  readonly data: { readonly [field: string]: unknown }
  /** Where its data holds personal data, as JSON pointers, and of whom. */
  readonly personal?: ReadonlyArray<{ readonly place: string; readonly subject: string }>
}

interface Change {
  readonly record: string
  readonly stream: string
  /** 0 for a new stream. */
  readonly expectedVersion: number
  readonly events: ReadonlyArray<NewEvent>
  /** The groups that the record comes into by these events. */
  readonly joins?: ReadonlyArray<Group>
  readonly postings: ReadonlyArray<Posting>
  /** The files that the record is given by these events: whoever acts has them no longer to give. */
  readonly files?: ReadonlyArray<KnownFile>
  /** The people whose personal data is erased in all events of the stream, in the same transaction. */
  readonly erases?: ReadonlyArray<string>
}

/** How a record is after a change. */
export interface Stated {
  readonly state: unknown
  readonly access: Access
  readonly row: Row
  /** What the record waits for after it. */
  readonly waiting?: RecordTasks
}

/** A change of a record that is there, where a later append of the same batch states how it is then. */
type Unstated = { readonly [Part in keyof Stated]?: undefined }

export type StatedAppend = Change & Stated
export type StreamAppend = StatedAppend | (Change & Unstated)

/** What a repeated request gets back instead of being carried out again. */
export interface Remembered {
  readonly operation: string
  /** Of operation, target and input: the same key with another digest is refused. */
  readonly digest: string
  readonly record: string
  readonly stream: string
  readonly version: number
}

export interface Message {
  readonly topic: string
  /** Messages with the same key are sent one after the other, in the order in which they were written. */
  readonly key?: string
  /** Not before this instant. Absent: at once. */
  readonly due?: string
  /** The organisation whose administrators are shown it where it cannot be sent. Absent: nobody's. */
  readonly owner?: string
  readonly payload: { readonly [field: string]: unknown }
}

/** A record that a decision relied on: the append holds only while it still has this version. */
export interface Guard {
  readonly record: string
  readonly stream: string
  readonly version: number
}

/** All records of a kind that have one value of a column: the sheets of one call, the partnerships of one mission. */
export interface Group {
  readonly record: string
  readonly column: string
  readonly value: string
}

/** A group that a decision relied on: the append holds only while no other record has come into it. */
export interface GroupGuard extends Group {
  readonly members: number
}

export interface Member {
  readonly id: string
  readonly version: number
  readonly state: unknown
}

/** An instant that the store judges by its own clock, while it holds the records that are written. */
export type Deadline = { readonly before: Instant } | { readonly notBefore: Instant }

export const isKept = (deadline: Deadline, now: number): boolean =>
  "before" in deadline ? now < toMillis(deadline.before) : now >= toMillis(deadline.notBefore)

/** Written last in the transaction of an append, and perhaps more than once, where the transaction is begun anew. */
export type Along = Effect.Effect<unknown, unknown>

/** Who acts, as they were let in: the record that they act as, and its roles by which the act was judged. */
export interface Standing {
  readonly record: string
  readonly stream: string
  readonly roles: ReadonlyArray<string>
}

export interface Append {
  readonly at: string
  readonly actor: Actor
  readonly cause: { readonly operation: string; readonly key?: string }
  readonly streams: ReadonlyArray<StreamAppend>
  /** Further records that must be as they were read; those that are written are held by their expected version. */
  readonly guards?: ReadonlyArray<Guard>
  readonly groups?: ReadonlyArray<GroupGuard>
  readonly deadlines?: ReadonlyArray<Deadline>
  readonly remember?: { readonly key: string } & Remembered
  /** The append holds only while whoever acts is active and has these roles, as the batch begins. */
  readonly standing?: Standing
  /** What whoever sent the command writes with it: both are written, or neither. */
  readonly along?: Along
  readonly outbox: ReadonlyArray<Message>
}

/** What the decision relied on moved since it was read, or a running total would be overdrawn: decide again. */
export class Moved extends Schema.TaggedError<Moved>()("Moved", {}) {}

/** Whoever acts was locked or lost a role since they were let in: decide again by what they are now. */
export class StandingLost extends Schema.TaggedError<StandingLost>()("StandingLost", {}) {}

/** By the clock of the store a deadline is not kept, or the record has a later event: decide again at that time. */
export class DeadlinePassed extends Schema.TaggedError<DeadlinePassed>()("DeadlinePassed", { now: Schema.Finite }) {}

/** The idempotency key is stored already: the same request was sent twice, and the other one came first. */
export class KeyTaken extends Schema.TaggedError<KeyTaken>()("KeyTaken", {}) {}

/** The store does not answer in time, or sheds load. */
export class StoreBusy extends Schema.TaggedError<StoreBusy>()("StoreBusy", {}) {}

/** The cursor is none of this list in this order: nothing says where its next page begins. */
export class CursorLost extends Schema.TaggedError<CursorLost>()("CursorLost", {}) {}

/** Those who see the same of the rows: the first audience that a reader is in for a row decides. */
export interface ListAudience {
  readonly allow: ReadonlyArray<Grant>
  /** The columns that it does not see: it is neither shown them, nor filters, sorts or searches by them. */
  readonly hidden: ReadonlyArray<string>
  /** It sees every column that is searched. */
  readonly searchesFurther: boolean
}

/** Both ends are included. */
export interface Range {
  readonly from?: string
  readonly to?: string
}

/**
 * One of several values, a list that holds one of them, one of several keys by which the column sorts, or a range of
 * these keys.
 */
export type Filter =
  | { readonly values: ReadonlyArray<string> }
  | { readonly holds: ReadonlyArray<string> }
  | { readonly keys: ReadonlyArray<string> }
  | Range

/** Which events of a record are asked for, by type; `own` adds those that an organisation brought about itself. */
export interface Seen {
  readonly types: ReadonlyArray<string>
  readonly own?: { readonly organisation: string; readonly types: ReadonlyArray<string> }
}

export interface HistoryRequest {
  readonly limit: number
  /** Only events before this version. */
  readonly before?: number
  /** Without it, all events. */
  readonly seen?: Seen
}

export interface ListRequest {
  readonly record: string
  readonly actor: Actor | null
  readonly audiences: ReadonlyArray<ListAudience>
  /** When it is asked: assignments and sealed content depend on it. */
  readonly now: Instant
  /** What every row of the page meets, by column or by `id`. */
  readonly filters: { readonly [column: string]: ReadonlyArray<Filter> }
  readonly search?: string
  /** The column to sort by. */
  readonly sort: string
  readonly descending: boolean
  readonly limit: number
  readonly cursor?: string
}

/** The rows of a type whoever may see them, in the order of their titles: for the system's own questions. */
export const everyRow = (
  record: string,
  limit: number,
  filters: { readonly [column: string]: ReadonlyArray<string> } = {}
): ListRequest => ({
  record,
  actor: null,
  audiences: [{ allow: [{ role: "public", scope: "any" }], hidden: [], searchesFurther: true }],
  now: Instant.make("1970-01-01T00:00:00.000Z"),
  filters: Object.fromEntries(Object.entries(filters).map(([column, values]) => [column, [{ values }]])),
  sort: "title",
  descending: false,
  limit
})

export interface ListedRow {
  readonly id: string
  readonly version: number
  readonly title: { readonly th: string; readonly en?: string }
  readonly status: string
  /** The values of the columns that the reader sees; absent ones are left out. */
  readonly columns: { readonly [name: string]: ColumnValue }
  readonly owner: string | null
  readonly updatedAt: string
  /** Something of it was due before today, as far as the reader sees when it is due. */
  readonly late: boolean
}

/** A record by its kind and id. */
export interface RecordRef {
  readonly record: string
  readonly id: string
}

/** Which tasks are asked for: one's own, those of one's organisation, or what others have to do for it. */
export type TasksOf = "me" | "organisation" | "others"

export interface TaskRequest {
  readonly actor: AccountHolder
  readonly of: TasksOf
  /** What of others the asker is told. */
  readonly seen: SeenTasks
  /** Only what was due before today. */
  readonly late: boolean
  readonly today: IsoDate
  readonly record?: string
  readonly limit: number
  readonly cursor?: string
}

/** A task with the record that waits for it. */
export interface ListedTask extends Task {
  readonly record: string
  readonly id: string
  readonly title: LocalizedText
  readonly status: string
  readonly owner: string | null
  readonly since: Instant
}

export interface Page<A> {
  readonly data: ReadonlyArray<A>
  readonly next: string | null
  readonly total: number
}

/** A page of so many that not all are counted. Where there are too many, there are more than `total`. */
export interface CountedPage<A> extends Page<A> {
  readonly totalIsExact: boolean
}

export type ListPage = CountedPage<ListedRow>

/** The one port through which records are kept. */
export class EventStore extends Context.Service<
  EventStore,
  {
    readonly load: (
      record: string,
      id: string,
      knownVersion?: number
    ) => Effect.Effect<Option.Option<Loaded>, StoreBusy>
    /** The members of a group, no more than `atMost` of them, whoever may see them. */
    readonly members: (group: Group, atMost: number) => Effect.Effect<ReadonlyArray<Member>, StoreBusy>
    /** Appends all of them in the order given, or none. */
    readonly append: (
      batch: ReadonlyArray<Append>
    ) => Effect.Effect<void, Moved | StandingLost | DeadlinePassed | KeyTaken | StoreBusy>
    /** What `sender`, an account or a visitor, was answered under this key. */
    readonly remembered: (sender: string, key: string) => Effect.Effect<Option.Option<Remembered>, StoreBusy>
    readonly list: (request: ListRequest) => Effect.Effect<ListPage, StoreBusy | CursorLost>
    /** What waits, the most urgent first: by the day it is due, then by how long it has waited. */
    readonly tasks: (request: TaskRequest) => Effect.Effect<CountedPage<ListedTask>, StoreBusy | CursorLost>
    /** The records of these owners that hold personal data of a person, as far as it is not erased. */
    readonly whereNamed: (
      subject: string,
      owners: ReadonlyArray<string>,
      limit: number
    ) => Effect.Effect<ReadonlyArray<{ readonly record: string; readonly id: string }>, StoreBusy>
    /** Records of these kinds whose tasks time may have changed by now: kind after kind, each the longest ago first. */
    readonly outdated: (
      now: Instant,
      atMost: number,
      kinds: ReadonlyArray<string>
    ) => Effect.Effect<ReadonlyArray<RecordRef>, StoreBusy>
    /** States anew what a record waits for, if it still has this version. */
    readonly putTasks: (
      record: RecordRef & { readonly version: number },
      waiting: RecordTasks,
      now: Instant
    ) => Effect.Effect<void, StoreBusy>
    readonly history: (record: string, id: string, page: HistoryRequest) => Effect.Effect<Page<StoredEvent>, StoreBusy>
  }
>()("@phakhi/domain/EventStore") {}
