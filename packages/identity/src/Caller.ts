import type { Loaded } from "@phakhi/domain/engine/EventStore"
import type { Operation } from "@phakhi/domain/engine/Operation"
import type { AccountHolder } from "@phakhi/domain/kernel/Actor"
import { isGrantFor, Role, rolesIn } from "@phakhi/domain/kernel/Actor"
import { accessJson } from "@phakhi/store/Access"
import { type CodedRow, isOwnOrTold, valuesIn } from "@phakhi/store/RowCodes"
import type { Keyed } from "@phakhi/store/SealKey"
import { Effect, Schema } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { apiKeys, endings } from "./CodedRows.ts"
import { hashOf } from "./Secrets.ts"
import { idleMinutes } from "./SignIn.ts"

/** How a request says who sends it. */
export type Credentials =
  | {
      readonly _tag: "Session"
      /** What is kept of the token. */
      readonly kept: string
      readonly codeOf: (account: string, expires: number) => string
    }
  | { readonly _tag: "Key"; readonly prefix: string; readonly secret: string }

/** Who sends a request. By a key they act with the roles and operations that its scopes name, and no others. */
export interface Caller {
  readonly actor: AccountHolder
  /** What a key is for; null for who is signed in. */
  readonly scopes: ReadonlyArray<string> | null
  /** The roles of the account, whatever the key leaves out. */
  readonly ofAccount: ReadonlyArray<Role>
  /** The session that the request came by; a key has none. */
  readonly session?: string
}

export interface Wanted {
  readonly record: string
  readonly id: string
  /** The version whose state is known already: then the answer leaves the state out. */
  readonly knownVersion?: number
}

/** A caller, and the record asked for along with it. */
export interface Found {
  readonly caller: Caller
  /** null where the record does not exist; undefined where none was asked for. */
  readonly record: Loaded | null | undefined
}

const key = /^phk_([a-z0-9]{8})_([A-Za-z0-9_-]{43})$/

export const parseKey = (text: string): Credentials | null => {
  const found = key.exec(text)
  return found === null ? null : { _tag: "Key", prefix: found[1] ?? "", secret: found[2] ?? "" }
}

const isRole = Schema.is(Role)

/** The scope of a key that may do whatever its account may. */
export const wholeAccount = "all"

/** `all`, a role that the key may use, or a pattern of operation names such as `missions.*`. */
export const Scope = Schema.Union([
  Schema.Literal(wholeAccount),
  Role,
  Schema.String.check(Schema.isPattern(/^(?:\*|[a-z][a-z-]*)\.(?:\*|[a-z][a-z-]*)$/))
])

export const covers = (pattern: string, operation: string): boolean => {
  const [noun, verb] = pattern.split(".")
  const [ofNoun, ofVerb] = operation.split(".")
  return (noun === "*" || noun === ofNoun) && (verb === "*" || verb === ofVerb)
}

const isWhole = (scopes: ReadonlyArray<string> | null): scopes is null =>
  scopes === null || scopes.includes(wholeAccount)

/** Every key may say whose it is and what it is for. */
const ofEveryKey = "me.get"

/** What goes before an act of a role, and is no operation on a record itself. */
const ofEveryRole = "files.put"

/**
 * The scope that a key lacks for an operation, if it lacks one. A role is for the operations that are declared for it: what
 * a person does with their own account, such as listing its keys, is named by its operation alone.
 */
export const missingScope = (
  { actor, ofAccount, scopes }: Caller,
  operation: string,
  declared: Pick<Operation, "allow"> | undefined
): string | null => {
  if (isWhole(scopes) || operation === ofEveryKey) return null
  const patterns = scopes.filter((scope) => !isRole(scope))
  const isNamed =
    patterns.length > 0
      ? patterns.some((pattern) => covers(pattern, operation))
      : declared !== undefined || (operation === ofEveryRole && actor.roles.length > 0)
  if (!isNamed) return operation
  if (declared === undefined || declared.allow.some((grant) => isGrantFor(actor, grant))) return null
  return rolesIn(declared.allow).find((role) => ofAccount.includes(role) && !actor.roles.includes(role)) ?? null
}

interface Row {
  readonly account: string
  readonly status: string
  readonly organisation: string
  readonly roles: ReadonlyArray<Role>
  readonly scopes: ReadonlyArray<string> | null
  readonly stale: boolean
  readonly session?: string
  readonly code?: string
  readonly expires?: number
  /** Of a key: its row with the code, and whether nothing has ended since. */
  readonly row?: CodedRow
  readonly current?: boolean
  readonly record?: Loaded | null
}

const stale = "60 seconds"

