import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { EventStore } from "@phakhi/domain/engine/EventStore"
import { Identity } from "@phakhi/identity/Identity"
import { orBusy } from "@phakhi/store/Busy"
import { Files, FilesFailed } from "@phakhi/store/Files"
import { Effect } from "effect"
import { SqlError } from "effect/sql"
import { makeApp } from "../src/App.ts"
import { newAgency, send } from "./People.ts"
import { openWorld, url, type World } from "./World.ts"

let world: World
let key: string

beforeAll(async () => {
  world = await openWorld()
  const { account } = await (await newAgency(world)).invite(["programme-officer"])
  const asked = { name: "full", scopes: ["programme-officer"] }
  key = (await world.run(Identity.use((identity) => identity.createKey(account, asked)))).key
})
afterAll(() => world.close())

const officerAt = (app: World["app"]) => send({ app }, { authorization: `Bearer ${key}` })

const problem = async (response: Response) => {
  const { code, en, status, th } = (await response.json()) as Record<"code" | "en" | "status" | "th", string>
  return { status: response.status, said: status, code, th: th.slice(0, 10), en: en.slice(0, 25) }
}

const full = { status: 507, said: 507, code: "StoreFull", th: "ดิสก์ของเค", en: "The server's disk is full" }

/** As the world is, but for what a full disk makes of it. */
const on = async <A, E, R>(app: Effect.Effect<A, E, R>) => world.run(app as never) as Promise<A>

it("SEC-2 a file for which there is no room is refused in words", async () => {
  const files = await world.run(Files.use((files) => Effect.succeed(files)))
  const put = () => Effect.fail(new FilesFailed({ reason: "ENOSPC: no space left on device, write" }))
  const app = await on(Effect.provideService(makeApp({ url }), Files, { ...files, put }))
  assert.deepStrictEqual<unknown>(await problem(await officerAt(app)("PUT", "/v1/files", "หลักฐาน")), full)
})

it("SEC-2 an act for which the database has no room is refused in words, not as one to be tried again", async () => {
  const store = await world.run(EventStore.use((store) => Effect.succeed(store)))
  const cause = Object.assign(new Error('could not extend file "base/5/16891": No space left on device'), {
    code: "53100"
  })
  const error = new SqlError.SqlError({
    reason: new SqlError.UnknownError({ cause, message: "x", operation: "execute" })
  })
  const app = await on(Effect.provideService(makeApp({ url }), EventStore, { ...store, append: () => orBusy(error) }))
  const mission = { title: { th: "ภารกิจ" }, purpose: "ทดลอง", provinces: ["10"], routine: false }
  assert.deepStrictEqual<unknown>(await problem(await officerAt(app)("POST", "/v1/missions", mission)), full)
})

it("whoever watches the server is told that there is no room left", async () => {
  const ready = await send(world)("GET", "/readyz")
  assert.strictEqual(ready.status, 200)
  const app = await on(makeApp({ url, hasRoom: () => Promise.resolve(false) }))
  assert.deepStrictEqual<unknown>(await problem(await send({ app })("GET", "/readyz")), full)
})
