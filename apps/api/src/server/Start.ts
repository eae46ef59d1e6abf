import { existsSync } from "node:fs"
import { isIP } from "node:net"
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { catalogue } from "@phakhi/domain/catalogue"
import { Identity, layer as identityLayer } from "@phakhi/identity/Identity"
import * as Platform from "@phakhi/identity/Platform"
import { isPublic } from "@phakhi/outbound/Addresses"
import { type OutboundConfig, layer as outboundLayer } from "@phakhi/outbound/Outbound"
import { Webhooks } from "@phakhi/outbound/Webhooks"
import { clockTrouble } from "@phakhi/store/ClockCheck"
import { hasRoom } from "@phakhi/store/DiskFull"
import { forgetDrafts } from "@phakhi/store/Drafts"
import { openToOthers } from "@phakhi/store/Folder"
import { forgetRead } from "@phakhi/store/Inbox"
import { forgetSent } from "@phakhi/store/Outbox"
import { sealNow } from "@phakhi/store/Seal"
import { SealKey } from "@phakhi/store/SealKey"
import * as Store from "@phakhi/store/Store"
import { forgetUploads } from "@phakhi/store/Uploads"
import { isSealedWith } from "@phakhi/store/VerifySeals"
import { Cause, Effect, Layer, Option, Schedule, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { makeApp } from "../App.ts"
import { newSetupToken } from "../pages/Setup.ts"
import { DemoStopped, demoLogins, demoPassword, firstLogins, loadDemo, readDemo, resetFolder } from "./Demo.ts"
import { invitationsByMail, invitationTopic } from "./InvitationMail.ts"
import { assertFree, serve } from "./Listen.ts"
import { jsonLog, type Log } from "./Log.ts"
import type { Settings } from "./Settings.ts"
import { tracerTo } from "./Tracing.ts"
import { work } from "./Work.ts"

export const workspace = fileURLToPath(new URL("../../../..", import.meta.url))
const adminFolder = join(workspace, "apps/admin/dist")

export interface Mode {
  readonly demo: boolean
  readonly reset: boolean
}

const say = (...lines: ReadonlyArray<string>): void => {
  process.stdout.write(`${lines.join("\n")}\n`)
}

const storeOf = (settings: Settings, { demo }: Mode): Store.StoreConfig => ({
  folder: resolve(settings.data),
  holder: { command: `phakhi ${demo ? "demo" : "start"}`, url: settings.publicUrl },
  maxConnections: settings.connections,
  files: { maxBytes: settings.fileLimit },
  ...(settings.databaseUrl === undefined ? {} : { databaseUrl: settings.databaseUrl }),
  ...(settings.sealKey === undefined ? {} : { sealKey: settings.sealKey })
})

const outboundOf = ({ smtp, webhooksPrivate }: Settings): OutboundConfig => ({
  allowPrivate: webhooksPrivate,
  ...(smtp === undefined ? {} : { smtp })
})

const sealEvery = "30 seconds"

const ofThisNetwork = /(?:^|\.)(?:localhost|local|internal|test)$/u

/** Where anybody could come. A name without a dot, or one that is set aside for a network of one's own, leads nowhere else. */
const isPublicSite = (url: string): boolean => {
  const host = new URL(url).hostname.replace(/^\[|\]$/gu, "")
  return isIP(host) === 0 ? host.includes(".") && !ofThisNetwork.test(host) : isPublic(host)
}

/** Two keys in one log: nobody could tell a mistake of the setting from a forgery any more. */
class OtherSealKey extends Schema.TaggedError<OtherSealKey>()("OtherSealKey", {}) {
  override get message(): string {
    return `บันทึกในที่เก็บข้อมูลนี้ผนึกด้วยกุญแจอื่น จึงไม่เปิดเซิร์ฟเวอร์ ตั้ง PHAKHI_SEAL_KEY ให้เป็นกุญแจเดิม หรือนำ seal.key เดิมกลับมาไว้ในโฟลเดอร์ข้อมูล ถ้ากุญแจถูกต้องแล้ว ให้ตรวจด้วย ./phakhi verify
The log in this store was sealed with another key, and the server does not go on with this one: set PHAKHI_SEAL_KEY to it, or put its seal.key into the data folder. If the key is right, see what ./phakhi verify says.`
  }
}

const sameSealKey = Effect.gen(function* () {
  const isSame = yield* isSealedWith(yield* SqlClient.SqlClient, yield* SealKey)
  if (!isSame) return yield* new OtherSealKey()
})

/** Seals what was appended since the last time, now and then and when the server leaves. */
const sealing = (log: Log) => {
  const told = Effect.map(sealNow, (sealed) => {
    const refused = Option.isSome(sealed) ? (sealed.value.refused?.length ?? 0) : 0
    if (refused > 0)
      log.write({
        level: "error",
        message: `${refused} events were not sealed: this store did not write them. See verify`
      })
  })
  const seal = Effect.catchCause(told, (cause) =>
    Effect.sync(() => log.write({ level: "error", message: "sealing failed", cause: Cause.pretty(cause) }))
  )
  return Effect.gen(function* () {
    yield* Effect.addFinalizer(() => seal)
    yield* Effect.forkScoped(Effect.repeat(seal, Schedule.spaced(sealEvery)))
  })
}

/** A clock that was set back or has gone astray is told, every few minutes as long as it is. */
const watchingClock = (log: Log) => {
  const look = Effect.map(clockTrouble, (trouble) => {
    if (trouble !== null) log.write({ level: "error", message: trouble.en })
  })
  return Effect.forkScoped(Effect.repeat(Effect.ignore(look), Schedule.spaced("5 minutes")))
}

/** Once an hour what ended long ago is forgotten. */
const tidying = (log: Log) =>
  Effect.gen(function* () {
    const identity = yield* Identity
    const { deliveries } = yield* Webhooks
    const all = Effect.all([identity.tidy, forgetSent, forgetRead, forgetDrafts, forgetUploads, deliveries.forget])
    const tidy = Effect.catchCause(Effect.asVoid(all), (cause) =>
      Effect.sync(() => log.write({ level: "error", message: "tidying failed", cause: Cause.pretty(cause) }))
    )
    yield* Effect.forkScoped(Effect.repeat(tidy, Schedule.spaced("1 hour")))
  })

const progress = (done: number, total: number): void => {
  if (process.stdout.isTTY && (done % 10 === 0 || done === total)) {
    process.stdout.write(`\r  ${done}/${total}${done === total ? "\n" : ""}`)
  }
}

const demoFolder = join(workspace, "demo")

const demoData = Effect.gen(function* () {
  const text = readDemo(demoFolder)
  if (text === "") return
  const begin = () => say("กำลังเตรียมข้อมูลตัวอย่าง (ครั้งแรกเท่านั้น) · Preparing the demo data (the first time only)")
  const { changed, loaded } = yield* loadDemo(catalogue, text, { begin, progress })
  if (loaded > 0) say(`  ${loaded} รายการ · operations`)
  if (changed)
    say("  ไฟล์ข้อมูลตัวอย่างเปลี่ยนไป ใช้ --reset เพื่อโหลดใหม่ · The demo files have changed; --reset loads them anew")
})

const welcomeToDemo = (url: string) =>
  Effect.sync(() => {
    const logins = firstLogins(demoLogins(demoFolder))
    const width = Math.max(0, ...logins.map(({ email }) => email.length))
    say(
      "",
      `ภาคี (ข้อมูลตัวอย่าง) · Phakhi with demo data:  ${url}`,
      `API ${url}/docs    OpenAPI ${url}/openapi.json`,
      "",
      `ลงชื่อเข้าใช้ด้วยรหัสผ่าน · Sign in with the password  ${demoPassword}`,
      ...logins.map(({ email, role }) => `  ${email.padEnd(width)}  ${role.th} · ${role.en}`),
      "",
      "เริ่มที่นี่ · Try this first",
      "  1. ลงชื่อเข้าใช้เป็นเจ้าหน้าที่โครงการ แล้วเปิดรายการงานที่ต้องทำบนหน้าแรก",
      "     Sign in as programme officer and open the first of your next steps.",
      "  2. เปิดความร่วมมือรายการหนึ่ง ดูว่าอยู่ขั้นใด และอะไรยังทำไม่ได้เพราะกฎข้อใด",
      "     Open a partnership: see where it is, and what is shut by which rule.",
      `  3. curl ${url}/v1/missions`,
      "",
      "หยุด · Stop: Ctrl+C"
    )
  })

const welcome = (url: string, { data, databaseUrl }: Settings, setupToken: string) =>
  Effect.gen(function* () {
    const identity = yield* Identity
    say("", `ภาคี · Phakhi:  ${url}`, `API ${url}/docs    OpenAPI ${url}/openapi.json`)
    if (databaseUrl === undefined)
      say(
        `ฐานข้อมูลในตัวที่ ${resolve(data)} ไม่ทนไฟดับ ใช้ PostgreSQL (DATABASE_URL) กับงานเงินจริง`,
        "The embedded database survives a crash, not a power cut: use PostgreSQL (DATABASE_URL) for real money."
      )
    if (yield* identity.hasAdministrator) return
    say(
      "",
      "ยังไม่มีผู้ดูแลระบบ สร้างคนแรกที่หน้านี้ (ใช้ได้ครั้งเดียว) · There is no administrator yet. Make the first one here, once:",
      `  ${url}/setup/${setupToken}`,
      "หรือด้วยคำสั่ง · or with the command:",
      "  ./phakhi accounts create-admin --help",
      ...(databaseUrl === undefined
        ? ["  (หยุดเซิร์ฟเวอร์ก่อน เพราะโฟลเดอร์เปิดได้ทีละโปรแกรม · stop this server first: one process opens the folder)"]
        : [])
    )
  })

/** Opens the store, serves until the scope closes, and says what to do. */
export const start = (settings: Settings, mode: Mode) =>
  Effect.gen(function* () {
    if (mode.demo && isPublicSite(settings.publicUrl))
      return yield* new DemoStopped({
        reason: `demo ใช้รหัสผ่านที่ทุกคนรู้ จึงไม่เปิดที่ ${settings.publicUrl} ให้ใช้ start สำหรับการใช้งานจริง · The demo signs everybody in with a password that all know: it does not open at ${settings.publicUrl}. Use start for real use`
      })
    if (mode.reset) {
      if (settings.databaseUrl !== undefined)
        return yield* new DemoStopped({ reason: "--reset ใช้กับ DATABASE_URL ไม่ได้ · --reset is for the folder only" })
      yield* resetFolder(resolve(settings.data))
    }
    yield* assertFree(settings.host, settings.port)
    const log = jsonLog(settings.log)
    yield* Effect.addFinalizer(() => Effect.promise(() => log.flush()))
    const services = identityLayer({ url: settings.publicUrl, keys: settings.keys }).pipe(
      Layer.provideMerge(Platform.layer),
      Layer.provideMerge(outboundLayer(outboundOf(settings))),
      Layer.provideMerge(Store.layer(storeOf(settings, mode)))
    )
    return yield* Effect.gen(function* () {
      for (const { mode, path } of openToOthers(resolve(settings.data)))
        log.write({ level: "warn", message: `others of this machine can read ${path}: chmod ${mode} ${path}` })
      yield* sameSealKey
      if (mode.demo) yield* demoData
      let draining = false
      const setupToken = newSetupToken()
      const { demo } = yield* (yield* Identity).installation
      const links = yield* invitationsByMail(settings.publicUrl)
      const tracer = settings.otlpUrl === undefined ? undefined : yield* tracerTo(settings.otlpUrl)
      const app = yield* makeApp({
        ...(tracer === undefined ? {} : { tracer }),
        mailConfigured: settings.smtp !== undefined,
        ...(links.configured ? { mailLink: links.message } : {}),
        url: settings.publicUrl,
        maxInFlight: settings.maxInFlight,
        fileLimit: settings.fileLimit,
        uploadLimits: settings.uploadLimits,
        trustProxy: settings.trustProxy,
        log,
        isDraining: () => draining,
        hasRoom: () => hasRoom(resolve(settings.data)),
        ...(demo ? { demo: demoLogins(demoFolder) } : {}),
        ...(mode.demo ? {} : { setupToken }),
        ...(existsSync(adminFolder) ? { adminFolder } : {})
      })
      yield* sealing(log)
      yield* tidying(log)
      yield* watchingClock(log)
      const worker = yield* work(settings, log, { [invitationTopic]: links.sender })
      const { port } = yield* serve(app, {
        host: settings.host,
        port: settings.port,
        onLeaving: () => {
          draining = true
          worker.stop()
        }
      })
      const url = settings.publicUrl.replace(/:0$/, `:${port}`)
      const database = yield* Store.StoreDatabase
      yield* database.announce(url)
      yield* mode.demo ? welcomeToDemo(url) : welcome(url, settings, setupToken)
      return yield* Effect.never
      // The store is closed last, after the server has shut down and the last events are sealed.
    }).pipe(Effect.scoped, Effect.provide(services))
  })
