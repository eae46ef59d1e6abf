import { wordsOf } from "../rules/Words.ts"

export const improvementWords = wordsOf({
  values: {},
  statuses: {},
  parts: {
    dayLength: { th: "ชั่วโมงต่อวัน", en: "Hours in a day" }
  }
})
