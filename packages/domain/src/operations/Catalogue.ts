import type { Command, Query } from "../kernel/Operation.ts"
import type { RecordType } from "../kernel/Record.ts"
import { fundingHandlers } from "./funding.ts"
import type { Handler } from "./Handler.ts"
import { missionHandlers } from "./missions.ts"
import { partyHandlers } from "./parties.ts"
import { partnershipHandlers } from "./partnerships.ts"
import { type PureHandler, pureHandlers } from "./pure.ts"
import { type Reader, readers } from "./Reader.ts"

type AnyRecordType = RecordType<string, unknown, { readonly _tag: string }>

/** Everything that Phakhi can do, and how each is decided. Channels render this and nothing else. */
export interface Catalogue {
  readonly readers: ReadonlyArray<Reader>
  readonly handlers: ReadonlyArray<Handler>
  readonly pure: ReadonlyArray<PureHandler>
}

export const catalogue: Catalogue = {
  readers,
  handlers: [...missionHandlers, ...partyHandlers, ...partnershipHandlers, ...fundingHandlers],
  pure: pureHandlers
}

export const commandsOf = ({ handlers }: Catalogue): ReadonlyArray<Command> =>
  handlers.map(({ operation }) => operation)

export const queriesOf = ({ pure, readers }: Catalogue): ReadonlyArray<Query> => [
  ...readers.flatMap(({ queries }) => queries),
  ...pure.map(({ operation }) => operation)
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

export const recordTypes: ReadonlyArray<AnyRecordType> = readers.map(({ type }) => type)
