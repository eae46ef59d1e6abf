import { Schema } from "effect"
import { reference } from "../../engine/Handler.ts"
import { accessOf, OrganisationId } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { executive, officer } from "../../kernel/Grants.ts"
import { MissionId, missionRecord } from "../../missions/Mission.ts"
import { answerFields, modelNames, ways } from "../../models/Fields.ts"
import { onAnyAct } from "../../processes/refusals.ts"
import { running } from "../decisions/acting.ts"
import * as Forming from "../decisions/forming.ts"
import { capabilities, rolesByOwner } from "../Parties.ts"
import { actsOn } from "./actsOn.ts"
import { partnershipsOf } from "./missions.ts"
import { adapted, organisation } from "./related.ts"

const { change, create } = actsOn("process")

const onRunning = ["PartnershipNotRunning"] as const

const Rating = Schema.Struct({
  capability: Field.choice(capabilities, "ขีดความสามารถ", "Capability"),
  needed: Field.count("ระดับที่ต้องการ", "Level needed", 1, 5),
  found: Field.count("ระดับที่พบ", "Level found", 1, 5),
  note: Field.prose("หลักฐานหรือข้อสังเกต", "Evidence or remark")
})

export const forming = [
  create({
    name: "partnerships.start",
    summary: { th: "เริ่มความร่วมมือจากภารกิจ", en: "Start a partnership from a mission" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      mission: Field.reference(MissionId, "mission", "ภารกิจ", "Mission", { status: ["WayChosen"] }),
      title: Field.localized("ชื่อความร่วมมือ", "Title of the partnership"),
      invented: Field.optional(Field.flag("ข้อมูลสมมติเพื่อการสาธิต", "Invented for demonstration"))
    }),
    allow: [officer],
    refusals: ["MissionNotOpen"],
    rules: ["COL-1", "REV-10"],
    related: ({ mission }) => ({ mission: reference(missionRecord, mission) }),
    access: ({ related }) => accessOf({ owner: related.mission.owner }),
    decide: ({ context, input, related }) => Forming.start(input, related.mission, context)
  }),
  change({
    name: "models.choose",
    summary: { th: "เลือกรูปแบบความร่วมมือ", en: "Choose the model" },
    irreversible: { th: "เลือกรูปแบบแล้วเปลี่ยนไม่ได้", en: "Once chosen, the model cannot be changed" },
    onward: true,
    input: Schema.Struct({
      ...answerFields,
      model: Field.choice(modelNames, "รูปแบบที่เลือก", "The model chosen"),
      reason: Field.optional(Field.prose("เหตุผลที่เลือกต่างจากข้อแนะนำ", "Why other than recommended")),
      way: Field.choice(ways, "วิธีหาผู้รับมอบภารกิจ", "How the recipient is found"),
      justification: Field.optional(Field.prose("เหตุผลที่ชักชวนโดยตรง", "Why by direct persuasion")),
      process: Field.optional(
        Field.reference(Schema.String.check(Schema.isUUID()), "process", "กระบวนการที่ปรับแล้ว", "Adapted process")
      )
    }),
    allow: [officer, executive],
    refusals: [
      "PartnershipNotRunning",
      "ModelAlreadyChosen",
      "ReasonMissing",
      "OverrideNotAuthorised",
      "WayNotForModel",
      "OverlayRefused",
      "ProcessMoveRefused",
      ...onAnyAct
    ],
    rules: ["MOD-1", "MOD-2", "COL-1", "COL-9"],
    related: (_, input) => adapted(input),
    ready: Forming.canChooseModel,
    decide: ({ context, input, related, state }) => Forming.chooseModel(state, input, related.process, context)
  }),
  change({
    name: "partners.name",
    summary: { th: "เสนอชื่อองค์กรที่ร่วม", en: "Name an organisation that takes part" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({
      organisation: Field.reference(OrganisationId, "organisation", "องค์กร", "Organisation", Field.inUse),
      as: Field.choice(rolesByOwner, "ในฐานะ", "As"),
      reason: Field.optional(Field.prose("เหตุผล", "Reason"))
    }),
    allow: [officer],
    refusals: [...onRunning, "OrganisationInactive", "OwnerCannotBePartner", "PartyAlreadyNamed"],
    rules: ["ACT-2", "ACT-4", "COL-3"],
    related: (_, input) => ({ organisation: organisation(input.organisation) }),
    ready: (state) => running(state),
    decide: ({ input, related, state }) => Forming.nameParty(state, input, related.organisation)
  }),
  change({
    name: "partners.select",
    summary: { th: "คัดเลือกผู้รับมอบภารกิจ", en: "Select the mission recipient" },
    irreversible: { th: "คัดเลือกแล้วเปลี่ยนผู้รับมอบภารกิจไม่ได้", en: "Once selected, the recipient cannot be changed" },
    onward: true,
    input: Schema.Struct({
      organisation: Field.reference(OrganisationId, "organisation", "ผู้รับมอบภารกิจ", "Recipient", Field.inUse),
      justification: Field.prose("เหตุผลตามเกณฑ์", "Justification by the criteria")
    }),
    allow: [executive, officer],
    refusals: [
      ...onRunning,
      ...onAnyAct,
      "NotACandidate",
      "NothingProposed",
      "SecondPartnership",
      "OrganisationInactive",
      "OwnerCannotBePartner"
    ],
    rules: ["COL-3", "PBC-4", "GRA-2", "CNT-1"],
    related: ({ mission }, input) => ({
      organisation: organisation(input.organisation),
      mission: reference(missionRecord, mission)
    }),
    many: ({ mission }) => partnershipsOf(mission),
    ready: Forming.canSelect,
    decide: ({ context, input, many, related, state }) => {
      const rested = { mission: related.mission, partnerships: many.partnerships }
      return Forming.selectRecipient(state, input, related.organisation, rested, context)
    }
  }),
  change({
    name: "partners.assess",
    summary: { th: "ประเมินขีดความสามารถของผู้รับมอบ", en: "Assess the recipient's capability" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({
      ratings: Field.list(Rating, "ผลประเมิน", "Ratings", 6).check(
        Field.once(({ capability }) => capability, { th: "ขีดความสามารถ", en: "capability" })
      ),
      reason: Field.optional(Field.prose("เหตุผลที่ประเมินซ้ำ", "Why it is assessed again"))
    }),
    allow: [officer],
    refusals: [...onRunning, "RecipientMissing", "SamePerson", "ReasonMissing"],
    rules: ["PAR-1", "COM-5"],
    ready: Forming.canAssess,
    awaited: ({ assessment }) => assessment.length === 0,
    decide: ({ context, input, state }) => Forming.assessPartner(state, input, context)
  }),
  change({
    name: "partnerships.cancel",
    summary: { th: "ยกเลิกก่อนลงนาม", en: "Cancel before the agreement is in force" },
    irreversible: { th: "ยกเลิกแล้วความร่วมมือนี้เริ่มอีกไม่ได้", en: "A cancelled partnership cannot be taken up again" },
    onward: false,
    input: Schema.Struct({ reason: Field.prose("เหตุผล", "Reason") }),
    allow: [executive, officer],
    refusals: [...onRunning, "AgreementNotDraft"],
    rules: ["ACT-8"],
    ready: Forming.canCancel,
    decide: ({ input, state }) => Forming.cancel(state, input.reason)
  })
]
