import type { Words } from "../words/Language.tsx"

export const missionWords = {
  about: { th: "รายละเอียดภารกิจ", en: "Description" },
  review: { th: "การทบทวนภารกิจ", en: "Mission review" },
  reviewHint: {
    th: "ตอบทีละคำถามตามผังการตัดสินใจ เส้นทางที่เดินมาแล้วแสดงเป็นสีเข้ม",
    en: "Answer one question at a time; the path taken is shown dark"
  },
  notBegun: { th: "ยังไม่เริ่มทบทวน", en: "The review has not begun" },
  yes: { th: "ใช่ / ได้", en: "Yes" },
  no: { th: "ไม่ใช่ / ไม่ได้", en: "No" },
  competitions: { th: "การแข่งขันที่เปิดแล้ว", en: "Competitions held" },
  noWinner: { th: "ไม่มีผู้ชนะ", en: "nobody came first" },
  current: { th: "คำถามปัจจุบัน", en: "Current question" },
  answered: { th: "ตอบแล้ว", en: "Answered" },
  verdict: { th: "ผลการทบทวน", en: "Verdict" },
  opens: { th: "เปิดให้ภาคส่วนอื่นร่วมดำเนินการได้", en: "Lets others in" },
  shut: { th: "ไม่เปิดให้ภาคส่วนอื่นร่วมดำเนินการ", en: "Does not let others in" },
  reached: { th: "ถึงผลการทบทวนแล้ว สรุปเพื่อบันทึก", en: "A verdict is reached: conclude to record it" },
  reason: { th: "เหตุผล", en: "Reason" },
  due: { th: "ส่งพิมพ์เขียวภายใน", en: "Blueprint due by" },
  contestability: { th: "การเปิดให้แข่งขัน", en: "Contestability" },
  contestabilityNone: { th: "ยังไม่ได้ประเมิน", en: "Not rated yet" },
  way: { th: "แนวทางต่อไป", en: "Way on" },
  start: { th: "เริ่มความร่วมมือจากภารกิจนี้", en: "Start a partnership from this mission" },
  started: { th: "ความร่วมมือของภารกิจนี้", en: "Partnerships of this mission" },
  owner: { th: "หน่วยงานเจ้าของภารกิจ", en: "Mission owner" },
  tree: { th: "ผังคำถามการทบทวน", en: "Tree of review questions" },
  ofFive: { th: "จาก 5", en: "of 5" }
} as const satisfies Record<string, Words>
