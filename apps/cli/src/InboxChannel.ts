import { Effect } from "effect"
import type { Inbox } from "./Inbox.ts"
import type { Session } from "./Session.ts"

export const inboxOf = (session: Session): Effect.Effect<Inbox> => {
  const { url } = session.settings
  return url === undefined
    ? Effect.map(
        Effect.promise(() => import("./EmbeddedInbox.ts")),
        ({ inbox }) => inbox(session)
      )
    : Effect.map(
        Effect.promise(() => import("./RemoteInbox.ts")),
        ({ inbox }) => inbox(session.settings, url)
      )
}
