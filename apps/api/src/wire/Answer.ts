import type { View } from "@phakhi/domain/operations/View"
import type { Call } from "./Call.ts"
import { dataHeaders } from "./Headers.ts"

const written = new WeakMap<object, string>()

/** A record that is kept in memory keeps its state as one value, so that it is written out once for each version. */
const stateText = (data: unknown): string => {
  if (data === null || typeof data !== "object") return JSON.stringify(data)
  const known = written.get(data)
  if (known !== undefined) return known
  const text = JSON.stringify(data)
  written.set(data, text)
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
    `{"record":${JSON.stringify(record)},"id":"${id}","version":${version},"data":${stateText(data)},"actions":${JSON.stringify(actions)}}`,
    call,
    { etag: `"${version}"`, ...more },
    status
  )
