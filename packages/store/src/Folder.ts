import { existsSync, mkdirSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import type { Wording } from "@phakhi/domain/kernel/Refusal"
import { Effect, Schema } from "effect"

const Trouble = Schema.Literals([
  "NotAFolder",
  "NotPermitted",
  "ReadOnly",
  "Full",
  "NoPlace",
  "Damaged",
  "BrokenLock",
  "Unusable"
])
type Trouble = typeof Trouble.Type

const troubles: { readonly [code: string]: Trouble } = {
  ENOTDIR: "NotAFolder",
  EEXIST: "NotAFolder",
  EACCES: "NotPermitted",
  EPERM: "NotPermitted",
  EROFS: "ReadOnly",
  ENOSPC: "Full",
  EDQUOT: "Full",
  ENOENT: "NoPlace"
}

const elsewhere: Wording = {
  th: "ตั้ง PHAKHI_DATA หรือ --data เป็นโฟลเดอร์อื่น",
  en: "set PHAKHI_DATA or --data to another folder"
}

const wordings: { readonly [trouble in Trouble]: (path: string, detail: string) => Wording } = {
  NotAFolder: (path) => ({
    th: `ใช้ ${path} เป็นโฟลเดอร์ข้อมูลไม่ได้ เพราะมีไฟล์อยู่ในเส้นทางนี้ ให้${elsewhere.th}`,
    en: `${path} cannot be the data folder, because a part of that path is a file: ${elsewhere.en}.`
  }),
  NotPermitted: (path) => ({
    th: `ไม่มีสิทธิ์ใช้ ${path} ให้สิทธิ์อ่านและเขียนแก่ผู้ใช้ที่เปิดโปรแกรม หรือ${elsewhere.th}`,
    en: `${path} is not open to this user: give the permission to read and write, or ${elsewhere.en}.`
  }),
  ReadOnly: (path) => ({
    th: `เขียน ${path} ไม่ได้ เพราะดิสก์เปิดให้อ่านอย่างเดียว ให้${elsewhere.th}`,
    en: `${path} lies on a disk that is read-only: ${elsewhere.en}.`
  }),
  Full: (path) => ({
    th: `เขียน ${path} ไม่ได้ เพราะดิสก์เต็ม เพิ่มที่ว่างแล้วเริ่มใหม่ ข้อมูลที่บันทึกแล้วยังอยู่`,
    en: `${path} cannot be written, because the disk is full: make room and start again. What was stored is still there.`
  }),
  NoPlace: (path) => ({
    th: `สร้างโฟลเดอร์ ${path} ไม่ได้ ระบบไม่ให้สร้างโฟลเดอร์ในที่นั้น ให้${elsewhere.th}`,
    en: `The folder ${path} cannot be made there: ${elsewhere.en}.`
  }),
  Damaged: (path, detail) => ({
    th: `เปิดข้อมูลใน ${path} ไม่ได้ ไฟล์อาจเสียหาย หรือโปรแกรมอีกรุ่นหนึ่งเป็นผู้เขียน (${detail}) เก็บโฟลเดอร์นี้ไว้ วางสำเนา seal.key ในโฟลเดอร์ใหม่ แล้วกู้คืนไฟล์สำรองลงที่นั้นด้วย phakhi --data โฟลเดอร์ใหม่ restore ไฟล์สำรอง`,
    en: `What is in ${path} cannot be opened: files may be damaged, or another version of the program wrote them (${detail}). Keep the folder, put a copy of its seal.key into a new one, and read a backup there: phakhi --data NEW-FOLDER restore BACKUP.`
  }),
  BrokenLock: (path, detail) => ({
    th: `อ่าน ${path} ไม่ได้ (${detail}) หยุดทุกโปรเซสของ Phakhi แล้วลบไฟล์นี้ ระบบจะสร้างใหม่เอง ในไฟล์นี้ไม่มีข้อมูล`,
    en: `${path} cannot be read (${detail}). Stop every Phakhi process and delete this file: it is made anew, and holds no data.`
  }),
  Unusable: (path, detail) => ({
    th: `ใช้ ${path} ไม่ได้ (${detail}) ตรวจโฟลเดอร์นี้ หรือ${elsewhere.th}`,
    en: `${path} cannot be used (${detail}): look into it, or ${elsewhere.en}.`
  })
}

/** The folder, or a file in it, cannot be used: where, and how to go on. */
export class FolderUnusable extends Schema.TaggedError<FolderUnusable>()("FolderUnusable", {
  path: Schema.String,
  trouble: Trouble,
  detail: Schema.String
}) {
  get wording(): Wording {
    return wordings[this.trouble](this.path, this.detail)
  }
  override get message(): string {
    return this.wording.en
  }
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : ""

const detailOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** What the operating system refused. */
export const unusable = (path: string, cause: unknown): FolderUnusable =>
  new FolderUnusable({ path, trouble: troubles[codeOf(cause)] ?? "Unusable", detail: detailOf(cause) })

/** What is there cannot be read as what it should be. */
export const damaged = (path: string, cause: unknown, trouble: "Damaged" | "BrokenLock" = "Damaged"): FolderUnusable =>
  new FolderUnusable({ path, trouble: troubles[codeOf(cause)] ?? trouble, detail: detailOf(cause) })

/** For the user of this program alone. */
export const ownMode = 0o700

/** A place of this program's own that others of the machine can look into, and the mode that closes it. */
export interface OpenPlace {
  readonly path: string
  readonly mode: "700" | "600"
}

/** What of a data folder others can read: the folder itself, or the key that seals the log. */
export const openToOthers = (folder: string): ReadonlyArray<OpenPlace> => {
  const places: ReadonlyArray<OpenPlace> = [
    { path: folder, mode: "700" },
    { path: join(folder, "seal.key"), mode: "600" }
  ]
  // Elsewhere a mode says nothing of others.
  return process.platform === "win32"
    ? []
    : places.filter(({ path }) => existsSync(path) && (statSync(path).mode & 0o077) !== 0)
}

/**
 * Makes a folder and those above it, closed to everybody else. Not Node's own recursion: that never ends where the
 * system denies that a folder exists in which it will make none, as in /proc.
 */
export const makeFolder = (path: string): void => {
  try {
    mkdirSync(path, ownMode)
  } catch (cause) {
    const code = codeOf(cause)
    if (code === "EEXIST" && statSync(path).isDirectory()) return
    if (code !== "ENOENT" || existsSync(dirname(path))) throw cause
    makeFolder(dirname(path))
    makeFolder(path)
  }
}

/** The same, with what goes wrong as a value. */
export const made = (path: string): Effect.Effect<void, FolderUnusable> =>
  Effect.try({ try: () => makeFolder(path), catch: (cause) => unusable(path, cause) })
