import { Schema } from "effect"
import { OrganisationId } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { executive, officer, partnerSignatory } from "../../kernel/Grants.ts"
import { onAnyAct } from "../../processes/refusals.ts"
import { processWords } from "../../processes/words.ts"
import * as Agreeing from "../decisions/agreeing.ts"
import { actsOn } from "./actsOn.ts"
import { organisation } from "./related.ts"

const { change } = actsOn("agreement")

const sides = {
  owner: processWords.values.owner,
  recipient: processWords.values.recipient,
  supporter: processWords.values.supporter
}

const Member = Schema.Struct({
  name: Field.text("ชื่อ", "Name"),
  organisation: Field.reference(OrganisationId, "organisation", "องค์กร", "Organisation", Field.inUse),
  side: Field.choice(sides, "ฝ่าย", "Side"),
  position: Field.text("ตำแหน่งในคณะกรรมการ", "Position on the committee"),
  charged: Field.flag("ฝ่ายของตนมอบหมายให้ทำหน้าที่นี้เป็นการเฉพาะ", "Charged with this duty by their side"),
  decides: Field.flag("ตัดสินใจในฐานะผู้แทนของฝ่ายได้", "Able to decide for their side"),
  notDelegateReason: Field.whyNot(
    "COL-6c",
    "เหตุผลที่กรรมการไม่ได้รับมอบหมายเป็นการเฉพาะ หรือตัดสินใจแทนฝ่ายไม่ได้",
    "Why a member is not charged with this, or cannot decide"
  )
})

export const committee = [
  change({
    name: "committees.appoint",
    summary: { th: "แต่งตั้งคณะกรรมการร่วม", en: "Appoint the joint committee" },
    irreversible: { th: "แต่งตั้งแล้วเปลี่ยนไม่ได้", en: "Once appointed, the committee cannot be changed" },
    onward: true,
    input: Schema.Struct({
      order: Field.text("เลขที่ประกาศหรือคำสั่งแต่งตั้ง", "Number of the announcement or appointment order"),
      members: Field.list(Member, "กรรมการ", "Members", 60),
      incompleteReason: Field.whyNot("COL-6b", "เหตุผลที่กรรมการไม่ครบทุกฝ่าย", "Why not every side has a member"),
      secretariat: Field.optional(Field.text("สำนักงานเลขานุการร่วม", "Joint secretariat's office")),
      noSecretariatReason: Field.whyNot("COM-1c", "เหตุผลที่ไม่มีสำนักงานเลขานุการ", "Why there is no secretariat")
    }),
    allow: [executive, officer, partnerSignatory],
    refusals: [
      "PartnershipNotRunning",
      "RecipientMissing",
      ...onAnyAct,
      "CommitteeAlreadyFormed",
      "OrganisationInactive",
      "CommitteeIncomplete",
      "SeatRefused",
      "ReasonMissing",
      "SecretariatMissing"
    ],
    rules: ["ACT-9", "ACT-3", "COL-6", "COL-6a", "COL-6b", "COL-6c", "COL-6g", "COM-1", "COM-1c"],
    related: (_, { members }) =>
      Object.fromEntries(members.map((seat) => [seat.organisation, organisation(seat.organisation)])),
    ready: Agreeing.canAppointCommittee,
    decide: ({ context, input, related, state }) =>
      Agreeing.appointCommittee(state, input, Object.values(related), context)
  }),
  change({
    name: "committees.waive",
    summary: { th: "บันทึกว่าไม่ตั้งคณะกรรมการเต็มรูป", en: "Record that no full committee is formed" },
    irreversible: { th: "บันทึกแล้วตั้งคณะกรรมการเต็มรูปไม่ได้อีก", en: "Once recorded, no full committee can be formed" },
    onward: false,
    input: Schema.Struct({ reason: Field.prose("เหตุผล", "Reason") }),
    allow: [executive],
    refusals: [
      "PartnershipNotRunning",
      "RecipientMissing",
      ...onAnyAct,
      "CommitteeAlreadyFormed",
      "CommitteeNotWaivable"
    ],
    rules: ["COL-6a"],
    ready: Agreeing.canWaiveCommittee,
    decide: ({ context, input, state }) => Agreeing.waiveCommittee(state, input.reason, context)
  })
]
