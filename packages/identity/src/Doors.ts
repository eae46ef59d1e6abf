import { Clock, Effect } from "effect"
import type { SqlClient } from "effect/sql"
import { normalised } from "./Passwords.ts"
import { type IdentityRefusal, identityRefusal } from "./Refusals.ts"
import { addressHeader, passwordLength, type SignIn } from "./SignIn.ts"

/** From where a request comes, as the server sees it. */
export interface Visitor {
  readonly address: string
  readonly userAgent: string
  readonly cookie: string
}

/** What the browser is told to keep. */
export interface Opened {
  readonly cookies: ReadonlyArray<string>
}

/** Coming in and going out with a password: better-auth does it, its answers become refusals. */
export interface Doors {
  readonly signIn: (email: string, password: string, visitor: Visitor) => Effect.Effect<Opened, IdentityRefusal>
  readonly signOut: (visitor: Visitor) => Effect.Effect<Opened>
  readonly changePassword: (current: string, next: string, visitor: Visitor) => Effect.Effect<Opened, IdentityRefusal>
}

const allowedFailures = 5
const windowMillis = 15 * 60_000
const remembered = 20_000

interface Failures {
  readonly count: number
  readonly until: number
}

const guessing = () => {
  const failed = new Map<string, Failures>()
  return {
    secondsLeft: (key: string, now: number): number => {
      const found = failed.get(key)
      return found !== undefined && found.count >= allowedFailures && found.until > now
        ? Math.ceil((found.until - now) / 1000)
        : 0
    },
    failed: (key: string, now: number): void => {
      const found = failed.get(key)
      const count = found !== undefined && found.until > now ? found.count + 1 : 1
      failed.delete(key)
      failed.set(key, { count, until: now + windowMillis })
      const oldest = failed.size > remembered ? failed.keys().next().value : undefined
      if (oldest !== undefined) failed.delete(oldest)
    },
    succeeded: (key: string): void => {
      failed.delete(key)
    }
  }
}

export const doors = (sql: SqlClient.SqlClient, auth: SignIn, url: string): Doors => {
  const guesses = guessing()

  const send = (path: string, body: object, { address, cookie, userAgent }: Visitor) =>
    Effect.promise(() =>
      auth.handler(
        new Request(new URL(`/api/auth/${path}`, url), {
          method: "POST",
          headers: {
            "content-type": "application/json",
            origin: new URL(url).origin,
            cookie,
            "user-agent": userAgent,
            [addressHeader]: address
          },
          body: JSON.stringify(body)
        })
      )
    )

  const opened = (response: Response): Opened => ({ cookies: response.headers.getSetCookie() })

  const tooMany = (response: Response) =>
    identityRefusal("TooManyAttempts", { seconds: Number(response.headers.get("x-retry-after") ?? 60) })

  /** A right password opens nothing when the account is locked or has ended. */
  const isActive = (email: string) =>
    Effect.map(
      sql.unsafe(
        `SELECT 1 FROM login l JOIN record a ON a.record = 'account' AND a.id = l."id"::uuid AND a.status = 'active'
         WHERE l."email" = $1::text`,
        [email]
      ),
      (rows) => rows.length > 0
    ).pipe(Effect.orDie)

  return {
    signIn: Effect.fnUntraced(function* (given, password, visitor) {
      const email = given.trim().toLowerCase()
      const key = `${visitor.address} ${email}`
      const now = yield* Clock.currentTimeMillis
      const seconds = guesses.secondsLeft(key, now)
      if (seconds > 0) return yield* Effect.fail(identityRefusal("TooManyAttempts", { seconds }))
      const active = yield* isActive(email)
      // An unknown or locked account takes as long as a wrong password: the phrase is hashed all the same.
      const tried = active ? password : `${password.slice(0, passwordLength.maximum - 1)}\u0000`
      const response = yield* send("sign-in/email", { email, password: normalised(tried) }, visitor)
      if (response.status === 429) return yield* Effect.fail(tooMany(response))
      if (response.status >= 500) return yield* Effect.die(new Error(`sign-in answered ${response.status}`))
      if (!response.ok) {
        guesses.failed(key, now)
        return yield* Effect.fail(identityRefusal("SignInRefused", {}))
      }
      guesses.succeeded(key)
      return opened(response)
    }),
    signOut: (visitor) => Effect.map(send("sign-out", {}, visitor), opened),
    changePassword: Effect.fnUntraced(function* (current, next, visitor) {
      const response = yield* send(
        "change-password",
        { currentPassword: normalised(current), newPassword: normalised(next), revokeOtherSessions: true },
        visitor
      )
      if (response.ok) return opened(response)
      if (response.status === 429) return yield* Effect.fail(tooMany(response))
      if (response.status === 401) return yield* Effect.fail(identityRefusal("SignInRefused", {}))
      if (response.status >= 500) return yield* Effect.die(new Error(`change-password answered ${response.status}`))
      const { code } = yield* Effect.promise(() => response.json() as Promise<{ readonly code?: string }>)
      return yield* Effect.fail(
        code === "INVALID_PASSWORD"
          ? identityRefusal("PasswordWrong", {}, "/currentPassword")
          : identityRefusal("PasswordLength", passwordLength, "/newPassword")
      )
    })
  }
}
