import { commandNamed } from "@phakhi/domain/catalogue"
import { fieldsOf } from "@phakhi/domain/kernel/Field"
import { describe, expect, it } from "vitest"
import { grouped } from "../../src/forms/Amounts.ts"
import { draftOf, emptyDraft } from "../../src/forms/Draft.ts"
import { readDraft } from "../../src/forms/Reading.ts"

const increaseSource = commandNamed("sources.increase")

describe("an amount", () => {
  it.each([
    ["1234567.50", "1,234,567.50"],
    ["๑๒๓๔๕๖", "123,456"],
    [" 12 345 บาท", "12,345"],
    ["1,2345", "1,2345"],
    ["1,5", "1,5"],
    ["0005000", "5,000"],
    ["999", "999"],
    ["1234.", "1,234"],
    ["สองพัน", "สองพัน"],
    ["-5000", "-5000"],
    ["", ""]
  ])("typed as %j reads %j when it is left", (typed, read) => {
    expect(grouped(typed)).toBe(read)
    expect(grouped(grouped(typed))).toBe(read)
  })

  it("in groups is sent as the same amount, and a record's amount begins in groups", () => {
    const fields = fieldsOf(increaseSource.input)
    const wire = { amount: { amount: "1800000.00", currency: "THB" }, reason: "เพิ่ม" }
    const draft = draftOf(fields, wire)
    expect(draft["amount"]).toBe("1,800,000.00")
    expect(readDraft(fields, { ...emptyDraft(fields), ...draft }, 0).input).toEqual(wire)
  })
})
