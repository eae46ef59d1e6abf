import { wordsOf } from "../rules/Words.ts"

export const partnershipWords = wordsOf({
  values: {
    Running: { th: "กำลังดำเนินการ", en: "running" },
    Suspended: { th: "ระงับชั่วคราว", en: "suspended" },
    Cancelled: { th: "ยกเลิก", en: "cancelled" },
    Terminated: { th: "เลิกข้อตกลงแล้ว", en: "terminated" },
    Closed: { th: "ปิดบัญชีแล้ว", en: "closed" },
    assess: { th: "ประเมินขีดความสามารถ", en: "assess the capability" },
    "assess-again": { th: "ประเมินขีดความสามารถซ้ำ", en: "assess it again" },
    candidate: { th: "ผู้เสนอตัวรับมอบภารกิจ", en: "candidate" },
    "external-evaluator": { th: "ผู้ประเมินภายนอก", en: "external evaluator" },
    "model-chosen": { th: "เลือกรูปแบบ", en: "choosing the model" },
    "recipient-selected": { th: "คัดเลือกผู้รับมอบภารกิจ", en: "selecting the recipient" },
    "agreement-signed": { th: "ลงนามข้อตกลง", en: "signing the agreement" },
    "agreement-announced": { th: "ประกาศข้อตกลง", en: "announcing the agreement" },
    "committee-formed": { th: "ตั้งคณะกรรมการร่วม", en: "forming the committee" },
    "plan-adopted": { th: "รับรองแผนปฏิบัติการ", en: "adopting the plan" },
    "money-committed": { th: "ผูกพันเงิน", en: "committing the money" },
    disbursement: { th: "เบิกจ่ายเงิน", en: "a disbursement" },
    "report-submitted": { th: "ส่งรายงานความคืบหน้า", en: "submitting the report" },
    "evaluation-accepted": { th: "ยอมรับผลการประเมิน", en: "accepting the evaluation" },
    "accounts-reconciled": { th: "กระทบยอดบัญชี", en: "reconciling the accounts" },
    "accounts-audited": { th: "ตรวจสอบบัญชี", en: "auditing the accounts" },
    "accounts-closed": { th: "ปิดบัญชี", en: "closing the accounts" },
    partnership: { th: "ความร่วมมือ", en: "partnership" }
  },
  statuses: {
    partnership: ["Running", "Suspended", "Cancelled", "Terminated", "Closed"]
  },
  parts: {
    side: { th: "ฝ่าย", en: "Side" },
    recipient: { th: "ผู้รับมอบภารกิจ", en: "Recipient" },
    stakeholders: { th: "ผู้มีส่วนร่วม", en: "Stakeholders" },
    standing: { th: "สถานะความร่วมมือ", en: "Standing" },
    parties: { th: "องค์กรที่ร่วม", en: "Parties" },
    proposals: { th: "ข้อเสนอ", en: "Proposals" },
    proposedProcess: { th: "กระบวนการที่เสนอให้ใช้", en: "Process proposed" },
    selection: { th: "การคัดเลือก", en: "Selection" },
    assessment: { th: "ขีดความสามารถ", en: "Capability" },
    assessments: { th: "การประเมินขีดความสามารถ", en: "Assessments of capability" },
    assignments: { th: "ผู้ได้รับมอบหมาย", en: "Who is assigned" },
    duty: { th: "หน้าที่", en: "Duty" },
    ended: { th: "ยุติ", en: "Ended" },
    evidence: { th: "หลักฐาน", en: "Evidence" },
    consent: { th: "การยินยอมให้เผยแพร่", en: "Agreement to publish" },
    published: { th: "การเผยแพร่", en: "Publication" },
    withdrawn: { th: "การยุติการเผยแพร่", en: "End of publication" },
    digest: { th: "ลายนิ้วมือไฟล์", en: "Digest" },
    partnership: { th: "ความร่วมมือ", en: "Partnership" },
    files: { th: "ไฟล์หลักฐาน", en: "Files of evidence" }
  }
})
