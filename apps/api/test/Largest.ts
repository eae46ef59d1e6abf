import type { FieldInfo } from "@phakhi/domain/kernel/Field"
import { Arbitrary, Effect, Schema, SchemaAST } from "effect"

/*
 * The largest input that a schema allows: every list and every group at its bound, every text at its bound in Thai letters
 * of three bytes, every number at its largest, every field that may be left out given. What is given once only is counted
 * through, so that no two items of a list are the same.
 */

/** Which part of their bounds texts and lists are given in: 1 is all. */
export interface Extent {
  readonly texts: number
  readonly lists: number
}

/** A record that stands behind a reference, the one of that number. */
export type Referred = (record: string, index: number) => string | undefined

/** What is given at a place, such as `indicators/weight`, where the largest of the field's kind would not do. */
export interface Fitting {
  readonly [place: string]: (index: number) => unknown
}

interface Made {
  readonly extent: Extent
  readonly referred: Referred
  readonly fitting: Fitting
}

type Codec = Schema.Codec<unknown>
type Checks = SchemaAST.AST["checks"]
type Check = Exclude<NonNullable<Checks>[number], { readonly _tag: "FilterGroup" }>

const each = (checks: Checks): ReadonlyArray<Check> =>
  (checks ?? []).flatMap((check) =>
    check._tag === "FilterGroup" ? each(check.checks) : [check]
  ) as ReadonlyArray<Check>

interface Represented {
  readonly id: string
  readonly payload: { readonly [name: string]: unknown } | null
}

const represented = (ast: SchemaAST.AST): ReadonlyArray<Represented> =>
  [...each(ast.checks), ...("encodingChecks" in ast ? each(ast.encodingChecks) : [])].map(
    ({ annotations }) => (annotations?.["representation"] as Represented | undefined) ?? { id: "own", payload: null }
  )

const bound = (ast: SchemaAST.AST, name: string): unknown =>
  represented(ast)
    .map(({ payload }) => payload?.[name])
    .find((value) => value !== undefined)

const most = (ast: SchemaAST.AST, name: string): number | undefined => {
  const value = bound(ast, name)
  return typeof value === "number" ? value : undefined
}

const schemaOf = (ast: SchemaAST.AST): Codec => Schema.make<Codec>(ast)

const samples = new Map<SchemaAST.AST, ReadonlyArray<unknown>>()
const sampled = 60

/** What has a shape of its own, such as a date or a number in a text, is drawn; the longest come first. */
const drawn = (ast: SchemaAST.AST, index: number): unknown => {
  let found = samples.get(ast)
  if (found === undefined) {
    const schema = schemaOf(ast)
    const values = Effect.runSync(
      Arbitrary.sampleEffect(Arbitrary.schema(schema), { count: sampled, seed: 2569, maxDiscards: 10_000 })
    )
    const encoded = values.map((value) => Schema.encodeUnknownSync(schema)(value))
    found = encoded.toSorted((a, b) => String(JSON.stringify(b)).length - String(JSON.stringify(a)).length)
    samples.set(ast, found)
  }
  return found[index % found.length]
}

const scaled = (bound: number, part: number): number => Math.max(1, Math.floor(bound * part))

const isLiterals = (ast: SchemaAST.AST): ast is SchemaAST.Union<SchemaAST.Literal> =>
  SchemaAST.isUnion(ast) && ast.types.every(SchemaAST.isLiteral)

/** How many values there are, where they are listed. */
const listed = (ast: SchemaAST.AST): number => {
  if (isLiterals(ast)) return ast.types.length
  if (SchemaAST.isObjects(ast))
    return Math.min(Number.POSITIVE_INFINITY, ...ast.propertySignatures.map(({ type }) => listed(type)))
  return Number.POSITIVE_INFINITY
}

const text = (length: number, index: number): string => {
  const number = String(index)
  return length <= number.length ? number.slice(-length) : `${"ก".repeat(length - number.length)}${number}`
}

const accepts = (ast: SchemaAST.AST, value: unknown): boolean => Schema.is(schemaOf(ast))(value)

type Write = (index: number, part: number) => string

const ways = new Map<SchemaAST.AST, Write | null>()

const asId: Write = (index) => `01910000-0000-7000-8000-${index.toString(16).padStart(12, "0")}`

/** How texts of a schema are written, each other than the one before: as free text, or as ids of records; else they are drawn. */
const wayOf = (ast: SchemaAST.AST): Write | null => {
  const known = ways.get(ast)
  if (known !== undefined) return known
  const length = most(ast, "maxLength")
  const free: Write = (index, part) => text(scaled(length ?? 0, part), index)
  const way = [free, asId].find((write) => accepts(ast, write(1, 1))) ?? null
  ways.set(ast, way)
  return way
}

const recordOf = (ast: SchemaAST.AST): string | undefined =>
  (ast.context?.annotations?.["field"] as FieldInfo | undefined)?.record

