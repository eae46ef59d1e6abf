import { wordsOf } from "../rules/Words.ts"

export const fundingWords = wordsOf({
  values: {
    Prepared: { th: "รออนุมัติ", en: "waiting for approval" },
    Approved: { th: "อนุมัติแล้ว", en: "approved" },
    Rejected: { th: "ไม่อนุมัติ", en: "rejected" },
    Reversed: { th: "กลับรายการแล้ว", en: "reversed" },
    Open: { th: "เปิดอยู่", en: "open" },
    Reconciled: { th: "กระทบยอดแล้ว", en: "reconciled" },
    Audited: { th: "ตรวจสอบแล้ว", en: "audited" },
    clean: { th: "ถูกต้องโดยไม่มีเงื่อนไข", en: "clean" },
    qualified: { th: "ถูกต้องอย่างมีเงื่อนไข", en: "qualified" },
    adverse: { th: "ไม่ถูกต้อง", en: "adverse" },
    available: { th: "มีเงินเหลือผูกพันได้", en: "available" },
    committed: { th: "ผูกพันครบแล้ว", en: "fully committed" },
    FirstTranche: { th: "งวดแรก", en: "first tranche" },
    AcceptedEvaluation: { th: "ผลการประเมินที่ยอมรับแล้ว", en: "accepted evaluation" },
    prepare: { th: "จัดทำรายการเบิกจ่าย", en: "prepare the disbursement" },
    approve: { th: "อนุมัติการเบิกจ่าย", en: "approve the disbursement" },
    reject: { th: "ไม่อนุมัติการเบิกจ่าย", en: "reject the disbursement" },
    reverse: { th: "กลับรายการเบิกจ่าย", en: "reverse the disbursement" },
    "decide-unspent": { th: "ตัดสินใจเรื่องเงินคงเหลือ", en: "decide on unspent money" },
    reconcile: { th: "กระทบยอดบัญชี", en: "reconcile the accounts" },
    audit: { th: "ตรวจสอบบัญชี", en: "audit the accounts" },
    close: { th: "ปิดบัญชี", en: "close the accounts" },
    source: { th: "แหล่งเงิน", en: "source of money" }
  },
  statuses: {
    source: ["available", "committed"]
  },
  parts: {
    funding: { th: "การเงิน", en: "Money" },
    commitments: { th: "เงินที่ผูกพัน", en: "Commitments" },
    committed: { th: "ผูกพันแล้ว", en: "Committed" },
    tranche: { th: "งวดที่", en: "Tranche" },
    disbursements: { th: "รายการเบิกจ่าย", en: "Disbursements" },
    basis: { th: "อาศัยผล", en: "Rests on" },
    preparedBy: { th: "จัดทำโดย", en: "Prepared by" },
    preparedAt: { th: "จัดทำเมื่อ", en: "Prepared" },
    approvedBy: { th: "อนุมัติโดย", en: "Approved by" },
    approvedAt: { th: "อนุมัติเมื่อ", en: "Approved" },
    rejectedBy: { th: "ไม่อนุมัติโดย", en: "Rejected by" },
    rejectedAt: { th: "ไม่อนุมัติเมื่อ", en: "Rejected" },
    reversedBy: { th: "กลับรายการโดย", en: "Reversed by" },
    reversedAt: { th: "กลับรายการเมื่อ", en: "Reversed" },
    decisions: { th: "การจัดการเงินเหลือ", en: "Unspent money" },
    closing: { th: "การปิดบัญชี", en: "Closing" },
    statement: { th: "งบกระทบยอด", en: "Statement" },
    reconciled: { th: "กระทบยอดแล้ว", en: "Reconciled" },
    audit: { th: "การตรวจสอบบัญชี", en: "Audit" },
    paid: { th: "จ่ายแล้ว", en: "Paid" },
    spent: { th: "ใช้จริง", en: "Spent" },
    carriedOver: { th: "กันไว้ปีถัดไป", en: "Carried over" },
    fromCommitment: { th: "จากเงินที่ผูกพัน", en: "From the commitment" },
    fromPayments: { th: "จากเงินที่จ่ายแล้ว", en: "From payments" },
    releases: { th: "ปล่อยคืนแหล่งเงิน", en: "Releases" }
  }
})
