import { join } from "node:path"
import { parseArgs } from "node:util"
import { isStoreFailure, wordingOf } from "@phakhi/store/Unopened"
import { Cause, ConfigProvider, Effect, Exit, Fiber, Option } from "effect"
import { readSettings, settings } from "./server/Settings.ts"
import { start, workspace } from "./server/Start.ts"
import { isRefused, wording } from "./wire/Problem.ts"

const help = `npx -y pnpm@12 demo|start [--port N] [--host ADDRESS] [--data FOLDER] [--reset]

  demo    เปิดพร้อมข้อมูลตัวอย่าง · serve with demonstration data in .phakhi/demo
  start   เปิดใช้งานจริง · serve for real use, without demonstration data
  --reset ล้างโฟลเดอร์ข้อมูลตัวอย่างก่อนเริ่ม · empty the demo folder first

ตั้งค่าได้ด้วยตัวแปรสภาพแวดล้อม · Settings come from the environment
${settings
  .map(({ meaning, name, standard }) => `  ${name.padEnd(22)} ${standard.padEnd(24)} ${meaning.th} · ${meaning.en}`)
  .join("\n")}
`

const usage = (message: string): never => {
  process.stderr.write(`${message}\n\n${help}`)
  process.exit(2)
}

const readArguments = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string" },
        reset: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false }
      }
    })
  } catch (cause) {
    return usage(cause instanceof Error ? cause.message : String(cause))
  }
}

const { positionals, values } = readArguments()
const [command] = positionals
if (values.help) {
  process.stdout.write(help)
  process.exit(0)
}
if ((command !== "demo" && command !== "start") || positionals.length > 1) usage("demo หรือ start · demo or start")
if (command === "start" && values.reset) usage("--reset ใช้ได้กับ demo เท่านั้น · --reset is for the demo only")

const demo = command === "demo"

/** Flags go before the environment. */
const environment = {
  ...process.env,
  ...(values.port === undefined ? {} : { PHAKHI_PORT: values.port }),
  ...(values.host === undefined ? {} : { PHAKHI_HOST: values.host }),
  ...(values.data === undefined ? {} : { PHAKHI_DATA: values.data })
} as Record<string, string>

const program = readSettings(demo ? { data: join(workspace, ".phakhi/demo"), log: "warn" } : {}).pipe(
  Effect.flatMap((read) => start(read, { demo, reset: values.reset })),
  Effect.scoped,
  Effect.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: environment })))
)

const advice = "ตรวจสภาพเครื่อง · What to look at:  ./phakhi doctor"

const messageOf = (failure: Effect.Error<typeof program>): string => {
  if (isRefused(failure)) {
    const { en, th } = wording(failure)
    return `${th}\n${en}`
  }
  if (failure._tag === "ConfigError") {
    const names = settings.map(({ name }) => name).filter((name) => failure.message.includes(name))
    const named = names.length === 0 ? failure.message : names.join(", ")
    return `การตั้งค่าไม่ถูกต้อง: ${named} ดูค่าที่ใช้ได้ด้วย --help\nA setting is wrong: ${named}. See --help for what it takes.`
  }
  if (isStoreFailure(failure)) {
    const { en, th } = wordingOf(failure, environment["DATABASE_URL"] || undefined)
    return `${th}\n${en}\n${advice}`
  }
  return failure.message === "" ? failure._tag : failure.message
}

/** Where the program itself is wrong; the trace is for those who mend it. */
const unforeseen = (cause: Cause.Cause<unknown>): string => {
  if (environment["PHAKHI_LOG"] === "debug") return Cause.pretty(cause)
  const error = Cause.squash(cause)
  const why = error instanceof Error ? error.message : String(error)
  return `ข้อผิดพลาดภายใน: ${why} ดูรายละเอียดด้วย PHAKHI_LOG=debug\nInternal error: ${why}. PHAKHI_LOG=debug shows where.`
}

const fiber = Effect.runFork(program)
const leave = () => void Effect.runFork(Fiber.interrupt(fiber))
process.once("SIGTERM", leave)
process.once("SIGINT", leave)

fiber.addObserver((exit) => {
  if (Exit.isSuccess(exit) || Cause.hasInterruptsOnly(exit.cause)) process.exit(0)
  const failure = Cause.findErrorOption(exit.cause)
  process.stderr.write(`${Option.isSome(failure) ? messageOf(failure.value) : unforeseen(exit.cause)}\n`, () =>
    process.exit(1)
  )
})
