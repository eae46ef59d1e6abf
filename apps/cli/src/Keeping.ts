import { catalogue } from "@phakhi/domain/operations/Catalogue"
import { refold } from "@phakhi/domain/operations/Refold"
import { backup as writeBackup } from "@phakhi/store/Backup"
import { restore as readBackup } from "@phakhi/store/Restore"
import { verify as readLog } from "@phakhi/store/Verify"
import { Effect } from "effect"
import { withStore } from "./Embedded.ts"
import { broken, type Failure } from "./Failure.ts"
import type { Session } from "./Session.ts"

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

/** Sessions and pending sign-ins are not worth keeping. */
const leaveOut = ["login_session", "login_verification"]

export const verify = ({ io, settings }: Session) =>
  withStore(
    settings,
    io,
    readLog({ replay: refold(catalogue) }).pipe(failed("ตรวจข้อมูลไม่สำเร็จ", "The check could not be made"))
  )

export const backup = ({ io, settings }: Session, path: string) =>
  withStore(settings, io, writeBackup(path, { leaveOut }).pipe(failed("สำรองข้อมูลไม่สำเร็จ", "The backup failed")))

export const restore = ({ io, settings }: Session, path: string) =>
  withStore(settings, io, readBackup(path).pipe(failed("กู้คืนไม่สำเร็จ ไม่มีการเปลี่ยนแปลง", "Nothing was restored")))
