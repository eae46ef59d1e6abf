import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Option, Result, Schema } from "effect"
import * as Money from "../../src/kernel/Money.ts"

const decode = Schema.decodeUnknownResult(Money.Money)
const encode = Schema.encodeSync(Money.Money)
const thb = (amount: string) => ({ amount, currency: "THB" })
const bp = (n: number) => Money.BasisPoints.make(n)
const satang = (n: bigint) => Money.Satang.make(n)

describe("Money", () => {
  it("MON-7 reads an amount exactly, with none, one or two decimals", () => {
    const vectors: ReadonlyArray<readonly [string, bigint]> = [
      ["0", 0n],
      ["0.00", 0n],
      ["0.01", 1n],
      ["0.1", 10n],
      ["1234.50", 123_450n],
      ["1234.5", 123_450n],
      ["1234", 123_400n],
      ["0.29", 29n],
      ["4.35", 435n],
      ["9007199254740.93", 900_719_925_474_093n]
    ]
    for (const [amount, expected] of vectors) {
      assert.strictEqual(Result.getOrThrow(decode(thb(amount))), expected)
    }
    assert.strictEqual(Result.getOrThrow(decode(thb("10000000000000.00"))), Money.largest)
  })

  it("MON-7 refuses what is not an exact amount, and says how one is written", () => {
    for (const amount of [
      "",
      " 1",
      "1 ",
      "-1.00",
      "+1.00",
      "1e3",
      "1,234.50",
      "1.234",
      "1.000",
      "01.00",
      ".50",
      "1.",
      "๑๒",
      "1.5฿",
      "NaN",
      "Infinity",
      "0x10",
      "1\n"
    ]) {
      const refused = decode(thb(amount))
      assert.isTrue(Result.isFailure(refused), JSON.stringify(amount))
      if (Result.isFailure(refused)) assert.include(refused.failure.message, "at most two decimals")
    }
    for (const input of [1234.5, "1234.50", { amount: 1234.5, currency: "THB" }, { amount: "1.00" }, null]) {
      assert.isTrue(Result.isFailure(decode(input)))
    }
    assert.isTrue(Result.isFailure(decode({ amount: "1.00", currency: "USD" })))
  })

  it("refuses more than ten trillion baht", () => {
    const refused = decode(thb("10000000000000.01"))
    assert.isTrue(Result.isFailure(refused))
    if (Result.isFailure(refused)) assert.include(refused.failure.message, "10000000000000.00 baht")
    assert.isTrue(Option.isNone(Money.fromSatang(Money.largest + 1n)))
    assert.isTrue(Option.isNone(Money.fromSatang(-1n)))
  })

  it.prop(
    "MON-7 an amount survives the wire",
    { amount: Money.Money },
    ({ amount }) => {
      const wire = encode(amount)
      assert.match(wire.amount, /^\d+\.\d\d$/)
      assert.strictEqual(Result.getOrThrow(decode(JSON.parse(JSON.stringify(wire)))), amount)
    },
    { arbitrary: { runs: runs(500) } }
  )

  it("describes the wire in JSON Schema", () => {
    const { definitions, schema } = Schema.toJsonSchemaDocument(Money.Money)
    assert.deepEqual(schema, { $ref: "#/$defs/Money" })
    assert.deepEqual(definitions["Money"], {
      type: "object",
      description: "An exact amount in baht, with at most two decimals",
      properties: {
        amount: { type: "string", pattern: "^(0|[1-9][0-9]{0,13})(\\.[0-9]{1,2})?$" },
        currency: { type: "string", enum: ["THB"] }
      },
      required: ["amount", "currency"],
      additionalProperties: true
    })
  })

  it("reads an amount that stands alone", () => {
    assert.strictEqual(Schema.decodeSync(Money.Amount)("12.5"), 1_250n)
    assert.strictEqual(Schema.encodeSync(Money.Amount)(satang(1_250n)), "12.50")
  })

  it("writes two decimals, also below one baht and below zero", () => {
    assert.deepEqual([0n, 5n, 50n, 100n, -5n, -12_345n].map(Money.toDecimalString), [
      "0.00",
      "0.05",
      "0.50",
      "1.00",
      "-0.05",
      "-123.45"
    ])
  })

  it("shows amounts to people, grouped and exact", () => {
    assert.strictEqual(Money.format(123_450n), "1,234.50 บาท")
    assert.strictEqual(Money.format(123_450n, "en"), "1,234.50 baht")
    assert.strictEqual(Money.format(0n), "0.00 บาท")
    assert.strictEqual(Money.format(999_999_999_999_999n), "9,999,999,999,999.99 บาท")
    assert.strictEqual(Money.format(-123_450n), "-1,234.50 บาท")
  })

  it("adds up, subtracts and compares", () => {
    assert.strictEqual(Money.baht(50_000), 5_000_000n)
    assert.throws(() => Money.baht(0.5))
    assert.throws(() => Money.baht(-1))
    assert.strictEqual(Money.sum([]), 0n)
    assert.strictEqual(Money.sum([1n, 2n, 3n]), 6n)
    assert.strictEqual(Money.add(Money.largest, 1n), Money.largest + 1n)
    assert.deepEqual(Money.subtract(satang(3n), satang(2n)), Option.some(satang(1n)))
    assert.isTrue(Option.isNone(Money.subtract(satang(2n), satang(3n))))
    assert.deepEqual([3n, 1n, 2n].sort(Money.compare), [1n, 2n, 3n])
    assert.strictEqual(Money.compare(2n, 2n), 0)
  })

  it("takes a share half up to the satang", () => {
    assert.strictEqual(Money.percentOf(satang(10n), bp(2_500)), 3n)
    assert.strictEqual(Money.percentOf(satang(10n), bp(2_499)), 2n)
    assert.strictEqual(Money.percentOf(satang(1n), bp(5_000)), 1n)
    assert.strictEqual(Money.percentOf(satang(1n), bp(4_999)), 0n)
    assert.strictEqual(Money.percentOf(satang(Money.largest), bp(10_000)), Money.largest)
  })

  it.prop(
    "a share is never further than half a satang from the exact one",
    { amount: Money.Satang, share: Money.BasisPoints },
    ({ amount, share }) => {
      const twice = 2n * (Money.percentOf(amount, share) * 10_000n - amount * BigInt(share))
      assert.isTrue(twice <= 10_000n && twice > -10_000n)
    },
    { arbitrary: { runs: runs(500) } }
  )

  it.prop(
    "subtracting what was added gives the amount back",
    { a: Money.Satang, b: Money.Satang },
    ({ a, b }) => Money.add(a, b) - b === a && a < b === Option.isNone(Money.subtract(a, b))
  )
})
