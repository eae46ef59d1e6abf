import { Schema } from "effect"
import type { Wording } from "../kernel/Refusal.ts"
import { format, type IsoDate } from "../kernel/ThaiDate.ts"

/** Why somebody is told something: it waits for them, it is due soon, it is late, or it concerns their own account. */
export const NotificationKind = Schema.Literals(["waiting", "due-soon", "late", "account"])
export type NotificationKind = typeof NotificationKind.Type

export const kindNames: { readonly [K in NotificationKind]: Wording } = {
  waiting: { th: "รอท่าน", en: "Waits for you" },
  "due-soon": { th: "ใกล้ครบกำหนด", en: "Due soon" },
  late: { th: "เกินกำหนด", en: "Late" },
  account: { th: "บัญชีของท่าน", en: "Your account" }
}

/** How mail comes: not at all, one for each notification, or once a day what has not been read. */
export const mailNames = {
  off: { th: "ไม่รับอีเมล", en: "no mail" },
  each: { th: "ทุกครั้ง", en: "each time" },
  daily: { th: "วันละครั้ง", en: "once a day" }
} as const satisfies Record<string, Wording>
export type MailChoice = keyof typeof mailNames

export interface NotificationSettings {
  readonly mail: MailChoice
  /** Kinds that are not told. What concerns one's own account is always told. */
  readonly muted: ReadonlyArray<NotificationKind>
}

export const defaultSettings: NotificationSettings = { mail: "daily", muted: [] }

/** A reminder is given from this many days after the day something is due; before it, where negative. */
export interface ReminderStage {
  readonly name: string
  readonly fromDay: number
}

/** A week and a day before, the day after, and then each week until eight weeks have passed. */
export const reminderStages: ReadonlyArray<ReminderStage> = [
  { name: "week-before", fromDay: -7 },
  { name: "day-before", fromDay: -1 },
  ...[1, 8, 15, 22, 29, 36, 43, 50, 57].map((fromDay) => ({ name: `late-${fromDay}`, fromDay }))
]

/** What is said of a task that waits: since it opened, before it is due, or after. */
export const notified = (
  words: Wording,
  due: IsoDate | null,
  today: IsoDate,
  reminder: boolean
): { readonly kind: NotificationKind; readonly words: Wording } => {
  if (!reminder || due === null) return { kind: "waiting", words }
  const day = { th: format(due, "short", "th"), en: format(due, "short", "en") }
  return due < today
    ? { kind: "late", words: { th: `${words.th} (เกินกำหนดเมื่อ ${day.th})`, en: `${words.en} (was due on ${day.en})` } }
    : { kind: "due-soon", words: { th: `${words.th} (ครบกำหนด ${day.th})`, en: `${words.en} (due on ${day.en})` } }
}
