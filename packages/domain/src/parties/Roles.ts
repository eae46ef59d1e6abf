import type { Role } from "../kernel/Actor.ts"
import type { Wording } from "../kernel/Refusal.ts"

/** The roles that can be given to an account; `public` is everyone's and is never given. */
export const roleNames: Record<Exclude<Role, "public">, Wording> = {
  "programme-officer": { th: "เจ้าหน้าที่โครงการ", en: "programme officer" },
  executive: { th: "ผู้บริหาร (ผู้ลงนาม)", en: "executive (signs)" },
  finance: { th: "เจ้าหน้าที่การเงิน", en: "finance officer" },
  evaluator: { th: "ผู้ประเมิน", en: "evaluator" },
  auditor: { th: "ผู้ตรวจสอบบัญชี", en: "auditor" },
  "agency-administrator": { th: "ผู้ดูแลระบบของหน่วยงาน", en: "agency administrator" },
  "partner-editor": { th: "ผู้ปฏิบัติงานของภาคี", en: "partner editor" },
  "partner-signatory": { th: "ผู้ลงนามของภาคี", en: "partner signatory" },
  "panel-member": { th: "กรรมการพิจารณา", en: "panel member" },
  "third-party": { th: "ฝ่ายที่สาม", en: "third party" }
}
