import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { operationsOf } from "../../src/engine/Catalogue.ts"
import { decodeInput } from "../../src/engine/Input.ts"
import { tooMuchIn } from "../../src/engine/InputSize.ts"
import type { Fault } from "../../src/kernel/Refusal.ts"

/** A list that counts which of its items are looked at. */
const counting = (length: number) => {
  const seen = new Set<string>()
  const list = new Proxy(new Array<unknown>(length).fill({}), {
    get: (target, key, receiver) => {
      if (typeof key === "string" && /^\d+$/u.test(key)) seen.add(key)
      return Reflect.get(target, key, receiver)
    }
  })
  return { list, seen }
}

const problemsOf = (schema: Schema.Top, input: unknown) => {
  const decoded = decodeInput(schema, input)
  return Result.isFailure(decoded) ? (decoded.failure.facts["problems"] as ReadonlyArray<Fault>) : []
}

const scoring = operationsOf(catalogue).find(({ name }) => name === "kpi.score")?.input ?? Schema.Never

describe("an input that is too large", () => {
  it("SEC-2 is refused by its length alone: no item of a list that is too long is looked at", () => {
    const { list, seen } = counting(340_000)
    assert.deepStrictEqual(problemsOf(scoring, { indicators: list, results: [] }), [
      { pointer: "/indicators", th: "มีได้ไม่เกิน 500 รายการ", en: "holds at most 500 items" }
    ])
    assert.strictEqual(seen.size, 0)
  })

  it("SEC-2 is refused where it has thousands of fields that nobody knows", () => {
    const fields = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`field${n}`, n]))
    assert.deepStrictEqual(
      problemsOf(scoring, fields).map(({ en }) => en),
      ["has 50000 fields, which is too many"]
    )
    assert.include(
      problemsOf(scoring, { colour: "red" }).map(({ pointer }) => pointer),
      "/colour"
    )
  })

  it("is found within lists, groups, alternatives and what refers to itself", () => {
    interface Tree {
      readonly branches: ReadonlyArray<Tree>
    }
    const Tree = Schema.Struct({
      branches: Schema.Array(Schema.suspend((): Schema.Codec<Tree> => Tree)).check(Schema.isMaxLength(2))
    })
    const Either = Schema.Union([
      Schema.Struct({ few: Schema.Array(Schema.String).check(Schema.isMaxLength(1)) }),
      Tree
    ])
    const All = Schema.Struct({
      either: Schema.Array(Either).check(Schema.isMaxLength(3)),
      facts: Schema.optionalKey(Schema.Record(Schema.String, Schema.String).check(Schema.isMaxProperties(2)))
    })
    const leaf = { branches: [] }
    const at = (input: unknown) => tooMuchIn(All.ast, input)?.pointer
    assert.isUndefined(at({ either: [{ few: ["a"] }, leaf, { branches: [leaf, leaf] }] }))
    assert.strictEqual(
      at({ either: [{ branches: [{ branches: [leaf, leaf, leaf] }] }] }),
      "/either/0/branches/0/branches"
    )
    assert.strictEqual(at({ either: [leaf, leaf, leaf, leaf] }), "/either")
    assert.strictEqual(at({ either: [], facts: { a: "", b: "", c: "" } }), "/facts")
    for (const other of [null, "text", 3, [], { either: "text" }, { either: [1, null] }]) assert.isUndefined(at(other))
  })

  it("SEC-2 shows at most twenty problems", () => {
    const { list } = counting(500)
    assert.lengthOf(problemsOf(scoring, { indicators: list, results: [] }), 20)
  })
})
