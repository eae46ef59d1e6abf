import { readKeptYears } from "@phakhi/domain/engine/Notification"
import type { Words } from "../words/Language.tsx"

export const inboxWords = {
  title: { th: "การแจ้งเตือน", en: "Notifications" },
  unreadOnly: { th: "เฉพาะที่ยังไม่อ่าน", en: "Only unread ones" },
  unread: { th: "ยังไม่อ่าน", en: "Unread" },
  unreadCount: { th: "รายการยังไม่อ่าน", en: "unread" },
  noneUnread: { th: "อ่านครบแล้ว", en: "All read" },
  markRead: { th: "ทำเครื่องหมายว่าอ่านแล้ว", en: "Mark as read" },
  markUnread: { th: "ทำเครื่องหมายว่ายังไม่อ่าน", en: "Mark as unread" },
  markAll: { th: "ทำเครื่องหมายว่าอ่านแล้วทั้งหมด", en: "Mark all as read" },
  marked: { th: "ทำเครื่องหมายว่าอ่านแล้ว", en: "Marked as read:" },
  markedBack: { th: "ทำเครื่องหมายว่ายังไม่อ่าน", en: "Marked as unread:" },
  items: { th: "รายการ", en: "" },
  undo: { th: "เลิกทำ", en: "Undo" },
  none: {
    th: "ยังไม่มีการแจ้งเตือน เมื่อมีงานรอท่าน ใกล้ครบกำหนด หรือเกินกำหนด จะแจ้งที่นี่",
    en: "Nothing yet. What waits for you, is due soon or late is told here."
  },
  kept: {
    th: `ที่อ่านแล้วเก็บไว้ ${readKeptYears} ปี ที่ยังไม่อ่านเก็บไว้จนกว่าจะอ่าน`,
    en: `What you have read is kept for ${readKeptYears} years; what you have not read stays until you do.`
  },
  noneHere: { th: "ไม่มีรายการที่ยังไม่อ่าน", en: "Nothing is unread" },
  settings: { th: "ตั้งค่าการแจ้งเตือน", en: "Notification settings" },
  back: { th: "กลับไปที่การแจ้งเตือน", en: "Back to the notifications" }
} as const satisfies Record<string, Words>

export const settingsWords = {
  mail: { th: "รับอีเมล", en: "Mail" },
  noServer: {
    th: "ระบบนี้ยังไม่ได้ตั้งเซิร์ฟเวอร์อีเมล จึงไม่มีการส่งอีเมล ไม่ว่าจะเลือกอย่างไร ทุกเรื่องยังดูได้ในหน้าการแจ้งเตือน",
    en: "No mail server is set up, so no mail is sent, whatever is chosen here. Everything is still told on the notifications page."
  },
  daily: {
    th: "รวมเรื่องที่ยังไม่อ่านไว้ในอีเมลฉบับเดียว",
    en: "One mail with everything that has not been read."
  },
  told: { th: "เรื่องที่ต้องการให้แจ้ง", en: "What you are told" },
  always: { th: "เรื่องของบัญชีท่านแจ้งเสมอ", en: "What concerns your account is always told." },
  save: { th: "บันทึก", en: "Save" }
} as const satisfies Record<string, Words>
