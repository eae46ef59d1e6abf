import type { OpenSession } from "@phakhi/identity/OwnSessions"
import type { LoggedSignIn } from "@phakhi/identity/SignInLog"
import type { Effect } from "effect"
import type { Failure } from "./Failure.ts"

/** A person, as they sign in. */
export interface Login {
  readonly email: string
  readonly password: string
  /** Where the person has a second factor. */
  readonly code?: string
}

/** Who makes a way in: a person with their password, or at the machine itself whoever runs it, with a reason. */
export type Inviting = Login | { readonly operator: string }

export type SignInRow = LoggedSignIn

interface Listed<Row> {
  readonly data: ReadonlyArray<Row>
}

/** Keys and invitations, kept where the operations are carried out. */
export interface People {
  /** A key makes neither another key nor a way in: the password of the account is asked for. */
  readonly createKey: (by: Login, input: object) => Effect.Effect<object, Failure>
  readonly listKeys: Effect.Effect<{ readonly data: ReadonlyArray<object> }, Failure>
  readonly revokeKey: (id: string) => Effect.Effect<void, Failure>
  readonly makeInvitation: (by: Inviting, account: string) => Effect.Effect<object, Failure>
  readonly listSessions: Effect.Effect<Listed<OpenSession>, Failure>
  /** How many were ended. */
  readonly endSession: (id: string) => Effect.Effect<number, Failure>
  readonly endOtherSessions: Effect.Effect<number, Failure>
  readonly ownSignIns: Effect.Effect<Listed<LoggedSignIn>, Failure>
  readonly signInsOfAgency: (account?: string) => Effect.Effect<Listed<LoggedSignIn>, Failure>
  readonly acceptInvitation: (token: string, password: string) => Effect.Effect<object, Failure>
}

/** A cookie header from what a server told the browser to keep. */
export const cookieOf = (set: ReadonlyArray<string>): string => set.map((cookie) => cookie.split(";", 1)[0]).join("; ")
