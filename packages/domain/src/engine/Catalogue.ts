import { type Field, fieldsOf } from "../kernel/Field.ts"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { Declarations } from "../rules/Refusals.ts"
import type { CapabilityWords } from "../rules/Words.ts"
import type { Handler } from "./Handler.ts"
import type { Command, Query } from "./Operation.ts"
import type { PureHandler } from "./Question.ts"
import { type Reader, readerFor } from "./Reader.ts"
import type { RecordType } from "./Record.ts"
import { engineRefusals } from "./refusals.ts"
import { listTasks } from "./TaskQuestion.ts"
import { engineChoices, engineWords } from "./words.ts"

interface Parts {
  readonly readers: ReadonlyArray<Reader>
  readonly handlers: ReadonlyArray<Handler>
  readonly pure: ReadonlyArray<PureHandler>
  /** Every refusal that can be given, by tag. */
  readonly refusals: Declarations
  /** What values, statuses and parts of records are called. */
  readonly words: CapabilityWords
  readonly choices: Choices
}

/** Values that a decision adds by itself, by the part that holds them, so that no form has them as a choice. */
export interface Choices {
  readonly [part: string]: { readonly [value: string]: LocalizedText }
}

/** What is looked up on every request. */
interface Index {
  readonly handlers: ReadonlyMap<string, Handler>
  readonly handlersOn: ReadonlyMap<string, ReadonlyArray<Handler>>
  readonly readers: ReadonlyMap<string, Reader>
  /** The kind of record that people act as. */
  readonly actors: Reader | undefined
  readonly queries: ReadonlyMap<string, Query>
  readonly pure: ReadonlyMap<string, PureHandler>
  readonly fields: ReadonlyMap<string, ReadonlyArray<Field>>
}

const everyField = (fields: ReadonlyArray<Field>): ReadonlyArray<Field> =>
  fields.flatMap((field) => [field, ...everyField(field.fields ?? [])])

/**
 * Everything that Phakhi can do, and how each is decided. Channels render this and nothing else. A class, so that no copy
 * of its lists passes for one: the index belongs to them.
 */
export class Catalogue implements Parts {
  readonly readers: ReadonlyArray<Reader>
  readonly handlers: ReadonlyArray<Handler>
  readonly pure: ReadonlyArray<PureHandler>
  readonly refusals: Declarations
  readonly words: CapabilityWords
  readonly choices: Choices
  readonly #index: Index

  static indexOf(from: Catalogue): Index {
    return from.#index
  }

  constructor({ choices, handlers, pure, readers, refusals, words }: Parts) {
    this.readers = readers
    this.handlers = handlers
    this.pure = pure
    this.refusals = refusals
    this.words = words
    this.choices = choices
    const existing = handlers.filter(({ operation }) => operation.target === "existing")
    const byRecord = Map.groupBy(handlers, ({ operation }) => operation.record)
    this.#index = {
      handlers: new Map(handlers.map((handler) => [handler.operation.name, handler])),
      handlersOn: Map.groupBy(existing, ({ operation }) => operation.record),
      readers: new Map(readers.map((reader) => [reader.type.name, reader])),
      actors: readers.find(({ type }) => type.standing !== undefined),
      queries: new Map(queriesOf(this).map((query) => [query.name, query])),
      pure: new Map(pure.map((handler) => [handler.operation.name, handler])),
      fields: new Map(
        [...byRecord].map(([record, all]) => [
          record,
          everyField(all.flatMap(({ operation }) => fieldsOf(operation.input)))
        ])
      )
    }
  }
}

/** What one capability adds: the records it keeps, what can be done, and what can be asked without a store. */
export interface Capability {
  readonly records: ReadonlyArray<Pick<RecordType<string, never, never>, "name" | "plural" | "label">>
  readonly commands: ReadonlyArray<Handler>
  readonly questions: ReadonlyArray<PureHandler>
  readonly refusals: Declarations
  readonly words: CapabilityWords
  readonly choices?: Choices
}

const merged = <A extends object>(parts: ReadonlyArray<A>): A => Object.assign({}, ...parts)

const allWords = (words: ReadonlyArray<CapabilityWords>): CapabilityWords => ({
  values: merged(words.map(({ values }) => values)),
  statuses: merged(words.map(({ statuses }) => statuses)),
  parts: merged(words.map(({ parts }) => parts))
})

/** The catalogue of all capabilities; types are erased, as readers and handlers decode before they use them. */
export const joined = (capabilities: ReadonlyArray<Capability>): Catalogue =>
  new Catalogue({
    readers: capabilities.flatMap(({ records }) =>
      records.map((record) => readerFor(record as unknown as Reader["type"]))
    ),
    handlers: capabilities.flatMap(({ commands }) => commands),
    pure: capabilities.flatMap(({ questions }) => questions),
    refusals: merged([engineRefusals, ...capabilities.map(({ refusals }) => refusals)]),
    words: allWords([engineWords, ...capabilities.map(({ words }) => words)]),
    choices: merged([engineChoices, ...capabilities.map(({ choices = {} }) => choices)])
  })

export const commandsOf = ({ handlers }: Catalogue): ReadonlyArray<Command> =>
  handlers.map(({ operation }) => operation)

export const queriesOf = ({ pure, readers }: Pick<Catalogue, "pure" | "readers">): ReadonlyArray<Query> => [
  ...readers.flatMap(({ queries }) => queries),
  ...pure.map(({ operation }) => operation),
  listTasks
]

export const operationsOf = (from: Catalogue): ReadonlyArray<Command | Query> => [
  ...commandsOf(from),
  ...queriesOf(from)
]

/** What a channel offers by itself. A command that is always part of a larger operation is not offered alone. */
export const offeredIn = (from: Catalogue): ReadonlyArray<Command | Query> =>
  operationsOf(from).filter((operation) => operation.type === "query" || operation.accompanied !== true)

export const handlerOf = (from: Catalogue, operation: string): Handler | undefined =>
  Catalogue.indexOf(from).handlers.get(operation)

/** The operations that change an existing record of the type. */
export const handlersOn = (from: Catalogue, record: string): ReadonlyArray<Handler> =>
  Catalogue.indexOf(from).handlersOn.get(record) ?? []

export const readerOf = (from: Catalogue, record: string): Reader | undefined =>
  Catalogue.indexOf(from).readers.get(record)

/** The kind of record that says who is let in, and as what. */
export const actorsOf = (from: Catalogue): Reader | undefined => Catalogue.indexOf(from).actors

export const queryOf = (from: Catalogue, operation: string): Query | undefined =>
  Catalogue.indexOf(from).queries.get(operation)

/** The question of this name that is answered from the rules alone. */
export const pureOf = (from: Catalogue, operation: string): PureHandler | undefined =>
  Catalogue.indexOf(from).pure.get(operation)

/** The fields of all forms on records of the type, those within others too. */
export const fieldsOn = (from: Catalogue, record: string): ReadonlyArray<Field> =>
  Catalogue.indexOf(from).fields.get(record) ?? []
