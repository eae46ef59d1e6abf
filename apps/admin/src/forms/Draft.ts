import type { Field } from "@phakhi/domain/kernel/Field"
import { grouped } from "./Amounts.ts"

/** What a person has typed so far, field by field; it need not satisfy anything yet. */
export type Draft = { readonly [name: string]: unknown }

export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface TypedText {
  readonly th: string
  readonly en: string
}

export interface TypedFact {
  readonly name: string
  readonly value: string
}

const noDate: TypedDate = { day: "", month: "", year: "" }

export const emptyOf = (field: Field): unknown => {
  switch (field.kind) {
    case "localized":
      return { th: "", en: "" } satisfies TypedText
    case "date":
      return noDate
    case "period":
      return { from: noDate, to: noDate }
    case "flag":
      return false
    case "choices":
    case "list":
      return []
    case "facts":
      return [{ name: "", value: "" }] satisfies ReadonlyArray<TypedFact>
    case "group":
      return emptyDraft(field.fields ?? [])
    default:
      return ""
  }
}

export const emptyDraft = (fields: ReadonlyArray<Field>): Draft =>
  Object.fromEntries(fields.map((field) => [field.name, emptyOf(field)]))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "")

const typedDateOf = (value: unknown): TypedDate => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(textOf(value)) ?? []
  return year === undefined || month === undefined || day === undefined
    ? noDate
    : { day: String(Number(day)), month: String(Number(month)), year: String(Number(year) + 543) }
}

const typedOf = (field: Field, value: unknown): unknown => {
  if (value === undefined || value === null) return emptyOf(field)
  switch (field.kind) {
    case "localized":
      return isObject(value) ? { th: textOf(value["th"]), en: textOf(value["en"]) } : { th: textOf(value), en: "" }
    case "money":
      return grouped(isObject(value) ? textOf(value["amount"]) : textOf(value))
    case "date":
      return typedDateOf(value)
    case "period":
      return isObject(value)
        ? { from: typedDateOf(value["from"]), to: typedDateOf(value["to"]) }
        : { from: noDate, to: noDate }
    case "flag":
      return value === true
    case "choices":
      return Array.isArray(value) ? value : []
    case "facts":
      return isObject(value) ? Object.entries(value).map(([name, said]) => ({ name, value: textOf(said) })) : []
    case "group":
      return draftOf(field.fields ?? [], value)
    case "list": {
      const items = Array.isArray(value) ? value : []
      const fields = field.fields ?? []
      if (fields.length === 0) return items.map(textOf)
      // A record may hold rows of a single field as plain texts.
      const [only, ...others] = fields
      const rowOf = (item: unknown) =>
        only !== undefined && others.length === 0 && !isObject(item) ? { [only.name]: item } : item
      return items.map((item) => draftOf(fields, rowOf(item)))
    }
    case "document":
      return JSON.stringify(value, null, 2)
    default:
      return textOf(value)
  }
}

/** What a record says already, as something to be typed on. */
export const draftOf = (fields: ReadonlyArray<Field>, wire: unknown): Draft =>
  Object.fromEntries(fields.map((field) => [field.name, typedOf(field, isObject(wire) ? wire[field.name] : undefined)]))
