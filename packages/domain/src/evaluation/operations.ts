import { Schema } from "effect"
import { command } from "../engine/Operation.ts"
import * as Field from "../kernel/Field.ts"
import { executive, externalEvaluator, internalEvaluator, officer, partnerEditor } from "../kernel/Grants.ts"
import { Decimal, FourDecimals } from "../plans/Decimal.ts"
import { IndicatorId } from "../plans/Indicator.ts"
import { onAnyAct, onAnyChange } from "../rules/Refusals.ts"
import { words } from "../rules/Words.ts"

const onPartnership = { record: "partnership", target: "existing", concurrency: "version", area: "evaluation" } as const
const onEvaluation = [...onAnyChange, "PartnershipNotRunning", "AgreementNotInForce", "PlanMissing"] as const

const methods = { internal: words.internal, external: words.external }

const Result = Schema.Struct({
  indicator: Field.reference(IndicatorId, "indicator", "ตัวชี้วัด", "Indicator"),
  value: Field.written(Decimal, "decimal", "ผลที่ได้", "Result")
})

/** Indicators without a result are left out of the list; they are flagged as unreported. */
const results = Field.list(Result, "ผลตามตัวชี้วัด", "Results by indicator")

const Deduction = Schema.Struct({
  points: Field.written(FourDecimals.check(Schema.isGreaterThan(0)), "decimal", "คะแนนที่หัก", "Points taken off"),
  reason: Field.localized("เหตุผล", "Reason"),
  indicator: Field.optional(Field.reference(IndicatorId, "indicator", "ตัวชี้วัด", "Indicator"))
})

export const selfAssess = command({
  ...onPartnership,
  name: "evaluations.self-assess",
  summary: { th: "ประเมินตนเอง", en: "Assess oneself" },
  irreversible: false,
  onward: true,
  input: Schema.Struct({ results }),
  allow: [partnerEditor],
  refusals: [...onEvaluation, ...onAnyAct, "IndicatorUnknown", "ScaleMisused"],
  rules: ["PER-1", "COL-8"]
})

export const submitEvaluation = command({
  ...onPartnership,
  name: "evaluations.submit",
  summary: { th: "ส่งผลการประเมิน", en: "Submit an evaluation" },
  irreversible: { th: "ส่งแล้วแก้ไม่ได้ นอกจากผู้รับผลส่งกลับ", en: "Once submitted, it can be changed only if it is sent back" },
  onward: true,
  input: Schema.Struct({
    method: Field.choice(methods, "วิธีประเมิน", "Method"),
    results,
    findings: Field.prose("ข้อค้นพบ ปัญหา อุปสรรค และบทเรียน", "Findings, problems, obstacles and lessons"),
    siteVisit: Field.optional(Field.date("วันที่ลงพื้นที่", "Day of the site visit")),
    noVisitReason: Field.optional(Field.prose("เหตุผลที่ไม่ได้ลงพื้นที่", "Why there was no site visit"))
  }),
  allow: [internalEvaluator, externalEvaluator],
  refusals: [
    ...onEvaluation,
    ...onAnyAct,
    "EvaluatorIsPayee",
    "MethodNotYours",
    "SiteVisitMissing",
    "SiteVisitAhead",
    "IndicatorUnknown",
    "ScaleMisused",
    "ReportMissing"
  ],
  rules: ["PBC-6", "PBC-8", "COM-6", "COL-8", "MON-3"]
})

export const acceptEvaluation = command({
  ...onPartnership,
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
    recommendations: Field.optional(Field.prose("ข้อเสนอแนะต่อผู้มีอำนาจ", "Recommendations to those in authority"))
  }),
  allow: [officer, executive],
  refusals: [
    ...onEvaluation,
    ...onAnyAct,
    "EvaluationUnknown",
    "EvaluationNotSubmitted",
    "EvaluatorIsPayee",
    "SamePerson",
    "MethodsIncomplete",
    "ScoreBelowThreshold",
    "ScaleMisused"
  ],
  rules: ["PBC-6", "PBC-7", "PBC-8", "SEP-2"]
})

export const returnEvaluation = command({
  ...onPartnership,
  name: "evaluations.return",
  summary: { th: "ส่งผลการประเมินกลับ", en: "Send an evaluation back" },
  irreversible: { th: "ส่งกลับแล้วต้องรอผู้ประเมินส่งใหม่", en: "Once sent back, it waits for the evaluator to submit it anew" },
  onward: false,
  input: Schema.Struct({
    evaluation: Field.text("การประเมิน", "Evaluation"),
    reason: Field.prose("เหตุผล", "Reason")
  }),
  allow: [officer, executive],
  refusals: [...onEvaluation, "EvaluationUnknown", "EvaluationNotSubmitted"],
  rules: ["COL-8"]
})
