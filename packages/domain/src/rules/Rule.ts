import { Schema } from "effect"
import { LocalizedText } from "../kernel/LocalizedText.ts"

/**
 * How binding a rule is, by its source's own word: ต้อง (must), ควร (should), อาจ (may); `own` is the project's
 * decision where the sources are silent or unclear; `info` is what a source states without such a word, as the
 * definitions, actors, steps and criteria.
 */
export const Strength = Schema.Literals(["must", "should", "may", "own", "info"])
export type Strength = typeof Strength.Type

/** Where a rule comes from. */
export const Source = Schema.Literals(["OPDC", "OPDC-2557", "PLAN", "GG", "UK", "PHAKHI"])
export type Source = typeof Source.Type

export interface BothLanguages {
  readonly th: string
  readonly en: string
}

export const strengthNames: { readonly [S in Strength]: BothLanguages } = {
  must: { th: "ต้อง", en: "must" },
  should: { th: "ควร", en: "should" },
  may: { th: "อาจ", en: "may" },
  own: { th: "ข้อกำหนดของระบบ", en: "decision of the system" },
  info: { th: "ข้อมูลประกอบ", en: "information" }
}

export const sourceNames: { readonly [S in Source]: BothLanguages } = {
  OPDC: {
    th: "คู่มือการจัดทำข้อตกลงระหว่างภาครัฐกับภาคประชาสังคมหรือชุมชน สำนักงาน ก.พ.ร.",
    en: "Handbook on agreements between the state and civil society or communities, Public Sector Development Commission"
  },
  "OPDC-2557": {
    th: "การพัฒนาการบริหารราชการแบบบูรณาการ สำนักงาน ก.พ.ร. พ.ศ. 2557",
    en: "Development of integrated public administration, Public Sector Development Commission, 2014"
  },
  PLAN: {
    th: "แผนยุทธศาสตร์การพัฒนาระบบราชการไทย พ.ศ. 2551–2555",
    en: "Strategic Plan for Thai Public Sector Development, 2008–2012"
  },
  GG: {
    th: "บทเรียนของคณะทำงานด้านการบริหารกิจการบ้านเมืองที่ดี",
    en: "Lessons of a good-governance working group"
  },
  UK: {
    th: "Working Together: Public Services on Your Side สหราชอาณาจักร มีนาคม พ.ศ. 2552",
    en: "Working Together: Public Services on Your Side, United Kingdom, March 2009"
  },
  PHAKHI: { th: "ข้อกำหนดของระบบภาคี", en: "Decision of the Phakhi project" }
}

/** A capital code of three letters, then a group letter or a number or both, then the letter of a part. */
const Id = Schema.String.check(Schema.isPattern(/^[A-Z]{3}-(?:[A-Z]\d*|\d+)[a-z]?$/))

export const Rule = Schema.Struct({
  id: Id,
  strength: Strength,
  /** The handbook's ‡: the system refuses what goes against the rule, and no agency can waive it. */
  enforced: Schema.Boolean,
  source: Source,
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
