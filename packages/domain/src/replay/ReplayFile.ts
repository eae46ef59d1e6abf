import { Result, Schema } from "effect"
import { malformed } from "../engine/refusals.ts"
import { must } from "../kernel/Must.ts"
import type { Fault, Refusal } from "../kernel/Refusal.ts"
import { schemaFaults } from "../kernel/SchemaFaults.ts"
import { Instant } from "../kernel/ThaiDate.ts"

/** How a line names the result of an earlier one: `$line`, or `$line.data.tranches.0.id` for a part of it. */
const name = "[A-Za-z0-9][A-Za-z0-9_-]*"
const reference = new RegExp(`^\\$(${name})((?:\\.[A-Za-z0-9_-]+)*)$`, "u")

const LineId = Schema.String.check(
  Schema.isPattern(
    new RegExp(`^${name}$`, "u"),
    must('ต้องเป็นตัวอักษรอังกฤษ ตัวเลข "-" หรือ "_"', 'must be letters, digits, "-" or "_"')
  ),
  Schema.isMaxLength(100)
)

const OneLine = Schema.Struct({
  op: Schema.String.check(Schema.isNonEmpty(), Schema.isMaxLength(100)),
  /** Names the line, and makes it happen at most once per account. */
  id: LineId,
  as: Schema.optionalKey(Schema.String.check(Schema.isNonEmpty(), Schema.isMaxLength(200))),
  at: Schema.optionalKey(Instant),
  on: Schema.optionalKey(Schema.String.check(Schema.isNonEmpty(), Schema.isMaxLength(300))),
  seen: Schema.optionalKey(
    Schema.Union([Schema.Literal("latest"), Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))]).annotate({
      expectedThai: '"latest" หรือเลขรุ่น'
    })
  ),
  input: Schema.optionalKey(Schema.Unknown)
})

/** One operation of a file of operations, with the number of the line it stands on. */
export interface Line extends Schema.Struct.Type<typeof OneLine.fields> {
  readonly number: number
}

/** Where a replay stopped, and why. */
export interface ReplayStopped<Refused = Refusal> {
  readonly _tag: "ReplayStopped"
  readonly line: number
  readonly id: string | null
  readonly operation: string | null
  readonly refusal: Refused
}

export const stopped = <Refused>(
  at: { readonly number: number; readonly id?: string; readonly op?: string },
  refused: Refused
): ReplayStopped<Refused> => ({
  _tag: "ReplayStopped",
  line: at.number,
  id: at.id ?? null,
  operation: at.op ?? null,
  refusal: refused
})

const unreadable = (
  at: { readonly number: number; readonly id?: string; readonly op?: string },
  ...problems: ReadonlyArray<Fault>
) => Result.fail(stopped(at, malformed(...problems)))

const decode = Schema.decodeUnknownResult(Schema.fromJsonString(OneLine), {
  errors: "all",
  onExcessProperty: "error"
})

export interface Named {
  readonly line: string
  readonly path: ReadonlyArray<string>
}

/** What a text names, where it has the form of a name. */
export const namedBy = (text: string): Named | undefined => {
  const found = reference.exec(text)
  return found === null ? undefined : { line: found[1] ?? "", path: (found[2] ?? "").split(".").slice(1) }
}

const namesIn = (value: unknown): ReadonlyArray<Named> => {
  if (typeof value === "string") {
    const named = namedBy(value)
    return named === undefined ? [] : [named]
  }
  if (value === null || typeof value !== "object") return []
  return (Array.isArray(value) ? value : Object.values(value)).flatMap(namesIn)
}

/** Every earlier line that this one names. */
export const namesOf = (line: Line): ReadonlyArray<Named> => namesIn([line.as, line.on, line.input])

/** A file of operations: whole, or in pieces as often as it is read, so that it need not fit in memory. */
export type Text = string | AsyncIterable<string>

/** One line after the other; a line ends with a line feed, with a carriage return before it or not. */
export async function* linesOf(text: Text): AsyncGenerator<string> {
  let rest = ""
  let first = true
  const ended = (line: string): string => {
    const plain = first ? line.replace(/^\uFEFF/u, "") : line
    first = false
    return plain.endsWith("\r") ? plain.slice(0, -1) : plain
  }
  for await (const piece of typeof text === "string" ? [text] : text) {
    let from = 0
    for (let end = piece.indexOf("\n"); end !== -1; end = piece.indexOf("\n", from)) {
      yield ended(rest + piece.slice(from, end))
      rest = ""
      from = end + 1
    }
    rest += piece.slice(from)
  }
  yield ended(rest)
}

/** Reads the line with this number; a blank one is none. */
export const readLine = (raw: string, number: number): Result.Result<Line | undefined, ReplayStopped> => {
  if (raw.trim() === "") return Result.succeed(undefined)
  const line = decode(raw)
  if (Result.isSuccess(line)) return Result.succeed({ ...line.success, number })
  return unreadable({ number }, ...schemaFaults(line.failure.issue))
}

/** Checks each line against those before it: its id is its own, and what it names comes before it or is `known`. */
export const checkLines = (known: ReadonlyArray<string>): ((line: Line) => Result.Result<void, ReplayStopped>) => {
  const seen = new Set(known)
  return (line) => {
    if (seen.has(line.id)) {
      const en = `"${line.id}" is the id of an earlier line`
      return unreadable(line, { pointer: "/id", th: `"${line.id}" เป็นรหัสของบรรทัดก่อนหน้าแล้ว`, en })
    }
    const unknown = namesOf(line).find((named) => !seen.has(named.line))
    if (unknown !== undefined) {
      const named = `"$${unknown.line}"`
      return unreadable(line, {
        pointer: "",
        th: `${named} ไม่ได้อ้างถึงบรรทัดก่อนหน้าใด`,
        en: `${named} names no earlier line`
      })
    }
    seen.add(line.id)
    return Result.void
  }
}

const escaped = /^\$(?=\$)/u

/** The value with every name replaced by what it stands for; a text that begins with `$$` begins with one `$`. */
export const replaceNames = (value: unknown, valueOf: (named: Named) => unknown): unknown => {
  if (typeof value === "string") {
    const named = namedBy(value)
    return named === undefined ? value.replace(escaped, "") : valueOf(named)
  }
  if (Array.isArray(value)) return value.map((item) => replaceNames(item, valueOf))
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceNames(item, valueOf)]))
}
