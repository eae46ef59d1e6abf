import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { cliOnDatabase, phakhi } from "../src/channels/Cli.ts"
import { cliAdmission } from "../src/journeys/Admission.ts"
import { gather } from "../src/journeys/Cast.ts"
import { handOf } from "../src/journeys/Hand.ts"
import { giveMandates, partnership } from "../src/journeys/Partnership.ts"

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "phakhi-channels-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it("COL-1…MON-6 in a folder that every command opens anew, phakhi alone closes an account of each model", async () => {
  const env = { PHAKHI_DATA: folder }
  const act = handOf(cliOnDatabase({ catalogue }, env))
  const cast = await gather(act, cliAdmission(env))
  await giveMandates(act, cast)
  for (const model of ["contracting", "grant", "commissioning"] as const) {
    const { shown } = await partnership(act, cast, { model })
    assert.strictEqual((shown.data as { readonly standing: { readonly _tag: string } }).standing._tag, "Closed")
  }
  const { exit, out } = await phakhi(["verify", "--json"], { env })
  assert.deepStrictEqual([exit, (JSON.parse(out) as { readonly sound: boolean }).sound], [0, true], out)
})
