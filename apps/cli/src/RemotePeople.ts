import { makeClient } from "@phakhi/client"
import { Effect } from "effect"
import type { Settings } from "./Io.ts"
import { cookieOf, type People } from "./People.ts"
import { answered, clientOf } from "./Remote.ts"

/** A client that keeps the cookies it is given, as a browser would, until the command ends. */
const visiting = ({ language }: Settings, url: string) => {
  let cookie = ""
  return makeClient({
    baseUrl: url,
    headers: { "accept-language": language },
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

/** Keys and invitations at a server. */
export const people = (settings: Settings, url: string): People => {
  const client = clientOf(settings, url)
  const send = <A>(to: typeof client, method: string, path: string, json?: object) =>
    Effect.map(
      answered(() => to.send(method, path, json === undefined ? undefined : { json })),
      (answer) => answer as A
    )
  return {
    createKey: (email, password, input) =>
      Effect.suspend(() => {
        const visit = visiting(settings, url)
        return Effect.gen(function* () {
          yield* send(visit, "POST", "/api/auth/sign-in/email", { email, password })
          const key = yield* send<object>(visit, "POST", "/v1/keys", input)
          yield* send(visit, "POST", "/api/auth/sign-out", {})
          return key
        })
      }),
    listKeys: send(client, "GET", "/v1/keys"),
    revokeKey: (id) => Effect.asVoid(send(client, "DELETE", `/v1/keys/${encodeURIComponent(id)}`)),
    makeInvitation: (account) => send(client, "POST", `/v1/accounts/${encodeURIComponent(account)}/invitation`),
    acceptInvitation: (token, password) => send(client, "POST", "/api/invitations/accept", { token, password })
  }
}
