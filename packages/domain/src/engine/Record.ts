import type { Schema } from "effect"
import type { Access, AccountId, OrganisationId, Role } from "../kernel/Actor.ts"
import type { AudienceName, Audiences } from "../kernel/Audience.ts"
import type { Columns, ColumnValue } from "../kernel/Column.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { Decision, Wording } from "../kernel/Refusal.ts"
import type { Instant, IsoDate } from "../kernel/ThaiDate.ts"
import type { Recorded } from "./Event.ts"
import type { NamedFile } from "./Files.ts"
import type { Target } from "./Handler.ts"
import type { EventMasks, Mask } from "./Mask.ts"
import type { Naming } from "./People.ts"
import { type RecordCodec, recordCodec } from "./RecordCodec.ts"

/** The rules that an act serves. */
export interface Serving {
  readonly rules: ReadonlyArray<string>
}

/** Since when a record waits for an act, until when, and the step that asks for it. */
export interface Timing {
  readonly since?: Instant
  readonly due?: IsoDate
  readonly step?: Wording
}

/** A row in a list: what is sorted, searched and filtered without opening the record. */
export interface Row<Status extends string = string> {
  readonly title: LocalizedText
  readonly status: Status
  /** The values of the columns; absent ones are left out. */
  readonly columns: { readonly [name: string]: ColumnValue }
  /** By which the row sorts and is compared with ranges. */
  readonly keys: { readonly [name: string]: string }
  /** What a search finds for whoever may read the record. */
  readonly search: string
  /** What it finds beside for those who see every column that is searched. */
  readonly searchFurther: string
}

/** A movement between two accounts of the ledger, in satang; always balanced (MON-2, MON-7). */
export interface Posting {
  readonly debit: string
  readonly credit: string
  readonly amount: bigint
}

export interface Masks<State, Event extends { readonly _tag: string }> {
  readonly state: Mask<State>
  readonly events: EventMasks<Event>
}

/**
 * A kind of record: its state and events as schemas, and how events make state.
 * `evolve` is total: it accepts every event of the union in every state.
 */
export interface RecordType<
  Name extends string,
  State,
  Event extends { readonly _tag: string },
  GroupColumn extends string = string
> {
  readonly name: Name
  readonly plural: string
  readonly label: LocalizedText
  readonly State: Schema.ConstraintCodec<State, unknown>
  readonly Event: Schema.ConstraintCodec<Event, unknown>
  readonly codec: RecordCodec
  /** The version written with new events; older versions are read by the event schema itself. */
  readonly schemaVersion: number
  readonly evolve: (state: State | undefined, recorded: Recorded<Event>) => State
  /** Who reads it, in the order in which the audiences are tried. */
  readonly audiences: Audiences
  /** What each audience sees, of the state and of what happened. */
  readonly masks: Masks<State, Event>
  readonly access: (state: State) => Access
  /** The columns of its lists; made with `row` by `listing`. */
  readonly columns: Columns
  readonly row: (state: State) => Row
  /** The columns by which a decision may ask for all records of the type. */
  readonly groups?: ReadonlyArray<GroupColumn>
  /** Since when and until when the record waits for an act that serves these rules, and the step that asks for it. */
  readonly timing?: (serving: Serving, state: State, target: Target | undefined) => Timing
  /** The day by which the record as a whole is to have come to its end, as long as that matters. */
  readonly deadline?: (state: State) => IsoDate | undefined
  /** Those who took part in what the record holds: a rule can keep them from what comes next (SEP-1). */
  readonly involved?: (state: State) => ReadonlyArray<AccountId>
  /** The organisation of a person who is assigned by name; that of the owner, where the record does not say. */
  readonly assignedFrom?: (state: State, account: AccountId) => OrganisationId | undefined
  /** Works out, when a record is opened, what many ask for; the state says the same after it. */
  readonly prepare?: (state: State) => State
  /** Whom a record of this kind is about: the names of those who acted are taken from there. */
  readonly person?: (state: State) => Naming
  /** What whoever acts as a record of this kind may be now; undefined where they are not let in. */
  readonly standing?: (state: State) => ReadonlyArray<Role> | undefined
  /** The files that can be read by whoever is shown this much of the state, in wire form. */
  readonly files?: (shown: { readonly [field: string]: unknown }) => ReadonlyArray<NamedFile>
  /** Ledger movements of an event, if it moves money. */
  readonly postings?: (state: State, event: Event) => ReadonlyArray<Posting>
  /** Why a person cannot be erased from the record now, though their administrator asks for it (SEC-3). */
  readonly erasable?: (state: State) => Decision<unknown, "AccountNotEnded">
}

/** A record type with its schema, mask and audiences as they were declared: the types of the client are made from it. */
export interface DefinedRecord<
  Name extends string,
  Plural extends string,
  State,
  Event extends { readonly _tag: string },
  Wire,
  StateMask extends Mask<State> = Mask<State>,
  Names extends AudienceName = AudienceName,
  GroupColumn extends string = string,
  Status extends string = string
> extends RecordType<Name, State, Event, GroupColumn> {
  readonly plural: Plural
  readonly State: Schema.ConstraintCodec<State, Wire>
  readonly audiences: Audiences<Names>
  readonly row: (state: State) => Row<Status>
  readonly masks: Masks<State, Event> & { readonly state: StateMask }
}

/** Defines a kind of record. */
export const defineRecord = <
  const Name extends string,
  const Plural extends string,
  State,
  Event extends { readonly _tag: string },
  Wire,
  StateMask extends Mask<State>,
  Names extends AudienceName,
  const GroupColumn extends string = string,
  Status extends string = string
>(
  record: Omit<DefinedRecord<Name, Plural, State, Event, Wire, StateMask, Names, GroupColumn, Status>, "codec">
): DefinedRecord<Name, Plural, State, Event, Wire, StateMask, Names, GroupColumn, Status> => ({
  ...record,
  codec: recordCodec(record)
})
