import type { DemoMark } from "@phakhi/domain/engine/DemoMark"
import { StoreBusy } from "@phakhi/domain/engine/EventStore"
import { type CodedRow, changeRow, codeRow, isOwnOrTold, valuesIn } from "@phakhi/store/RowCodes"
import type { Keyed } from "@phakhi/store/SealKey"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { demoMark } from "./CodedRows.ts"

export interface Installation {
  readonly demo: boolean
  /** An empty store or one of demonstration data: a replay may say who acted and when. */
  readonly mayReplay: boolean
}

/** The digest of the demonstration data that is in this store already. */
export const loadedData = (sql: SqlClient.SqlClient): Effect.Effect<string | null, SqlError.SqlError> =>
  Effect.map(sql.unsafe<{ loaded: string | null }>(`SELECT loaded FROM installation`), ([row]) => row?.loaded ?? null)

export const markLoaded = (
  sql: SqlClient.SqlClient,
  key: Keyed,
  digest: string
): Effect.Effect<void, SqlError.SqlError> =>
  Effect.asVoid(
    changeRow(sql, key, demoMark, "installation", sql.unsafe(`UPDATE installation SET loaded = $1::text`, [digest]))
  )

/**
 * Where an administrator is let in, the store is somebody's: nobody says any more who acted in it and when. What was loaded
 * as a demonstration stays one.
 */
export const endReplaysFor = (sql: SqlClient.SqlClient, account: string): Effect.Effect<void, SqlError.SqlError> =>
  Effect.asVoid(
    sql.unsafe(
      `UPDATE installation SET demo = false, code = NULL WHERE loaded IS NULL AND EXISTS (SELECT FROM record
       WHERE record = 'account' AND id = $1::uuid AND state->'roles' @> '["agency-administrator"]')`,
      [account]
    )
  )

const text = `SELECT t.code, ${valuesIn(demoMark)} AS values, coalesce(t.demo, false) AS demo,
  NOT EXISTS (SELECT 1 FROM event) AS empty FROM (SELECT 1) one LEFT JOIN installation t ON TRUE`

export const readInstallation = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  key: Keyed
): Effect.fn.Return<Installation, SqlError.SqlError> {
  const [row] = yield* sql.unsafe<CodedRow & { readonly demo: boolean; readonly empty: boolean }>(text)
  const demo = row?.demo === true && (yield* isOwnOrTold(key, demoMark, row))
  return { demo, mayReplay: demo || row?.empty === true }
})

const markText = `INSERT INTO installation (demo) VALUES (true) ON CONFLICT (single) DO UPDATE SET demo = true`

/** Keeps in the database whether its data is for demonstration. */
export const marks = (
  sql: SqlClient.SqlClient,
  key: Keyed,
  isBusy: (error: SqlError.SqlError) => boolean
): (typeof DemoMark)["Service"] => {
  const orBusy = <A>(effect: Effect.Effect<A, SqlError.SqlError>) =>
    Effect.catch(effect, (error) => (isBusy(error) ? Effect.fail(new StoreBusy()) : Effect.die(error)))
  return {
    isDemo: orBusy(Effect.map(readInstallation(sql, key), ({ demo }) => demo)),
    markDemo: orBusy(
      sql.withTransaction(Effect.andThen(sql.unsafe(markText), codeRow(sql, key, demoMark, "installation")))
    )
  }
}
