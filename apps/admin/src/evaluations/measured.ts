import { inLanguage, type Language, type LocalizedText } from "@phakhi/domain/kernel/LocalizedText"
import { format, type Micro } from "@phakhi/domain/plans/Decimal"

/** A value as people read it, its thousands set apart: `9,500`. */
export const grouped = (value: Micro): string => {
  const [whole = "", ...fraction] = format(value).split(".")
  return [whole.replace(/\B(?=(?:\d{3})+$)/gu, ","), ...fraction].join(".")
}

/** Thai says these before the number: ร้อยละ 75, ระดับ 4. */
const before: ReadonlyArray<string> = ["ร้อยละ", "ระดับ"]

/** A value with its unit. */
export const measured = (value: Micro, unit: LocalizedText, language: Language): string => {
  const said = inLanguage(unit, language)
  return before.includes(said) ? `${said} ${grouped(value)}` : `${grouped(value)} ${said}`
}
