import { describe, expect, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Schema } from "effect"
import { folded, searchText, soughtIn } from "../../src/kernel/SearchText.ts"

/** Typed, and what it looks like. */
const same: ReadonlyArray<readonly [typed: string, looksLike: string]> = [
  ["\u0e40\u0e40\u0e21\u0e48", "แม่"],
  ["น\u0e4d\u0e49\u0e32", "น้ำ"],
  ["น\u0e49\u0e4d\u0e32", "น้ำ"],
  ["น\u0e33\u0e49", "น้ำ"],
  ["ท\u0e48\u0e35", "ที่"],
  ["ก\u0e49\u0e38\u0e49ง", "กุ้ง"],
  ["ก\u0e48\u0e48อน", "ก่อน"],
  ["เก็บ\u200bข้อมูล", "เก็บข้อมูล"],
  ["ข้อ\ufeffมูล", "ข้อมูล"],
  ["พ.ศ. ๒๕๖๙", "พ.ศ. 2569"],
  ["0-1055-12345-67-8", "0105512345678"],
  ["0 1055 12345 67 8", "0105512345678"],
  ["๐-๑๐๕๕-๑๒๓๔๕-๖๗-๘", "0105512345678"],
  ["02–123–4567", "021234567"],
  ["กรม\u00a0อนามัย", "กรม  อนามัย"],
  ["ＡＢＣ１２", "abc12"],
  ["PHAKHI", "phakhi"],
  ["ก\u0e4d\u0e32", "กำ"],
  ["ศักด\u0e4c\u0e34", "ศักดิ์"],
  ["ฤาษี", "ฤๅษี"],
  ["ระยะเวลา ๑๐–๑๕ วัน", "ระยะเวลา 10-15 วัน"]
]

const apart: ReadonlyArray<readonly [string, string]> = [
  ["กา", "กำ"],
  ["ขาว", "ข้าว"],
  ["มา", "ม้า"],
  ["เก", "แก"],
  ["ดี", "ดิ"],
  ["2568 2569", "25682569"]
]

const Typed = Schema.String.check(
  Schema.isPattern(/^[กฤฦเแาำๅ\u0e31\u0e34\u0e35\u0e38\u0e47-\u0e49\u0e4c\u0e4d\u200b๑0-9–Ａb -]{0,24}$/u)
)

describe("a search", () => {
  it.each(same)("finds %j as %j", (typed, looksLike) => {
    expect(folded(typed)).toBe(folded(looksLike))
  })

  it.each(apart)("keeps %j and %j apart", (one, other) => {
    expect(folded(one)).not.toBe(folded(other))
  })

  it.prop(
    "takes a spelling that is folded as it is",
    { text: Typed },
    ({ text }) => {
      expect(folded(folded(text))).toBe(folded(text))
    },
    { arbitrary: { runs: runs(3_000) } }
  )

  it("looks for each word, and for the short ones at the beginning of a word", () => {
    expect(searchText(["กรม\u200bอนามัย", "ปี ๒๕๖๙"])).toBe(" กรมอนามัย ปี 2569")
    expect(soughtIn("  ปี\u00a0๒๕๖๙ ")).toEqual([" ปี", "2569"])
  })
})
