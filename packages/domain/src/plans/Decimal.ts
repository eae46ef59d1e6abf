import { Schema, SchemaTransformation } from "effect"
import { must } from "../kernel/Must.ts"

const largest = 999_999_999_999_999
const largestBig = 999_999_999_999_999_999_999n

/**
 * A decimal as a whole number of millionths, exact: up to fifteen digits before the point, negative or not.
 *
 * Below a thousand million it is a plain number, so that indicators are scored fast and the difference of two is safe;
 * from there on a bigint. One quantity has one form, so `===` holds; `<` compares both forms exactly.
 */
export const Micro = Schema.Union([
  Schema.Int.check(Schema.isBetween({ minimum: -largest, maximum: largest })),
  Schema.BigInt.check(
    Schema.isBetweenBigInt({ minimum: -largestBig, maximum: largestBig }),
    Schema.makeFilter((n) => n > largest || n < -largest)
  )
]).pipe(Schema.brand("Micro"))
export type Micro = typeof Micro.Type

/** A number of ten-thousandths: the four decimals that scores and percentages are kept with. */
export const TenThousandths = Schema.Int.check(Schema.isBetween({ minimum: -largest, maximum: largest })).pipe(
  Schema.brand("TenThousandths")
)
export type TenThousandths = typeof TenThousandths.Type

const parse = (written: string, places: number): number | bigint => {
  const negative = written.startsWith("-")
  const [whole = "", fraction = ""] = (negative ? written.slice(1) : written).split(".")
  const digits = whole + fraction.padEnd(places, "0")
  const units = Number(digits)
  if (units <= largest) return negative && units !== 0 ? -units : units
  return negative ? -BigInt(digits) : BigInt(digits)
}

const write = (units: number | bigint, places: number): string => {
  const digits = (units < 0 ? -units : units).toString().padStart(places + 1, "0")
  return `${units < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** The shortest exact decimal: `98840000` millionths are `"98.84"`. */
export const format = (value: Micro): string => formatUnits(value)

/** The same of millionths that may be beyond what a single quantity can be, as a difference is. */
export const formatUnits = (millionths: number | bigint): string => write(millionths, 6).replace(/\.?0+$/u, "")

/** Always four decimals: `37500` ten-thousandths are `"3.7500"`. */
export const formatFour = (value: TenThousandths): string => write(value, 4)

/** The codec of a value, a level or a target: `"98.84"`, at most fifteen digits and six decimals; never rounded. */
export const Decimal = Schema.String.check(
  Schema.isPattern(
    /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$/u,
    must(
      'ต้องเป็นตัวเลข เช่น "98.84" ไม่เกินสิบห้าหลัก ทศนิยมไม่เกินหกตำแหน่ง ไม่มีจุลภาคหรือศูนย์นำหน้า จำนวนที่ใหญ่กว่าให้ใช้หน่วยที่ใหญ่ขึ้น เช่น ล้านบาท',
      'must be a decimal such as "98.84": at most fifteen digits and six decimals, without exponent, ' +
        "grouping or leading zeros; state larger ones in a larger unit, such as million baht"
    )
  )
)
  .annotate({ identifier: "Decimal", expectedThai: "ตัวเลข" })
  .pipe(
    Schema.decodeTo(
      Micro,
      SchemaTransformation.transform({ decode: (s) => parse(s, 6), encode: (n) => format(n as Micro) })
    )
  )

/** The codec of a score or a percentage: read with up to four decimals, written with exactly four. */
export const FourDecimals = Schema.String.check(
  Schema.isPattern(
    /^-?(0|[1-9][0-9]{0,10})(\.[0-9]{1,4})?$/u,
    must(
      'ต้องเป็นตัวเลข เช่น "3.7500" ไม่เกินสิบเอ็ดหลัก ทศนิยมไม่เกินสี่ตำแหน่ง ไม่มีจุลภาคหรือศูนย์นำหน้า',
      'must be a decimal such as "3.7500": at most eleven digits and four decimals, without exponent, ' +
        "grouping or leading zeros"
    )
  )
)
  .annotate({ identifier: "FourDecimals", expectedThai: "ตัวเลข" })
  .pipe(
    Schema.decodeTo(
      TenThousandths,
      SchemaTransformation.transform({
        decode: (s) => Number(parse(s, 4)),
        encode: (n) => formatFour(n as TenThousandths)
      })
    )
  )

/** A decimal written in the source code. Throws when it is not one. */
export const decimal: (written: string) => Micro = Schema.decodeSync(Decimal)

/** Four decimals written in the source code. Throws when they are not. */
export const fourDecimals: (written: string) => TenThousandths = Schema.decodeSync(FourDecimals)
