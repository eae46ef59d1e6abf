import { assert, describe, it } from "@effect/vitest"
import * as Field from "@phakhi/domain/kernel/Field"
import { Option, Result, Schema } from "effect"
import { formOf } from "../src/Flags.ts"

const form = formOf(
  Field.fieldsOf(
    Schema.Struct({
      price: Field.money("ราคา", "Price"),
      places: Field.count("จำนวน", "Places", 1, 10_000)
    })
  )
)
const filled = (price: string, places: string) =>
  Result.getOrThrow(form.fill({ price: Option.some(price), places: Option.some(places) }, undefined))

describe("the flags of a command", () => {
  it("take numbers as people type them", () => {
    assert.deepStrictEqual(filled("๑,๒๓๔.๕๐", "1,500"), { price: { amount: "1234.50", currency: "THB" }, places: 1500 })
  })

  it("pass on what is not clearly a number, for the domain to refuse", () => {
    assert.deepStrictEqual(filled("1,5", "12,34"), { price: { amount: "1,5", currency: "THB" }, places: "12,34" })
  })
})
