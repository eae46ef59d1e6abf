import { wordsOf } from "../rules/Words.ts"

export const modelWords = wordsOf({
  values: {},
  statuses: {},
  parts: {
    choice: { th: "การเลือกรูปแบบ", en: "Choice of the model" },
    recommended: { th: "รูปแบบที่แนะนำ", en: "Recommended" },
    ranking: { th: "ลำดับ", en: "Ranking" },
    rank: { th: "อันดับ", en: "Rank" },
    model: { th: "รูปแบบ", en: "Model" },
    criterion: { th: "เกณฑ์", en: "Criterion" },
    reasonsFor: { th: "เหตุผลสนับสนุน", en: "Reasons for it" },
    reasonsAgainst: { th: "เหตุผลคัดค้าน", en: "Reasons against it" },
    first: { th: "อันดับหนึ่ง", en: "First" },
    decidedBy: { th: "ตัดสินโดย", en: "Decided by" },
    flags: { th: "ข้อสังเกต", en: "Remarks" }
  }
})
