import { DemoMark } from "@phakhi/domain/engine/DemoMark"
import type { Engine } from "@phakhi/domain/engine/Engine"
import { StoreBusy } from "@phakhi/domain/engine/EventStore"
import type { Platform } from "@phakhi/domain/engine/Platform"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { AccountHolder, Actor } from "@phakhi/domain/kernel/Actor"
import type { Refusal as DomainRefusal } from "@phakhi/domain/kernel/Refusal"
import type { StoreNewer } from "@phakhi/store/Migrations"
import { SealKey } from "@phakhi/store/SealKey"
import { StoreDatabase } from "@phakhi/store/Store"
import { Context, Effect, Layer } from "effect"
import { type Migrator, SqlClient, type SqlError } from "effect/sql"
import * as Administrators from "./Administrators.ts"
import { type Caller, type Credentials, type Found, lookUp, parseKey, type Wanted } from "./Caller.ts"
import { sessionsBy } from "./CodedRows.ts"
import * as Installation from "./Installation.ts"
import * as Invitations from "./Invitations.ts"
import * as Keys from "./Keys.ts"
import { migrate } from "./Migrations.ts"
import * as OwnSessions from "./OwnSessions.ts"
import { type Origin, type PasswordSignIn, passwords } from "./PasswordSignIn.ts"
import { setPasswords } from "./Passwords.ts"
import type { IdentityRefusal } from "./Refusals.ts"
import {
  codeCheck,
  type RecoveryCodes,
  type SecondFactorSecret,
  type SecondFactorState,
  secondFactors
} from "./SecondFactor.ts"
import { unsigned } from "./Secrets.ts"
import * as SignIn from "./SignIn.ts"
import * as SignInLog from "./SignInLog.ts"
import { type Visitors, visitors } from "./Visitors.ts"

export type Refused = DomainRefusal | IdentityRefusal

export interface IdentityConfig {
  /** The address under which people reach the site. */
  readonly url: string
  /** For one command at the machine: see `SignIn.ts`. */
  readonly atTheMachine?: boolean
  /** How many keys an account may have. */
  readonly keys?: number
}

/** Who may come in, and who it is that is inside. */
export class Identity extends Context.Service<
  Identity,
  {
    /** Reads a cookie or a key from a request's headers; a key that cannot be one is `"unreadable"`. */
    readonly credentials: (
      cookie: string | undefined,
      authorization: string | undefined
    ) => Credentials | null | "unreadable"
    readonly lookUp: (credentials: Credentials, wanted?: Wanted) => Effect.Effect<Found | null, StoreBusy>
    readonly passwords: PasswordSignIn
    readonly secondFactor: {
      readonly state: (account: string) => Effect.Effect<SecondFactorState, DomainRefusal>
      readonly setUp: (account: string, password: string, origin: Origin) => Effect.Effect<SecondFactorSecret, Refused>
      /** Answers with the recovery codes, this once. */
      readonly confirm: (account: string, code: string) => Effect.Effect<RecoveryCodes, Refused>
      readonly remove: (account: string, password: string, code: string, origin: Origin) => Effect.Effect<void, Refused>
    }
    readonly visitors: Visitors
    readonly createKey: (account: string, input: unknown) => Effect.Effect<Keys.CreatedKey, Refused>
    readonly listKeys: (actor: AccountHolder) => Effect.Effect<ReadonlyArray<Keys.Key>, DomainRefusal>
    readonly revokeKey: (actor: AccountHolder, id: string) => Effect.Effect<void, DomainRefusal>
    readonly makeInvitation: (
      actor: Actor,
      account: string,
      mail?: Invitations.MailLink
    ) => Effect.Effect<Invitations.Invitation, Refused>
    readonly showInvitation: (token: string) => Effect.Effect<Invitations.InvitedPerson, Refused>
    readonly acceptInvitation: (
      token: string,
      password: string
    ) => Effect.Effect<{ readonly account: string; readonly email: string }, Refused>
    readonly setPasswords: (accounts: ReadonlyArray<string>, password: string) => Effect.Effect<void, Refused>
    readonly createAdministrator: (
      administrator: Administrators.NewAdministrator
    ) => Effect.Effect<{ readonly account: string; readonly organisation: string }, Refused>
    readonly hasAdministrator: Effect.Effect<boolean, DomainRefusal>
    readonly listSessions: (caller: Caller) => Effect.Effect<ReadonlyArray<OwnSessions.OpenSession>, DomainRefusal>
    readonly endSession: (caller: Caller, id: string) => Effect.Effect<void, DomainRefusal>
    readonly endOtherSessions: (caller: Caller) => Effect.Effect<number, DomainRefusal>
    readonly ownSignIns: (account: string) => Effect.Effect<ReadonlyArray<SignInLog.LoggedSignIn>, DomainRefusal>
    /** Those of one's own organisation, for whoever administers it. */
    readonly signInsOfAgency: (
      actor: AccountHolder,
      account?: string
    ) => Effect.Effect<ReadonlyArray<SignInLog.LoggedSignIn>, DomainRefusal>
    /** Forgets tries to come in, sessions and invitations that ended a while ago, with the addresses they came from. */
    readonly tidy: Effect.Effect<void, DomainRefusal>
    /** That demonstration data is in, by its digest. */
    readonly markLoaded: (digest: string) => Effect.Effect<void, DomainRefusal>
    readonly installation: Effect.Effect<Installation.Installation, DomainRefusal>
  }
>()("@phakhi/identity/Identity") {}

const busyCodes = /^(53(?!100)|57P|55P03|40)/

