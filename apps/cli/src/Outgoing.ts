import { type ActName, actOf } from "@phakhi/outbound/Acts"
import { Effect } from "effect"
import type { Failure } from "./Failure.ts"
import type { Session } from "./Session.ts"

export interface Asked {
  /** Of the endpoint, the delivery or the message. */
  readonly id?: string
  readonly input?: { readonly [name: string]: unknown }
  /** Who does in person what no key may do. */
  readonly by?: { readonly email: string; readonly password: string }
}

/** What leaves the agency, looked after where its endpoints are kept. */
export type Outgoing = (name: ActName, asked: Asked) => Effect.Effect<object, Failure>

export const outgoingOf = (session: Session): Effect.Effect<Outgoing> => {
  const { settings } = session
  const { url } = settings
  return url === undefined
    ? Effect.map(
        Effect.promise(() => import("./Identities.ts")),
        ({ outgoing }) => outgoing(session)
      )
    : Effect.map(
        Effect.promise(() => import("./RemotePeople.ts")),
        ({ outgoing }) => outgoing(settings, url)
      )
}

/** Where a server does an act: what is asked for stands in the address. */
export const addressOf = (name: ActName, { id = "", input = {} }: Asked): string => {
  const { path, query } = actOf(name)
  const asked = Object.entries(query === undefined ? {} : input).map(([key, value]) => [key, String(value)])
  const search = new URLSearchParams(asked).toString()
  return `${path.replace("{id}", encodeURIComponent(id))}${search === "" ? "" : `?${search}`}`
}
