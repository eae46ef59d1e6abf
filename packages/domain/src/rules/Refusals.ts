import { Result } from "effect"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { Decision, Declaration, Fact, Facts, Refusal, RefusalKind, Wording, Words } from "../kernel/Refusal.ts"
import { format, type IsoDate } from "../kernel/ThaiDate.ts"
import type { RuleId } from "./Catalogue.ts"

type Language = "th" | "en"

/** Facts as a sentence takes them: a text in two languages has become the one of the sentence. */
export type Said<F extends Facts> = { readonly [Name in keyof F]: F[Name] extends LocalizedText ? string : F[Name] }

const day = /^\d{4}-\d{2}-\d{2}$/
const amount = /^-?\d{4,}\.\d{2}$/

const inWords = (value: string, language: Language, words: Words): string => {
  if (day.test(value)) return format(value as IsoDate, "long", language)
  if (amount.test(value)) return value.replace(/\B(?=(?:\d{3})+\.)/g, ",")
  return (Object.hasOwn(words, value) ? words[value]?.[language] : undefined) ?? value
}

const spoken = (fact: Fact, language: Language, words: Words): Fact => {
  if (typeof fact === "string") return inWords(fact, language, words)
  if (Array.isArray(fact)) return (fact as ReadonlyArray<string>).map((one) => inWords(one, language, words))
  if (typeof fact === "object" && "th" in fact) return language === "en" ? (fact.en ?? fact.th) : fact.th
  return fact
}

/** The facts as they are spoken of: statuses, sides and roles by their words, days and amounts as people write them. */
const said = <F extends Facts>(facts: F, language: Language, words: Words): Said<F> =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, spoken(fact, language, words)])) as Said<F>

/** States one refusal; the facts it needs are read off the parameters of its wordings. */
export const declare = <F extends Facts>(
  kind: RefusalKind,
  rule: RuleId,
  th: (facts: Said<F>, words: Words) => string,
  en: (facts: Said<F>, words: Words) => string
): Declaration<F> & { readonly rule: RuleId } => ({
  kind,
  rule,
  th: (facts, words) => th(said(facts, "th", words), words),
  en: (facts, words) => en(said(facts, "en", words), words)
})

export const list = (items: ReadonlyArray<string>): string => items.join(", ")

/** Refusals by tag: the kind of each, the rule it cites, and its words in both languages. */
export type Declarations = { readonly [tag: string]: Declaration<never> }
export type FactsOf<D> = D extends Declaration<infer F> ? F : never

export interface Place {
  /** The rule that refuses, where the tag serves several. */
  readonly rule?: RuleId
  /** JSON pointer of the input field at fault. */
  readonly field?: string
}

/** The ways to refuse by one of these tags: as data, or as what a decision comes to. */
export const refusing = <const Declared extends { readonly [Tag in keyof Declared]: Declaration<never> }>(
  declared: Declared
) => {
  const refusal = <Tag extends keyof Declared & string>(
    tag: Tag,
    facts: FactsOf<Declared[Tag]>,
    place: Place = {}
  ): Refusal<Tag> => ({
    _tag: tag,
    kind: declared[tag].kind,
    rule: place.rule ?? declared[tag].rule,
    facts,
    ...(place.field === undefined ? {} : { field: place.field })
  })
  const refuse = <Tag extends keyof Declared & string>(
    tag: Tag,
    facts: FactsOf<Declared[Tag]>,
    place: Place = {}
  ): Decision<never, Tag> => Result.fail(refusal(tag, facts, place))
  return { refusal, refuse }
}

/** What refusals are worded with: their declarations, and the words of the values they mention. */
export interface Wordings {
  readonly refusals: Declarations
  readonly words: { readonly values: Words }
}

/** The same words in every channel. */
export const wordingIn = ({ refusals, words }: Wordings, { _tag, facts }: Refusal): Wording => {
  const declaration = refusals[_tag] as Declaration<Facts> | undefined
  return { th: declaration?.th(facts, words.values) ?? _tag, en: declaration?.en(facts, words.values) ?? _tag }
}
