import { Schema } from "effect"
import { Role } from "../kernel/Actor.ts"
import * as Field from "../kernel/Field.ts"
import { LocalizedText, plainText } from "../kernel/LocalizedText.ts"
import { Instant } from "../kernel/ThaiDate.ts"
import { query } from "./Operation.ts"
import { countedPageOf } from "./Reader.ts"

const whose = {
  me: { th: "ตนเอง", en: "me" },
  organisation: { th: "องค์กรของตน", en: "my organisation" },
  others: { th: "ผู้อื่น ในรายการของหน่วยงานตน", en: "others, on my agency's records" }
} as const

/** Something that waits, as every channel shows it. */
const TaskRow = Schema.Struct({
  record: Schema.String,
  id: Schema.String,
  title: LocalizedText,
  status: Schema.String,
  operation: Schema.String,
  target: Schema.NullOr(
    Schema.Struct({
      field: Schema.String,
      value: Schema.Union([Schema.String, Schema.Finite]),
      label: Schema.Struct({ th: Schema.String, en: Schema.String })
    })
  ),
  /** The act in words that name the step. */
  words: Schema.Struct({ th: Schema.String, en: Schema.String }),
  /** Who is waited for: anyone with one of the roles there, or one person. */
  organisation: Schema.NullOr(Schema.String),
  roles: Schema.Array(Role),
  account: Schema.NullOr(Schema.String),
  since: Instant,
  /** ISO date; null where nothing says until when. */
  due: Schema.NullOr(Schema.String),
  late: Schema.Boolean
}).annotate({ identifier: "Task" })
export type TaskRow = typeof TaskRow.Type

export const listTasks = query({
  name: "tasks.list",
  summary: { th: "งานที่รอ", en: "What waits, and for whom" },
  reads: "tasks",
  /** Everyone who belongs to an organisation, whatever they may be there. */
  allow: [{ role: "public", scope: "own-agency" }],
  input: Schema.Struct({
    of: Field.optional(Field.choice(whose, "ของใคร", "Whose")),
    late: Field.optional(Field.flag("เฉพาะที่เกินกำหนด", "Only what is late")),
    record: Field.optional(Field.text("เฉพาะรายการชนิดนี้", "Only on this kind of record")),
    limit: Field.optional(Field.count("จำนวนต่อหน้า", "Rows per page", 1, 100)),
    cursor: Field.optional(Field.written(plainText(8000), "text", "หน้าถัดไป", "Cursor of the next page"))
  }),
  output: countedPageOf(TaskRow),
  refusals: ["InputMalformed", "NotSignedIn", "NotPermitted", "StoreBusy"],
  rules: ["SEC-1"]
})
