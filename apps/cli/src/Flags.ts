import { joined } from "@phakhi/domain/engine/Catalogue"
import { malformed } from "@phakhi/domain/engine/refusals"
import { problemIn } from "@phakhi/domain/engine/View"
import type { Field } from "@phakhi/domain/kernel/Field"
import { readNumber } from "@phakhi/domain/kernel/TypedNumber"
import { Option, Result } from "effect"
import { Flag } from "effect/cli"
import { type Failure, refused } from "./Failure.ts"

/** One flag of a command, and how what is typed becomes a part of the input. */
interface Typed {
  readonly flag: string
  readonly metavar: string | null
  /** Where the value goes: the field, and the part of it where the field has parts. */
  readonly path: readonly [field: string, part?: string]
  readonly read: (text: string) => unknown
  readonly field: Field
}

const reserved: ReadonlyArray<string> = [
  "json",
  "csv",
  "yes",
  "lang",
  "data",
  "url",
  "input",
  "seen",
  "key",
  "as-operator",
  "help",
  "version",
  "completions",
  "id"
]

/** `targetGroup` is typed `--target-group`, `value.from` is typed `--value-from`; a name that the program itself uses gets `field-` in front. */
const flagName = (field: string, taken: ReadonlyArray<string>): string => {
  const kebab = field.replaceAll(".", "-").replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
  return [...reserved, ...taken].includes(kebab) ? `field-${kebab}` : kebab
}

const same = (text: string): unknown => text
/** As people type numbers; what is not one goes on as it is, for the schema to refuse. */
const decimal = (text: string): string => Result.getOrElse(readNumber(text), () => text)
const integer = (text: string): unknown => (/^-?\d{1,15}$/u.test(decimal(text)) ? Number(decimal(text)) : text)
const several = (text: string): unknown =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "")
const baht = (text: string): unknown => ({ amount: decimal(text), currency: "THB" })

const typedOf = (field: Field, taken: ReadonlyArray<string>): ReadonlyArray<Typed> => {
  const name = flagName(field.name, taken)
  const one = (metavar: string | null, read: (text: string) => unknown): ReadonlyArray<Typed> => [
    { flag: name, metavar, path: [field.name], read, field }
  ]
  const parts = (metavar: string, ...of: ReadonlyArray<string>): ReadonlyArray<Typed> =>
    of.map((part) => ({ flag: `${name}-${part}`, metavar, path: [field.name, part], read: same, field }))
  switch (field.kind) {
    case "text":
    case "prose":
      return one("TEXT", same)
    case "choice":
      return one("CHOICE", same)
    case "reference":
      return one("ID", same)
    case "date":
      return one("YYYY-MM-DD", same)
    case "decimal":
      return one("NUMBER", decimal)
    case "count":
      return one("NUMBER", integer)
    case "choices":
      return one("A,B,…", several)
    case "money":
      return one("BAHT", baht)
    case "file":
      return one("FILE", same)
    case "flag":
      return one(null, (text) => text === "true")
    case "localized":
      return parts("TEXT", "th", "en")
    case "period":
      return parts("YYYY-MM-DD", "from", "to")
    default:
      return []
  }
}

/** More options than this are not listed in the help. */
const mostOptions = 12

const describe = ({ field, flag, path }: Typed): string => {
  const { kind, label, options, required } = field
  const negated = kind === "flag" ? ` (--no-${flag})` : ""
  const [, part] = path
  const values =
    options !== undefined && options.length <= mostOptions ? `: ${options.map(({ value }) => value).join(" | ")}` : ""
  const unit = kind === "money" ? " (1234.50)" : ""
  const needed = required && part !== "en" ? " (required · ต้องระบุ)" : ""
  return `${label.en} · ${label.th}${part === undefined ? "" : ` (${part})`}${unit}${negated}${values}${needed}`
}

export type Values = { readonly [flag: string]: Option.Option<string> }

const flagOf = (typed: Typed): Flag.Flag<Option.Option<string>> => {
  const { flag, metavar } = typed
  const base =
    metavar === null ? Flag.Boolean(flag).pipe(Flag.map(String)) : Flag.String(flag).pipe(Flag.withMetavar(metavar))
  return base.pipe(Flag.withDescription(describe(typed)), Flag.optional)
}

