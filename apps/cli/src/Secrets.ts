import { Effect, Option } from "effect"
import { Flag } from "effect/cli"
import { type Failure, usage } from "./Failure.ts"
import { say } from "./Io.ts"
import type { Login } from "./People.ts"
import { given, type Session } from "./Session.ts"

/** Passwords and tokens come from the environment, from a prompt or from standard input, never from a flag. */
export const reader = ({ io, settings }: Session) => {
  let piped: Promise<Array<string>> | undefined
  const nextLine = async (): Promise<string | undefined> => {
    piped ??= io.readStdin().then((text) => text.split(/\r?\n/u))
    return (await piped).shift()
  }
  return (variable: string, th: string, en: string): Effect.Effect<string, Failure> =>
    Effect.gen(function* () {
      const set = given(io.env, variable)
      if (set !== undefined) return set
      const typed = yield* Effect.promise(() => io.askSecret(`${say(settings.language, th, en)}: `))
      const secret = typed ?? (yield* Effect.promise(nextLine))
      if (secret !== undefined && secret !== "") return secret
      return yield* Effect.fail(
        usage(
          `ต้องมี${th}: ใส่ใน ${variable} หรือส่งทาง standard input`,
          `${en} is missing: set ${variable}, or give it on the standard input`
        )
      )
    })
}

/** Who signs in for what a key does not do. */
export const ownEmail = Flag.String("email").pipe(
  Flag.withDescription("Your own e-mail, to sign in with; the password is asked for · อีเมลของท่านเอง"),
  Flag.optional
)

/** A person as they sign in: the password is asked for, the code of a second factor is a flag. */
export const signingIn = Effect.fnUntraced(function* (session: Session, email: string) {
  const password = yield* reader(session)("PHAKHI_PASSWORD", "รหัสผ่านของท่าน", "Your password")
  const { code } = session.settings
  return { email, password, ...(code === undefined ? {} : { code }) } satisfies Login
})

/** The person who signs in, where an e-mail was given. */
export const loginOf = Effect.fnUntraced(function* (session: Session, email: Option.Option<string>) {
  if (Option.isNone(email)) return undefined
  return yield* signingIn(session, email.value)
})
