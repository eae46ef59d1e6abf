import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { inLanguage, LocalizedText, text } from "../../src/kernel/LocalizedText.ts"

const decode = Schema.decodeUnknownResult(LocalizedText)

describe("LocalizedText", () => {
  it("gives the language asked for", () => {
    assert.strictEqual(inLanguage(text("ภารกิจ", "Mission"), "en"), "Mission")
    assert.strictEqual(inLanguage(text("ภารกิจ", "Mission"), "th"), "ภารกิจ")
  })

  it("falls back to Thai where there is no English", () => {
    assert.strictEqual(inLanguage(text("ภารกิจ"), "en"), "ภารกิจ")
    assert.isFalse("en" in text("ภารกิจ"))
  })

  it("refuses an empty, untrimmed, illegible or overlong text, and a text without Thai", () => {
    for (const th of [
      "",
      " ",
      " ภารกิจ",
      "ภารกิจ ",
      "ก".repeat(2001),
      "ก\u0000ข",
      "ก\ud800ข",
      "\u200b",
      "\u202eก",
      "\u0e48"
    ]) {
      assert.isTrue(Result.isFailure(decode({ th })), JSON.stringify(th.slice(0, 10)))
      assert.isTrue(Result.isFailure(decode({ th: "ภารกิจ", en: th })))
      assert.throws(() => text(th))
    }
    assert.isTrue(Result.isFailure(decode({ en: "Mission" })))
    for (const th of ["ก".repeat(2000), "บรรทัดหนึ่ง\nบรรทัดสอง", "คำ\u200bไทย", "—", "🙂"])
      assert.isTrue(Result.isSuccess(decode({ th })))
  })

  it.prop(
    "always has words to show",
    { localized: LocalizedText },
    ({ localized }) => inLanguage(localized, "th").trim().length > 0 && inLanguage(localized, "en").trim().length > 0
  )
})
