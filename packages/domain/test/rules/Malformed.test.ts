import { assert, it } from "@effect/vitest"
import { Result } from "effect"
import { catalogue } from "../../src/catalogue.ts"
import { operationsOf } from "../../src/engine/Catalogue.ts"
import { decodeInput } from "../../src/engine/Input.ts"
import { fieldsOf } from "../../src/kernel/Field.ts"
import { problemInThai } from "../../src/rules/Malformed.ts"

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
        for (const problem of problems as ReadonlyArray<string>)
          if (!/[\u0e00-\u0e7f]/.test(problemInThai(problem))) english.add(`${name}: ${problem}`)
      }
  assert.deepStrictEqual([...english], [])
})

it("the place of a problem stays as it is", () => {
  assert.strictEqual(problemInThai("/title/th: Missing key"), "/title/th ต้องระบุ")
})
