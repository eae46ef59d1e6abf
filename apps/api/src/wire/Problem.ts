import { isRefusalTag, wordingOf } from "@phakhi/domain/catalogue"
import { faultsOf } from "@phakhi/domain/engine/Faults"
import type { Language } from "@phakhi/domain/kernel/LocalizedText"
import {
  type Refusal as AnyRefusal,
  kinds,
  type Refusal,
  type RefusalKind,
  type Wording
} from "@phakhi/domain/kernel/Refusal"
import { type IdentityRefusal, identityStatus, identityWording, isIdentityTag } from "@phakhi/identity/Refusals"
import { isOutboundTag, type OutboundRefusal, outboundWording } from "@phakhi/outbound/Refusals"
import { type Asking, languageOf } from "./Call.ts"
import { problemHeaders } from "./Headers.ts"

export type Refused = Refusal | IdentityRefusal | OutboundRefusal

/** The short title of a problem, by kind; the detail says the rest. */
export const titles: Record<RefusalKind, Wording> = {
  malformed: { th: "ข้อมูลไม่ถูกต้อง", en: "The input is not right" },
  oversize: { th: "ข้อมูลใหญ่เกินไป", en: "The input is too large" },
  unauthenticated: { th: "ยังไม่ได้ลงชื่อเข้าใช้", en: "Not signed in" },
  forbidden: { th: "ไม่มีสิทธิ", en: "Not permitted" },
  missing: { th: "ไม่พบ", en: "Not found" },
  unseen: { th: "ต้องระบุรุ่นที่เห็น", en: "The version seen is missing" },
  stale: { th: "รายการถูกแก้ไขแล้ว", en: "The record has changed" },
  conflict: { th: "ขัดกับสิ่งที่มีอยู่", en: "It conflicts with what is there" },
  rule: { th: "กฎไม่อนุญาต", en: "A rule refuses it" },
  busy: { th: "ระบบไม่ว่าง", en: "Busy" },
  full: { th: "ดิสก์เต็ม", en: "The disk is full" }
}

export const wording = (refused: Refused): Wording =>
  isIdentityTag(refused._tag)
    ? identityWording(refused as IdentityRefusal)
    : isOutboundTag(refused._tag)
      ? outboundWording(refused as OutboundRefusal)
      : wordingOf(refused as Refusal)

export const statusOf = (refused: AnyRefusal): number =>
  (isIdentityTag(refused._tag) ? identityStatus(refused._tag) : undefined) ?? kinds[refused.kind].status

export const isRefused = (error: unknown): error is Refused =>
  typeof error === "object" &&
  error !== null &&
  "_tag" in error &&
  typeof error._tag === "string" &&
  (isRefusalTag(error._tag) || isIdentityTag(error._tag) || isOutboundTag(error._tag)) &&
  "kind" in error

/** A refusal as RFC 9457 writes it, in the caller's language, with the words of both. */
export const problemBody = (refused: Refused, language: Language, requestId: string) => {
  const words = wording(refused)
  const detail = words[language]
  const { facts, field } = refused
  const told = { tag: refused._tag, facts, ...words, ...(field === undefined ? {} : { field }) }
  const errors = faultsOf(told).map((fault) => ({ pointer: fault.pointer, detail: fault[language] }))
  return {
    type: `/problems/${refused._tag}`,
    title: titles[refused.kind][language],
    status: statusOf(refused),
    detail,
    code: refused._tag,
    kind: refused.kind,
    rule: { id: refused.rule, href: `/v1/rules/${encodeURIComponent(refused.rule)}` },
    facts,
    th: words.th,
    en: words.en,
    ...(errors.length === 0 ? {} : { errors }),
    requestId
  }
}

const retryAfter = (refused: Refused): { readonly "retry-after"?: string } =>
  refused.kind === "busy" || refused._tag === "KeyInFlight"
    ? { "retry-after": String((refused.facts as { readonly seconds?: number }).seconds ?? 1) }
    : {}

interface Answered {
  /** In place of what the kind of the refusal stands for. */
  readonly status?: number
  readonly headers?: Record<string, string>
}

export const problemResponse = (refused: Refused, call: Asking, { headers, status }: Answered = {}): Response => {
  const language = languageOf(call)
  const told = problemBody(refused, language, call.requestId)
  const body = status === undefined ? told : { ...told, status }
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      ...problemHeaders,
      "content-language": language,
      "x-request-id": call.requestId,
      ...(body.status === 401 ? { "www-authenticate": 'Bearer realm="phakhi"' } : {}),
      ...retryAfter(refused),
      ...headers
    }
  })
}

/** There is no room left where the data is: nothing of the request was kept. */
export const fullResponse = (call: Asking): Response => {
  const language = languageOf(call)
  const words = {
    th: "ดิสก์ของเครื่องแม่ข่ายเต็ม ไม่มีการบันทึกใด ๆ แจ้งผู้ดูแลเครื่องแม่ข่ายให้เพิ่มที่ว่าง แล้วส่งใหม่ ข้อมูลที่บันทึกแล้วยังอยู่",
    en: "The server's disk is full, and nothing was stored. Tell whoever runs the server to make room, then send it again. What was stored before is still there."
  }
  const { status } = kinds.full
  const body = {
    type: "/problems/StoreFull",
    title: titles.full[language],
    status,
    detail: words[language],
    code: "StoreFull",
    kind: "full",
    facts: {},
    ...words,
    requestId: call.requestId
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...problemHeaders, "content-language": language, "x-request-id": call.requestId }
  })
}

/** What nobody foresaw: said without a word of the inside, and found in the log by its request id. */
export const defectResponse = (call: Asking): Response => {
  const language = languageOf(call)
  const words = {
    th: `เกิดข้อผิดพลาดภายในระบบ แจ้งหมายเลข ${call.requestId} แก่ผู้ดูแลระบบ`,
    en: `Something went wrong inside. Give the number ${call.requestId} to your administrator.`
  }
  const body = {
    type: "about:blank",
    title: language === "th" ? "ข้อผิดพลาดภายใน" : "Internal error",
    status: 500,
    detail: words[language],
    ...words,
    requestId: call.requestId
  }
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { ...problemHeaders, "x-request-id": call.requestId }
  })
}
