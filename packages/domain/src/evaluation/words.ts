import { wordsOf } from "../rules/Words.ts"

export const evaluationWords = wordsOf({
  values: {
    open: { th: "เปิดอยู่", en: "open" },
    returned: { th: "ส่งกลับแล้ว", en: "sent back" },
    accepted: { th: "ยอมรับแล้ว", en: "accepted" },
    internal: { th: "วิธีภายใน", en: "internal" },
    external: { th: "วิธีภายนอก", en: "external" },
    exclude: { th: "ไม่นับตัวชี้วัดที่ไม่ได้รายงาน", en: "what is not reported does not count" },
    lowest: { th: "ตัวชี้วัดที่ไม่ได้รายงานได้คะแนนต่ำสุด", en: "what is not reported gets the lowest score" },
    evaluate: { th: "ประเมินผล", en: "evaluate" },
    "accept-evaluation": { th: "ยอมรับผลการประเมิน", en: "accept the evaluation" }
  },
  statuses: {},
  parts: {
    returned: { th: "คืนแล้ว", en: "Returned" },
    evaluations: { th: "การประเมินผล", en: "Evaluations" },
    self: { th: "ประเมินตนเอง", en: "Own score" },
    final: { th: "สุดท้าย", en: "Final" },
    scored: { th: "คะแนน", en: "Score" },
    lines: { th: "คะแนนรายตัวชี้วัด", en: "Lines" },
    score: { th: "คะแนน", en: "Score" },
    weighted: {
      th: "ถ่วงน้ำหนัก (ปัดเศษให้รวมเท่าคะแนนรวม)",
      en: "Weighted (rounded so that the lines add up to the total)"
    },
    acceptedBy: { th: "ยอมรับโดย", en: "Accepted by" },
    acceptedAt: { th: "ยอมรับเมื่อ", en: "Accepted" },
    unreported: { th: "ไม่ได้รายงาน", en: "Not reported" },
    earned: { th: "คะแนนที่ได้", en: "Earned" },
    deducted: { th: "คะแนนที่หัก", en: "Deducted" },
    weightCounted: { th: "น้ำหนักที่นับ (ร้อยละ × 100)", en: "Weight counted (basis points)" },
    earlier: { th: "ผลครั้งก่อน", en: "Earlier findings" },
    returnedReason: { th: "เหตุผลที่ส่งกลับ", en: "Reason for sending back" },
    deductions: { th: "การหักคะแนน", en: "Deductions" },
    percent: { th: "ร้อยละ", en: "Percent" },
    truncated: { th: "ปัดเศษทิ้ง", en: "Rounded down" }
  }
})
