import { Result, Schema, type SchemaAST } from "effect"
import { Instant } from "../kernel/ThaiDate.ts"

/** A value in both its forms. */
export interface Encoded {
  readonly value: unknown
  readonly wire: unknown
}

type Fields = { readonly [name: string]: unknown }

/** A part that is not of the expected shape, found by the quick way. The library is then asked, which says what is wrong. */
const unfit = Symbol("unfit")

interface Part {
  readonly decode: (wire: unknown) => unknown
  readonly encode: (value: unknown, before: Encoded | undefined) => unknown
}

type Codec = Schema.Codec<unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The library's own codec of a part, made when it is first needed: for all that is transformed, and for all that is new. */
const libraryOf = (ast: SchemaAST.AST): Part => {
  const schema = Schema.make<Codec>(ast as Codec["ast"])
  let decode: ReturnType<typeof Schema.decodeUnknownResult<Codec>> | undefined
  let encode: ReturnType<typeof Schema.encodeUnknownSync<Codec>> | undefined
  return {
    decode: (wire) => {
      decode ??= Schema.decodeUnknownResult(schema, { disableChecks: true })
      return Result.getOrElse(decode(wire), () => unfit)
    },
    encode: (value, before) => {
      if (before !== undefined && before.value === value) return before.wire
      encode ??= Schema.encodeUnknownSync(schema)
      return encode(value)
    }
  }
}

type Composite = SchemaAST.Objects | SchemaAST.Arrays | SchemaAST.Union

/** Goes through the parts one by one; a value with a check on the whole is left to the library. */
const byParts = (ast: Composite, whole: Part, encode: Part["encode"]): Part["encode"] => {
  if (ast.checks !== undefined || ast.encodingChecks !== undefined) return whole.encode
  return (value, before) => {
    if (before !== undefined && before.value === value) return before.wire
    const written = before === undefined ? unfit : encode(value, before)
    return written === unfit ? whole.encode(value, undefined) : written
  }
}

const before = (written: Encoded | undefined, name: string): Encoded | undefined =>
  isFields(written?.value) && isFields(written.wire) && Object.hasOwn(written.value, name)
    ? { value: written.value[name], wire: written.wire[name] }
    : undefined

/** A scalar that is stored as it is. */
const scalar = (ast: SchemaAST.AST, fits: (wire: unknown) => boolean): Part => ({
  ...libraryOf(ast),
  decode: (wire) => (fits(wire) ? wire : unfit)
})

const fieldsOf = (ast: SchemaAST.Objects): Part => {
  const whole = libraryOf(ast)
  const named = ast.propertySignatures.map(({ name, type }) => ({
    name: String(name),
    required: type.context?.isOptional !== true,
    part: partOf(type)
  }))
  return {
    decode: (wire) => {
      if (!isFields(wire)) return unfit
      let decoded: Record<string, unknown> | undefined
      for (const { name, part, required } of named) {
        const field = wire[name]
        if (field === undefined) {
          if (required) return unfit
          continue
        }
        const value = part.decode(field)
        if (value === unfit) return unfit
        if (value !== field) {
          decoded ??= { ...wire }
          decoded[name] = value
        }
      }
      return decoded ?? wire
    },
    encode: byParts(ast, whole, (value, written) => {
      if (!isFields(value) || written === undefined) return unfit
      const wire: Record<string, unknown> = {}
      for (const { name, part, required } of named) {
        const field = value[name]
        if (field !== undefined) wire[name] = part.encode(field, before(written, name))
        else if (required || Object.hasOwn(value, name)) return unfit
      }
      return wire
    })
  }
}

/** Values by names that are not known beforehand. */
const entriesOf = (ast: SchemaAST.Objects, type: SchemaAST.AST): Part => {
  const whole = libraryOf(ast)
  const part = partOf(type)
  return {
    decode: (wire) => {
      if (!isFields(wire)) return unfit
      let decoded: Record<string, unknown> | undefined
      for (const name of Object.keys(wire)) {
        const value = part.decode(wire[name])
        if (value === unfit) return unfit
        if (value !== wire[name]) {
          decoded ??= { ...wire }
          decoded[name] = value
        }
      }
      return decoded ?? wire
    },
    encode: byParts(ast, whole, (value, written) => {
      if (!isFields(value)) return unfit
      const wire: Record<string, unknown> = {}
      for (const name of Object.keys(value)) {
        const known = before(written, name)
        // A name that is new is checked like all that is new.
        if (known === undefined || name === "__proto__") return unfit
        wire[name] = part.encode(value[name], known)
      }
      return wire
    })
  }
}

