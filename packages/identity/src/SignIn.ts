import { randomUUID } from "node:crypto"
import type { Database, StoreDatabase } from "@phakhi/store/Store"
import { betterAuth } from "better-auth"
import { Effect, type Scope } from "effect"
import { PGliteDialect } from "kysely"
import pg from "pg"
import { requestCount } from "./RequestCount.ts"

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
  /** For one command at the machine: requests of a minute are not counted, as the count ends with the process. */
  readonly atTheMachine?: boolean
}

type Connection = NonNullable<Parameters<typeof betterAuth>[0]["database"]>

/** A connection that the server ends while nobody uses it is replaced at the next sign-in; it brings nobody down. */
const ignored = () => undefined

export const pooled = (url: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, max: 4, application_name: "phakhi sign-in" })
  pool.on("error", ignored)
  pool.on("connect", (client) => client.on("error", ignored))
  return pool
}

const connection = (database: Database): Effect.Effect<Connection, never, Scope.Scope> =>
  database._tag === "Pglite"
    ? Effect.succeed({ dialect: new PGliteDialect({ pglite: database.shared }), type: "postgres" })
    : Effect.acquireRelease(
        Effect.sync(() => pooled(database.url)),
        (pool) => Effect.promise(() => pool.end())
      )

const instance = (database: Connection, { atTheMachine = false, secret, url }: SignInSettings) =>
  betterAuth({
    appName: "Phakhi",
    baseURL: url,
    basePath: "/api/auth",
    secret,
    database,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.minimum,
      maxPasswordLength: passwordLength.maximum,
      autoSignIn: false
    },
    user: { modelName: "login" },
    session: {
      modelName: "login_session",
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false }
    },
    account: { modelName: "login_credential" },
    verification: { modelName: "login_verification" },
    rateLimit: {
      enabled: !atTheMachine,
      customStorage: requestCount(),
      window: 60,
      max: 300,
      customRules: { "/sign-in/email": { window: 60, max: 60 } }
    },
    advanced: {
      cookiePrefix: "phakhi",
      useSecureCookies: url.startsWith("https:"),
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [addressHeader] }
    }
  })

export type SignIn = ReturnType<typeof instance>

/** better-auth over the store's database: on the embedded one it passes the store's gate like everybody else. */
export const make = (
  database: StoreDatabase["Service"],
  settings: SignInSettings
): Effect.Effect<SignIn, never, Scope.Scope> =>
  Effect.map(connection(database), (connected) => instance(connected, settings))
