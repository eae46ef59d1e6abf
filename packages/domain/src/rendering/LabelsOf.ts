import { type Catalogue, fieldsOn, readerOf } from "../engine/Catalogue.ts"
import { ownColumns } from "../engine/Listing.ts"
import type { Column, Columns, ColumnValue } from "../kernel/Column.ts"
import type { Field } from "../kernel/Field.ts"
import { inLanguage, type Language, type LocalizedText } from "../kernel/LocalizedText.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { numbered } from "../processes/Assembly.ts"
import { registry } from "../processes/Composition.ts"
import { DefinitionId, namedIn } from "../processes/Process.ts"

type Names = { readonly [value: string]: LocalizedText }

const inBoth = ({ en, th }: LocalizedText): Wording => ({ th, en: en ?? th })

/** A word that refusals use within a sentence, where it stands alone. */
const alone = ({ en, th }: Wording): Wording => ({ th, en: en.slice(0, 1).toUpperCase() + en.slice(1) })

/** The statuses that records of a type can have, in the order that they are gone through. */
const statusesOf = (record: string, { words: { statuses, values } }: Catalogue): Names =>
  Object.fromEntries(
    (statuses[record] ?? []).flatMap((status) => {
      const word = values[status]
      return word === undefined ? [] : [[status, alone(word)] as const]
    })
  )

const choiceOn = (record: string, name: string, from: Catalogue): Field | undefined =>
  fieldsOn(from, record).find((field) => field.name === name && field.options !== undefined)

const allSteps = DefinitionId.literals.flatMap((id) => registry[id]).flatMap((definition) => definition.steps)
const steps = new Map(allSteps.map((step) => [step.id as string, step.label]))

/** What steps state, by the names under which they are kept. */
const factNames = new Map(
  allSteps.flatMap(({ completion }) =>
    completion.by === "record" ? namedIn(completion.facts).map(({ label, name }) => [name, inBoth(label)] as const) : []
  )
)

/** Fields of several forms have this name and mean different things by it. */
const ambiguous: ReadonlyArray<string> = [
  "text",
  "value",
  "name",
  "amount",
  "note",
  "title",
  "answer",
  "points",
  "account",
  "reason",
  "final"
]

const declaredOn = (record: string, from: Catalogue): Columns => readerOf(from, record)?.type.columns ?? {}

/** What a field or a column of a record is called: as its forms and its list call it. */
export const nameOf = (record: string, name: string, from: Catalogue): Wording | undefined =>
  (ambiguous.includes(name) ? from.words.parts[name] : undefined) ??
  declaredOn(record, from)[name]?.label ??
  fieldsOn(from, record).find((field) => field.name === name)?.label ??
  from.words.parts[name] ??
  factNames.get(name)

/** A step by its key: `PBC-6.2` is the second round of PBC-6. */
const stepNamed = (key: string): LocalizedText | undefined => {
  const [, id = "", round] = /^(.*?)(?:\.(\d+))?$/u.exec(key) ?? []
  const label = steps.get(id)
  if (label === undefined) return undefined
  const { en, th } = round === undefined ? label : numbered(label, Number(round), Number(round) + 1)
  return { th: `${key} ${th}`, ...(en === undefined ? {} : { en: `${key} ${en}` }) }
}

/** Parts that tell one kind of thing from another, by words that refusals use too. */
const tells: ReadonlyArray<string> = ["status", "_tag", "kind", "policy", "as"]

const wordFor = (name: string, value: string, { words: { values } }: Catalogue): Wording | undefined =>
  tells.includes(name) && values[value] !== undefined ? alone(values[value]) : undefined

/** What a value is called: as the choice in a form calls it, or itself where nothing has a word for it. */
export const valueOf = (record: string, name: string, value: string, from: Catalogue): LocalizedText =>
  (name === "status" ? statusesOf(record, from)[value] : undefined) ??
  choiceOn(record, name, from)?.options?.find((option) => option.value === value)?.label ??
  from.choices[name]?.[value] ??
  (name === "step" ? stepNamed(value) : wordFor(name, value, from)) ?? { th: value }

/** The values that a column can have, where they are known beforehand. */
export const valuesOf = (
  record: string,
  name: string,
  from: Catalogue
): ReadonlyArray<readonly [value: string, label: LocalizedText]> => {
  if (name === "status") return Object.entries(statusesOf(record, from))
  const options = choiceOn(record, name, from)?.options
  return options === undefined
    ? Object.entries(from.choices[name] ?? {})
    : options.map(({ label, value }) => [value, label] as const)
}

/** Parts that name an organisation, on any record. */
const organisations: ReadonlyArray<string> = ["owner", "recipient", "registeredBy", "invitedFrom"]

/** The record type that a column names by id, so that it is shown by its name. */
export const recordOf = (record: string, name: string, from: Catalogue): string | undefined => {
  const declared = declaredOn(record, from)[name]?.record
  if (declared !== undefined) return declared
  if (organisations.includes(name)) return "organisation"
  if (readerOf(from, name) !== undefined) return name
  return fieldsOn(from, record).find((field) => field.name === name && field.kind === "reference")?.record
}

/** A column of a list, by its name. */
export interface NamedColumn extends Column {
  readonly name: string
}

const named = (columns: Columns): ReadonlyArray<NamedColumn> =>
  Object.entries(columns).map(([name, column]) => ({ name, ...column }))

/** The columns of a list of records beside id, title, status, agency and last change. */
export const columnsOf = (record: string, from: Catalogue): ReadonlyArray<NamedColumn> =>
  named(declaredOn(record, from)).filter(({ name }) => !Object.hasOwn(ownColumns, name))

/** Every column that a list of records can be asked by. */
export const allColumns = (record: string, from: Catalogue): ReadonlyArray<NamedColumn> =>
  named(declaredOn(record, from))

/** What filters and programs take for the value of a column; several are set apart by spaces. */
export const codeOf = (value: ColumnValue): string => {
  if (typeof value !== "object") return String(value)
  return "amount" in value ? value.amount : value.join(" ")
}

/** What a cell of a list says: each code by its word. */
export const cellOf = (
  record: string,
  { kind, name, plain }: NamedColumn,
  value: ColumnValue,
  language: Language,
  from: Catalogue
): string =>
  plain === true || (kind !== "choice" && kind !== "choices")
    ? codeOf(value)
    : codeOf(value)
        .split(" ")
        .map((word) => inLanguage(valueOf(record, name, word, from), language))
        .join(", ")
