import { malformed, refusal } from "@phakhi/domain/engine/refusals"
import type { Fault } from "@phakhi/domain/kernel/Refusal"
import { Effect } from "effect"
import type { Call } from "./Call.ts"
import type { Refused } from "./Problem.ts"

export const jsonLimit = 1024 * 1024
const maxDepth = 64

export const tooDeep = () =>
  malformed(whole(`เนื้อหาซ้อนกันลึกเกิน ${maxDepth} ชั้น`, `the body is nested more than ${maxDepth} levels deep`))

export const brokenOff = () => malformed(whole("เนื้อหาขาดหายระหว่างส่ง", "the body broke off"))

/** What is wrong with a request as a whole. */
export const whole = (th: string, en: string): Fault => ({ pointer: "", th, en })

const unreadable = (th: string, en: string) => Effect.fail(malformed(whole(th, en)))

const tooLarge = (limit: number) => refusal("BodyTooLarge", { limit })

/** Counts open brackets outside of strings, so that no parser has to follow a hundred thousand of them. */
export const isTooDeep = (text: string): boolean => {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 92) at++
      else if (code === 34) inString = false
    } else if (code === 34) inString = true
    else if (code === 91 || code === 123) {
      if (++depth > maxDepth) return true
    } else if (code === 93 || code === 125) depth--
  }
  return false
}

const chunked = async (body: ReadableStream<Uint8Array>, limit: number): Promise<string | null> => {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let size = 0
  let text = ""
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > limit) {
      void reader.cancel().catch(() => undefined)
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

/** Refuses by the announced length before a byte is read, and by the real one while reading. */
export const readText = (call: Call, limit: number): Effect.Effect<string, Refused> => {
  const announced = call.header("content-length")
  if (announced !== undefined && Number(announced) > limit) return Effect.fail(tooLarge(limit))
  const { bodySeconds } = call
  const { raw } = call.c.req
  const read =
    announced === undefined
      ? async () => (raw.body === null ? "" : await chunked(raw.body, limit))
      : (): Promise<string | null> => raw.text()
  return Effect.tryPromise({
    try: read,
    catch: brokenOff
  }).pipe(
    Effect.timeoutOrElse({
      duration: `${bodySeconds} seconds`,
      orElse: () =>
        unreadable(`เนื้อหามาไม่ครบภายใน ${bodySeconds} วินาที`, `the body did not arrive within ${bodySeconds} seconds`)
    }),
    call.stepAside,
    Effect.flatMap((text): Effect.Effect<string, Refused> => {
      if (text === null) return Effect.fail(tooLarge(limit))
      // Whatever was not UTF-8, such as TIS-620, has become this sign by now: Thai would be lost without a word.
      return text.includes("\ufffd")
        ? unreadable("เนื้อหาต้องเข้ารหัสแบบ UTF-8", "the body must be UTF-8")
        : Effect.succeed(text)
    })
  )
}

/** Escapes of what PostgreSQL cannot store: NUL and halves of a surrogate pair. Most bodies have none. */
const suspect = /\\u(?:0000|[dD][89a-fA-F])|\u0000/

export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000")

/** Where a text is that cannot be stored, as a JSON pointer. */
const unstorable = (value: unknown, at: string): string | undefined => {
  if (typeof value === "string") return isStorable(value) ? undefined : at
  if (value === null || typeof value !== "object") return undefined
  for (const [key, part] of Object.entries(value)) {
    const found = isStorable(key) ? unstorable(part, `${at}/${key}`) : `${at}/?`
    if (found !== undefined) return found
  }
  return undefined
}

const isJson = (type: string | undefined): boolean =>
  type !== undefined && /^application\/(?:[\w.-]+\+)?json\b/i.test(type)

/** The JSON of a body; none at all stands for an empty object. */
export const readJson = (call: Call, limit = jsonLimit): Effect.Effect<unknown, Refused> =>
  Effect.flatMap(readText(call, limit), (text) => {
    if (text === "") return Effect.succeed({})
    if (!isJson(call.header("content-type")))
      return unreadable("ชนิดเนื้อหา (Content-Type) ต้องเป็น application/json", "the content type must be application/json")
    if (isTooDeep(text)) return Effect.fail(tooDeep())
    let body: unknown
    try {
      body = JSON.parse(text)
    } catch (cause) {
      const why = cause instanceof Error ? cause.message.toWellFormed() : String(cause)
      return unreadable(`เนื้อหาไม่ใช่ JSON ที่ถูกต้อง: ${why}`, `the body is not JSON: ${why}`)
    }
    const where = suspect.test(text) ? unstorable(body, "") : undefined
    return where === undefined
      ? Effect.succeed(body)
      : Effect.fail(
          malformed({ pointer: where, th: "มีอักขระที่จัดเก็บไม่ได้", en: "holds a character that cannot be stored" })
        )
  })
