import { byOperator } from "@phakhi/domain/engine/Context"
import type { Caller } from "@phakhi/identity/Caller"
import { Identity, layer, type Refused as NotLetIn } from "@phakhi/identity/Identity"
import { manage, ofNobody as messagesOfNobody, type Refused } from "@phakhi/outbound/Managing"
import { Webhooks } from "@phakhi/outbound/Webhooks"
import { Effect, Layer } from "effect"
import type { SqlClient } from "effect/sql"
import { callerFor, type Services, withStore } from "./Embedded.ts"
import type { Failure } from "./Failure.ts"
import { inPerson, nowhere, wording } from "./InPerson.ts"
import type { Outgoing } from "./Outgoing.ts"
import type { People } from "./People.ts"
import type { Session } from "./Session.ts"
import { given } from "./Session.ts"

/** The address that sign-in believes to serve; nothing is sent to it. */
const site = ({ io }: Session) => given(io.env, "PHAKHI_PUBLIC_URL") ?? nowhere

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

/** Keys and invitations in the store that this process opens. */
export const people = (session: Session): People => {
  const { key } = session.settings
  const asKey = <A>(
    operation: string,
    use: (identity: Identity["Service"], caller: Caller) => Effect.Effect<A, NotLetIn>
  ) =>
    withIdentity(session, (identity) =>
      Effect.flatMap(callerFor(key, operation), (caller) => Effect.mapError(use(identity, caller), wording))
    )
  return {
    createKey: (by, input) =>
      withIdentity(session, (identity) =>
        Effect.mapError(
          inPerson(identity, by, ({ account }) => identity.createKey(account, input)),
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
    listSessions: asKey("sessions.list", (identity, caller) =>
      Effect.map(identity.listSessions(caller), (data) => ({ data }))
    ),
    endSession: (id) => asKey("sessions.end", (identity, caller) => Effect.as(identity.endSession(caller, id), 1)),
    endOtherSessions: asKey("sessions.end-others", (identity, caller) => identity.endOtherSessions(caller)),
    ownSignIns: asKey("sign-ins.list", (identity, { actor }) =>
      Effect.map(identity.ownSignIns(actor.account), (data) => ({ data }))
    ),
    signInsOfAgency: (account) =>
      asKey("sign-ins.of-agency", (identity, { actor }) =>
        Effect.map(identity.signInsOfAgency(actor, account), (data) => ({ data }))
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

/** What could not be sent and no administrator is shown, in the store that this process opens. */
export const ofNobody = (session: Session) => {
  const { catalogue, io, settings } = session
  const webhooks = Webhooks.layer({ allowPrivate: false })
  const at = <A>(act: Effect.Effect<A, Refused, Webhooks | SqlClient.SqlClient>) =>
    withStore(settings, io, Effect.mapError(act, wording).pipe(Effect.provide(webhooks)))
  return {
    failed: (input: object) => at(messagesOfNobody.failed({ catalogue, input })),
    resend: (id: string) => at(messagesOfNobody.resend(id))
  }
}
