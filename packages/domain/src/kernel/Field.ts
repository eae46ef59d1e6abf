import { Schema } from "effect"
import type { Actor } from "./Actor.ts"
import { LocalizedText, plainText } from "./LocalizedText.ts"
import { Money } from "./Money.ts"
import { must } from "./Must.ts"
import { Period } from "./Period.ts"
import { provinces as allProvinces, ProvinceCode } from "./Province.ts"
import type { Wording } from "./Refusal.ts"
import { IsoDate } from "./ThaiDate.ts"

/** What kind of answer a field takes; forms, flags and API descriptions are made from it. */
export type FieldKind =
  | "text"
  | "prose"
  | "localized"
  | "money"
  | "date"
  | "period"
  | "count"
  | "decimal"
  | "flag"
  | "choice"
  | "choices"
  | "reference"
  | "facts"
  | "group"
  | "document"
  | "file"
  | "list"

export interface Option {
  readonly value: string
  readonly label: Wording
}

export interface FieldInfo {
  readonly kind: FieldKind
  readonly label: Wording
  readonly hint?: Wording
  readonly options?: ReadonlyArray<Option>
  /** Which of the options are offered. The decision says for itself which it takes. */
  readonly fitting?: Fitting
  /** The rule, one that says "should", that the field gives the reason for passing over. */
  readonly passesOver?: string
  /** The record type that a reference names. */
  readonly record?: string
  /** Which records of the type are offered. The decision says for itself which it takes. */
  readonly among?: Among
  /** The fields of a group, or of each item of a list. */
  readonly fields?: ReadonlyArray<Field>
}

/** The options that fit depend on a record: the one that another field of the form names, or else the record at hand. */
export interface Fitting {
  readonly record: string
  /** The field, or the part of the record at hand, that holds its id. */
  readonly named: string
  /** The values that fit, by the record as it is shown to whoever fills in the form. */
  readonly offered: (shown: unknown, actor: Actor | null) => ReadonlyArray<string>
}

/**
 * The records that fit a reference, by columns of their list: one of these values, or what another field of the form says,
 * or the record at hand.
 */
export interface Among {
  readonly [column: string]: ReadonlyArray<string> | { readonly field: string } | "itself"
}

export interface Field extends FieldInfo {
  readonly name: string
  readonly required: boolean
}

/** A field for a schema that exists already. */
export const described = <S extends Schema.Top>(schema: S, info: FieldInfo): S["Rebuild"] =>
  schema.annotateKey({ title: info.label.th, description: info.label.en, field: info })

const label = (th: string, en: string): Wording => ({ th, en })

const oneLine = Schema.isPattern(/^[^\n\r\u2028\u2029]*$/u, must("ต้องอยู่ในบรรทัดเดียว", "must be one line"))

/** A dash or a full stop in the place of a reason says nothing. */
const meaningful = Schema.makeFilter((said: string) => /[\p{L}\p{N}]/u.test(said), {
  ...must("ต้องมีตัวอักษรหรือตัวเลข", "must hold a letter or a digit"),
  // What property tests draw from: a random text often has neither.
  arbitraryConstraint: { patterns: [{ source: "^[!-~ก-ฮ]{0,8}[a-z0-9ก-ฮ][!-~ก-ฮ ]{0,20}[a-z0-9ก-ฮ]$", flags: "u" }] }
})

/** One line of text, 1 to 300 characters. */
export const text = (th: string, en: string, hint?: Wording) =>
  described(plainText(300).check(oneLine, meaningful), {
    kind: "text",
    label: label(th, en),
    ...(hint ? { hint } : {})
  })

/** Several lines of text, 1 to 5,000 characters. */
export const prose = (th: string, en: string, hint?: Wording) =>
  described(plainText(5000).check(meaningful), {
    kind: "prose",
    label: label(th, en),
    ...(hint ? { hint } : {})
  })

export const localized = (th: string, en: string) =>
  described(LocalizedText, { kind: "localized", label: label(th, en) })
export const money = (th: string, en: string, hint?: Wording) =>
  described(Money, { kind: "money", label: label(th, en), ...(hint ? { hint } : {}) })
/** An amount that moves: never nothing. */
export const amount = (th: string, en: string, hint?: Wording) =>
  money(th, en, hint).check(Schema.isGreaterThanBigInt(0n, must("ต้องมากกว่า 0.00 บาท", "must be more than 0.00 baht")))
export const date = (th: string, en: string) => described(IsoDate, { kind: "date", label: label(th, en) })
export const period = (th: string, en: string) => described(Period, { kind: "period", label: label(th, en) })
export const flag = (th: string, en: string) => described(Schema.Boolean, { kind: "flag", label: label(th, en) })

/** A whole number between bounds. */
export const count = (th: string, en: string, minimum: number, maximum: number) =>
  described(Schema.Int.check(Schema.isBetween({ minimum, maximum })), { kind: "count", label: label(th, en) })

/** How far something holds, from 1 (hardly) to 5 (fully). */
export const rating = <S extends Schema.Top>(schema: S, { en, th }: Wording) =>
  described(schema, { kind: "count", label: label(th, en), hint: label("1 น้อยที่สุด ถึง 5 มากที่สุด", "1 hardly to 5 fully") })

/** A field whose answer is read by a schema of its own but written as text. */
export const written = <S extends Schema.Top>(
  schema: S,
  kind: "text" | "decimal" | "count" | "file",
  th: string,
  en: string
) => described(schema, { kind, label: label(th, en) })

type Labels<Value extends string> = { readonly [V in Value]: Wording }

const valuesOf = <Value extends string>(labels: Labels<Value>): ReadonlyArray<Value> =>
  Object.keys(labels) as Array<string> as Array<Value>

