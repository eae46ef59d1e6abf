import { Schema, SchemaTransformation } from "effect"
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

const identity = (name: string, firstDigits: string, expected: string) =>
  Schema.String.check(
    Schema.isPattern(new RegExp(`^[${firstDigits}][0-9]{12}$`, "u"), {
      message: `must be a ${name}: 13 digits, ${expected}`
    }),
    Schema.makeFilter(
      (digits) =>
        checkDigit(digits) === Number(digits[12]) || `must be a ${name}: its last digit does not fit the others`,
      {
        arbitraryConstraint: { patterns: [{ source: samples(firstDigits), flags: "u" }] }
      }
    )
  )

const typed = (name: string) =>
  Schema.String.check(Schema.isMaxLength(40, { message: `must be a ${name} of 13 digits` }))

const normalised = SchemaTransformation.transform({ decode: normalise, encode: (id: string) => id })

/**
 * The number of a juristic person (เลขทะเบียนนิติบุคคล), which is its tax number too: 13 digits, the first 0, the last a
 * check digit.
 *
 * Decodes what people type, with spaces, hyphens or Thai digits, and writes the bare digits.
 * Source: Department of Business Development; Ministry of Interior's check digit, modulo 11.
 */
export const JuristicId = typed("juristic person number")
  .annotate({ identifier: "JuristicId", description: "Juristic person number: 13 digits, first 0, last a check digit" })
  .pipe(
    Schema.decodeTo(identity("juristic person number", "0", "the first 0").pipe(Schema.brand("JuristicId")), normalised)
  )
export type JuristicId = typeof JuristicId.Type

/**
 * The number of a person (เลขประจำตัวประชาชน): 13 digits, the first 1 to 8, the last a check digit. Personal data: people
 * see it as `maskPersonalId` shows it.
 *
 * Decodes what people type, with spaces, hyphens or Thai digits, and writes the bare digits.
 * Source: Department of Provincial Administration; Ministry of Interior's check digit, modulo 11.
 */
export const PersonalId = typed("personal number")
  .annotate({ identifier: "PersonalId", description: "Personal number: 13 digits, first 1 to 8, last a check digit" })
  .pipe(
    Schema.decodeTo(
      identity("personal number", "12345678", "the first 1 to 8").pipe(Schema.brand("PersonalId")),
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
