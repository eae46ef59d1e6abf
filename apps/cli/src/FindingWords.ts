import type { Wording } from "@phakhi/domain/kernel/Refusal"
import type { FindingKind } from "@phakhi/store/Findings"

/** What each finding means, to whoever keeps the store. */
export const wordsOf: { readonly [kind in FindingKind]: Wording } = {
  "event-changed": { th: "เหตุการณ์ถูกแก้ไข", en: "an event was changed" },
  "event-missing": { th: "เหตุการณ์หายไป", en: "an event is missing" },
  "chain-broken": { th: "ห่วงโซ่ขาด", en: "the chain is broken" },
  "head-differs": { th: "ระเบียนไม่ตรงกับเหตุการณ์ล่าสุด", en: "a record is not at its newest event" },
  "stream-without-record": { th: "มีเหตุการณ์แต่ไม่มีระเบียน", en: "events without their record" },
  "record-without-stream": { th: "มีระเบียนที่ไม่มีเหตุการณ์", en: "a record without events" },
  "stream-removed": { th: "เหตุการณ์ทั้งหมดของระเบียนถูกลบ", en: "all events of a record were removed" },
  "tail-cut": { th: "เหตุการณ์ล่าสุดถูกตัดออก", en: "the newest events were cut off" },
  "chain-recomputed": { th: "ห่วงโซ่ถูกคำนวณใหม่", en: "a chain was computed anew" },
  "event-inserted": { th: "เหตุการณ์ถูกแทรกย้อนหลัง", en: "an event was inserted" },
  "event-forged": { th: "เหตุการณ์ปลอม ผู้เขียนไม่มีกุญแจผนึก", en: "an event was written without the seal key" },
  "log-reordered": { th: "ลำดับของเหตุการณ์ถูกเปลี่ยน", en: "events were put in another order" },
  "seal-broken": { th: "ผนึกไม่ถูกต้อง", en: "a seal is broken" },
  "seal-missing": { th: "ผนึกหายไป", en: "a seal is missing" },
  "anchor-unreadable": {
    th: "อ่านผนึกล่าสุดที่เก็บไว้นอกฐานข้อมูลไม่ได้",
    en: "the newest seal beside the database cannot be read"
  },
  "key-change-broken": {
    th: "บันทึกการเปลี่ยนกุญแจผนึกไม่ตรงกับกุญแจที่มี",
    en: "the changes of the seal key do not fit the keys at hand"
  },
  "personal-changed": { th: "ข้อมูลส่วนบุคคลถูกแก้ไข", en: "personal data was changed" },
  "personal-missing": { th: "ข้อมูลส่วนบุคคลหายไป", en: "personal data is missing" },
  "personal-restored": { th: "ข้อมูลส่วนบุคคลที่ลบแล้วกลับมา", en: "personal data that was erased is back" },
  "personal-unknown": { th: "มีข้อมูลส่วนบุคคลที่ไม่ทราบที่มา", en: "personal data of no event" },
  "row-differs": { th: "ระเบียนไม่ตรงกับเหตุการณ์", en: "a record is not what its events give" },
  "replay-failed": { th: "อ่านเหตุการณ์ซ้ำไม่ได้", en: "events cannot be read again" },
  "ledger-differs": { th: "รายการบัญชีไม่ตรงกับเหตุการณ์", en: "ledger entries are not those of the event" },
  "balance-differs": { th: "ยอดบัญชีไม่ตรงกับรายการ", en: "a balance is not the sum of its entries" },
  "schema-differs": { th: "โครงสร้างฐานข้อมูลถูกเปลี่ยน", en: "the structure of the database was changed" },
  "migration-differs": {
    th: "บันทึกการปรับโครงสร้างไม่ตรงกับโปรแกรม",
    en: "the list of migrations is not that of this program"
  },
  "counter-behind": { th: "ตัวนับถูกถอยหลัง", en: "a counter was set back" },
  "task-differs": { th: "งานที่รอไม่ตรงกับระเบียน", en: "a task is not what its record waits for" },
  "message-unfounded": { th: "ข้อความหรือการแจ้งเตือนไม่มีที่มา", en: "a message or a notice tells of what is not there" },
  "answer-unfounded": { th: "คำตอบที่จำไว้ไม่มีเหตุการณ์รองรับ", en: "an answer is remembered that no event bears out" },
  "access-changed": {
    th: "สิ่งที่ให้เข้าใช้หรือส่งข้อมูลออก (รหัสผ่าน กุญแจ ลิงก์ เว็บฮุก) ถูกแก้ไข",
    en: "what lets somebody in or sends something out was changed: a password, a key, a link, a webhook"
  },
  "access-ended": {
    th: "ทางเข้าใช้ยังเปิดอยู่ ทั้งที่บันทึกว่าสิ้นสุดแล้ว",
    en: "a way in is open that has ended by the log"
  },
  "file-missing": { th: "ไฟล์หลักฐานหายไป", en: "a file of evidence is missing" },
  "file-changed": { th: "ไฟล์หลักฐานถูกแก้ไข", en: "a file of evidence was changed" },
  "not-checked": { th: "ตรวจข้อมูลในตารางไม่ได้", en: "the tables could not be checked" }
}
