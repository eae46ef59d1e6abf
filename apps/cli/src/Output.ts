import { type Catalogue, operationsOf, readerOf } from "@phakhi/domain/engine/Catalogue"
import type { ListedRow } from "@phakhi/domain/engine/EventStore"
import type { Action, View } from "@phakhi/domain/engine/View"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { cellOf, codeOf, columnsOf, type NamedColumn } from "@phakhi/domain/rendering/LabelsOf"
import { say } from "./Io.ts"
import { type Naming, namingOf, type People, writtenMoney } from "./Naming.ts"
import { displayWidth, pad, shorten } from "./Width.ts"

type Plain = { readonly [name: string]: unknown }

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value)
const isLocalized = (value: unknown): value is { readonly th: string; readonly en?: string } =>
  isPlain(value) && typeof value["th"] === "string" && Object.keys(value).every((key) => key === "th" || key === "en")
const isMoney = (value: unknown): value is { readonly amount: string } =>
  isPlain(value) && typeof value["amount"] === "string" && value["currency"] === "THB"
const isPeriod = (value: unknown): value is { readonly from: string; readonly to: string } =>
  isPlain(value) &&
  typeof value["from"] === "string" &&
  typeof value["to"] === "string" &&
  Object.keys(value).length === 2

/** A value on one line, or undefined where it needs more. */
const inline = (value: unknown, part: string, naming: Naming): string | undefined => {
  const { language } = naming
  if (value === null) return "—"
  if (typeof value === "boolean") return say(language, value ? "ใช่" : "ไม่ใช่", value ? "yes" : "no")
  if (typeof value === "number") return String(value)
  if (typeof value === "string") return value.includes("\n") ? undefined : naming.value(part, value)
  if (isLocalized(value)) return language === "en" ? (value.en ?? value.th) : value.th
  if (isMoney(value)) return writtenMoney(value.amount, language)
  if (isPeriod(value)) return `${naming.value("from", value.from)} – ${naming.value("to", value.to)}`
  if (Array.isArray(value)) {
    if (value.length === 0) return "—"
    return value.every((item) => typeof item === "string" || typeof item === "number")
      ? value.map((item) => naming.value(part, String(item))).join(", ")
      : undefined
  }
  return isPlain(value) && Object.keys(value).length === 0 ? "—" : undefined
}

/** Any value as indented lines for people. */
export const lines = (value: unknown, naming: Naming, indent = "", part = ""): ReadonlyArray<string> => {
  const one = inline(value, part, naming)
  if (one !== undefined) return [`${indent}${one}`]
  if (typeof value === "string") return value.split("\n").map((line) => `${indent}${line}`)
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first = "", ...rest] = lines(item, naming, `${indent}  `, part)
      return [`${indent}- ${first.trimStart()}`, ...rest]
    })
  }
  const entries = Object.entries(value as Plain)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => ({ name, item, label: naming.name(name), text: inline(item, name, naming) }))
  const width = Math.max(0, ...entries.map(({ label }) => displayWidth(label)))
  return entries.flatMap(({ item, label, name, text }) =>
    text === undefined
      ? [`${indent}${label}`, ...lines(item, naming, `${indent}  `, name)]
      : [`${indent}${pad(label, width)}  ${text}`]
  )
}

const gap = 2
/** A column of names is cut before the line is, but not below this. */
const narrowest = 24

export interface Column {
  readonly head: string
  readonly cells: ReadonlyArray<string>
  /** Gives way where the terminal is too narrow for all, the first ones before the last; `--json` has everything. */
  readonly spare?: "first" | "last"
}

const widthOf = ({ cells, head }: Column): number => Math.max(...[head, ...cells].map(displayWidth))
const total = (widths: ReadonlyArray<number>): number => widths.reduce((sum, width) => sum + width + gap, -gap)

/** What fits a terminal: spare columns go first, then the widest is cut. */
const fitted = (
  columns: ReadonlyArray<Column>,
  room: number
): { readonly columns: ReadonlyArray<Column>; readonly widths: ReadonlyArray<number> } => {
  const widths = columns.map(widthOf)
  const over = total(widths) - room
  if (over <= 0) return { columns, widths }
  const widest = widths.indexOf(Math.max(...widths.map((width, at) => (at === 0 ? 0 : width))))
  const cut = Math.max(narrowest, (widths[widest] ?? 0) - over)
  const first = columns.findLastIndex(({ spare }) => spare === "first")
  const spare = first === -1 ? columns.findIndex((column) => column.spare === "last") : first
  if (spare === -1 || over <= (widths[widest] ?? 0) - narrowest) return { columns, widths: widths.with(widest, cut) }
  return fitted(columns.toSpliced(spare, 1), room)
}

/** Cells under their heads; a column in which nothing stands is left out. */
export const grid = (given: ReadonlyArray<Column>, room: number | undefined): ReadonlyArray<string> => {
  const { columns, widths } = fitted(
    given.filter(({ cells }) => cells.some((cell) => cell !== "")),
    room ?? Number.POSITIVE_INFINITY
  )
  const line = (texts: ReadonlyArray<string>) => {
    const text = texts
      .map((cell, at) => pad(shorten(cell, widths[at] ?? 0), widths[at] ?? 0))
      .join(" ".repeat(gap))
      .trimEnd()
    return room === undefined ? text : shorten(text, room)
  }
  const rows = (columns[0]?.cells ?? []).map((_, at) => columns.map(({ cells }) => cells[at] ?? ""))
  return [line(columns.map(({ head }) => head)), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)]
}

