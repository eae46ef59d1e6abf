import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { type Catalogue, operationsOf, recordTypes } from "@phakhi/domain/operations/Catalogue"
import type { Action, View } from "@phakhi/domain/operations/View"
import { say } from "./Io.ts"
import { displayWidth, pad, shorten } from "./Width.ts"

type Plain = { readonly [name: string]: unknown }

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value)
const isLocalized = (value: unknown): value is { readonly th: string; readonly en?: string } =>
  isPlain(value) && typeof value["th"] === "string" && Object.keys(value).every((key) => key === "th" || key === "en")
const isMoney = (value: unknown): value is { readonly amount: string } =>
  isPlain(value) && typeof value["amount"] === "string" && value["currency"] === "THB"

const grouped = (amount: string): string => amount.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/gu, ",")

/** A value on one line, or undefined where it needs more. */
const inline = (value: unknown, language: Language): string | undefined => {
  if (value === null) return "—"
  if (typeof value === "boolean") return say(language, value ? "ใช่" : "ไม่ใช่", value ? "yes" : "no")
  if (typeof value === "string" || typeof value === "number") {
    const text = String(value)
    return text.includes("\n") ? undefined : text
  }
  if (isLocalized(value)) return language === "en" ? (value.en ?? value.th) : value.th
  if (isMoney(value)) return `${grouped(value.amount)} ${say(language, "บาท", "baht")}`
  if (Array.isArray(value)) {
    if (value.length === 0) return "—"
    return value.every((item) => typeof item === "string" || typeof item === "number") ? value.join(", ") : undefined
  }
  return isPlain(value) && Object.keys(value).length === 0 ? "—" : undefined
}

/** Any value as indented lines for people. */
export const lines = (value: unknown, language: Language, indent = ""): ReadonlyArray<string> => {
  const one = inline(value, language)
  if (one !== undefined) return [`${indent}${one}`]
  if (typeof value === "string") return value.split("\n").map((line) => `${indent}${line}`)
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first = "", ...rest] = lines(item, language, `${indent}  `)
      return [`${indent}- ${first.trimStart()}`, ...rest]
    })
  }
  const entries = Object.entries(value as Plain).filter(([, item]) => item !== undefined)
  const width = Math.max(0, ...entries.map(([name]) => displayWidth(name)))
  return entries.flatMap(([name, item]) => {
    const text = inline(item, language)
    return text === undefined
      ? [`${indent}${name}`, ...lines(item, language, `${indent}  `)]
      : [`${indent}${pad(name, width)}  ${text}`]
  })
}

/** Rows as a table: a column for each part of the first row that fits on one line. */
export const table = (
  rows: ReadonlyArray<Plain>,
  language: Language,
  columns: number | undefined,
  hidden: ReadonlyArray<string> = []
): ReadonlyArray<string> => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (name) => !hidden.includes(name) && rows.every((row) => inline(row[name] ?? "", language) !== undefined)
  )
  const cells = rows.map((row) => names.map((name) => inline(row[name] ?? "", language) ?? ""))
  const widths = names.map((name, at) =>
    Math.max(displayWidth(name), ...cells.map((row) => displayWidth(row[at] ?? "")))
  )
  const line = (texts: ReadonlyArray<string>) => {
    const text = texts
      .map((cell, at) => pad(cell, widths[at] ?? 0))
      .join("  ")
      .trimEnd()
    return columns === undefined ? text : shorten(text, columns)
  }
  return [line(names), line(widths.map((width) => "─".repeat(width))), ...cells.map(line)]
}

type Summaries = ReadonlyMap<string, { readonly th: string; readonly en: string }>

const act = ({ operation, target }: Action, language: Language, summaries: Summaries): string => {
  const summary = summaries.get(operation)?.[language] ?? operation
  const command = operation.replace(".", " ")
  return target === undefined
    ? `${pad(command, 34)} ${summary}`
    : `${pad(command, 34)} ${summary} – ${target.label[language]} (${target.field}: ${target.value})`
}

/** A record with what may be done with it next, and what may not and why. */
export const view = (
  { actions, data, id, record, version }: View,
  language: Language,
  catalogue: Catalogue
): ReadonlyArray<string> => {
  const summaries: Summaries = new Map(operationsOf(catalogue).map(({ name, summary }) => [name, summary]))
  const label = recordTypes.find(({ name }) => name === record)?.label
  const open = actions.filter(({ allowed }) => allowed)
  const shut = actions.flatMap(({ refusal, ...action }) => (refusal === undefined ? [] : [{ action, refusal }]))
  const { id: _, ...rest } = isPlain(data) ? data : { data }
  return [
    `${label?.[language] ?? record} ${id} (${say(language, "รุ่น", "version")} ${version})`,
    ...lines(rest, language, "  "),
    ...(open.length === 0 ? [] : ["", say(language, "ทำได้ตอนนี้", "What can be done now")]),
    ...open.map((action) => `  ${act(action, language, summaries)}`),
    ...(shut.length === 0 ? [] : ["", say(language, "ยังทำไม่ได้", "What cannot be done yet")]),
    ...shut.map(
      ({ action, refusal }) =>
        `  ${act(action as Action, language, summaries)}\n    ${refusal.rule}: ${refusal[language]}`
    )
  ]
}
