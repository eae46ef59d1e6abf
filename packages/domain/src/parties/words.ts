import { processWords } from "../processes/words.ts"
import { wordsOf } from "../rules/Words.ts"

export const partyWords = wordsOf({
  values: {
    active: { th: "ใช้งานอยู่", en: "active" },
    inactive: { th: "ระงับในทะเบียน", en: "inactive" },
    locked: { th: "ระงับชั่วคราว", en: "locked" },
    ended: { th: "ยุติแล้ว", en: "ended" },
    Invited: { th: "เชิญผู้ดูแลแล้ว", en: "administrator invited" },
    Stated: { th: "รอการรับรอง", en: "waiting for verification" },
    Verified: { th: "รับรองแล้ว", en: "verified" },
    Roles: { th: "กำหนดบทบาท", en: "roles" },
    Ending: { th: "ยุติบัญชี", en: "ending" },
    Handover: { th: "คืนบทบาทหลังออกลิงก์เข้าใช้", en: "roles back after a link" },
    "programme-officer": { th: "เจ้าหน้าที่โครงการ", en: "programme officer" },
    executive: { th: "ผู้บริหาร", en: "executive" },
    finance: { th: "เจ้าหน้าที่การเงิน", en: "finance officer" },
    evaluator: processWords.values.evaluator,
    auditor: { th: "ผู้ตรวจสอบบัญชี", en: "auditor" },
    "agency-administrator": { th: "ผู้ดูแลระบบของหน่วยงาน", en: "agency administrator" },
    "partner-administrator": { th: "ผู้ดูแลระบบของภาคี", en: "partner administrator" },
    "partner-editor": { th: "ผู้ปฏิบัติงานของภาคี", en: "partner editor" },
    "partner-signatory": { th: "ผู้ลงนามของภาคี", en: "partner signatory" },
    "panel-member": { th: "กรรมการพิจารณา", en: "panel member" },
    public: processWords.values.public,
    "third-party": processWords.values["third-party"],
    organisation: { th: "องค์กร", en: "organisation" },
    account: { th: "บัญชีผู้ใช้", en: "account" },
    // Whose people may do something to an organisation or an account.
    "own-agency organisation": { th: "ขององค์กรนั้นเอง", en: "of the organisation itself" },
    "own-organisation organisation": {
      th: "ของหน่วยงานที่ขึ้นทะเบียนองค์กรนั้น จนกว่าองค์กรจะมีผู้ดูแลของตนเอง",
      en: "of the agency that registered it, until it has an administrator of its own"
    },
    "own-agency account": { th: "ขององค์กรที่บัญชีนั้นสังกัด", en: "of the organisation that the account belongs to" },
    "own-organisation account": {
      th: "ของหน่วยงานที่ขึ้นทะเบียนองค์กรนั้น จนกว่าองค์กรจะมีผู้ดูแลของตนเอง",
      en: "of the agency that registered the organisation, until it has an administrator of its own"
    }
  },
  statuses: {
    organisation: ["active", "inactive"],
    account: ["active", "locked", "ended"]
  },
  parts: {
    organisation: { th: "องค์กร", en: "Organisation" },
    account: { th: "บัญชีผู้ใช้", en: "Account" },
    roles: { th: "บทบาท", en: "Roles" },
    holder: { th: "ผู้ดำรงตำแหน่ง", en: "Holder" },
    particulars: { th: "ข้อมูลองค์กร", en: "Particulars" },
    invitedAt: { th: "เชิญเมื่อ", en: "Invited" },
    mandate: { th: "การมอบอำนาจ", en: "Mandate" },
    mandates: { th: "การมอบอำนาจ", en: "Mandates" },
    registeredBy: { th: "ขึ้นทะเบียนโดย", en: "Registered by" },
    claim: { th: "ผู้ดูแลระบบขององค์กร", en: "Who administers it" },
    grounds: { th: "หลักฐานการมอบหมาย", en: "What shows it" },
    letter: { th: "คำสั่งหรือหนังสือ", en: "Order or letter" },
    attached: { th: "ไฟล์คำสั่งหรือหนังสือ", en: "File of the order or letter" },
    content: { th: "เนื้อหา", en: "Content" },
    invitedBy: { th: "เชิญโดย", en: "Invited by" },
    verifiedBy: { th: "รับรองโดย", en: "Verified by" },
    sentBack: { th: "ส่งคืนเพราะ", en: "Sent back because" },
    invitedFrom: { th: "หน่วยงานที่เชิญ", en: "Agency that invited" },
    linksIssued: { th: "จำนวนลิงก์ที่ออก", en: "Links issued" },
    unopened: { th: "ยังไม่เคยออกลิงก์เข้าใช้", en: "No link issued yet" },
    withoutRoles: { th: "ขณะออกลิงก์ยังไม่มีบทบาทที่ใช้ได้", en: "No roles counted then" },
    linkedBy: { th: "ผู้ออกลิงก์", en: "Link issued by" },
    resting: { th: "บทบาทที่พักไว้จนกว่าจะยืนยัน", en: "Roles that rest until confirmed" },
    proposal: { th: "รอผู้ดูแลระบบอีกคนยืนยัน", en: "Waits for another administrator" },
    byOneself: { th: "ผู้ได้รับบทบาทตอบรับเอง", en: "Accepted by whoever gets the roles" },
    policy: { th: "เกณฑ์ของหน่วยงาน", en: "Thresholds" },
    active: { th: "ใช้งานอยู่", en: "Active" },
    inactiveReason: { th: "เหตุผลที่ระงับ", en: "Why inactive" },
    key: { th: "กุญแจ", en: "Key" },
    prefix: { th: "ขึ้นต้นด้วย", en: "Begins with" },
    scopes: { th: "ทำได้เฉพาะ", en: "For these only" },
    createdAt: { th: "สร้างเมื่อ", en: "Made" },
    expiresAt: { th: "หมดอายุ", en: "Expires" },
    lastUsedAt: { th: "ใช้ล่าสุด", en: "Last used" },
    revokedAt: { th: "เพิกถอนเมื่อ", en: "Revoked" },
    token: { th: "รหัสคำเชิญ", en: "Invitation" },
    path: { th: "เปิดที่", en: "Opens at" }
  }
})
