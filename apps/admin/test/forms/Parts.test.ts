import { expect, it } from "vitest"
import { partsIn } from "../../src/forms/Parts.ts"

const data = {
  plan: {
    indicators: [
      { id: "i1", name: { th: "ร้อยละ" } },
      { id: "i2", name: { th: "จำนวน" } }
    ]
  },
  delivery: { notices: [{ id: "n1", text: "ล่าช้า" }] },
  parties: [{ organisation: "o" }]
}

it("a part of a record is offered by its name, wherever the record holds it", () => {
  expect(partsIn(data, "indicator")).toEqual([
    { id: "i1", label: { th: "ร้อยละ" } },
    { id: "i2", label: { th: "จำนวน" } }
  ])
  expect(partsIn(data, "notice").map(({ id }) => id)).toEqual(["n1"])
  expect(partsIn(data, "tranche")).toEqual([])
  expect(partsIn(undefined, "indicator")).toEqual([])
})
