import { type Answer, type Body, makeClient, type Problem } from "@phakhi/client"
import type { View } from "@phakhi/domain/engine/View"
import { Result } from "effect"

/** Refused by the other side, in the domain's words. */
export class Refused extends Error {
  override readonly name = "Refused"
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.en)
    this.problem = problem
  }
}

/** Nothing came back: whether it was carried out is unknown, and the same key may be sent again. */
export class Unreachable extends Error {
  override readonly name = "Unreachable"
}

/** The API of the page's own origin, with the cookie of whoever is signed in. */
export const client = makeClient({
  baseUrl: "",
  credentials: "same-origin",
  fetch: (url, init) => fetch(url, { cache: "no-store", ...init })
})

/** An answer as the queries of the screens want it: the value, or thrown. */
export const orThrow = async <A>(answer: Answer<A>): Promise<A> => {
  const result = await answer
  if (Result.isSuccess(result)) return result.success
  const problem = result.failure
  throw problem.kind === "unreachable" && problem.status === undefined
    ? new Unreachable(problem.en)
    : new Refused(problem)
}

export const send = async <A>(method: string, path: string, body?: Body, signal?: AbortSignal): Promise<A> =>
  (await orThrow(client.send(method, path, body, signal))) as A

export const getJson = <A>(path: string, signal?: AbortSignal): Promise<A> => send<A>("GET", path, undefined, signal)

export const postJson = <A>(path: string, json: unknown): Promise<A> => send<A>("POST", path, { json })

export const queryString = (parameters: { readonly [name: string]: string | number | boolean | undefined }): string => {
  const search = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [[name, String(value)]]
    )
  ).toString()
  return search === "" ? "" : `?${search}`
}

export type { Problem, View }
