import type { RuleId } from "./Catalogue.ts"
import { isEnforced, RuleId as RuleIds, strengths } from "./Catalogue.ts"
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
import type { Rule, RuleText, Strength } from "./Rule.ts"

/** What each rule says, and where that stands. */
const texts: { readonly [Id in RuleId]: RuleText } = {
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
}

/** A rule in full. */
export interface CatalogueRule extends Rule {
  readonly id: RuleId
}

export const strengthOf = (id: RuleId): Strength => strengths[id].replace(" ‡", "") as Strength

export const rule = (id: RuleId): CatalogueRule => ({
  id,
  strength: strengthOf(id),
  enforced: isEnforced(id),
  ...texts[id]
})

export const allRules: ReadonlyArray<CatalogueRule> = RuleIds.literals.map(rule)

/** The rules that name this one as their parent. */
export const partsOf = (id: RuleId): ReadonlyArray<CatalogueRule> => allRules.filter(({ parent }) => parent === id)
