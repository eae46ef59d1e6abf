import { Readable } from "node:stream"
import { ask } from "@phakhi/domain/engine/Ask"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { View } from "@phakhi/domain/engine/View"
import { defaultTypes, Files } from "@phakhi/store/Files"
import { upload } from "@phakhi/store/Uploads"
import { Effect, Option, Stream } from "effect"
import type { Site } from "../server/Site.ts"
import { answer } from "../wire/Answer.ts"
import { brokenOff } from "../wire/Body.ts"
import type { Call } from "../wire/Call.ts"
import { dataHeaders } from "../wire/Headers.ts"
import { parametersOf } from "../wire/Query.ts"

type Shown = { readonly [field: string]: unknown }

/** A client that sends nothing for so long is not waited for. */
const silence = "15 seconds"

const content = (call: Call): Stream.Stream<Uint8Array, ReturnType<typeof brokenOff>> => {
  const { incoming } = call.c.env ?? {}
  const body = incoming === undefined ? call.c.req.raw.body : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>)
  if (body === null) return Stream.empty
  return Stream.fromReadableStream({ evaluate: () => body as ReadableStream<Uint8Array>, onError: brokenOff }).pipe(
    Stream.timeoutOrElse({ duration: silence, orElse: () => Stream.fail(brokenOff()) })
  )
}

/** RFC 8187 keeps fewer signs as they are than an address does. */
const escaped = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const disposition = (name: string): string => `attachment; filename*=UTF-8''${escaped(name)}`

/** Evidence: put by content, and read only through a record that shows this caller the file. */
export const mountFiles = ({ app, catalogue, endpoints, fileLimit, uploadLimits }: Site): void => {
  app.put(
    "/v1/files",
    endpoints.known("files.put", ({ call, caller }) =>
      Effect.gen(function* () {
        if (caller === null) return yield* Effect.fail(refusal("NotSignedIn", { operation: "files.put" }))
        if (Number(call.header("content-length") ?? 0) > fileLimit)
          return yield* Effect.fail(refusal("BodyTooLarge", { limit: fileLimit }))
        const stored = yield* call.stepAside(upload(content(call), caller.actor, uploadLimits)).pipe(
          Effect.catchTags({
            FileTooLarge: ({ limit }) => Effect.fail(refusal("BodyTooLarge", { limit })),
            FileTypeRefused: ({ type }) =>
              Effect.fail(refusal("FileTypeRefused", { type, accepted: [...defaultTypes] })),
            FilesFailed: Effect.die,
            SqlError: Effect.die
          })
        )
        return answer(stored, call, {}, 201)
      })
    )
  )
  for (const { type } of catalogue.readers) {
    const { files: filesOf } = type
    if (filesOf === undefined) continue
    app.get(
      `/v1/${type.plural}/:id/files/:digest`,
      endpoints.known(`${type.plural}.get`, ({ call, caller }) =>
        Effect.gen(function* () {
          const id = call.c.req.param("id") ?? ""
          const digest = call.c.req.param("digest") ?? ""
          const view = (yield* ask(catalogue, {
            operation: `${type.plural}.get`,
            id,
            input: {},
            actor: caller?.actor ?? null
          })) as View
          const missing = Effect.fail(refusal("RecordNotFound", { record: "file", id: digest }))
          // One content can be attached under two names: whoever says which one gets it.
          const name = parametersOf(call.c.req.url).get("name")
          const named = filesOf(view.data as Shown).find(
            (file) => file.digest === digest && (name === null || file.name === name)
          )
          if (named === undefined) return yield* missing
          const files = yield* Files
          const file = yield* files.get(digest).pipe(
            Effect.catchTags({
              FileDamaged: () => Effect.fail(refusal("FileDamaged", { name: named.name })),
              FilesFailed: ({ reason }) => Effect.die(new Error(reason))
            })
          )
          if (Option.isNone(file)) return yield* missing
          return new Response(Stream.toReadableStream(file.value.content), {
            headers: {
              ...dataHeaders,
              "content-type": defaultTypes.includes(named.type) ? named.type : "application/octet-stream",
              "content-length": String(file.value.size),
              "content-disposition": disposition(named.name),
              "x-request-id": call.requestId
            }
          })
        })
      )
    )
  }
}
