import type { Words } from "../words/Language.tsx"

/** Statuses in people's words: adjectives, in sentence case, never colour alone. */
export const statuses: { readonly [record: string]: { readonly [status: string]: Words } } = {
  mission: {
    Registered: { th: "ขึ้นทะเบียนแล้ว", en: "Registered" },
    UnderReview: { th: "กำลังทบทวน", en: "Under review" },
    Reviewed: { th: "ทบทวนแล้ว", en: "Reviewed" },
    WayChosen: { th: "เลือกแนวทางแล้ว", en: "Way chosen" }
  },
  partnership: {
    Running: { th: "กำลังดำเนินการ", en: "Running" },
    Suspended: { th: "ระงับชั่วคราว", en: "Suspended" },
    Cancelled: { th: "ยกเลิก", en: "Cancelled" },
    Terminated: { th: "เลิกข้อตกลง", en: "Terminated" },
    Closed: { th: "ปิดบัญชีแล้ว", en: "Closed" }
  },
  organisation: {
    active: { th: "ใช้งาน", en: "Active" },
    inactive: { th: "ระงับ", en: "Inactive" }
  },
  account: {
    active: { th: "ใช้งาน", en: "Active" },
    locked: { th: "ระงับชั่วคราว", en: "Locked" },
    ended: { th: "ยุติแล้ว", en: "Ended" }
  },
  source: {
    available: { th: "มีเงินเหลือผูกพันได้", en: "Available" },
    committed: { th: "ผูกพันครบแล้ว", en: "Fully committed" }
  },
  any: {
    active: { th: "ใช้งาน", en: "Active" },
    inactive: { th: "ไม่ใช้งาน", en: "Inactive" }
  }
}

const trouble: ReadonlyArray<string> = ["Suspended", "locked"]
const over: ReadonlyArray<string> = ["Closed", "Cancelled", "Terminated", "inactive", "ended"]

export const colourOf = (status: string): string =>
  trouble.includes(status) ? "red" : over.includes(status) ? "gray" : "teal"
