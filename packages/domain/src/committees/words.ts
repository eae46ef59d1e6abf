import { wordsOf } from "../rules/Words.ts"

export const committeeWords = wordsOf({
  values: {
    Appointed: { th: "แต่งตั้งแล้ว", en: "appointed" },
    Waived: { th: "ไม่ตั้งคณะกรรมการ", en: "waived" },
    OrganisationNotOfSide: { th: "องค์กรไม่ได้อยู่ในฝ่ายนี้", en: "the organisation does not stand on this side" },
    NotThatPerson: {
      th: "ไม่ใช่บุคคลที่ทั้งสองฝ่ายเห็นชอบเป็นผู้สนับสนุนลำดับนั้น",
      en: "it is not the person of that number whom both sides agreed to"
    },
    MemberTwice: { th: "แต่งตั้งซ้ำ", en: "listed twice" }
  },
  statuses: {},
  parts: {
    committee: { th: "คณะกรรมการร่วม", en: "Committee" },
    seats: { th: "ที่นั่ง", en: "Seats" },
    earlierOrders: { th: "คำสั่งก่อนหน้า", en: "Earlier orders" },
    left: { th: "ที่นั่งที่พ้นไป", en: "Seats given up" },
    waiver: { th: "การยกเว้นเดิม", en: "Earlier waiver" }
  }
})
