import { assert, describe, it } from "@effect/vitest"
import { runs } from "@phakhi/testing/Runs"
import { Result, Schema } from "effect"
import { Answers, QuestionId } from "../../src/models/Answers.ts"
import { choiceIds, choiceOf, questions } from "../../src/models/Criteria.ts"
import { ModelId } from "../../src/models/Models.ts"
import { type AddedCriterion, checkChoice, Recommendation, recommend } from "../../src/models/Recommendation.ts"
import { rule } from "../../src/rules/Rules.ts"

/** Every answer to every question, with every other: 1,728 sheets. */
const sheets: ReadonlyArray<Answers> = QuestionId.literals
  .reduce<ReadonlyArray<Partial<Answers>>>(
    (all, question) => all.flatMap((sheet) => choiceIds(question).map((answer) => ({ ...sheet, [question]: answer }))),
    [{}]
  )
  .map((sheet) => sheet as Answers)

const key = (answers: Answers) => QuestionId.literals.map((question) => answers[question]).join(" ")
const recommended = new Map(sheets.map((answers) => [key(answers), recommend(answers)]))

const first = (answers: Answers) => recommended.get(key(answers))?.ranking[0].model
const pointsOf = (answers: Answers, model: ModelId) =>
  recommended.get(key(answers))?.ranking.find((ranked) => ranked.model === model)?.points ?? NaN

const childcare: Answers = {
  nature: "service",
  timeFrame: "continuing",
  resources: "owner-budget",
  wish: "paid-by-results",
  readiness: "high",
  relation: "established"
}
const universalDesign: Answers = { ...childcare, wish: "undecided", relation: "new" }

