import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import { Decimal, FourDecimals, Micro, TenThousandths } from "../../src/plans/Decimal.ts"

const read = Schema.decodeUnknownResult(Decimal)
const write = Schema.encodeSync(Decimal)

describe("Decimal", () => {
  it("PER-1 reads a decimal exactly, where floating point would not", () => {
    const vectors: ReadonlyArray<readonly [string, number | bigint]> = [
      ["0", 0],
      ["98.84", 98_840_000],
      ["98.8400", 98_840_000],
      ["-0.000001", -1],
      ["0.29", 290_000],
      ["1259.86", 1_259_860_000],
      ["4.35", 4_350_000],
      ["999999999.999999", 999_999_999_999_999],
      ["1000000000", 1_000_000_000_000_000n],
      ["12345678901", 12_345_678_901_000_000n],
      ["-999999999999999.999999", -999_999_999_999_999_999_999n],
      ["-0", 0],
      ["-0.0", 0]
    ]
    for (const [written, millionths] of vectors)
      assert.strictEqual<number | bigint>(Result.getOrThrow(read(written)), millionths)
  })

  it("PER-1 refuses what is not an exact decimal, and says how one is written", () => {
    for (const written of [
      "",
      " 1",
      "1 ",
      "+1",
      "1e3",
      "1,150.40",
      "1.0000001",
      "01",
      ".5",
      "1.",
      "๙๘",
      "NaN",
      "1000000000000000",
      "--1",
      "1\n"
    ]) {
      const refused = read(written)
      assert.isTrue(Result.isFailure(refused), JSON.stringify(written))
      if (Result.isFailure(refused)) assert.include(refused.failure.message, "at most fifteen digits")
    }
    assert.isTrue(Result.isFailure(read(98.84)))
  })

  it.prop(
    "PER-1 writes the shortest form, which reads back as the same number",
    { value: Micro },
    ({ value }) => {
      const written = write(value)
      return Result.getOrThrow(read(written)) === value && !/\.\d*0$|\.$/u.test(written)
    },
    { arbitrary: { runs: runs(500), seed: 1 } }
  )

  it("PER-1 writes a score with exactly four decimals", () => {
    const four = Schema.encodeSync(FourDecimals)
    assert.strictEqual(four(TenThousandths.make(37_500)), "3.7500")
    assert.strictEqual(four(TenThousandths.make(0)), "0.0000")
    assert.strictEqual(four(TenThousandths.make(-5)), "-0.0005")
    assert.strictEqual(Schema.decodeSync(FourDecimals)("50"), 500_000)
    assert.throws(() => Schema.decodeSync(FourDecimals)("3.75001"))
  })
})
