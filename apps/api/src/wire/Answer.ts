import type { View } from "@phakhi/domain/engine/View"
import type { Call } from "./Call.ts"
import { dataHeaders, emptyHeaders } from "./Headers.ts"

const encoder = new TextEncoder()

export const bodyOf = ({ actions, data, id, record, version }: View): Uint8Array<ArrayBuffer> =>
  encoder.encode(JSON.stringify({ record, id, version, data, actions })) as Uint8Array<ArrayBuffer>

const respond = (
  body: string | Uint8Array<ArrayBuffer>,
  call: Call,
  more: Record<string, string>,
  status: number
): Response => new Response(body, { status, headers: { ...dataHeaders, "x-request-id": call.requestId, ...more } })

export const answer = (body: unknown, call: Call, more: Record<string, string> = {}, status = 200): Response =>
  respond(JSON.stringify(body), call, more, status)

/** A record with its version as entity tag. */
export const answerView = (
  { version }: Pick<View, "version">,
  body: Uint8Array<ArrayBuffer>,
  call: Call,
  more: Record<string, string> = {},
  status = 200
): Response => respond(body, call, { etag: `"${version}"`, ...more }, status)

/** Which version the record has now, without a body. */
export const answerBriefly = (
  { version }: Pick<View, "version">,
  call: Call,
  more: Record<string, string>,
  status: number
): Response =>
  new Response(null, {
    status,
    headers: {
      ...emptyHeaders,
      "x-request-id": call.requestId,
      etag: `"${version}"`,
      "preference-applied": "return=minimal",
      ...more
    }
  })
