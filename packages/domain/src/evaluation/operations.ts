import { Schema } from "effect"
import { question } from "../engine/Question.ts"
import * as Field from "../kernel/Field.ts"
import { everyone } from "../kernel/Grants.ts"
import { Indicator } from "../plans/Indicator.ts"
import { onAnyScore, refuseScoring } from "./Refused.ts"
import { Deduction, Reported, Scored, score, type UnreportedPolicy } from "./Scoring.ts"

const policies = {
  exclude: { th: "ไม่นับตัวชี้วัดที่ไม่รายงาน", en: "leave unreported indicators out" },
  lowest: { th: "ให้คะแนนต่ำสุดแก่ตัวชี้วัดที่ไม่รายงาน", en: "give unreported indicators the lowest score" }
} as const satisfies Record<typeof UnreportedPolicy.Type, object>

export const evaluationQuestions = [
  question({
    name: "kpi.score",
    summary: { th: "คำนวณคะแนนตัวชี้วัด", en: "Score indicators" },
    input: Schema.Struct({
      indicators: Field.document(Schema.Array(Indicator).check(Schema.isMaxLength(500)), "ตัวชี้วัด", "Indicators"),
      results: Field.document(Schema.Array(Reported).check(Schema.isMaxLength(500)), "ผล", "Results"),
      deductions: Field.optional(
        Field.document(Schema.Array(Deduction).check(Schema.isMaxLength(100)), "รายการหักคะแนน", "Deductions")
      ),
      unreported: Field.optional(Field.choice(policies, "เมื่อไม่รายงาน", "Where unreported"))
    }),
    output: Scored,
    allow: [everyone],
    refusals: onAnyScore,
    rules: ["PER-1"],
    answer: ({ deductions, indicators, results, unreported }) =>
      refuseScoring(
        score(indicators, results, {
          ...(deductions === undefined ? {} : { deductions }),
          ...(unreported === undefined ? {} : { unreported })
        }),
        indicators
      )
  })
]
