import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { newAgency, type Person, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

let world: World
let officer: Person
let other: Person

beforeAll(async () => {
  world = await openWorld()
  const agency = await newAgency(world)
  officer = await agency.invite(["programme-officer"])
  other = await agency.invite(["programme-officer"])
})
afterAll(() => world.close())

const path = "/v1/drafts/missions.register/new"
const typed = { draft: { purpose: "ยังพิมพ์ไม่จบ" }, from: {} }
const json = async (response: Response) => (await response.json()) as { readonly [name: string]: unknown }

it("a draft is kept, found, listed and dropped, and is nobody else's", async () => {
  const kept = await officer.send("PUT", `${path}?part=${encodeURIComponent("ส่วนที่ 1")}`, typed)
  assert.strictEqual(kept.status, 200)
  const { keptAt } = await json(kept)
  const found = await json(await officer.send("GET", `${path}?part=${encodeURIComponent("ส่วนที่ 1")}`))
  assert.deepStrictEqual(found, { draft: { ...typed, keptAt } })
  assert.deepStrictEqual(await json(await officer.send("GET", path)), { draft: null })
  const listed = { operation: "missions.register", record: "new", part: "ส่วนที่ 1", keptAt }
  assert.deepStrictEqual(await json(await officer.send("GET", "/v1/drafts")), { data: [listed] })
  assert.deepStrictEqual(await json(await other.send("GET", "/v1/drafts")), { data: [] })
  assert.strictEqual((await other.send("DELETE", `${path}?part=${encodeURIComponent("ส่วนที่ 1")}`)).status, 200)
  assert.lengthOf((await json(await officer.send("GET", "/v1/drafts")))["data"] as ReadonlyArray<unknown>, 1)
  await officer.send("DELETE", `${path}?part=${encodeURIComponent("ส่วนที่ 1")}`)
  assert.deepStrictEqual(await json(await officer.send("GET", "/v1/drafts")), { data: [] })
})

it("SEC-1 a draft says nothing of a record that its writer does not see", async () => {
  const stranger = await (await newAgency(world)).invite(["programme-officer"])
  const mission = { title: { th: "ภารกิจลับ" }, purpose: "ยังไม่ประกาศ", provinces: ["10"], routine: false }
  const { id } = await json(await officer.send("POST", "/v1/missions", mission))
  assert.strictEqual((await stranger.send("GET", `/v1/missions/${id}`)).status, 404)
  assert.strictEqual((await stranger.send("PUT", `/v1/drafts/missions.describe/${id}`, typed)).status, 200)
  assert.notInclude(await (await stranger.send("GET", "/v1/drafts")).text(), "ภารกิจลับ")
})

it("SEC-2 a draft is bounded, of a known shape, and kept by nobody who has not signed in", async () => {
  assert.strictEqual((await send(world)("PUT", path, typed)).status, 401)
  assert.strictEqual((await officer.send("PUT", path, { ...typed, more: 1 })).status, 400)
  assert.strictEqual((await officer.send("PUT", "/v1/drafts/missions.register/somewhere", typed)).status, 400)
  assert.strictEqual((await officer.send("PUT", "/v1/drafts/Missions/new", typed)).status, 400)
  const large = { draft: { purpose: "x".repeat(200_000) }, from: {} }
  assert.strictEqual((await officer.send("PUT", path, large)).status, 413)
})
