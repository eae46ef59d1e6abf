import { freshDatabase } from "@phakhi/testing/Database"
import pg from "pg"
import { expect, it } from "vitest"
import { pooled } from "../src/SignIn.ts"

it("a connection that the server ends while idle is replaced, and brings nobody down", async () => {
  await using database = await freshDatabase()
  const pool = pooled(database.url)
  await pool.query("SELECT 1")
  const other = new pg.Client({ connectionString: database.url })
  await other.connect()
  const ended = await other.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'phakhi sign-in' AND datname = current_database()`
  )
  expect(ended.rowCount).toBe(1)
  await other.end()
  await expect.poll(() => pool.totalCount).toBe(0)
  expect((await pool.query("SELECT 2 AS two")).rows).toEqual([{ two: 2 }])
  await pool.end()
})
