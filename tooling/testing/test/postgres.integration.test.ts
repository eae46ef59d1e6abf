import { existsSync } from "node:fs"
import pg from "pg"
import { describe, expect, inject, it } from "vitest"
import { freshDatabase, startPostgres } from "../src/index.ts"

const ask = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe("the PostgreSQL of the test project", () => {
  it("is a real one, in UTF-8, with the same collation on every machine", async () => {
    const rows = await ask(
      inject("postgresUrl"),
      "SELECT current_setting('server_version_num')::int AS version, datcollate, datlocale, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = 'postgres'"
    )
    expect(rows).toEqual([{ version: expect.any(Number), datcollate: "C", datlocale: "C.UTF-8", encoding: "UTF8" }])
    expect(rows[0].version).toBeGreaterThanOrEqual(180000)
  })

  it("finds parts of Thai words by trigram", async () => {
    await using database = await freshDatabase()
    await ask(database.url, "CREATE EXTENSION pg_trgm")
    const rows = await ask(database.url, "SELECT cardinality(show_trgm('ศูนย์')) AS trigrams")
    expect(rows[0].trigrams).toBeGreaterThan(0)
  })

  it("goes with its folder when it is stopped", async () => {
    const cluster = await startPostgres({ durable: true })
    const [row] = await ask(cluster.url, "SHOW data_directory")
    expect(existsSync(row.data_directory)).toBe(true)
    expect(await ask(cluster.url, "SHOW fsync")).toEqual([{ fsync: "on" }])
    await cluster.stop()
    expect(existsSync(row.data_directory)).toBe(false)
  })
})

describe("a fresh database", () => {
  it("is a clone of a template that is migrated once, whoever asks first", async () => {
    let migrations = 0
    const template = {
      name: "once",
      migrate: async (url: string) => {
        migrations++
        await ask(url, "CREATE TABLE migrated (id int)")
      }
    }
    const databases = await Promise.all([1, 2, 3].map(() => freshDatabase(template)))
    expect(migrations).toBe(1)
    await ask(databases[0]!.url, "INSERT INTO migrated VALUES (1)")
    expect(await ask(databases[1]!.url, "SELECT * FROM migrated")).toEqual([])
    await Promise.all(databases.map(({ drop }) => drop()))
    await expect(ask(databases[2]!.url, "SELECT 1")).rejects.toThrow("does not exist")
  })

  it("is made again when the first migration failed half-way", async () => {
    const failing = async (url: string) => {
      await ask(url, "CREATE TABLE half (id int)")
      throw new Error("planted")
    }
    await expect(freshDatabase({ name: "half", migrate: failing })).rejects.toThrow("planted")
    await using database = await freshDatabase({ name: "half", migrate: async () => {} })
    expect(await ask(database.url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }])
  })
})
