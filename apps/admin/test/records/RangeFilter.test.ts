import { describe, expect, it } from "vitest"
import { readEnd } from "../../src/records/RangeFilter.tsx"

const now = Date.parse("2026-11-21T03:00:00.000Z")

describe("the ends of a range", () => {
  it("takes days as people write them, in พ.ศ.", () => {
    expect(readEnd("date", "31 มี.ค. 2570", now)).toBe("2027-03-31")
    expect(readEnd("date", "31/3/2570", now)).toBe("2027-03-31")
    expect(readEnd("date", "someday", now)).toBeUndefined()
  })

  it("takes amounts and whole numbers in Thai and Arabic digits, grouped or not", () => {
    expect(readEnd("money", "๑,๒๓๔.๕๐", now)).toBe("1234.50")
    expect(readEnd("money", "-1", now)).toBeUndefined()
    expect(readEnd("number", "๒๕๗๐", now)).toBe("2570")
    expect(readEnd("number", "25.5", now)).toBeUndefined()
  })

  it("takes an empty end as none", () => {
    for (const kind of ["date", "money", "number"] as const) expect(readEnd(kind, " ", now)).toBe("")
  })
})
