import { Schema } from "effect"
import type { Target } from "../../engine/Handler.ts"
import { onAnyScore } from "../../evaluation/Refused.ts"
import { evaluationWords } from "../../evaluation/words.ts"
import * as Field from "../../kernel/Field.ts"
import { evaluator, executive, officer, partnerEditor } from "../../kernel/Grants.ts"
import { Decimal, FourDecimals } from "../../plans/Decimal.ts"
import { IndicatorId } from "../../plans/Indicator.ts"
import { onAnyAct, onAnyStep } from "../../processes/refusals.ts"
import { acceptingTiming, findingTiming } from "../decisions/anew.ts"
import * as Evaluating from "../decisions/evaluating.ts"
import type { Partnership } from "../Partnership.ts"
import { actsOn } from "./actsOn.ts"
import { named } from "./related.ts"

const { change } = actsOn("evaluation")

const onEvaluation = ["PartnershipNotRunning", "AgreementMissing", "AgreementNotInForce"] as const
const onEvaluationStep = [...onEvaluation, "PlanMissing", "PlanNotAgreed", "RecipientMissing"] as const

const methods = { internal: evaluationWords.values.internal, external: evaluationWords.values.external }

const Result = Schema.Struct({
  indicator: Field.reference(IndicatorId, "indicator", "ตัวชี้วัด", "Indicator"),
  value: Field.written(Decimal, "decimal", "ผลที่ได้", "Result")
})

/** Indicators without a result are left out of the list; they are flagged, and count as the plan says. */
const results = Field.list(Result, "ผลตามตัวชี้วัด", "Results by indicator")

const Deduction = Schema.Struct({
  points: Field.written(FourDecimals.check(Schema.isGreaterThan(0)), "decimal", "คะแนนที่หัก", "Points taken off"),
  reason: Field.localized("เหตุผล", "Reason"),
  indicator: Field.optional(Field.reference(IndicatorId, "indicator", "ตัวชี้วัด", "Indicator"))
})

const evaluationTargets = ({ evaluations }: Partnership): ReadonlyArray<Target> =>
  evaluations
    .filter(({ findings, status }) => status === "open" && findings.length > 0)
    .map(({ id, step }) => ({
      field: "evaluation",
      value: id,
      label: { th: `การประเมิน ${step}`, en: `Evaluation ${step}` }
    }))

export const evaluation = [
  change({
    name: "evaluations.self-assess",
    summary: { th: "ประเมินตนเอง", en: "Assess oneself" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({ results }),
    allow: [partnerEditor],
    refusals: [...onEvaluationStep, ...onAnyStep, "WrongLane", ...onAnyScore],
    rules: ["PER-1", "COL-8"],
    ready: Evaluating.canSelfAssess,
    decide: ({ context, input, state }) => Evaluating.selfAssess(state, input.results, context)
  }),
  change({
    name: "evaluations.submit",
    summary: { th: "ส่งผลการประเมิน", en: "Submit an evaluation" },
    irreversible: {
      th: "ส่งแล้วแก้ไม่ได้ นอกจากผู้รับผลส่งกลับ",
      en: "Once submitted, it can be changed only if it is sent back"
    },
    onward: true,
    input: Schema.Struct({
      method: Field.choice(methods, "วิธีประเมิน", "Method"),
      results,
      findings: Field.prose("ข้อค้นพบ ปัญหา อุปสรรค และบทเรียน", "Findings, problems, obstacles and lessons"),
      siteVisit: Field.optional(Field.date("วันที่ลงพื้นที่", "Day of the site visit")),
      noVisitReason: Field.whyNot("PBC-6a", "เหตุผลที่ไม่ได้ลงพื้นที่", "Why there was no site visit")
    }),
    allow: [evaluator],
    refusals: [
      ...onEvaluationStep,
      ...onAnyStep,
      "WrongLane",
      "EvaluatorIsPayee",
      "MethodNotYours",
      "FindingAlreadyGiven",
      "SiteVisitMissing",
      "SiteVisitAhead",
      "DateRefused",
      ...onAnyScore,
      "ReportMissing"
    ],
    rules: ["PBC-6", "PBC-8", "COM-6", "GRA-4", "COL-8"],
    timing: findingTiming,
    ready: Evaluating.canSubmit,
    decide: ({ context, input, state }) => Evaluating.submit(state, input, context)
  }),
  change({
    name: "evaluations.accept",
    summary: { th: "ยอมรับผลการประเมิน", en: "Accept an evaluation" },
    irreversible: {
      th: "ผลที่ยอมรับแล้วเปลี่ยนไม่ได้ และเปิดทางให้จ่ายเงินงวดถัดไป",
      en: "An accepted result cannot be changed, and opens the way to the next payment"
    },
    onward: true,
    input: Schema.Struct({
      evaluation: Field.text("การประเมิน", "Evaluation"),
      deductions: Field.list(Deduction, "รายการหักคะแนน", "Deductions", 20),
      recommendations: Field.optional(Field.prose("ข้อเสนอแนะต่อผู้มีอำนาจ", "Recommendations to those in authority")),
      jointAnalysis: Field.optional(
        Field.prose(
          "ผลการวิเคราะห์ร่วมกัน และสิ่งที่จะปรับปรุง พัฒนา ยกระดับ หรือขยาย",
          "What both sides found together, and what is improved, developed, raised or extended"
        )
      ),
      noAnalysisReason: Field.whyNot(
        "COM-6b",
        "เหตุผลที่ไม่ได้วิเคราะห์ผลร่วมกัน",
        "Why the results were not analysed together"
      ),
      noLessonsReason: Field.whyNot(
        "COL-7d",
        "เหตุผลที่ไม่ได้ถอดบทเรียนหรือประเมินสถานการณ์ระหว่างดำเนินงาน",
        "Why no lesson was drawn and no situation assessed on the way"
      )
    }),
    allow: [officer, executive],
    refusals: [
      ...onEvaluationStep,
      ...onAnyAct,
      "EvaluationUnknown",
      "EvaluationNotSubmitted",
      "EvaluatorIsPayee",
      "SamePerson",
      "MethodsIncomplete",
      "ResultsIncomplete",
      "ScoreBelowThreshold",
      "ReasonMissing",
      ...onAnyScore
    ],
    rules: ["COL-7d", "COM-6b", "PBC-6", "PBC-7", "PBC-8", "COM-6", "GRA-4", "COL-8", "SEP-2"],
    targets: evaluationTargets,
    ready: (state, context, target) => Evaluating.canAccept(state, named(target), context),
    timing: acceptingTiming,
    decide: ({ context, input, state }) => Evaluating.accept(state, input.evaluation, input, context)
  }),
  change({
    name: "evaluations.return",
    summary: { th: "ส่งผลการประเมินกลับ", en: "Send an evaluation back" },
    irreversible: {
      th: "ส่งกลับแล้วต้องรอผู้ประเมินส่งใหม่",
      en: "Once sent back, it waits for the evaluator to submit it anew"
    },
    onward: false,
    input: Schema.Struct({
      evaluation: Field.text("การประเมิน", "Evaluation"),
      reason: Field.prose("เหตุผล", "Reason")
    }),
    allow: [officer, executive],
    refusals: [...onEvaluation, "EvaluationUnknown", "EvaluationNotSubmitted"],
    rules: ["COL-8"],
    targets: evaluationTargets,
    ready: (state, _, target) => Evaluating.sendBack(state, named(target), "—"),
    decide: ({ input, state }) => Evaluating.sendBack(state, input.evaluation, input.reason)
  })
]
