import { Schema } from "effect"
import { type AccountHolder, type AccountId, administering, type OrganisationId, type Role } from "../kernel/Actor.ts"
import type { Wording } from "../kernel/Refusal.ts"
import { format, type IsoDate } from "../kernel/ThaiDate.ts"
import type { Target } from "./Handler.ts"
import { type Task, waitsFor } from "./Tasks.ts"

/** Why somebody is told something: it waits for them, it is due soon, it is late, or it concerns their own account. */
export const NotificationKind = Schema.Literals(["waiting", "due-soon", "late", "account"])
export type NotificationKind = typeof NotificationKind.Type

export const kindNames: { readonly [K in NotificationKind]: Wording } = {
  waiting: { th: "รอท่าน", en: "Waits for you" },
  "due-soon": { th: "ใกล้ครบกำหนด", en: "Due soon" },
  late: { th: "เกินกำหนด", en: "Late" },
  account: { th: "บัญชีของท่าน", en: "Your account" }
}

/** The topic of what a person is told about an account, written with what happened. */
export const accountTold = "account.told"

/** The topic under which it is said that somebody's roles count, or do not count any more, written with what happened. */
export const rolesChanged = "account.roles-changed"

/** Which of its roles began to count and which ended to, by what happened to the account. */
export interface RolesChanged {
  readonly account: AccountId
  readonly gained: ReadonlyArray<Role>
  readonly lost: ReadonlyArray<Role>
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

/** What is said of a task: that it waits, or at a stage of reminding that it is due soon or late. */
export const notified = (
  words: Wording,
  due: IsoDate | null,
  stage: ReminderStage | undefined
): { readonly kind: NotificationKind; readonly words: Wording } => {
  if (stage === undefined || due === null) return { kind: "waiting", words }
  const day = { th: format(due, "short", "th"), en: format(due, "short", "en") }
  return stage.fromDay > 0
    ? { kind: "late", words: { th: `${words.th} (เกินกำหนดเมื่อ ${day.th})`, en: `${words.en} (was due on ${day.en})` } }
    : { kind: "due-soon", words: { th: `${words.th} (ครบกำหนด ${day.th})`, en: `${words.en} (due on ${day.en})` } }
}

export interface ToTell {
  readonly able: ReadonlyArray<AccountHolder>
  /** Told in their place, where there is nobody. */
  readonly instead: ReadonlyArray<AccountHolder>
}

/**
 * Who of all people is told of a task: those it waits for. No duty is nobody's (ACT-1): where there are none, the administrators
 * of the organisation that is waited for, or else those of the agency that owns the record. The store renders it to SQL.
 */
export const toTell = (task: Task, owner: OrganisationId | null, people: ReadonlyArray<AccountHolder>): ToTell => {
  const able = people.filter((person) => waitsFor(task, person))
  if (able.length > 0) return { able, instead: [] }
  const administratorsOf = (organisation: OrganisationId | null) =>
    people.filter(
      (person) =>
        organisation !== null &&
        person.organisation === organisation &&
        administering.some((role) => person.roles.includes(role))
    )
  const there = administratorsOf(task.organisation)
  return { able, instead: there.length > 0 ? there : administratorsOf(owner) }
}

/** What administrators are told of a task that nobody can do. */
export const nobodysDuty = ({ en, th }: Wording): Wording => ({
  th: `${th} (ยังไม่มีผู้ใดในองค์กรที่ทำได้)`,
  en: `${en} (nobody in the organisation can do it yet)`
})

/** More than this at once are told of in one notice: nobody wants to be told of each. */
export const toldApart = 5

/** More than this are not counted one by one. */
export const mostCounted = 100

const counted = (count: number): Wording =>
  count > mostCounted
    ? { th: `มากกว่า ${mostCounted} เรื่อง`, en: `More than ${mostCounted} things` }
    : { th: ` ${count} เรื่อง`, en: `${count} things` }

/** What somebody is told whose roles count from now on, where much waits for them. */
export const manyWait = (count: number): Wording => {
  const { en, th } = counted(count)
  return { th: `มีงานรอท่านอยู่แล้ว${th} ดูได้ในรายการงานที่รอ`, en: `${en} wait for you already. See what waits.` }
}

/** What administrators are told where much has nobody any more who can do it. */
export const manyNobodysDuties = (count: number): Wording => {
  const { en, th } = counted(count)
  return {
    th: `มีงานที่ไม่มีผู้ใดในองค์กรทำได้แล้ว${th} ดูได้ในรายการงานขององค์กร`,
    en: `${en} wait that nobody in the organisation can do any more. See what waits for the organisation.`
  }
}

/** What is mailed of a notification. */
export interface Mailed {
  readonly words: Wording
  /** The title of the record that it is about. */
  readonly about: { readonly th: string; readonly en?: string } | null
  /** Where the web page shows it. */
  readonly link: string
}

const line = ({ about, link, words }: Mailed, language: "th" | "en"): string => {
  const title = about === null ? undefined : language === "th" ? about.th : (about.en ?? about.th)
  return [`- ${words[language]}`, ...(title === undefined ? [] : [`  ${title}`]), `  ${link}`].join("\n")
}

/** Headers of a mail take one line of limited length. */
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").slice(0, 200)

/** As many as one mail tells; the others wait in the inbox and come with the next mail. */
export const mostInMail = 50

export interface AroundMail {
  /** Where everything that one has been told can be read. */
  readonly inbox: string
  /** How many more wait to be read and are not in this mail. */
  readonly more: number
}

/** One mail for all that is to be told: Thai first, then English. */
export const mailOf = (
  told: ReadonlyArray<Mailed>,
  { inbox, more }: AroundMail
): { readonly subject: string; readonly text: string } => {
  const [first] = told
  const all = told.length + more
  const subject = all === 1 && first !== undefined ? first.words.th : `มี ${all} เรื่องแจ้งถึงท่าน`
  const part = (language: "th" | "en") => told.map((one) => line(one, language)).join("\n")
  const rest = {
    th: `ยังมีอีก ${more} เรื่องที่ไม่อยู่ในอีเมลฉบับนี้ อ่านได้ที่ ${inbox}`,
    en: `${more} more are not in this mail. Read them at ${inbox}`
  }
  return {
    subject: `ภาคี: ${oneLine(subject)}`,
    text: [
      part("th"),
      ...(more === 0 ? [] : [rest.th]),
      `เลือกว่าจะรับอีเมลเมื่อใดได้ที่ ${inbox}`,
      "—",
      part("en"),
      ...(more === 0 ? [] : [rest.en]),
      `Choose when you get mail at ${inbox}`
    ].join("\n\n")
  }
}

/** How long what one has read can be looked up; what is unread stays. */
export const readKeptYears = 2

/** Something that one has been told, as the wire carries it. */
export interface Notification {
  readonly id: string
  readonly kind: NotificationKind
  readonly at: string
  readonly words: Wording
  /** The title of the record that it is about. */
  readonly about: { readonly th: string; readonly en?: string } | null
  readonly record: string | null
  readonly recordId: string | null
  readonly operation: string | null
  readonly target: Target | null
  readonly readAt: string | null
}

export interface NotificationPage {
  readonly data: ReadonlyArray<Notification>
  /** The id to go on from, as `before`. */
  readonly next: string | null
  /** More than a hundred are not counted one by one. */
  readonly unread: number
}
