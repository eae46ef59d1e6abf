import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { catalogue } from "@phakhi/domain/catalogue"
import { cliOnDatabase, phakhi } from "../src/channels/Cli.ts"
import { cliAdmission } from "../src/journeys/Admission.ts"
import { invited, text } from "../src/journeys/Cast.ts"
import { handOf } from "../src/journeys/Hand.ts"

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "phakhi-channels-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it("in a fresh folder, phakhi makes the first administrator, lets a colleague in and registers a real mission", async () => {
  const env = { PHAKHI_DATA: folder }
  const act = handOf(cliOnDatabase({ catalogue }, env))
  const admission = cliAdmission(env)
  const administrator = await admission.found()
  const agency = administrator.actor.organisation ?? ""
  const officer = await invited(act, admission, administrator, agency, ["programme-officer"])
  const mission = { title: text("ศูนย์เด็กเล็ก"), purpose: "ดูแลเด็ก", provinces: ["12"], routine: false }
  const { id } = await act(officer, "missions.register", mission)
  const begun = await act(officer, "missions.begin-review", {}, id)
  assert.strictEqual((begun.data as { readonly _tag: string })._tag, "UnderReview")
  const { exit, out } = await phakhi(["verify", "--json"], { env })
  assert.deepStrictEqual([exit, (JSON.parse(out) as { readonly sound: boolean }).sound], [0, true], out)
})