/** Rows as a table: a column for each part that fits on one line. */
export const table = (
  rows: ReadonlyArray<Plain>,
  naming: Naming,
  columns: number | undefined,
  hidden: ReadonlyArray<string> = []
): ReadonlyArray<string> => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (name) => !hidden.includes(name) && rows.every((row) => inline(row[name] ?? "", name, naming) !== undefined)
  )
  return grid(
    names.map((name) => ({
      head: naming.name(name),
      cells: rows.map((row) => inline(row[name] ?? "", name, naming) ?? "")
    })),
    columns
  )
}

/** A list of records: its columns in words, the ids of other records left to `--json`. */
export const listed = (
  rows: ReadonlyArray<ListedRow>,
  record: string,
  language: Language,
  catalogue: Catalogue,
  columns: number | undefined
): ReadonlyArray<string> => {
  const naming = namingOf(language, catalogue, record)
  const shown = columnsOf(record, catalogue).filter(({ kind }) => kind !== "reference")
  const cell = (row: ListedRow, column: NamedColumn): string => {
    const value = row.columns[column.name]
    if (value === undefined) return ""
    if (column.kind === "money") return writtenMoney(codeOf(value), language)
    return column.kind === "date" ? naming.value("", codeOf(value)) : cellOf(record, column, value, language, catalogue)
  }
  const own = (name: "id" | "status" | "updatedAt"): Column => ({
    head: naming.name(name),
    cells: rows.map((row) => naming.value(name, row[name]))
  })
  return grid(
    [
      own("id"),
      { head: naming.name("title"), cells: rows.map(({ title }) => inline(title, "", naming) ?? "") },
      own("status"),
      ...shown.map((column) => ({
        head: column.label[language],
        cells: rows.map((row) => cell(row, column)),
        spare: "first" as const
      })),
      { ...own("updatedAt"), spare: "last" }
    ],
    columns
  )
}

/** What is done by a command of its own, as the act alone would mean nothing. */
const ownCommands: { readonly [operation: string]: string } = { "accounts.issue-link": "accounts.invitation" }

type Summaries = ReadonlyMap<string, { readonly th: string; readonly en: string }>

const act = ({ operation, target }: Action, language: Language, summaries: Summaries): string => {
  const summary = summaries.get(operation)?.[language] ?? operation
  const command = (ownCommands[operation] ?? operation).replace(".", " ")
  return target === undefined
    ? `${pad(command, 34)} ${summary}`
    : `${pad(command, 34)} ${summary} – ${target.label[language]} (${target.field}: ${target.value})`
}

type Shut = Action & { readonly refusal: NonNullable<Action["refusal"]> }

const isShut = (action: Action): action is Shut => action.refusal !== undefined

/** What the record waits for from this person comes first, in its turn, and is marked. */
const inTurn = (actions: ReadonlyArray<Action>): ReadonlyArray<Action> =>
  actions.toSorted(
    (left, right) => (left.next ?? Number.POSITIVE_INFINITY) - (right.next ?? Number.POSITIVE_INFINITY) || 0
  )

const readable = 100

const wrapped = (names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const rows: Array<string> = []
  for (const name of names) {
    const last = rows.at(-1)
    if (last !== undefined && last.length + name.length < readable) rows[rows.length - 1] = `${last}, ${name}`
    else rows.push(`  ${name}`)
  }
  return rows.map((row, at) => (at < rows.length - 1 ? `${row},` : row))
}

/** Acts of other people are named and no more: their rule is the same for all. */
const others = (shut: ReadonlyArray<Shut>, language: Language): ReadonlyArray<string> => {
  const names = [...new Set(shut.map(({ operation }) => operation.replace(".", " ")))]
  return names.length === 0 ? [] : ["", say(language, "เป็นหน้าที่ของผู้อื่น", "What is for others to do"), ...wrapped(names)]
}

/** The state of the whole record is its status. */
const withStatus = ({ _tag, ...rest }: Plain): Plain => (_tag === undefined ? rest : { status: _tag, ...rest })

/** A record with what may be done with it next, and what may not and why. */
export const view = (
  { actions, data, id, record, version }: View,
  language: Language,
  catalogue: Catalogue,
  people: People
): ReadonlyArray<string> => {
  const summaries: Summaries = new Map(operationsOf(catalogue).map(({ name, summary }) => [name, summary]))
  const label = readerOf(catalogue, record)?.type.label
  const open = inTurn(actions.filter(({ allowed }) => allowed))
  const closed = actions.filter(isShut)
  const shut = closed.filter(({ refusal: { kind } }) => kind !== "forbidden")
  const { id: _, ...rest } = isPlain(data) ? data : { data }
  return [
    `${label?.[language] ?? record} ${id} (${say(language, "รุ่น", "version")} ${version})`,
    ...lines(withStatus(rest), namingOf(language, catalogue, record, people), "  "),
    ...(open.length === 0 ? [] : ["", say(language, "ทำได้ตอนนี้", "What can be done now")]),
    ...open.map((action) => `${action.next === undefined ? " " : "→"} ${act(action, language, summaries)}`),
    ...(shut.length === 0 ? [] : ["", say(language, "ยังทำไม่ได้", "What cannot be done yet")]),
    ...shut.map(
      (action) => `  ${act(action, language, summaries)}\n    ${action.refusal.rule}: ${action.refusal[language]}`
    ),
    ...others(
      closed.filter(({ refusal: { kind } }) => kind === "forbidden"),
      language
    )
  ]
}
