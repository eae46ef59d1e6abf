import { type Client, makeClient } from "@phakhi/client"
import { actOf } from "@phakhi/outbound/Acts"
import { Effect } from "effect"
import type { Failure } from "./Failure.ts"
import type { Settings } from "./Io.ts"
import { addressOf, type Outgoing } from "./Outgoing.ts"
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

const send = <A>(to: Client, method: string, path: string, json?: object) =>
  Effect.map(
    answered(() => to.send(method, path, json === undefined ? undefined : { json })),
    (answer) => answer as A
  )

/** Does something with a session that ends with it. */
const inPerson = <A>(
  settings: Settings,
  url: string,
  by: { readonly email: string; readonly password: string },
  use: (visit: Client) => Effect.Effect<A, Failure>
) =>
  Effect.suspend(() => {
    const visit = visiting(settings, url)
    return Effect.gen(function* () {
      yield* send(visit, "POST", "/api/auth/sign-in/email", by)
      return yield* Effect.ensuring(use(visit), Effect.ignore(send(visit, "POST", "/api/auth/sign-out", {})))
    })
  })

/** Keys and invitations at a server. */
export const people = (settings: Settings, url: string): People => {
  const client = clientOf(settings, url)
  return {
    createKey: (email, password, input) =>
      inPerson(settings, url, { email, password }, (visit) => send<object>(visit, "POST", "/v1/keys", input)),
    listKeys: send(client, "GET", "/v1/keys"),
    revokeKey: (id) => Effect.asVoid(send(client, "DELETE", `/v1/keys/${encodeURIComponent(id)}`)),
    makeInvitation: (by, account) =>
      "operator" in by
        ? Effect.die(new Error("a server is not asked as an operator"))
        : inPerson(settings, url, by, (visit) =>
            send<object>(visit, "POST", `/v1/accounts/${encodeURIComponent(account)}/invitation`)
          ),
    acceptInvitation: (token, password) => send(client, "POST", "/api/invitations/accept", { token, password })
  }
}

/** What leaves the agency, at a server. */
export const outgoing =
  (settings: Settings, url: string): Outgoing =>
  (name, asked) => {
    const { body, method } = actOf(name)
    const act = (to: Client) =>
      send<object>(to, method.toUpperCase(), addressOf(name, asked), body === undefined ? undefined : asked.input)
    return asked.by === undefined ? act(clientOf(settings, url)) : inPerson(settings, url, asked.by, act)
  }
