import type { Words } from "./Language.tsx"

export const common = {
  phakhi: { th: "ภาคี", en: "Phakhi" },
  tagline: {
    th: "การมอบภารกิจสาธารณะให้ภาคส่วนอื่นร่วมดำเนินการ",
    en: "Public service missions carried out with partners"
  },
  skip: { th: "ข้ามไปยังเนื้อหา", en: "Skip to content" },
  menu: { th: "เมนู", en: "Menu" },
  language: { th: "ภาษา", en: "Language" },
  signOut: { th: "ออกจากระบบ", en: "Sign out" },
  invented: { th: "ข้อมูลสมมติ", en: "Invented data" },
  inventedLong: {
    th: "ข้อมูลสมมติ – ระบบสาธิต ตัวเลข วันที่ และบุคคลแต่งขึ้น",
    en: "Invented data – a demonstration: figures, dates and persons are made up"
  },
  switchRole: { th: "ลองใช้ในบทบาทอื่น", en: "Try another role" },
  offline: { th: "ออฟไลน์ – สิ่งที่พิมพ์เก็บไว้ในเครื่องนี้แล้ว", en: "Offline – what you type is kept on this device" },
  loading: { th: "กำลังโหลด", en: "Loading" },
  search: { th: "ค้นหา", en: "Search" },
  retry: { th: "ลองใหม่", en: "Try again" },
  cancel: { th: "ยกเลิก", en: "Cancel" },
  close: { th: "ปิด", en: "Close" },
  change: { th: "แก้ไข", en: "Change" },
  notGiven: { th: "ไม่ได้ระบุ", en: "Not provided" },
  optional: { th: "ไม่บังคับ", en: "optional" },
  yes: { th: "ใช่", en: "Yes" },
  no: { th: "ไม่ใช่", en: "No" },
  rule: { th: "กฎ", en: "Rule" },
  status: { th: "สถานะ", en: "Status" },
  back: { th: "ย้อนกลับ", en: "Back" },
  more: { th: "ดูเพิ่มเติม", en: "Show more" },
  notFound: { th: "ไม่พบหน้านี้", en: "Page not found" },
  notFoundWay: { th: "กลับหน้าแรก", en: "Go to the start page" },
  unreachable: {
    th: "ติดต่อระบบไม่ได้ ตรวจสอบการเชื่อมต่อแล้วลองใหม่ ไม่มีการบันทึกใด ๆ",
    en: "The system cannot be reached. Check the connection and try again; nothing was stored."
  },
  broken: { th: "หน้าจอนี้ขัดข้อง", en: "This screen has failed" }
} as const satisfies Record<string, Words>
