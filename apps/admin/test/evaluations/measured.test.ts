import { decimal } from "@phakhi/domain/plans/Decimal"
import { describe, expect, it } from "vitest"
import { grouped, measured } from "../../src/evaluations/measured.ts"

describe("a value with its unit", () => {
  it("sets thousands apart, and leaves the decimals as they are", () => {
    expect(["75", "9500", "-1234567.1234", "0.5", "12345678901.5"].map((written) => grouped(decimal(written)))).toEqual(
      ["75", "9,500", "-1,234,567.1234", "0.5", "12,345,678,901.5"]
    )
  })
  it("says ร้อยละ and ระดับ before the number in Thai, and other units after it", () => {
    const percent = { th: "ร้อยละ", en: "percent" }
    expect(measured(decimal("75"), percent, "th")).toBe("ร้อยละ 75")
    expect(measured(decimal("75"), percent, "en")).toBe("75 percent")
    expect(measured(decimal("9500"), { th: "บาทต่อคน" }, "th")).toBe("9,500 บาทต่อคน")
  })
})
