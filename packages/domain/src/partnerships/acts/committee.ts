import { Schema } from "effect"
import { OrganisationId } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { executive, officer, partnerSignatory } from "../../kernel/Grants.ts"
import { onAnyAct } from "../../processes/refusals.ts"
import { processWords } from "../../processes/words.ts"
import * as Forming from "../decisions/committee.ts"
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
  organisation: Field.optional(Field.reference(OrganisationId, "organisation", "องค์กร", "Organisation", Field.inUse)),
  supporter: Field.optional(
    Field.count("ผู้สนับสนุนลำดับที่ (บุคคลที่ไม่ได้มาแทนองค์กร)", "Supporter no. (a person without an organisation)", 1, 100_000)
  ),
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

/** A seat that is given up. Whoever stays in another post gives it up, and joins with the new one. */
const Leaving = Schema.Struct({ seat: Field.reference(Schema.String.check(Schema.isUUID()), "seat", "ที่นั่ง", "Seat") })

const seated = ({ members }: { readonly members: ReadonlyArray<{ readonly organisation?: OrganisationId }> }) =>
  Object.fromEntries(
    members.flatMap((seat) =>
      seat.organisation === undefined ? [] : [[seat.organisation, organisation(seat.organisation)]]
    )
  )

const incompleteReason = Field.whyNot("COL-6b", "เหตุผลที่กรรมการไม่ครบทุกฝ่าย", "Why not every side has a member")
const secretariat = Field.optional(Field.text("สำนักงานเลขานุการร่วม", "Joint secretariat's office"))
const noSecretariatReason = Field.whyNot("COM-1c", "เหตุผลที่ไม่มีสำนักงานเลขานุการ", "Why there is no secretariat")

export const committee = [
  change({
    name: "committees.appoint",
    summary: { th: "แต่งตั้งคณะกรรมการร่วม", en: "Appoint the joint committee" },
    irreversible: false,
    onward: true,
    input: Schema.Struct({
      order: Field.text("เลขที่ประกาศหรือคำสั่งแต่งตั้ง", "Number of the announcement or appointment order"),
      members: Field.list(Member, "กรรมการ", "Members", 60),
      incompleteReason,
      secretariat,
      noSecretariatReason
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
    related: (_, input) => seated(input),
    ready: Forming.canAppointCommittee,
    decide: ({ context, input, related, state }) =>
      Forming.appointCommittee(state, input, Object.values(related), context)
  }),
  change({
    name: "committees.change",
    summary: { th: "เปลี่ยนคณะกรรมการร่วมด้วยคำสั่งต่อมา", en: "Change the joint committee by a further order" },
    irreversible: false,
    onward: false,
    input: Schema.Struct({
      order: Field.text("เลขที่ประกาศหรือคำสั่ง", "Number of the announcement or order"),
      reason: Field.prose("เหตุผล", "Reason"),
      leaving: Field.list(Leaving, "ผู้พ้นจากตำแหน่ง", "Who leaves", 60).check(
        Field.once(({ seat }) => seat, { th: "ที่นั่ง", en: "seat" })
      ),
      joining: Field.list(Member, "ผู้ได้รับแต่งตั้ง", "Who joins, or stays in another post", 60),
      incompleteReason,
      secretariat,
      noSecretariatReason
    }),
    allow: [executive, officer, partnerSignatory],
    refusals: [
      "PartnershipNotRunning",
      "RecipientMissing",
      "StepNotOpen",
      "WrongLane",
      "CommitteeNotFormed",
      "OrganisationInactive",
      "SeatUnknown",
      "SeatOfOtherSide",
      "CommitteeIncomplete",
      "SeatRefused",
      "ReasonMissing",
      "SecretariatMissing",
      "CommitteeUnchanged"
    ],
    rules: ["ACT-9", "ACT-3", "COL-6", "COL-6a", "COL-6b", "COL-6c", "COL-6h", "COM-1c"],
    related: (_, { joining }) => seated({ members: joining }),
    ready: Forming.canChangeCommittee,
    decide: ({ context, input, related, state }) =>
      Forming.changeCommittee(state, input, Object.values(related), context)
  }),
  change({
    name: "committees.waive",
    summary: { th: "บันทึกว่าไม่ตั้งคณะกรรมการเต็มรูป", en: "Record that no full committee is formed" },
    irreversible: false,
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
    ready: Forming.canWaiveCommittee,
    decide: ({ context, input, state }) => Forming.waiveCommittee(state, input.reason, context)
  })
]
