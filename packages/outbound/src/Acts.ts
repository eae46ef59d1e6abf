import { administering, type Role } from "@phakhi/domain/kernel/Actor"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { Schema } from "effect"
import { DeliveryPage, Endpoint, FailedAsked, FailedPage, NewEndpoint, PageAsked, Secret } from "./Shown.ts"

interface Act {
  readonly method: "get" | "post" | "delete"
  readonly path: string
  readonly summary: Wording
  /** Who may do it, for the own organisation. */
  readonly allow: ReadonlyArray<Role>
  /** It opens a way out or shows a secret: not with a key. */
  readonly inPerson?: true
  /** What is sent along. */
  readonly body?: Schema.Top
  /** What is asked for in the address. */
  readonly query?: Schema.Top
  readonly answer: Schema.Top
}

/** What leaves an agency is up to its administrators. */
const agencies: ReadonlyArray<Role> = ["agency-administrator"]

const Done = Schema.Struct({ done: Schema.Boolean })

/** What an administrator does about what leaves the organisation, by the names that a key's scope uses. */
export const acts = {
  "webhooks.list": {
    allow: agencies,
    method: "get",
    path: "/v1/webhooks",
    summary: { th: "ปลายทาง webhook ของหน่วยงาน", en: "The agency's webhook endpoints" },
    answer: Schema.Struct({ data: Schema.Array(Endpoint) })
  },
  "webhooks.topics": {
    allow: agencies,
    method: "get",
    path: "/v1/webhooks/topics",
    summary: { th: "เหตุการณ์ที่ส่งออกได้", en: "What endpoints can be told of" },
    answer: Schema.Struct({ data: Schema.Array(Schema.String) })
  },
  "webhooks.create": {
    allow: agencies,
    method: "post",
    path: "/v1/webhooks",
    summary: {
      th: "เพิ่มปลายทาง webhook (รหัสลับแสดงครั้งเดียว)",
      en: "Add a webhook endpoint; its secret is shown this once"
    },
    inPerson: true,
    body: NewEndpoint,
    answer: Secret
  },
  "webhooks.rotate": {
    allow: agencies,
    method: "post",
    path: "/v1/webhooks/{id}/rotate",
    summary: {
      th: "เปลี่ยนรหัสลับของปลายทาง รหัสเดิมใช้ร่วมได้อีก 24 ชั่วโมง",
      en: "Change the secret of an endpoint; the one before signs along for 24 hours"
    },
    inPerson: true,
    answer: Secret
  },
  "webhooks.enable": {
    allow: agencies,
    method: "post",
    path: "/v1/webhooks/{id}/enable",
    summary: { th: "เปิดใช้ปลายทาง webhook", en: "Enable a webhook endpoint" },
    inPerson: true,
    answer: Done
  },
  "webhooks.disable": {
    allow: agencies,
    method: "post",
    path: "/v1/webhooks/{id}/disable",
    summary: { th: "ปิดปลายทาง webhook", en: "Disable a webhook endpoint" },
    answer: Done
  },
  "webhooks.delete": {
    allow: agencies,
    method: "delete",
    path: "/v1/webhooks/{id}",
    summary: { th: "ลบปลายทาง webhook พร้อมประวัติการส่ง", en: "Delete a webhook endpoint with its log" },
    answer: Done
  },
  "webhooks.deliveries": {
    allow: agencies,
    method: "get",
    path: "/v1/webhooks/{id}/deliveries",
    summary: { th: "ประวัติการส่งของปลายทาง ใหม่สุดก่อน", en: "What was sent to an endpoint, newest first" },
    query: PageAsked,
    answer: DeliveryPage
  },
  "webhooks.resend": {
    allow: agencies,
    method: "post",
    path: "/v1/webhook-deliveries/{id}/resend",
    summary: { th: "ส่งอีกครั้ง", en: "Send a delivery once more, with the same webhook-id" },
    answer: Done
  },
  "messages.failed": {
    // What could not be sent to one's own people concerns every organisation.
    allow: administering,
    method: "get",
    path: "/v1/failed-messages",
    summary: { th: "ข้อความที่ส่งไม่สำเร็จ ใหม่สุดก่อน", en: "Messages that could not be sent, newest first" },
    query: FailedAsked,
    answer: FailedPage
  },
  "messages.resend": {
    // What could not be sent to one's own people concerns every organisation.
    allow: administering,
    method: "post",
    path: "/v1/failed-messages/{id}/resend",
    summary: { th: "ส่งข้อความที่ส่งไม่สำเร็จอีกครั้ง", en: "Send a message again that could not be sent" },
    answer: Done
  }
} as const satisfies Readonly<Record<string, Act>>

export type ActName = keyof typeof acts

export const actNames = Object.keys(acts) as ReadonlyArray<ActName>

export const actOf = (name: ActName): Act => acts[name]
