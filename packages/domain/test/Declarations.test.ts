import { globSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import type { Schema } from "effect"
import { catalogue, recordTypes } from "../src/catalogue.ts"
import type { Handler } from "../src/engine/Handler.ts"
import type { PureHandler } from "../src/engine/Question.ts"
import type { RecordType } from "../src/engine/Record.ts"
import { fieldsOf } from "../src/kernel/Field.ts"

const source = fileURLToPath(new URL("../src/", import.meta.url))

type AnyRecordType = RecordType<string, never, never>

const isRecordType = (value: unknown): value is AnyRecordType =>
  typeof value === "object" && value !== null && "evolve" in value && "masks" in value && "plural" in value
const isHandler = (value: unknown): value is Handler | PureHandler =>
  typeof value === "object" && value !== null && "operation" in value && ("decide" in value || "answer" in value)

/** Everything that a module gives out, by itself or in a list. */
const declaredIn = async (path: string): Promise<ReadonlyArray<unknown>> =>
  Object.values((await import(`${source}${path}`)) as object).flat()

const declared = async () => {
  const found = await Promise.all(
    globSync("**/*.ts", { cwd: source }).map(async (path) => ({ path, values: await declaredIn(path) }))
  )
  return found.flatMap(({ path, values }) => values.map((value) => ({ path, value })))
}

const operations = [...catalogue.handlers, ...catalogue.pure]

/** A schema as it is taken apart here: a struct has fields, a list a value, what may be left out a schema. */
interface Parts {
  readonly fields?: { readonly [name: string]: Schema.Top }
  readonly value?: Schema.Top
  readonly schema?: Schema.Top
}

/** The fields of an input that have no label, so that no form, flag or description shows them. */
const unlabelled = (schema: Schema.Top, path: string): ReadonlyArray<string> => {
  const { fields, schema: given, value } = schema as Parts
  const inner = given ?? value
  if (fields === undefined) return inner === undefined ? [] : unlabelled(inner, path)
  const kinds = new Map(fieldsOf(schema).map(({ kind, name }) => [name, kind]))
  return Object.entries(fields).flatMap(([name, field]) => {
    const kind = kinds.get(name)
    if (kind === undefined) return [`${path} ${name}`]
    return kind === "group" || kind === "list" ? unlabelled(field, `${path} ${name}`) : []
  })
}

describe("what a module declares", () => {
  it("is listed by the index.ts of its capability: each record, command and question", async () => {
    const found = await declared()
    const unlisted = found.flatMap(({ path, value }) => {
      if (isRecordType(value))
        return recordTypes.some(({ name }) => name === value.name) ? [] : [`${path}: the record ${value.name}`]
      if (isHandler(value)) return operations.some((one) => one === value) ? [] : [`${path}: ${value.operation.name}`]
      return []
    })
    assert.deepStrictEqual(unlisted, [])
    assert.isAbove(found.filter(({ value }) => isRecordType(value)).length, 5)
    assert.isAtLeast(found.filter(({ value }) => isHandler(value)).length, operations.length)
  })

  it("has a name that nothing else has", () => {
    for (const names of [
      operations.map(({ operation }) => operation.name),
      recordTypes.map(({ name }) => name),
      recordTypes.map(({ plural }) => plural)
    ])
      assert.deepStrictEqual(
        names.filter((name, index) => names.indexOf(name) !== index),
        []
      )
  })

  it("takes no field that has no label: each is made by kernel/Field.ts", () => {
    assert.deepStrictEqual(
      operations.flatMap(({ operation }) => unlabelled(operation.input, operation.name)),
      []
    )
  })
})
