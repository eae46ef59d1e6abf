import { Schema } from "effect"
import * as Field from "../kernel/Field.ts"
import { kindNames, mailNames } from "./Notification.ts"

const Uuid = Schema.String.check(Schema.isUUID())

/** Which notifications are asked for. */
export const NotificationList = Schema.Struct({
  unread: Field.optional(Field.flag("เฉพาะที่ยังไม่อ่าน", "Only unread ones")),
  limit: Field.optional(Field.count("จำนวนต่อหน้า", "Rows per page", 1, 100)),
  before: Field.optional(Field.written(Uuid, "text", "ก่อนรายการนี้", "Older than this one"))
})

/** Without a limit, a page holds this many rows. */
export const notificationsPerPage = 50

/** Which are marked as read, or as unread again; without ids, all of them. */
export const MarkRead = Schema.Struct({
  ids: Schema.optionalKey(Schema.Array(Uuid).check(Schema.isMaxLength(500))),
  read: Schema.optionalKey(Schema.Boolean)
})

export const ChosenSettings = Schema.Struct({
  mail: Field.choice(mailNames, "อีเมล", "Mail"),
  muted: Field.choices(kindNames, "เรื่องที่ไม่ต้องแจ้ง", "What is not told")
})
