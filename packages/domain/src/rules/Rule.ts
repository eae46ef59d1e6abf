import { Schema } from "effect"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { type BothLanguages, Source } from "./Sources.ts"

/**
 * How binding a rule is, by its source's own word: ต้อง (must), ควร (should), อาจ (may); `own` is the project's
 * decision where the sources are silent or unclear; `info` is what a source states without such a word, as the
 * definitions, actors, steps and criteria.
 */
export const Strength = Schema.Literals(["must", "should", "may", "own", "info"])
export type Strength = typeof Strength.Type

export const strengthNames: { readonly [S in Strength]: BothLanguages } = {
  must: { th: "ต้อง", en: "must" },
  should: { th: "ควร", en: "should" },
  may: { th: "อาจ", en: "may" },
  own: { th: "ข้อกำหนดของระบบ", en: "decision of the system" },
  info: { th: "ข้อมูลประกอบ", en: "information" }
}

/** The source's own word where it decides how binding the rule is. */
export const Word = Schema.Literals(["ต้อง", "จำเป็นต้อง", "ควร", "อาจ", "สามารถ", "ได้"])
export type Word = typeof Word.Type

/** A capital code of three letters, then a group letter or a number or both, then the letter of a part. */
const Id = Schema.String.check(Schema.isPattern(/^[A-Z]{3}-(?:[A-Z]\d*|\d+)[a-z]?$/))

export const Rule = Schema.Struct({
  id: Id,
  strength: Strength,
  /** The handbook's ‡: the system refuses what goes against the rule, and no agency can waive it. */
  enforced: Schema.Boolean,
  source: Source,
  word: Schema.optionalKey(Word),
  /** The reason as a full sentence, in both languages. */
  wording: Schema.Struct({ th: LocalizedText.fields.th, en: LocalizedText.fields.th }),
  /** The rule or list that this one is a part of. */
  parent: Schema.optionalKey(Id)
}).annotate({ identifier: "Rule" })
export type Rule = typeof Rule.Type

/** What a rule says and where that stands; its strength is beside its id in the catalogue. */
export type RuleText = Omit<Rule, "id" | "strength" | "enforced">

/** The texts of one part of the handbook. */
export interface RuleTexts {
  readonly [id: string]: RuleText
}
