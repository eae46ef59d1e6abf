import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { Amount, format as formatMoney } from "@phakhi/domain/kernel/Money"
import { format as formatDate, formatInstant, Instant, IsoDate } from "@phakhi/domain/kernel/ThaiDate"
import { Option, Schema } from "effect"

const amount = Schema.decodeUnknownOption(Amount)
const isDate = Schema.is(IsoDate)
const instant = Schema.decodeUnknownOption(Instant)

export const formattedMoney = (decimal: unknown, language: Language): string =>
  Option.match(amount(decimal), {
    onNone: () => String(decimal),
    onSome: (satang) => formatMoney(satang, language)
  })

export const formattedDate = (iso: unknown, language: Language, style: "short" | "long" = "short"): string =>
  isDate(iso) ? formatDate(iso, style, language) : String(iso)

export const formattedInstant = (iso: unknown, language: Language): string =>
  Option.match(instant(iso), {
    onNone: () => String(iso),
    onSome: (moment) => formatInstant(moment, "short", language)
  })

/** A plain value as people read it: dates and moments are recognised by their form. */
export const formattedText = (text: string, language: Language): string =>
  isDate(text) ? formattedDate(text, language) : formattedInstant(text, language)
