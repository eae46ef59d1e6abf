import { ofInstant } from "@phakhi/domain/kernel/FiscalYear"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import { fromMillis } from "@phakhi/domain/kernel/ThaiDate"
import { Option } from "effect"

/** The fiscal year that a moment is in, as people say it. */
export const fiscalYearWords = (millis: number, language: Language): string =>
  Option.match(fromMillis(millis), {
    onNone: () => "",
    onSome: (now) => (language === "th" ? `ปีงบประมาณ พ.ศ. ${ofInstant(now)}` : `Fiscal year B.E. ${ofInstant(now)}`)
  })
