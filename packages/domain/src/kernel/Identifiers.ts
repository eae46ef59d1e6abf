import { Schema, SchemaTransformation } from "effect"
import { must } from "./Must.ts"
import type { Wording } from "./Refusal.ts"
import { arabicDigits } from "./ThaiDate.ts"

/**
 * Thirteen digits without the spaces and hyphens between them, Thai digits as Arabic ones. Whatever else was typed
 * stays, for the check to refuse.
 */
export const normalise = (typed: string): string =>
  arabicDigits(typed).replaceAll(/[\s\u00ad\u200b\u2010-\u2015-]/gu, "")

/** The thirteenth digit that twelve digits ask for: weights 13 down to 2, modulo 11. */
const checkDigit = (digits: string): number => {
  let weighted = 0
  for (let index = 0; index < 12; index++) weighted += Number(digits[index]) * (13 - index)
  return (11 - (weighted % 11)) % 10
}

/**
 * Numbers that property tests draw from, since one random number in ten only has the right check digit. Equal digits in
 * places whose weights add up to a multiple of 11 cancel out; then the check digit is 1.
 */
const samples = (firstDigits: string): string => {
  const alike = Array.from("0123456789", (digit) => `${digit}[0-9]${digit}`).join("|")
  const head = Array.from(firstDigits, (digit) => `${digit}(?:${alike})${digit}`).join("|")
  return `^(?:${head})00(?:00|11|22|33|44|55|66|77|88|99)0001$`
}

const identity = ({ en, th }: Wording, firstDigits: string, expected: Wording) =>
  Schema.String.check(
    Schema.isPattern(
      new RegExp(`^[${firstDigits}][0-9]{12}$`, "u"),
      must(`ต้องเป็น${th} 13 หลัก ${expected.th}`, `must be a ${en}: 13 digits, ${expected.en}`)
    ),
    Schema.makeFilter((digits) => checkDigit(digits) === Number(digits[12]), {
      ...must(`${th}ไม่ถูกต้อง หลักสุดท้ายไม่ตรงกับหลักอื่น`, `must be a ${en}: its last digit does not fit the others`),
      arbitraryConstraint: { patterns: [{ source: samples(firstDigits), flags: "u" }] }
    })
  )

const typed = ({ en, th }: Wording) =>
  Schema.String.check(Schema.isMaxLength(40, must(`ต้องเป็น${th} 13 หลัก`, `must be a ${en} of 13 digits`)))

const juristic = { th: "เลขทะเบียนนิติบุคคล", en: "juristic person number" }
const personal = { th: "เลขประจำตัวประชาชน", en: "personal number" }

const normalised = SchemaTransformation.transform({ decode: normalise, encode: (id: string) => id })

/**
 * The number of a juristic person (เลขทะเบียนนิติบุคคล), which is its tax number too: 13 digits, the first 0, the last a
 * check digit.
 *
 * Decodes what people type, with spaces, hyphens or Thai digits, and writes the bare digits.
 * Source: Department of Business Development; Ministry of Interior's check digit, modulo 11.
 */
export const JuristicId = typed(juristic)
  .annotate({
    identifier: "JuristicId",
    expectedThai: juristic.th,
    description: "Juristic person number: 13 digits, first 0, last a check digit"
  })
  .pipe(
    Schema.decodeTo(
      identity(juristic, "0", { th: "ขึ้นต้นด้วย 0", en: "the first 0" }).pipe(Schema.brand("JuristicId")),
      normalised
    )
  )
export type JuristicId = typeof JuristicId.Type

/**
 * The number of a person (เลขประจำตัวประชาชน): 13 digits, the first 1 to 8, the last a check digit. Personal data: people
 * see it as `maskPersonalId` shows it.
 *
 * Decodes what people type, with spaces, hyphens or Thai digits, and writes the bare digits.
 * Source: Department of Provincial Administration; Ministry of Interior's check digit, modulo 11.
 */
export const PersonalId = typed(personal)
  .annotate({
    identifier: "PersonalId",
    expectedThai: personal.th,
    description: "Personal number: 13 digits, first 1 to 8, last a check digit"
  })
  .pipe(
    Schema.decodeTo(
      identity(personal, "12345678", { th: "ขึ้นต้นด้วย 1 ถึง 8", en: "the first 1 to 8" }).pipe(Schema.brand("PersonalId")),
      normalised
    )
  )
export type PersonalId = typeof PersonalId.Type

const grouped = (digits: string): string =>
  `${digits.slice(0, 1)}-${digits.slice(1, 5)}-${digits.slice(5, 10)}-${digits.slice(10, 12)}-${digits.slice(12)}`

/** The number as cards and registers print it: `0-1234-56789-01-6`. */
export const format = (id: JuristicId | PersonalId): string => grouped(id)

/** A personal number with the seven digits hidden that tell two people apart: `1-2345-xxxxx-xx-1`. */
export const maskPersonalId = (id: PersonalId): string => grouped(`${id.slice(0, 5)}xxxxxxx${id.slice(12)}`)
