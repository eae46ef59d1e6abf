import type { Handler } from "./Handler.ts"
import type { Command, Query } from "./Operation.ts"
import type { PureHandler } from "./Question.ts"
import { type Reader, readerFor } from "./Reader.ts"
import type { RecordType } from "./Record.ts"
import { listTasks } from "./TaskQuestion.ts"

/** Everything that Phakhi can do, and how each is decided. Channels render this and nothing else. */
export interface Catalogue {
  readonly readers: ReadonlyArray<Reader>
  readonly handlers: ReadonlyArray<Handler>
  readonly pure: ReadonlyArray<PureHandler>
}

/** What one capability adds: the records it keeps, what can be done, and what can be asked without a store. */
export interface Capability {
  readonly records: ReadonlyArray<Pick<RecordType<string, never, never>, "name" | "plural" | "label">>
  readonly commands: ReadonlyArray<Handler>
  readonly questions: ReadonlyArray<PureHandler>
}

/** The catalogue of all capabilities; types are erased, as readers and handlers decode before they use them. */
export const joined = (capabilities: ReadonlyArray<Capability>): Catalogue => ({
  readers: capabilities.flatMap(({ records }) =>
    records.map((record) => readerFor(record as unknown as Reader["type"]))
  ),
  handlers: capabilities.flatMap(({ commands }) => commands),
  pure: capabilities.flatMap(({ questions }) => questions)
})

export const commandsOf = ({ handlers }: Catalogue): ReadonlyArray<Command> =>
  handlers.map(({ operation }) => operation)

export const queriesOf = ({ pure, readers }: Catalogue): ReadonlyArray<Query> => [
  ...readers.flatMap(({ queries }) => queries),
  ...pure.map(({ operation }) => operation),
  listTasks
]

export const operationsOf = (from: Catalogue): ReadonlyArray<Command | Query> => [
  ...commandsOf(from),
  ...queriesOf(from)
]

interface Index {
  readonly byName: ReadonlyMap<string, Handler>
  readonly byRecord: ReadonlyMap<string, ReadonlyArray<Handler>>
  readonly readers: ReadonlyMap<string, Reader>
  readonly queries: ReadonlyMap<string, Query>
}

const indexes = new WeakMap<Catalogue, Index>()

/** Looked up on every request, so worked out once for each catalogue. */
const indexOf = (from: Catalogue): Index => {
  const known = indexes.get(from)
  if (known !== undefined) return known
  const existing = from.handlers.filter(({ operation }) => operation.target === "existing")
  const index: Index = {
    byName: new Map(from.handlers.map((handler) => [handler.operation.name, handler])),
    byRecord: Map.groupBy(existing, ({ operation }) => operation.record),
    readers: new Map(from.readers.map((reader) => [reader.type.name, reader])),
    queries: new Map(queriesOf(from).map((query) => [query.name, query]))
  }
  indexes.set(from, index)
  return index
}

export const handlerOf = (from: Catalogue, operation: string): Handler | undefined =>
  indexOf(from).byName.get(operation)

/** The operations that change an existing record of the type. */
export const handlersOn = (from: Catalogue, record: string): ReadonlyArray<Handler> =>
  indexOf(from).byRecord.get(record) ?? []

export const readerOf = (from: Catalogue, record: string): Reader | undefined => indexOf(from).readers.get(record)

export const queryOf = (from: Catalogue, operation: string): Query | undefined => indexOf(from).queries.get(operation)
