import type { Schema } from "effect"
import { Result } from "effect"
import type { Access, Actor } from "../kernel/Actor.ts"
import type { Decision, Refusal } from "../rules/Refusals.ts"
import type { Context } from "./Context.ts"
import type { KnownFile } from "./Files.ts"
import type { Command } from "./Operation.ts"
import type { RecordType } from "./Record.ts"

interface Tagged {
  readonly _tag: string
}

/** Another record that a decision must know, or also changes. */
export interface Reference<State, Event extends Tagged> {
  readonly type: RecordType<string, State, Event>
  readonly id: string
}
export type AnyReference = Reference<never, never>

export const reference = <State, Event extends Tagged>(
  type: RecordType<string, State, Event>,
  id: string
): Reference<State, Event> => ({ type, id })

export type References = { readonly [name: string]: Reference<never, never> | undefined }
type StateOf<R> = R extends Reference<infer State, infer _> ? State : undefined
export type Loaded<R> = { readonly [Name in keyof R]: StateOf<R[Name]> }

/** Events for another record, appended in the same transaction. */
export interface Also {
  readonly reference: AnyReference
  readonly events: ReadonlyArray<Tagged>
}

export const also = <State, Event extends Tagged>(to: Reference<State, Event>, events: ReadonlyArray<Event>): Also => ({
  reference: to as unknown as AnyReference,
  events
})

export interface Outcome<Event> {
  readonly events: ReadonlyArray<Event>
  readonly also: ReadonlyArray<Also>
}

/** A part of a record that an operation can be aimed at: the input field that names it, and which one. */
export interface Target {
  readonly field: string
  readonly value: string | number
  readonly label: { readonly th: string; readonly en: string }
}

/** A facet that may occur only once among the records of a type. */
export interface Unique {
  readonly facet: string
  readonly value: string
  readonly refusal: Refusal
}

export interface Question<State, Input, R> {
  readonly state: State
  readonly input: Input
  readonly context: Context
  readonly related: Loaded<R>
  /** The files that the input names, as far as they are known. */
  readonly files: ReadonlyMap<string, KnownFile>
}

type PlaceOf<State> = (state: State, target: Target | undefined, actor: Actor) => number | undefined

type Answer<Event> = Decision<ReadonlyArray<Event>> | Decision<Outcome<Event>>

/** How an operation on an existing record is decided. */
export interface Change<State, Event, Input, R> {
  readonly related?: (state: State, input: Input, actor: Actor) => R
  readonly targets?: (state: State) => ReadonlyArray<Target>
  /** The part of the decision that no input changes: why a button is shut before anyone presses it. */
  readonly ready?: (state: State, context: Context, target: Target | undefined) => Decision<unknown>
  /** Where on the record's way the act stands, where the record waits for it: what comes first has the lowest place. */
  readonly place?: PlaceOf<State>
  readonly unique?: (input: Input, state: State) => Unique | undefined
  /** Digests of the files that the input names. */
  readonly files?: (input: Input) => ReadonlyArray<string>
  readonly decide: (question: Question<State, Input, R>) => Answer<Event>
}

/** How an operation that makes a record is decided. */
export interface Creation<Event, Input, R> {
  readonly related?: (input: Input, actor: Actor) => R
  /** Whose record it will be, so that the scopes of the grant can be judged. */
  readonly access: (question: { readonly input: Input; readonly actor: Actor; readonly related: Loaded<R> }) => Access
  readonly unique?: (input: Input) => Unique | undefined
  readonly decide: (question: Omit<Question<never, Input, R>, "state">) => Answer<Event>
}

/** A handler with its types erased, as the catalogue keeps it. */
export interface Handler {
  readonly operation: Command
  readonly type: RecordType<string, unknown, Tagged>
  readonly related: (
    state: unknown,
    input: unknown,
    actor: Actor
  ) => { readonly [name: string]: Reference<unknown, Tagged> }
  readonly targets: ((state: unknown) => ReadonlyArray<Target>) | undefined
  readonly ready: (state: unknown, context: Context, target: Target | undefined) => Decision<unknown>
  readonly place: PlaceOf<unknown>
  readonly unique: (input: unknown, state: unknown) => Unique | undefined
  readonly files: (input: unknown) => ReadonlyArray<string>
  readonly access:
    | ((question: { readonly input: unknown; readonly actor: Actor; readonly related: object }) => Access)
    | undefined
  readonly decide: (question: {
    readonly state: unknown
    readonly input: unknown
    readonly context: Context
    readonly related: object
    readonly files: ReadonlyMap<string, KnownFile>
  }) => Decision<Outcome<Tagged>>
}

const outcome = <Event>(answer: ReadonlyArray<Event> | Outcome<Event>): Outcome<Event> =>
  "events" in answer ? answer : { events: answer, also: [] }

const none = () => undefined
const anywhere = () => 0

type InputOf<C> = C extends Command<string, infer Input extends Schema.Top, string, string> ? Input["Type"] : never
type AnyCommand = Command<string, Schema.Top, string, string>

/**
 * Binds operations to the decisions of one record type. The casts erase types that the signatures have checked:
 * state, input and events reach a handler only after they were decoded by the schemas they are typed by.
 */
export const handlersOf = <State, Event extends Tagged>(
  type: RecordType<string, State, Event>,
  /** How the place of an act is found, where the operation does not say it itself. */
  placed: (operation: AnyCommand) => PlaceOf<State> = () => anywhere
) => ({
  change: <C extends AnyCommand, R extends object = Record<never, never>>(
    operation: C,
    change: Change<State, Event, InputOf<C>, R>
  ): Handler =>
    ({
      operation,
      type,
      related: change.related ?? (() => ({})),
      targets: change.targets,
      ready: change.ready ?? (() => Result.succeed(undefined)),
      place: operation.onward ? (change.place ?? placed(operation)) : none,
      unique: change.unique ?? none,
      files: change.files ?? (() => []),
      access: undefined,
      decide: (question: Question<State, InputOf<C>, R>) =>
        Result.map(change.decide(question) as Decision<ReadonlyArray<Event>>, outcome)
    }) as unknown as Handler,
  create: <C extends AnyCommand, R extends object = Record<never, never>>(
    operation: C,
    creation: Creation<Event, InputOf<C>, R>
  ): Handler =>
    ({
      operation,
      type,
      related: (_: unknown, input: InputOf<C>, actor: Actor) => creation.related?.(input, actor) ?? {},
      targets: undefined,
      ready: () => Result.succeed(undefined),
      place: none,
      unique: creation.unique ?? none,
      files: () => [],
      access: creation.access,
      decide: (question: Question<never, InputOf<C>, R>) =>
        Result.map(creation.decide(question) as Decision<ReadonlyArray<Event>>, outcome)
    }) as unknown as Handler
})
