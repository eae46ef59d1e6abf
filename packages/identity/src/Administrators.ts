import { randomUUID } from "node:crypto"
import { catalogue, commandNamed } from "@phakhi/domain/catalogue"
import { bySystem } from "@phakhi/domain/engine/Context"
import { decodeInput } from "@phakhi/domain/engine/Input"
import { perform } from "@phakhi/domain/engine/Perform"
import type { Keyed } from "@phakhi/store/SealKey"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { endReplaysFor } from "./Installation.ts"
import { checkPassword, setPasswords } from "./Passwords.ts"
import { identityRefusal } from "./Refusals.ts"
import type { SignIn } from "./SignIn.ts"

export interface NewAdministrator {
  /** Either an organisation that is registered, or the particulars of a new one. */
  readonly organisation:
    | { readonly id: string }
    | {
        readonly name: { readonly th: string; readonly en?: string }
        readonly legalForm?: string
        readonly sector?: string
        readonly province?: string
      }
  readonly name: string
  readonly email: string
  readonly password: string
  /** Makes a further administrator although there is one. */
  readonly evenSo?: boolean
}

export const hasAdministrator = (sql: SqlClient.SqlClient): Effect.Effect<boolean, SqlError.SqlError> =>
  Effect.map(
    sql.unsafe<{ found: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM record WHERE record = 'account' AND status = 'active'
        AND coalesce(state->'resting', state->'roles') @> '["agency-administrator"]'::jsonb) AS found`
    ),
    (rows) => rows[0]?.found === true
  )

/** SEC-5: nobody has an account yet, or whoever sits at the machine makes a further one. */
const installation = bySystem("SEC-5")

/** The first person of a fresh store: an organisation, an account that administers it, and a password. */
export const createAdministrator = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  key: Keyed,
  signIn: SignIn,
  { email, evenSo, name, organisation, password }: NewAdministrator
) {
  if (evenSo !== true && (yield* hasAdministrator(sql)))
    return yield* Effect.fail(identityRefusal("AdministratorExists", {}))
  yield* checkPassword(password, email)
  const roles = ["agency-administrator"] as const
  // Refused before anything is stored: an organisation without its administrator would be in the way.
  yield* Effect.fromResult(
    decodeInput(commandNamed("accounts.invite").input, { organisation: randomUUID(), name, email, roles })
  )
  const employer =
    "id" in organisation
      ? organisation.id
      : (yield* perform(catalogue, {
          operation: "organisations.register",
          input: { legalForm: "department", sector: "state", ...organisation },
          actor: installation
        })).id
  const account = yield* perform(catalogue, {
    operation: "accounts.invite",
    input: { organisation: employer, name, email, roles },
    actor: installation
  })
  yield* setPasswords(sql, key, signIn, [account.id], password)
  yield* endReplaysFor(sql, account.id)
  return { account: account.id, organisation: employer }
})
