import { Schema } from "effect"
import { command } from "../engine/Operation.ts"
import { OrganisationId } from "../kernel/Actor.ts"
import * as Field from "../kernel/Field.ts"
import { executive, externalEvaluator, finance, internalEvaluator, officer, partnerEditor } from "../kernel/Grants.ts"
import { MissionId } from "../missions/Mission.ts"
import { onAnyAct, onAnyChange } from "../rules/Refusals.ts"
import { capabilities, partyRoles } from "./Parties.ts"

const onPartnership = { record: "partnership", target: "existing", concurrency: "version" } as const
const onRunning = [...onAnyChange, "PartnershipNotRunning"] as const

export const startPartnership = command({
  name: "partnerships.start",
  summary: { th: "เริ่มความร่วมมือจากภารกิจ", en: "Start a partnership from a mission" },
  area: "process",
  irreversible: false,
  onward: false,
  record: "partnership",
  target: "new",
  input: Schema.Struct({
    mission: Field.reference(MissionId, "mission", "ภารกิจ", "Mission"),
    title: Field.localized("ชื่อความร่วมมือ", "Title of the partnership"),
    invented: Field.optional(Field.flag("ข้อมูลสมมติเพื่อการสาธิต", "Invented for demonstration"))
  }),
  allow: [officer],
  refusals: [...onAnyChange, "MissionNotOpen"],
  rules: ["COL-1", "REV-10"],
  concurrency: "commutes"
})

export const nameParty = command({
  ...onPartnership,
  name: "partners.name",
  summary: { th: "เสนอชื่อองค์กรที่ร่วม", en: "Name an organisation that takes part" },
  area: "process",
  irreversible: false,
  onward: true,
  input: Schema.Struct({
    organisation: Field.reference(OrganisationId, "organisation", "องค์กร", "Organisation"),
    as: Field.choice(partyRoles, "ในฐานะ", "As"),
    reason: Field.optional(Field.prose("เหตุผล", "Reason"))
  }),
  allow: [officer],
  refusals: [...onRunning, "OrganisationInactive", "OwnerCannotBePartner", "PartyAlreadyNamed"],
  rules: ["ACT-2", "ACT-3", "ACT-4", "COL-3"]
})

export const selectRecipient = command({
  ...onPartnership,
  name: "partners.select",
  summary: { th: "คัดเลือกผู้รับมอบภารกิจ", en: "Select the mission recipient" },
  area: "process",
  irreversible: { th: "คัดเลือกแล้วเปลี่ยนผู้รับมอบภารกิจไม่ได้", en: "Once selected, the recipient cannot be changed" },
  onward: true,
  input: Schema.Struct({
    organisation: Field.reference(OrganisationId, "organisation", "ผู้รับมอบภารกิจ", "Recipient"),
    justification: Field.prose("เหตุผลตามเกณฑ์", "Justification by the criteria")
  }),
  allow: [executive, officer],
  refusals: [...onRunning, ...onAnyAct, "NotACandidate", "OrganisationInactive", "OwnerCannotBePartner"],
  rules: ["COL-3", "PBC-4", "GRA-2"]
})

const Rating = Schema.Struct({
  capability: Field.choice(capabilities, "ขีดความสามารถ", "Capability"),
  needed: Field.count("ระดับที่ต้องการ", "Level needed", 1, 5),
  found: Field.count("ระดับที่พบ", "Level found", 1, 5),
  note: Field.prose("หลักฐานหรือข้อสังเกต", "Evidence or remark")
})

export const assessPartner = command({
  ...onPartnership,
  name: "partners.assess",
  summary: { th: "ประเมินขีดความสามารถของผู้รับมอบ", en: "Assess the recipient's capability" },
  area: "process",
  irreversible: false,
  onward: true,
  input: Schema.Struct({
    ratings: Field.list(Rating, "ผลประเมิน", "Ratings", 6).check(
      Field.once(({ capability }) => capability, "must name each capability once")
    )
  }),
  allow: [officer],
  refusals: [...onRunning, "RecipientMissing"],
  rules: ["PAR-1", "COM-5"]
})

export const attachEvidence = command({
  ...onPartnership,
  name: "evidence.attach",
  summary: { th: "แนบหลักฐาน", en: "Attach evidence" },
  area: "evidence",
  irreversible: false,
  onward: false,
  input: Schema.Struct({
    file: Field.written(
      Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/u, { message: "must be the digest of an uploaded file" })),
      "file",
      "ไฟล์",
      "File"
    ),
    name: Field.text("ชื่อไฟล์", "File name"),
    step: Field.optional(Field.text("ขั้นตอน", "Step"))
  }),
  allow: [officer, finance, executive, internalEvaluator, externalEvaluator, partnerEditor],
  refusals: [...onRunning, "EvidenceUnknown", "StepUnknown"],
  rules: ["COL-8", "GRA-3"],
  concurrency: "commutes"
})

export const cancelPartnership = command({
  ...onPartnership,
  name: "partnerships.cancel",
  summary: { th: "ยกเลิกก่อนลงนาม", en: "Cancel before the agreement is in force" },
  area: "process",
  irreversible: { th: "ยกเลิกแล้วความร่วมมือนี้เริ่มอีกไม่ได้", en: "A cancelled partnership cannot be taken up again" },
  onward: false,
  input: Schema.Struct({ reason: Field.prose("เหตุผล", "Reason") }),
  allow: [executive, officer],
  refusals: [...onRunning, "AgreementNotDraft"],
  rules: ["ACT-8"]
})
