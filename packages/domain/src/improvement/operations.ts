import { Result, Schema } from "effect"
import { question } from "../engine/Question.ts"
import * as Field from "../kernel/Field.ts"
import { everyone } from "../kernel/Grants.ts"
import { refuse } from "./refusals.ts"
import { Reduced, reduce, StepReduction } from "./StepReduction.ts"

export const improvementQuestions = [
  question({
    name: "reductions.measure",
    summary: { th: "คำนวณการลดขั้นตอนและระยะเวลา", en: "Measure the reduction of steps and time" },
    input: Schema.Struct({ measured: Field.document(StepReduction, "ก่อนและหลัง", "Before and after") }),
    output: Reduced,
    allow: [everyone],
    refusals: ["NothingBefore"],
    rules: ["RED-1", "RED-2"],
    answer: ({ measured }) =>
      Result.match(reduce(measured), {
        onSuccess: (reduced) => Result.succeed(reduced),
        onFailure: ({ measure }) => refuse("NothingBefore", { of: measure })
      })
  })
]
