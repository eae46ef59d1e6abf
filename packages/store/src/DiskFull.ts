import { statfs } from "node:fs/promises"

/** The word of the operating system for it, of PostgreSQL, and what either writes. */
const codes = ["ENOSPC", "EDQUOT", "53100"]
const words = /ENOSPC|EDQUOT|No space left on device/i

const told = (error: object, name: string): unknown => Reflect.get(error, name)

/** Whether something failed because a disk is full, whatever it was wrapped in since. */
export const isDiskFull = (error: unknown, depth = 0): boolean => {
  if (typeof error === "string") return words.test(error)
  if (typeof error !== "object" || error === null || depth > 5) return false
  if (codes.includes(String(told(error, "code")))) return true
  return ["message", "reason", "cause"].some((name) => isDiskFull(told(error, name), depth + 1))
}

/** With less room than this nothing more is taken in: what is under way must still find some. */
const leastRoom = 32 * 1024 * 1024

/** Whether there is room where the data is; a folder that is not there yet says nothing against it. */
export const hasRoom = (folder: string): Promise<boolean> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize >= leastRoom,
    () => true
  )
