import { Schema } from "effect"
import { allWhere, commandsOn } from "../../engine/Handler.ts"
import { malformed } from "../../engine/refusals.ts"
import { OrganisationId } from "../../kernel/Actor.ts"
import * as Field from "../../kernel/Field.ts"
import { executive, officer } from "../../kernel/Grants.ts"
import { aims, markets, Rating } from "../../missions/Contestability.ts"
import * as Mission from "../../missions/Mission.ts"
import * as Contesting from "../decisions/contesting.ts"
import { partnershipRecord } from "../Record.ts"
import { organisation } from "./related.ts"

const { change } = commandsOn(Mission.missionRecord)

/** Every partnership of a mission; that another one comes in the meantime is noticed. */
export const partnershipsOf = (mission: string) => ({
  partnerships: allWhere(
    partnershipRecord,
    "mission",
    mission,
    malformed({
      pointer: "/mission",
      th: "มีความร่วมมือมากเกินกว่าจะนับได้",
      en: "has more partnerships than can be counted"
    })
  )
})

/** Acts on a mission that look at the partnerships which rest on it. */
export const onMissions = [
  change({
    name: "missions.rate-contestability",
    summary: { th: "ประเมินการเปิดให้แข่งขัน", en: "Rate contestability" },
    irreversible: false,
    onward: false,
    restates: true,
    input: Schema.Struct({
      market: Field.choice(markets, "ลักษณะตลาด", "Kind of market"),
      efficiency: Field.rating(Rating, aims.efficiency),
      quality: Field.rating(Rating, aims.quality),
      innovation: Field.rating(Rating, aims.innovation),
      fairness: Field.rating(Rating, aims.fairness),
      note: Field.prose("เหตุผล", "Reason")
    }),
    allow: [officer],
    refusals: ["ContestabilityFixed"],
    rules: ["CNT-1", "CNT-2"],
    many: ({ id }) => partnershipsOf(id),
    decide: ({ input, many, state }) => Contesting.rate(state, input, many.partnerships)
  }),
  change({
    name: "missions.begin-review",
    summary: { th: "เริ่มทบทวนภารกิจ", en: "Begin a mission review" },
    irreversible: {
      th: "เริ่มแล้วถอนไม่ได้ และนับเวลาหกเดือนถึงกำหนดส่งพิมพ์เขียว",
      en: "Once begun it cannot be undone, and the six months to the blueprint are counted"
    },
    onward: true,
    input: Schema.Struct({
      reason: Field.optional(Field.prose("เหตุผลที่ทบทวนระหว่างมีข้อตกลง", "Why it is reviewed while an agreement runs"))
    }),
    allow: [officer],
    refusals: ["ReviewAlreadyOpen", "ReviewUndoes"],
    rules: ["REV-0", "REV-8"],
    many: ({ id }) => partnershipsOf(id),
    ready: Mission.canBeginReview,
    // A mission reviewed once is reviewed again when its agency wants to, not because it waits for it.
    awaited: ({ _tag }) => _tag === "Registered",
    decide: ({ context, input, many, state }) => Contesting.beginReview(state, input.reason, many.partnerships, context)
  }),
  change({
    name: "missions.record-competition",
    summary: { th: "บันทึกการแข่งขันรอบใหม่", en: "Record a new competition" },
    irreversible: {
      th: "การแข่งขันที่บันทึกแล้วเป็นหลักฐานของการต่ออายุ ลบไม่ได้",
      en: "A renewal can rest on it, so that what is recorded stays"
    },
    onward: false,
    input: Schema.Struct({
      on: Field.date("วันที่ประกาศผล", "Day of the result"),
      reference: Field.text("ประกาศหรือเลขที่อ้างอิง", "The call, or its number"),
      winner: Field.optional(
        Field.reference(
          OrganisationId,
          "organisation",
          "ผู้ชนะ (เว้นว่างหากไม่มี)",
          "Who came first (empty: nobody)",
          Field.inUse
        )
      ),
      outcome: Field.prose("ผลการแข่งขัน", "Outcome")
    }),
    allow: [officer, executive],
    refusals: ["DateRefused", "OrganisationInactive"],
    rules: ["CNT-1"],
    related: (_, { winner }) => ({ winner: winner === undefined ? undefined : organisation(winner) }),
    decide: ({ context, input, related, state }) => Contesting.recordCompetition(state, input, related.winner, context)
  })
]
