import { expect, it } from "vitest"
import { freshPglite } from "../src/index.ts"

it("two PGlite instances in memory share nothing", async () => {
  const [first, second] = await Promise.all([freshPglite(), freshPglite()])
  await first.query("CREATE TABLE mine (id int)")
  const { rows } = await second.query("SELECT to_regclass('mine') AS mine")
  expect(rows).toEqual([{ mine: null }])
  await Promise.all([first.close(), second.close()])
})