export const optionsOf = <Value extends string>(labels: Labels<Value>): ReadonlyArray<Option> =>
  valuesOf(labels).map((value) => ({ value, label: labels[value] }))

export const choice = <Value extends string>(labels: Labels<Value>, th: string, en: string) =>
  described(Schema.Literals(valuesOf(labels)), {
    kind: "choice",
    label: label(th, en),
    options: optionsOf(labels)
  })

/** Several of the options, each at most once. */
export const choices = <Value extends string>(labels: Labels<Value>, th: string, en: string, fitting?: Fitting) =>
  described(
    Schema.Array(Schema.Literals(valuesOf(labels))).check(
      Schema.isMaxLength(Object.keys(labels).length),
      Schema.isUnique()
    ),
    { kind: "choices", label: label(th, en), options: optionsOf(labels), ...(fitting ? { fitting } : {}) }
  )

const provinceOptions: ReadonlyArray<Option> = allProvinces.map(({ code, name }) => ({
  value: code,
  label: { th: name.th, en: name.en ?? name.th }
}))

export const province = (th: string, en: string) =>
  described(ProvinceCode, { kind: "choice", label: label(th, en), options: provinceOptions })

export const provinces = (th: string, en: string) =>
  described(Schema.Array(ProvinceCode).check(Schema.isMaxLength(allProvinces.length), Schema.isUnique()), {
    kind: "choices",
    label: label(th, en),
    options: provinceOptions
  })

/** The id of a record of the named type, or of a part of the record at hand. */
export const reference = <S extends Schema.Top>(schema: S, record: string, th: string, en: string, among?: Among) =>
  described(schema, { kind: "reference", record, label: label(th, en), ...(among === undefined ? {} : { among }) })

/** Records that are in use. */
export const inUse: Among = { status: ["active"] }

/** What a form knows when a reference is to be chosen. */
export interface Choosing {
  /** The fields beside it, and what has been given in them so far. */
  readonly fields: ReadonlyArray<Field>
  readonly given: { readonly [field: string]: unknown }
  /** The id of the record that the form is about. */
  readonly itself: string | undefined
}

/** The filters of a list that holds what fits a reference; of a choice that is not made yet, every option. */
export const offered = (
  { among = {} }: Pick<FieldInfo, "among">,
  { fields, given, itself }: Choosing
): { readonly [column: string]: ReadonlyArray<string> } =>
  Object.fromEntries(
    Object.entries(among).flatMap(([column, of]): ReadonlyArray<readonly [string, ReadonlyArray<string>]> => {
      if (of === "itself") return itself === undefined ? [] : [[column, [itself]]]
      if (!("field" in of)) return [[column, of]]
      const said = given[of.field]
      if (typeof said === "string" && said !== "") return [[column, [said]]]
      const options = fields.find(({ name }) => name === of.field)?.options ?? []
      return options.length === 0 ? [] : [[column, options.map(({ value }) => value)]]
    })
  )

/** The id of the record that the options of a choice depend on, where it is known by now. */
export const fittedTo = ({ named }: Fitting, given: Choosing["given"], shown: unknown): string | undefined => {
  const said = given[named]
  if (typeof said === "string" && said !== "") return said
  const held = typeof shown === "object" && shown !== null ? (shown as Choosing["given"])[named] : undefined
  return typeof held === "string" ? held : undefined
}

/** Named texts, for example what a step must state. */
export const facts = (th: string, en: string) =>
  described(Schema.Record(plainText(60), plainText(5000)).check(Schema.isMaxProperties(30)), {
    kind: "facts",
    label: label(th, en)
  })

export const group = <S extends Schema.Top>(schema: S, th: string, en: string) =>
  described(schema, { kind: "group", label: label(th, en), fields: fieldsOf(schema) })

/** A list of items, at most 200 unless said otherwise. */
export const list = <S extends Schema.Top>(item: S, th: string, en: string, maximum = 200) =>
  described(Schema.Array(item).check(Schema.isMaxLength(maximum)), {
    kind: "list",
    label: label(th, en),
    fields: fieldsOf(item)
  })

/** No two items of a list have the same key. */
export const once = <A>(key: (item: A) => string, { en, th }: Wording) =>
  Schema.makeFilter(
    (items: ReadonlyArray<A>) => new Set(items.map(key)).size === items.length,
    must(`ต้องระบุ${th}แต่ละรายการเพียงครั้งเดียว`, `must name each ${en} once`)
  )

export const optional = <S extends Schema.Top>(field: S) => {
  const info = infoOf(field)
  const made = Schema.optionalKey(field)
  return info === undefined ? made : (described(made, info) as typeof made)
}

/** Why a rule that says "should" is passed over. The decision asks for it where it is. */
export const whyNot = (rule: string, th: string, en: string) =>
  optional(described(plainText(5000).check(meaningful), { kind: "prose", label: label(th, en), passesOver: rule }))

const infoOf = (schema: Schema.Top): FieldInfo | undefined =>
  schema.ast.context?.annotations?.["field"] as FieldInfo | undefined

const isStruct = (schema: Schema.Top): schema is Schema.Struct<Schema.Struct.Fields> => "fields" in schema

/** The fields of an input in the order declared; empty for a schema that is not a struct. */
export const fieldsOf = (schema: Schema.Top): ReadonlyArray<Field> => {
  if (!isStruct(schema)) return []
  return Object.entries(schema.fields as Record<string, Schema.Top>).flatMap(([name, field]) => {
    const info = infoOf(field)
    return info === undefined ? [] : [{ name, required: field.ast.context?.isOptional !== true, ...info }]
  })
}

/** Data that is given whole, as it is kept. */
export const document = <S extends Schema.Top>(schema: S, th: string, en: string) =>
  described(schema, { kind: "document", label: label(th, en) })
