import type { Wording } from "@phakhi/domain/kernel/Refusal"
import type { SqlError } from "effect/sql"
import type { StoreFailure } from "./Store.ts"

/** The server with its database, and nothing secret. */
const placeOf = (databaseUrl: string): string => {
  const url = URL.parse(databaseUrl)
  return url === null || url.host === "" ? "DATABASE_URL" : `${url.host}${url.pathname}`
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whatever a driver says, the password is not repeated. */
const withoutSecret = (text: string, databaseUrl: string): string => {
  const password = URL.parse(databaseUrl)?.password ?? ""
  return [databaseUrl, password, decoded(password)]
    .filter((secret) => secret !== "")
    .reduce((kept, secret) => kept.replaceAll(secret, "…"), text)
}

/** The innermost reason that has words: drivers wrap it, and one for each address that was tried. */
const reasonIn = (cause: unknown): string | undefined => {
  if (cause instanceof AggregateError && cause.errors.length > 0) return reasonIn(cause.errors[0])
  if (typeof cause !== "object" || cause === null) return undefined
  const inner = "cause" in cause ? reasonIn(cause.cause) : undefined
  if (inner !== undefined) return inner
  return "message" in cause && typeof cause.message === "string" && cause.message !== "" ? cause.message : undefined
}

/** Whether the server was not reached, or did not let this program in. */
export const isUnreachable = ({ reason: { _tag } }: SqlError.SqlError): boolean =>
  _tag === "ConnectionError" || _tag === "AuthenticationError"

const isPostgres = (databaseUrl: string): boolean =>
  ["postgres:", "postgresql:"].includes(URL.parse(databaseUrl)?.protocol ?? "")

const ofDatabase = (error: SqlError.SqlError, databaseUrl: string | undefined): Wording => {
  const detail = withoutSecret(reasonIn(error.reason) ?? error.message, databaseUrl ?? "")
  if (databaseUrl === undefined) return { th: `ฐานข้อมูลขัดข้อง: ${detail}`, en: `The database failed: ${detail}` }
  if (!isPostgres(databaseUrl))
    return {
      th: "DATABASE_URL ไม่ใช่ที่อยู่ของ PostgreSQL เขียนเช่น postgres://user:pass@host/phakhi",
      en: "DATABASE_URL is not the address of a PostgreSQL: write it like postgres://user:pass@host/phakhi."
    }
  const place = placeOf(databaseUrl)
  switch (error.reason._tag) {
    case "AuthenticationError":
      return {
        th: `PostgreSQL ที่ ${place} ไม่รับชื่อผู้ใช้หรือรหัสผ่าน (${detail}) แก้ใน DATABASE_URL`,
        en: `PostgreSQL at ${place} does not take the user or the password (${detail}). Correct them in DATABASE_URL.`
      }
    case "AuthorizationError":
      return {
        th: `ผู้ใช้ใน DATABASE_URL ไม่มีสิทธิ์ที่ต้องใช้ใน ${place} (${detail}) ให้ผู้ใช้นั้นเป็นเจ้าของฐานข้อมูล`,
        en: `The user in DATABASE_URL may not do what is needed in ${place} (${detail}). Make that user the owner of the database.`
      }
    case "ConnectionError":
      return {
        th: `ต่อ PostgreSQL ที่ ${place} ไม่ได้ (${detail}) ตรวจว่าเซิร์ฟเวอร์ทำงาน และ DATABASE_URL ถูกต้อง`,
        en: `PostgreSQL at ${place} cannot be reached (${detail}). See that the server runs and DATABASE_URL is right.`
      }
    default:
      return {
        th: `ใช้ฐานข้อมูลที่ ${place} ไม่ได้ (${detail}) ตรวจ DATABASE_URL`,
        en: `The database at ${place} cannot be used (${detail}). Check DATABASE_URL.`
      }
  }
}

const tags: { readonly [tag in StoreFailure["_tag"]]: true } = {
  FolderLocked: true,
  FolderUnusable: true,
  StoreNewer: true,
  BadSealKey: true,
  SqlError: true,
  MigrationError: true
}

export const isStoreFailure = <Failure extends { readonly _tag: string }>(
  failure: Failure | StoreFailure
): failure is StoreFailure => Object.hasOwn(tags, failure._tag)

/** Why the store was not opened, and how to go on; every channel says the same. */
export const wordingOf = (failure: StoreFailure, databaseUrl: string | undefined): Wording => {
  switch (failure._tag) {
    case "FolderUnusable":
    case "StoreNewer":
    case "BadSealKey":
      return failure.wording
    case "FolderLocked": {
      const { folder, holder } = failure
      const by = holder === null ? "" : ` (${holder.command}, ${holder.url ?? `PID ${holder.pid}`})`
      return { th: `โฟลเดอร์ ${folder} เปิดอยู่แล้วโดยอีกโปรแกรมหนึ่ง${by}`, en: failure.message }
    }
    case "MigrationError": {
      const detail = withoutSecret(reasonIn(failure) ?? failure.message, databaseUrl ?? "")
      return {
        th: `ปรับโครงสร้างฐานข้อมูลให้เป็นรุ่นนี้ไม่สำเร็จ (${detail}) ไม่มีการเปลี่ยนแปลง กู้คืนไฟล์สำรองลงฐานข้อมูลว่าง หรือใช้โปรแกรมรุ่นเดิม`,
        en: `The database could not be brought to this version (${detail}). Nothing was changed: read a backup into an empty database, or use the version that wrote it.`
      }
    }
    case "SqlError":
      return ofDatabase(failure, databaseUrl)
  }
}
