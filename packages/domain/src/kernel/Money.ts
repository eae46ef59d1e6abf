import { type Option, Schema, SchemaTransformation } from "effect"
import type { Language } from "./LocalizedText.ts"
import { must } from "./Must.ts"

/** The largest amount: 10^15 satang, ten trillion baht, several times the annual state budget. */
export const largest = 1_000_000_000_000_000n

/**
 * An amount of money as a whole number of satang, from 0 to 10^15.
 *
 * Decisions calculate with it as the bigint that it is, so every amount is exact (MON-7). What a calculation gives is a
 * plain `bigint` again and may be negative or too large: `fromSatang` turns it back.
 */
export const Satang = Schema.BigInt.check(
  Schema.isBetweenBigInt(
    { minimum: 0n, maximum: largest },
    must("ต้องอยู่ระหว่าง 0.00 ถึง 10000000000000.00 บาท", "must be between 0.00 and 10000000000000.00 baht")
  )
).pipe(Schema.brand("Satang"))
export type Satang = typeof Satang.Type

/** A share in hundredths of a percent, 0 to 10,000. */
export const BasisPoints = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 10_000 }))
  .annotate({ identifier: "BasisPoints" })
  .pipe(Schema.brand("BasisPoints"))
export type BasisPoints = typeof BasisPoints.Type

const DecimalString = Schema.String.check(
  Schema.isPattern(
    /^(0|[1-9][0-9]{0,13})(\.[0-9]{1,2})?$/u,
    must(
      'ต้องเป็นจำนวนบาท เช่น "1234.50" มีทศนิยมไม่เกินสองตำแหน่ง ไม่มีเครื่องหมาย จุลภาค หรือศูนย์นำหน้า',
      'must be an amount in baht such as "1234.50": digits, then at most two decimals, ' +
        "without sign, exponent, grouping or leading zeros"
    )
  )
)

/** The amount as a plain decimal in baht with two decimals and a full stop: `"1234.50"`. */
export const toDecimalString = (satang: bigint): string => {
  const digits = (satang < 0n ? -satang : satang).toString().padStart(3, "0")
  return `${satang < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const satangOf = (decimal: string): bigint => {
  const [baht = "", fraction = ""] = decimal.split(".")
  return BigInt(baht + fraction.padEnd(2, "0"))
}

/**
 * The codec of an amount that stands alone as a decimal string, where the currency is known from elsewhere: a flag, a
 * form field, a CSV cell.
 *
 * Refuses signs, exponents, grouping, leading zeros and more than two decimals: nothing is ever rounded on the way in.
 */
export const Amount = DecimalString.pipe(
  Schema.decodeTo(Satang, SchemaTransformation.transform({ decode: satangOf, encode: toDecimalString }))
)

/**
 * Money on the wire: `{ "amount": "1234.50", "currency": "THB" }`; decoded, the amount in satang.
 *
 * `amount` is read as `Amount` reads it and written with exactly two decimals. THB is the only currency.
 */
export const Money = Schema.Struct({
  amount: DecimalString,
  currency: Schema.Literal("THB")
})
  .annotate({
    identifier: "Money",
    expectedThai: "จำนวนเงิน (amount, currency)",
    description: "An exact amount in baht, with at most two decimals"
  })
  .pipe(
    Schema.decodeTo(
      Satang,
      SchemaTransformation.transform({
        decode: ({ amount }) => satangOf(amount),
        encode: (satang) => ({ amount: toDecimalString(satang), currency: "THB" as const })
      })
    )
  )

/** The outcome of a calculation as an amount again, or none when it is negative or above 10^15 satang. */
export const fromSatang = (satang: bigint): Option.Option<Satang> => Satang.makeOption(satang)

/** A whole number of baht written in the source code. Throws when it is not an integer from 0 to 10^13. */
export const baht = (whole: number): Satang => Satang.make(BigInt(whole) * 100n)

export const zero: Satang = Satang.make(0n)

/** `a + b`, exact. Plain, because the total may pass the bound. */
export const add = (a: bigint, b: bigint): bigint => a + b

/** `a - b` where it is not negative, else none. */
export const subtract = (a: Satang, b: Satang): Option.Option<Satang> => fromSatang(a - b)

/** The exact total; 0 for no amounts. */
export const sum = (amounts: Iterable<bigint>): bigint => {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`: an order for `sort`. */
export const compare = (a: bigint, b: bigint): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The share of an amount, rounded half up to a whole satang: 2,500 basis points of 0.10 baht are 0.03 baht.
 *
 * The calculation is exact before the one rounding. Shares of one amount may add up to slightly more or less than it:
 * whoever splits an amount gives the last part what is left.
 */
export const percentOf = (amount: Satang, share: BasisPoints): Satang =>
  Satang.make((amount * BigInt(share) + 5_000n) / 10_000n)

const grouped = new Intl.NumberFormat("th-TH-u-nu-latn", { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** An amount for people: `1,234.50 บาท`, in English `1,234.50 baht`. */
export const format = (satang: bigint, language: Language = "th"): string =>
  `${grouped.format(toDecimalString(satang) as `${number}`)} ${language === "th" ? "บาท" : "baht"}`
