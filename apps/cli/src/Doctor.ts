import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmdirSync, statSync } from "node:fs"
import { createServer } from "node:net"
import { dirname, join, resolve } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { clockTrouble } from "@phakhi/store/ClockCheck"
import { type OpenPlace, openToOthers } from "@phakhi/store/Folder"
import { Holder } from "@phakhi/store/FolderLock"
import { listFailed } from "@phakhi/store/Outbox"
import * as Store from "@phakhi/store/Store"
import { wordingOf } from "@phakhi/store/Unopened"
import { Effect, Schema } from "effect"
import { SqlClient } from "effect/sql"
import { storeConfig } from "./Embedded.ts"
import { given, type Session } from "./Session.ts"

/** What was looked at, whether it is well, and how to mend it. */
export interface Examined extends Wording {
  readonly subject: string
  readonly ok: boolean
  readonly fix?: Wording
}

const well = (subject: string, th: string, en: string): Examined => ({ subject, ok: true, th, en })
const unwell = (subject: string, th: string, en: string, fix: Wording): Examined => ({
  subject,
  ok: false,
  th,
  en,
  fix
})

const decodeHolder = Schema.decodeUnknownSync(Schema.fromJsonString(Holder))

const neededNode = 24

const node = (): Examined => {
  const { node: version } = process.versions
  return Number(version.split(".")[0]) >= neededNode
    ? well("node", `รุ่น ${version}`, `version ${version}`)
    : unwell("node", `รุ่น ${version} เก่าเกินไป`, `version ${version} is too old`, {
        th: `ใช้ Node ${neededNode} ขึ้นไป หรือสั่งผ่าน ./phakhi`,
        en: `Use Node ${neededNode} or newer, or run ./phakhi`
      })
}

const port = ({ io }: Session): Promise<Examined> => {
  const wanted = Number(given(io.env, "PHAKHI_PORT") ?? 4000)
  return new Promise((done) => {
    const server = createServer()
    server.once("error", () =>
      done(
        unwell("port", `พอร์ต ${wanted} มีผู้ใช้อยู่`, `port ${wanted} is taken`, {
          th: "หยุดโปรแกรมที่ใช้พอร์ตนี้ หรือตั้ง PHAKHI_PORT เป็นเลขอื่น ถ้าเป็นเซิร์ฟเวอร์ Phakhi เอง ถือว่าปกติ",
          en: "Stop the program on it, or set PHAKHI_PORT to another number. If it is the Phakhi server itself, all is well."
        })
      )
    )
    server.listen(wanted, "127.0.0.1", () =>
      server.close(() => done(well("port", `พอร์ต ${wanted} ว่าง`, `port ${wanted} is free`)))
    )
  })
}

const parentOf = (path: string): string => (existsSync(path) ? path : parentOf(dirname(path)))

const elsewhere: Wording = {
  th: "ให้สิทธิ์เขียน หรือตั้ง PHAKHI_DATA เป็นโฟลเดอร์อื่น",
  en: "Give write permission, or set PHAKHI_DATA to another folder"
}

const allowed = (use: () => void): boolean => {
  try {
    use()
    return true
  } catch {
    return false
  }
}

const openPlace = (subject: string, { mode, path }: OpenPlace): Examined => {
  const fix = `chmod ${mode} ${path}`
  return unwell(subject, `ผู้อื่นอ่าน ${path} ได้`, `others can read ${path}`, { th: fix, en: fix })
}

const folder = ({ settings }: Session): Examined => {
  const path = resolve(settings.folder)
  const parent = parentOf(path)
  if (!statSync(parent).isDirectory())
    return unwell("folder", `${parent} เป็นไฟล์ ไม่ใช่โฟลเดอร์`, `${parent} is a file, not a folder`, elsewhere)
  const there = parent === path
  const writable = allowed(() => {
    accessSync(parent, constants.W_OK)
    // Where no folder can be made though permissions say otherwise, only trying tells.
    if (!there) rmdirSync(mkdtempSync(join(parent, ".phakhi-")))
  })
  if (!writable) return unwell("folder", `เขียน ${path} ไม่ได้`, `${path} cannot be written`, elsewhere)
  const [open] = openToOthers(path).filter((place) => place.path === path)
  if (open !== undefined) return openPlace("folder", open)
  return there ? well("folder", path, path) : well("folder", `${path} (ยังไม่มี)`, `${path} (not made yet)`)
}

/** In words: who has the folder open, and where it answers. */
const holderOf = (path: string): string => {
  try {
    const { command, pid, url } = decodeHolder(readFileSync(path, "utf8"))
    return `${command} (PID ${pid})${url === null ? "" : ` ${url}`}`
  } catch {
    return "?"
  }
}

/** SQLITE_BUSY. */
const busy = 5

