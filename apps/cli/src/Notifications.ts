import type { NotificationPage, ShownSettings } from "@phakhi/client/Notifications"
import { kindNames, mailNames, NotificationKind } from "@phakhi/domain/engine/Notification"
import { inLanguage } from "@phakhi/domain/kernel/LocalizedText"
import { Effect, Option, Schema } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { usage } from "./Failure.ts"
import { inboxOf } from "./InboxChannel.ts"
import { told } from "./InboxTables.ts"
import { say } from "./Io.ts"
import type { Conduct, Session } from "./Session.ts"

export const description = "การแจ้งเตือน: list, read, settings"

const printPage = ({ catalogue, io, settings: { json, language, typed } }: Session, page: NotificationPage): void => {
  if (json) return io.out(`${JSON.stringify(page)}\n`)
  const { data, next, unread } = page
  if (data.length > 0) io.out(`${told(data, language, catalogue, io.columns).join("\n")}\n`)
  io.err(`${say(language, `ยังไม่อ่าน ${unread} รายการ`, `${unread} unread`)}\n`)
  const asked = typed.replace(/ --before[ =]\S+/u, "")
  if (next !== null) io.err(`${say(language, "หน้าถัดไป", "Next page")}: phakhi ${asked} --before ${next}\n`)
}

const list = (conduct: Conduct) =>
  Command.make(
    "list",
    {
      unread: Flag.Boolean("unread").pipe(
        Flag.withDescription("Only unread ones · เฉพาะที่ยังไม่อ่าน"),
        Flag.withDefault(false)
      ),
      limit: Flag.Int("limit").pipe(Flag.withDescription("Rows per page, 1 to 100 · จำนวนต่อหน้า"), Flag.optional),
      before: Flag.String("before").pipe(
        Flag.withMetavar("ID"),
        Flag.withDescription("Older than this one · ก่อนรายการนี้"),
        Flag.optional
      )
    },
    ({ before, limit, unread }) =>
      conduct((session) =>
        Effect.gen(function* () {
          const inbox = yield* inboxOf(session)
          const page = yield* inbox.list({
            ...(unread ? { unread } : {}),
            ...(Option.isNone(limit) ? {} : { limit: limit.value }),
            ...(Option.isNone(before) ? {} : { before: before.value })
          })
          printPage(session, page)
        })
      )
  ).pipe(Command.withDescription("What you have been told, newest first · การแจ้งเตือนถึงท่าน ใหม่ก่อน"))

const read = (conduct: Conduct) =>
  Command.make(
    "read",
    {
      ids: Argument.String("id").pipe(
        Argument.withDescription("Ids of notifications · รหัสการแจ้งเตือน"),
        Argument.variadic()
      ),
      all: Flag.Boolean("all").pipe(Flag.withDescription("All of them · ทั้งหมด"), Flag.withDefault(false)),
      unread: Flag.Boolean("unread").pipe(
        Flag.withDescription("Mark as unread again · ทำเครื่องหมายว่ายังไม่อ่าน"),
        Flag.withDefault(false)
      )
    },
    ({ all, ids, unread }) =>
      conduct((session) =>
        Effect.gen(function* () {
          if (all === ids.length > 0) {
            return yield* Effect.fail(
              usage(
                "ระบุรหัสการแจ้งเตือน หรือ --all อย่างใดอย่างหนึ่ง",
                "Name notifications by their ids, or give --all, not both"
              )
            )
          }
          const { mark } = yield* inboxOf(session)
          const marked = yield* mark({ read: !unread, ...(all ? {} : { ids }) })
          const { io, settings } = session
          if (settings.json) return io.out(`${JSON.stringify(marked)}\n`)
          const { changed, unread: left } = marked
          const as = unread ? say(settings.language, "ยังไม่อ่าน", "unread") : say(settings.language, "อ่านแล้ว", "read")
          io.err(
            `${say(settings.language, `ทำเครื่องหมายว่า${as} ${changed} รายการ ยังไม่อ่าน ${left} รายการ`, `${changed} marked as ${as}; ${left} unread`)}\n`
          )
        })
      )
  ).pipe(Command.withDescription("Mark notifications as read · ทำเครื่องหมายว่าอ่านแล้ว"))

const printSettings = ({ io, settings: { json, language } }: Session, shown: ShownSettings): void => {
  if (json) return io.out(`${JSON.stringify(shown)}\n`)
  const muted = shown.muted.map((kind) => inLanguage(kindNames[kind], language)).join(", ")
  io.out(
    `${[
      `${say(language, "รับอีเมล", "Mail")}: ${inLanguage(mailNames[shown.mail], language)} (${shown.mail})`,
      `${say(language, "เรื่องที่ไม่ต้องแจ้ง", "What is not told")}: ${muted === "" ? say(language, "ไม่มี", "nothing") : `${muted} (${shown.muted.join(",")})`}`
    ].join("\n")}\n`
  )
  if (!shown.mailConfigured) {
    io.err(
      `${say(language, "ระบบนี้ยังไม่ได้ตั้งเซิร์ฟเวอร์อีเมล จึงไม่มีการส่งอีเมล", "No mail server is set up, so no mail is sent")}\n`
    )
  }
}

/** What concerns one's own account is always told. */
const mutable = NotificationKind.literals.filter((kind) => kind !== "account")
const isKinds = Schema.is(Schema.Array(Schema.Literals(mutable)))

const kindsOf = (text: string) => {
  const kinds = text === "none" ? [] : text.split(",").map((kind) => kind.trim())
  const known = mutable.join(", ")
  return isKinds(kinds)
    ? Effect.succeed(kinds)
    : Effect.fail(usage(`--muted ใช้ ${known} คั่นด้วยจุลภาค หรือ none`, `--muted takes ${known}, joined by commas, or none`))
}

const settings = (conduct: Conduct) =>
  Command.make(
    "settings",
    {
      mail: Flag.Literals("mail", ["off", "each", "daily"]).pipe(
        Flag.withDescription("When mail comes · อีเมลมาเมื่อใด"),
        Flag.optional
      ),
      muted: Flag.String("muted").pipe(
        Flag.withMetavar("A,B,…|none"),
        Flag.withDescription(`What is not told: ${mutable.join(", ")} · เรื่องที่ไม่ต้องแจ้ง`),
        Flag.optional
      )
    },
    ({ mail, muted }) =>
      conduct((session) =>
        Effect.gen(function* () {
          const kinds = Option.isNone(muted) ? undefined : yield* kindsOf(muted.value)
          const inbox = yield* inboxOf(session)
          const before = yield* inbox.settings
          if (Option.isNone(mail) && kinds === undefined) return printSettings(session, before)
          const chosen = { mail: Option.getOrElse(mail, () => before.mail), muted: kinds ?? before.muted }
          printSettings(session, yield* inbox.choose(chosen))
        })
      )
  ).pipe(Command.withDescription("Show or choose how you are told · ดูหรือเลือกวิธีแจ้งเตือน"))

export const commands = (conduct: Conduct) => [list(conduct), read(conduct), settings(conduct)]
