import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { keysAtMost } from "@phakhi/identity/Keys"
import { readMailbox, readSmtpUrl, type SmtpConfig } from "@phakhi/outbound/Mail"
import { type UploadLimits, uploadLimits } from "@phakhi/store/Uploads"
import { Config, Effect, Option, Redacted, Schema } from "effect"
import type { Level } from "./Log.ts"

export interface Settings {
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly connections: number
  readonly sealKey: string | undefined
  readonly maxInFlight: number
  readonly fileLimit: number
  readonly uploadLimits: UploadLimits
  readonly keys: number
  readonly trustProxy: boolean
  /** Absent: no mail is sent. */
  readonly smtp: SmtpConfig | undefined
  readonly webhooksPrivate: boolean
  readonly worker: boolean
  readonly workerPoll: number
  readonly log: Level
  /** Absent: nothing is traced. */
  readonly otlpUrl: string | undefined
}

export interface Setting {
  readonly name: string
  readonly standard: string
  readonly meaning: Wording
}

/** The one table of settings: `--help` prints it, and the guide for operators shows it. */
export const settings = [
  {
    name: "PHAKHI_HOST",
    standard: "127.0.0.1",
    meaning: { th: "ที่อยู่ที่รับการเชื่อมต่อ (0.0.0.0 = ทุกเครือข่าย)", en: "address to listen on (0.0.0.0 for all networks)" }
  },
  { name: "PHAKHI_PORT", standard: "4000", meaning: { th: "พอร์ต", en: "port" } },
  {
    name: "PHAKHI_PUBLIC_URL",
    standard: "http://localhost:<port>",
    meaning: {
      th: "ที่อยู่ที่ผู้ใช้เปิด ถ้าเป็น https คุกกี้จะเป็น Secure",
      en: "address that people open; with https cookies are Secure"
    }
  },
  {
    name: "DATABASE_URL",
    standard: "",
    meaning: {
      th: "PostgreSQL เช่น postgres://user:pass@host/phakhi ถ้าไม่มีจะเก็บในโฟลเดอร์",
      en: "PostgreSQL, such as postgres://user:pass@host/phakhi; without it the folder is used"
    }
  },
  {
    name: "PHAKHI_DATA",
    standard: ".phakhi/data",
    meaning: {
      th: "โฟลเดอร์ของฐานข้อมูลในตัว ไฟล์หลักฐาน และกุญแจผนึก",
      en: "folder of the embedded database, evidence files and the seal key"
    }
  },
  {
    name: "PHAKHI_DB_CONNECTIONS",
    standard: "10",
    meaning: { th: "จำนวนการเชื่อมต่อ PostgreSQL", en: "connections to PostgreSQL" }
  },
  {
    name: "PHAKHI_SEAL_KEY",
    standard: "",
    meaning: {
      th: "กุญแจผนึกบันทึก อย่างน้อย 32 ตัวอักษร ถ้าไม่มีจะใช้ไฟล์ในโฟลเดอร์",
      en: "key that seals the log, at least 32 characters; without it a file in the folder"
    }
  },
  {
    name: "PHAKHI_MAX_IN_FLIGHT",
    standard: "256",
    meaning: { th: "จำนวนคำขอพร้อมกัน เกินนี้ตอบ 503", en: "requests at the same time; beyond it the answer is 503" }
  },
  {
    name: "PHAKHI_FILE_LIMIT",
    standard: "20971520",
    meaning: { th: "ขนาดไฟล์หลักฐานสูงสุด (ไบต์)", en: "largest evidence file in bytes" }
  },
  {
    name: "PHAKHI_UPLOADS_PER_DAY",
    standard: String(uploadLimits.daily.files),
    meaning: { th: "จำนวนไฟล์ที่คนหนึ่งส่งได้ใน 24 ชั่วโมง", en: "files that one person may send in 24 hours" }
  },
  {
    name: "PHAKHI_UPLOAD_BYTES_PER_DAY",
    standard: String(uploadLimits.daily.bytes),
    meaning: { th: "ขนาดรวมที่คนหนึ่งส่งได้ใน 24 ชั่วโมง (ไบต์)", en: "bytes that one person may send in 24 hours" }
  },
  {
    name: "PHAKHI_UPLOADS_WAITING",
    standard: String(uploadLimits.waiting.files),
    meaning: {
      th: "จำนวนไฟล์ขององค์กรหนึ่งที่ส่งแล้วแต่ยังไม่แนบ",
      en: "files of one organisation that may wait to be attached"
    }
  },
  {
    name: "PHAKHI_UPLOAD_BYTES_WAITING",
    standard: String(uploadLimits.waiting.bytes),
    meaning: {
      th: "ขนาดรวมของไฟล์ขององค์กรหนึ่งที่ส่งแล้วแต่ยังไม่แนบ (ไบต์)",
      en: "bytes of one organisation that may wait to be attached"
    }
  },
  {
    name: "PHAKHI_KEYS_PER_ACCOUNT",
    standard: String(keysAtMost),
    meaning: { th: "จำนวนกุญแจ API ที่บัญชีหนึ่งใช้ได้พร้อมกัน", en: "API keys of one account that are valid at the same time" }
  },
  {
    name: "PHAKHI_TRUST_PROXY",
    standard: "false",
    meaning: { th: "เชื่อ X-Forwarded-For จากพร็อกซีข้างหน้า", en: "believe X-Forwarded-For of the proxy in front" }
  },
  {
    name: "PHAKHI_SMTP_URL",
    standard: "",
    meaning: {
      th: "เซิร์ฟเวอร์ส่งอีเมล เช่น smtp://user:pass@host:587 หรือ smtps://host ถ้าไม่มีจะไม่ส่งอีเมล",
      en: "mail server, such as smtp://user:pass@host:587 or smtps://host; without it no mail is sent"
    }
  },
  {
    name: "PHAKHI_MAIL_FROM",
    standard: "",
    meaning: {
      th: "ผู้ส่งของอีเมล เช่น ภาคี <phakhi@example.go.th> ต้องระบุเมื่อมีเซิร์ฟเวอร์ส่งอีเมล",
      en: "sender of mail, such as Phakhi <phakhi@example.go.th>; needed with a mail server"
    }
  },
  {
    name: "PHAKHI_WEBHOOKS_PRIVATE",
    standard: "false",
    meaning: {
      th: "ให้ webhook ไปยังเครือข่ายภายในและ http ได้ เปิดเมื่อไว้ใจทุกคนที่ตั้ง webhook ได้",
      en: "let webhooks go to private addresses and by http; only where everybody who sets up webhooks is trusted"
    }
  },
  {
    name: "PHAKHI_WORKER",
    standard: "true",
    meaning: {
      th: "ทำงานตามกำหนดเวลา ส่งอีเมลและ webhook ในโปรแกรมนี้",
      en: "do what is due, and send mail and webhooks, in this process"
    }
  },
  {
    name: "PHAKHI_WORKER_POLL",
    standard: "1000",
    meaning: {
      th: "ดูว่ามีอะไรต้องส่งหรือถึงกำหนดทุกกี่มิลลิวินาที",
      en: "milliseconds between looks for what is to be sent or is due"
    }
  },
  {
    name: "PHAKHI_LOG",
    standard: "info",
    meaning: {
      th: "ระดับบันทึก JSON ทาง stderr: debug info warn error",
      en: "JSON log lines on stderr: debug, info, warn or error"
    }
  },
  {
    name: "PHAKHI_OTLP_URL",
    standard: "",
    meaning: {
      th: "ตัวรับ OpenTelemetry (OTLP/HTTP) เช่น http://localhost:4318 ถ้าไม่ระบุ ไม่ส่งข้อมูลการทำงาน",
      en: "OpenTelemetry collector (OTLP over HTTP), such as http://localhost:4318; without it nothing is traced"
    }
  }
] as const satisfies ReadonlyArray<Setting>

