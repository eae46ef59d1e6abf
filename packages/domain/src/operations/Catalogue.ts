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

export const handlerOf = (from: Catalogue, operation: string): Handler | undefined =>
  from.handlers.find((handler) => handler.operation.name === operation)

export const handlersOn = (from: Catalogue, record: string): ReadonlyArray<Handler> =>
  from.handlers.filter(({ operation }) => operation.record === record && operation.target === "existing")

export const readerOf = (from: Catalogue, record: string): Reader | undefined =>
  from.readers.find(({ type }) => type.name === record)

export const recordTypes: ReadonlyArray<AnyRecordType> = readers.map(({ type }) => type)
