import { Schema } from "effect"
import { must } from "./Must.ts"

/** A language that Phakhi shows its texts in. */
export const Language = Schema.Literals(["th", "en"])
export type Language = typeof Language.Type

// PostgreSQL stores neither NUL nor half a surrogate pair; other control characters have no place in a text, nor have
// those that turn the direction of writing and make a name look like another.
const printable = Schema.isPattern(
  /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\p{Cs}]*$/u,
  must("ต้องเป็นข้อความที่ไม่มีอักขระควบคุม", "must be text without control characters")
)

// What has no width, such as U+200B between Thai words, is no text by itself.
const legible = Schema.isPattern(/[\p{L}\p{N}\p{P}\p{S}]/u, must("ต้องมีข้อความที่อ่านได้", "must hold something to read"))

/** A text of 1 to `longest` UTF-16 code units, without white space at either end. */
export const plainText = (longest: number) =>
  Schema.String.check(
    Schema.isTrimmed(),
    Schema.isNonEmpty(must("ต้องไม่ว่าง", "must not be empty")),
    printable,
    legible,
    Schema.isMaxLength(longest)
  )

const Wording = plainText(2000)

/**
 * A text in Thai, and in English where someone has written it.
 *
 * Each language holds 1 to 2000 UTF-16 code units without white space at either end.
 * Thai is always there; `en` is absent until it has been provided, never empty.
 */
export const LocalizedText = Schema.Struct({
  th: Wording,
  en: Schema.optionalKey(Wording)
}).annotate({ identifier: "LocalizedText", expectedThai: "ข้อความภาษาไทยและภาษาอังกฤษ (th, en)" })
export type LocalizedText = typeof LocalizedText.Type

/**
 * A text written in the source code, for example a label or the wording of a rule.
 *
 * Throws when a language is empty, untrimmed or longer than 2000: texts that come from outside are decoded with
 * `LocalizedText` instead.
 */
export const text = (th: string, en?: string): LocalizedText =>
  LocalizedText.make(en === undefined ? { th } : { th, en })

/** The wording in the language asked for, or the Thai one where there is no English. */
export const inLanguage = (localized: LocalizedText, language: Language): string =>
  language === "en" ? (localized.en ?? localized.th) : localized.th
