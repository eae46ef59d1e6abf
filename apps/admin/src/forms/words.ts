import type { Words } from "../words/Language.tsx"

export const formWords = {
  problem: { th: "พบปัญหา", en: "There is a problem" },
  errorTitle: { th: "ข้อผิดพลาด: ", en: "Error: " },
  draftKept: { th: "บันทึกร่างแล้ว", en: "Draft saved" },
  draftBack: { th: "นำร่างที่พิมพ์ค้างไว้กลับมาแล้ว", en: "Your unfinished draft is back" },
  draftDrop: { th: "เริ่มใหม่โดยไม่ใช้ร่าง", en: "Start again without the draft" },
  check: { th: "ตรวจคำตอบก่อนส่ง", en: "Check your answers" },
  checkGo: { th: "ไปตรวจคำตอบ", en: "Go and check the answers" },
  checkHint: {
    th: "การดำเนินการนี้แก้ไขภายหลังไม่ได้ ตรวจให้ครบก่อน",
    en: "This cannot be changed afterwards. Check it first."
  },
  day: { th: "วัน", en: "Day" },
  month: { th: "เดือน", en: "Month" },
  year: { th: "ปี พ.ศ.", en: "Year (B.E. or C.E.)" },
  dateHint: { th: "เช่น 1 ต.ค. 2569", en: "For example 1 Oct 2569 or 1 Oct 2026" },
  from: { th: "ตั้งแต่วันที่", en: "From" },
  to: { th: "ถึงวันที่", en: "To" },
  thai: { th: "ภาษาไทย", en: "in Thai" },
  english: { th: "ภาษาอังกฤษ", en: "in English" },
  add: { th: "เพิ่ม", en: "Add" },
  remove: { th: "นำออก", en: "Remove" },
  nothingYet: { th: "ยังไม่มีรายการ", en: "Nothing added yet" },
  choose: { th: "เลือก", en: "Choose" },
  onePerLine: { th: "บรรทัดละหนึ่งรายการ", en: "One per line" },
  factName: { th: "หัวข้อ", en: "Heading" },
  factText: { th: "ข้อความ", en: "Text" },
  nothingFound: { th: "ไม่พบ", en: "Nothing found" },
  noFields: { th: "ไม่มีข้อมูลต้องกรอก กดปุ่มด้านล่างเพื่อยืนยัน", en: "Nothing to fill in: confirm below" },
  stale: { th: "มีผู้อื่นแก้ไขรายการนี้แล้ว", en: "Someone else has changed this record" },
  staleReload: { th: "โหลดรุ่นล่าสุด (สิ่งที่พิมพ์ยังอยู่)", en: "Load the latest version (what you typed stays)" },
  staleSeen: { th: "รุ่นที่ท่านเห็น", en: "The version you saw" },
  staleNow: { th: "รุ่นปัจจุบัน", en: "The version now" },
  loaded: {
    th: "โหลดรุ่นล่าสุดแล้ว ตรวจสิ่งที่พิมพ์กับข้อมูลใหม่แล้วส่งอีกครั้ง",
    en: "The latest version is loaded. Compare what you typed with it and send again."
  },
  refused: { th: "ยังทำไม่ได้", en: "This cannot be done now" },
  nothingStored: { th: "ไม่มีการบันทึกใด ๆ", en: "Nothing was stored" },
  done: { th: "บันทึกแล้ว", en: "Saved" },
  why: { th: "กฎที่เกี่ยวข้อง", en: "Rules that apply" }
} as const satisfies Record<string, Words>
