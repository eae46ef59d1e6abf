import type { Satang } from "./Money.ts"

const digitNames = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]
const placeNames = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"]
const million = 1_000_000n

/** One to six digits; `preceded` when the number goes on to their left. */
const readGroup = (group: string, preceded: boolean): string =>
  Array.from(group, (digit, index) => {
    const place = group.length - 1 - index
    if (digit === "0") return ""
    if (place === 1 && digit === "1") return "สิบ"
    if (place === 1 && digit === "2") return "ยี่สิบ"
    if (place === 0 && digit === "1" && (preceded || group.length > 1)) return "เอ็ด"
    return `${digitNames[Number(digit)] ?? ""}${placeNames[place] ?? ""}`
  }).join("")

const read = (number: bigint): string =>
  number < million
    ? readGroup(number.toString(), false)
    : `${read(number / million)}ล้าน${readGroup((number % million).toString().padStart(6, "0"), true)}`

/**
 * An amount in Thai words, as a contract or a cheque states it: `หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์`.
 *
 * Whole baht end in `บาทถ้วน`, nothing at all is `ศูนย์บาทถ้วน`, less than a baht has no baht. A last digit of one is
 * `เอ็ด` wherever the number has two digits or more, and from a million on the millions are read as a number of their
 * own. Source: Office of the Royal Society, on reading numbers with เอ็ด.
 */
export const bahtText = (satang: Satang): string => {
  const baht = satang / 100n
  const rest = satang % 100n
  if (satang === 0n) return "ศูนย์บาทถ้วน"
  if (rest === 0n) return `${read(baht)}บาทถ้วน`
  return `${baht === 0n ? "" : `${read(baht)}บาท`}${read(rest)}สตางค์`
}
