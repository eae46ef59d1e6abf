import type { LocalizedText } from "../../kernel/LocalizedText.ts"
import type { Declaration, Fact, Facts, RefusalKind } from "../../kernel/Refusal.ts"
import { format, type IsoDate } from "../../kernel/ThaiDate.ts"
import type { RuleId } from "../Catalogue.ts"
import { word } from "../Words.ts"

type Language = "th" | "en"

/** Facts as a sentence takes them: a text in two languages has become the one of the sentence. */
export type Said<F extends Facts> = { readonly [Name in keyof F]: F[Name] extends LocalizedText ? string : F[Name] }

const day = /^\d{4}-\d{2}-\d{2}$/
const amount = /^-?\d{4,}\.\d{2}$/

const inWords = (value: string, language: Language): string => {
  if (day.test(value)) return format(value as IsoDate, "long", language)
  if (amount.test(value)) return value.replace(/\B(?=(?:\d{3})+\.)/g, ",")
  return word(value, language)
}

const spoken = (fact: Fact, language: Language): Fact => {
  if (typeof fact === "string") return inWords(fact, language)
  if (Array.isArray(fact)) return (fact as ReadonlyArray<string>).map((one) => inWords(one, language))
  if (typeof fact === "object" && "th" in fact) return language === "en" ? (fact.en ?? fact.th) : fact.th
  return fact
}

/** The facts as they are spoken of: statuses, sides and roles by their words, days and amounts as people write them. */
const said = <F extends Facts>(facts: F, language: Language): Said<F> =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, spoken(fact, language)])) as Said<F>

/** States one refusal; the facts it needs are read off the parameters of its wordings. */
export const declare = <F extends Facts>(
  kind: RefusalKind,
  rule: RuleId,
  th: (facts: Said<F>) => string,
  en: (facts: Said<F>) => string
): Declaration<F> & { readonly rule: RuleId } => ({
  kind,
  rule,
  th: (facts) => th(said(facts, "th")),
  en: (facts) => en(said(facts, "en"))
})

export const list = (items: ReadonlyArray<string>): string => items.join(", ")
