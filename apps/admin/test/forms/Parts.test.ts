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

it("a seat is offered by whoever holds it, and one that was given up is not", () => {
  const holder = (name: string) => ({ subject: name, name, position: "กรรมการ" })
  const committee = {
    seats: [
      { id: "s1", side: "owner", holder: holder("สมชาย") },
      { id: "s2", side: "recipient", holder: { subject: "s", erasedAt: "2026-11-21T07:32:00.000Z" } }
    ],
    earlierOrders: [{ members: [{ id: "s0", side: "owner", holder: holder("สมหญิง") }] }]
  }
  expect(partsIn({ committee }, "seat")).toEqual([
    { id: "s1", label: { th: "สมชาย – กรรมการ" } },
    { id: "s2", label: { th: "ลบข้อมูลส่วนบุคคลแล้ว", en: "Personal data erased" } }
  ])
})