/** Which alternative can be the longest. */
const alternatives = new Map<SchemaAST.AST, SchemaAST.AST>()

const largest = (ast: SchemaAST.AST, made: Made, place: string, index: number): unknown => {
  const { extent, fitting, referred } = made
  const go = (of: SchemaAST.AST, at = index, name?: string) =>
    largest(of, made, name === undefined ? place : place === "" ? name : `${place}/${name}`, at)
  const fitted = fitting[place]
  if (fitted !== undefined && !SchemaAST.isArrays(ast)) return fitted(index)
  const record = recordOf(ast)
  const known = record === undefined || SchemaAST.isArrays(ast) ? undefined : referred(record, index)
  if (known !== undefined) return known
  if (ast.encoding !== undefined) {
    const to = ast.encoding.at(-1)?.to
    if (to !== undefined && !SchemaAST.isBigInt(ast) && (SchemaAST.isObjects(to) || SchemaAST.isUnion(to)))
      return go(to)
    return greatest(ast) ?? drawn(ast, index)
  }
  if (SchemaAST.isSuspend(ast)) return go(ast.thunk())
  if (SchemaAST.isString(ast)) {
    const write = wayOf(ast)
    return write === null ? drawn(ast, index) : write(index, extent.texts)
  }
  if (SchemaAST.isNumber(ast))
    return most(ast, "maximum") ?? (accepts(ast, Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : drawn(ast, index))
  if (SchemaAST.isLiteral(ast)) return ast.literal
  if (SchemaAST.isBoolean(ast)) return true
  if (SchemaAST.isArrays(ast)) {
    const [item] = ast.rest
    const fixed = ast.elements.map((one, at) => go(one, at))
    if (item === undefined) return fixed
    const isOnce = represented(ast).some(({ id }) => id === "own" || id === "effect/schema/isUnique")
    const full = Math.min(most(ast, "maxLength") ?? 1, isOnce ? listed(item) : Number.POSITIVE_INFINITY)
    return [...fixed, ...Array.from({ length: scaled(full, extent.lists) }, (_, at) => go(item, at))]
  }
  if (SchemaAST.isObjects(ast)) {
    // Days that bound a period stand in their order, and whole groups that were drawn hold what their own checks ask for.
    if (represented(ast).some(({ id }) => id === "own")) return drawn(ast, index)
    const fields = ast.propertySignatures.map(({ name, type }) => [String(name), go(type, index, String(name))])
    const entries = ast.indexSignatures.flatMap(({ parameter, type }) =>
      Array.from({ length: scaled(most(ast, "maxProperties") ?? 1, extent.lists) }, (_, at) => [
        String(go(parameter, at)),
        go(type, at)
      ])
    )
    return Object.fromEntries([...fields, ...entries])
  }
  if (isLiterals(ast)) return ast.types[index % ast.types.length]?.literal
  if (SchemaAST.isUnion(ast)) {
    const whole = { extent: { texts: 1, lists: 1 }, referred: () => undefined, fitting: {} }
    let longest = alternatives.get(ast)
    if (longest === undefined) {
      const size = (type: SchemaAST.AST) => String(JSON.stringify(largest(type, whole, "", 0))).length
      longest = ast.types.toSorted((a, b) => size(b) - size(a))[0] ?? ast
      alternatives.set(ast, longest)
    }
    return go(longest)
  }
  return drawn(ast, index)
}

/** The encoded greatest value of a number or an amount that is sent as a text. */
const greatest = (ast: SchemaAST.AST): unknown => {
  const maximum = bound(ast, "maximum")
  if (maximum === undefined) return undefined
  const value = SchemaAST.isBigInt(ast) ? BigInt(String(maximum)) : maximum
  return Schema.encodeUnknownSync(schemaOf(ast))(value)
}

/** The largest input that has so many bytes at most: of texts first, then of lists, no more is given than fits. */
export const largestOf = (
  { ast }: Schema.Top,
  {
    fits,
    fitting = {},
    referred
  }: { readonly fits: (input: unknown) => boolean; readonly referred: Referred; readonly fitting?: Fitting }
): unknown => {
  const input = (extent: Extent) => largest(ast, { extent, referred, fitting }, "", 0)
  const whole = input({ texts: 1, lists: 1 })
  if (fits(whole)) return whole
  const halved = (make: (part: number) => Extent): unknown => {
    let [least, tooMuch] = [0, 1]
    for (let step = 0; step < 5; step++) {
      const part = (least + tooMuch) / 2
      if (fits(input(make(part)))) least = part
      else tooMuch = part
    }
    return least === 0 ? undefined : input(make(least))
  }
  return (
    halved((texts) => ({ texts, lists: 1 })) ??
    halved((lists) => ({ texts: 0, lists })) ??
    input({ texts: 0, lists: 0 })
  )
}
