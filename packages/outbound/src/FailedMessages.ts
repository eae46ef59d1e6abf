import { type Catalogue, handlerOf } from "@phakhi/domain/engine/Catalogue"
import { accountTold, rolesChanged } from "@phakhi/domain/engine/Notification"
import { clockTopic } from "@phakhi/domain/engine/OnTheClock"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import type { Failed, FailedPage as Found } from "@phakhi/store/Outbox"
import { notificationMail, taskDue, taskOpened } from "@phakhi/store/TaskTopics"
import { Effect, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { mailTopic } from "./Mail.ts"
import { reasonWords } from "./Reasons.ts"
import type { FailedPage } from "./Shown.ts"
import { deliveryTopic, invitationTopic, publishTopic } from "./Topics.ts"

/** What the database knows of whom a message was for, and what it was about; no name of anybody else. */
interface Looked {
  readonly id: string
  readonly recipient: string | null
  readonly endpoint: string | null
  readonly event: string | null
  readonly task: Wording | null
}

const uuid = "^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$"

/** An id that the message names, where it is one. */
const idNamed = (name: string): string =>
  `CASE WHEN o.payload->>'${name}' ~ '${uuid}' THEN (o.payload->>'${name}')::uuid END`

const lookText = `SELECT o.id, p.state->'personal'->>'name' AS recipient, e.name AS endpoint, d.topic AS event,
    CASE WHEN t.id IS NOT NULL THEN json_build_object('th', t.words_th, 'en', t.words_en) END AS task
  FROM outbox o
  LEFT JOIN record p ON o.topic <> '${rolesChanged}' AND p.record = 'account' AND p.id = ${idNamed("account")}
  LEFT JOIN webhook_delivery d ON o.topic = '${deliveryTopic}' AND d.id = ${idNamed("delivery")}
  LEFT JOIN webhook_endpoint e ON e.id = d.endpoint
  LEFT JOIN task t ON o.topic IN ('${taskOpened}', '${taskDue}') AND t.record = o.payload->>'record'
    AND t.id = ${idNamed("id")} AND t.key = o.payload->>'key'
  WHERE o.id IN (SELECT value::uuid FROM jsonb_array_elements_text($1::jsonb))`

const inEvery = (text: string): Wording => ({ th: text, en: text })

const Words = Schema.is(Schema.Struct({ th: Schema.String, en: Schema.String }))
const Addressed = Schema.is(Schema.Struct({ to: Schema.Struct({ name: Schema.String, address: Schema.String }) }))

const fixed: Readonly<Record<string, Wording>> = {
  [invitationTopic]: { th: "ลิงก์สำหรับตั้งรหัสผ่านและเข้าใช้", en: "A link to set a password and come in" },
  [notificationMail]: { th: "อีเมลแจ้งเรื่องที่ยังไม่อ่าน", en: "Mail of what has not been read" },
  [taskOpened]: { th: "แจ้งงานที่รอ", en: "Notice of what waits" },
  [rolesChanged]: { th: "แจ้งงานที่รอ เมื่อบทบาทเปลี่ยน", en: "Notice of what waits, by a change of roles" },
  [taskDue]: { th: "เตือนกำหนด", en: "Reminder of what is due" }
}

/**
 * What a message was about: of a mail its subject, of what is told of an account its words. The text of a mail is never shown:
 * it may hold a link that lets somebody in.
 */
const aboutOf = (catalogue: Catalogue, { payload, topic }: Failed, looked: Looked | undefined): Wording | null => {
  const text = (name: string): string | undefined => {
    const found = payload[name]
    return typeof found === "string" ? found : undefined
  }
  switch (topic) {
    case mailTopic:
      return inEvery(text("subject") ?? "")
    case accountTold:
      return Words(payload["words"]) ? payload["words"] : null
    case clockTopic:
      return handlerOf(catalogue, text("operation") ?? "")?.operation.summary ?? null
    case publishTopic:
      return inEvery(text("topic") ?? "")
    case deliveryTopic:
      return typeof looked?.event === "string" ? inEvery(looked.event) : null
    default:
      return looked?.task ?? fixed[topic] ?? null
  }
}

/** Messages that were given up, as administrators are shown them: for whom, about what, and why not. */
export const showFailed = Effect.fnUntraced(function* (catalogue: Catalogue, page: Found) {
  const sql = yield* SqlClient.SqlClient
  const looked = yield* sql.unsafe<Looked>(lookText, [JSON.stringify(page.data.map(({ id }) => id))])
  const byId = new Map(looked.map((one) => [one.id, one]))
  const data = page.data.map((failed) => {
    const { createdAt, failedAt, id, payload, reason, topic, tries } = failed
    const known = byId.get(id)
    return {
      id,
      topic,
      endpoint: known?.endpoint ?? null,
      recipient: known?.recipient ?? (Addressed(payload) ? payload.to.name || payload.to.address : null),
      about: aboutOf(catalogue, failed, known),
      createdAt: createdAt.toISOString(),
      failedAt: failedAt.toISOString(),
      tries,
      reason: reasonWords(reason)
    }
  })
  return { ...page, data } satisfies FailedPage
})
