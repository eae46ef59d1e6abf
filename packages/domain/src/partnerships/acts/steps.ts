import { Schema } from "effect"
import type { Target } from "../../engine/Handler.ts"
import * as Field from "../../kernel/Field.ts"
import { officer, partnerEditor, thirdParty } from "../../kernel/Grants.ts"
import type { PlacedStep } from "../../processes/Composition.ts"
import * as Steps from "../decisions/steps.ts"
import { actsOn } from "./actsOn.ts"

const { change } = actsOn("process")

const targetsAt = (steps: ReadonlyArray<PlacedStep>): ReadonlyArray<Target> =>
  steps.map(({ key, label }) => ({ field: "step", value: key, label: { th: label.th, en: label.en ?? label.th } }))

export const steps = [
  change({
    name: "steps.complete",
    summary: { th: "บันทึกว่าทำขั้นตอนแล้ว", en: "Record a step as done" },
    irreversible: { th: "ขั้นตอนที่บันทึกว่าทำแล้วถอนไม่ได้", en: "A step that is on record as done cannot be taken back" },
    onward: true,
    input: Schema.Struct({
      step: Field.text("ขั้นตอน", "Step"),
      facts: Field.facts("สิ่งที่ต้องระบุในขั้นตอนนี้", "What the step must state"),
      evidence: Field.optional(Field.list(Schema.Struct({ file: Field.text("ไฟล์", "File") }), "หลักฐาน", "Evidence", 20))
    }),
    allow: [officer, partnerEditor, thirdParty],
    refusals: [
      "PartnershipNotRunning",
      "StepUnknown",
      "StepNotOpen",
      "StepAlreadyDone",
      "StepDoneByAct",
      "StepFactsMissing",
      "WrongLane",
      "AlreadyConfirmed",
      "SeparationOfDuties",
      "EvidenceUnknown",
      "CapabilityNotAssessed",
      "BeyondCapability"
    ],
    rules: ["COL-2", "COL-4", "COL-5c", "PBC-1", "GRA-1", "COM-1", "COM-5"],
    targets: (state, actor) => targetsAt(Steps.stepsToComplete(state, actor)),
    ready: (state, context, target) => Steps.canComplete(state, target?.value, context),
    decide: ({ context, input, state }) => Steps.completeStep(state, input, context)
  }),
  change({
    name: "steps.skip",
    summary: { th: "ข้ามขั้นตอนโดยมีเหตุผล", en: "Skip a step with a reason" },
    irreversible: { th: "ขั้นตอนที่ข้ามแล้วกลับมาทำไม่ได้", en: "A step that was skipped cannot be done later" },
    onward: false,
    input: Schema.Struct({
      step: Field.text("ขั้นตอน", "Step"),
      reason: Field.prose("เหตุผล", "Reason")
    }),
    allow: [officer],
    refusals: [
      "PartnershipNotRunning",
      "StepUnknown",
      "StepNotOpen",
      "StepAlreadyDone",
      "StepNotSkippable",
      "ReasonMissing",
      "StepDoneByAct",
      "WrongLane",
      "SeparationOfDuties"
    ],
    rules: ["COL-2", "COL-9"],
    targets: (state) => targetsAt(Steps.openRecordSteps(state, true)),
    ready: (state, context, target) => Steps.canSkip(state, target?.value, context),
    decide: ({ context, input, state }) => Steps.skipStep(state, input, context)
  })
]