type Name = (typeof settings)[number]["name"]

const standardOf = (name: Name): string => settings.find((setting) => setting.name === name)?.standard ?? ""

/** What differs from the table in the demo. */
export interface Standards {
  readonly data?: string
  readonly log?: Level
}

const text = (name: Name) => Config.String(name)
/** Of these, 0 would serve nobody. */
const atLeastOne = (name: Name) =>
  Config.schema(Schema.FiniteFromString.check(Schema.isInt(), Schema.isGreaterThanOrEqualTo(1)), name).pipe(
    Config.withDefault(Number(standardOf(name)))
  )
const isSite = ({ hash, password, pathname, protocol, search, username }: URL): boolean =>
  /^https?:$/.test(protocol) && pathname === "/" && search + hash + username + password === ""
const site = (name: Name) =>
  Config.schema(
    Schema.URLFromString.check(Schema.makeFilter((url) => isSite(url) || "must be http(s)://host[:port], no more")),
    name
  )
const smtpUrl = Config.schema(
  Schema.String.check(
    Schema.makeFilter((text) => readSmtpUrl(text) !== null || "must be smtp(s)://[user:password@]host[:port], no more")
  ),
  "PHAKHI_SMTP_URL" satisfies Name
)
const mailFrom = Config.schema(
  Schema.String.check(
    Schema.makeFilter((text) => readMailbox(text) !== null || "must be an e-mail address, or: name <address>")
  ),
  "PHAKHI_MAIL_FROM" satisfies Name
)
const absent = <A>(config: Config.Config<A>) => Config.map(Config.option(config), Option.getOrUndefined)

