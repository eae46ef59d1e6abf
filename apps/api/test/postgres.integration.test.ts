import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { newAgency, type Person, password, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

let world: World
let officer: Person
let stranger: Person

beforeAll(async () => {
  world = await openWorld({}, "postgres")
  officer = await (await newAgency(world)).invite(["programme-officer"])
  stranger = await (await newAgency(world, "กรมอื่น")).invite(["programme-officer"])
})
afterAll(() => world.close())

const mission = { title: { th: "ศูนย์เด็กเล็ก" }, purpose: "ดูแลเด็ก", provinces: ["12"], routine: false }

const registered = async () =>
  (await (await officer.send("POST", "/v1/missions", mission)).json()) as { readonly id: string }

it("SEC-2 of many writers that saw the same version one wins, and no change is lost", async () => {
  const { id } = await registered()
  let changes = 0
  for (let version = 1; version <= 10; version++) {
    const writers = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        officer.send(
          "POST",
          `/v1/missions/${id}/describe`,
          { ...mission, purpose: `รุ่น ${version} โดย ${n}` },
          { "if-match": `"${version}"` }
        )
      )
    )
    const won = writers.filter(({ status }) => status === 200)
    assert.strictEqual(won.length, 1, writers.map(({ status }) => status).join(" "))
    assert.isTrue(writers.every(({ status }) => status === 200 || status === 412))
    changes += won.length
  }
  const history = (await (await officer.send("GET", `/v1/missions/${id}/history`)).json()) as { readonly total: number }
  assert.strictEqual(history.total, changes + 1)
})

it("SEC-2 a key has one effect, however often and whenever it is sent", async () => {
  const word = crypto.randomUUID()
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const send = () =>
        officer.send("POST", "/v1/missions", { ...mission, title: { th: word } }, { "idempotency-key": `${word}-${n}` })
      const sent = await Promise.all([send(), send(), send()])
      return Promise.all([...sent, await send()].map(async (one) => ({ status: one.status, text: await one.text() })))
    })
  )
  for (const sent of outcomes) {
    const done = sent.filter(({ status }) => status === 201)
    assert.isAbove(done.length, 1)
    assert.strictEqual(new Set(done.map(({ text }) => text)).size, 1)
    assert.isTrue(sent.every(({ status }) => status === 201 || status === 409))
  }
  const listed = (await (await officer.send("GET", `/v1/missions?search=${word}`)).json()) as { readonly total: number }
  assert.strictEqual(listed.total, 40)
})

it("SEC-1 a foreign record answers as an unknown one, letter by letter", async () => {
  const answered = async (id: string) => {
    const response = await stranger.send("GET", `/v1/missions/${id}`)
    const headers = [...response.headers].filter(([name]) => name !== "x-request-id")
    const text = await response.text()
    return { status: response.status, headers, text: text.replaceAll(id, "ID").replace(/"requestId":"[^"]*"/, "") }
  }
  const foreign = await answered((await registered()).id)
  assert.strictEqual(foreign.status, 404)
  assert.deepStrictEqual(foreign, await answered(crypto.randomUUID()))
})

it("SEC-1 people sign in and lists come out in Thai order on PostgreSQL too", async () => {
  const signedIn = await send(world)("POST", "/api/auth/sign-in/email", { email: officer.email, password })
  assert.strictEqual(signedIn.status, 200)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ")
  const word = crypto.randomUUID().slice(0, 8)
  for (const title of ["ขา", "เก้า", "กา"]) {
    await officer.send("POST", "/v1/missions", { ...mission, title: { th: `${title} ${word}` } })
  }
  const page = (await (await send(world, { cookie })("GET", `/v1/missions?search=${word}&sort=title`)).json()) as {
    readonly data: ReadonlyArray<{ readonly title: { readonly th: string } }>
  }
  assert.deepStrictEqual(
    page.data.map(({ title }) => title.th.split(" ")[0]),
    ["กา", "เก้า", "ขา"]
  )
})
