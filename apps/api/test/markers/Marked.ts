import { Arbitrary, Effect, Option, Schema, type SchemaAST } from "effect"

/** Counts up, so that every marker is found nowhere else, nor within another one. */
export const counter = (): (() => number) => {
  let count = 100_000
  return () => ++count
}

/** A registration number with its check digit. */
const registered = (count: number): string => {
  const digits = `0${String(count).padStart(11, "0")}`
  const sum = [...digits].reduce((sum, digit, index) => sum + Number(digit) * (13 - index), 0)
  return `${digits}${(11 - (sum % 11)) % 10}`
}

/** A text found nowhere else; as an id or a number where nothing else will do. */
const markers = (count: number): ReadonlyArray<string> => [
  `${count}-marker`,
  `0a0b0c0d-0000-4000-8000-${String(count).padStart(12, "0")}`,
  registered(count)
]

const shape = /0a0b0c0d-0000-4000-8000-\d{12}|\b\d{6}-marker|\b0\d{12}\b|\b[0-9a-f]{64}\b/u
const alone = new RegExp(`^(?:${shape.source})$`, "u")
const anywhere = new RegExp(shape.source, "gu")

/** A text, an id, a registration number, or the digest of a file. */
export const isMarker = (value: unknown): value is string => typeof value === "string" && alone.test(value)

/** The markers in any text. */
export const markersIn = (text: string): ReadonlyArray<string> => text.match(anywhere) ?? []

/** Made once for each type: to look for a value that a schema takes costs more than all the rest. */
const once = <A>(make: (ast: SchemaAST.AST) => A): ((ast: SchemaAST.AST) => A) => {
  const made = new WeakMap<SchemaAST.AST, A>()
  return (ast) => {
    if (!made.has(ast)) made.set(ast, make(ast))
    return made.get(ast) as A
  }
}

const takenBy = once((ast) => Schema.is(Schema.make<Schema.Codec<unknown>>(ast)))

const readBy = once((ast) => Schema.decodeUnknownOption(Schema.make<Schema.Codec<unknown>>(ast)))

/** A value of a type whose wire form is another one, such as an amount. */
const converted = once((ast) => {
  const schema = Schema.make<Schema.Codec<unknown>>(ast)
  const [value] = Effect.runSync(Arbitrary.sampleEffect(Arbitrary.schema(schema), { count: 1, seed: 3 }))
  return Schema.encodeUnknownSync(schema)(value)
})

/** The first of them that the schema takes, or any text that it takes. */
const textFor = (ast: SchemaAST.AST, count: number): unknown => {
  const others = ["2026-11-21", "2026-11-21T03:00:00.000Z", "COL-1"]
  return [...markers(count), ...others].find((text) => takenBy(ast)(text)) ?? converted(ast)
}

/** The same of a type that reads a text into another form, such as a number without its spaces. */
const wireFor = (ast: SchemaAST.AST, count: number): unknown =>
  markers(count).find((text) => Option.isSome(readBy(ast)(text))) ?? converted(ast)

/** Of plain choices one is as good as another. */
const casesOf = ({ types }: SchemaAST.Union): ReadonlyArray<SchemaAST.AST> =>
  types.every(({ _tag }) => _tag === "Literal") ? types.slice(0, 1) : types

/** How many samples hold, together, every case of a schema. */
const samplesIn = (ast: SchemaAST.AST): number => {
  if (ast.encoding !== undefined) return 1
  if (ast._tag === "Union") return casesOf(ast).reduce((sum, type) => sum + samplesIn(type), 0)
  if (ast._tag !== "Objects" || ast.indexSignatures.length > 0) return 1
  return Math.max(1, ...ast.propertySignatures.map(({ type }) => samplesIn(type)))
}

const sampleOf = (ast: SchemaAST.AST, index: number, count: () => number): unknown => {
  if (ast.encoding !== undefined) return wireFor(ast, count())
  switch (ast._tag) {
    case "String":
      return textFor(ast, count())
    case "Number":
      return 7
    case "Boolean":
      return true
    case "Null":
      return null
    case "Literal":
      return ast.literal
    case "Union": {
      let rest = index
      for (const type of casesOf(ast)) {
        const samples = samplesIn(type)
        if (rest < samples) return sampleOf(type, rest, count)
        rest -= samples
      }
      throw new Error(`no sample ${index} of a union`)
    }
    case "Arrays": {
      const [item] = ast.rest
      return item === undefined ? ast.elements.map((element) => sampleOf(element, 0, count)) : samplesOf(item, count)
    }
    case "Objects": {
      const [entry] = ast.indexSignatures
      if (entry !== undefined)
        return Object.fromEntries(samplesOf(entry.type, count).map((value, at) => [`entry${at}`, value]))
      return Object.fromEntries(
        ast.propertySignatures.map(({ name, type }) => [name, sampleOf(type, index % samplesIn(type), count)])
      )
    }
    default:
      throw new Error(`no sample of ${ast._tag}`)
  }
}

/**
 * Samples of a schema in wire form that hold, together, every field of every case, the optional ones too, each text
 * with a marker of its own wherever the schema takes one.
 */
export const samplesOf = (ast: SchemaAST.AST, count: () => number): ReadonlyArray<unknown> =>
  Array.from({ length: samplesIn(ast) }, (_, index) => sampleOf(ast, index, count))
