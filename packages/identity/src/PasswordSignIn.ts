import { type CodedRow, isOwnOrTold, valuesIn } from "@phakhi/store/RowCodes"
import type { Keyed } from "@phakhi/store/SealKey"
import { isAPIError } from "better-auth/api"
import { Effect } from "effect"
import type { SqlClient } from "effect/sql"
import { credentials, links, logins, uuidIn } from "./CodedRows.ts"
import { guessing, placeOf, plainAddress } from "./Guesses.ts"
import { normalised } from "./PasswordRules.ts"
import { checkPassword } from "./Passwords.ts"
import { type IdentityRefusal, identityRefusal } from "./Refusals.ts"
import type { CodeCheck } from "./SecondFactor.ts"
import { newSecret } from "./Secrets.ts"
import { addressHeader, type SignIn } from "./SignIn.ts"
import { logSignIn, type SignInOutcome } from "./SignInLog.ts"

/** From where a request comes, as the server sees it. */
export interface Origin {
  readonly address: string
  readonly userAgent: string
  readonly cookie: string
}

/** What the browser is told to keep. */
export interface SignedIn {
  readonly cookies: ReadonlyArray<string>
}

/** Coming in and going out with a password: better-auth does it, its answers become refusals. */
export interface PasswordSignIn {
  /** The code is asked for where the account has a second factor. */
  readonly signIn: (
    email: string,
    password: string,
    origin: Origin,
    code?: string
  ) => Effect.Effect<SignedIn, IdentityRefusal>
  readonly signOut: (origin: Origin) => Effect.Effect<SignedIn>
  readonly changePassword: (
    account: string,
    current: string,
    next: string,
    origin: Origin
  ) => Effect.Effect<SignedIn, IdentityRefusal>
  /** Whoever has a session shows that it is theirs. */
  readonly confirmPassword: (account: string, password: string, origin: Origin) => Effect.Effect<void, IdentityRefusal>
}

interface Enterable extends CodedRow {
  readonly account: string
  readonly email: string
  readonly active: boolean
  readonly passwords: ReadonlyArray<CodedRow & { readonly current: boolean }>
}

const enterableText = (column: "id" | "email") =>
  `SELECT a.id AS account, t."email" AS email, a.status = 'active' AS active, t.code, ${valuesIn(logins)} AS values,
     (SELECT coalesce(json_agg(json_build_object('code', t.code, 'values', ${valuesIn(credentials)},
         'current', t.links = ${links("a.id")})), '[]')
       FROM login_credential t WHERE t."userId" = a.id::text) AS passwords
   FROM login t JOIN record a ON a.record = 'account' AND a.id = ${uuidIn(`t."id"`)} WHERE t."${column}" = $1::text`

/**
 * Whom a password lets in: nobody where the rows were not written here, or a link has ended the password. One that was put
 * beside the right one is none either.
 */
const enterable = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  key: Keyed,
  column: "id" | "email",
  value: string
) {
  const [found] = yield* Effect.orDie(sql.unsafe<Enterable>(enterableText(column), [value]))
  const [password, ...others] = found?.passwords ?? []
  if (found === undefined || password?.current !== true || others.length > 0) return undefined
  const isOwn = (yield* isOwnOrTold(key, logins, found)) && (yield* isOwnOrTold(key, credentials, password))
  return isOwn ? found : undefined
})

