import { PGlite } from "@electric-sql/pglite"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { options } from "../src/Pglite.ts"
import { preparing } from "../src/PreparedPglite.ts"

describe("Statements on the embedded database", () => {
  let db: PGlite
  beforeAll(async () => {
    db = await PGlite.create(options)
    await db.exec(`CREATE TABLE kept (id int PRIMARY KEY, name text, data jsonb)`)
  })
  afterAll(() => db.close())

  it("give the rows that the library gives, prepared or planned anew, the first time and later", async () => {
    const { anew, prepared } = preparing(db)
    const text = `SELECT $1::int + 1 AS number, $2::text AS name, $3::boolean AS flag, $4::jsonb AS data, $5::uuid AS nothing`
    const params = [41, "ความร่วมมือ", true, JSON.stringify({ a: [1, null] }), null]
    const { rows } = await db.query<object>(text, params)
    for (const run of [prepared, anew, prepared, anew]) expect(await run(text, params, "object")).toEqual(rows)
    expect(await prepared(text, params, "array")).toEqual([Object.values(rows[0] ?? {})])
    expect(await anew(`SELECT $1::jsonb AS data`, [{ a: 1 }], "object")).toEqual([{ data: { a: 1 } }])
  })

  it("go on after one of them has failed, inside a transaction and outside", async () => {
    const { anew, prepared } = preparing(db)
    const insert = `INSERT INTO kept (id, name) VALUES ($1::int, $2::text) RETURNING id`
    expect(await prepared(insert, [1, "one"], "object")).toEqual([{ id: 1 }])
    await expect(prepared(insert, [1, "one"], "object")).rejects.toMatchObject({ code: "23505" })
    await expect(prepared(`SELECT nothing FROM nowhere`, [], "object")).rejects.toMatchObject({ code: "42P01" })
    await anew("BEGIN", [], "object")
    await prepared(insert, [2, "two"], "object")
    await expect(prepared(insert, [2, "two"], "object")).rejects.toMatchObject({ code: "23505" })
    await expect(prepared(insert, [3, "three"], "object")).rejects.toMatchObject({ code: "25P02" })
    await anew("ROLLBACK", [], "object")
    expect(await prepared(`SELECT count(*)::int AS rows FROM kept`, [], "object")).toEqual([{ rows: 1 }])
  })

  it("follow a table that is given another shape", async () => {
    const { prepared } = preparing(db)
    const text = `SELECT * FROM kept WHERE id = $1::int`
    expect(await prepared(text, [1], "object")).toEqual([{ id: 1, name: "one", data: null }])
    await db.exec(`ALTER TABLE kept DROP COLUMN data`)
    expect(await prepared(text, [1], "object")).toEqual([{ id: 1, name: "one" }])
  })

  it("keep their rows apart when several are under way at once, as when a long read is turned over", async () => {
    const { anew, prepared } = preparing(db)
    const asked = Array.from({ length: 60 }, (_, n) => n)
    const rows = await Promise.all(
      asked.map((n) => (n % 3 === 0 ? anew : prepared)(`SELECT $1::int AS n${n % 7}`, [n], "object"))
    )
    expect(rows).toEqual(asked.map((n) => [{ [`n${n % 7}`]: n }]))
  })

  it("stay right when more are asked for than are kept prepared", async () => {
    const { prepared } = preparing(db)
    for (const round of [1, 2]) {
      for (let number = 0; number < 300; number++) {
        const rows = await prepared(`SELECT ${number} + $1::int AS sum`, [round], "object")
        expect(rows).toEqual([{ sum: number + round }])
      }
    }
    const names = `SELECT count(*)::int AS held FROM pg_prepared_statements WHERE statement LIKE '% AS sum'`
    expect((await db.query<{ held: number }>(names)).rows[0]?.held).toBeLessThanOrEqual(128)
  })
})
