import { Arbitrary, Effect, Schema, type SchemaAST } from "effect"

/** Counts up, so that every marker is found nowhere else. */
export const counter = (): (() => number) => {
  let count = 0
  return () => ++count
}

/** A text found nowhere else; as an id where only an id will do. */
const markers = (count: number): ReadonlyArray<string> => [
  `${count}-marker`,
  `0a0b0c0d-0000-4000-8000-${String(count).padStart(12, "0")}`
]

export const isIdMarker = (value: string): boolean => value.startsWith("0a0b0c0d-")

export const isMarker = (value: unknown): value is string =>
  typeof value === "string" && (value.endsWith("-marker") || isIdMarker(value))

/** Made once for each type: to look for a value that a schema takes costs more than all the rest. */
const once = <A>(make: (ast: SchemaAST.AST) => A): ((ast: SchemaAST.AST) => A) => {
  const made = new WeakMap<SchemaAST.AST, A>()
  return (ast) => {
    if (!made.has(ast)) made.set(ast, make(ast))
    return made.get(ast) as A
  }
}

const takenBy = once((ast) => Schema.is(Schema.make<Schema.Codec<unknown>>(ast)))

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
  if (ast.encoding !== undefined) return converted(ast)
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
