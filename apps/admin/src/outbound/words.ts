import type { Words } from "../words/Language.tsx"

export const outboundWords = {
  webhooks: { th: "Webhook", en: "Webhooks" },
  intro: {
    th: "แจ้งระบบอื่นเมื่อมีเหตุการณ์ในรายการของหน่วยงาน ข้อความบอกเพียงว่าเกิดอะไรกับรายการใด ปลายทางอ่านรายละเอียดด้วยกุญแจ API ของตน",
    en: "Tells other systems what happens to your agency's records. A message says only what happened to which record; the receiver reads the rest with its own API key."
  },
  name: { th: "ชื่อปลายทาง", en: "Name of the endpoint" },
  url: { th: "ที่อยู่ (https)", en: "Address (https)" },
  topics: { th: "เหตุการณ์ที่แจ้ง", en: "What it is told of" },
  all: { th: "ทุกเหตุการณ์", en: "Everything" },
  allOf: { th: "ทุกเหตุการณ์ของ", en: "Everything about" },
  add: { th: "เพิ่มปลายทาง", en: "Add an endpoint" },
  shown: {
    th: "รหัสลับนี้แสดงครั้งเดียว คัดลอกไปไว้ที่ปลายทาง",
    en: "This secret is shown once: copy it to the receiver now"
  },
  copy: { th: "คัดลอก", en: "Copy" },
  copied: { th: "คัดลอกแล้ว", en: "Copied" },
  list: { th: "ปลายทางที่มี", en: "Endpoints" },
  none: { th: "ยังไม่มีปลายทาง เพิ่มได้จากแบบด้านบน", en: "No endpoints yet: add one with the form above" },
  acts: { th: "ดำเนินการ", en: "Actions" },
  rotate: { th: "เปลี่ยนรหัสลับ", en: "Change the secret" },
  enable: { th: "เปิดใช้", en: "Enable" },
  disable: { th: "ปิดใช้", en: "Disable" },
  remove: { th: "ลบ", en: "Delete" },
  sure: { th: "ยืนยันลบพร้อมประวัติการส่ง", en: "Yes, delete it with its log" },
  log: { th: "ประวัติการส่ง", en: "Deliveries" },
  noLog: { th: "ยังไม่มีการส่งใน 30 วันที่ผ่านมา", en: "Nothing was sent in the last 30 days" },
  on: { th: "เปิดใช้อยู่", en: "Enabled" },
  asked: { th: "ปิดใช้", en: "Disabled" },
  failures: { th: "ปิดเพราะส่งไม่สำเร็จติดต่อกัน", en: "Disabled after failures" },
  gone: { th: "ปิดเพราะปลายทางแจ้งเลิกใช้ (410)", en: "Disabled: the receiver is gone (410)" },
  delivered: { th: "ส่งถึงแล้ว", en: "Delivered" },
  waiting: { th: "รอส่ง", en: "Waiting" },
  failed: { th: "ส่งไม่สำเร็จ", en: "Failed" },
  event: { th: "เหตุการณ์", en: "What happened" },
  when: { th: "เมื่อ", en: "When" },
  tries: { th: "ครั้งที่", en: "try" },
  result: { th: "ผล", en: "Result" },
  again: { th: "ส่งอีกครั้ง", en: "Send again" },
  put: { th: "จะส่งอีกครั้งในอีกสักครู่", en: "It will be sent again in a moment" },
  further: { th: "ดูเพิ่มเติม", en: "Show more" },
  failedTitle: { th: "ที่ส่งไม่สำเร็จ", en: "Not sent" },
  failedIntro: {
    th: "อีเมลและ webhook ขององค์กรท่านที่ลองส่งหลายครั้งแล้วไม่สำเร็จ แก้สาเหตุแล้วส่งอีกครั้งได้",
    en: "Mails and webhooks of your organisation that could not be sent after many tries. Mend the cause, then send them again."
  },
  noneFailed: { th: "ไม่มีข้อความที่ส่งไม่สำเร็จ", en: "Everything was sent" },
  what: { th: "ข้อความ", en: "Message" },
  to: { th: "ถึง", en: "To" },
  why: { th: "สาเหตุ", en: "Why" },
  mail: { th: "อีเมล", en: "Mail" },
  notice: { th: "การแจ้งเตือนในระบบ", en: "Notification" },
  webhook: { th: "webhook", en: "Webhook" }
} as const satisfies Record<string, Words>
