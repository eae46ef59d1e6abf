import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { type Database, freshDatabase } from "@phakhi/testing/Database"
import { cliOnDatabase, phakhi } from "../src/channels/Cli.ts"
import { cliAdmission } from "../src/journeys/Admission.ts"
import { type Cast, gather } from "../src/journeys/Cast.ts"
import { type Act, handOf } from "../src/journeys/Hand.ts"
import { giveMandates, inRounds, partnership } from "../src/journeys/Partnership.ts"

const standing = ({ data }: { readonly data: unknown }) =>
  (data as { readonly standing: { readonly _tag: string } }).standing._tag

describe("by phakhi alone, from create-admin on, on a fresh PostgreSQL", () => {
  let database: Database
  let folder: string
  let env: Record<string, string>
  let act: Act
  let cast: Cast
  beforeAll(async () => {
    database = await freshDatabase()
    folder = mkdtempSync(join(tmpdir(), "phakhi-channels-"))
    env = { DATABASE_URL: database.url, PHAKHI_DATA: folder }
    act = handOf(cliOnDatabase({ catalogue }, env))
    cast = await gather(act, cliAdmission(env))
    await giveMandates(act, cast)
  })
  afterAll(async () => {
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  for (const model of ["contracting", "grant", "commissioning"] as const)
    it(`COL-1…MON-6 a new mission comes to a closed account by ${model}`, async () => {
      const { shown } = await partnership(act, cast, { model })
      assert.strictEqual(standing(shown), "Closed")
    })

  it("PRO-1, PBC-7 an adapted process with three rounds comes to its closed account", async () => {
    const process = await inRounds(act, cast, 3)
    const { shown } = await partnership(act, cast, { model: "contracting", rounds: 3, process })
    assert.strictEqual(standing(shown), "Closed")
  })

  it("what the journeys left behind verifies", async () => {
    const { exit, out } = await phakhi(["verify", "--json"], { env })
    assert.deepStrictEqual([exit, (JSON.parse(out) as { readonly sound: boolean }).sound], [0, true], out)
  })
})
