import type { Words } from "../words/Language.tsx"

export const historyTitle: Words = { th: "ประวัติ", en: "History" }
export const listWords = {
  filter: { th: "ใช้ตัวกรอง", en: "Filters" },
  filterClear: { th: "ล้างตัวกรอง", en: "Clear the filters" },
  removeFilter: { th: "นำตัวกรองออก", en: "Remove filter" },
  find: { th: "ค้นหา", en: "Search" },
  title: { th: "ชื่อ", en: "Title" },
  updated: { th: "แก้ไขล่าสุด", en: "Last change" },
  next: { th: "หน้าถัดไป", en: "Next page" },
  first: { th: "กลับหน้าแรกของรายการ", en: "Back to the first page" },
  export: { th: "ดาวน์โหลด CSV", en: "Download CSV" },
  exportAtMost: { th: "ดาวน์โหลด CSV (ไม่เกิน 1,000,000 รายการ)", en: "Download CSV (at most 1,000,000 rows)" },
  all: { th: "ทั้งหมด", en: "All" },
  total: { th: "รายการ", en: "records" },
  moreThan: { th: "มากกว่า", en: "more than" },
  late: { th: "เฉพาะที่เกินกำหนด", en: "Only what is late" },
  from: { th: "ตั้งแต่", en: "from" },
  to: { th: "ถึง", en: "to" },
  dateUnread: { th: "กรอกวันที่ เช่น 31 มี.ค. 2570", en: "Fill in a date, for example 31 Mar 2570" },
  numberUnread: { th: "กรอกเป็นตัวเลข", en: "Fill in a number" },
  noResult: { th: "ไม่พบรายการตามตัวกรองนี้", en: "Nothing matches these filters" },
  noData: { th: "ยังไม่มีรายการ", en: "There is nothing here yet" },
  learn: {
    th: "รายการที่ขึ้นทะเบียนจะปรากฏที่นี่ พร้อมสถานะและสิ่งที่ทำต่อได้",
    en: "What is registered appears here, with its status and what can be done next"
  }
} as const satisfies Record<string, Words>
