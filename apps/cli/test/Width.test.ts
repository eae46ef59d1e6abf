import { assert, it } from "vitest"
import { displayWidth, pad, shorten } from "../src/Width.ts"

it("SARA AM takes a cell, tone marks and other vowels above and below take none", () => {
  for (const [text, width] of [
    ["น้ำ", 2],
    ["กำ", 2],
    ["ปู่", 1],
    ["กิ๊ก", 2],
    ["ภาคี", 3],
    ["เกี๊ยว", 4],
    ["abc", 3],
    ["漢字", 4],
    ["ａ", 2],
    ["👍", 2],
    ["", 0]
  ] as const) {
    assert.strictEqual(displayWidth(text), width, text)
  }
})

it("a text is cut between whole characters, never between a letter and its marks", () => {
  assert.strictEqual(shorten("กิ๊กก๊าก", 3), "กิ๊ก…")
  assert.strictEqual(shorten("ภารกิจ", 5), "ภารกิจ")
  assert.strictEqual(shorten("漢字漢", 4), "漢…")
  for (let width = 1; width < 8; width++) assert.isAtMost(displayWidth(shorten("น้ำใจเก็บน้ำ", width)), width)
})

it("columns line up by cells", () => {
  assert.strictEqual(pad("น้ำ", 4), "น้ำ  ")
  assert.strictEqual(pad("long", 2), "long")
})
