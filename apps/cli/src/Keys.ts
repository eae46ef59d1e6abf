import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { show } from "./Accounts.ts"
import { say } from "./Io.ts"
import { namingOf } from "./Naming.ts"
import * as Output from "./Output.ts"
import { peopleOf } from "./PeopleChannel.ts"
import { signingIn } from "./Secrets.ts"
import type { Conduct, Session } from "./Session.ts"

export const description = "กุญแจ API: create, list, revoke"

const create = (conduct: Conduct) =>
  Command.make(
    "create",
    {
      email: Flag.String("email").pipe(Flag.withDescription("E-mail of the account · อีเมลของบัญชี")),
      name: Flag.String("name").pipe(Flag.withDescription("What the key is for · ชื่อกุญแจ")),
      scopes: Flag.String("scopes").pipe(
        Flag.withMetavar("A,B,…"),
        Flag.withDescription("What it is for: roles or operations, such as auditor,missions.*, or all · ขอบเขต")
      ),
      days: Flag.Int("days").pipe(Flag.withDescription("Valid for how many days · อายุ (วัน)"), Flag.optional)
    },
    ({ days, email, name, scopes }) =>
      conduct((session) =>
        Effect.gen(function* () {
          const by = yield* signingIn(session, email)
          const input = {
            name,
            scopes: scopes.split(",").map((scope) => scope.trim()),
            ...(Option.isNone(days) ? {} : { expiresInDays: days.value })
          }
          const { createKey } = yield* peopleOf(session)
          show(session, yield* createKey(by, input))
          const { io, settings } = session
          io.err(
            `${say(settings.language, "แสดงกุญแจครั้งเดียว เก็บไว้ใน PHAKHI_KEY", "The key is shown once: keep it in PHAKHI_KEY")}\n`
          )
        })
      )
  ).pipe(Command.withDescription("Make an API key for an account, by its password · สร้างกุญแจ API"))

interface Listed {
  readonly [name: string]: unknown
}

const print = (session: Session, keys: { readonly data: ReadonlyArray<object> }) => {
  const { catalogue, io, settings } = session
  if (settings.json) io.out(`${JSON.stringify(keys)}\n`)
  else if (keys.data.length > 0) {
    const rows = keys.data as ReadonlyArray<Listed>
    io.out(`${Output.table(rows, namingOf(settings.language, catalogue), io.columns, ["account"]).join("\n")}\n`)
  }
}

const list = (conduct: Conduct) =>
  Command.make("list", {}, () =>
    conduct((session) =>
      Effect.gen(function* () {
        const { listKeys } = yield* peopleOf(session)
        print(session, yield* listKeys)
      })
    )
  ).pipe(Command.withDescription("Your keys, and for an administrator those of the agency · รายการกุญแจ"))

const revoke = (conduct: Conduct) =>
  Command.make(
    "revoke",
    { id: Argument.String("id").pipe(Argument.withDescription("Id of the key, not its secret · รหัสกุญแจ")) },
    ({ id }) =>
      conduct((session) =>
        Effect.gen(function* () {
          const { io, settings } = session
          const { revokeKey } = yield* peopleOf(session)
          yield* revokeKey(id)
          if (settings.json) io.out(`${JSON.stringify({ revoked: true })}\n`)
          else io.err(`${say(settings.language, "เพิกถอนกุญแจแล้ว", "The key is revoked")}\n`)
        })
      )
  ).pipe(Command.withDescription("End a key · เพิกถอนกุญแจ"))

export const commands = (conduct: Conduct) => [create(conduct), list(conduct), revoke(conduct)]
