import type { DemoMark } from "@phakhi/domain/engine/DemoMark"
import { StoreBusy } from "@phakhi/domain/engine/EventStore"
import { Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"

export interface Installation {
  readonly demo: boolean
  /** An empty store or one of demonstration data: a replay may say who acted and when. */
  readonly mayReplay: boolean
}

/** The digest of the demonstration data that is in this store already. */
export const loadedData = (sql: SqlClient.SqlClient): Effect.Effect<string | null, SqlError.SqlError> =>
  Effect.map(sql.unsafe<{ loaded: string | null }>(`SELECT loaded FROM installation`), ([row]) => row?.loaded ?? null)

export const markLoaded = (sql: SqlClient.SqlClient, digest: string): Effect.Effect<void, SqlError.SqlError> =>
  Effect.asVoid(sql.unsafe(`UPDATE installation SET loaded = $1::text`, [digest]))

/**
 * Where an administrator is let in, the store is somebody's: nobody says any more who acted in it and when. What was loaded
 * as a demonstration stays one.
 */
export const endReplaysFor = (sql: SqlClient.SqlClient, account: string): Effect.Effect<void, SqlError.SqlError> =>
  Effect.asVoid(
    sql.unsafe(
      `UPDATE installation SET demo = false WHERE loaded IS NULL AND EXISTS (SELECT FROM record
       WHERE record = 'account' AND id = $1::uuid AND state->'roles' @> '["agency-administrator"]')`,
      [account]
    )
  )

const text = `SELECT coalesce((SELECT demo FROM installation), false) AS demo,
  NOT EXISTS (SELECT 1 FROM event) AS empty`

export const readInstallation = (sql: SqlClient.SqlClient): Effect.Effect<Installation, SqlError.SqlError> =>
  Effect.map(sql.unsafe<{ demo: boolean; empty: boolean }>(text), ([row]) => ({
    demo: row?.demo === true,
    mayReplay: row?.demo === true || row?.empty === true
  }))

const markText = `INSERT INTO installation (demo) VALUES (true) ON CONFLICT (single) DO UPDATE SET demo = true`

/** Keeps in the database whether its data is for demonstration. */
export const marks = (
  sql: SqlClient.SqlClient,
  isBusy: (error: SqlError.SqlError) => boolean
): (typeof DemoMark)["Service"] => {
  const orBusy = <A>(effect: Effect.Effect<A, SqlError.SqlError>) =>
    Effect.catch(effect, (error) => (isBusy(error) ? Effect.fail(new StoreBusy()) : Effect.die(error)))
  return {
    isDemo: orBusy(Effect.map(readInstallation(sql), ({ demo }) => demo)),
    markDemo: orBusy(Effect.asVoid(sql.unsafe(markText)))
  }
}
