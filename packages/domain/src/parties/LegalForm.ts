import { Schema } from "effect"
import type { Wording } from "../kernel/Refusal.ts"

/** The legal form of an organisation, as Thai law names it. */
export const legalForms = {
  department: { th: "ส่วนราชการ", en: "government department" },
  "local-government": { th: "องค์กรปกครองส่วนท้องถิ่น (อปท.)", en: "local government" },
  "public-organisation": { th: "องค์การมหาชนหรือหน่วยงานของรัฐรูปแบบอื่น", en: "public organisation or other state body" },
  university: { th: "มหาวิทยาลัยหรือสถาบันทางวิชาการ", en: "university or academic institution" },
  foundation: { th: "มูลนิธิ", en: "foundation" },
  association: { th: "สมาคม", en: "association" },
  "social-enterprise": { th: "วิสาหกิจเพื่อสังคม", en: "social enterprise" },
  company: { th: "บริษัทหรือห้างหุ้นส่วน", en: "company or partnership firm" },
  cooperative: { th: "สหกรณ์", en: "cooperative" },
  "community-enterprise": { th: "วิสาหกิจชุมชน", en: "community enterprise" },
  "community-organisation": { th: "องค์กรชุมชน", en: "community organisation" },
  "unincorporated-group": { th: "กลุ่มที่ไม่เป็นนิติบุคคล", en: "unincorporated group" },
  other: { th: "อื่น ๆ", en: "other" }
} as const satisfies Record<string, Wording>

/** The sector, in the handbook's words for who may receive a mission (ACT-2). */
export const sectors = {
  state: { th: "ภาครัฐ", en: "state" },
  local: { th: "องค์กรปกครองส่วนท้องถิ่น (อปท.)", en: "local government" },
  "civil-society": { th: "ภาคประชาสังคม", en: "civil society" },
  community: { th: "องค์กรชุมชน", en: "community" },
  private: { th: "ภาคเอกชน", en: "private sector" },
  academic: { th: "สถาบันทางวิชาการ", en: "academic institution" }
} as const satisfies Record<string, Wording>

const keys = <K extends string>(table: Record<K, Wording>): ReadonlyArray<K> =>
  Object.keys(table) as Array<string> as Array<K>

export const LegalForm = Schema.Literals(keys(legalForms))
export type LegalForm = typeof LegalForm.Type

export const Sector = Schema.Literals(keys(sectors))
export type Sector = typeof Sector.Type
