import { type Client, makeClient, type Problem } from "@phakhi/client"
import { problemOf } from "@phakhi/domain/catalogue"
import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { type Carried, type Outline, outlineOf, runLines } from "@phakhi/domain/replay/Replay"
import type { ReplayStopped, Text } from "@phakhi/domain/replay/ReplayFile"
import { Effect, Result } from "effect"
import type { Channel, Run } from "./Channel.ts"
import type { Failure } from "./Failure.ts"
import type { Settings } from "./Io.ts"
import { answered, inPerson } from "./Visit.ts"

export const clientOf = ({ key, language }: Settings, url: string, catalogue?: Catalogue): Client =>
  makeClient({
    baseUrl: url,
    ...(catalogue === undefined ? {} : { catalogue }),
    fetch: (to, init) => fetch(to, init),
    headers: {
      "accept-language": language,
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` })
    }
  })

const isRefusal = (reason: Refusal | Problem): reason is Refusal => "_tag" in reason

const stoppedAt = ({ id, line, operation, refusal: reason }: ReplayStopped<Refusal | Problem>): Failure => ({
  _tag: "Refused",
  problem: isRefusal(reason) ? problemOf(reason) : reason,
  line: { line, id, operation }
})

const whole = async (text: Text): Promise<string> => {
  let content = ""
  for await (const piece of typeof text === "string" ? [text] : text) content += piece
  return content
}

/** Who acted and when is for the server to allow: it takes the file as a whole. */
const replayed = (client: Client, text: Text, dryRun: boolean) =>
  Effect.promise(async () =>
    client.send("POST", `/v1/replay${dryRun ? "?dryRun=true" : ""}`, {
      content: await whole(text),
      type: "application/x-ndjson"
    })
  ).pipe(
    Effect.flatMap(Effect.fromResult),
    Effect.map((answer) => answer as { readonly done: number }),
    Effect.mapError(
      (problem): Failure => ({
        _tag: "Refused",
        problem,
        ...(problem.stopped === undefined ? {} : { line: problem.stopped })
      })
    )
  )

const oneByOne = (client: Client, text: Text, outline: Outline, onProgress: Run["onProgress"]) =>
  runLines(
    text,
    outline,
    ({ operation, ...request }) =>
      Effect.flatMap(
        Effect.promise(() => client.perform(operation, request)),
        (answer) =>
          Effect.fromResult(
            Result.map(
              answer,
              ({ data, id, record, version }): Carried => ({ data, id, record, version, again: false })
            )
          )
      ),
    onProgress === undefined ? {} : { onProgress }
  ).pipe(Effect.mapError(stoppedAt))

/** The operations carried out by a server. */
export const open = (settings: Settings, url: string, catalogue: Catalogue): Channel => {
  const client = clientOf(settings, url, catalogue)
  return {
    perform: ({ by, operation, ...request }) =>
      by === undefined
        ? answered(() => client.perform(operation, request))
        : inPerson({ settings, url, catalogue }, by, (visit) => answered(() => visit.perform(operation, request))),
    ask: ({ operation, ...request }) => answered(() => client.ask(operation, request)),
    putFile: (content) =>
      Effect.map(
        answered(() => client.send("PUT", "/v1/files", { content: content.slice(), type: "application/octet-stream" })),
        (stored) => (stored as { readonly digest: string }).digest
      ),
    run: ({ dryRun, onProgress, onRead, text }) =>
      Effect.gen(function* () {
        const outline = yield* Effect.mapError(outlineOf(text, onRead === undefined ? {} : { onRead }), stoppedAt)
        return yield* dryRun || outline.acting !== undefined
          ? replayed(client, text, dryRun)
          : oneByOne(client, text, outline, onProgress)
      })
  }
}
