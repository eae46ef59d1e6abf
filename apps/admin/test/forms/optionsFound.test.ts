import { describe, expect, it } from "vitest"
import { optionsFound } from "../../src/forms/optionsFound.ts"

const options = [
  { value: "a", label: "องค์การบริหารส่วนตำบลแม่น้ำ" },
  { group: "กรม", items: [{ value: "b", label: "กรมอนามัย 0105512345678" }] }
]
const found = (search: string) => optionsFound({ options, search, limit: 10 })

describe("the options of a choice", () => {
  it("are found by what looks the same", () => {
    expect(found("\u0e40\u0e40ม\u0e48น\u0e4d\u0e49\u0e32")).toEqual([options[0]])
    expect(found("กรม ๐-๑๐๕๕-๑๒๓๔๕-๖๗-๘")).toEqual([options[1]])
    expect(found("ไม่มี")).toEqual([])
    expect(found(" ")).toEqual(options)
  })
})
