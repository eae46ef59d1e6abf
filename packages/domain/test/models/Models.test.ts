import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { allModels, Model, models } from "../../src/models/Models.ts"
import { rule } from "../../src/rules/Rules.ts"

describe("Models", () => {
  it("MOD-G MOD-P MOD-C are the three models, each citing its rule", () => {
    assert.deepEqual(
      allModels.map(({ id, rule }) => [id, rule]),
      [
        ["grant", "MOD-G"],
        ["contracting", "MOD-P"],
        ["commissioning", "MOD-C"]
      ]
    )
    for (const model of allModels) assert.include(rule(model.rule).wording.th, model.name.th)
  })

  it("MOD-G MOD-P MOD-C have every row of the table in Thai and English", () => {
    for (const { id: _, rule: __, examples, ...rows } of allModels) {
      assert.strictEqual(Object.keys(rows).length, 8)
      for (const cell of [...Object.values(rows), ...examples]) {
        assert.match(cell.th, /[\u0e00-\u0e7f]/u)
        assert.match(cell.en ?? "", /^[^\u0e00-\u0e7f]+$/u)
      }
      assert.isAbove(examples.length, 1)
    }
  })

  it("MOD-P pays in tranches by evaluation, MOD-C from pooled resources", () => {
    assert.include(models.contracting.money.th, "งวด")
    assert.include(models.commissioning.money.th, "แต่ละฝ่ายระดม")
  })

  it("MOD-G MOD-P MOD-C read back from the wire the same", () => {
    for (const model of allModels) {
      const wire: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(Model)(model)))
      assert.deepEqual(Schema.decodeUnknownSync(Model)(wire), model)
    }
  })
})