describe("recommend", () => {
  it("CASE-1 CASE-2 both pilots come out as contracting", () => {
    assert.strictEqual(first(childcare), "contracting")
    assert.strictEqual(first(universalDesign), "contracting")
  })

  it("MOD-G MOD-C what the table says of a grant and of commissioning comes out as that", () => {
    assert.strictEqual(
      first({
        nature: "project",
        timeFrame: "bounded",
        resources: "owner-subsidy",
        wish: "flexible-support",
        readiness: "medium",
        relation: "new"
      }),
      "grant"
    )
    assert.strictEqual(
      first({
        nature: "managerial",
        timeFrame: "long-term",
        resources: "pooled",
        wish: "shared-management",
        readiness: "several",
        relation: "long-term-trust"
      }),
      "commissioning"
    )
  })

  it("MOD-1 ranks three distinct models for every sheet of answers, in falling points, with reasons that add up", () => {
    assert.strictEqual(sheets.length, 1_728)
    for (const answers of sheets) {
      const { ranking } = recommend(answers)
      assert.deepEqual(
        ranking.map(({ rank }) => rank),
        [1, 2, 3]
      )
      assert.strictEqual(new Set(ranking.map(({ model }) => model)).size, 3)
      assert.isTrue(ranking[0].points >= ranking[1].points && ranking[1].points >= ranking[2].points)
      for (const { points, reasonsAgainst, reasonsFor } of ranking) {
        assert.isTrue(
          reasonsFor.every((reason) => reason.points > 0) && reasonsAgainst.every((reason) => reason.points < 0)
        )
        assert.strictEqual(
          [...reasonsFor, ...reasonsAgainst].reduce((sum, reason) => sum + reason.points, 0),
          points
        )
      }
    }
  })

  it("MOD-1 an answer that favours a model more never lowers its points", () => {
    for (const answers of sheets) {
      for (const question of QuestionId.literals) {
        for (const model of ModelId.literals) {
          const weight = (answer: Answers[QuestionId]) => choiceOf(question, answer).weighs[model]?.points ?? 0
          const given = weight(answers[question])
          const points = pointsOf(answers, model)
          const better = choiceIds(question).filter((answer) => weight(answer) >= given)
          const lowered = better.filter((answer) => !(pointsOf({ ...answers, [question]: answer }, model) >= points))
          assert.strictEqual(lowered.length, 0, `${key(answers)}: ${model}`)
        }
      }
    }
  })

  it.prop(
    "MOD-1 gives the same answer twice, and the same through the wire",
    { answers: Answers },
    ({ answers }) => {
      const wire: unknown = JSON.parse(JSON.stringify(Schema.encodeSync(Recommendation)(recommend(answers))))
      assert.deepEqual(Schema.decodeUnknownSync(Recommendation)(wire), recommend(answers))
    },
    { arbitrary: { runs: runs(50), seed: 1 } }
  )

  it("MOD-1 says which single other answers would put another model first, all of them and no more", () => {
    for (const answers of sheets) {
      const { changes, ranking } = recommend(answers)
      const listed = new Map(changes.map((change) => [`${change.question} ${change.answer}`, change.first]))
      for (const question of QuestionId.literals) {
        for (const answer of choiceIds(question)) {
          const other = first({ ...answers, [question]: answer })
          assert.strictEqual(listed.get(`${question} ${answer}`) ?? ranking[0].model, other)
        }
      }
      assert.isTrue(changes.every((change) => change.first !== ranking[0].model))
    }
    assert.isAbove(sheets.filter((answers) => recommend(answers).changes.length > 0).length, 500)
  })

  it("MOD-1 breaks a tie by objections, then by the nature of the mission", () => {
    const seen = new Set(sheets.map((answers) => recommend(answers).decidedBy))
    assert.strictEqual(seen.size, 3)
    for (const answer of Answers.fields.nature.literals) {
      const { weighs } = choiceOf("nature", answer)
      assert.strictEqual(new Set(ModelId.literals.map((model) => weighs[model]?.points ?? 0)).size, 3, answer)
    }
    for (const answers of sheets) {
      const {
        decidedBy,
        ranking: [one, two]
      } = recommend(answers)
      const against = ({ reasonsAgainst }: typeof one) => reasonsAgainst.reduce((sum, { points }) => sum - points, 0)
      const nature = ({ model }: typeof one) => choiceOf("nature", answers.nature).weighs[model]?.points ?? 0
      const expected =
        one.points !== two.points ? "points" : against(one) !== against(two) ? "fewer-objections" : "nature"
      assert.strictEqual(decidedBy, expected)
      if (expected === "fewer-objections") assert.isBelow(against(one), against(two))
      if (expected === "nature") assert.isAbove(nature(one), nature(two))
    }
  })

  it("MOD-1 the list is open: a criterion that an agency adds counts like the others", () => {
    const answers: Answers = {
      nature: "project",
      timeFrame: "bounded",
      resources: "owner-budget",
      wish: "undecided",
      readiness: "high",
      relation: "established"
    }
    const added = (points: number): AddedCriterion => ({
      criterion: { th: "ความเร่งด่วน" },
      answer: { th: "เร่งด่วนมาก" },
      weighs: { contracting: { points, reason: { th: "มีผู้รับมอบพร้อมเริ่มทันที" } } }
    })
    const [alone] = recommend(answers).ranking
    const weighed = recommend(answers, [added(3)]).ranking
    assert.strictEqual(alone.model, "grant")
    assert.strictEqual(weighed[0].model, "contracting")
    assert.include(
      weighed[0].reasonsFor.map(({ rule }) => rule),
      "MOD-1"
    )
    assert.deepInclude(
      recommend(answers, [added(-3)])
        .ranking.find(({ model }) => model === "contracting")
        ?.reasonsAgainst.at(-1),
      { points: -3 }
    )
  })

  it("MOD-1a to MOD-1f every question and answer is worded in Thai and English and cites its rule", () => {
    assert.deepEqual(
      QuestionId.literals.map((id) => questions[id].rule),
      ["MOD-1a", "MOD-1b", "MOD-1c", "MOD-1d", "MOD-1e", "MOD-1f"]
    )
    for (const id of QuestionId.literals) {
      assert.strictEqual(rule(questions[id].rule).parent, "MOD-1")
      for (const answer of choiceIds(id)) {
        const { label, weighs } = choiceOf(id, answer)
        const texts = [questions[id].label, label, ...Object.values(weighs).map(({ reason }) => reason)]
        for (const text of texts) assert.isTrue(/[\u0e00-\u0e7f]/u.test(text.th) && (text.en ?? "") !== "", answer)
        assert.isTrue(Object.values(weighs).every(({ points }) => points !== 0 && Math.abs(points) <= 3))
        assert.isAbove(Object.keys(weighs).length, 0)
      }
    }
  })

  it("MOD-P3 a new mission without experience or lessons speaks for contracting, and for no other model", () => {
    const { weighs } = choiceOf("nature", "new-mission")
    const speaking = ModelId.literals.filter((model) => (weighs[model]?.points ?? 0) > 0)
    assert.deepStrictEqual(speaking, ["contracting"])
    const asked: Answers = {
      nature: "new-mission",
      timeFrame: "bounded",
      resources: "owner-budget",
      wish: "undecided",
      readiness: "medium",
      relation: "new"
    }
    assert.strictEqual(first(asked), "contracting")
    assert.strictEqual(first({ ...asked, nature: "project" }), "grant")
  })

  it("MOD-1 every model comes first for some sheets", () => {
    const firsts = new Set(sheets.map(first))
    assert.strictEqual(firsts.size, 3)
  })
})

describe("checkChoice", () => {
  it("MOD-2 wants a written reason for any other model than the recommended one", () => {
    const recommendation = recommend(childcare)
    assert.deepEqual(Result.merge(checkChoice(recommendation, "contracting")), "contracting")
    for (const reason of [undefined, "", "  "]) {
      assert.deepEqual(Result.merge(checkChoice(recommendation, "grant", reason)), {
        _tag: "ReasonMissing",
        recommended: "contracting",
        chosen: "grant"
      })
    }
    assert.strictEqual(Result.merge(checkChoice(recommendation, "grant", "ทดลองในปีแรก")), "grant")
  })
})
