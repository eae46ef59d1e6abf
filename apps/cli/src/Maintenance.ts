import { resolve } from "node:path"
import type { Manifest } from "@phakhi/store/BackupFile"
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import { show } from "./Accounts.ts"
import type { Failure } from "./Failure.ts"
import { say } from "./Io.ts"
import { embeddedOnly } from "./Operator.ts"
import type { Conduct } from "./Session.ts"

const file = Argument.String("file").pipe(Argument.withDescription("Path of the backup · ไฟล์สำรอง"))

/** What is in a backup, for people; `--json` has the manifest. */
const counted = ({ files, sha256, tables }: Manifest) => {
  const rows = (name: string) => tables.find((table) => table.name === name)?.rows ?? 0
  return { events: rows("event"), streams: rows("record"), files, sha256 }
}

const verify = (conduct: Conduct) =>
  Command.make("verify", {}, () =>
    conduct((session) =>
      Effect.gen(function* () {
        yield* embeddedOnly(session)
        const { io, settings } = session
        const { verify: verified } = yield* Effect.promise(() => import("./StoreMaintenance.ts"))
        const { wordsOf } = yield* Effect.promise(() => import("./FindingWords.ts"))
        const report = yield* verified(session)
        show(session, report)
        if (report.sound) return
        const [first] = report.findings
        if (first !== undefined) {
          const { record, stream, version, batch, account, object } = first
          const place = [record, stream, version, batch, account, object].filter((part) => part !== undefined).join(" ")
          const { language } = settings
          const { en, th } = wordsOf[first.kind]
          io.err(
            `✗ ${say(language, "พบที่ผิดแห่งแรก", "The first bad place")}: ${say(language, th, en)} (${first.kind}) ${place}: ${first.detail}\n`
          )
        }
        return yield* Effect.fail<Failure>({ _tag: "Unsound" })
      })
    )
  ).pipe(Command.withDescription("Check chain, seals and tables against the events · ตรวจความสมบูรณ์ของข้อมูล"))

const backup = (conduct: Conduct) =>
  Command.make("backup", { file }, ({ file: path }) =>
    conduct((session) =>
      Effect.gen(function* () {
        yield* embeddedOnly(session)
        const { backup: backedUp } = yield* Effect.promise(() => import("./StoreMaintenance.ts"))
        const manifest = yield* backedUp(session, path)
        if (session.settings.json) show(session, manifest)
        else show(session, { file: resolve(path), ...counted(manifest) })
        session.io.err(
          `${say(session.settings.language, "กุญแจผนึกไม่อยู่ในไฟล์สำรอง เก็บไว้ต่างหาก", "The seal key is not in the backup: keep it somewhere else")}\n`
        )
      })
    )
  ).pipe(Command.withDescription("Write everything to one file · สำรองข้อมูล"))

const restore = (conduct: Conduct) =>
  Command.make("restore", { file }, ({ file: path }) =>
    conduct((session) =>
      Effect.gen(function* () {
        yield* embeddedOnly(session)
        const { restore: restored } = yield* Effect.promise(() => import("./StoreMaintenance.ts"))
        const manifest = yield* restored(session, path)
        if (session.settings.json) return show(session, manifest)
        show(session, counted(manifest))
        session.io.err(`${say(session.settings.language, "ขั้นต่อไป", "Next")}: phakhi verify\n`)
      })
    )
  ).pipe(Command.withDescription("Read a backup into an empty store · กู้คืนจากไฟล์สำรอง"))

const rotateKey = (conduct: Conduct) =>
  Command.make("rotate-key", {}, () =>
    conduct((session) =>
      Effect.gen(function* () {
        yield* embeddedOnly(session)
        const { rotateKey: rotated } = yield* Effect.promise(() => import("./StoreMaintenance.ts"))
        const done = yield* rotated(session)
        show(session, done)
        const { io, settings } = session
        const words =
          done.kept === "PHAKHI_SEAL_KEY"
            ? {
                th: "ตั้ง PHAKHI_SEAL_KEY ใหม่ก่อนเปิดเซิร์ฟเวอร์: บรรทัดแรกเป็นกุญแจใหม่ บรรทัดต่อไปเป็นกุญแจเดิม",
                en: "Before any server starts, set PHAKHI_SEAL_KEY anew: the new key on the first line, those before on the next ones."
              }
            : {
                th: "เก็บสำเนา seal.key ใหม่ไว้ต่างหาก กุญแจเดิมอยู่ในไฟล์นั้นด้วย ใช้ตรวจสิ่งที่ผนึกไว้ก่อน",
                en: "Keep a copy of the new seal.key apart. The keys before are in it too: what they sealed is checked with them."
              }
        io.err(`${say(settings.language, words.th, words.en)}\n`)
      })
    )
  ).pipe(Command.withDescription("Change the seal key; stop every server before · เปลี่ยนกุญแจผนึก หยุดเซิร์ฟเวอร์ทุกตัวก่อน"))

const doctor = (conduct: Conduct) =>
  Command.make("doctor", {}, () =>
    conduct((session) =>
      Effect.gen(function* () {
        const { examine } = yield* Effect.promise(() => import("./Doctor.ts"))
        const { io, settings } = session
        const { language } = settings
        const findings = yield* Effect.promise(() => examine(session))
        const well = findings.every(({ ok }) => ok)
        if (settings.json) io.out(`${JSON.stringify({ sound: well, findings })}\n`)
        else {
          for (const { fix, ok, subject, th, en } of findings) {
            io.out(`${ok ? "✓" : "✗"} ${subject}: ${say(language, th, en)}\n`)
            if (fix !== undefined) io.out(`    ${say(language, fix.th, fix.en)}\n`)
          }
        }
        if (!well) return yield* Effect.fail<Failure>({ _tag: "Unsound" })
      })
    )
  ).pipe(Command.withDescription("Look for what would keep Phakhi from working · ตรวจสภาพเครื่อง"))

export const commands = (conduct: Conduct) => [
  verify(conduct),
  backup(conduct),
  restore(conduct),
  rotateKey(conduct),
  doctor(conduct)
]
