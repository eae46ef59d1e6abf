import { Result, Schema } from "effect"
import { question } from "../engine/Question.ts"
import { everyone } from "../kernel/Grants.ts"
import { answerFields } from "./Fields.ts"
import { Recommendation, recommend } from "./Recommendation.ts"

export const modelQuestions = [
  question({
    name: "models.recommend",
    summary: { th: "แนะนำรูปแบบความร่วมมือ", en: "Recommend a model" },
    input: Schema.Struct(answerFields),
    output: Recommendation,
    allow: [everyone],
    refusals: [],
    rules: ["MOD-1", "MOD-1a", "MOD-1b", "MOD-1c", "MOD-1d", "MOD-1e", "MOD-1f"],
    answer: (answers) => Result.succeed(recommend(answers))
  })
]
