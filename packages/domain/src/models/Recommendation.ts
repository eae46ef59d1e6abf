import { Result, Schema } from "effect"
import { LocalizedText } from "../kernel/LocalizedText.ts"
import { RuleId } from "../rules/Catalogue.ts"
import { type Answers, QuestionId, Weighings } from "./Answers.ts"
import { choiceIds, choiceOf, questions } from "./Criteria.ts"
import { ModelId, models } from "./Models.ts"

/** A criterion that an agency adds to MOD-1, with the answer given: the list is open. */
export const AddedCriterion = Schema.Struct({
  criterion: LocalizedText,
  answer: LocalizedText,
  weighs: Weighings
}).annotate({ identifier: "AddedCriterion" })
export type AddedCriterion = typeof AddedCriterion.Type

export const Reason = Schema.Struct({
  rule: RuleId,
  criterion: LocalizedText,
  answer: LocalizedText,
  points: Schema.Int,
  text: LocalizedText
}).annotate({ identifier: "ModelReason" })
export type Reason = typeof Reason.Type

export const RankedModel = Schema.Struct({
  rank: Schema.Literals([1, 2, 3]),
  model: ModelId,
  rule: RuleId,
  name: LocalizedText,
  points: Schema.Int,
  reasonsFor: Schema.Array(Reason),
  reasonsAgainst: Schema.Array(Reason)
}).annotate({ identifier: "RankedModel" })
export type RankedModel = typeof RankedModel.Type

/** One other answer that puts another model first. */
export const Change = Schema.Struct({
  question: QuestionId,
  rule: RuleId,
  answer: Schema.String,
  label: LocalizedText,
  first: ModelId
}).annotate({ identifier: "ModelChange" })
export type Change = typeof Change.Type

export const Recommendation = Schema.Struct({
  ranking: Schema.Tuple([RankedModel, RankedModel, RankedModel]),
  /** What sets the first apart from the second. */
  decidedBy: Schema.Literals(["points", "fewer-objections", "nature"]),
  /** Empty where no single other answer would put another model first. */
  changes: Schema.Array(Change)
}).annotate({ identifier: "Recommendation" })
export type Recommendation = typeof Recommendation.Type
type DecidedBy = Recommendation["decidedBy"]

type Weighed = Omit<RankedModel, "rank"> & { readonly nature: number }

const reasonsOf = (model: ModelId, answers: Answers, added: ReadonlyArray<AddedCriterion>): ReadonlyArray<Reason> => [
  ...QuestionId.literals.flatMap((id) => {
    const choice = choiceOf(id, answers[id])
    const weighing = choice.weighs[model]
    const { label, rule } = questions[id]
    return weighing === undefined
      ? []
      : [{ rule, criterion: label, answer: choice.label, points: weighing.points, text: weighing.reason }]
  }),
  ...added.flatMap(({ answer, criterion, weighs }) => {
    const weighing = weighs[model]
    return weighing === undefined
      ? []
      : [{ rule: "MOD-1" as const, criterion, answer, points: weighing.points, text: weighing.reason }]
  })
]

const weighModel = (model: ModelId, answers: Answers, added: ReadonlyArray<AddedCriterion>): Weighed => {
  const reasons = reasonsOf(model, answers, added)
  return {
    model,
    rule: models[model].rule,
    name: models[model].name,
    points: reasons.reduce((sum, { points }) => sum + points, 0),
    nature: choiceOf("nature", answers.nature).weighs[model]?.points ?? 0,
    reasonsFor: reasons.filter(({ points }) => points > 0),
    reasonsAgainst: reasons.filter(({ points }) => points < 0)
  }
}

const objections = ({ reasonsAgainst }: Weighed): number => reasonsAgainst.reduce((sum, { points }) => sum - points, 0)

/** Ties are broken in this order; the last never ties, since no nature of a mission weighs the same for two models. */
const order: ReadonlyArray<readonly [DecidedBy, (a: Weighed, b: Weighed) => number]> = [
  ["points", (a, b) => b.points - a.points],
  ["fewer-objections", (a, b) => objections(a) - objections(b)],
  ["nature", (a, b) => b.nature - a.nature]
]

const before = (a: Weighed, b: Weighed): number =>
  order.reduce((settled, [, compare]) => (settled !== 0 ? settled : compare(a, b)), 0)

type Three<A> = readonly [A, A, A]

const rank = (answers: Answers, added: ReadonlyArray<AddedCriterion>): Three<Weighed> => {
  const weighed = (model: ModelId) => weighModel(model, answers, added)
  const all: [Weighed, Weighed, Weighed] = [weighed("grant"), weighed("contracting"), weighed("commissioning")]
  return all.sort(before)
}

const changesOf = (answers: Answers, added: ReadonlyArray<AddedCriterion>, first: ModelId): ReadonlyArray<Change> =>
  QuestionId.literals.flatMap((question) =>
    choiceIds(question).flatMap((answer) => {
      const [other] = rank({ ...answers, [question]: answer }, added)
      return other.model === first
        ? []
        : [
            {
              question,
              rule: questions[question].rule,
              answer,
              label: choiceOf(question, answer).label,
              first: other.model
            }
          ]
    })
  )

const ranked = ({ nature: _, ...weighed }: Weighed, place: 1 | 2 | 3): RankedModel => ({ rank: place, ...weighed })

/** MOD-1: all three models in order, with the reasons for and against each, and what would put another one first. */
export const recommend = (answers: Answers, added: ReadonlyArray<AddedCriterion> = []): Recommendation => {
  const [first, second, third] = rank(answers, added)
  const decidedBy = order.find(([, compare]) => compare(first, second) !== 0)?.[0] ?? "nature"
  return {
    ranking: [ranked(first, 1), ranked(second, 2), ranked(third, 3)],
    decidedBy,
    changes: changesOf(answers, added, first.model)
  }
}

export interface ReasonMissing {
  readonly _tag: "ReasonMissing"
  readonly recommended: ModelId
  readonly chosen: ModelId
}

/** MOD-2: another model than the recommended one is chosen with a written reason only. */
export const checkChoice = (
  { ranking }: Recommendation,
  chosen: ModelId,
  reason?: string
): Result.Result<ModelId, ReasonMissing> => {
  const recommended = ranking[0].model
  return chosen === recommended || (reason ?? "").trim() !== ""
    ? Result.succeed(chosen)
    : Result.fail({ _tag: "ReasonMissing", recommended, chosen })
}
