import { type Field, fieldsOf } from "@phakhi/domain/kernel/Field"
import { ways as missionWays, verdicts } from "@phakhi/domain/missions/Review"
import { models } from "@phakhi/domain/models/Models"
import { catalogue, commandsOf, readerOf } from "@phakhi/domain/operations/Catalogue"
import { roleNames } from "@phakhi/domain/parties/Roles"
import type { Words } from "../words/Language.tsx"
import { commonNames } from "./names.ts"
import { statuses } from "./statuses.ts"

const everyField = (fields: ReadonlyArray<Field>): ReadonlyArray<Field> =>
  fields.flatMap((field) => [field, ...everyField(field.fields ?? [])])

const fieldsByRecord = new Map<string, ReadonlyArray<Field>>()

const fieldsOn = (record: string): ReadonlyArray<Field> => {
  const known = fieldsByRecord.get(record)
  if (known !== undefined) return known
  const fields = everyField(
    commandsOf(catalogue).flatMap((command) => (command.record === record ? fieldsOf(command.input) : []))
  )
  fieldsByRecord.set(record, fields)
  return fields
}

const valueTables: { readonly [facet: string]: { readonly [value: string]: Words } } = {
  verdict: verdicts,
  way: missionWays,
  model: Object.fromEntries(Object.values(models).map(({ id, name }) => [id, name])),
  roles: roleNames
}

/** What many records of a type are called; Thai has one word for one and many. */
export const manyOf = ({ label, plural }: { readonly label: Words; readonly plural: string }): Words => ({
  th: label.th,
  en: plural.slice(0, 1).toUpperCase() + plural.slice(1)
})

/** Fields of several forms have this name and mean different things by it. */
const ambiguous: ReadonlyArray<string> = ["text", "value", "name", "amount", "note"]

/** What a field or a facet of a record is called: as its forms and its list call it. */
export const nameOf = (record: string, name: string): Words | undefined =>
  (ambiguous.includes(name) ? commonNames[name] : undefined) ??
  readerOf(catalogue, record)?.facets[name] ??
  fieldsOn(record).find((field) => field.name === name)?.label ??
  commonNames[name]

/** What a value is called: as the choice in a form calls it. */
export const valueOf = (record: string, name: string, value: string): Words => {
  if (name === "status") return statuses[record]?.[value] ?? statuses["any"]?.[value] ?? { th: value }
  const field = fieldsOn(record).find((candidate) => candidate.name === name && candidate.options !== undefined)
  const option = field?.options?.find((candidate) => candidate.value === value)
  return option?.label ?? valueTables[name]?.[value] ?? { th: value }
}

/** The values that a facet can have, where they are known beforehand. */
export const valuesOf = (record: string, name: string): ReadonlyArray<readonly [value: string, label: Words]> => {
  if (name === "status") return Object.entries(statuses[record] ?? {})
  const field = fieldsOn(record).find((candidate) => candidate.name === name && candidate.options !== undefined)
  if (field?.options !== undefined) return field.options.map(({ label, value }) => [value, label] as const)
  return Object.entries(valueTables[name] ?? {})
}

/** The record type that a facet names by id, so that it is shown by its name. */
export const recordOf = (record: string, facet: string): string | undefined => {
  if (facet === "owner") return "organisation"
  if (readerOf(catalogue, facet) !== undefined) return facet
  return (
    fieldsOn(record).find((field) => field.name === facet && field.kind === "reference")?.record ??
    (facet === "recipient" ? "organisation" : undefined)
  )
}
