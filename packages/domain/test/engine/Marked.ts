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

/** The first of them that the schema takes, or any text that it takes. */
const textFor = (ast: SchemaAST.AST, count: number): unknown => {
  const takes = Schema.is(Schema.make<Schema.Codec<unknown>>(ast))
  const others = ["2026-11-21", "2026-11-21T03:00:00.000Z", "COL-1"]
  return [...markers(count), ...others].find((text) => takes(text)) ?? converted(ast)
}

/** A value of a type whose wire form is another one, such as an amount. */
const converted = (ast: SchemaAST.AST): unknown => {
  const schema = Schema.make<Schema.Codec<unknown>>(ast)
  const [value] = Effect.runSync(Arbitrary.sampleEffect(Arbitrary.schema(schema), { count: 1, seed: 3 }))
  return Schema.encodeUnknownSync(schema)(value)
}

const longest = (lists: ReadonlyArray<ReadonlyArray<unknown>>): number =>
  Math.max(1, ...lists.map(({ length }) => length))

/**
 * Samples of a schema in wire form that hold, together, every field of every case, the optional ones too, each text
 * with a marker of its own wherever the schema takes one.
 */
export const samplesOf = (ast: SchemaAST.AST, count: () => number): ReadonlyArray<unknown> => {
  if (ast.encoding !== undefined) return [converted(ast)]
  switch (ast._tag) {
    case "String":
      return [textFor(ast, count())]
    case "Number":
      return [7]
    case "Boolean":
      return [true]
    case "Null":
      return [null]
    case "Literal":
      return [ast.literal]
    case "Union":
      // Of plain choices one is as good as another.
      return ast.types.every(({ _tag }) => _tag === "Literal")
        ? samplesOf(ast.types[0] ?? ast, count)
        : ast.types.flatMap((type) => samplesOf(type, count))
    case "Arrays": {
      const [item] = ast.rest
      return item === undefined
        ? [ast.elements.map((element) => samplesOf(element, count)[0])]
        : [samplesOf(item, count)]
    }
    case "Objects": {
      const [entry] = ast.indexSignatures
      if (entry !== undefined)
        return [Object.fromEntries(samplesOf(entry.type, count).map((value, index) => [`entry${index}`, value]))]
      const fields = ast.propertySignatures.map(({ name, type }) => [String(name), type] as const)
      const atMost = longest(fields.map(([, type]) => samplesOf(type, count)))
      return Array.from({ length: atMost }, (_, index) =>
        Object.fromEntries(
          fields.map(([name, type]) => {
            const samples = samplesOf(type, count)
            return [name, samples[index % samples.length]]
          })
        )
      )
    }
    default:
      throw new Error(`no sample of ${ast._tag}`)
  }
}
