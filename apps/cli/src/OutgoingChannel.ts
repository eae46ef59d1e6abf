import { Effect } from "effect"
import type { Outgoing } from "./Outgoing.ts"
import type { Session } from "./Session.ts"

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
