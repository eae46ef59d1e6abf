import type { Schema } from "effect"
import { Result } from "effect"
import type { Access, AccountHolder, AccountId, Actor, ActorOf, Grant } from "../kernel/Actor.ts"
import type { Refusal as AnyRefusal, Decision, Wording } from "../kernel/Refusal.ts"
import type { Instant } from "../kernel/ThaiDate.ts"
import type { RuleId } from "../rules/Catalogue.ts"
import type { Context } from "./Context.ts"
import type { Deadline } from "./EventStore.ts"
import type { KnownFile } from "./Files.ts"
import type { Command, CommandFields } from "./Operation.ts"
import type { RecordType, Timing } from "./Record.ts"
import { onAnyChange, onlyInPerson } from "./refusals.ts"

interface Tagged {
  readonly _tag: string
}

/** Another record that a decision must know, or also changes. */
export interface Reference<State, Event extends Tagged> {
  readonly type: RecordType<string, State, Event>
  readonly id: string
  /** Whoever acts need not be able to see it: the decision shows nothing of it. */
  readonly unseen?: true
}
export type AnyReference = Reference<never, never>

export const reference = <State, Event extends Tagged>(
  type: RecordType<string, State, Event>,
  id: string
): Reference<State, Event> => ({ type, id })

/** A record that whoever acts names without having to see it. */
export const unseen = <State, Event extends Tagged>(
  type: RecordType<string, State, Event>,
  id: string
): Reference<State, Event> => ({ type, id, unseen: true })

export type References = { readonly [name: string]: Reference<never, never> | undefined }
type StateOf<R> = R extends Reference<infer State, infer _> ? State : undefined
export type Loaded<R> = { readonly [Name in keyof R]: StateOf<R[Name]> }

/** All records of a type that have one value of a column, where a decision must know every one of them. */
export interface AllWhere<State, Tag extends string = string> {
  readonly type: RecordType<string, State, never>
  readonly column: string
  readonly value: string
  /** The answer where there are more of them than a decision looks at. */
  readonly tooMany: AnyRefusal<Tag>
}

/** Only a column that the type lists under `groups`: only there does the store notice that a record has come in. */
export const allWhere = <State, Event extends Tagged, Column extends string, Tag extends string>(
  type: RecordType<string, State, Event, Column>,
  column: string extends Column ? never : NoInfer<Column>,
  value: string,
  tooMany: AnyRefusal<Tag>
): AllWhere<State, Tag> => ({ type: type as unknown as RecordType<string, State, never>, column, value, tooMany })

/** One of these records, as it was read. */
export interface Counted<State> {
  readonly id: string
  readonly version: number
  readonly state: State
}

type Gathered<M> = {
  readonly [Name in keyof M]: M[Name] extends AllWhere<infer State, infer _> ? ReadonlyArray<Counted<State>> : never
}

type TagsOf<M> = { readonly [Name in keyof M]: M[Name] extends AllWhere<infer _, infer Tag> ? Tag : never }[keyof M]

/** Events for another record, appended in the same transaction. */
export interface OtherEvents {
  readonly reference: AnyReference
  readonly events: ReadonlyArray<Tagged>
}

export const eventsOn = <State, Event extends Tagged>(
  to: Reference<State, Event>,
  events: ReadonlyArray<Event>
): OtherEvents => ({
  reference: to as unknown as AnyReference,
  events
})

export interface Outcome<Event> {
  readonly events: ReadonlyArray<Event>
  /** What happens to other records by the same act. */
  readonly others?: ReadonlyArray<OtherEvents>
  /** What must be true by the clock of the store; where it is not, the decision is made again at its time. */
  readonly deadlines?: ReadonlyArray<Deadline>
  /** Who is told of it, beside those for whom something waits. */
  readonly tells?: ReadonlyArray<Told>
}

/** What a person is told about an account: their own, or one that they did something for. */
export interface Told {
  readonly account: AccountId
  readonly about: AccountId
  readonly words: Wording
}

/** A part of a record that an operation can be aimed at: the input field that names it, and which one. */
export interface Target {
  readonly field: string
  readonly value: string | number
  readonly label: { readonly th: string; readonly en: string }
  /** Whose part it is: shown by the name that the record tells its reader, before the label. */
  readonly person?: AccountId
}

/** A column whose value may occur only once among the records of a type. */
export interface Unique<Tag extends string = string> {
  readonly column: string
  readonly value: string
  readonly refusal: AnyRefusal<Tag>
}

