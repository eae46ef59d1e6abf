import type { Words } from "../words/Language.tsx"

export const evaluationWords = {
  indicator: { th: "ตัวชี้วัด", en: "Indicator" },
  weight: { th: "น้ำหนัก", en: "Weight" },
  target: { th: "เป้าหมาย", en: "Target" },
  result: { th: "ผลที่ได้", en: "Result" },
  score: { th: "คะแนน", en: "Score" },
  weighted: { th: "ถ่วงน้ำหนัก", en: "Weighted" },
  addUp: {
    th: "ถ่วงน้ำหนัก = น้ำหนัก × คะแนน ÷ น้ำหนักที่คิด ปัดเศษทศนิยมตำแหน่งที่สี่ให้รวมกันเท่าคะแนนรวม",
    en: "Weighted = weight × score ÷ the weight counted; the fourth decimal is rounded so that the lines add up to the total"
  },
  total: { th: "คะแนนรวม", en: "Total" },
  final: { th: "คะแนนสุดท้าย", en: "Final score" },
  deducted: { th: "หักคะแนน", en: "Deducted" },
  unreported: { th: "ยังไม่รายงาน", en: "Not reported" },
  counted: { th: "คิดจากน้ำหนัก", en: "Rests on weight" },
  live: { th: "คะแนนคำนวณทันทีตามเกณฑ์ของแผน", en: "The score is computed as you type, by the plan's scales" },
  cannot: { th: "ยังคำนวณคะแนนไม่ได้", en: "The score cannot be computed yet" },
  notANumber: { th: "ต้องเป็นตัวเลข", en: "Must be a number" },
  leaveOut: {
    th: "เว้นว่างไว้หากยังไม่มีผล ระบบจะแจ้งว่ายังไม่รายงาน",
    en: "Leave empty where there is no result; it is flagged as not reported"
  }
} as const satisfies Record<string, Words>