/** Everything in one JSON value, so that one parse reads it all. */
const columns = (wanted: number | undefined, used: string, scopes: string, proof = ""): string =>
  `SELECT json_build_object('account', a.id, 'status', a.status, 'organisation', a.state->'organisation',
  'roles', a.state->'roles', 'scopes', ${scopes},
  ${proof}'stale', coalesce(${used} < now() - interval '${stale}', true)${
    wanted === undefined
      ? ""
      : `, 'record', CASE WHEN w.id IS NOT NULL THEN json_build_object('version', w.version,
    'state', CASE WHEN w.version = $${wanted + 2}::int THEN NULL ELSE w.state END,
    'access', ${accessJson("w")}) END`
  }) AS found`

/** The record, by parameters from the one of this number on. */
const record = (wanted: number | undefined): string =>
  wanted === undefined ? "" : ` LEFT JOIN record w ON w.record = $${wanted}::text AND w.id = $${wanted + 1}::uuid`

const proof = `'session', s."id", 'code', s.code, 'expires', round(extract(epoch FROM s."expiresAt") * 1000)::bigint, `

// The status is judged by the reader: as a condition it tempts the planner into reading every active account.
const sessionText = (wanted?: number): string =>
  `${columns(wanted, `s."updatedAt"`, "NULL::jsonb", proof)}
FROM login_session s JOIN record a ON a.record = 'account' AND a.id = s."userId"::uuid${record(wanted)}
WHERE s.token = $1::text AND s."expiresAt" > now() AND s."updatedAt" > now() - interval '${idleMinutes} minutes'`

const keyProof = `'row', json_build_object('code', t.code, 'values', ${valuesIn(apiKeys)}),
  'current', t.endings = ${endings("t.account")}, `

const keyText = (wanted?: number): string =>
  `${columns(wanted, "t.last_used_at", "t.scopes", keyProof)}
FROM api_key t JOIN record a ON a.record = 'account' AND a.id = t.account${record(wanted)}
WHERE t.prefix = $1::text AND t.secret_hash = $2::text AND t.revoked_at IS NULL AND t.expires_at > now()`

const texts = {
  Session: { alone: sessionText(), wanted: sessionText(2) },
  Key: { alone: keyText(), wanted: keyText(3) }
}

const usedTexts = {
  Session: `UPDATE login_session SET "updatedAt" = now() WHERE token = $1::text`,
  Key: `UPDATE api_key SET last_used_at = now() WHERE prefix = $1::text`
}

const callerOf = ({ account, organisation, roles, scopes, session }: Row, credentials: Credentials): Caller => {
  const named = isWhole(scopes) ? [] : scopes.filter((scope): scope is Role => isRole(scope))
  return {
    actor: {
      ...(credentials._tag === "Key" ? { kind: "integration", key: credentials.prefix } : { kind: "person" }),
      account,
      organisation,
      roles: named.length === 0 ? roles : roles.filter((role) => named.includes(role))
    } as AccountHolder,
    scopes,
    ofAccount: roles,
    ...(session === undefined ? {} : { session })
  }
}

/**
 * A row that somebody wrote into the table, or turned to another account or a later end, lets nobody in; nor does a key that
 * has ended by the log.
 */
const isMadeHere = (key: Keyed, found: Row, credentials: Credentials): Effect.Effect<boolean> => {
  const { account, code, current, expires, row } = found
  if (credentials._tag === "Session") return Effect.succeed(code === credentials.codeOf(account, expires ?? 0))
  return row === undefined || current !== true ? Effect.succeed(false) : isOwnOrTold(key, apiKeys, row)
}

/**
 * Finds out in one statement who sends a request, and loads the record that it is about with it. Locked and ended
 * accounts, sessions past their time and keys past theirs find nobody.
 */
export const lookUp = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  key: Keyed,
  credentials: Credentials,
  wanted: Wanted | undefined
): Effect.fn.Return<Found | null, SqlError.SqlError> {
  const identified =
    credentials._tag === "Session" ? [credentials.kept] : [credentials.prefix, hashOf(credentials.secret)]
  const text = texts[credentials._tag][wanted === undefined ? "alone" : "wanted"]
  const params =
    wanted === undefined ? identified : [...identified, wanted.record, wanted.id, wanted.knownVersion ?? null]
  const row = (yield* sql.unsafe<{ readonly found: Row }>(text, params))[0]?.found
  if (row === undefined || row.status !== "active" || !(yield* isMadeHere(key, row, credentials))) return null
  if (row.stale) yield* sql.unsafe(usedTexts[credentials._tag], identified.slice(0, 1))
  const found: Found = {
    caller: callerOf(row, credentials),
    record: wanted === undefined ? undefined : (row.record ?? null)
  }
  return found
})
