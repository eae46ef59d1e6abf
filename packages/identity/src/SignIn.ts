import { randomUUID } from "node:crypto"
import { kyselyAdapter } from "@better-auth/kysely-adapter"
import type { Keyed } from "@phakhi/store/SealKey"
import type { Database, StoreDatabase } from "@phakhi/store/Store"
import { type BetterAuthOptions, betterAuth } from "better-auth"
import { Effect, type Scope } from "effect"
import { type Dialect, Kysely, PGliteDialect, PostgresDialect } from "kysely"
import pg from "pg"
import { withHashedSessions } from "./HashedSessions.ts"
import { requestCount } from "./RequestCount.ts"
import type { SessionKey } from "./Sessions.ts"

export const passwordLength = { minimum: 12, maximum: 128 } as const

/** A session ends this long after sign-in, whatever happens, and earlier when it is not used. */
export const sessionHours = 12
export const idleMinutes = 60

/** Where the caller's address is handed to better-auth; what a client itself sends under this name is dropped. */
export const addressHeader = "x-phakhi-address"

export interface SignInSettings {
  /** The address under which people reach the site; its scheme decides whether cookies are `Secure`. */
  readonly url: string
  /** Signs the cookies. */
  readonly secret: string
  /** What codes of rows are made with. */
  readonly key: Keyed
  /** What sessions are kept under; it is nowhere in the database. */
  readonly sessions: SessionKey
  /** For one command at the machine: requests of a minute are not counted, as the count ends with the process. */
  readonly atTheMachine?: boolean
}

/** A connection that the server ends while nobody uses it is replaced at the next sign-in; it brings nobody down. */
const ignored = () => undefined

export const pooled = (url: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max: 4, application_name: "phakhi sign-in" })
  pool.on("error", ignored)
  pool.on("connect", (client) => client.on("error", ignored))
  return pool
}

export const dialect = (database: Database): Effect.Effect<Dialect, never, Scope.Scope> =>
  database._tag === "Pglite"
    ? Effect.succeed(new PGliteDialect({ pglite: database.shared }))
    : Effect.map(
        Effect.acquireRelease(
          Effect.sync(() => pooled(database.url)),
          (pool) => Effect.promise(() => pool.end())
        ),
        (pool) => new PostgresDialect({ pool })
      )

/** Under https a browser takes a cookie of this name from this host alone, for the whole of it. */
const hostOnly = "__Host-"

export const cookiePrefix = (url: string): string => `${url.startsWith("https:") ? hostOnly : ""}phakhi`

/** A column of ours that the library reads and writes, and never shows. */
const unseen = <Type extends "string" | "boolean" | "number">(type: Type) =>
  ({ type, required: false, input: false, returned: false }) as const

export const options = ({ atTheMachine = false, secret, url }: SignInSettings) =>
  ({
    appName: "Phakhi",
    baseURL: url,
    basePath: "/api/auth",
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.minimum,
      maxPasswordLength: passwordLength.maximum,
      autoSignIn: false
    },
    user: {
      modelName: "login",
      additionalFields: { code: unseen("string"), secondFactor: unseen("boolean") }
    },
    session: {
      modelName: "login_session",
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { code: unseen("string") }
    },
    account: {
      modelName: "login_credential",
      additionalFields: { code: unseen("string"), links: unseen("number") }
    },
    verification: { modelName: "login_verification" },
    rateLimit: {
      enabled: !atTheMachine,
      customStorage: requestCount(),
      window: 60,
      max: 300,
      customRules: { "/sign-in/email": { window: 60, max: 60 } }
    },
    advanced: {
      cookiePrefix: cookiePrefix(url),
      // The library's own prefix would stand before ours.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: url.startsWith("https:") },
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [addressHeader] }
    }
  }) satisfies BetterAuthOptions

const instance = (over: Dialect, settings: SignInSettings) =>
  betterAuth({
    ...options(settings),
    database: withHashedSessions(
      kyselyAdapter(new Kysely({ dialect: over }), { type: "postgres" }),
      settings.key,
      settings.sessions
    )
  })

export type SignIn = ReturnType<typeof instance>

/** better-auth over the store's database: on the embedded one it passes the store's gate like everybody else. */
export const make = (
  database: StoreDatabase["Service"],
  settings: SignInSettings
): Effect.Effect<SignIn, never, Scope.Scope> => Effect.map(dialect(database), (over) => instance(over, settings))
