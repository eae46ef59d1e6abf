import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Schema } from "effect"
import { provinces } from "../../src/kernel/Province.ts"
import { sortKey } from "../../src/kernel/SortKey.ts"

const collator = new Intl.Collator("th")
const byKey = (a: string, b: string): number => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0)
const sorted = (names: ReadonlyArray<string>) => [...names].sort(byKey)
const agrees = (a: string, b: string): void =>
  assert.strictEqual(byKey(a, b), Math.sign(collator.compare(a, b)), `${JSON.stringify(a)} and ${JSON.stringify(b)}`)

/** The collator forgets punctuation that both names begin with, and then counts the sign after it; the key does not. */
const signAfterPunctuation = /[\p{P}\p{Z}ฯๆ]\p{M}*[็์๎]/u
const Named = Schema.String.check(Schema.makeFilter((name) => !signAfterPunctuation.test(name)))
const ThaiLike = Named.check(Schema.isPattern(/^(?:[เแโใไ]?[ก-ฮ]{1,2}[\u0e30-\u0e39]?[\u0e47-\u0e4c]?[ ]?){0,4}$/u))
const Mixed = Named.check(Schema.isPattern(/^[ก-ฮ\u0e30-\u0e3aเ-ๅ\u0e47-\u0e4e๐-๙ฯๆ !-~\u0301\u0308]{0,10}$/u))
const Similar = Named.check(Schema.isPattern(/^[กขเแาำ\u0e4dๅ\u0e48\u0e49\u0e38Aa1 ๆ]{0,6}$/u))

describe("the Thai sort key", () => {
  it("counts the consonant before the vowel written in front of it", () => {
    assert.deepEqual(sorted(["ขา", "เก้า", "แก", "ไก่", "กา", "เขา", "ฮา"]), ["กา", "เก้า", "แก", "ไก่", "ขา", "เขา", "ฮา"])
  })

  it("counts tone marks and การันต์ only where the letters are the same", () => {
    assert.deepEqual(sorted(["ก้า", "กา", "ก๋า", "ก่า", "กาก", "ก๊า"]), ["กา", "ก่า", "ก้า", "ก๊า", "ก๋า", "กาก"])
    assert.deepEqual(sorted(["เกมส์", "เกมส", "เกมสก"]), ["เกมส", "เกมส์", "เกมสก"])
  })

  it("puts digits before Thai before Latin, and passes over spaces and punctuation", () => {
    assert.deepEqual(sorted(["Zoo", "apple", "Apple", "ก", "ฮ", "9", "๑๐"]), [
      "๑๐",
      "9",
      "ก",
      "ฮ",
      "apple",
      "Apple",
      "Zoo"
    ])
    assert.strictEqual(sortKey("บริษัท ก. (ประเทศไทย)"), sortKey("บริษัท ก ประเทศไทย"))
    assert.strictEqual(sortKey("กรุงเทพฯ"), sortKey("กรุงเทพ"))
    assert.strictEqual(sortKey("ฝ่าย ๑"), sortKey("ฝ่าย 1"))
    assert.isBelow(byKey("ส่วน ข", "ส่วนงาน"), 0)
  })

  it("sorts all provinces, in both languages together, as Intl.Collator does", () => {
    const names = provinces.flatMap(({ name }) => [name.th, name.en ?? "", name.th.slice(0, 4)])
    for (const a of names) for (const b of names) agrees(a, b)
    assert.deepEqual(
      sorted(provinces.map(({ name }) => name.th)),
      provinces.map(({ name }) => name.th).sort(collator.compare)
    )
  })

  it.prop(
    "agrees with Intl.Collator on words built like Thai ones",
    { a: ThaiLike, b: ThaiLike },
    ({ a, b }) => {
      agrees(a, b)
      agrees(a, a + b)
      agrees(b + a, b)
    },
    { arbitrary: { runs: runs(3_000) } }
  )

  it.prop(
    "agrees with Intl.Collator on any mixture of Thai, digits, ASCII and accents",
    { a: Mixed, b: Mixed },
    ({ a, b }) => {
      agrees(a, b)
      if (!signAfterPunctuation.test(a + b)) agrees(a, a + b)
    },
    { arbitrary: { runs: runs(3_000) } }
  )

  it.prop(
    "agrees with Intl.Collator on names that hardly differ",
    { a: Similar, b: Similar, c: Similar },
    ({ a, b, c }) => {
      agrees(a, b)
      agrees(a + c, b + c)
    },
    { arbitrary: { runs: runs(5_000) } }
  )

  it.prop(
    "is the same however the characters are composed",
    { name: Mixed },
    ({ name }) => sortKey(name.normalize("NFC")) === sortKey(name.normalize("NFD"))
  )

  it.prop(
    "is of digits and small Latin letters and short enough to index, whatever the name",
    { name: Schema.String },
    ({ name }) => {
      for (const key of [sortKey(name), sortKey(name.repeat(50))]) {
        assert.match(key, /^[0-9a-z]+$/u)
        assert.isBelow(key.length, 2_500)
      }
    },
    { arbitrary: { runs: runs(300) } }
  )

  it("puts letters it does not know after all others", () => {
    assert.deepEqual(sorted(["中", "ລາວ", "z", "ฮ", "🙂"]), ["ฮ", "z", "ລາວ", "中", "🙂"])
  })
})
