import { wordingOf } from "@phakhi/domain/catalogue"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { Identity, layer, type Refused } from "@phakhi/identity/Identity"
import { type IdentityRefusal, identityWording, isIdentityTag } from "@phakhi/identity/Refusals"
import type { Refused as Unmanaged } from "@phakhi/outbound/Managing"
import { isOutboundTag, type OutboundRefusal, outboundWording } from "@phakhi/outbound/Refusals"
import { Effect, Layer } from "effect"
import { type Failure, refused } from "./Failure.ts"
import { cookieOf, type Login } from "./People.ts"

const wordsOf = (reason: Refused | Unmanaged) => {
  if (isIdentityTag(reason._tag)) return identityWording(reason as IdentityRefusal)
  return isOutboundTag(reason._tag) ? outboundWording(reason as OutboundRefusal) : wordingOf(reason as Refusal)
}

export const wording = (reason: Refused | Unmanaged): Failure =>
  refused({
    tag: reason._tag,
    kind: reason.kind,
    rule: reason.rule,
    facts: reason.facts,
    ...wordsOf(reason),
    ...(reason.field === undefined ? {} : { field: reason.field })
  })

/** The address that sign-in believes to serve where nothing else is said; nothing is sent to it. */
export const nowhere = "http://localhost:4000"

/** Who sits at the machine itself. */
const origin = { address: "127.0.0.1", userAgent: "phakhi", cookie: "" }

const signIn = Effect.fnUntraced(function* (identity: Identity["Service"], { code, email, password }: Login) {
  const { cookies } = yield* identity.passwords.signIn(email, password, origin, code)
  const cookie = cookieOf(cookies)
  const credentials = identity.credentials(cookie, undefined)
  const found =
    credentials === null || credentials === "unreadable"
      ? null
      : yield* Effect.mapError(identity.lookUp(credentials), () => refusal("StoreBusy", { seconds: 1 }))
  if (found === null) return yield* Effect.fail(refusal("NotSignedIn", { operation: "keys.create" }))
  return { cookie, actor: found.caller.actor }
})

/** Does something with a session that ends with it. */
export const inPerson = <A, E, R>(
  identity: Identity["Service"],
  by: Login,
  use: (actor: AccountHolder) => Effect.Effect<A, E, R>
) =>
  Effect.flatMap(signIn(identity, by), ({ actor, cookie }) =>
    Effect.ensuring(use(actor), Effect.ignore(identity.passwords.signOut({ ...origin, cookie })))
  )

/** The same in a store that is open already. */
export const actInPerson = <A, R>(by: Login, use: (actor: AccountHolder) => Effect.Effect<A, Refusal, R>) =>
  Effect.flatMap(Identity, (identity) => Effect.mapError(inPerson(identity, by, use), wording)).pipe(
    Effect.provide(Layer.orDie(layer({ url: nowhere, atTheMachine: true })))
  )
