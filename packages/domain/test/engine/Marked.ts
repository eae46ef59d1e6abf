import { Arbitrary, Effect, Schema, type SchemaAST } from "effect"

/** Texts found nowhere else. */
export const marker = (): (() => string) => {
  let count = 0
  return () => `${++count}-marker`
}

export const isMarker = (value: unknown): value is string => typeof value === "string" && value.endsWith("-marker")

/** A value of a type whose wire form is another one, such as an amount. */
const converted = (ast: SchemaAST.AST): unknown => {
  const schema = Schema.make<Schema.Codec<unknown>>(ast)
  const [value] = Effect.runSync(Arbitrary.sampleEffect(Arbitrary.schema(schema), { count: 1, seed: 3 }))
  return Schema.encodeUnknownSync(schema)(value)
}

const longest = (lists: ReadonlyArray<ReadonlyArray<unknown>>): number =>
  Math.max(1, ...lists.map(({ length }) => length))

/**
 * Samples of a schema in wire form that hold, together, every field of every case, the optional ones too, each text with
 * a marker of its own. Bounds and patterns are not kept: what is stored is trusted to have kept them.
 */
export const samplesOf = (ast: SchemaAST.AST, mark: () => string): ReadonlyArray<unknown> => {
  if (ast.encoding !== undefined) return [converted(ast)]
  switch (ast._tag) {
    case "String":
      return [mark()]
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
        ? samplesOf(ast.types[0] ?? ast, mark)
        : ast.types.flatMap((type) => samplesOf(type, mark))
    case "Arrays": {
      const [item] = ast.rest
      return item === undefined ? [ast.elements.map((element) => samplesOf(element, mark)[0])] : [samplesOf(item, mark)]
    }
    case "Objects": {
      const [entry] = ast.indexSignatures
      if (entry !== undefined)
        return [Object.fromEntries(samplesOf(entry.type, mark).map((value, index) => [`entry${index}`, value]))]
      const fields = ast.propertySignatures.map(({ name, type }) => [String(name), type] as const)
      const count = longest(fields.map(([, type]) => samplesOf(type, mark)))
      return Array.from({ length: count }, (_, index) =>
        Object.fromEntries(
          fields.map(([name, type]) => {
            const samples = samplesOf(type, mark)
            return [name, samples[index % samples.length]]
          })
        )
      )
    }
    default:
      throw new Error(`no sample of ${ast._tag}`)
  }
}
