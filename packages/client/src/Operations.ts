import * as Agreements from "@phakhi/domain/agreements/operations"
import * as Committees from "@phakhi/domain/committees/operations"
import * as Delivery from "@phakhi/domain/delivery/operations"
import type { StoredEvent } from "@phakhi/domain/engine/Event"
import type { ListedRow, Page } from "@phakhi/domain/engine/EventStore"
import type { Command } from "@phakhi/domain/engine/Operation"
import type { View as Viewed } from "@phakhi/domain/engine/View"
import * as Evaluations from "@phakhi/domain/evaluation/operations"
import * as Funding from "@phakhi/domain/funding/operations"
import { Source } from "@phakhi/domain/funding/Source"
import { Mission } from "@phakhi/domain/missions/Mission"
import * as Missions from "@phakhi/domain/missions/operations"
import * as Models from "@phakhi/domain/models/operations"
import { Account } from "@phakhi/domain/parties/Account"
import { Organisation } from "@phakhi/domain/parties/Organisation"
import * as Parties from "@phakhi/domain/parties/operations"
import * as Partnerships from "@phakhi/domain/partnerships/operations"
import { Partnership } from "@phakhi/domain/partnerships/Partnership"
import * as Plans from "@phakhi/domain/plans/operations"
import { AdaptedProcess } from "@phakhi/domain/processes/AdaptedProcess"
import * as Processes from "@phakhi/domain/processes/operations"

/**
 * What the types of the client are mapped from: the modules that declare commands. A test holds the list equal to the
 * catalogue; a command without an entry can be sent all the same, but its input is not typed.
 */
export const declared = [
  Agreements,
  Committees,
  Delivery,
  Evaluations,
  Funding,
  Missions,
  Models,
  Parties,
  Partnerships,
  Plans,
  Processes
] as const

/** The records by their plural on the wire, for the types of what comes back. */
export const records = {
  accounts: Account,
  missions: Mission,
  organisations: Organisation,
  partnerships: Partnership,
  processes: AdaptedProcess,
  sources: Source
}

type Module = (typeof declared)[number]
type Exported<M> = M extends unknown ? M[keyof M] : never
type Declared = Extract<Exported<Module>, Command>
type Records = typeof records
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

type Encoded<Noun extends Plural> = Records[Noun]["Encoded"]

/** Every command by name: what it takes and what it answers, in wire form. */
export type Commands = {
  readonly [C in Declared as C["name"]]: {
    readonly input: C["input"]["Encoded"]
    readonly output: View<Encoded<PluralOf<C["name"]>>>
  }
}

export interface ListInput {
  readonly search?: string
  readonly sort?: "title" | "updated" | "status"
  readonly descending?: boolean
  readonly limit?: number
  readonly cursor?: string
  /** Only these records, joined by commas. */
  readonly ids?: string
  /** A facet of the record type; several values joined by commas mean any of them. */
  readonly [facet: string]: string | number | boolean | undefined
}

export interface HistoryInput {
  readonly limit?: number
  readonly before?: number
}

/** The three questions that every record type answers. */
export type Queries = {
  readonly [Noun in Plural as `${Noun}.get`]: {
    readonly input: Record<never, never>
    readonly output: View<Encoded<Noun>>
  }
} & {
  readonly [Noun in Plural as `${Noun}.list`]: { readonly input: ListInput; readonly output: Page<ListedRow> }
} & {
  readonly [Noun in Plural as `${Noun}.history`]: { readonly input: HistoryInput; readonly output: Page<StoredEvent> }
}