const lock = ({ settings }: Session): Examined => {
  const path = join(resolve(settings.folder), "lock.db")
  const free = well("lock", "ไม่มีโปรเซสอื่นใช้โฟลเดอร์", "no other process uses the folder")
  if (!existsSync(path)) return free
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path)
    database.exec("PRAGMA busy_timeout = 0")
    database.exec("BEGIN EXCLUSIVE")
    database.exec("ROLLBACK")
    return free
  } catch (cause) {
    if (!(cause instanceof Error && "errcode" in cause && cause.errcode === busy)) {
      const why = cause instanceof Error ? cause.message : String(cause)
      return unwell("lock", `อ่าน ${path} ไม่ได้: ${why}`, `${path} cannot be read: ${why}`, {
        th: "หยุดทุกโปรเซสของ Phakhi แล้วลบไฟล์นี้ ระบบจะสร้างใหม่เอง ในไฟล์นี้ไม่มีข้อมูล",
        en: "Stop every Phakhi process and delete this file: it is made anew, and holds no data"
      })
    }
    const holder = join(resolve(settings.folder), "holder.json")
    const by = holderOf(holder)
    return unwell("lock", `มีโปรเซสอื่นใช้โฟลเดอร์: ${by}`, `another process uses the folder: ${by}`, {
      th: "สั่งผ่าน --url ของเซิร์ฟเวอร์นั้น หรือหยุดโปรเซสนั้นก่อน",
      en: "Go through that server with --url, or stop it first"
    })
  } finally {
    database?.close()
  }
}

/** What could not be sent, where no administrator is there to be shown it. */
const unsent = (total: number): Examined =>
  total === 0
    ? well("messages", "ไม่มีข้อความค้างที่ไม่มีผู้ดูแล", "nothing is left unsent that nobody is shown")
    : unwell("messages", `ส่งไม่สำเร็จ ${total} ข้อความ`, `${total} could not be sent`, {
        th: "ดูด้วย phakhi messages failed --of-nobody แก้สาเหตุ แล้วส่งอีกครั้ง",
        en: "See phakhi messages failed --of-nobody, mend the cause, and send them again"
      })

const setByNtp: Wording = {
  th: "ตั้งนาฬิกาของเครื่อง เช่นด้วย NTP",
  en: "Set the clock of the machine, for example by NTP"
}

/** Signs in to the server and asks it something; nothing is made or changed there. */
const database = (session: Session): Promise<ReadonlyArray<Examined>> => {
  const config = storeConfig(session.settings, session.io)
  const where = URL.parse(config.databaseUrl ?? "")?.host ?? "?"
  return Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const [filled] = yield* sql<{ there: boolean }>`SELECT to_regclass('outbox') IS NOT NULL AS there`
    const found = well("database", `PostgreSQL ที่ ${where}`, `PostgreSQL at ${where}`)
    if (filled?.there !== true) return [found]
    const trouble = yield* clockTrouble
    const clocks =
      trouble === null
        ? well("clocks", "ตรงกับฐานข้อมูล", "agree with the database")
        : unwell("clocks", trouble.th, trouble.en, setByNtp)
    return [found, unsent((yield* listFailed({ limit: 1, whose: "nobody" })).total), clocks]
  }).pipe(
    Effect.provide(Store.database(config)),
    Effect.catch((failure) => {
      const { en, th } = wordingOf(failure, config.databaseUrl)
      return Effect.succeed<ReadonlyArray<Examined>>([{ subject: "database", ok: false, th, en }])
    }),
    Effect.runPromise
  )
}

/** A day on which this program cannot have run: the clock has not been set. */
const before = Date.UTC(2026, 0, 1)

const clock = ({ settings }: Session): Examined => {
  const now = new Date()
  const path = resolve(settings.folder)
  const newest = existsSync(path) ? statSync(path).mtimeMs : 0
  return now.getTime() >= before && now.getTime() >= newest - 60_000
    ? well("clock", now.toISOString(), now.toISOString())
    : unwell("clock", `${now.toISOString()} ไม่น่าเป็นไปได้`, `${now.toISOString()} cannot be right`, setByNtp)
}

const shortest = 32

const sealKey = ({ io, settings }: Session): Examined => {
  const secret = given(io.env, "PHAKHI_SEAL_KEY")
  const path = join(resolve(settings.folder), "seal.key")
  const short = {
    th: `ใช้ตัวอักษรสุ่มอย่างน้อย ${shortest} ตัว`,
    en: `Use at least ${shortest} random characters`
  }
  if (secret !== undefined) {
    return secret.length >= shortest
      ? well("seal key", "PHAKHI_SEAL_KEY", "PHAKHI_SEAL_KEY")
      : unwell("seal key", "PHAKHI_SEAL_KEY สั้นเกินไป", "PHAKHI_SEAL_KEY is too short", short)
  }
  if (!existsSync(path)) return well("seal key", "จะสร้างเมื่อเริ่มใช้", "will be made at the first start")
  if (!statSync(path).isFile())
    return unwell("seal key", `${path} ไม่ใช่ไฟล์`, `${path} is not a file`, {
      th: "นำสำเนาของ seal.key ที่เก็บไว้กลับมา",
      en: "Put back the copy of seal.key that you kept"
    })
  const [open] = openToOthers(dirname(path)).filter((place) => place.path === path)
  return open === undefined ? well("seal key", path, path) : openPlace("seal key", open)
}

/** Looks at the machine without changing anything on it. */
export const examine = async (session: Session): Promise<ReadonlyArray<Examined>> => [
  node(),
  await port(session),
  ...(session.settings.databaseUrl === undefined ? [folder(session), lock(session)] : await database(session)),
  clock(session),
  sealKey(session)
]
