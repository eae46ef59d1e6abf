import { type Client, makeClient, type Problem } from "@phakhi/client"
import type { Catalogue } from "@phakhi/domain/engine/Catalogue"
import { Effect, type Result } from "effect"
import { type Failure, refused } from "./Failure.ts"
import type { Settings } from "./Io.ts"
import { cookieOf, type Login } from "./People.ts"

/** Waits for an answer of the client; what was refused there is a failure here. */
export const answered = <A>(send: () => Promise<Result.Result<A, Problem>>): Effect.Effect<A, Failure> =>
  Effect.flatMap(Effect.promise(send), (answer) => Effect.mapError(Effect.fromResult(answer), refused))

interface Server {
  readonly settings: Settings
  readonly url: string
  readonly catalogue?: Catalogue
}

/** A client that keeps the cookies it is given, as a browser would, until the command ends. */
const visiting = ({ catalogue, settings: { language }, url }: Server) => {
  let cookie = ""
  return makeClient({
    baseUrl: url,
    ...(catalogue === undefined ? {} : { catalogue }),
    headers: { "accept-language": language, "user-agent": "phakhi" },
    fetch: async (to, init) => {
      const headers = new Headers(init.headers)
      if (cookie !== "") headers.set("cookie", cookie)
      const response = await fetch(to, { ...init, headers })
      const set = response.headers.getSetCookie()
      if (set.length > 0) cookie = cookieOf(set)
      return response
    }
  })
}

export const send = <A>(to: Client, method: string, path: string, json?: object) =>
  Effect.map(
    answered(() => to.send(method, path, json === undefined ? undefined : { json })),
    (answer) => answer as A
  )

/** Does something with a session that ends with it. */
export const inPerson = <A>(server: Server, by: Login, use: (visit: Client) => Effect.Effect<A, Failure>) =>
  Effect.suspend(() => {
    const visit = visiting(server)
    return Effect.gen(function* () {
      yield* send(visit, "POST", "/api/auth/sign-in/email", by)
      return yield* Effect.ensuring(use(visit), Effect.ignore(send(visit, "POST", "/api/auth/sign-out", {})))
    })
  })
