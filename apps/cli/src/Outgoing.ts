import { type ActName, actOf } from "@phakhi/outbound/Acts"
import type { Effect } from "effect"
import type { Failure } from "./Failure.ts"

export interface Asked {
  /** Of the endpoint, the delivery or the message. */
  readonly id?: string
  readonly input?: { readonly [name: string]: unknown }
  /** Who does in person what no key may do. */
  readonly by?: { readonly email: string; readonly password: string }
}

/** What leaves the agency, looked after where its endpoints are kept. */
export type Outgoing = (name: ActName, asked: Asked) => Effect.Effect<object, Failure>

/** Where a server does an act: what is asked for stands in the address. */
export const addressOf = (name: ActName, { id = "", input = {} }: Asked): string => {
  const { path, query } = actOf(name)
  const asked = Object.entries(query === undefined ? {} : input).map(([key, value]) => [key, String(value)])
  const search = new URLSearchParams(asked).toString()
  return `${path.replace("{id}", encodeURIComponent(id))}${search === "" ? "" : `?${search}`}`
}
