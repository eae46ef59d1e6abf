import type { View } from "@phakhi/domain/operations/View"
import type { Call } from "./Call.ts"
import { dataHeaders } from "./Headers.ts"

const written = new WeakMap<object, string>()

/**
 * A record that is kept in memory keeps its state as one value, and what may be done with it as another: each is
 * written out once.
 */
const writtenOnce = (value: unknown): string => {
  if (value === null || typeof value !== "object") return JSON.stringify(value)
  const known = written.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  written.set(value, text)
  return text
}

const respond = (text: string, call: Call, more: Record<string, string>, status: number): Response =>
  new Response(text, { status, headers: { ...dataHeaders, "x-request-id": call.requestId, ...more } })

export const answer = (body: unknown, call: Call, more: Record<string, string> = {}, status = 200): Response =>
  respond(JSON.stringify(body), call, more, status)

/** A record with its version as entity tag. */
export const answerView = (
  { actions, data, id, record, version }: View,
  call: Call,
  more: Record<string, string> = {},
  status = 200
): Response =>
  respond(
    `{"record":${JSON.stringify(record)},"id":"${id}","version":${version},"data":${writtenOnce(data)},"actions":${writtenOnce(actions)}}`,
    call,
    { etag: `"${version}"`, ...more },
    status
  )
