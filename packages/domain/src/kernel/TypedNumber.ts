import { Result } from "effect"
import type { Wording } from "./Refusal.ts"
import { arabicDigits } from "./ThaiDate.ts"

/** Why a number that somebody typed was not taken. */
export interface UnreadableNumber {
  readonly _tag: "NotANumber" | "DecimalComma" | "GroupsBroken"
  readonly message: Wording
}

const unreadable = (_tag: UnreadableNumber["_tag"], th: string, en: string): Result.Result<never, UnreadableNumber> =>
  Result.fail({ _tag, message: { th, en } })

/** What people write around a number: spaces at its ends, the unit of money. */
const around = /^[\s฿]+|(?:\s|บาท|฿)+$/gu
const minus = /^[-−–]\s*/u
/** Digits, with one kind of separator between thousands or none, and decimals after a full stop. */
const plain = /^(\d*|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\s\d{3})+)(?:\.(\d*))?$/u
/** A comma for the decimals, or full stops between thousands: `1,5`, `1.234,50`, `1.234.567`. */
const otherSeparators = /^[\d.]+,\d{1,2}$|^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/u

/**
 * Reads a number as people type it, as the plain decimal that goes over the wire: Thai digits, commas or spaces between
 * thousands, `฿` and `บาท` around it, zeros before it.
 *
 * A comma only ever separates thousands, and so stands before exactly three digits: `1,5` may be one and a half or a slip,
 * and is refused, as is `1.234,50`. Nothing is rounded.
 */
export const readNumber = (typed: string): Result.Result<string, UnreadableNumber> => {
  const written = arabicDigits(typed).replaceAll(around, "")
  const sign = minus.test(written) ? "-" : ""
  const unsigned = written.replace(minus, "")
  const [, whole, fraction = ""] = plain.exec(unsigned) ?? []
  if (whole !== undefined && whole + fraction !== "") {
    const digits = whole.replaceAll(/[,\s]/gu, "").replace(/^0+(?=\d)/u, "")
    return Result.succeed(`${sign}${digits === "" ? "0" : digits}${fraction === "" ? "" : `.${fraction}`}`)
  }
  if (otherSeparators.test(unsigned))
    return unreadable(
      "DecimalComma",
      "ใช้จุดเป็นทศนิยม และใช้จุลภาคคั่นหลักพันเท่านั้น เช่น 1,234.50",
      "Write decimals after a full stop, and commas between thousands only, such as 1,234.50"
    )
  return /^[\d.,\s]+$/u.test(unsigned)
    ? unreadable(
        "GroupsBroken",
        "ไม่แน่ใจว่าหมายถึงจำนวนใด คั่นหลักพันให้ครบสามหลัก หรือไม่ต้องคั่น เช่น 12,345.50 หรือ 12345.50",
        "It is not clear which number this is: three digits between separators, or none, such as 12,345.50 or 12345.50"
      )
    : unreadable("NotANumber", "เขียนเป็นตัวเลข เช่น 1,234.50", "Write a number in figures, such as 1,234.50")
}
