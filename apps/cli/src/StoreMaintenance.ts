import { accessSync, constants, existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { catalogue } from "@phakhi/domain/catalogue"
import { foldStream } from "@phakhi/domain/engine/FoldStream"
import { backup as writeBackup } from "@phakhi/store/Backup"
import { pathTrouble } from "@phakhi/store/BackupFile"
import { Files } from "@phakhi/store/Files"
import { changeKey, isRecorded } from "@phakhi/store/KeyChanges"
import { restore as readBackup } from "@phakhi/store/Restore"
import { schemaMadeBy } from "@phakhi/store/Schema"
import { keyedWith, layNext, secretIn, takeNext } from "@phakhi/store/SealKey"
import { verify as readAll } from "@phakhi/store/Verify"
import { Effect } from "effect"
import { codedTables, migrateAll, withStore } from "./Embedded.ts"
import { broken, type Failure, usage } from "./Failure.ts"
import { given, type Session } from "./Session.ts"

const reasonOf = (error: object): string =>
  "reason" in error && typeof error.reason === "string"
    ? error.reason
    : error instanceof Error
      ? error.message
      : String(error)

const reasonInThai = (error: object): string =>
  "reasonTh" in error && typeof error.reasonTh === "string" ? error.reasonTh : reasonOf(error)

const failed = (th: string, en: string) =>
  Effect.mapError((error: object): Failure => broken(`${th}: ${reasonInThai(error)}`, `${en}: ${reasonOf(error)}`))

/** Sessions and pending sign-ins are not worth keeping, and who came in when is not to outlast its ninety days. */
const leaveOut = ["login_session", "login_verification", "sign_in"]

/** An empty store would be sound, and a backup of it worth nothing: most likely the folder is not the one that was meant. */
const somethingThere = ({ settings: { databaseUrl, folder } }: Session): Effect.Effect<void, Failure> => {
  const path = resolve(folder)
  return databaseUrl !== undefined || existsSync(join(path, "database"))
    ? Effect.void
    : Effect.fail(
        usage(
          `ไม่มีข้อมูลใน ${path} ระบุโฟลเดอร์ด้วย --data หรือ PHAKHI_DATA (ข้อมูลสาธิตอยู่ที่ .phakhi/demo)`,
          `There is no data in ${path}. Name the folder with --data or PHAKHI_DATA (the demo is in .phakhi/demo).`
        )
      )
}

/** Looked at before a store is opened, or made, for nothing. */
const aBackup = (path: string): Effect.Effect<void, Failure> =>
  Effect.try({
    try: () => accessSync(path, constants.R_OK),
    catch: (cause) => {
      const why = pathTrouble(path, cause) ?? { th: String(cause), en: String(cause) }
      return usage(`อ่านไฟล์สำรองไม่ได้: ${why.th}`, `The backup cannot be read: ${why.en}`)
    }
  })

export const verify = (session: Session) =>
  Effect.andThen(
    somethingThere(session),
    withStore(
      session.settings,
      session.io,
      Effect.gen(function* () {
        const made = yield* schemaMadeBy(migrateAll)
        return yield* readAll({ replay: foldStream(catalogue), made, files: yield* Files, coded: codedTables })
      }).pipe(failed("ตรวจข้อมูลไม่สำเร็จ", "The check could not be made"))
    )
  )

export const backup = (session: Session, path: string) =>
  Effect.andThen(
    somethingThere(session),
    withStore(
      session.settings,
      session.io,
      writeBackup(path, { leaveOut }).pipe(failed("สำรองข้อมูลไม่สำเร็จ", "The backup failed"))
    )
  )

export const restore = (session: Session, path: string) =>
  Effect.andThen(
    aBackup(path),
    withStore(
      session.settings,
      session.io,
      readBackup(path).pipe(failed("กู้คืนไม่สำเร็จ ไม่มีการเปลี่ยนแปลง", "Nothing was restored"))
    )
  )

/** Where the key is a setting, so is the new one; where it is a file, the file has the new one from then on. */
export const rotateKey = (session: Session) => {
  const { io, settings } = session
  const path = join(resolve(settings.folder), "seal.key")
  const isSetting = given(io.env, "PHAKHI_SEAL_KEY") !== undefined
  const chosen = given(io.env, "PHAKHI_SEAL_KEY_NEXT")
  if (isSetting && chosen === undefined)
    return Effect.fail(
      usage(
        "กุญแจมาจาก PHAKHI_SEAL_KEY ตั้งกุญแจใหม่ไว้ใน PHAKHI_SEAL_KEY_NEXT แล้วสั่งอีกครั้ง",
        "The key is that of PHAKHI_SEAL_KEY: put the new one into PHAKHI_SEAL_KEY_NEXT, and try again."
      )
    )
  const change = Effect.gen(function* () {
    const secret = chosen === undefined ? yield* layNext(path) : yield* secretIn(chosen, "PHAKHI_SEAL_KEY_NEXT")
    const { fingerprint, ...next } = keyedWith(secret)
    // Where a change was cut off before its end, the store has recorded it already.
    if (!(yield* isRecorded(fingerprint))) yield* changeKey({ fingerprint, ...next }, codedTables)
    if (!isSetting) yield* takeNext(path, isRecorded)
    return { kept: isSetting ? "PHAKHI_SEAL_KEY" : path }
  })
  return Effect.andThen(
    somethingThere(session),
    withStore(settings, io, change.pipe(failed("เปลี่ยนกุญแจผนึกไม่สำเร็จ", "The seal key was not changed")))
  )
}
