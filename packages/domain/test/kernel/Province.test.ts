import { assert, describe, it } from "@effect/vitest"
import { Option, Result, Schema } from "effect"
import { inLanguage } from "../../src/kernel/LocalizedText.ts"
import { findProvince, ProvinceCode, provinceName, provinces } from "../../src/kernel/Province.ts"

describe("provinces", () => {
  it("are 77, each with its own code and names", () => {
    assert.strictEqual(provinces.length, 77)
    assert.strictEqual(new Set(provinces.map(({ code }) => code)).size, 77)
    assert.strictEqual(new Set(provinces.map(({ name }) => name.th)).size, 77)
    assert.strictEqual(new Set(provinces.map(({ name }) => name.en)).size, 77)
    for (const { name } of provinces) {
      assert.match(name.th, /^[\u0e01-\u0e4e]+$/u)
      assert.match(name.en ?? "", /^[A-Z][a-z]+(?: [A-Z][a-z]+)*$/u)
      assert.strictEqual(name.th, name.th.normalize("NFC"))
    }
  })

  it("stand in the order of their codes, as many in each part of the country as there are", () => {
    const codes = provinces.map(({ code }) => code)
    assert.deepEqual(codes, [...codes].sort())
    const perPart = Map.groupBy(codes, (code) => code.slice(0, 1))
    assert.deepEqual(
      Array.from(perPart, ([part, inIt]) => [part, inIt.length]),
      [
        ["1", 10],
        ["2", 8],
        ["3", 10],
        ["4", 10],
        ["5", 9],
        ["6", 8],
        ["7", 8],
        ["8", 7],
        ["9", 7]
      ]
    )
  })

  it("are found by code", () => {
    assert.strictEqual(inLanguage(provinceName("10"), "th"), "กรุงเทพมหานคร")
    assert.strictEqual(inLanguage(provinceName("38"), "th"), "บึงกาฬ")
    assert.strictEqual(inLanguage(provinceName("50"), "en"), "Chiang Mai")
    assert.strictEqual(inLanguage(provinceName("96"), "en"), "Narathiwat")
    const decode = Schema.decodeUnknownResult(ProvinceCode)
    for (const code of ["28", "59", "99", "00", "1", "TH-10", 10, ""]) assert.isTrue(Result.isFailure(decode(code)))
  })

  it("are found by name, as people write it", () => {
    const ways: ReadonlyArray<readonly [string, string]> = [
      ["เชียงใหม่", "50"],
      ["จังหวัดเชียงใหม่", "50"],
      ["จ.เชียงใหม่", "50"],
      ["จ. ตาก", "63"],
      ["จ.จันทบุรี", "22"],
      ["จันทบุรี", "22"],
      [" Chiang Mai ", "50"],
      ["CHIANGMAI", "50"],
      ["Lopburi", "16"],
      ["กทม.", "10"],
      ["กรุงเทพฯ", "10"],
      ["bangkok", "10"]
    ]
    for (const [name, code] of ways) assert.deepEqual(findProvince(name), Option.some(code), name)
    for (const name of ["", "จังหวัด", "ธนบุรี", "Chiang", "10"]) assert.isTrue(Option.isNone(findProvince(name)), name)
    for (const { code, name } of provinces) {
      assert.deepEqual(findProvince(name.th), Option.some(code))
      assert.deepEqual(findProvince(`จังหวัด${name.th}`), Option.some(code))
      assert.deepEqual(findProvince(name.en ?? ""), Option.some(code))
    }
  })

  it("describe their codes in JSON Schema as an enumeration", () => {
    const definition = JSON.stringify(Schema.toJsonSchemaDocument(ProvinceCode).definitions["ProvinceCode"])
    for (const { code } of provinces) assert.include(definition, `"${code}"`)
  })
})
