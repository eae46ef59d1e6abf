import { assert, describe, it } from "@effect/vitest"
import { capabilities, catalogue, refusals } from "../src/catalogue.ts"
import { operationsOf } from "../src/engine/Catalogue.ts"
import { engineRefusals } from "../src/engine/refusals.ts"
import { engineWords } from "../src/engine/words.ts"

const twice = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name, index) => names.indexOf(name) !== index)

describe("what capabilities call things", () => {
  it("is a refusal declared by one capability alone", () => {
    const declared = [engineRefusals, ...capabilities.map((capability) => capability.refusals)]
    assert.deepStrictEqual(twice(declared.flatMap(Object.keys)), [])
  })

  it("is a part of a record named once, or everywhere the same", () => {
    const named = [engineWords.parts, ...capabilities.map(({ words }) => words.parts)].flatMap(Object.entries)
    assert.deepStrictEqual(
      named.filter(([part, { en }]) => catalogue.words.parts[part]?.en !== en),
      []
    )
  })

  it("is a value worded once, or everywhere the same", () => {
    const worded = [engineWords.values, ...capabilities.map(({ words }) => words.values)].flatMap(Object.entries)
    assert.deepStrictEqual(
      worded.filter(([value, { en, th }]) => catalogue.words.values[value]?.en !== en || !/[ก-๙]/u.test(th)),
      []
    )
  })

  it("has every refusal that an operation lists its words", () => {
    const listed = operationsOf(catalogue).flatMap((operation) => operation.refusals)
    assert.deepStrictEqual(
      listed.filter((tag) => refusals[tag] === undefined),
      []
    )
  })

  it("has every status of a record a word", () => {
    for (const statuses of Object.values(catalogue.words.statuses))
      for (const status of statuses) assert.isDefined(catalogue.words.values[status], status)
  })
})
