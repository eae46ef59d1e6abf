import { Result } from "effect"
import type { LocalizedText } from "../kernel/LocalizedText.ts"
import type { Decision } from "../kernel/Refusal.ts"
import type { RuleId } from "../rules/Catalogue.ts"
import { refuse } from "./refusals.ts"

/** What a rule that says "should" asks for, and whether it was done or why not was said. */
export interface Should {
  readonly rule: RuleId
  readonly done: boolean
  readonly reason: string | undefined
  /** What the reason is for, as the rule's words have it. */
  readonly subject: LocalizedText
  readonly field: string
}

/** Whoever passes over what a rule says should be, says why; it is kept with what they do. */
export const doneOrWhyNot = ({ done, field, reason, rule, subject }: Should): Decision<void, "ReasonMissing"> =>
  done || reason !== undefined ? Result.succeed(undefined) : refuse("ReasonMissing", { subject }, { rule, field })
