import type { ListedRow } from "@phakhi/domain/kernel/EventStore"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { bangkokDay, format, type Instant } from "@phakhi/domain/kernel/ThaiDate"
import type { Reader } from "@phakhi/domain/operations/Reader"

/** A spreadsheet takes a cell that begins so for a formula. */
const formula = /^[=+\-@\t\r]/

export const cell = (value: string | number): string => {
  const text = typeof value === "number" ? String(value) : formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

interface Column {
  readonly label: Wording
  readonly value: (row: ListedRow) => string | number
}

const own: ReadonlyArray<Column> = [
  { label: { th: "รหัส", en: "Id" }, value: ({ id }) => id },
  { label: { th: "ชื่อ", en: "Title" }, value: ({ title }) => title.th },
  { label: { th: "ชื่อภาษาอังกฤษ", en: "Title in English" }, value: ({ title }) => title.en ?? "" },
  { label: { th: "สถานะ", en: "Status" }, value: ({ status }) => status },
  { label: { th: "หน่วยงาน", en: "Agency" }, value: ({ owner }) => owner ?? "" },
  { label: { th: "รุ่น", en: "Version" }, value: ({ version }) => version }
]

const changed: ReadonlyArray<Column> = [
  { label: { th: "แก้ไขล่าสุด (ค.ศ.)", en: "Last change (CE)" }, value: ({ updatedAt }) => updatedAt },
  {
    label: { th: "แก้ไขล่าสุด (พ.ศ.)", en: "Last change (Buddhist era)" },
    value: ({ updatedAt }) => format(bangkokDay(updatedAt as Instant), "short", "th")
  }
]

const columnsOf = ({ facets }: Reader): ReadonlyArray<Column> => [
  ...own,
  ...Object.entries(facets)
    .filter(([name]) => name !== "status" && name !== "owner")
    .map(([name, label]): Column => ({ label, value: (row) => row.facets[name] ?? "" })),
  ...changed
]

/** A table that spreadsheets open as it is: UTF-8 with a byte order mark, lines ended as RFC 4180 says. */
export const toCsv = (reader: Reader, rows: ReadonlyArray<ListedRow>, language: Language): string => {
  const columns = columnsOf(reader)
  const lines = [
    columns.map(({ label }) => cell(label[language])),
    ...rows.map((row) => columns.map(({ value }) => cell(value(row))))
  ]
  return `\uFEFF${lines.map((line) => line.join(",")).join("\r\n")}\r\n`
}