export interface Question<State, Input, R, M, Who extends Actor = AccountHolder> {
  readonly state: State
  readonly input: Input
  readonly context: Context<Who>
  readonly related: Loaded<R>
  readonly many: Gathered<M>
  /** The files that the input names, as far as they are known. */
  readonly files: ReadonlyMap<string, KnownFile>
}

/** When something is asked; read only where the answer depends on it. */
type At = Pick<Context, "now" | "today">

/** The place of an act among those that the record waits for, from the first on; undefined where it does not wait for it. */
type PlaceOf<State> = (state: State, target: Target | undefined, actor: Actor, at: At) => number | undefined

type Answer<Event, Given> = Result.Result<ReadonlyArray<Event> | Outcome<Event>, Given>

/** An act that the clock does by itself, from this instant on, if the record says one; and the rule that makes it due. */
export interface OnTheClock<State> {
  readonly rule: RuleId
  readonly from: (state: State) => Instant | undefined
}

/** What an act has come to, by the event that says so: the first of these that it brought about. */
export type Outcomes<Event extends Tagged> = { readonly [Tag in Event["_tag"]]?: Command["summary"] }

/** How an operation on an existing record is decided. */
export interface Change<
  State,
  Event extends Tagged,
  Input,
  R,
  M,
  Who extends Actor,
  Ready extends string,
  Taken extends string,
  Given
> {
  readonly outcomes?: Outcomes<Event>
  readonly related?: (state: State, input: Input, actor: Who) => R
  readonly many?: (state: State, input: Input, actor: Who) => M
  readonly targets?: (state: State, actor: Actor) => ReadonlyArray<Target>
  /** The part of the decision that no input changes: why a button is shut before anyone presses it. */
  readonly ready?: (
    state: State,
    context: Context<Who>,
    target: Target | undefined
  ) => Result.Result<unknown, AnyRefusal<Ready>>
  /** Whether the record waits for this act now, where the act is `onward` but not always waited for. */
  readonly awaited?: (state: State, target: Target | undefined, actor: Who, at: At) => boolean
  /** When time alone changes whether the record waits for it: an `awaited` that looks at the time says so here. */
  readonly turnsAt?: (state: State) => ReadonlyArray<Instant>
  /**
   * Since when and until when the record waits for it, and what for, beside what its own `timing` says. A `since` and a step
   * that are given here count; of two days until which it waits, the earlier one does.
   */
  readonly timing?: (state: State, target: Target | undefined) => Timing
  /** Up to which value, in satang, whoever does it needs a mandate of their organisation (COL-5b). */
  readonly mandate?: (state: State) => bigint | undefined
  /** Where nobody has to ask for it: the system does it in time. It takes no input, and its decision judges the time anew. */
  readonly onTheClock?: OnTheClock<State>
  readonly unique?: (input: Input, state: State) => Unique<Taken> | undefined
  /** Digests of the files that the input names. */
  readonly files?: (input: Input) => ReadonlyArray<string>
  readonly decide: (question: Question<State, Input, R, M, Who>) => Answer<Event, Given>
}

/** How an operation that makes a record is decided. */
export interface Creation<Event extends Tagged, Input, R, M, Who extends Actor, Taken extends string, Given> {
  readonly outcomes?: Outcomes<Event>
  readonly related?: (input: Input, actor: Who) => R
  readonly many?: (input: Input, actor: Who) => M
  /** Whose record it will be, so that the scopes of the grant can be judged. */
  readonly access: (question: { readonly input: Input; readonly actor: Who; readonly related: Loaded<R> }) => Access
  readonly unique?: (input: Input) => Unique<Taken> | undefined
  readonly decide: (question: Omit<Question<never, Input, R, M, Who>, "state">) => Answer<Event, Given>
}

