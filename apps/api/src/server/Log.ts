import { write } from "node:fs"

export type Level = "debug" | "info" | "warn" | "error"
export type LogLine = { readonly level: Level; readonly message: string } & { readonly [field: string]: unknown }
export interface Log {
  readonly write: (line: LogLine) => void
  readonly enabled: (level: Level) => boolean
  /** Writes out what is still held back. */
  readonly flush: () => Promise<void>
}

/** Paths that let in whoever knows them: a link for a new password, the page of the first administrator. */
const secret = /^(\/(?:setup|(?:api\/)?invitations)\/)(?!accept$).+/
const longestPath = 300

/** The path of a request as the log may hold it. */
export const loggedPath = (path: string): string => path.slice(0, longestPath).replace(secret, "$1…")

const order: ReadonlyArray<Level> = ["debug", "info", "warn", "error"]
const heldBackMillis = 50

/** JSON lines on standard error. They are gathered for a moment: one write per request would stop the process each time. */
export const jsonLog = (least: Level, descriptor = 2): Log => {
  let waiting: Array<string> = []
  let timer: NodeJS.Timeout | undefined
  const flush = (): Promise<void> =>
    new Promise((resolve) => {
      clearTimeout(timer)
      timer = undefined
      if (waiting.length === 0) return resolve()
      const text = waiting.join("")
      waiting = []
      // A log that cannot be written must not take the service down.
      write(descriptor, text, () => resolve())
    })
  const enabled = (level: Level) => order.indexOf(level) >= order.indexOf(least)
  return {
    enabled,
    flush,
    write: (line) => {
      if (!enabled(line.level)) return
      waiting.push(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
      timer ??= setTimeout(() => void flush(), heldBackMillis).unref()
    }
  }
}

export const silent: Log = { write: () => undefined, enabled: () => false, flush: () => Promise.resolve() }
