import { commandNamed } from "@phakhi/domain/catalogue"
import * as Field from "@phakhi/domain/kernel/Field"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { draftOf, emptyDraft } from "../../src/forms/Draft.ts"
import { readDraft } from "../../src/forms/Reading.ts"

const Item = Schema.Struct({ name: Field.text("ชื่อ", "Name"), cost: Field.money("ราคา", "Cost") })
const every = Schema.Struct({
  text: Field.text("ข้อความ", "Text"),
  prose: Field.optional(Field.prose("รายละเอียด", "Details")),
  title: Field.localized("ชื่อเรื่อง", "Title"),
  money: Field.money("วงเงิน", "Amount"),
  day: Field.date("วันที่", "Day"),
  period: Field.period("ช่วงเวลา", "Period"),
  count: Field.count("จำนวน", "Count", 1, 10_000),
  flag: Field.flag("ใช่หรือไม่", "Yes or no"),
  sort: Field.choice({ a: { th: "ก", en: "A" }, b: { th: "ข", en: "B" } }, "ชนิด", "Sort"),
  several: Field.choices({ a: { th: "ก", en: "A" }, b: { th: "ข", en: "B" } }, "หลายอย่าง", "Several"),
  said: Field.facts("สิ่งที่ระบุ", "Facts"),
  group: Field.group(Item, "กลุ่ม", "Group"),
  rows: Field.list(Item, "รายการ", "Rows"),
  lines: Field.optional(Field.list(Schema.String, "บรรทัด", "Lines"))
})
const fields = Field.fieldsOf(every)
const now = Date.parse("2026-11-21T00:00:00Z")

const date = (day: string, month: string, year: string) => ({ day, month, year })
const typed = {
  text: "  ข้อความ ",
  prose: "",
  title: { th: "ชื่อ", en: "" },
  money: "1,234.5 บาท",
  day: date("๑", "ต.ค.", "๒๕๖๙"),
  period: { from: date("1", "10", "2569"), to: date("30", "กันยายน", "2570") },
  count: "๑,๕๐๐",
  flag: false,
  sort: "b",
  several: ["a"],
  said: [{ name: "vision", value: "ร่วมกัน" }],
  group: { name: "ก", cost: "10" },
  rows: [{ name: "ข", cost: "0.50" }],
  lines: ["หนึ่ง", " ", "สอง"]
}
const wire = {
  text: "ข้อความ",
  title: { th: "ชื่อ" },
  money: { amount: "1234.5", currency: "THB" },
  day: "2026-10-01",
  period: { from: "2026-10-01", to: "2027-09-30" },
  count: 1500,
  flag: false,
  sort: "b",
  several: ["a"],
  said: { vision: "ร่วมกัน" },
  group: { name: "ก", cost: { amount: "10", currency: "THB" } },
  rows: [{ name: "ข", cost: { amount: "0.50", currency: "THB" } }],
  lines: ["หนึ่ง", "สอง"]
}

describe("what is typed", () => {
  it("goes over the wire as the domain's schema reads it, whatever the digits, commas and era", () => {
    const { input, mistakes } = readDraft(fields, typed, now)
    expect(mistakes).toEqual([])
    expect(input).toEqual(wire)
    expect(() => Schema.decodeUnknownSync(every as unknown as Schema.Codec<unknown>)(input)).not.toThrow()
  })

  it("comes back as it went, from a record to a form to the wire", () => {
    const { input, mistakes } = readDraft(fields, draftOf(fields, wire), now)
    expect(mistakes).toEqual([])
    expect(input).toEqual(wire)
  })

  it("is asked for where it is required, each field once and by its own pointer", () => {
    const { mistakes } = readDraft(fields, emptyDraft(fields), now)
    expect(mistakes.map(({ pointer }) => pointer)).toEqual([
      "/text",
      "/title",
      "/money",
      "/day",
      "/period",
      "/count",
      "/sort",
      "/group/name",
      "/group/cost"
    ])
    expect(mistakes[0]?.words).toEqual({ th: "กรอกข้อความ", en: "Fill in: Text" })
    expect(mistakes.find(({ pointer }) => pointer === "/sort")?.words.th).toBe("เลือกชนิด")
  })

  it.each([
    ["/money", { money: "1.234" }],
    ["/money", { money: "-5" }],
    ["/day", { day: date("31", "2", "2569") }],
    ["/day", { day: date("1", "1", "3104") }],
    ["/count", { count: "1.5" }],
    ["/title/th", { title: { th: "", en: "Only English" } }],
    ["/rows/0/cost", { rows: [{ name: "ข", cost: "ฟรี" }] }]
  ])("is refused at %s where it cannot be read", (pointer, changed) => {
    const { mistakes } = readDraft(fields, { ...typed, ...changed }, now)
    expect(mistakes.map((mistake) => mistake.pointer)).toEqual([pointer])
  })

  it("leaves out the money of an agreement that nobody has typed, and of an amendment", () => {
    for (const operation of ["agreements.draft", "agreements.propose-amendment"] as const) {
      const asked = Field.fieldsOf(commandNamed(operation).input)
      const { input, mistakes } = readDraft(asked, emptyDraft(asked), now)
      expect(mistakes.map(({ pointer }) => pointer)).not.toContain("/value")
      for (const name of ["value", "tranches", "guarantee", "money"]) expect(input).not.toHaveProperty(name)
    }
  })
})
