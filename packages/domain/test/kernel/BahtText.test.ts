import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Schema } from "effect"
import { bahtText } from "../../src/kernel/BahtText.ts"
import { Amount, Satang } from "../../src/kernel/Money.ts"

const words = (amount: string): string => bahtText(Schema.decodeSync(Amount)(amount))

const digits: ReadonlyArray<readonly [string, bigint]> = [
  ["หนึ่ง", 1n],
  ["เอ็ด", 1n],
  ["ยี่", 2n],
  ["สอง", 2n],
  ["สาม", 3n],
  ["สี่", 4n],
  ["ห้า", 5n],
  ["หก", 6n],
  ["เจ็ด", 7n],
  ["แปด", 8n],
  ["เก้า", 9n],
  ["ศูนย์", 0n]
]
const places: ReadonlyArray<readonly [string, bigint]> = [
  ["สิบ", 10n],
  ["ร้อย", 100n],
  ["พัน", 1_000n],
  ["หมื่น", 10_000n],
  ["แสน", 100_000n]
]

/** Understands a number in words: the way back, which knows nothing of how the words were made. */
const understand = (spoken: string): bigint => {
  let done = 0n
  let group = 0n
  let digit: bigint | undefined
  let rest = spoken
  const takeWord = (list: ReadonlyArray<readonly [string, bigint]>): bigint | undefined => {
    const word = list.find(([name]) => rest.startsWith(name))
    if (word !== undefined) rest = rest.slice(word[0].length)
    return word?.[1]
  }
  while (rest !== "") {
    const next = takeWord(digits)
    if (next !== undefined) {
      assert.isUndefined(digit, `two digits in a row in ${spoken}`)
      digit = next
      continue
    }
    const place = takeWord(places)
    if (place !== undefined) {
      group += (digit ?? 1n) * place
      digit = undefined
      continue
    }
    assert.isTrue(rest.startsWith("ล้าน"), `${rest} in ${spoken}`)
    rest = rest.slice("ล้าน".length)
    done = (done + group + (digit ?? 0n)) * 1_000_000n
    group = 0n
    digit = undefined
  }
  return done + group + (digit ?? 0n)
}

const satangIn = (text: string): bigint => {
  const [, baht, satang] = /^(?:(.+?)บาท)?(?:ถ้วน|(.+)สตางค์)$/u.exec(text) ?? []
  return understand(baht ?? "") * 100n + understand(satang ?? "")
}

describe("an amount in words", () => {
  it("follows the Royal Society's rule for เอ็ด", () => {
    const vectors = {
      "1": "หนึ่งบาทถ้วน",
      "11": "สิบเอ็ดบาทถ้วน",
      "21": "ยี่สิบเอ็ดบาทถ้วน",
      "101": "หนึ่งร้อยเอ็ดบาทถ้วน",
      "1001": "หนึ่งพันเอ็ดบาทถ้วน",
      "2501": "สองพันห้าร้อยเอ็ดบาทถ้วน",
      "10001": "หนึ่งหมื่นเอ็ดบาทถ้วน",
      "1000001": "หนึ่งล้านเอ็ดบาทถ้วน",
      "501741221": "ห้าร้อยเอ็ดล้านเจ็ดแสนสี่หมื่นหนึ่งพันสองร้อยยี่สิบเอ็ดบาทถ้วน",
      "0.01": "หนึ่งสตางค์",
      "0.11": "สิบเอ็ดสตางค์",
      "1.01": "หนึ่งบาทหนึ่งสตางค์"
    }
    for (const [amount, expected] of Object.entries(vectors)) assert.strictEqual(words(amount), expected)
  })

  it("reads tens, places and millions", () => {
    const vectors = {
      "10": "สิบบาทถ้วน",
      "12": "สิบสองบาทถ้วน",
      "20": "ยี่สิบบาทถ้วน",
      "100": "หนึ่งร้อยบาทถ้วน",
      "110": "หนึ่งร้อยสิบบาทถ้วน",
      "120": "หนึ่งร้อยยี่สิบบาทถ้วน",
      "222222": "สองแสนสองหมื่นสองพันสองร้อยยี่สิบสองบาทถ้วน",
      "50000": "ห้าหมื่นบาทถ้วน",
      "1000000": "หนึ่งล้านบาทถ้วน",
      "10000000": "สิบล้านบาทถ้วน",
      "11000000": "สิบเอ็ดล้านบาทถ้วน",
      "20000020": "ยี่สิบล้านยี่สิบบาทถ้วน",
      "1000000000000": "หนึ่งล้านล้านบาทถ้วน",
      "10000000000000": "สิบล้านล้านบาทถ้วน",
      "1000001000000": "หนึ่งล้านเอ็ดล้านบาทถ้วน"
    }
    for (const [amount, expected] of Object.entries(vectors)) assert.strictEqual(words(amount), expected)
  })

  it("ends whole baht in ถ้วน and says satang otherwise", () => {
    assert.strictEqual(words("0"), "ศูนย์บาทถ้วน")
    assert.strictEqual(words("1234.50"), "หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์")
    assert.strictEqual(words("0.25"), "ยี่สิบห้าสตางค์")
    assert.strictEqual(words("100.99"), "หนึ่งร้อยบาทเก้าสิบเก้าสตางค์")
  })

  const Everyday = Schema.toType(Satang).check(Schema.isLessThanBigInt(1_000_000_000n))
  it.prop(
    "MON-7 means the amount it was made from",
    { large: Satang, everyday: Everyday },
    ({ everyday, large }) => {
      assert.strictEqual(satangIn(bahtText(large)), large)
      assert.strictEqual(satangIn(bahtText(Satang.make(everyday))), everyday)
    },
    { arbitrary: { runs: runs(1000) } }
  )

  it("MON-7 is different for every amount up to ten thousand baht", () => {
    const seen = new Set<string>()
    for (let satang = 0n; satang <= 1_000_000n; satang += 7n) seen.add(bahtText(Satang.make(satang)))
    assert.strictEqual(seen.size, 142_858)
  })
})
