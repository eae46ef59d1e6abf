import type { Notification } from "@phakhi/client/Notifications"
import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { kindNames } from "@phakhi/domain/engine/Notification"
import type { TaskRow } from "@phakhi/domain/engine/TaskQuestion"
import { inLanguage, type Language, type LocalizedText } from "@phakhi/domain/kernel/LocalizedText"
import { say } from "./Io.ts"
import { namingOf } from "./Naming.ts"
import { type Column, grid } from "./Output.ts"

/** What waits: the act, the record, since when, until when, and whose turn it is where that is asked. */
export const waiting = (
  tasks: ReadonlyArray<TaskRow>,
  language: Language,
  catalogue: Catalogue,
  columns: number | undefined,
  organisations: ReadonlyMap<string, LocalizedText> | undefined
): ReadonlyArray<string> => {
  const naming = namingOf(language, catalogue)
  const turnOf = ({ organisation, roles }: TaskRow): string => {
    const name = organisation === null ? undefined : organisations?.get(organisation)
    const named = roles.map((role) => naming.value("roles", role)).join(say(language, " หรือ ", " or "))
    return name === undefined ? named : `${named} – ${inLanguage(name, language)}`
  }
  const column = (th: string, en: string, cell: (task: TaskRow) => string, spare?: Column["spare"]): Column => ({
    head: say(language, th, en),
    cells: tasks.map(cell),
    ...(spare === undefined ? {} : { spare })
  })
  return grid(
    [
      column("รหัสรายการ", "Record", ({ id }) => id),
      column("สิ่งที่ต้องทำ", "What waits", ({ words }) => words[language]),
      column("ชื่อรายการ", "Title", ({ title }) => inLanguage(title, language)),
      column("เกินกำหนด", "Late", ({ late }) => (late ? say(language, "เกินกำหนด", "late") : "")),
      column("ครบกำหนด", "Due", ({ due }) => (due === null ? "" : naming.value("", due))),
      ...(organisations === undefined ? [] : [column("ผู้ที่ต้องทำ", "Whose turn", turnOf)]),
      column("รอมาตั้งแต่", "Since", ({ since }) => naming.value("", since), "last"),
      column("คำสั่ง", "Command", ({ operation }) => operation.replace(".", " "), "first")
    ],
    columns
  )
}

/** What one has been told; what is unread is marked. */
export const told = (
  notifications: ReadonlyArray<Notification>,
  language: Language,
  catalogue: Catalogue,
  columns: number | undefined
): ReadonlyArray<string> => {
  const naming = namingOf(language, catalogue)
  const column = (th: string, en: string, cell: (one: Notification) => string, spare?: Column["spare"]): Column => ({
    head: say(language, th, en),
    cells: notifications.map(cell),
    ...(spare === undefined ? {} : { spare })
  })
  return grid(
    [
      column("รหัส", "Id", ({ id }) => id),
      column("ยังไม่อ่าน", "Unread", ({ readAt }) => (readAt === null ? say(language, "ยังไม่อ่าน", "unread") : "")),
      column("เรื่อง", "Kind", ({ kind }) => kindNames[kind][language], "first"),
      column("ข้อความ", "What", ({ words }) => words[language]),
      column("ชื่อรายการ", "Title", ({ about }) => (about === null ? "" : inLanguage(about, language)), "last"),
      column("เมื่อ", "When", ({ at }) => naming.value("", at), "last")
    ],
    columns
  )
}
