import { wordsOf } from "../rules/Words.ts"

export const deliveryWords = wordsOf({
  values: {
    Raised: { th: "รอคำตอบ", en: "waiting for an answer" },
    Answered: { th: "ตอบแล้ว", en: "answered" }
  },
  statuses: {},
  parts: {
    delivery: { th: "การดำเนินงาน", en: "Delivery" },
    reports: { th: "รายงาน", en: "Reports" },
    notices: { th: "หนังสือแจ้งปัญหา", en: "Notices" },
    lessons: { th: "บทเรียน", en: "Lessons" },
    certifiedBy: { th: "รับรองโดย", en: "Certified by" },
    certifiedAt: { th: "รับรองเมื่อ", en: "Certified" },
    raisedBy: { th: "แจ้งโดย", en: "Raised by" },
    raisedAt: { th: "แจ้งเมื่อ", en: "Raised" },
    report: { th: "รายงาน", en: "Report" }
  }
})
