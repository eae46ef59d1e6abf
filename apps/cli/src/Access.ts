import { inLanguage } from "@phakhi/domain/kernel/LocalizedText"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { say } from "./Io.ts"
import { namingOf } from "./Naming.ts"
import * as Output from "./Output.ts"
import type { SignInRow } from "./People.ts"
import { peopleOf } from "./PeopleChannel.ts"
import type { Conduct, Session } from "./Session.ts"

export const description = "การเข้าใช้ที่เปิดอยู่: list, end, end-others"
export const signInsDescription = "ประวัติการลงชื่อเข้าใช้: list"

const outcomes = {
  in: { th: "เข้าใช้แล้ว", en: "signed in" },
  "wrong-password": { th: "รหัสผ่านไม่ถูกต้อง", en: "wrong password" },
  "wrong-code": { th: "รหัสยืนยันไม่ถูกต้อง", en: "wrong code" },
  "too-many": { th: "พยายามบ่อยเกินไป", en: "too many attempts" },
  locked: { th: "บัญชีใช้งานไม่ได้", en: "the account cannot be used" }
} as const

const print = (session: Session, found: { readonly data: ReadonlyArray<object> }, rows: ReadonlyArray<object>) => {
  const { catalogue, io, settings } = session
  if (settings.json) io.out(`${JSON.stringify(found)}\n`)
  else if (rows.length > 0)
    io.out(`${Output.table(rows as never, namingOf(settings.language, catalogue), io.columns).join("\n")}\n`)
}

const list = (conduct: Conduct) =>
  Command.make("list", {}, () =>
    conduct((session) =>
      Effect.gen(function* () {
        const { listSessions } = yield* peopleOf(session)
        const found = yield* listSessions
        const { language } = session.settings
        const rows = found.data.map(({ current, device, ...row }) => ({
          ...row,
          device: inLanguage(device, language),
          current: current ? "✓" : ""
        }))
        print(session, found, rows)
      })
    )
  ).pipe(Command.withDescription("Your sessions that are open · การเข้าใช้ของท่านที่เปิดอยู่"))

const ended = ({ io, settings }: Session, count: number) =>
  settings.json
    ? io.out(`${JSON.stringify({ ended: count })}\n`)
    : io.err(`${say(settings.language, `ยุติแล้ว ${count} รายการ`, `${count} ended`)}\n`)

const end = (conduct: Conduct) =>
  Command.make(
    "end",
    { id: Argument.String("id").pipe(Argument.withDescription("Id of the session · รหัสการเข้าใช้")) },
    ({ id }) =>
      conduct((session) =>
        Effect.gen(function* () {
          const { endSession } = yield* peopleOf(session)
          ended(session, yield* endSession(id))
        })
      )
  ).pipe(Command.withDescription("End one of your sessions · ยุติการเข้าใช้หนึ่ง"))

const endOthers = (conduct: Conduct) =>
  Command.make("end-others", {}, () =>
    conduct((session) =>
      Effect.gen(function* () {
        const { endOtherSessions } = yield* peopleOf(session)
        ended(session, yield* endOtherSessions)
      })
    )
  ).pipe(Command.withDescription("End all your sessions; a key has none of its own · ยุติการเข้าใช้ทั้งหมด"))

const rowOf = (session: Session) => (tried: SignInRow) => {
  const { language } = session.settings
  const { account: _, device, from, name, outcome, ...row } = tried
  return { ...row, outcome: outcomes[outcome][language], device: inLanguage(device, language), from, name }
}

const signIns = (conduct: Conduct) =>
  Command.make(
    "list",
    {
      ofAgency: Flag.Boolean("of-agency").pipe(
        Flag.withDescription("Of everybody of your organisation, for administrators · ของคนในองค์กร"),
        Flag.withDefault(false)
      ),
      account: Flag.String("account").pipe(
        Flag.withMetavar("ID"),
        Flag.withDescription("Of one person of your organisation · ของบัญชีหนึ่ง"),
        Flag.optional
      )
    },
    ({ account, ofAgency }) =>
      conduct((session) =>
        Effect.gen(function* () {
          const { ownSignIns, signInsOfAgency } = yield* peopleOf(session)
          const found = yield* ofAgency || Option.isSome(account)
            ? signInsOfAgency(Option.getOrUndefined(account))
            : ownSignIns
          print(session, found, found.data.map(rowOf(session)))
        })
      )
  ).pipe(Command.withDescription("Who signed in, or tried to, and from where · ใครลงชื่อเข้าใช้ จากที่ใด"))

export const commands = (conduct: Conduct) => [list(conduct), end(conduct), endOthers(conduct)]
export const signInCommands = (conduct: Conduct) => [signIns(conduct)]
