import type { Words } from "../words/Language.tsx"

export const paletteWords = {
  open: { th: "ค้นหา หรือไปที่…", en: "Search or go to…" },
  title: { th: "ไปที่รายการ หน้า หรือสิ่งที่ทำได้", en: "Go to a record, a page, or something you can do" },
  placeholder: { th: "รายการ หน้า หรือสิ่งที่จะทำ", en: "A record, a page, an act" },
  nothing: { th: "ไม่พบสิ่งที่ตรงกับคำนี้", en: "Nothing matches these words" },
  searching: { th: "กำลังค้นหา", en: "Searching" },
  here: { th: "ทำกับรายการนี้", en: "On this record" },
  pages: { th: "หน้า", en: "Pages" },
  begin: { th: "เริ่มใหม่", en: "Begin" },
  shortcuts: { th: "ปุ่มลัด", en: "Keyboard shortcuts" },
  find: { th: "ไปที่ช่องค้นหาของหน้า", en: "Go to the search field of the page" },
  help: { th: "แสดงปุ่มลัดเหล่านี้", en: "Show these shortcuts" },
  send: { th: "ส่งแบบฟอร์มที่กำลังกรอก", en: "Send the form at hand" },
  shut: { th: "ปิดหน้าต่างหรือแบบฟอร์ม", en: "Close a window or a form" },
  or: { th: "หรือ", en: "or" }
} as const satisfies Record<string, Words>
