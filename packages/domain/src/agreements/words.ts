import { wordsOf } from "../rules/Words.ts"

export const agreementWords = wordsOf({
  values: {
    Draft: { th: "ร่าง", en: "draft" },
    Signing: { th: "รอลงนามอีกฝ่าย", en: "waiting for the other signature" },
    InForce: { th: "มีผลใช้บังคับ", en: "in force" },
    requested: { th: "รอคำตอบ", en: "waiting for an answer" },
    approved: { th: "เห็นชอบแล้ว", en: "approved" },
    overtaken: { th: "ตกไปเพราะเนื้อหาข้อตกลงเปลี่ยนแล้ว", en: "overtaken by other terms" },
    proposed: { th: "รอลงนาม", en: "waiting for signatures" },
    agreed: { th: "ทั้งสองฝ่ายลงนามแล้ว", en: "signed by both sides" },
    withdrawn: { th: "ถอนแล้ว", en: "withdrawn" },
    declined: { th: "ไม่เห็นชอบ", en: "declined" },
    mou: { th: "บันทึกข้อตกลงความร่วมมือ (MOU)", en: "memorandum of understanding" },
    "grant-agreement": { th: "ข้อตกลงรับเงินอุดหนุน", en: "grant agreement" },
    "performance-contract": { th: "สัญญาข้อตกลงตามผลงาน", en: "performance contract" },
    "joint-contract": { th: "สัญญาร่วม", en: "joint contract" }
  },
  statuses: {},
  parts: {
    signatory: { th: "ผู้ลงนาม", en: "Signatory" },
    agreement: { th: "ข้อตกลง", en: "Agreement" },
    terms: { th: "เนื้อหา", en: "Terms" },
    drafts: { th: "ร่างครั้งที่", en: "Drafts" },
    signatures: { th: "ลายมือชื่อ", en: "Signatures" },
    announcement: { th: "การประกาศ", en: "Announcement" },
    renewal: { th: "การต่ออายุที่รออีกฝ่ายลงนาม", en: "Renewal that waits for the other signature" },
    amendments: { th: "การแก้ไขข้อตกลง", en: "Amendments" },
    amendment: { th: "การแก้ไขข้อตกลง", en: "Amendment" },
    changes: { th: "คำขอเปลี่ยนเงื่อนไข", en: "Requested changes" },
    requestedBy: { th: "ขอโดย", en: "Requested by" },
    terminatedAt: { th: "เลิกเมื่อ", en: "Terminated" }
  }
})
