import { assert, describe, it, layer } from "@effect/vitest"
import { Effect, Option, Schema } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { EventStore } from "../../src/engine/EventStore.ts"
import { Partnership } from "../../src/partnerships/Partnership.ts"
import { codeOf, columnsOf, nameOf, recordOf, valueOf, valuesOf } from "../../src/rendering/Labels.ts"
import { rowsOf, World } from "../demo/World.ts"

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** What is named by data: steps by their keys, personal data by ids, definitions by their own. */
const named = /^(?:[A-Z]+-\d|[0-9a-f]{8}-)/u
const code = /^[A-Za-z][A-Za-z-]*$/u

/** The parts without a name and the codes without a word, by where they are. */
const wordless = (record: string, value: unknown, name: string): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap((item) => wordless(record, item, name))
  if (!isObject(value)) {
    return typeof value === "string" && code.test(value) && name !== "id" && valueOf(record, name, value).th === value
      ? [`${record} ${name}=${value}`]
      : []
  }
  if (typeof value["th"] === "string") return []
  return Object.entries(value).flatMap(([part, item]) => [
    ...(named.test(part) || nameOf(record, part) !== undefined ? [] : [`${record} ${part}`]),
    ...wordless(record, item, part)
  ])
}

layer(World)("the demonstration in words", (it) => {
  it.effect("every status and every choice in a column of every record has a word in both languages", () =>
    Effect.gen(function* () {
      for (const { type } of catalogue.readers) {
        const rows = yield* rowsOf(type.name)
        assert.isNotEmpty(rows, `the demonstration has no ${type.name}: tell of one in demo/stories`)
        for (const row of rows) {
          const status = valueOf(type.name, "status", row.status)
          assert.notStrictEqual(status.th, row.status, `${type.name} ${row.status}`)
          assert.match(status.en ?? "", /^[A-Z]/u)
          assert.include(
            valuesOf(type.name, "status").map(([value]) => value),
            row.status
          )
          for (const { kind, name } of columnsOf(type.name)) {
            const value = row.columns[name]
            if (value === undefined || (kind !== "choice" && kind !== "choices")) continue
            for (const code of codeOf(value).split(" ")) {
              const label = valueOf(type.name, name, code)
              assert.notStrictEqual(label.th, code, `${type.name} ${name} ${code}`)
              assert.isDefined(label.en, `${type.name} ${name} ${code}`)
            }
          }
        }
      }
    })
  )

  it.effect("every part of every record has a name, and every code in it a word", () =>
    Effect.gen(function* () {
      const store = yield* EventStore
      for (const { type } of catalogue.readers) {
        for (const { id } of yield* rowsOf(type.name)) {
          const record = Option.getOrThrow(yield* store.load(type.name, id))
          assert.deepStrictEqual(wordless(type.name, record.state, ""), [], "give these a word in a words.ts")
        }
      }
    })
  )
})

describe("the words for parts and values", () => {
  it("a standing of a partnership is one of the statuses that a list offers", () =>
    assert.sameMembers(
      valuesOf("partnership", "status").map(([value]) => value),
      Object.keys(Partnership.fields.standing.cases)
    ))

  it("a value is called as the choice of the form calls it", () => {
    assert.deepStrictEqual(valueOf("organisation", "legalForm", "foundation"), { th: "มูลนิธิ", en: "foundation" })
    assert.strictEqual(valueOf("organisation", "province", "50").th, "เชียงใหม่")
    assert.strictEqual(valueOf("mission", "verdict", "transfer").th, "โอนถ่าย")
  })

  it("a step is called by its key and its label, in the round that it is of", () => {
    const first = valueOf("partnership", "step", "PBC-6.1")
    const second = valueOf("partnership", "step", "PBC-6.2")
    assert.match(first.th, /^PBC-6\.1 .*1/u)
    assert.match(second.th, /^PBC-6\.2 .*2/u)
    assert.deepStrictEqual(valueOf("partnership", "step", "ADD-1"), { th: "ADD-1" })
  })

  it("a value that nothing has a word for is itself", () => {
    assert.deepStrictEqual(valueOf("mission", "verdict", "?"), { th: "?" })
    assert.deepStrictEqual(valueOf("nothing", "status", "?"), { th: "?" })
  })

  it("a column is called as its list calls it, and a name of several forms by a word of its own", () => {
    assert.deepStrictEqual(nameOf("partnership", "recipient"), { th: "ผู้รับมอบภารกิจ", en: "Recipient" })
    assert.deepStrictEqual(nameOf("partnership", "amount"), { th: "จำนวนเงิน", en: "Amount" })
    assert.isUndefined(nameOf("partnership", "nothingOfTheKind"))
  })

  it("every part of an answer to a pure question has a name, but for the drawing of a process", () => {
    const drawing = ["data", "nodes", "edges", "mermaid", "th", "en"]
    const parts = (schema: unknown): ReadonlyArray<string> => {
      if (Array.isArray(schema)) return schema.flatMap(parts)
      if (!isObject(schema)) return []
      const { properties } = schema
      return [...(isObject(properties) ? Object.keys(properties) : []), ...Object.values(schema).flatMap(parts)]
    }
    for (const { operation } of catalogue.pure) {
      for (const part of parts(Schema.toJsonSchemaDocument(operation.output))) {
        if (!drawing.includes(part)) assert.isDefined(nameOf("", part), `${operation.name} ${part}`)
      }
    }
  })

  it("a column that holds an id says whose", () => {
    assert.strictEqual(recordOf("partnership", "mission"), "mission")
    assert.strictEqual(recordOf("partnership", "recipient"), "organisation")
    assert.strictEqual(recordOf("mission", "owner"), "organisation")
    assert.isUndefined(recordOf("mission", "verdict"))
  })
})
