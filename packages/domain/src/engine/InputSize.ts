import { SchemaAST } from "effect"
import type { Fault } from "../kernel/Refusal.ts"

/*
 * Looks over an input before anything of it is decoded. A schema is asked for every problem of an input, and works out all of
 * them even where a list is far too long; so what is too much to be looked at is found first, by counting alone.
 */

interface Counted {
  readonly id: string
  readonly payload: { readonly [name: string]: unknown } | null
}

type Checked = Pick<SchemaAST.AST, "checks"> & { readonly encodingChecks?: SchemaAST.AST["checks"] }

const boundIn = (checks: SchemaAST.AST["checks"], id: string, name: string): number | undefined => {
  for (const check of checks ?? []) {
    if (check._tag === "FilterGroup") {
      const found = boundIn(check.checks, id, name)
      if (found !== undefined) return found
      continue
    }
    const counted = check.annotations?.["representation"] as Counted | undefined
    const bound = counted?.id === `effect/schema/${id}` ? counted.payload?.[name] : undefined
    if (typeof bound === "number") return bound
  }
  return undefined
}

const mostOf = (ast: Checked, id: string, name: string): number | undefined =>
  boundIn(ast.checks, id, name) ?? boundIn(ast.encodingChecks, id, name)

/** Fields that nobody knows are named one by one, up to so many. */
const unknownAtMost = 20

const tooMany = (pointer: string, most: number): Fault => ({
  pointer,
  th: `มีได้ไม่เกิน ${most} รายการ`,
  en: `holds at most ${most} items`
})

const tooWide = (pointer: string, count: number): Fault => ({
  pointer,
  th: `มีช่องข้อมูล ${count} ช่อง มากเกินไป`,
  en: `has ${count} fields, which is too many`
})

const ofList = (ast: SchemaAST.Arrays, list: ReadonlyArray<unknown>, pointer: string): Fault | undefined => {
  const most = mostOf(ast, "isMaxLength", "maxLength")
  if (most !== undefined && list.length > most) return tooMany(pointer, most)
  for (const [index, item] of list.entries()) {
    const of = ast.elements[index] ?? ast.rest[0]
    const fault = of && tooMuchAt(of, item, `${pointer}/${index}`)
    if (fault !== undefined) return fault
  }
  return undefined
}

const ofFields = (ast: SchemaAST.Objects, value: object, pointer: string): Fault | undefined => {
  const names = Object.keys(value)
  const known = ast.propertySignatures.length
  const most =
    ast.indexSignatures.length === 0
      ? known + unknownAtMost
      : (mostOf(ast, "isMaxProperties", "maxProperties") ?? Number.POSITIVE_INFINITY)
  if (names.length > most) return tooWide(pointer, names.length)
  const fields = value as { readonly [name: string]: unknown }
  for (const { name, type } of ast.propertySignatures) {
    const fault = typeof name === "string" ? tooMuchAt(type, fields[name], `${pointer}/${name}`) : undefined
    if (fault !== undefined) return fault
  }
  for (const { type } of ast.indexSignatures)
    for (const name of names) {
      const fault = tooMuchAt(type, fields[name], `${pointer}/${name}`)
      if (fault !== undefined) return fault
    }
  return undefined
}

/** What comes in is in the form that the schema encodes to. */
const encodedOf = (ast: SchemaAST.AST): SchemaAST.AST => ast.encoding?.at(-1)?.to ?? ast

/** Whether a value has the fields that an alternative cannot do without. */
const mayBe = (alternative: SchemaAST.AST, value: object): boolean => {
  const ast = encodedOf(alternative)
  if (SchemaAST.isArrays(ast)) return Array.isArray(value)
  return (
    !SchemaAST.isObjects(ast) ||
    ast.propertySignatures.every(({ name, type }) => SchemaAST.isOptional(type) || name in value)
  )
}

const tooMuchAt = (ast: SchemaAST.AST, value: unknown, pointer: string): Fault | undefined => {
  if (typeof value !== "object" || value === null) return undefined
  const coming = encodedOf(ast)
  if (coming !== ast) return tooMuchAt(coming, value, pointer)
  if (SchemaAST.isSuspend(ast)) return tooMuchAt(ast.thunk(), value, pointer)
  if (SchemaAST.isUnion(ast)) {
    const fitting = ast.types.filter((type) => mayBe(type, value))
    const faults = (fitting.length === 0 ? ast.types : fitting).map((type) => tooMuchAt(type, value, pointer))
    return faults.includes(undefined) ? undefined : faults[0]
  }
  if (Array.isArray(value)) return SchemaAST.isArrays(ast) ? ofList(ast, value, pointer) : undefined
  return SchemaAST.isObjects(ast) ? ofFields(ast, value, pointer) : undefined
}

/** The first list or group of an input that holds more than its schema allows. */
export const tooMuchIn = (ast: SchemaAST.AST, input: unknown): Fault | undefined => tooMuchAt(ast, input, "")