/** A handler with its types erased, as the catalogue keeps it. */
export interface Handler {
  readonly operation: Command
  readonly type: RecordType<string, unknown, Tagged>
  readonly related:
    | ((
        state: unknown,
        input: unknown,
        actor: Actor
      ) => {
        readonly [name: string]: Reference<unknown, Tagged> | undefined
      })
    | undefined
  readonly many:
    | ((state: unknown, input: unknown, actor: Actor) => { readonly [name: string]: AllWhere<unknown> })
    | undefined
  readonly targets: ((state: unknown, actor: Actor) => ReadonlyArray<Target>) | undefined
  readonly ready: (state: unknown, context: Context<Actor>, target: Target | undefined) => Decision<unknown>
  readonly place: PlaceOf<unknown>
  readonly turnsAt?: ((state: unknown) => ReadonlyArray<Instant>) | undefined
  readonly timing: ((state: unknown, target: Target | undefined) => Timing) | undefined
  readonly mandate?: ((state: unknown) => bigint | undefined) | undefined
  readonly onTheClock?: OnTheClock<unknown> | undefined
  readonly unique: (input: unknown, state: unknown) => Unique | undefined
  readonly files: (input: unknown) => ReadonlyArray<string>
  readonly access:
    | ((question: { readonly input: unknown; readonly actor: Actor; readonly related: object }) => Access)
    | undefined
  readonly decide: (question: {
    readonly state: unknown
    readonly input: unknown
    readonly context: Context<Actor>
    readonly related: object
    readonly many: object
    readonly files: ReadonlyMap<string, KnownFile>
  }) => Decision<Required<Outcome<Tagged>>>
}

const outcome = <Event>(answer: ReadonlyArray<Event> | Outcome<Event>): Required<Outcome<Event>> => ({
  others: [],
  deadlines: [],
  tells: [],
  ...("events" in answer ? answer : { events: answer })
})

const none = () => undefined
const anywhere = () => 0
const always = () => true

type Grants = readonly [Grant, ...ReadonlyArray<Grant>]
type Described<Name extends string, Input extends Schema.Top, Allow extends Grants = Grants> = CommandFields<
  Name,
  Input,
  RuleId,
  Allow
>

/** Who can come to the decision of a command, by its grants. */
type ActorFor<Allow extends Grants> = ActorOf<Allow[number]>

/** What any change can be refused for is not listed again. */
type General = (typeof onAnyChange)[number]

/** The default of a parameter of tags: the compiler has not read the function that gives them yet, or there is none. */
type NotInferred = string & { readonly notInferred: true }
type IsNotInferred<Tag> = [Extract<Tag, NotInferred>] extends [never] ? false : true
type Inferred<Tag> = IsNotInferred<Tag> extends true ? never : Tag

/** A refusal that is not listed, though it can be given, in words: the compiler tells them. */
type Unlisted<Listed extends string, Given extends string> = string extends Given
  ? "a decision says of its refusals only that there are some: leave the type of its result to the compiler"
  : `the refusal can be given, and is not listed: ${Exclude<Given, Listed | General>}`

/**
 * Its own reasons to refuse: exactly those that its decision can give, those that a value is taken or that keep its
 * button shut among them. Those that every change has are added.
 */
export interface Refusing<Listed extends string, Given extends string, Taken extends string, Ready extends string> {
  readonly refusals: IsNotInferred<Given> extends true
    ? ReadonlyArray<Listed>
    : ReadonlyArray<Listed & NoInfer<Given | Inferred<Taken> | General>> &
        NoInfer<{ readonly [Missing in Unlisted<Listed, Given | Inferred<Taken> | Inferred<Ready>>]: never }>
}

/**
 * A handler that still knows of its command the name and the input, from which the types of the client are made, and the
 * record and the refusals, which a capability lists.
 */
export interface Declared<
  Name extends string = string,
  Input extends Schema.Top = Schema.Top,
  Tag extends string = string,
  Kind extends string = string
> extends Handler {
  readonly operation: Command<Name, Input, Tag, RuleId> & { readonly record: Kind }
}

export interface Surroundings<State> {
  /** The part of the record that its commands belong to; absent where the record is not divided. */
  readonly area?: string
  /** How the place of an act is found, where the command does not say it itself. */
  readonly place?: (operation: Pick<Command, "rules">) => PlaceOf<State>
}

const operationOf = <Name extends string, Input extends Schema.Top>(
  {
    accompanied,
    allow,
    concurrency,
    inPerson,
    input,
    irreversible,
    name,
    onward,
    restates,
    rules,
    summary
  }: Described<Name, Input>,
  refusals: ReadonlyArray<string>,
  record: string,
  target: Command["target"],
  area: string | undefined,
  outcomes: Command["outcomes"]
): Command<Name, Input, string, RuleId> => ({
  type: "command",
  name,
  summary,
  record,
  target,
  input,
  allow,
  refusals: [
    ...new Set([...onAnyChange, ...(inPerson === undefined ? [] : [onlyInPerson]), ...refusals])
  ] as unknown as Command<Name, Input, string>["refusals"],
  rules,
  concurrency: concurrency ?? (target === "new" ? "commutes" : "version"),
  irreversible,
  onward,
  area: area ?? null,
  ...(restates === undefined ? {} : { restates }),
  ...(outcomes === undefined ? {} : { outcomes }),
  ...(inPerson === undefined ? {} : { inPerson }),
  ...(accompanied === undefined ? {} : { accompanied })
})

