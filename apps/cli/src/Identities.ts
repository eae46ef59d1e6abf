import { type Refusal, wordingOf } from "@phakhi/domain/rules/Refusals"
import { Identity, layer, type Refused } from "@phakhi/identity/Identity"
import { type IdentityRefusal, identityWording, isIdentityTag } from "@phakhi/identity/Refusals"
import { Effect, Layer } from "effect"
import { type Services, withStore } from "./Embedded.ts"
import { type Failure, refused } from "./Failure.ts"
import type { Session } from "./Session.ts"
import { given } from "./Session.ts"

const isOurs = (reason: Refused): reason is IdentityRefusal => isIdentityTag(reason._tag)

export const wording = (reason: Refused): Failure =>
  refused({
    tag: reason._tag,
    kind: reason.kind,
    rule: reason.rule,
    facts: reason.facts,
    ...(isOurs(reason) ? identityWording(reason) : wordingOf(reason as Refusal)),
    ...(reason.field === undefined ? {} : { field: reason.field })
  })

/** The address that sign-in believes to serve; nothing is sent to it. */
const site = ({ io }: Session) => given(io.env, "PHAKHI_PUBLIC_URL") ?? "http://localhost:4000"

/** Opens the store together with sign-in and keys. */
export const withIdentity = <A>(
  session: Session,
  use: (identity: Identity["Service"]) => Effect.Effect<A, Failure, Services>
): Effect.Effect<A, Failure> => {
  const { io, settings } = session
  const used = Effect.flatMap(Identity, use).pipe(Effect.provide(Layer.orDie(layer({ url: site(session) }))))
  return withStore(settings, io, used)
}
