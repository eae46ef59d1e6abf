import { expect, it } from "vitest"
import { type Entry, labelOf, matching } from "../../src/palette/entries.ts"

const entry = (id: string, th: string, en: string): Entry => ({ id, label: { th, en }, go: () => undefined })
const entries = [entry("sign", "ลงนามข้อตกลง", "Sign the agreement"), entry("missions", "ภารกิจ", "Missions")]
const idsOf = (typed: string) => matching(entries, typed).map(({ id }) => id)

it("the palette finds by Thai and English words, whichever language is shown, all of them", () => {
  expect(idsOf("")).toEqual(["sign", "missions"])
  expect(idsOf("ลงนาม")).toEqual(["sign"])
  expect(idsOf("agreement SIGN")).toEqual(["sign"])
  expect(idsOf("agreement mission")).toEqual([])
})

it("an act aimed at a part says at which", () => {
  const target = { field: "disbursement", value: "1", label: { th: "งวดที่ 1", en: "Tranche 1" } }
  const action = { operation: "disbursements.approve", allowed: true, target }
  expect(labelOf({ th: "อนุมัติ", en: "Approve" }, action)).toEqual({
    th: "อนุมัติ: งวดที่ 1",
    en: "Approve: Tranche 1"
  })
})
