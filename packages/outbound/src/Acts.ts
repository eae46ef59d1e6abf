import type { Wording } from "@phakhi/domain/kernel/Refusal"

interface Act extends Wording {
  /** It opens a way out or shows a secret: not with a key. */
  readonly inPerson?: true
}

/** What an administrator does about what leaves the agency, by the names that a key's scope uses. */
export const acts = {
  "webhooks.topics": { th: "ดูเหตุการณ์ที่ส่งออกได้", en: "What can be sent to endpoints" },
  "webhooks.list": { th: "ปลายทาง webhook ของหน่วยงาน", en: "The agency's webhook endpoints" },
  "webhooks.create": {
    th: "เพิ่มปลายทาง webhook (รหัสลับแสดงครั้งเดียว)",
    en: "Add a webhook endpoint; its secret is shown this once",
    inPerson: true
  },
  "webhooks.rotate": {
    th: "เปลี่ยนรหัสลับของปลายทาง รหัสเดิมใช้ร่วมได้อีก 24 ชั่วโมง",
    en: "Change the secret of an endpoint; the one before signs along for 24 hours",
    inPerson: true
  },
  "webhooks.enable": { th: "เปิดใช้ปลายทาง webhook", en: "Enable a webhook endpoint", inPerson: true },
  "webhooks.disable": { th: "ปิดปลายทาง webhook", en: "Disable a webhook endpoint" },
  "webhooks.delete": { th: "ลบปลายทาง webhook พร้อมประวัติการส่ง", en: "Delete a webhook endpoint with its log" },
  "webhooks.deliveries": { th: "ประวัติการส่งของปลายทาง", en: "What was sent to an endpoint, newest first" },
  "webhooks.resend": { th: "ส่งอีกครั้ง", en: "Send a delivery once more, with the same webhook-id" },
  "messages.failed": { th: "ข้อความที่ส่งไม่สำเร็จ", en: "Messages that could not be sent, newest first" },
  "messages.resend": { th: "ส่งข้อความที่ส่งไม่สำเร็จอีกครั้ง", en: "Send a message again that could not be sent" }
} as const satisfies Readonly<Record<string, Act>>

export type ActName = keyof typeof acts

export const isInPerson = (name: ActName): boolean => (acts[name] as Act).inPerson === true
