import { Effect } from "effect"
import type { Failure } from "./Failure.ts"
import type { Session } from "./Session.ts"

/** Keys and invitations, kept where the operations are carried out. */
export interface People {
  /** A key cannot make another key: the password of the account is asked for. */
  readonly createKey: (email: string, password: string, input: object) => Effect.Effect<object, Failure>
  readonly listKeys: Effect.Effect<{ readonly data: ReadonlyArray<object> }, Failure>
  readonly revokeKey: (id: string) => Effect.Effect<void, Failure>
  readonly makeInvitation: (account: string) => Effect.Effect<object, Failure>
  readonly acceptInvitation: (token: string, password: string) => Effect.Effect<object, Failure>
}

/** A cookie header from what a server told the browser to keep. */
export const cookieOf = (set: ReadonlyArray<string>): string => set.map((cookie) => cookie.split(";", 1)[0]).join("; ")

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
