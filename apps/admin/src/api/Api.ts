import type { Command, Operation } from "@phakhi/domain/kernel/Operation"
import type { Facts, RefusalKind } from "@phakhi/domain/kernel/Refusal"
import type { View } from "@phakhi/domain/operations/View"

/** A refusal as it comes over the wire (RFC 9457), carrying the domain's words in both languages. */
export interface Problem {
  readonly status: number
  readonly tag: string
  readonly kind: RefusalKind | "unexpected"
  readonly rule: string
  readonly facts: Facts
  readonly th: string
  readonly en: string
  readonly errors: ReadonlyArray<{ readonly pointer: string; readonly detail: string }>
  readonly requestId?: string
}

export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.en)
    this.name = "Refused"
    this.problem = problem
  }
}

/** Nothing came back: whether it was carried out is unknown, and the same key may be sent again. */
export class Unreachable extends Error {
  override readonly name = "Unreachable"
}

interface WireProblem {
  readonly code?: string
  readonly kind?: RefusalKind
  readonly rule?: string | { readonly id?: string }
  readonly facts?: Facts
  readonly th?: string
  readonly en?: string
  readonly title?: string
  readonly detail?: string
  readonly errors?: Problem["errors"]
  readonly requestId?: string
}

const problemFrom = (status: number, wire: WireProblem): Problem => {
  const said = wire.detail ?? wire.title ?? `HTTP ${status}`
  return {
    status,
    tag: wire.code ?? "Unexpected",
    kind: wire.kind ?? "unexpected",
    rule: typeof wire.rule === "string" ? wire.rule : (wire.rule?.id ?? ""),
    facts: wire.facts ?? {},
    th: wire.th ?? said,
    en: wire.en ?? said,
    errors: wire.errors ?? [],
    ...(wire.requestId === undefined ? {} : { requestId: wire.requestId })
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

export const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const response = await fetch(path, { credentials: "same-origin", cache: "no-store", ...init }).catch(
    (cause: unknown) => {
      throw new Unreachable(path, { cause })
    }
  )
  if (response.ok) return response
  const body: unknown = await response.json().catch(() => undefined)
  throw new Refused(problemFrom(response.status, isObject(body) ? body : {}))
}

export const getJson = async <A>(path: string, signal?: AbortSignal): Promise<A> =>
  (await (await send(path, signal === undefined ? {} : { signal })).json()) as A

export const postJson = async <A>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<A> => {
  const response = await send(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body)
  })
  return (response.status === 204 ? undefined : await response.json()) as A
}

export interface Performed {
  readonly path: string
  readonly operation: Command
  readonly input: unknown
  /** The version that the person saw. */
  readonly seen?: number
  readonly key: string
}

/** Sends one command; answers with the record as it is afterwards. */
export const perform = ({ input, key, operation, path, seen }: Performed): Promise<View> =>
  postJson<View>(path, input, {
    "idempotency-key": key,
    ...(seen === undefined || operation.target === "new" ? {} : { "if-match": `"${seen}"` })
  })

export const queryString = (parameters: { readonly [name: string]: string | number | boolean | undefined }): string => {
  const search = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [[name, String(value)]]
    )
  ).toString()
  return search === "" ? "" : `?${search}`
}

export type { Operation, View }
