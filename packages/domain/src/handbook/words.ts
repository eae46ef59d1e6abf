import { wordsOf } from "../rules/Words.ts"

export const handbookWords = wordsOf({
  values: {},
  statuses: {},
  parts: {
    strength: { th: "ความหนักแน่น", en: "Strength" },
    enforced: { th: "ระบบบังคับ", en: "Enforced" },
    source: { th: "แหล่งที่มา", en: "Source" },
    document: { th: "เอกสาร", en: "Document" },
    chapter: { th: "บท", en: "Chapter" },
    page: { th: "หน้า", en: "Page" },
    word: { th: "คำของแหล่งที่มา", en: "Word of the source" },
    wording: { th: "ข้อความ", en: "Wording" },
    parent: { th: "ภายใต้กฎ", en: "Part of" },
    rule: { th: "กฎ", en: "Rule" },
    label: { th: "ชื่อ", en: "Label" }
  }
})
