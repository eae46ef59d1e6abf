import { assert, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { operationsOf } from "../../src/engine/Catalogue.ts"
import { decodeInput } from "../../src/engine/Input.ts"
import { fieldsOf } from "../../src/kernel/Field.ts"
import { LocalizedText } from "../../src/kernel/LocalizedText.ts"
import type { Fault } from "../../src/kernel/Refusal.ts"
import { IsoDate } from "../../src/kernel/ThaiDate.ts"

const money = (amount: string) => ({ amount, currency: "THB" })

/** Values that are wrong in many a way, put into every field of every operation. */
const wrong: ReadonlyArray<unknown> = [
  undefined,
  null,
  42,
  -1,
  1.5,
  1e12,
  "x",
  "",
  " ",
  "\u0001",
  "z".repeat(9000),
  [],
  {},
  true,
  { th: "" },
  { th: 1 },
  money("x"),
  money("0.00"),
  money("99999999999999.00"),
  { amount: "1.00", currency: "USD" },
  { from: "2026-02-30", to: "x" },
  { from: "2026-02-03", to: "2026-02-01" },
  [{}],
  [1],
  ["x", "x"],
  Array.from({ length: 200 }, () => ({})),
  "2026-13-01",
  "2569-10-01",
  "1600-10-01",
  "1234567890123",
  "0123456789017",
  [{ value: "1e5", amount: money("0.00") }],
  {
    title: { th: "x" },
    model: "contracting",
    edits: [{ _tag: "SetRounds", count: "x" }, { _tag: "Nope" }, { _tag: "AddStep", step: { id: "%" }, before: ["%"] }],
    waivers: [{ rule: "X-1", reason: "" }]
  }
]

it("SEC-2 whatever is wrong with an input is said in Thai", () => {
  const english = new Set<string>()
  for (const { input, name } of operationsOf(catalogue))
    for (const field of fieldsOf(input))
      for (const value of wrong) {
        const decoded = decodeInput(input, { [field.name]: value })
        const problems = Result.isFailure(decoded) ? decoded.failure.facts["problems"] : []
        for (const { en, pointer, th } of problems as ReadonlyArray<Fault>)
          if (!/[\u0e00-\u0e7f]/.test(th)) english.add(`${name}: ${pointer}: ${en}`)
      }
  assert.deepStrictEqual([...english], [])
})

const dated = Schema.Struct({ day: IsoDate, name: Schema.Literals(["a", "b"]), at: Schema.Array(LocalizedText) })

it("SEC-2 what is wrong stands at its place, in the words of both languages", () => {
  const decoded = decodeInput(dated, { day: "2569-10-01", name: "c", at: [{ th: " " }, { en: "x" }], more: 1 })
  assert.deepStrictEqual(Result.isFailure(decoded) && decoded.failure.facts["problems"], [
    { pointer: "/more", th: "ไม่มีช่องข้อมูลนี้", en: "Expected no excess property" },
    {
      pointer: "/day",
      th: "ต้องเป็นปี ค.ศ. 2569 น่าจะเป็นปี พ.ศ. ให้ระบุ 2026",
      en: "must be a year ค.ศ.: 2569 looks like พ.ศ., write 2026 instead"
    },
    { pointer: "/name", th: 'ต้องเป็นค่าใดค่าหนึ่งใน "a" | "b"', en: 'Expected "a" | "b"' },
    {
      pointer: "/at/0/th",
      th: "ต้องไม่ขึ้นต้นหรือลงท้ายด้วยช่องว่าง",
      en: "Expected a string with no leading or trailing whitespace"
    },
    { pointer: "/at/0/th", th: "ต้องมีข้อความที่อ่านได้", en: "must hold something to read" },
    { pointer: "/at/1/th", th: "ต้องระบุ", en: "Missing key" }
  ])
})
