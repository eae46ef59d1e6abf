import { type ActName, actOf } from "@phakhi/outbound/Acts"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { show } from "./Accounts.ts"
import { say } from "./Io.ts"
import { namingOf } from "./Naming.ts"
import { embeddedOnly } from "./Operator.ts"
import type { Asked } from "./Outgoing.ts"
import { outgoingOf } from "./OutgoingChannel.ts"
import * as Output from "./Output.ts"
import { reader } from "./Secrets.ts"
import type { Conduct, Session } from "./Session.ts"

export const description = "ปลายทาง webhook: list, topics, create, rotate, enable, disable, delete, deliveries, resend"
export const messagesDescription = "ข้อความที่ส่งไม่สำเร็จ: failed, resend"

const id = Argument.String("id").pipe(Argument.withDescription("Id, as the list shows it · รหัสตามรายการ"))
const email = Flag.String("email").pipe(
  Flag.withDescription("E-mail of the administrator; the password is asked for · อีเมลของผู้ดูแลระบบ")
)
const paging = {
  limit: Flag.Int("limit").pipe(Flag.withDescription("Rows per page · จำนวนต่อหน้า"), Flag.optional),
  before: Flag.String("before").pipe(
    Flag.withDescription("The next of the page before · ค่า next ของหน้าก่อน"),
    Flag.optional
  )
}

const described = (name: ActName): string => {
  const { en, th } = actOf(name).summary
  return `${en} · ${th}`
}
const verbOf = (name: ActName): string => name.split(".")[1] ?? name

const tell = ({ io, settings }: Session, th: string, en: string): void => io.err(`${say(settings.language, th, en)}\n`)

const ask = (session: Session, name: ActName, asked: Asked) =>
  Effect.flatMap(outgoingOf(session), (outgoing) => outgoing(name, asked))

const secretShown = (session: Session, made: object): void => {
  show(session, made)
  tell(
    session,
    "แสดงรหัสลับครั้งเดียว เก็บไว้ที่ปลายทางเพื่อตรวจลายมือชื่อ",
    "The secret is shown once: keep it at the receiver, which verifies signatures with it"
  )
}

/** Only with the password of the administrator. */
const inPerson = (session: Session, name: ActName, email: string, asked: Asked) =>
  Effect.gen(function* () {
    const password = yield* reader(session)("PHAKHI_PASSWORD", "รหัสผ่าน", "Password")
    return yield* ask(session, name, { ...asked, by: { email, password } })
  })

interface Rows {
  readonly data: ReadonlyArray<{ readonly [name: string]: unknown } | string>
  readonly next?: string | null
}

const print = (session: Session, answer: object): void => {
  const { catalogue, io, settings } = session
  if (settings.json) return io.out(`${JSON.stringify(answer)}\n`)
  const { data, next } = answer as Rows
  const rows = data.flatMap((row) => (typeof row === "string" ? [] : [row]))
  const texts = data.filter((row) => typeof row === "string")
  if (texts.length > 0) io.out(`${texts.join("\n")}\n`)
  if (rows.length > 0) io.out(`${Output.table(rows, namingOf(settings.language, catalogue), io.columns).join("\n")}\n`)
  if (next) tell(session, `หน้าถัดไป: --before ${next}`, `Next page: --before ${next}`)
}

const done = (session: Session, answer: object): void => {
  if (session.settings.json) session.io.out(`${JSON.stringify(answer)}\n`)
  else tell(session, "เรียบร้อย", "Done")
}

const lists = (conduct: Conduct, name: ActName) =>
  Command.make(verbOf(name), {}, () =>
    conduct((session) => Effect.map(ask(session, name, {}), (answer) => print(session, answer)))
  ).pipe(Command.withDescription(described(name)))

const changes = (conduct: Conduct, name: ActName) =>
  Command.make(verbOf(name), { id }, ({ id }) =>
    conduct((session) => Effect.map(ask(session, name, { id }), (answer) => done(session, answer)))
  ).pipe(Command.withDescription(described(name)))

