import { describe, expect, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Schema } from "effect"
import { recordTypes } from "../../src/catalogue.ts"
import { storedCodec } from "../../src/engine/Stored.ts"

type Codec = Schema.Codec<unknown>

const inJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** One value made of parts of two, so that some parts are the very same as in the first. */
const mix = (one: unknown, other: unknown, taken: number): unknown => {
  if (Array.isArray(one) && Array.isArray(other)) return [...one.filter((_, index) => taken & (1 << index)), ...other]
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return other
  const entries = Object.entries(other).map(([name, value], index) => {
    const earlier: unknown = Reflect.get(one, name)
    return [name, taken & (1 << index) && earlier !== undefined ? earlier : value] as const
  })
  return Object.fromEntries(entries)
}

/** The parts of a state by name: small enough for values of them to be made up. */
const partsOf = (name: string, schema: Codec): ReadonlyArray<readonly [string, Codec]> => {
  if (schema.ast.context?.isOptional === true) return []
  if (!("fields" in schema)) return [[name, schema]]
  return Object.entries(schema.fields as Record<string, Codec>).flatMap(([field, part]) =>
    partsOf(`${name}.${field}`, part)
  )
}

describe("States as they are stored", () => {
  for (const { name, State } of recordTypes) {
    for (const [part, schema] of partsOf(name, State as Codec)) {
      const decode = Schema.decodeUnknownSync(schema, { disableChecks: true })
      const encode = Schema.encodeUnknownSync(schema)
      const isWritable = Schema.is(schema)
      const codec = storedCodec(schema)

      it.prop(
        `${part}: is read and written as its schema reads and writes it, alone and after an earlier one`,
        [schema, schema, Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1023 }))],
        ([one, other, taken]) => {
          const wire = inJson(encode(one))
          expect(codec.decode(wire)).toEqual(decode(wire))
          expect(inJson(codec.encode(one))).toEqual(wire)
          const written = { value: one, wire: encode(one) }
          const later = mix(one, other, taken)
          if (isWritable(later)) expect(inJson(codec.encode(later, written))).toEqual(inJson(encode(later)))
          else expect(() => codec.encode(later, written)).toThrow()
        },
        { arbitrary: { runs: runs(15), seed: 1 } }
      )
    }
  }

  const Sample = Schema.Struct({
    name: Schema.String.check(Schema.isMinLength(2)),
    items: Schema.Array(Schema.Struct({ count: Schema.Int })).check(Schema.isMaxLength(2)),
    by: Schema.Record(Schema.String, Schema.Struct({ count: Schema.Int }))
  })
  const { decode, encode } = storedCodec(Sample)
  const state = { name: "ab", items: [{ count: 1 }], by: { a: { count: 1 } } }
  const written = { value: state, wire: structuredClone(state) }

  it("take over what has not changed, and check all that has", () => {
    expect(encode({ ...state, name: "cd" }, written)).toEqual({ ...state, name: "cd" })
    expect(() => encode({ ...state, name: "c" }, written)).toThrow()
    expect(() => encode({ ...state, items: [...state.items, { count: 1.5 }] }, written)).toThrow()
    expect(() => encode({ ...state, items: [1, 2, 3].map((count) => ({ count })) }, written)).toThrow()
    expect(() => encode({ ...state, by: { a: { count: 0.5 } } }, written)).toThrow()
    expect(encode({ ...state, by: { ...state.by, b: { count: 2 } } }, written)).toMatchObject({
      by: { b: { count: 2 } }
    })
  })

  it("are refused where shape or type is another", () => {
    expect(() => decode({ ...state, name: 1 })).toThrow(/name/)
    expect(() => decode({ name: "ab", items: [] })).toThrow(/by/)
    expect(() => decode({ ...state, items: [{ count: "1" }] })).toThrow(/count/)
  })
})