export const readSettings = (standards: Standards): Effect.Effect<Settings, Config.ConfigError> =>
  Effect.gen(function* () {
    const values = yield* Config.all({
      host: text("PHAKHI_HOST").pipe(Config.withDefault(standardOf("PHAKHI_HOST"))),
      port: Config.Port("PHAKHI_PORT").pipe(Config.withDefault(Number(standardOf("PHAKHI_PORT")))),
      publicUrl: absent(site("PHAKHI_PUBLIC_URL")),
      data: text("PHAKHI_DATA").pipe(Config.withDefault(standards.data ?? standardOf("PHAKHI_DATA"))),
      databaseUrl: absent(Config.Redacted("DATABASE_URL")),
      connections: atLeastOne("PHAKHI_DB_CONNECTIONS"),
      sealKey: absent(Config.Redacted("PHAKHI_SEAL_KEY")),
      maxInFlight: atLeastOne("PHAKHI_MAX_IN_FLIGHT"),
      fileLimit: atLeastOne("PHAKHI_FILE_LIMIT"),
      uploadLimits: Config.all({
        daily: Config.all({
          files: atLeastOne("PHAKHI_UPLOADS_PER_DAY"),
          bytes: atLeastOne("PHAKHI_UPLOAD_BYTES_PER_DAY")
        }),
        waiting: Config.all({
          files: atLeastOne("PHAKHI_UPLOADS_WAITING"),
          bytes: atLeastOne("PHAKHI_UPLOAD_BYTES_WAITING")
        })
      }),
      keys: atLeastOne("PHAKHI_KEYS_PER_ACCOUNT"),
      trustProxy: Config.Boolean("PHAKHI_TRUST_PROXY").pipe(Config.withDefault(false)),
      webhooksPrivate: Config.Boolean("PHAKHI_WEBHOOKS_PRIVATE").pipe(Config.withDefault(false)),
      worker: Config.Boolean("PHAKHI_WORKER").pipe(Config.withDefault(true)),
      workerPoll: atLeastOne("PHAKHI_WORKER_POLL"),
      otlpUrl: absent(site("PHAKHI_OTLP_URL")),
      log: Config.Literals(["debug", "info", "warn", "error"], "PHAKHI_LOG").pipe(
        Config.withDefault(standards.log ?? ("info" as const))
      )
    })
    const server = readSmtpUrl((yield* absent(smtpUrl)) ?? "")
    const from = server === null ? null : readMailbox(yield* mailFrom)
    const secret = (redacted: Redacted.Redacted | undefined) =>
      redacted === undefined ? undefined : Redacted.value(redacted)
    return {
      ...values,
      smtp: server === null || from === null ? undefined : { ...server, from },
      otlpUrl: values.otlpUrl?.href,
      publicUrl: values.publicUrl?.href.replace(/\/$/, "") ?? `http://localhost:${values.port}`,
      databaseUrl: secret(values.databaseUrl),
      sealKey: secret(values.sealKey)
    }
  })
