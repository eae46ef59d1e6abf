import { catalogue } from "../catalogue.ts"
import type { Catalogue } from "../engine/Catalogue.ts"
import type { ListedRow } from "../engine/EventStore.ts"
import { inLanguage, type Language, type LocalizedText } from "../kernel/LocalizedText.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { bangkokDay, format, type Instant, IsoDate } from "../kernel/ThaiDate.ts"
import { cellOf, codeOf, columnsOf, type NamedColumn, valueOf } from "./Labels.ts"

/**
 * A spreadsheet takes a cell that begins so for a formula (OWASP ASVS 5.0, 1.2.10); full-width signs are read as the
 * plain ones, and white space before them is passed over.
 */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** A spreadsheet would take it for a number, drop its zeros and round it; as the result of a formula it stays text. */
const longNumber = /^0\d+$|^\d{12,}$/u

/** One cell as RFC 4180 has it, which no spreadsheet runs. */
export const cell = (value: string | number): string => {
  const text = typeof value === "number" ? String(value) : formula.test(value) ? `'${value}` : value
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What the records are called that rows refer to, by their ids; one that the asker may not see has no name. */
export type Names = ReadonlyMap<string, LocalizedText>

interface Shown {
  readonly language: Language
  readonly names: Names
}

interface Column {
  readonly label: Wording
  /** A number that names something, and is not calculated with. */
  readonly identifies?: true
  readonly value: (row: ListedRow, shown: Shown) => string | number
}

const nameOf = (id: string | null | undefined, { language, names }: Shown): string => {
  const name = names.get(id ?? "")
  return name === undefined ? "" : inLanguage(name, language)
}

/** The code that filters and programs take, beside the word for people. */
const coded = ({ en, th }: Wording): Wording => ({ th: `${th} (รหัส)`, en: `${en} (code)` })
const inEra = ({ en, th }: Wording): readonly [ce: Wording, be: Wording] => [
  { th: `${th} (ค.ศ.)`, en: `${en} (CE)` },
  { th: `${th} (พ.ศ.)`, en: `${en} (Buddhist era)` }
]

const isDay = (text: string): text is IsoDate => IsoDate.makeOption(text)._tag === "Some"
const buddhist = (text: string): string => (isDay(text) ? format(text, "short", "th") : text)

const ofColumn = (record: string, column: NamedColumn, from: Catalogue): ReadonlyArray<Column> => {
  const { kind, label, name, plain } = column
  const code = ({ columns }: ListedRow): string => {
    const value = columns[name]
    return value === undefined ? "" : codeOf(value)
  }
  if (kind === "money") return [{ label: { th: `${label.th} (บาท)`, en: `${label.en} (baht)` }, value: code }]
  if (kind === "date") {
    const [ce, be] = inEra(label)
    return [
      { label: ce, value: code },
      { label: be, value: (row) => buddhist(code(row)) }
    ]
  }
  if (kind === "reference")
    return [
      { label: coded(label), value: code },
      { label, value: (row, shown) => nameOf(code(row), shown) }
    ]
  if (kind === "text") return [{ label, value: code, identifies: true }]
  if (plain === true || kind === "number") return [{ label, value: code }]
  return [
    { label: coded(label), value: code },
    {
      label,
      value: ({ columns }, { language }) => {
        const value = columns[name]
        return value === undefined ? "" : cellOf(record, column, value, language, from)
      }
    }
  ]
}

const [changedCe, changedBe] = inEra({ th: "แก้ไขล่าสุด", en: "Last change" })
const status = { th: "สถานะ", en: "Status" }
const agency = { th: "หน่วยงาน", en: "Agency" }

const tableOf = (record: string, from: Catalogue): ReadonlyArray<Column> => [
  { label: { th: "รหัส", en: "Id" }, value: ({ id }) => id },
  { label: { th: "ชื่อ", en: "Title" }, value: ({ title }) => title.th },
  { label: { th: "ชื่อภาษาอังกฤษ", en: "Title in English" }, value: ({ title }) => title.en ?? "" },
  { label: coded(status), value: (row) => row.status },
  { label: status, value: (row, { language }) => inLanguage(valueOf(record, "status", row.status, from), language) },
  { label: coded(agency), value: ({ owner }) => owner ?? "" },
  { label: agency, value: ({ owner }, shown) => nameOf(owner, shown) },
  { label: { th: "รุ่น", en: "Version" }, value: ({ version }) => version },
  ...columnsOf(record, from).flatMap((column) => ofColumn(record, column, from)),
  { label: changedCe, value: ({ updatedAt }) => updatedAt },
  { label: changedBe, value: ({ updatedAt }) => buddhist(bangkokDay(updatedAt as Instant)) }
]

const line = (cells: ReadonlyArray<string>): string => `${cells.join(",")}\r\n`

/**
 * A list as a table that spreadsheets open as it is: UTF-8 with a byte order mark, lines ended as RFC 4180 says. Codes and
 * ids stay as filters take them, each with its word beside it; money is a plain decimal in baht.
 */
export const csvTable = (record: string, language: Language, from: Catalogue = catalogue) => {
  const columns = tableOf(record, from)
  const textOf = ({ identifies, value }: Column, row: ListedRow, shown: Shown): string => {
    const text = value(row, shown)
    return identifies === true && longNumber.test(String(text)) ? `"=""${text}"""` : cell(text)
  }
  return {
    head: `\uFEFF${line(columns.map(({ label }) => cell(label[language])))}`,
    row: (row: ListedRow, names: Names): string =>
      line(columns.map((column) => textOf(column, row, { language, names }))),
    note: ({ [language]: said }: Wording): string => line([cell(said)])
  }
}
