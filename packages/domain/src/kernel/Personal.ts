import { Schema, type SchemaAST } from "effect"
import { Instant } from "./ThaiDate.ts"

/** Whom personal data is about: the id of an account, or one that was made when a person without account was named. */
export const SubjectId = Schema.String.check(Schema.isUUID()).pipe(Schema.brand("SubjectId"))
export type SubjectId = typeof SubjectId.Type

type OptionalFields<Fields extends Schema.Struct.Fields> = {
  readonly [Name in keyof Fields]: Schema.optionalKey<Fields[Name]>
}

const marked = "personal"

/**
 * Personal data of one person: `{ subject, ...fields }`. All of it is kept outside the chained payload and can be
 * erased; then the fields are absent, and `erasedAt` says since when. A state takes such a value over whole, and copies
 * nothing out of it.
 */
export const personal = <const Fields extends Schema.Struct.Fields>(fields: Fields) => {
  const optional = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, Schema.optionalKey(field as Schema.Top)])
  ) as unknown as OptionalFields<Fields>
  return Schema.Struct({ subject: SubjectId, erasedAt: Schema.optionalKey(Instant), ...optional }).annotate({
    [marked]: true
  })
}

/** A personal value as every schema made by `personal` has it. */
export interface PersonalValue {
  readonly subject: string
  readonly erasedAt?: string
  readonly [field: string]: unknown
}

/** Stands for a text that was erased, wherever people read it. */
export const erasedText = { th: "ลบข้อมูลส่วนบุคคลแล้ว", en: "Personal data erased" } as const

type Change = (value: PersonalValue, place: string) => PersonalValue

/** Changes each personal value in a value; what holds none stays the very same. */
export type PersonalIn = (value: unknown, change: Change) => unknown

type Walk = (value: unknown, place: string, change: Change) => unknown
type Fields = { readonly [name: string]: unknown }

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const escaped = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1")

const literalTag = (ast: SchemaAST.Objects): SchemaAST.LiteralValue | undefined => {
  const tag = ast.propertySignatures.find(({ name }) => name === "_tag")?.type
  return tag?._tag === "Literal" ? tag.literal : undefined
}

const inFields = (ast: SchemaAST.Objects): Walk | undefined => {
  const named = ast.propertySignatures.flatMap(({ name, type }) => {
    const walk = walkOf(type)
    return walk === undefined ? [] : [[String(name), walk] as const]
  })
  const [entry] = ast.indexSignatures.map(({ type }) => walkOf(type))
  if (named.length === 0 && entry === undefined) return undefined
  const tag = literalTag(ast)
  return (value, place, change) => {
    if (!isFields(value) || (tag !== undefined && value["_tag"] !== tag)) return value
    let changed: Record<string, unknown> | undefined
    const walks = entry === undefined ? named : Object.keys(value).map((name) => [name, entry] as const)
    for (const [name, walk] of walks) {
      const before = value[name]
      if (before === undefined) continue
      const after = walk(before, `${place}/${escaped(name)}`, change)
      if (after !== before) changed = { ...(changed ?? value), [name]: after }
    }
    return changed ?? value
  }
}

const inItems =
  (item: Walk): Walk =>
  (value, place, change) => {
    if (!Array.isArray(value)) return value
    const changed = value.map((one, index) => item(one, `${place}/${index}`, change))
    return changed.some((one, index) => one !== value[index]) ? changed : value
  }

const walkOf = (ast: SchemaAST.AST): Walk | undefined => {
  if (ast.annotations?.[marked] === true)
    return (value, place, change) => (isFields(value) ? change(value as PersonalValue, place) : value)
  const inside = walkInside(ast)
  if (inside !== undefined && ast.encoding !== undefined)
    throw new Error("personal data is kept in the same form on the wire: no part around it is transformed")
  return inside
}

const walkInside = (ast: SchemaAST.AST): Walk | undefined => {
  switch (ast._tag) {
    case "Objects":
      return inFields(ast)
    case "Arrays": {
      const [item] = ast.rest.flatMap((one) => walkOf(one) ?? [])
      return item === undefined ? undefined : inItems(item)
    }
    case "Union": {
      const cases = ast.types.flatMap((type) => walkOf(type) ?? [])
      return cases.length === 0
        ? undefined
        : (value, place, change) => cases.reduce((before, walk) => walk(before, place, change), value)
    }
    default:
      return undefined
  }
}

/** Where values of a schema hold personal data, by what is declared; undefined where they hold none. */
export const personalIn = ({ ast }: { readonly ast: SchemaAST.AST }): PersonalIn | undefined => {
  const walk = walkOf(ast)
  return walk === undefined ? undefined : (value, change) => walk(value, "", change)
}

const names = (place: string): ReadonlyArray<string> =>
  place
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"))

/** The value at a place (a JSON pointer). */
export const valueAt = (data: unknown, place: string): unknown =>
  names(place).reduce((value, name) => (value as Fields | undefined)?.[name], data)

/** The same data with another value at a place. */
export const withValueAt = <A>(data: A, place: string, value: unknown): A => {
  const put = (before: unknown, [name, ...deeper]: ReadonlyArray<string>): unknown => {
    if (name === undefined) return value
    if (Array.isArray(before)) return before.map((one, index) => (String(index) === name ? put(one, deeper) : one))
    return isFields(before) ? { ...before, [name]: put(before[name], deeper) } : before
  }
  return put(data, names(place)) as A
}
