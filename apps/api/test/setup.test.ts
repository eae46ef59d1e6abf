import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { Identity } from "@phakhi/identity/Identity"
import { newSetupToken } from "../src/pages/Setup.ts"
import { newAgency, password, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

let world: World
const setupToken = newSetupToken()

beforeAll(async () => {
  world = await openWorld({ setupToken })
})
afterAll(() => world.close())

const post = (entered: Record<string, string>, token = setupToken, headers: Record<string, string> = {}) =>
  world.app.request(`/setup/${token}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(entered).toString()
  })

const entered = { organisation: "กรมจริง", name: "ผู้ดูแล", email: "first@example.go.th", password }

it("SEC-1 the first administrator of a fresh store is made behind the link of the terminal, once", async () => {
  assert.strictEqual((await world.app.request(`/setup/${setupToken}`)).status, 200)
  assert.strictEqual((await world.app.request(`/setup/${newSetupToken()}`)).status, 404)
  assert.strictEqual((await post(entered, newSetupToken())).status, 404)
  assert.strictEqual((await post(entered, setupToken, { origin: "https://evil.example" })).status, 403)
  const short = await post({ ...entered, name: "<b>", password: "short" })
  assert.strictEqual(short.status, 400)
  const again = await short.text()
  assert.include(again, 'role="alert"')
  assert.include(again, "&lt;b&gt;")
  const common = await post({ ...entered, password: "administrator" })
  assert.strictEqual(common.status, 400)
  assert.include(await common.text(), "So many people use this password")
  assert.strictEqual((await post(entered)).status, 201)
  assert.strictEqual((await post({ ...entered, email: "second@example.go.th" })).status, 404)
  const signedIn = await send(world)("POST", "/api/auth/sign-in/email", { email: entered.email, password })
  assert.strictEqual(signedIn.status, 200)
})

it("SEC-1 an empty store takes a replay from the machine itself only, and one with something real takes none", async () => {
  const line =
    '{"id":"a","op":"organisations.register","as":"founder","input":{"name":{"th":"ก"},"legalForm":"other","sector":"state"}}'
  const real = await send(world)("POST", "/v1/replay", line)
  assert.deepStrictEqual([real.status, ((await real.json()) as { code: string }).code], [403, "ReplayNotPermitted"])
  const empty = await openWorld()
  const replay = (headers: Record<string, string> = {}) => send(empty)("POST", "/v1/replay", line, headers)
  assert.strictEqual((await replay({ "x-forwarded-for": "203.0.113.9" })).status, 403)
  assert.deepStrictEqual(await (await replay()).json(), { done: 1, dryRun: false })
  assert.deepStrictEqual(await (await replay()).json(), { done: 1, dryRun: false })
  const wrong = await send(empty)(
    "POST",
    "/v1/replay",
    line.replace('"id":"a"', '"id":"b"').replace('"sector":"state"', '"sector":"moon"')
  )
  const problem = (await wrong.json()) as { line: number; lineId: string; code: string }
  assert.deepStrictEqual([wrong.status, problem.line, problem.lineId, problem.code], [400, 1, "b", "InputMalformed"])
  await empty.run(Identity.use(({ markLoaded }) => markLoaded("a demonstration")))
  const { administrator } = await newAgency(empty)
  const keyed = async (scope: string) => {
    const asked = { name: "k", scopes: [scope] }
    const { key } = await empty.run(Identity.use((identity) => identity.createKey(administrator.account, asked)))
    return replay({ authorization: `Bearer ${key}`, "x-forwarded-for": "203.0.113.9" })
  }
  assert.strictEqual((await keyed("replay.run")).status, 200)
  assert.strictEqual((await keyed("missions.*")).status, 403)
  const deep = `{"id":"c","op":"organisations.register","input":{"x":${"[".repeat(50_000)}${"]".repeat(50_000)}}}`
  assert.strictEqual((await send(empty)("POST", "/v1/replay", deep)).status, 400)
  await empty.close()
  const elsewhere = await openWorld({ url: "https://phakhi.example.go.th" })
  const through = await send(elsewhere)("POST", "/v1/replay", line)
  assert.strictEqual(((await through.json()) as { code: string }).code, "ReplayNotPermitted")
  await elsewhere.close()
})

it("SEC-1 a store that was filled by a replay takes no other once it has an administrator", async () => {
  const filled = await openWorld()
  const line = (id: string) =>
    `{"id":"${id}","op":"organisations.register","as":"founder","at":"2026-01-05T03:00:00.000Z","input":{"name":{"th":"ก"},"legalForm":"other","sector":"state"}}`
  const replay = (id: string, headers: Record<string, string> = {}) =>
    send(filled)("POST", "/v1/replay", line(id), headers)
  assert.strictEqual((await replay("a")).status, 200)
  assert.strictEqual((await replay("b")).status, 200)
  const { administrator } = await newAgency(filled)
  const asked = { name: "k", scopes: ["all"] }
  const { key } = await filled.run(Identity.use((identity) => identity.createKey(administrator.account, asked)))
  for (const headers of [{}, { authorization: `Bearer ${key}` }] as const) {
    const refused = await replay("c", headers)
    assert.deepStrictEqual(
      [refused.status, ((await refused.json()) as { code: string }).code],
      [403, "ReplayNotPermitted"]
    )
  }
  const installation = (await (await send(filled)("GET", "/api/installation")).json()) as object
  assert.deepStrictEqual(installation, { demo: false, mayReplay: false, hasAdministrator: true })
  await filled.close()
})
