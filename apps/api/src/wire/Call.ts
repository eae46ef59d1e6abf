import { randomBytes } from "node:crypto"
import type { IncomingMessage } from "node:http"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import type { Effect } from "effect"
import type { Context } from "hono"

/** What the Node server hands over beside the request; absent where the app is called without a socket. */
export interface Bindings {
  readonly incoming?: IncomingMessage
}

/** One request, with what every route asks of it. Headers are read from Node directly: that is much cheaper. */
export interface Call {
  readonly c: Context<{ Bindings: Bindings }>
  /** The id of the trace that it belongs to. */
  readonly requestId: string
  readonly header: (name: string) => string | undefined
  /** A body that takes longer than this to arrive is given up. */
  readonly bodySeconds: number
  /** Waits for the other side to send something; meanwhile the request does not count as one under way. */
  readonly stepAside: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
}

const newTraceId = (): string => randomBytes(16).toString("hex")

/** The trace that a request belongs to, as whoever sent it says. */
export interface TraceParent {
  readonly traceId: string
  readonly spanId: string
}

/** W3C Trace Context, version 00: anything else is as good as nothing. */
export const traceParentIn = (header: string | undefined): TraceParent | undefined => {
  const [, traceId = "", spanId = ""] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(header ?? "") ?? []
  return /[1-9a-f]/.test(traceId) && /[1-9a-f]/.test(spanId) ? { traceId, spanId } : undefined
}

/** What an answer needs to know of the request, also where the request itself cannot be read. */
export type Asking = Pick<Call, "header" | "requestId">

export const unreadable = (): Asking => ({ header: () => undefined, requestId: newTraceId() })

/** `traceId` is that of the span that the request is traced by, if it is. */
export const callOf = (
  c: Call["c"],
  { bodySeconds, stepAside }: Pick<Call, "bodySeconds" | "stepAside">,
  traceId?: string
): Call => {
  const headers = c.env?.incoming?.headers
  const header =
    headers === undefined
      ? (name: string) => c.req.header(name)
      : (name: string) => {
          const value = headers[name]
          return Array.isArray(value) ? value.join(", ") : value
        }
  return {
    c,
    header,
    bodySeconds,
    stepAside,
    requestId: traceId ?? traceParentIn(header("traceparent"))?.traceId ?? newTraceId()
  }
}

const languages = new Map<string, Language>()

const preferred = (header: string): Language => {
  const wishes = header
    .split(",")
    .map((wish) => {
      const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";")
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((q) => q !== undefined)
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wishes.find(({ language }) => language === "th" || language === "en")?.language === "en" ? "en" : "th"
}

/** The language that the caller prefers of the two; Thai unless English is asked for. */
export const languageOf = (call: Pick<Call, "header">): Language => {
  const header = call.header("accept-language")
  if (header === undefined) return "th"
  const known = languages.get(header)
  if (known !== undefined) return known
  const language = preferred(header.slice(0, 200))
  if (languages.size < 500) languages.set(header, language)
  return language
}

/** The address of the other side, or what the proxy in front says it is. */
export const addressOf = (call: Call, trustProxy: boolean): string => {
  const forwarded = trustProxy ? call.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined
  return forwarded ?? call.c.env?.incoming?.socket.remoteAddress ?? "127.0.0.1"
}
