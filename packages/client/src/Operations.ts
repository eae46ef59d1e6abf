import type { DeclaredCommand, DeclaredRecord } from "@phakhi/domain/catalogue"
import type { SeenEvent } from "@phakhi/domain/engine/Event"
import type { CountedPage, ListPage, Page } from "@phakhi/domain/engine/EventStore"
import type { NamedPerson } from "@phakhi/domain/engine/People"
import type { Shown } from "@phakhi/domain/engine/Shown"
import type { TaskRow } from "@phakhi/domain/engine/TaskQuestion"
import type { View as Viewed } from "@phakhi/domain/engine/View"

/** The records by their plural on the wire. */
type Records = { readonly [R in DeclaredRecord as R["plural"]]: R }
type Plural = keyof Records & string

/** A record as the wire carries it, with its version and what may be done with it. */
export interface View<Data = unknown> extends Viewed {
  readonly data: Data
}

/** Nouns that are no records of their own are parts of a partnership. */
type PluralOf<Name extends string> = Name extends `${infer Noun}.${string}`
  ? Noun extends Plural
    ? Noun
    : "partnerships"
  : never

/** A record in wire form, as whoever may read it is shown it: what is not for everyone may be missing. */
type Encoded<Noun extends Plural> = ShownWire<Records[Noun]>
type ShownWire<R extends DeclaredRecord> = R extends DeclaredRecord
  ? Shown<R["State"]["Encoded"], R["masks"]["state"], R["audiences"][number]["name"]>
  : never

/** Every command by name: what it takes and what it answers, in wire form. */
export type Commands = {
  readonly [C in DeclaredCommand as C["name"]]: {
    readonly input: C["input"]["Encoded"]
    readonly output: View<Encoded<PluralOf<C["name"]>>>
  }
}

export interface ListInput {
  readonly search?: string
  /** The column to sort by. */
  readonly sort?: string
  readonly descending?: boolean
  readonly limit?: number
  readonly cursor?: string
  /** Only these records, joined by commas. */
  readonly ids?: string
  /** A column: several values joined by commas mean any of them; `due.from` and `due.to` are the ends of a range. */
  readonly [column: string]: string | number | boolean | undefined
}

export interface HistoryInput {
  readonly limit?: number
  readonly before?: number
}

export interface TasksInput {
  readonly of?: "me" | "organisation" | "others"
  readonly late?: boolean
  readonly record?: string
  readonly limit?: number
  readonly cursor?: string
}

/** The four questions that every record type answers. */
export type Queries = {
  readonly [Noun in Plural as `${Noun}.get`]: {
    readonly input: Record<never, never>
    readonly output: View<Encoded<Noun>>
  }
} & {
  readonly [Noun in Plural as `${Noun}.list`]: { readonly input: ListInput; readonly output: ListPage }
} & {
  readonly [Noun in Plural as `${Noun}.history`]: { readonly input: HistoryInput; readonly output: Page<SeenEvent> }
} & {
  readonly [Noun in Plural as `${Noun}.people`]: { readonly input: HistoryInput; readonly output: Page<NamedPerson> }
} & {
  readonly "tasks.list": { readonly input: TasksInput; readonly output: CountedPage<TaskRow> }
}
