import { Schema } from "effect"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import type { RuleId } from "../rules/Catalogue.ts"
import type { ModelId } from "./Models.ts"

/** The answers to MOD-1a to MOD-1f. */
export const Answers = Schema.Struct({
  nature: Schema.Literals(["project", "service", "new-mission", "managerial"]),
  timeFrame: Schema.Literals(["bounded", "continuing", "long-term"]),
  resources: Schema.Literals(["owner-subsidy", "owner-budget", "pooled"]),
  wish: Schema.Literals(["flexible-support", "paid-by-results", "shared-management", "undecided"]),
  readiness: Schema.Literals(["low", "medium", "high", "several"]),
  relation: Schema.Literals(["new", "established", "long-term-trust"])
}).annotate({ identifier: "ModelAnswers" })
export type Answers = typeof Answers.Type

/** The questions in the handbook's order. */
export const QuestionId = Schema.Literals(["nature", "timeFrame", "resources", "wish", "readiness", "relation"])
export type QuestionId = keyof Answers

/** How much an answer speaks for a model, or against it, and why. */
export const Weighing = Schema.Struct({
  points: Schema.Int.check(Schema.isBetween({ minimum: -3, maximum: 3 })),
  reason: LocalizedText
})
export type Weighing = typeof Weighing.Type

/** A model that an answer says nothing about is left out. */
export const Weighings = Schema.Struct({
  grant: Schema.optionalKey(Weighing),
  contracting: Schema.optionalKey(Weighing),
  commissioning: Schema.optionalKey(Weighing)
}) satisfies Schema.Struct<{ [Id in ModelId]: Schema.optionalKey<typeof Weighing> }>
export type Weighings = typeof Weighings.Type

export interface Choice {
  readonly label: LocalizedText
  readonly weighs: Weighings
}

export interface Question<Id extends QuestionId> {
  readonly rule: RuleId
  readonly label: LocalizedText
  readonly choices: { readonly [Answer in Answers[Id]]: Choice }
}
