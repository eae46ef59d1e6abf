import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { Identity } from "@phakhi/identity/Identity"
import { newAgency, type Person, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

let world: World
let officer: Person
let key: string

beforeAll(async () => {
  world = await openWorld()
  officer = await (await newAgency(world)).invite(["programme-officer"])
  const made = await world.run(
    Identity.use((identity) => identity.createKey(officer.account, { name: "files", scopes: ["all"] }))
  )
  key = made.key
})
afterAll(() => world.close())

const put = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  world.app.request("/v1/files", { method: "PUT", body, headers: { authorization: `Bearer ${key}`, ...headers } })

const code = async (response: Response) => ((await response.json()) as { readonly code: string }).code

it("evidence is kept by its content, whatever it is called", async () => {
  const first = await put("รายงานฉบับที่ 1")
  assert.strictEqual(first.status, 201)
  const stored = (await first.json()) as { readonly digest: string; readonly type: string; readonly size: number }
  assert.match(stored.digest, /^[0-9a-f]{64}$/)
  assert.strictEqual(stored.type, "text/plain")
  assert.deepStrictEqual(await (await put("รายงานฉบับที่ 1")).json(), stored)
})

it("SEC-2 a file of another kind or size is refused", async () => {
  const program = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...new Uint8Array(200)])
  assert.strictEqual(await code(await put(program)), "FileTypeRefused")
  const large = await put("x".repeat(300_000))
  assert.deepStrictEqual([large.status, await code(large)], [413, "BodyTooLarge"])
  const announced = await put("x", { "content-length": "99999999" })
  assert.strictEqual(announced.status, 413)
})

it("SEC-1 nobody puts a file without signing in, and none is read through a text that names it", async () => {
  assert.strictEqual((await world.app.request("/v1/files", { method: "PUT", body: "x" })).status, 401)
  const { digest } = (await (await put("หลักฐาน")).json()) as { readonly digest: string }
  const made = await officer.send("POST", "/v1/missions", {
    title: { th: "ภารกิจ" },
    purpose: digest,
    provinces: ["10"],
    routine: false
  })
  const { id } = (await made.json()) as { readonly id: string }
  assert.strictEqual((await officer.send("GET", `/v1/missions/${id}/files/${digest}`)).status, 404)
  assert.strictEqual((await send(world)("GET", `/v1/missions/${id}/files/${digest}`)).status, 404)
})