/** A database that does not answer in time is busy; anything else it raises is a defect. */
const isBusy = ({ reason }: SqlError.SqlError): boolean => {
  const { cause } = reason
  const code = cause !== null && typeof cause === "object" && "code" in cause ? String(cause.code) : ""
  return reason._tag === "ConnectionError" || busyCodes.test(code)
}

const orRefuse = <A, E extends { readonly _tag: string }, R>(
  effect: Effect.Effect<A, E | SqlError.SqlError, R>
): Effect.Effect<A, Exclude<E, SqlError.SqlError> | DomainRefusal, R> =>
  Effect.catch(effect, (error): Effect.Effect<never, Exclude<E, SqlError.SqlError> | DomainRefusal> => {
    if (error._tag !== "SqlError") return Effect.fail(error as Exclude<E, SqlError.SqlError>)
    return isBusy(error as SqlError.SqlError) ? Effect.fail(refusal("StoreBusy", { seconds: 1 })) : Effect.die(error)
  })

const tidyTexts = [
  `DELETE FROM login_session WHERE "expiresAt" < now() - interval '1 day'`,
  SignInLog.forgetSignIns,
  `DELETE FROM invitation WHERE expires_at < now() - interval '30 days'`
]

const bearer = /^Bearer\s+(\S+)$/i

const make = ({ atTheMachine = false, keys = Keys.keysAtMost, url }: IdentityConfig) =>
  Effect.gen(function* () {
    yield* migrate
    const sql = yield* SqlClient.SqlClient
    const database = yield* StoreDatabase
    const sealKey = yield* SealKey
    const { hmac } = sealKey
    const secret = hmac("phakhi sign-in cookies")
    const sessions = sessionsBy(sealKey)
    const signIn = yield* SignIn.make(database, { url, secret, key: sealKey, sessions, atTheMachine })
    const coming = passwords(sql, sealKey, signIn, url, codeCheck(sql, sealKey))
    const factors = secondFactors(sql, sealKey, coming)
    const services = yield* Effect.context<Engine | Platform>()
    const cookieName = (yield* Effect.promise(() => signIn.$context)).authCookies.sessionToken.name
    const cookiePattern = new RegExp(`(?:^|;\\s*)${cookieName.replaceAll(".", "\\.")}=([^;]+)`)
    const given = <A, E extends { readonly _tag: string }>(
      effect: Effect.Effect<A, E | SqlError.SqlError, Engine | Platform>
    ) => Effect.provideContext(orRefuse(effect), services)

    const identity = Identity.of({
      credentials: (cookie, authorization) => {
        if (authorization !== undefined) {
          const key = bearer.exec(authorization)?.[1]
          return key === undefined ? "unreadable" : (parseKey(key) ?? "unreadable")
        }
        const signed = cookie === undefined ? undefined : cookiePattern.exec(cookie)?.[1]
        if (signed === undefined) return null
        const token = unsigned(decode(signed), secret)
        if (token === null) return null
        const kept = sessions.kept(token)
        return { _tag: "Session", kept, codeOf: (account, expires) => sessions.codeOf(kept, account, expires) }
      },
      lookUp: (credentials, wanted) =>
        Effect.catch(lookUp(sql, sealKey, credentials, wanted), (error) =>
          isBusy(error) ? Effect.fail(new StoreBusy()) : Effect.die(error)
        ),
      passwords: coming,
      secondFactor: {
        state: (account) => given(factors.state(account)),
        setUp: (account, password, origin) => given(factors.setUp(account, password, origin)),
        confirm: (account, code) => given(factors.confirm(account, code)),
        remove: (account, password, code, origin) => given(factors.remove(account, password, code, origin))
      },
      visitors: visitors(hmac("phakhi visitors"), url),
      createKey: (account, input) => given(Keys.createKey(sql, sealKey, account, input, keys)),
      listKeys: (actor) => given(Keys.listKeys(sql, actor)),
      revokeKey: (actor, id) => given(Keys.revokeKey(sql, actor, id)),
      makeInvitation: (actor, account, mail) => given(Invitations.makeInvitation(sql, sealKey, actor, account, mail)),
      showInvitation: (token) => given(Invitations.showInvitation(sql, sealKey, token)),
      acceptInvitation: (token, password) => given(Invitations.acceptInvitation(sql, sealKey, signIn, token, password)),
      setPasswords: (accounts, password) => given(setPasswords(sql, sealKey, signIn, accounts, password)),
      createAdministrator: (administrator) =>
        given(Administrators.createAdministrator(sql, sealKey, signIn, administrator)),
      hasAdministrator: given(Administrators.hasAdministrator(sql)),
      listSessions: (caller) => given(OwnSessions.listSessions(sql, caller)),
      endSession: (caller, id) => given(OwnSessions.endSession(sql, caller, id)),
      endOtherSessions: (caller) => given(OwnSessions.endOtherSessions(sql, caller)),
      ownSignIns: (account) => given(SignInLog.ownSignIns(sql, account)),
      signInsOfAgency: (actor, account) => given(SignInLog.signInsOfAgency(sql, actor, account)),
      tidy: given(Effect.forEach(tidyTexts, (text) => sql.unsafe(text), { discard: true })),
      markLoaded: (digest) => given(Installation.markLoaded(sql, sealKey, digest)),
      installation: given(Installation.readInstallation(sql, sealKey))
    })
    return Context.make(Identity, identity).pipe(Context.add(DemoMark, Installation.marks(sql, sealKey, isBusy)))
  })

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ""
  }
}

/** Identity over the store's database, its tables migrated beside the store's. */
export const layer = (
  config: IdentityConfig
): Layer.Layer<
  Identity | DemoMark,
  SqlError.SqlError | Migrator.MigrationError | StoreNewer,
  SqlClient.SqlClient | StoreDatabase | SealKey | Engine | Platform
> => Layer.effectContext(make(config))
