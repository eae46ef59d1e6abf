import { SchemaAST, SchemaIssue } from "effect"
import type { Fault, Wording } from "./Refusal.ts"

type Annotations = { readonly [name: string]: unknown } | undefined

const textIn = (annotations: Annotations, name: string): string | undefined => {
  const found = annotations?.[name]
  return typeof found === "string" ? found : undefined
}

/** What Effect's own checks ask for, by the id that each carries; `$1` and `$2` stand for what it is given. */
const checks: { readonly [id: string]: string } = {
  isFinite: "ต้องเป็นตัวเลข",
  isInt: "ต้องเป็นจำนวนเต็ม",
  isUUID: "ต้องเป็นรหัสของรายการที่มีอยู่ (UUID)",
  isTrimmed: "ต้องไม่ขึ้นต้นหรือลงท้ายด้วยช่องว่าง",
  isUnique: "ต้องไม่มีรายการซ้ำ",
  isMinLength: "ต้องยาวอย่างน้อย $1",
  isMaxLength: "ต้องยาวไม่เกิน $1",
  isMaxProperties: "ต้องมีไม่เกิน $1 ช่อง",
  isBetween: "ต้องอยู่ระหว่าง $1 ถึง $2",
  isGreaterThan: "ต้องมากกว่า $1",
  isGreaterThanOrEqualTo: "ต้องไม่น้อยกว่า $1"
}

interface Representation {
  readonly id: string
  readonly payload: { readonly [name: string]: unknown } | null
}

const ofCheck = (annotations: Annotations): string | undefined => {
  const representation = annotations?.["representation"] as Representation | undefined
  const worded = checks[representation?.id.replace("effect/schema/", "") ?? ""]
  const [first, second] = Object.values(representation?.payload ?? {}).map(String)
  return worded?.replace("$1", first ?? "").replace("$2", second ?? "")
}

const literalsOf = (ast: SchemaAST.AST): ReadonlyArray<string> | undefined => {
  if (SchemaAST.isLiteral(ast)) return [JSON.stringify(ast.literal)]
  if (!SchemaAST.isUnion(ast)) return undefined
  const members = ast.types.map(literalsOf)
  return members.every((member) => member !== undefined) ? members.flat() : undefined
}

/** What Effect's own conversions expect, by its words for it. */
const expectations: { readonly [expected: string]: string } = {
  "a valid JSON string": "ต้องเป็น JSON ที่ถูกต้อง"
}

const types: { readonly [tag: string]: string } = {
  String: "ต้องเป็นข้อความ",
  Boolean: "ต้องเป็น true หรือ false",
  Number: "ต้องเป็นตัวเลข",
  Arrays: "ต้องเป็นรายการ",
  Objects: "ต้องเป็นกลุ่มข้อมูล"
}

/** What a value of the type must be: by the words of its declaration, or by what the type is made of. */
const ofType = (ast: SchemaAST.AST): string | undefined => {
  const expected = textIn(SchemaAST.resolve(ast), "expectedThai")
  const literals = literalsOf(ast)
  if (expected !== undefined) return `ต้องเป็น${expected}`
  return literals === undefined ? types[ast._tag] : `ต้องเป็นค่าใดค่าหนึ่งใน ${literals.join(" | ")}`
}

const english = SchemaIssue.makeFormatterStandardSchemaV1()

const inEnglish = (issue: SchemaIssue.Issue): string => english(issue).issues[0]?.message ?? ""

const inThai = (issue: SchemaIssue.Leaf | SchemaIssue.AnyOf): string | undefined => {
  switch (issue._tag) {
    case "MissingKey":
      return "ต้องระบุ"
    case "UnexpectedKey":
      return "ไม่มีช่องข้อมูลนี้"
    case "InvalidValue":
    case "Forbidden":
      return textIn(issue.annotations, "messageThai") ?? expectations[textIn(issue.annotations, "expected") ?? ""]
    default:
      return ofType(issue.ast)
  }
}

/** What a check says of everything below it: its own words, or else those of what it found. */
const ofFilter = (issue: SchemaIssue.Filter): Wording | undefined => {
  const { filter, issue: inner } = issue
  const isPlain = inner._tag === "InvalidValue"
  const en = SchemaIssue.defaultCheckHook(issue) ?? (isPlain ? inEnglish(issue) : undefined)
  if (en === undefined) return undefined
  const th = [filter.annotations, isPlain ? inner.annotations : undefined].map((said) => textIn(said, "messageThai"))
  return { th: th.find((said) => said !== undefined) ?? ofCheck(filter.annotations) ?? en, en }
}

type Path = ReadonlyArray<PropertyKey>

const faultsAt = (issue: SchemaIssue.Issue, path: Path, said?: Wording): ReadonlyArray<Fault> => {
  switch (issue._tag) {
    case "Filter":
      return faultsAt(issue.issue, path, said ?? ofFilter(issue))
    case "Encoding":
      return faultsAt(issue.issue, path, said)
    case "Pointer":
      return faultsAt(issue.issue, [...path, ...issue.path], said)
    case "Composite":
      return issue.issues.flatMap((inner) => faultsAt(inner, path, said))
    case "AnyOf":
      if (issue.issues.length > 0) return issue.issues.flatMap((inner) => faultsAt(inner, path, said))
  }
  const en = inEnglish(issue)
  const pointer = path.map((part) => `/${String(part)}`).join("")
  return [{ pointer, ...(said ?? { th: inThai(issue) ?? en, en }) }]
}

/**
 * Everything that a schema found wrong with an input. In English the words are Effect's own, or those that a check
 * carries as `message`; in Thai those of a check's `messageThai` or a type's `expectedThai`, or ours for what Effect
 * checks itself.
 */
export const schemaFaults = (issue: SchemaIssue.Issue): ReadonlyArray<Fault> => faultsAt(issue, [])