export const passwords = (
  sql: SqlClient.SqlClient,
  key: Keyed,
  auth: SignIn,
  url: string,
  codes: CodeCheck
): PasswordSignIn => {
  const guess = {
    /** One person's password, from one place. */
    here: guessing(5),
    /** One person's password, from everywhere together: many places are no way around the count. */
    ofAccount: guessing(50),
    /** Anybody's, from one place: nor are many persons. */
    fromPlace: guessing(100),
    /** The codes of one person: of a million so few may be tried that none is hit by chance. */
    ofCodes: guessing(10)
  }
  const nobodysPassword = newSecret()

  const headersOf = ({ address, cookie, userAgent }: Origin) => ({
    "content-type": "application/json",
    origin: new URL(url).origin,
    cookie,
    "user-agent": userAgent,
    [addressHeader]: plainAddress(address)
  })
  const send = (path: string, body: object, origin: Origin) =>
    Effect.promise(() =>
      auth.handler(
        new Request(new URL(`/api/auth/${path}`, url), {
          method: "POST",
          headers: headersOf(origin),
          body: JSON.stringify(body)
        })
      )
    )

  const opened = (response: Response): SignedIn => ({ cookies: response.headers.getSetCookie() })

  const tooMany = (response: Response) =>
    identityRefusal("TooManyAttempts", { seconds: Number(response.headers.get("x-retry-after") ?? 60) })

  /** A right password opens nothing when the account is locked or has ended. */
  const activeAccount = (email: string) =>
    Effect.map(enterable(sql, key, "email", email), (found) => (found?.active === true ? found.account : undefined))

  /** The right password has opened a session: it ends at once where the code beside it is missing or wrong. */
  const withCode = (account: string, code: string | undefined, { cookies }: SignedIn, origin: Origin) =>
    Effect.gen(function* () {
      if (!(yield* Effect.orDie(codes.isAsked(account)))) return
      if (code === undefined || code.trim() === "") return yield* Effect.fail(identityRefusal("SecondFactorNeeded", {}))
      const used = Effect.flatMap(
        Effect.orDie(codes.use(account, code)),
        (isRight): Effect.Effect<void, IdentityRefusal> =>
          isRight ? Effect.void : Effect.fail(identityRefusal("SecondFactorWrong", {}, { field: "/code" }))
      )
      yield* guess.ofCodes(account, ({ _tag }) => _tag === "SecondFactorWrong", used)
    }).pipe(
      Effect.onError(() =>
        send("sign-out", {}, { ...origin, cookie: cookies.map((cookie) => cookie.split(";", 1)[0]).join("; ") })
      )
    )

  const enter = Effect.fnUntraced(function* (email: string, password: string, origin: Origin, code?: string) {
    const active = yield* activeAccount(email)
    // An unknown or locked account takes as long as a wrong password: a phrase is hashed all the same.
    const tried = active === undefined ? nobodysPassword : normalised(password)
    const response = yield* send("sign-in/email", { email, password: tried }, origin)
    if (response.status === 429) return yield* Effect.fail(tooMany(response))
    if (response.status >= 500) return yield* Effect.die(new Error(`sign-in answered ${response.status}`))
    if (!response.ok || active === undefined) return yield* Effect.fail(identityRefusal("SignInRefused", {}))
    const entered = opened(response)
    yield* withCode(active, code, entered, origin)
    return entered
  })

  const passwordOf = (account: string) =>
    Effect.flatMap(enterable(sql, key, "id", account), (found) =>
      found === undefined ? Effect.fail(identityRefusal("SignInRefused", {})) : Effect.succeed(found)
    )

  const change = Effect.fnUntraced(function* (account: string, current: string, next: string, origin: Origin) {
    yield* checkPassword(next, (yield* passwordOf(account)).email, "/newPassword")
    const response = yield* send(
      "change-password",
      { currentPassword: normalised(current), newPassword: normalised(next), revokeOtherSessions: true },
      origin
    )
    if (response.ok) return opened(response)
    if (response.status === 429) return yield* Effect.fail(tooMany(response))
    if (response.status >= 500) return yield* Effect.die(new Error(`change-password answered ${response.status}`))
    const { code } = yield* Effect.promise(() => response.json() as Promise<{ readonly code?: string }>)
    // Anything else is a session or a password that has ended meanwhile.
    return yield* Effect.fail(
      code === "INVALID_PASSWORD"
        ? identityRefusal("PasswordWrong", {}, { field: "/currentPassword" })
        : identityRefusal("SignInRefused", {})
    )
  })

  const isWrongPassword = ({ _tag }: IdentityRefusal) => _tag === "PasswordWrong"

  const confirm = (account: string, password: string, origin: Origin) =>
    Effect.andThen(passwordOf(account), verified(password, origin))

  const verified = (password: string, origin: Origin) =>
    Effect.promise(() =>
      auth.api
        .verifyPassword({ body: { password: normalised(password) }, headers: new Headers(headersOf(origin)) })
        .then(
          () => undefined,
          (error: unknown) => {
            if (isAPIError(error) && error.statusCode < 500) return error.statusCode
            throw error
          }
        )
    ).pipe(
      Effect.flatMap((refusedWith): Effect.Effect<void, IdentityRefusal> => {
        if (refusedWith === undefined) return Effect.void
        return Effect.fail(
          refusedWith === 401
            ? identityRefusal("SignInRefused", {})
            : identityRefusal("PasswordWrong", {}, { field: "/password" })
        )
      })
    )

  const outcomes: { readonly [Tag in string]?: SignInOutcome } = {
    SignInRefused: "wrong-password",
    SecondFactorWrong: "wrong-code",
    TooManyAttempts: "too-many"
  }
  const logged = (email: string, { address, userAgent }: Origin, outcome: SignInOutcome | undefined) =>
    outcome === undefined ? Effect.void : Effect.orDie(logSignIn(sql, { email, outcome, address, userAgent }))

  return {
    signIn: (given, password, origin, code) => {
      const email = given.trim().toLowerCase()
      const isWrong = ({ _tag }: IdentityRefusal) => _tag === "SignInRefused" || _tag === "SecondFactorWrong"
      const place = placeOf(origin.address)
      const attempt = guess.here(`${place} ${email}`, isWrong, enter(email, password, origin, code))
      return guess.fromPlace(place, isWrong, guess.ofAccount(email, isWrong, attempt)).pipe(
        Effect.tap(() => logged(email, origin, "in")),
        Effect.tapError(({ _tag }) => logged(email, origin, outcomes[_tag]))
      )
    },
    signOut: (origin) => Effect.map(send("sign-out", {}, origin), opened),
    changePassword: (account, current, next, origin) =>
      guess.here(account, isWrongPassword, change(account, current, next, origin)),
    confirmPassword: (account, password, origin) =>
      guess.here(account, isWrongPassword, confirm(account, password, origin))
  }
}
