import { wordsOf } from "../rules/Words.ts"

export const missionWords = wordsOf({
  values: {
    Registered: { th: "ขึ้นทะเบียนแล้ว", en: "registered" },
    UnderReview: { th: "กำลังทบทวน", en: "under review" },
    Reviewed: { th: "ทบทวนแล้ว", en: "reviewed" },
    WayChosen: { th: "เลือกแนวทางแล้ว", en: "way chosen" },
    mission: { th: "ภารกิจ", en: "mission" }
  },
  statuses: {
    mission: ["Registered", "UnderReview", "Reviewed", "WayChosen"]
  },
  parts: {
    owner: { th: "หน่วยงาน", en: "Agency" },
    verdict: { th: "ผลการทบทวน", en: "Verdict" },
    answers: { th: "คำตอบ", en: "Answers" },
    question: { th: "คำถาม", en: "Question" },
    answer: { th: "คำตอบ", en: "Answer" },
    wayReason: { th: "เหตุผลของแนวทาง", en: "Reason for the way" },
    blueprintDue: { th: "กำหนดส่งพิมพ์เขียว", en: "Blueprint due" },
    begunAt: { th: "เริ่มทบทวนเมื่อ", en: "Review begun" },
    registeredAt: { th: "ขึ้นทะเบียนเมื่อ", en: "Registered" },
    concludedAt: { th: "สรุปเมื่อ", en: "Concluded" },
    concludedBy: { th: "สรุปโดย", en: "Concluded by" },
    competitions: { th: "การแข่งขันที่เปิดแล้ว", en: "Competitions held" },
    winner: { th: "ผู้ชนะ", en: "Who came first" },
    outcome: { th: "ผลการแข่งขัน", en: "Outcome" },
    on: { th: "วันที่", en: "Day" },
    contestability: { th: "การเปิดให้แข่งขัน", en: "Contestability" }
  }
})
