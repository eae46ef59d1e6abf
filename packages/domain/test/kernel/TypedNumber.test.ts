import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { Amount, format } from "../../src/kernel/Money.ts"
import { readNumber } from "../../src/kernel/TypedNumber.ts"

const taken: ReadonlyArray<readonly [typed: string, number: string]> = [
  ["1234.50", "1234.50"],
  ["1,234.50", "1234.50"],
  ["1 234 567", "1234567"],
  ["1\u00a0234", "1234"],
  ["๑,๒๓๔.๕๐ บาท", "1234.50"],
  ["฿ 12,345,678", "12345678"],
  ["0005000", "5000"],
  ["0.50", "0.50"],
  [".5", "0.5"],
  ["1234.", "1234"],
  ["-12.5", "-12.5"],
  ["−1,000", "-1000"],
  ["0", "0"]
]

const refused: ReadonlyArray<readonly [typed: string, why: string]> = [
  ["1,5", "DecimalComma"],
  ["1234,50", "DecimalComma"],
  ["1.234,50", "DecimalComma"],
  ["๑.๒๓๔,๕๐", "DecimalComma"],
  ["1.234.567", "DecimalComma"],
  ["1,2345", "GroupsBroken"],
  ["1234,567", "GroupsBroken"],
  ["1,234 567", "GroupsBroken"],
  ["12 34", "GroupsBroken"],
  ["1.2.3", "GroupsBroken"],
  [",5", "GroupsBroken"],
  [".", "GroupsBroken"],
  ["สองพัน", "NotANumber"],
  ["1e3", "NotANumber"],
  ["3e", "NotANumber"],
  ["--5", "NotANumber"],
  ["", "NotANumber"]
]

describe("a number that is typed", () => {
  it.each(taken)("as %j is %s", (typed, number) => {
    assert.deepStrictEqual(readNumber(typed), Result.succeed(number))
  })

  it.each(refused)("as %j is refused: %s", (typed, why) => {
    const read = readNumber(typed)
    assert.strictEqual(Result.isFailure(read) ? read.failure._tag : read.success, why)
  })

  it.prop("is read as it is shown", { satang: Amount }, ({ satang }) => {
    const read = readNumber(format(satang))
    assert.strictEqual(Result.isSuccess(read) && Schema.decodeSync(Amount)(read.success), satang)
  })
})
