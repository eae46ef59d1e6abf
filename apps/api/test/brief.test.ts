import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { newAgency, type Person } from "./People.ts"
import { openWorld, type World } from "./World.ts"

let world: World
let officer: Person

beforeAll(async () => {
  world = await openWorld()
  officer = await (await newAgency(world)).invite(["programme-officer"])
})
afterAll(() => world.close())

const mission = { title: { th: "ดูแลเด็กเล็ก" }, purpose: "ให้เด็กเข้าถึงบริการ", provinces: ["12"], routine: false }
const brief = { prefer: "respond-async, return=minimal" }

it("whoever prefers a minimal answer is told the version and the place, and no more", async () => {
  const made = await officer.send("POST", "/v1/missions", mission, brief)
  assert.deepStrictEqual(
    [made.status, made.headers.get("etag"), made.headers.get("preference-applied"), await made.text()],
    [201, '"1"', "return=minimal", ""]
  )
  const path = made.headers.get("location") ?? ""
  const begun = await officer.send("POST", `${path}/begin-review`, {}, { ...brief, "if-match": '"1"' })
  assert.deepStrictEqual([begun.status, begun.headers.get("etag"), await begun.text()], [204, '"2"', ""])
  const shown = (await (await officer.send("GET", path)).json()) as { readonly version: number }
  assert.strictEqual(shown.version, 2)
})

it("a refusal is told in full to whoever prefers a minimal answer", async () => {
  const made = await officer.send("POST", "/v1/missions", mission)
  const path = made.headers.get("location") ?? ""
  const refused = await officer.send("POST", `${path}/begin-review`, {}, { ...brief, "if-match": '"7"' })
  assert.strictEqual(refused.status, 412)
  assert.strictEqual(((await refused.json()) as { readonly code: string }).code, "VersionStale")
})