const itemsOf = (ast: SchemaAST.Arrays, type: SchemaAST.AST): Part => {
  const whole = libraryOf(ast)
  const part = partOf(type)
  return {
    decode: (wire) => {
      if (!Array.isArray(wire)) return unfit
      let decoded: Array<unknown> | undefined
      for (let index = 0; index < wire.length; index++) {
        const value = part.decode(wire[index])
        if (value === unfit) return unfit
        if (value !== wire[index]) {
          decoded ??= [...wire]
          decoded[index] = value
        }
      }
      return decoded ?? wire
    },
    encode: byParts(ast, whole, (value, written) => {
      if (!Array.isArray(value) || !Array.isArray(written?.value) || !Array.isArray(written.wire)) return unfit
      const { value: values, wire: wires } = written
      return value.map((item, index) =>
        part.encode(item, index < values.length ? { value: values[index], wire: wires[index] } : undefined)
      )
    })
  }
}

const literalAt = (type: SchemaAST.AST, name: string): SchemaAST.LiteralValue | undefined => {
  if (type._tag !== "Objects") return undefined
  const named = type.propertySignatures.find((field) => field.name === name)
  return named?.type._tag === "Literal" && named.type.encoding === undefined ? named.type.literal : undefined
}

/** The field that tells the cases of a union apart, if there is one. */
const tellingApart = (types: ReadonlyArray<SchemaAST.AST>): string | undefined => {
  const [first] = types
  if (first?._tag !== "Objects") return undefined
  return first.propertySignatures
    .map(({ name }) => String(name))
    .find((name) => {
      const literals = types.map((type) => literalAt(type, name))
      return !literals.includes(undefined) && new Set(literals).size === types.length
    })
}

const casesOf = (ast: SchemaAST.Union): Part => {
  const whole = libraryOf(ast)
  const telling = tellingApart(ast.types)
  if (telling === undefined) {
    const parts = ast.types.map(partOf)
    if (!ast.types.every((type) => isScalar(type) && type.encoding === undefined)) return whole
    return { ...whole, decode: (wire) => (parts.some((part) => part.decode(wire) !== unfit) ? wire : unfit) }
  }
  const cases = new Map(ast.types.map((type) => [literalAt(type, telling), partOf(type)]))
  const caseOf = (value: unknown) => (isFields(value) ? cases.get(value[telling] as SchemaAST.LiteralValue) : undefined)
  return {
    decode: (wire) => caseOf(wire)?.decode(wire) ?? unfit,
    encode: byParts(ast, whole, (value, written) => {
      const part = caseOf(value)
      return part === undefined || part !== caseOf(written?.value) ? unfit : part.encode(value, written)
    })
  }
}

const isScalar = ({ _tag }: SchemaAST.AST): boolean =>
  _tag === "String" || _tag === "Number" || _tag === "Boolean" || _tag === "Literal" || _tag === "Null"

const partOf = (ast: SchemaAST.AST): Part => {
  // A moment is stored in the one form that it is decoded to.
  if (ast.checks !== undefined && ast.checks === Instant.ast.checks)
    return scalar(ast, (wire) => typeof wire === "string")
  if (ast.encoding !== undefined) return libraryOf(ast)
  switch (ast._tag) {
    case "String":
      return scalar(ast, (wire) => typeof wire === "string")
    case "Number":
      return scalar(ast, (wire) => typeof wire === "number")
    case "Boolean":
      return scalar(ast, (wire) => typeof wire === "boolean")
    case "Null":
      return scalar(ast, (wire) => wire === null)
    case "Literal":
      return scalar(ast, (wire) => wire === ast.literal)
    case "Union":
      return casesOf(ast)
    case "Arrays": {
      const [item, ...more] = ast.rest
      return item === undefined || more.length > 0 || ast.elements.length > 0 ? libraryOf(ast) : itemsOf(ast, item)
    }
    case "Objects": {
      const [entry, ...more] = ast.indexSignatures
      if (entry === undefined) return fieldsOf(ast)
      return more.length > 0 || ast.propertySignatures.length > 0 ? libraryOf(ast) : entriesOf(ast, entry.type)
    }
    default:
      return libraryOf(ast)
  }
}

/**
 * Reads and writes states that are written whole again and again and read far more often.
 *
 * Reading: what was checked when it was written is not checked again: shape and types are, bounds and patterns are not.
 * A part whose two forms are the same is taken over as it is. Writing: all that differs from what was written before is
 * encoded and checked by the library; what is the very same value is taken over in the form that it has already.
 */
export const storedCodec = (schema: Schema.Top) => {
  const quick = partOf(schema.ast)
  const thorough = Schema.decodeUnknownSync(schema as Codec, { disableChecks: true })
  return {
    decode: (wire: unknown): unknown => {
      const decoded = quick.decode(wire)
      return decoded === unfit ? thorough(wire) : decoded
    },
    encode: (value: unknown, written?: Encoded): unknown => quick.encode(value, written)
  }
}
