import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { type Language, Language as Languages } from "@phakhi/domain/kernel/LocalizedText"
import { Effect, Option, Schema } from "effect"
import { Flag, GlobalFlag } from "effect/cli"
import type { Channel } from "./Channel.ts"
import { exitCodeOf, type Failure, report } from "./Failure.ts"
import type { Io, Settings } from "./Io.ts"

export const defaultFolder = ".phakhi/data"

const Json = GlobalFlag.Setting("json")({
  flag: Flag.Boolean("json").pipe(
    Flag.withDescription("Print the answer as JSON, refusals too · พิมพ์ผลเป็น JSON"),
    Flag.withDefault(false)
  )
})
const Lang = GlobalFlag.Setting("lang")({
  flag: Flag.Literals("lang", ["th", "en"]).pipe(
    Flag.withDescription("Language of what is printed, else PHAKHI_LANG · ภาษาที่แสดง"),
    Flag.optional
  )
})
const Url = GlobalFlag.Setting("url")({
  flag: Flag.String("url").pipe(
    Flag.withMetavar("URL"),
    Flag.withDescription("Go through a server, with the key in PHAKHI_KEY · ทำผ่านเซิร์ฟเวอร์"),
    Flag.optional
  )
})
const Data = GlobalFlag.Setting("data")({
  flag: Flag.String("data").pipe(
    Flag.withMetavar("DIR"),
    Flag.withDescription(
      `Folder of the embedded database, else PHAKHI_DATA or ${defaultFolder}; DATABASE_URL uses PostgreSQL · โฟลเดอร์ข้อมูล`
    ),
    Flag.optional
  )
})

const Yes = GlobalFlag.Setting("yes")({
  flag: Flag.Boolean("yes").pipe(
    Flag.withDescription("Do not ask first at the terminal · ไม่ถามก่อนทำ"),
    Flag.withDefault(false)
  )
})

const Code = GlobalFlag.Setting("code")({
  flag: Flag.String("code").pipe(
    Flag.withMetavar("CODE"),
    Flag.withDescription(
      "Code of your second factor, where you sign in with a password; else PHAKHI_CODE · รหัสยืนยันสองขั้น"
    ),
    Flag.optional
  )
})

export const globalFlags = [Json, Lang, Url, Data, Yes, Code] as const

const isLanguage = Schema.is(Languages)

export const languageOf = (env: Io["env"]): Language => {
  const wanted = env["PHAKHI_LANG"]
  return isLanguage(wanted) ? wanted : "th"
}

const quoted = (argument: string): string =>
  /^[\w@%+=:,./-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`

/** The command as it was typed, without what says where the data is. */
export const lineOf = (args: ReadonlyArray<string>): string => {
  const kept: Array<string> = []
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? ""
    if (argument === "--url" || argument === "--data") at++
    else if (!/^--(?:url|data)=/u.test(argument)) kept.push(quoted(argument))
  }
  return kept.join(" ")
}

/** A value of the environment; an empty one counts as absent. */
export const given = (env: Io["env"], name: string): string | undefined => env[name] || undefined

/** The command has said what there is to say and ends with this code. */
export interface Ended {
  readonly _tag: "Ended"
  readonly code: number
}

/** What a command works with: the outside, its settings, and where its operations are carried out. */
export interface Session {
  readonly io: Io
  readonly settings: Settings
  readonly channel: Effect.Effect<Channel>
  readonly catalogue: Catalogue
}

/** Puts another place for operations in front of the real ones, for tests. */
export type Reach = (settings: Settings, io: Io, catalogue: Catalogue) => Effect.Effect<Channel>

const reach: Reach = (settings, io, catalogue) =>
  settings.url === undefined
    ? Effect.map(
        Effect.promise(() => import("./Embedded.ts")),
        ({ open }) => open(settings, io, catalogue)
      )
    : Effect.map(
        Effect.promise(() => import("./Remote.ts")),
        ({ open }) => open(settings, settings.url ?? "", catalogue)
      )

export interface Invocation {
  readonly io: Io
  readonly args: ReadonlyArray<string>
  readonly reach?: Reach
  readonly catalogue: Catalogue
}

/** Runs what a command does, and reports why it failed. */
export const conduct =
  ({ args, catalogue, io, reach: reaching = reach }: Invocation) =>
  (act: (session: Session) => Effect.Effect<void, Failure>) =>
    Effect.gen(function* () {
      const { env } = io
      const settings: Settings = {
        json: yield* Json,
        yes: yield* Yes,
        code: Option.getOrUndefined(yield* Code) ?? given(env, "PHAKHI_CODE"),
        language: Option.getOrElse(yield* Lang, () => languageOf(env)),
        url: Option.getOrUndefined(yield* Url) ?? given(env, "PHAKHI_URL"),
        folder: Option.getOrUndefined(yield* Data) ?? given(env, "PHAKHI_DATA") ?? defaultFolder,
        databaseUrl: given(env, "DATABASE_URL"),
        key: given(env, "PHAKHI_KEY"),
        line: lineOf(args),
        typed: args.map(quoted).join(" ")
      }
      const channel = Effect.suspend(() => reaching(settings, io, catalogue))
      yield* act({ io, settings, catalogue, channel }).pipe(
        Effect.catch((failure) => {
          report(failure, io, settings)
          return Effect.fail<Ended>({ _tag: "Ended", code: exitCodeOf(failure) })
        })
      )
    })

export type Conduct = ReturnType<typeof conduct>
