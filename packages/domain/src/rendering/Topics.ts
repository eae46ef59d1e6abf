import { Schema, SchemaAST } from "effect"
import { type Catalogue, readerOf } from "../engine/Catalogue.ts"

const isTag = Schema.is(Schema.String)

const tagsIn = (ast: SchemaAST.AST): ReadonlyArray<string> => {
  if (SchemaAST.isUnion(ast)) return ast.types.flatMap(tagsIn)
  if (!SchemaAST.isObjects(ast)) return []
  const tag = ast.propertySignatures.find(({ name }) => name === "_tag")?.type
  return tag !== undefined && SchemaAST.isLiteral(tag) && isTag(tag.literal) ? [tag.literal] : []
}

/** The names of the events of a kind of record. */
export const eventsOf = (from: Catalogue, record: string): ReadonlyArray<string> => {
  const type = readerOf(from, record)?.type
  return type === undefined ? [] : tagsIn(type.Event.ast)
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/**
 * What an event is called outside: the record and what happened to it. `AgreementSigned` of a partnership is
 * `partnership.agreement-signed`, `MissionRegistered` is `mission.registered`.
 */
export const topicOf = (record: string, event: string): string => {
  const own = event.startsWith(capitalised(record)) ? event.slice(record.length) : event
  return `${record}.${own.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase()}`
}

/** Every topic that there is, in the order of the catalogue. */
export const topicsOf = (from: Catalogue): ReadonlyArray<string> =>
  from.readers.flatMap(({ type: { name } }) => eventsOf(from, name).map((event) => topicOf(name, event)))
