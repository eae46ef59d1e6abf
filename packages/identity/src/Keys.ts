import { randomUUID } from "node:crypto"
import { decodeInput } from "@phakhi/domain/engine/Input"
import { accountTold } from "@phakhi/domain/engine/Notification"
import { refusal } from "@phakhi/domain/engine/refusals"
import type { AccountHolder, AccountId } from "@phakhi/domain/kernel/Actor"
import * as Field from "@phakhi/domain/kernel/Field"
import type { Refusal } from "@phakhi/domain/kernel/Refusal"
import { administers } from "@phakhi/domain/parties/Account"
import { toldOfRevokedKey } from "@phakhi/domain/parties/Telling"
import { enqueue } from "@phakhi/store/Outbox"
import { codeRow } from "@phakhi/store/RowCodes"
import type { Keyed } from "@phakhi/store/SealKey"
import { Effect, Schema } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { Scope } from "./Caller.ts"
import { apiKeys, endings } from "./CodedRows.ts"
import { type IdentityRefusal, identityRefusal } from "./Refusals.ts"
import { hashOf, newPrefix, newSecret } from "./Secrets.ts"
import { instant } from "./Times.ts"

/** What one says to get a key, and what it is to be for. */
export const NewKey = Schema.Struct({
  name: Field.text("ชื่อกุญแจ", "Name of the key"),
  scopes: Schema.Array(Scope).check(Schema.isMinLength(1), Schema.isMaxLength(50), Schema.isUnique()),
  expiresInDays: Field.optional(Field.count("อายุ (วัน)", "Valid for how many days", 1, 365))
})

export const Key = Schema.Struct({
  id: Schema.String,
  prefix: Schema.String,
  name: Schema.String,
  account: Schema.String,
  scopes: Schema.Array(Schema.String),
  createdAt: Schema.String,
  expiresAt: Schema.String,
  lastUsedAt: Schema.NullOr(Schema.String),
  revokedAt: Schema.NullOr(Schema.String)
}).annotate({ identifier: "Key" })
export type Key = typeof Key.Type

/** The key itself is in this answer and nowhere else, ever. */
export const CreatedKey = Schema.Struct({ ...Key.fields, key: Schema.String }).annotate({ identifier: "CreatedKey" })
export type CreatedKey = typeof CreatedKey.Type

const defaultDays = 90

/** So many keys of one account are valid at the same time. */
export const keysAtMost = 20

const columns = `k.id, k.prefix, k.name, k.account, k.scopes, ${instant("k.created_at")} AS "createdAt",
  ${instant("k.expires_at")} AS "expiresAt", ${instant("k.last_used_at")} AS "lastUsedAt",
  ${instant("k.revoked_at")} AS "revokedAt"`

/** One's own keys, and for an administrator those of the agency. Parameters 1 to 3. */
const reach = `(k.account = $1::uuid OR ($3::boolean AND EXISTS (SELECT 1 FROM record a
  WHERE a.record = 'account' AND a.id = k.account AND a.owner = $2::uuid)))`

const reachOf = ({ account, organisation, roles }: AccountHolder): Array<string | boolean | null> => [
  account,
  organisation,
  administers(roles)
]

/** A link that was issued meanwhile has ended the password, and with it the session that asks. */
export const createKey = (
  sql: SqlClient.SqlClient,
  key: Keyed,
  account: string,
  input: unknown,
  most: number
): Effect.Effect<CreatedKey, Refusal | IdentityRefusal | SqlError.SqlError> =>
  Effect.gen(function* () {
    const { expiresInDays, name, scopes } = yield* Effect.fromResult(decodeInput(NewKey, input))
    const secret = newSecret()
    const prefix = newPrefix()
    yield* sql`SELECT pg_advisory_xact_lock(hashtextextended(${`keys of ${account}`}, 0))`
    const [valid] = yield* sql<{ keys: number }>`SELECT count(*)::int AS keys FROM api_key
      WHERE account = ${account}::uuid AND revoked_at IS NULL AND expires_at > now()`
    if (valid !== undefined && valid.keys >= most) return yield* Effect.fail(identityRefusal("KeysSpent", { most }))
    const rows = yield* sql.unsafe<Key>(
      `WITH password AS (SELECT 1 FROM login_credential WHERE "userId" = $4::uuid::text FOR SHARE),
         unlinked AS (SELECT 1 FROM record
           WHERE record = 'account' AND id = $4::uuid AND NOT state ? 'linksIssued' FOR SHARE)
       INSERT INTO api_key AS k (id, prefix, secret_hash, account, name, scopes, created_at, expires_at, endings)
       SELECT $1::uuid, $2::text, $3::text, $4::uuid, $5::text, $6::jsonb, now(), now() + $7::int * interval '1 day', ${endings("$4::uuid")}
       WHERE EXISTS (SELECT 1 FROM password) OR EXISTS (SELECT 1 FROM unlinked)
       RETURNING ${columns}`,
      [randomUUID(), prefix, hashOf(secret), account, name, JSON.stringify(scopes), expiresInDays ?? defaultDays]
    )
    const [made] = rows
    if (made === undefined) return yield* Effect.fail(refusal("NotSignedIn", { operation: "keys.create" }))
    yield* codeRow(sql, key, apiKeys, made.id)
    return { ...made, key: `phk_${prefix}_${secret}` }
  }).pipe(sql.withTransaction)

export const listKeys = (
  sql: SqlClient.SqlClient,
  actor: AccountHolder
): Effect.Effect<ReadonlyArray<Key>, SqlError.SqlError> =>
  sql.unsafe<Key>(
    `SELECT ${columns} FROM api_key k WHERE ${reach} ORDER BY k.created_at DESC, k.id LIMIT 500`,
    reachOf(actor)
  )

/** Whose key it was, and whether it was in use until now. */
interface Revoked {
  readonly account: AccountId
  readonly ends: boolean
}

const revokeText = `UPDATE api_key k SET revoked_at = coalesce(k.revoked_at, now()), code = NULL
  FROM (SELECT id, revoked_at FROM api_key WHERE id = $4::uuid FOR UPDATE) AS before
  WHERE ${reach} AND k.id = before.id RETURNING k.account, before.revoked_at IS NULL AS ends`

/** A key that is out of reach answers as an unknown one (SEC-1). Whose it is is told where somebody else revokes it (SEC-9). */
export const revokeKey = (
  sql: SqlClient.SqlClient,
  actor: AccountHolder,
  id: string
): Effect.Effect<void, Refusal | SqlError.SqlError> =>
  Effect.gen(function* () {
    const missing = refusal("RecordNotFound", { record: "key", id })
    if (!Schema.is(Schema.String.check(Schema.isUUID()))(id)) return yield* Effect.fail(missing)
    const revoking = Effect.gen(function* () {
      const [key] = yield* sql.unsafe<Revoked>(revokeText, [...reachOf(actor), id])
      if (key === undefined) return yield* Effect.fail(missing)
      if (key.ends && key.account !== actor.account)
        yield* enqueue([{ topic: accountTold, payload: { ...toldOfRevokedKey(key.account) } }])
    })
    yield* sql.withTransaction(Effect.provideService(revoking, SqlClient.SqlClient, sql))
  })
