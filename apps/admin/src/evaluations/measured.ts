import { inLanguage, type Language, type LocalizedText } from "@phakhi/domain/kernel/LocalizedText"
import { format, type Micro } from "@phakhi/domain/plans/Decimal"

/** A decimal as people read it, its thousands set apart: `9,500`. */
export const groupedDecimal = (decimal: string): string => {
  const [whole = "", ...fraction] = decimal.split(".")
  return [whole.replace(/\B(?=(?:\d{3})+$)/gu, ","), ...fraction].join(".")
}

export const grouped = (value: Micro): string => groupedDecimal(format(value))

/** Thai says these before the number: ร้อยละ 75, ระดับ 4. */
const before: ReadonlyArray<string> = ["ร้อยละ", "ระดับ"]

/** A value with its unit. */
export const measured = (value: Micro, unit: LocalizedText, language: Language): string => {
  const said = inLanguage(unit, language)
  return before.includes(said) ? `${said} ${grouped(value)}` : `${grouped(value)} ${said}`
}
