import type { Client } from "@phakhi/client"
import { actOf } from "@phakhi/outbound/Acts"
import { Effect } from "effect"
import type { Settings } from "./Io.ts"
import { addressOf, type Outgoing } from "./Outgoing.ts"
import type { People } from "./People.ts"
import { clientOf } from "./Remote.ts"
import { inPerson, send } from "./Visit.ts"

const ended = <E>(sent: Effect.Effect<{ readonly ended: number }, E>) => Effect.map(sent, (answer) => answer.ended)

/** Keys and invitations at a server. */
export const people = (settings: Settings, url: string): People => {
  const client = clientOf(settings, url)
  return {
    createKey: (by, input) =>
      inPerson({ settings, url }, by, (visit) => send<object>(visit, "POST", "/v1/keys", input)),
    listKeys: send(client, "GET", "/v1/keys"),
    revokeKey: (id) => Effect.asVoid(send(client, "DELETE", `/v1/keys/${encodeURIComponent(id)}`)),
    makeInvitation: (by, account) =>
      "operator" in by
        ? Effect.die(new Error("a server is not asked as an operator"))
        : inPerson({ settings, url }, by, (visit) =>
            send<object>(visit, "POST", `/v1/accounts/${encodeURIComponent(account)}/invitation`)
          ),
    listSessions: send(client, "GET", "/v1/me/sessions"),
    endSession: (id) => ended(send(client, "DELETE", `/v1/me/sessions/${encodeURIComponent(id)}`)),
    endOtherSessions: ended(send(client, "DELETE", "/v1/me/sessions")),
    ownSignIns: send(client, "GET", "/v1/me/sign-ins"),
    signInsOfAgency: (account) =>
      send(client, "GET", account === undefined ? "/v1/sign-ins" : `/v1/sign-ins?${new URLSearchParams({ account })}`),
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
    return asked.by === undefined ? act(clientOf(settings, url)) : inPerson({ settings, url }, asked.by, act)
  }
