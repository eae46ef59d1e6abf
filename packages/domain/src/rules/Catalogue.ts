import { Schema } from "effect"
import { searchText, wordsOf } from "../kernel/SearchText.ts"
import { actors } from "./data/actors.ts"
import { carryingOut } from "./data/carryingOut.ts"
import { collaboration } from "./data/collaboration.ts"
import { commissioning } from "./data/commissioning.ts"
import { contestability } from "./data/contestability.ts"
import { contracting } from "./data/contracting.ts"
import { enabling } from "./data/enabling.ts"
import { evaluation } from "./data/evaluation.ts"
import { governance } from "./data/governance.ts"
import { grant } from "./data/grant.ts"
import { models } from "./data/models.ts"
import { money } from "./data/money.ts"
import { other } from "./data/other.ts"
import { participation } from "./data/participation.ts"
import { review } from "./data/review.ts"
import type { Rule } from "./Rule.ts"

/** Every rule that the system knows, in the handbook's order. */
export const rules = {
  ...actors,
  ...models,
  ...collaboration,
  ...carryingOut,
  ...grant,
  ...contracting,
  ...commissioning,
  ...money,
  ...enabling,
  ...review,
  ...contestability,
  ...governance,
  ...evaluation,
  ...participation,
  ...other
} as const satisfies { readonly [id: string]: Rule }

export type RuleId = keyof typeof rules

const isRuleId = (id: string): id is RuleId => Object.hasOwn(rules, id)

export const RuleId = Schema.Literals(Object.keys(rules).filter(isRuleId)).annotate({
  identifier: "RuleId",
  expectedThai: "รหัสกฎที่มีอยู่"
})

/** A rule of the catalogue. */
export interface CatalogueRule extends Rule {
  readonly id: RuleId
}

type OfKind<Kind> = { [Id in RuleId]: (typeof rules)[Id] extends Kind ? Id : never }[RuleId]

/** The rules marked ‡. */
export type EnforcedRuleId = OfKind<{ readonly enforced: true }>
/** The rules that a source states with ต้อง. */
export type MustRuleId = OfKind<{ readonly strength: "must" }>

export const rule = (id: RuleId): CatalogueRule => rules[id]

export const allRules: ReadonlyArray<CatalogueRule> = RuleId.literals.map(rule)

/** The rules that name this one as their parent. */
export const partsOf = (id: RuleId): ReadonlyArray<CatalogueRule> => allRules.filter(({ parent }) => parent === id)

/**
 * Whether an agency's overlay can set the rule aside, with a reason: should, may, and the project's own decisions that
 * are not ‡. A must and a ‡ stand, and there is nothing to set aside in a definition.
 */
export const waivable = (id: RuleId): boolean => {
  const { enforced, strength } = rule(id)
  return !enforced && (strength === "should" || strength === "may" || strength === "own")
}

const searchTexts = allRules.map((found) => ({
  found,
  text: searchText([found.id, found.wording.th, found.wording.en])
}))

/** The rules that hold every word asked for in their id or wording, in the handbook's order; a blank text finds all. */
export const searchRules = (text: string): ReadonlyArray<CatalogueRule> => {
  const words = wordsOf(text)
  return searchTexts.filter((entry) => words.every((word) => entry.text.includes(word))).map(({ found }) => found)
}
