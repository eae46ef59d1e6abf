import type { Command } from "@phakhi/domain/engine/Operation"
import type { Field } from "@phakhi/domain/kernel/Field"
import { type Draft, draftOf, emptyDraft } from "./Draft.ts"

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const states = (fields: ReadonlyArray<Field>, value: unknown): value is Record<string, unknown> =>
  isObject(value) && fields.every(({ name, required }) => !required || name in value)

/** What the record holds of people stands in forms like everything else, without saying whose it is. */
const withPersonal = (value: unknown): unknown => {
  if (!isObject(value)) return value
  const people = Object.values(value).filter((held) => isObject(held) && typeof held["subject"] === "string")
  return Object.assign({}, value, ...people)
}

/** The part of the record that the operation would state anew, where the record holds all of its required fields. */
const statedIn = (fields: ReadonlyArray<Field>, data: unknown): unknown => {
  const asked = fields.filter(({ name }) => name !== "reason" && name !== "note")
  if (!asked.some(({ required }) => required) || !isObject(data)) return undefined
  const parts = Object.values(data)
  const within = parts.filter(isObject).flatMap((part) => Object.values(part))
  return [data, ...parts, ...within].map(withPersonal).find((value) => states(asked, value))
}

/** What a form begins with: what is fixed, then what the record says, else nothing. */
export const beginning = (
  operation: Pick<Command, "restates">,
  fields: ReadonlyArray<Field>,
  data: unknown,
  fixed: Draft = {}
): Draft => {
  const stated = operation.restates === true ? statedIn(fields, data) : undefined
  return { ...(stated === undefined ? emptyDraft(fields) : draftOf(fields, stated)), ...fixed }
}
