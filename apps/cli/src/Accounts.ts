import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { usage } from "./Failure.ts"
import { say } from "./Io.ts"
import { namingOf } from "./Naming.ts"
import { embeddedOnly, operatorFlag, operatorOf } from "./Operator.ts"
import * as Output from "./Output.ts"
import { peopleOf } from "./PeopleChannel.ts"
import { loginOf, ownEmail, reader } from "./Secrets.ts"
import type { Conduct, Session } from "./Session.ts"

/** Prints what a command made: JSON, or lines for people. */
export const show = ({ catalogue, io, settings }: Session, made: unknown): void =>
  io.out(
    settings.json
      ? `${JSON.stringify(made)}\n`
      : `${Output.lines(made, namingOf(settings.language, catalogue)).join("\n")}\n`
  )

const text = (name: string, description: string) => Flag.String(name).pipe(Flag.withDescription(description))

const createAdmin = (conduct: Conduct) =>
  Command.make(
    "create-admin",
    {
      agencyTh: text("agency-th", "Name of the agency in Thai · ชื่อหน่วยงาน").pipe(Flag.optional),
      agencyEn: text("agency-en", "Name of the agency in English").pipe(Flag.optional),
      organisation: text("organisation", "Id of an agency that is registered already · รหัสหน่วยงานที่มีแล้ว").pipe(
        Flag.optional
      ),
      name: text("name", "Name of the administrator · ชื่อผู้ดูแลระบบ"),
      email: text("email", "E-mail to sign in with · อีเมล")
    },
    ({ agencyEn, agencyTh, email, name, organisation }) =>
      conduct((session) =>
        Effect.gen(function* () {
          yield* embeddedOnly(session)
          const th = Option.getOrUndefined(agencyTh)
          const en = Option.getOrUndefined(agencyEn)
          const id = Option.getOrUndefined(organisation)
          if ((th === undefined) === (id === undefined)) {
            return yield* Effect.fail(
              usage("ระบุ --agency-th หรือ --organisation อย่างใดอย่างหนึ่ง", "Give either --agency-th or --organisation")
            )
          }
          const password = yield* reader(session)("PHAKHI_PASSWORD", "รหัสผ่าน", "Password")
          const { withIdentity } = yield* Effect.promise(() => import("./Identities.ts"))
          const { wording } = yield* Effect.promise(() => import("./InPerson.ts"))
          const made = yield* withIdentity(session, (identity) =>
            Effect.mapError(
              identity.createAdministrator({
                organisation:
                  id === undefined ? { name: { th: th ?? "", ...(en === undefined ? {} : { en }) } } : { id },
                name,
                email,
                password
              }),
              wording
            )
          )
          show(session, made)
          const { io, settings } = session
          io.err(
            `${say(settings.language, "ขั้นต่อไป", "Next")}: phakhi keys create --email ${email} --name "…" --scopes all\n`
          )
        })
      )
  ).pipe(Command.withDescription("Make the first administrator of a store · สร้างผู้ดูแลระบบคนแรก"))

const inPerson = Effect.fnUntraced(function* (session: Session, email: Option.Option<string>) {
  const login = yield* loginOf(session, email)
  return login ?? (yield* Effect.fail(usage("ระบุ --email ของท่าน", "Give --email, your own")))
})

const invitation = (conduct: Conduct) =>
  Command.make(
    "invitation",
    {
      id: Argument.String("id").pipe(Argument.withDescription("Id of the account · รหัสบัญชี")),
      email: ownEmail,
      asOperator: operatorFlag
    },
    ({ asOperator, email, id }) =>
      conduct((session) =>
        Effect.gen(function* () {
          const { io, settings } = session
          const operator = yield* operatorOf(session, asOperator)
          const { makeInvitation } = yield* peopleOf(session)
          const by = operator === undefined ? yield* inPerson(session, email) : { operator }
          const made = yield* makeInvitation(by, id)
          show(session, made)
          const next =
            "mailed" in made
              ? say(settings.language, "ส่งลิงก์ไปที่อีเมลของเจ้าของบัญชีแล้ว", "The link goes to the person's own e-mail")
              : say(
                  settings.language,
                  "ส่งคำเชิญนี้ให้ผู้รับทางช่องทางที่ปลอดภัย แสดงครั้งเดียว",
                  "Hand this to the person by a safe way; it is shown once"
                )
          io.err(`${next}\n`)
        })
      )
  ).pipe(Command.withDescription("Make a way in for an invited account · ออกคำเชิญให้บัญชี"))

const accept = (conduct: Conduct) =>
  Command.make("accept-invitation", {}, () =>
    conduct((session) =>
      Effect.gen(function* () {
        const read = reader(session)
        const token = yield* read("PHAKHI_INVITATION", "คำเชิญ", "Invitation")
        const password = yield* read("PHAKHI_PASSWORD", "รหัสผ่านใหม่", "New password")
        const { acceptInvitation } = yield* peopleOf(session)
        show(session, yield* acceptInvitation(token, password))
      })
    )
  ).pipe(Command.withDescription("Take up an invitation and set a password · รับคำเชิญและตั้งรหัสผ่าน"))

export const commands = (conduct: Conduct) => [createAdmin(conduct), invitation(conduct), accept(conduct)]
