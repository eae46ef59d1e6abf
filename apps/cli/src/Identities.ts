import { wordingOf } from "@phakhi/domain/catalogue"
import { byOperator } from "@phakhi/domain/engine/Context"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { Identity, layer, type Refused } from "@phakhi/identity/Identity"
import { type IdentityRefusal, identityWording, isIdentityTag } from "@phakhi/identity/Refusals"
import { manage, type Refused as Unmanaged } from "@phakhi/outbound/Managing"
import { isOutboundTag, type OutboundRefusal, outboundWording } from "@phakhi/outbound/Refusals"
import { Webhooks } from "@phakhi/outbound/Webhooks"
import { Effect, Layer } from "effect"
import { callerFor, type Services, withStore } from "./Embedded.ts"
import { type Failure, refused } from "./Failure.ts"
import type { Outgoing } from "./Outgoing.ts"
import { cookieOf, type People } from "./People.ts"
import type { Session } from "./Session.ts"
import { given } from "./Session.ts"

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

/** The address that sign-in believes to serve; nothing is sent to it. */
const site = ({ io }: Session) => given(io.env, "PHAKHI_PUBLIC_URL") ?? "http://localhost:4000"

/** Opens the store together with sign-in and keys. */
export const withIdentity = <A>(
  session: Session,
  use: (identity: Identity["Service"]) => Effect.Effect<A, Failure, Services>
): Effect.Effect<A, Failure> => {
  const { io, settings } = session
  const used = Effect.flatMap(Identity, use).pipe(
    Effect.provide(Layer.orDie(layer({ url: site(session), atTheMachine: true })))
  )
  return withStore(settings, io, used)
}

/** Who sits at the machine itself. */
const origin = { address: "127.0.0.1", userAgent: "phakhi", cookie: "" }

const signIn = Effect.fnUntraced(function* (identity: Identity["Service"], email: string, password: string) {
  const { cookies } = yield* identity.passwords.signIn(email, password, origin)
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
const inPerson = <A, E, R>(
  identity: Identity["Service"],
  { email, password }: { readonly email: string; readonly password: string },
  use: (actor: AccountHolder) => Effect.Effect<A, E, R>
) =>
  Effect.flatMap(signIn(identity, email, password), ({ actor, cookie }) =>
    Effect.ensuring(use(actor), Effect.ignore(identity.passwords.signOut({ ...origin, cookie })))
  )

/** Keys and invitations in the store that this process opens. */
export const people = (session: Session): People => {
  const { key } = session.settings
  return {
    createKey: (email, password, input) =>
      withIdentity(session, (identity) =>
        Effect.mapError(
          inPerson(identity, { email, password }, ({ account }) => identity.createKey(account, input)),
          wording
        )
      ),
    listKeys: withIdentity(session, (identity) =>
      Effect.gen(function* () {
        const { actor } = yield* callerFor(key, "keys.list")
        return { data: yield* Effect.mapError(identity.listKeys(actor), wording) }
      })
    ),
    revokeKey: (id) =>
      withIdentity(session, (identity) =>
        Effect.gen(function* () {
          const { actor } = yield* callerFor(key, "keys.revoke")
          yield* Effect.mapError(identity.revokeKey(actor, id), wording)
        })
      ),
    makeInvitation: (by, account) =>
      withIdentity(session, (identity) => {
        const made =
          "operator" in by
            ? identity.makeInvitation(byOperator(by.operator), account)
            : inPerson(identity, by, (actor) => identity.makeInvitation(actor, account))
        return made.pipe(
          Effect.map((invitation) => ({ ...invitation, path: `/invitations/${invitation.token}` })),
          Effect.mapError(wording)
        )
      }),
    acceptInvitation: (token, password) =>
      withIdentity(session, (identity) => Effect.mapError(identity.acceptInvitation(token, password), wording))
  }
}

/** What leaves the agency, in the store that this process opens; a server on the same store sends it. */
export const outgoing =
  (session: Session): Outgoing =>
  (name, { by, id = "", input = {} }) => {
    const { catalogue, io, settings } = session
    const webhooks = Webhooks.layer({ allowPrivate: given(io.env, "PHAKHI_WEBHOOKS_PRIVATE") === "true" })
    const asked = { id, input, catalogue }
    return withIdentity(session, (identity) =>
      Effect.gen(function* () {
        if (by === undefined) {
          const { actor } = yield* callerFor(settings.key, name)
          return yield* Effect.mapError(manage(name, { ...asked, actor }), wording)
        }
        return yield* Effect.mapError(
          inPerson(identity, by, (actor) => manage(name, { ...asked, actor })),
          wording
        )
      }).pipe(Effect.provide(webhooks))
    )
  }
