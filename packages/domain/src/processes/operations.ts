import { Schema } from "effect"
import { command } from "../engine/Operation.ts"
import * as Field from "../kernel/Field.ts"
import { administrator, officer, partnerEditor, thirdParty } from "../kernel/Grants.ts"
import { onAnyChange } from "../rules/Refusals.ts"
import { overlayParts } from "./EditWords.ts"
import { Overlay } from "./Overlay.ts"

const onPartnership = { record: "partnership", target: "existing", concurrency: "version", area: "process" } as const

export const completeStep = command({
  ...onPartnership,
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
    ...onAnyChange,
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
  rules: ["COL-2", "COL-4", "COL-5c", "PBC-1", "GRA-1", "COM-1", "COM-5"]
})

export const skipStep = command({
  ...onPartnership,
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
    ...onAnyChange,
    "PartnershipNotRunning",
    "StepUnknown",
    "StepNotOpen",
    "StepAlreadyDone",
    "StepNotSkippable",
    "StepDoneByAct",
    "WrongLane"
  ],
  rules: ["COL-2", "COL-9"]
})

export const moveProcess = command({
  ...onPartnership,
  name: "partnerships.adapt",
  summary: { th: "ย้ายไปใช้กระบวนการที่ปรับแล้ว", en: "Move to an adapted process" },
  irreversible: false,
  onward: false,
  input: Schema.Struct({
    process: Field.optional(
      Field.reference(
        Schema.String.check(Schema.isUUID()),
        "process",
        "กระบวนการที่ปรับแล้ว (เว้นว่างเพื่อกลับไปใช้แบบเดิม)",
        "Adapted process (empty: back to the standard one)"
      )
    )
  }),
  allow: [officer],
  refusals: [...onAnyChange, "PartnershipNotRunning", "OverlayRefused", "ProcessMoveRefused", "WayNotForModel"],
  rules: ["PRO-1"]
})

export const upgradeProcess = command({
  ...onPartnership,
  name: "partnerships.upgrade-process",
  summary: { th: "ใช้กระบวนการฉบับล่าสุด", en: "Take up the newest version of the process" },
  irreversible: { th: "กลับไปใช้กระบวนการฉบับเดิมไม่ได้", en: "There is no way back to the earlier version" },
  onward: false,
  input: Schema.Struct({}),
  allow: [officer],
  refusals: [...onAnyChange, "PartnershipNotRunning", "ProcessUpToDate", "OverlayRefused", "ProcessMoveRefused"],
  rules: ["PRO-1"]
})

/** An overlay is a document: its edits are given whole, as data. */
const overlay = Field.described(Overlay, {
  kind: "document",
  label: { th: "การปรับกระบวนการ", en: "Adaptation" },
  fields: overlayParts
})

export const adaptProcess = command({
  name: "processes.adapt",
  summary: { th: "ปรับกระบวนการของหน่วยงาน", en: "Adapt a process for the agency" },
  area: null,
  irreversible: false,
  onward: false,
  record: "process",
  target: "new",
  input: Schema.Struct({ overlay }),
  allow: [administrator, officer],
  refusals: [...onAnyChange, "OverlayRefused"],
  rules: ["PRO-1"],
  concurrency: "commutes"
})

export const reviseProcess = command({
  name: "processes.revise",
  summary: { th: "ปรับกระบวนการฉบับใหม่", en: "Make a new version of an adapted process" },
  area: null,
  irreversible: false,
  onward: false,
  restates: true,
  record: "process",
  target: "existing",
  input: Schema.Struct({ overlay }),
  allow: [administrator, officer],
  refusals: [...onAnyChange, "OverlayRefused"],
  rules: ["PRO-1"],
  concurrency: "version"
})
