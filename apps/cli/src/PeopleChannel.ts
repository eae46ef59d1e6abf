import { Effect } from "effect"
import type { People } from "./People.ts"
import type { Session } from "./Session.ts"

export const peopleOf = (session: Session): Effect.Effect<People> => {
  const { url } = session.settings
  return url === undefined
    ? Effect.map(
        Effect.promise(() => import("./Identities.ts")),
        ({ people }) => people(session)
      )
    : Effect.map(
        Effect.promise(() => import("./RemotePeople.ts")),
        ({ people }) => people(session.settings, url)
      )
}