const outcomesIn = <Event extends Tagged>({ outcomes }: { readonly outcomes?: Outcomes<Event> }): Command["outcomes"] =>
  outcomes as Command["outcomes"]

/**
 * Declares what can be done with the records of one type, each command with its decision beside it. Without role,
 * scope, summary, refusals, or a word on whether there is a way back, it does not compile; nor with a refusal or a rule
 * that is not known. The casts erase types that the signatures have checked: state, input and events reach a handler
 * only after they were decoded by the schemas they are typed by.
 */
export const commandsOn = <const Kind extends string, State, Event extends Tagged>(
  type: RecordType<Kind, State, Event>,
  { area, place = () => anywhere }: Surroundings<State> = {}
) => ({
  change: <
    const Name extends `${string}.${string}`,
    Input extends Schema.Top,
    const Allow extends Grants,
    Given extends AnyRefusal = AnyRefusal<string | NotInferred>,
    const Listed extends string = never,
    R extends object = Record<never, never>,
    M extends object = Record<never, never>,
    Ready extends string = string | NotInferred,
    Taken extends string = string | NotInferred
  >(
    command: Described<Name, Input, Allow> &
      Refusing<Listed, Given["_tag"] | TagsOf<M>, Taken, Ready> &
      Change<State, Event, Input["Type"], R, M, ActorFor<Allow>, Ready, Taken, Given>
  ): Declared<Name, Input, Listed, Kind> => {
    const operation = operationOf(command, command.refusals, type.name, "existing", area, outcomesIn(command))
    const { awaited = always } = command
    const placed = place(operation)
    return {
      operation,
      type,
      related: command.related,
      many: command.many,
      targets: command.targets,
      ready: command.ready ?? (() => Result.succeed(undefined)),
      place: operation.onward
        ? (state: State, target: Target | undefined, actor: ActorFor<Allow>, at: At) =>
            awaited(state, target, actor, at) ? placed(state, target, actor, at) : undefined
        : none,
      turnsAt: command.turnsAt,
      timing: command.timing,
      mandate: command.mandate,
      onTheClock: command.onTheClock,
      unique: command.unique ?? none,
      files: command.files ?? (() => []),
      access: undefined,
      decide: (question: Question<State, Input["Type"], R, M, ActorFor<Allow>>) =>
        Result.map(command.decide(question) as Decision<ReadonlyArray<Event>>, outcome)
    } as unknown as Declared<Name, Input, Listed, Kind>
  },
  create: <
    const Name extends `${string}.${string}`,
    Input extends Schema.Top,
    const Allow extends Grants,
    Given extends AnyRefusal = AnyRefusal<string | NotInferred>,
    const Listed extends string = never,
    R extends object = Record<never, never>,
    M extends object = Record<never, never>,
    Taken extends string = string | NotInferred
  >(
    command: Described<Name, Input, Allow> &
      Refusing<Listed, Given["_tag"] | TagsOf<M>, Taken, never> &
      Creation<Event, Input["Type"], R, M, ActorFor<Allow>, Taken, Given>
  ): Declared<Name, Input, Listed, Kind> =>
    ({
      operation: operationOf(command, command.refusals, type.name, "new", area, outcomesIn(command)),
      type,
      related:
        command.related &&
        ((_: unknown, input: Input["Type"], actor: ActorFor<Allow>) => command.related?.(input, actor)),
      many:
        command.many && ((_: unknown, input: Input["Type"], actor: ActorFor<Allow>) => command.many?.(input, actor)),
      targets: undefined,
      ready: () => Result.succeed(undefined),
      place: none,
      unique: command.unique ?? none,
      files: () => [],
      access: command.access,
      decide: (question: Question<never, Input["Type"], R, M, ActorFor<Allow>>) =>
        Result.map(command.decide(question) as Decision<ReadonlyArray<Event>>, outcome)
    }) as unknown as Declared<Name, Input, Listed, Kind>
})
