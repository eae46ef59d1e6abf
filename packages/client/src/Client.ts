import { catalogue as everything, problemOf, recordTypes } from "@phakhi/domain/catalogue"
import { type Catalogue, offeredIn } from "@phakhi/domain/engine/Catalogue"
import type { Operation } from "@phakhi/domain/engine/Operation"
import { refusal } from "@phakhi/domain/engine/refusals"
import { routeOf } from "@phakhi/domain/rendering/Route"
import { Result } from "effect"
import type { Commands, Queries, View } from "./Operations.ts"
import { type Problem, readProblem, unreachable } from "./Problem.ts"

export type { Commands, HistoryInput, ListInput, Queries, View } from "./Operations.ts"
export type { Problem } from "./Problem.ts"

type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Options {
  /** Where the API answers: `https://phakhi.example.go.th`, or empty for the page's own origin. */
  readonly baseUrl: string
  readonly fetch: Fetch
  /** Sent with every request; an `Authorization` header for API keys. */
  readonly headers?: { readonly [name: string]: string }
  readonly credentials?: RequestCredentials
  /** What there is to be sent, where it is not all that there is. */
  readonly catalogue?: Catalogue
}

export type Answer<A> = Promise<Result.Result<A, Problem>>

interface Performed<Input> {
  /** The record aimed at; absent where the command makes one. */
  readonly id?: string
  readonly input: Input
  /** The version seen; `latest` asks for it first. Absent: the command is one that needs none. */
  readonly seen?: number | "latest"
  /** Makes the command happen at most once. */
  readonly key?: string
  readonly signal?: AbortSignal
}

interface Asked<Input> {
  readonly id?: string
  readonly input?: Input
  readonly signal?: AbortSignal
}

/** What is sent along: a value as JSON, or content of another type as it is. */
export type Body =
  | { readonly json: unknown }
  | { readonly content: string | Uint8Array<ArrayBuffer> | Blob; readonly type: string }

export interface Client {
  readonly perform: {
    <Name extends keyof Commands>(
      name: Name,
      request: Performed<Commands[Name]["input"]>
    ): Answer<Commands[Name]["output"]>
    (name: string, request: Performed<unknown>): Answer<View>
  }
  readonly ask: {
    <Name extends keyof Queries>(name: Name, request: Asked<Queries[Name]["input"]>): Answer<Queries[Name]["output"]>
    (name: string, request: Asked<unknown>): Answer<unknown>
  }
  /** Anything else below the API's address that answers with JSON or a problem. */
  readonly send: (method: string, path: string, body?: Body, signal?: AbortSignal) => Answer<unknown>
}

/** How often a command on the latest version is sent again when somebody else was quicker. */
const attempts = 5

const queryOf = (input: unknown): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(input ?? {})) {
    if (value !== undefined) params.set(name, Array.isArray(value) ? value.join(",") : String(value))
  }
  const text = params.toString()
  return text === "" ? "" : `?${text}`
}

const unknownOperation = (name: string): Problem => problemOf(refusal("OperationUnknown", { operation: name }))

/** A client of the API, from the operations alone: a new operation needs no line here. */
export const makeClient = ({ baseUrl, catalogue = everything, credentials, fetch, headers = {} }: Options): Client => {
  const byName = new Map<string, Operation>(offeredIn(catalogue).map((operation) => [operation.name, operation]))
  const base = baseUrl.replace(/\/+$/u, "")

  const request = async (path: string, init: RequestInit): Answer<unknown> => {
    let response: Response
    try {
      response = await fetch(`${base}${path}`, {
        ...init,
        ...(credentials === undefined ? {} : { credentials }),
        headers: { accept: "application/json", ...headers, ...init.headers }
      })
    } catch (cause) {
      if (init.signal?.aborted === true) throw cause
      return Result.fail(unreachable(base === "" ? path : base, reasonOf(cause)))
    }
    const text = await response.text().catch(() => "")
    const body = parsed(text)
    return response.ok && body !== undefined
      ? Result.succeed(body)
      : Result.fail(readProblem(base === "" ? path : base, response.status, body))
  }

  const send: Client["send"] = (method, path, body, signal) =>
    request(path, {
      method,
      ...(signal === undefined ? {} : { signal }),
      ...(body === undefined
        ? {}
        : "json" in body
          ? { body: JSON.stringify(body.json), headers: { "content-type": "application/json" } }
          : { body: body.content, headers: { "content-type": body.type } })
    })

  const versionOf = async (operation: Operation, id: string, signal: AbortSignal | undefined): Answer<number> => {
    const plural = recordTypes.find(({ name }) => name === operation.record)?.plural ?? operation.record
    const view = await send("GET", `/v1/${plural}/${encodeURIComponent(id)}`, undefined, signal)
    return Result.map(view, (found) => (found as View).version)
  }

  const perform = async (name: string, { id, input, key, seen, signal }: Performed<unknown>): Answer<View> => {
    const operation = byName.get(name)
    if (operation === undefined) return Result.fail(unknownOperation(name))
    const { method, path } = routeOf(operation)
    const post = (version: number | undefined) =>
      request(path.replace("{id}", encodeURIComponent(id ?? "")), {
        method,
        body: JSON.stringify(input ?? {}),
        ...(signal === undefined ? {} : { signal }),
        headers: {
          "content-type": "application/json",
          ...(version === undefined ? {} : { "if-match": `"${version}"` }),
          ...(key === undefined ? {} : { "idempotency-key": key })
        }
      }) as Answer<View>
    const creates = operation.type === "command" && operation.target === "new"
    if (seen !== "latest" || creates || id === undefined) return post(seen === "latest" ? undefined : seen)
    for (let attempt = 1; ; attempt++) {
      const version = await versionOf(operation, id, signal)
      if (Result.isFailure(version)) return Result.fail(version.failure)
      const answer = await post(version.success)
      if (Result.isSuccess(answer) || answer.failure.kind !== "stale" || attempt === attempts) return answer
    }
  }

  const ask = (name: string, { id, input = {}, signal }: Asked<unknown>): Answer<unknown> => {
    const operation = byName.get(name)
    if (operation === undefined) return Promise.resolve(Result.fail(unknownOperation(name)))
    const { method, path } = routeOf(operation)
    if (method === "POST") return send("POST", path, { json: input }, signal)
    // A pure question about one thing names it in its input; over HTTP it stands in the path.
    const { id: asked, ...rest } = input as { readonly id?: string }
    const about = path.includes("{id}") ? (id ?? asked ?? "") : undefined
    const query = queryOf(about === undefined ? input : rest)
    return send("GET", `${path.replace("{id}", encodeURIComponent(about ?? ""))}${query}`, undefined, signal)
  }

  return { perform, ask, send } as Client
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const reasonOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause)
  const inner = cause.cause
  return inner instanceof Error && inner.message !== "" ? inner.message : cause.message
}
