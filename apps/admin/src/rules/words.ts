import type { Words } from "../words/Language.tsx"

export const ruleWords = {
  title: { th: "กฎและที่มา", en: "Rules and sources" },
  intro: {
    th: "กฎทุกข้อที่ระบบบังคับหรือตรวจ พร้อมที่มาและน้ำหนักตามถ้อยคำของแหล่งที่มา",
    en: "Every rule that the system enforces or checks, with its source and its strength in the source's own word"
  },
  find: { th: "ค้นหากฎ", en: "Search the rules" },
  strength: { th: "น้ำหนัก", en: "Strength" },
  word: { th: "คำของแหล่งที่มา", en: "Word of the source" },
  source: { th: "ที่มา", en: "Source" },
  enforced: { th: "ระบบบังคับ ยกเว้นไม่ได้", en: "Enforced; cannot be waived" },
  enforcedIn: { th: "ระบบบังคับในข้อย่อย", en: "Enforced in its part" },
  wording: { th: "ถ้อยคำ", en: "Wording" },
  parts: { th: "ข้อย่อย", en: "Parts" },
  parent: { th: "เป็นส่วนหนึ่งของ", en: "Part of" },
  operations: { th: "การดำเนินการที่ใช้กฎนี้", en: "Operations that serve this rule" },
  none: { th: "ไม่พบกฎตามคำค้น", en: "No rule matches" },
  unknown: { th: "ไม่มีกฎรหัสนี้", en: "There is no such rule" },
  all: { th: "ดูกฎทั้งหมด", en: "See all rules" }
} as const satisfies Record<string, Words>