const pageOf = ({
  before,
  limit
}: {
  readonly before: Option.Option<string>
  readonly limit: Option.Option<number>
}) => ({
  ...(Option.isNone(before) ? {} : { before: before.value }),
  ...(Option.isNone(limit) ? {} : { limit: limit.value })
})

const create = (conduct: Conduct) =>
  Command.make(
    "create",
    {
      email,
      name: Flag.String("name").pipe(Flag.withDescription("What the endpoint is for · ชื่อปลายทาง")),
      to: Flag.String("to").pipe(Flag.withDescription("Its https address · ที่อยู่ https")),
      topics: Flag.String("topics").pipe(
        Flag.withMetavar("A,B,…"),
        Flag.withDescription("Topics, such as partnership.*,mission.registered; * is all · เหตุการณ์")
      )
    },
    ({ email, name, to, topics }) =>
      conduct((session) =>
        Effect.map(
          inPerson(session, "webhooks.create", email, {
            input: { name, url: to, topics: topics.split(",").map((topic) => topic.trim()) }
          }),
          (made) => secretShown(session, made)
        )
      )
  ).pipe(Command.withDescription(described("webhooks.create")))

const rotate = (conduct: Conduct) =>
  Command.make("rotate", { email, id }, ({ email, id }) =>
    conduct((session) =>
      Effect.map(inPerson(session, "webhooks.rotate", email, { id }), (made) => secretShown(session, made))
    )
  ).pipe(Command.withDescription(described("webhooks.rotate")))

const enable = (conduct: Conduct) =>
  Command.make("enable", { email, id }, ({ email, id }) =>
    conduct((session) =>
      Effect.map(inPerson(session, "webhooks.enable", email, { id }), (answer) => done(session, answer))
    )
  ).pipe(Command.withDescription(described("webhooks.enable")))

const deliveries = (conduct: Conduct) =>
  Command.make("deliveries", { id, ...paging }, ({ id, ...page }) =>
    conduct((session) =>
      Effect.map(ask(session, "webhooks.deliveries", { id, input: pageOf(page) }), (answer) => print(session, answer))
    )
  ).pipe(Command.withDescription(described("webhooks.deliveries")))

const ofNobody = Flag.Boolean("of-nobody").pipe(
  Flag.withDefault(false),
  Flag.withDescription(
    "As whoever runs the machine: what no administrator is there to be shown · ในฐานะผู้ดูแลเครื่อง เฉพาะที่ไม่มีผู้ดูแลระบบรายใดเห็น"
  )
)

/** At the machine that the store is on, without a key: whoever runs it is asked for none. */
const messagesOfNobody = (session: Session) =>
  Effect.andThen(
    embeddedOnly(session),
    Effect.map(
      Effect.promise(() => import("./Identities.ts")),
      (identities) => identities.ofNobody(session)
    )
  )

const failed = (conduct: Conduct) =>
  Command.make("failed", { ofNobody, ...paging }, ({ ofNobody, ...page }) =>
    conduct((session) => {
      const input = pageOf(page)
      const found = ofNobody
        ? Effect.flatMap(messagesOfNobody(session), (messages) => messages.failed(input))
        : ask(session, "messages.failed", { input })
      return Effect.map(found, (answer) => print(session, answer))
    })
  ).pipe(Command.withDescription(described("messages.failed")))

const resend = (conduct: Conduct) =>
  Command.make("resend", { id, ofNobody }, ({ id, ofNobody }) =>
    conduct((session) => {
      const sent = ofNobody
        ? Effect.flatMap(messagesOfNobody(session), (messages) => messages.resend(id))
        : ask(session, "messages.resend", { id })
      return Effect.map(sent, (answer) => done(session, answer))
    })
  ).pipe(Command.withDescription(described("messages.resend")))

export const commands = (conduct: Conduct) => [
  lists(conduct, "webhooks.list"),
  lists(conduct, "webhooks.topics"),
  create(conduct),
  rotate(conduct),
  enable(conduct),
  changes(conduct, "webhooks.disable"),
  changes(conduct, "webhooks.delete"),
  deliveries(conduct),
  changes(conduct, "webhooks.resend")
]

export const messages = (conduct: Conduct) => [failed(conduct), resend(conduct)]