/** What the command line takes for the fields of an input: a flag for each scalar, `--input` for the rest. */
export interface Form {
  readonly flags: { readonly [flag: string]: Flag.Flag<Option.Option<string>> }
  /** The fields that a file may be given for. */
  readonly files: ReadonlyArray<string>
  /** What must be typed, with something in its place; what only `--input` takes comes from a file. */
  readonly example: ReadonlyArray<string>
  /** What only `--input` takes, as JSON to begin from; undefined where flags take everything that must be given. */
  readonly beginning: string | undefined
  /** Lays what was typed over what `--input` brought. */
  readonly fill: (values: Values, given: unknown) => Result.Result<unknown, Failure>
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** That an input is malformed is said by the engine, whatever there is to be done. */
const engineAlone = joined([])

const unreadable = (th: string, en: string): Failure =>
  refused(problemIn(engineAlone, malformed({ pointer: "", th, en })))

/** Where the only field is a document, `--input` may hold the document itself. */
const whole = (fields: ReadonlyArray<Field>, given: unknown): unknown => {
  const [only, ...others] = fields
  return only?.kind === "document" && others.length === 0 && isObject(given) && !Object.hasOwn(given, only.name)
    ? { [only.name]: given }
    : given
}

const stands: { readonly [metavar: string]: string } = {
  TEXT: '"…"',
  "YYYY-MM-DD": "2026-10-01",
  BAHT: "1000000.00",
  "A,B,…": "A,B",
  NUMBER: "1",
  FILE: "file.pdf"
}

/** What stands for an answer until somebody writes one. */
const standIn = ({ fields = [], kind, options = [] }: Field): unknown => {
  const [first] = options
  switch (kind) {
    case "text":
    case "prose":
      return "…"
    case "choice":
      return first?.value ?? "…"
    case "choices":
      return [first?.value ?? "…"]
    case "reference":
      return "ID"
    case "date":
      return "2026-10-01"
    case "decimal":
      return "1"
    case "count":
      return 1
    case "flag":
      return false
    case "localized":
      return { th: "…" }
    case "money":
      return baht("1000000.00")
    case "period":
      return { from: "2026-10-01", to: "2027-09-30" }
    case "file":
      return "file.pdf"
    case "facts":
      return { "…": "…" }
    case "group":
      return begun(fields)
    case "list":
      return fields.length === 0 ? ["…"] : [begun(fields)]
    case "document":
      return {}
  }
}

const begun = (fields: ReadonlyArray<Field>): object =>
  Object.fromEntries(fields.filter(({ required }) => required).map((field) => [field.name, standIn(field)]))

const onlyInInput = (fields: ReadonlyArray<Field>, typed: ReadonlyArray<Typed>): ReadonlyArray<Field> =>
  fields.filter((field) => field.required && !typed.some(({ field: { name } }) => name === field.name))

const exampleOf = (fields: ReadonlyArray<Field>, typed: ReadonlyArray<Typed>): ReadonlyArray<string> => {
  const flags = typed
    .filter(({ field, path }) => field.required && path[1] !== "en")
    .map(({ field: { options = [] }, flag, metavar, path }) => {
      if (path[1] === "to") return `--${flag} 2027-09-30`
      if (metavar === null) return `--no-${flag}`
      return `--${flag} ${options[0]?.value ?? stands[metavar] ?? metavar}`
    })
  return [...flags, ...(onlyInInput(fields, typed).length > 0 ? ["--input input.json"] : [])]
}

/** `taken` are the flags that this command has beside those that every command has. */
export const formOf = (fields: ReadonlyArray<Field>, taken: ReadonlyArray<string> = []): Form => {
  const typed = fields.flatMap((field) => typedOf(field, taken))
  const rest = onlyInInput(fields, typed)
  return {
    beginning: rest.length === 0 ? undefined : JSON.stringify(begun(rest)),
    flags: Object.fromEntries(typed.map((one) => [one.flag, flagOf(one)])),
    example: exampleOf(fields, typed),
    files: fields.filter(({ kind }) => kind === "file").map(({ name }) => name),
    fill: (values, given) => {
      const said = typed.flatMap((one) => {
        const value = values[one.flag]
        return value !== undefined && Option.isSome(value) ? [{ ...one, value: one.read(value.value) }] : []
      })
      if (said.length === 0) return Result.succeed(whole(fields, given ?? {}))
      if (given !== undefined && !isObject(given)) {
        return Result.fail(
          unreadable(
            "--input ต้องเป็นกลุ่มข้อมูล เพราะระบุค่าอื่นมาด้วย",
            "--input: must hold an object, because flags are given too"
          )
        )
      }
      const input: Record<string, unknown> = { ...given }
      for (const { path, value } of said) {
        const [name, part] = path
        const before = input[name]
        input[name] = part === undefined ? value : { ...(isObject(before) ? before : {}), [part]: value }
      }
      return Result.succeed(input)
    }
  }
}

/** Reads what `--input` brought. */
export const readJson = (text: string): Result.Result<unknown, Failure> => {
  try {
    return Result.succeed(JSON.parse(text.replace(/^\uFEFF/u, "")))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    return Result.fail(unreadable(`--input อ่านไม่ได้: ${why}`, `--input: ${why}`))
  }
}
