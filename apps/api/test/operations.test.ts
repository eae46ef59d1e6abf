import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { newAgency, type Person, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

let world: World
let officer: Person
let stranger: Person

beforeAll(async () => {
  world = await openWorld()
  const agency = await newAgency(world)
  officer = await agency.invite(["programme-officer"])
  stranger = await (await newAgency(world, "กรมอื่น")).invite(["programme-officer"])
})
afterAll(() => world.close())

const mission = { title: { th: "ศูนย์เด็กเล็ก", en: "Day care" }, purpose: "ดูแลเด็ก", provinces: ["12"], routine: false }

const registered = async (more: object = {}) => {
  const response = await officer.send("POST", "/v1/missions", { ...mission, ...more })
  assert.strictEqual(response.status, 201, await response.clone().text())
  return (await response.json()) as { readonly id: string; readonly version: number }
}

const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

const problem = async (response: Response) =>
  (await response.json()) as {
    readonly code: string
    readonly kind: string
    readonly status: number
    readonly title: string
    readonly detail: string
    readonly th: string
    readonly en: string
    readonly rule: { readonly id: string; readonly href: string }
    readonly errors?: ReadonlyArray<{ readonly pointer: string; readonly detail: string }>
    readonly facts: Record<string, unknown>
    readonly requestId: string
  }

it("answers a new record with 201, where it is, and its version", async () => {
  const response = await officer.send("POST", "/v1/missions", mission)
  const { id } = (await response.clone().json()) as { id: string }
  assert.deepStrictEqual(
    [
      response.status,
      response.headers.get("location"),
      response.headers.get("etag"),
      response.headers.get("cache-control")
    ],
    [201, `/v1/missions/${id}`, '"1"', "no-store"]
  )
  const read = await officer.send("GET", `/v1/missions/${id}`)
  assert.strictEqual(read.headers.get("etag"), '"1"')
  assert.deepStrictEqual(await read.json(), await response.json())
})

it("SEC-2 a change without If-Match answers 428, with an old one 412 and the current version", async () => {
  const { id } = await registered()
  const begin = (headers: Record<string, string>) =>
    officer.send("POST", `/v1/missions/${id}/begin-review`, {}, headers)
  const missing = await begin({})
  assert.strictEqual(missing.status, 428)
  assert.strictEqual((await problem(missing)).facts["current"], 1)
  const done = await begin({ "if-match": '"1"' })
  assert.deepStrictEqual([done.status, done.headers.get("etag")], [200, '"2"'])
  const stale = await begin({ "if-match": '"1"' })
  assert.strictEqual(stale.status, 412)
  assert.strictEqual((await problem(stale)).facts["current"], 2)
  assert.strictEqual((await begin({ "if-match": 'W/"2"' })).status, 400)
  assert.strictEqual((await begin({ "if-match": "*" })).status, 409)
})

it("SEC-2 the same Idempotency-Key gives the same bytes, another body is refused, a twin under way is told so", async () => {
  const key = { "idempotency-key": crypto.randomUUID() }
  const twins = await Promise.all([1, 2].map(() => officer.send("POST", "/v1/missions", mission, key)))
  assert.deepStrictEqual(twins.map(({ status }) => status).sort(), [201, 409])
  const refused = twins.find(({ status }) => status === 409) as Response
  assert.strictEqual((await problem(refused)).code, "KeyInFlight")
  const first = await (twins.find(({ status }) => status === 201) as Response).text()
  const again = await officer.send("POST", "/v1/missions", mission, key)
  assert.deepStrictEqual([again.status, await again.text()], [201, first])
  const other = await officer.send("POST", "/v1/missions", { ...mission, routine: true }, key)
  assert.deepStrictEqual([other.status, (await problem(other)).code], [422, "KeyReused"])
})

it("SEC-1 a foreign record answers as an unknown one, and a caller without a key or with a wrong one is told to sign in", async () => {
  const { id } = await registered()
  const foreign = await stranger.send("GET", `/v1/missions/${id}`, undefined, { traceparent })
  const nobody = crypto.randomUUID()
  const unknown = await stranger.send("GET", `/v1/missions/${nobody}`, undefined, { traceparent })
  assert.deepStrictEqual([foreign.status, unknown.status], [404, 404])
  assert.strictEqual((await foreign.text()).replaceAll(id, "*"), (await unknown.text()).replaceAll(nobody, "*"))
  assert.strictEqual((await send(world)("POST", "/v1/missions", mission)).status, 401)
  const wrong = await send(world, { authorization: "Bearer phk_nonsense" })("GET", "/v1/organisations")
  assert.deepStrictEqual([wrong.status, wrong.headers.get("www-authenticate")], [401, 'Bearer realm="phakhi"'])
})

it("a problem carries the rule, the words of both languages, and every field at fault", async () => {
  const { title: _, ...untitled } = mission
  const response = await officer.send(
    "POST",
    "/v1/missions",
    { ...untitled, colour: "red" },
    { "accept-language": "en-GB,en;q=0.9,th;q=0.5" }
  )
  assert.strictEqual(response.headers.get("content-type"), "application/problem+json; charset=UTF-8")
  const body = await problem(response)
  assert.deepInclude(body, { code: "InputMalformed", kind: "malformed", status: 400, title: "The input is not right" })
  assert.strictEqual(body.detail, body.en)
  assert.deepStrictEqual(body.errors?.map(({ pointer }) => pointer).sort(), ["/colour", "/title"])
  assert.strictEqual(body.rule.href, `/v1/rules/${body.rule.id}`)
  assert.strictEqual((await officer.send("GET", body.rule.href)).status, 200)
  const thai = await problem(await officer.send("POST", "/v1/missions", untitled))
  assert.strictEqual(thai.detail, thai.th)
  assert.match(thai.requestId, /^[0-9a-f]{32}$/)
})

it("SEC-2 Thai that was not sent as UTF-8 is refused instead of being lost", async () => {
  const tis620 = new Uint8Array([...new TextEncoder().encode('{"title":{"th":"'), 0xa1, 0xc3, 0xc1, 0x22, 0x7d, 0x7d])
  const response = await world.app.request("/v1/missions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: tis620
  })
  const { facts, th } = (await response.json()) as { facts: object; th: string }
  assert.deepStrictEqual(
    [response.status, facts],
    [400, { problems: [{ pointer: "", th: "เนื้อหาต้องเข้ารหัสแบบ UTF-8", en: "the body must be UTF-8" }] }]
  )
  assert.include(th, "UTF-8")
})

it("an unknown route is a problem too", async () => {
  const response = await officer.send("DELETE", "/v1/missionaries/1")
  assert.deepStrictEqual([response.status, (await problem(response)).code], [404, "OperationUnknown"])
  assert.isNull(response.headers.get("allow"))
})

it.each([
  ["DELETE", "/v1/missions/1", "GET, HEAD"],
  ["PUT", "/v1/missions", "GET, HEAD, POST"],
  ["GET", "/v1/missions/1/begin-review", "POST"],
  ["POST", "/openapi.json", "GET, HEAD"],
  ["POST", "/healthz", "GET, HEAD"]
])("%s %s is answered with the methods that there are (RFC 9110, 15.5.6)", async (method, path, allowed) => {
  const response = await officer.send(method, path)
  assert.deepStrictEqual([response.status, response.headers.get("allow")], [405, allowed])
  assert.deepInclude(await response.json(), { code: "OperationUnknown", status: 405 })
})

it("a list filters, searches, sorts and goes on from page to page", async () => {
  const word = `ค้นหา${crypto.randomUUID().slice(0, 6)}`
  for (const n of [3, 1, 2]) await registered({ title: { th: `${word} ${n}` }, routine: n === 3 })
  const first = await officer.send("GET", `/v1/missions?search=${encodeURIComponent(word)}&limit=2&sort=title`)
  const page = (await first.json()) as { data: ReadonlyArray<{ title: { th: string } }>; next: string; total: number }
  assert.deepStrictEqual([page.total, page.data.map(({ title }) => title.th.slice(-1))], [3, ["1", "2"]])
  const link = /^<(.+)>; rel="next"$/.exec(first.headers.get("link") ?? "")?.[1] ?? ""
  const rest = (await (await officer.send("GET", link)).json()) as typeof page
  assert.deepStrictEqual([rest.next, rest.data.map(({ title }) => title.th.slice(-1))], [null, ["3"]])
  for (const wrong of [
    "limit=0",
    "limit=many",
    "colour=red",
    "sort=colour",
    "status=a&status=b",
    "status=nowhere",
    "cursor=nonsense",
    "cursor=nonsense&search=word",
    `search=${"x".repeat(9000)}`
  ]) {
    assert.strictEqual((await officer.send("GET", `/v1/missions?${wrong}`)).status, 400, wrong)
  }
  const many = Array.from({ length: 10_000 }, (_, n) => `p${n}=`)
    .join("&")
    .slice(0, 7900)
  assert.strictEqual((await officer.send("GET", `/v1/missions?${many}`)).status, 400)
})

it("a list comes as CSV that spreadsheets read and cannot run, with all pages of the active filter", async () => {
  const word = `ตาราง${crypto.randomUUID().slice(0, 6)}`
  for (let n = 0; n < 103; n++)
    await registered({ title: { th: n === 0 ? `=HYPERLINK("x") ${word}` : `${word}, ${n}` } })
  const response = await officer.send("GET", `/v1/missions?format=csv&search=${encodeURIComponent(word)}&limit=5`)
  assert.strictEqual(response.headers.get("content-type"), "text/csv; charset=UTF-8")
  const bytes = new Uint8Array(await response.arrayBuffer())
  assert.deepStrictEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf])
  const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n")
  assert.strictEqual(lines.length, 104)
  for (const head of ["แก้ไขล่าสุด (พ.ศ.)", "สถานะ (รหัส),สถานะ,"]) assert.include(lines[0], head)
  const formula = lines.find((line) => line.includes("HYPERLINK")) ?? ""
  assert.include(formula, `"'=HYPERLINK(""x"") ${word}"`)
  const year = new Date().getFullYear()
  assert.include(formula, String(year))
  assert.match(formula, new RegExp(`${(year + 543) % 100}|${year + 543}`))
  const accepted = await officer.send("GET", `/v1/missions?search=${encodeURIComponent(word)}`, undefined, {
    accept: "text/csv"
  })
  const thai = (await accepted.text()).split("\r\n")
  assert.strictEqual(thai.length, 105)
  assert.include(thai[1], ",Registered,ขึ้นทะเบียนแล้ว,")
  const inEnglish = { accept: "text/csv", "accept-language": "en" }
  const english = await officer.send("GET", `/v1/missions?search=${encodeURIComponent(word)}`, undefined, inEnglish)
  assert.match((await english.text()).split("\r\n")[1] ?? "", /,Registered,Registered,/)
  const linked = await officer.send("GET", `/v1/missions?format=csv&lang=en&search=${encodeURIComponent(word)}`)
  assert.match(await linked.text(), /^\uFEFF?Id,Title,/)
})

it("a pure question is answered to everybody, with its key in the path", async () => {
  const anyone = send(world)
  assert.strictEqual(((await (await anyone("GET", "/v1/rules/MON-2")).json()) as { id: string }).id, "MON-2")
  assert.strictEqual((await anyone("GET", "/v1/rules/NOT-1")).status, 400)
  const found = (await (await anyone("GET", "/v1/rules?search=MON-2")).json()) as { data: ReadonlyArray<unknown> }
  assert.isAbove(found.data.length, 0)
})

it("PER-1 an indicator counts baht and people beyond nine digits, exactly", async () => {
  const scored = async (value: string) => {
    const indicator = "01910000-0000-7000-8000-000000000001"
    const scale = { _tag: "Anchors", base: "9000000000", standard: "10000000000", advanced: "12345678901" }
    const whole = {
      id: indicator,
      name: { th: "รายได้" },
      unit: { th: "บาท" },
      weight: 10_000,
      scale,
      target: "12345678901"
    }
    const asked = await send(world)("POST", "/v1/kpi/score", { indicators: [whole], results: [{ indicator, value }] })
    return (await asked.json()) as { final?: string; errors?: ReadonlyArray<{ pointer: string; detail: string }> }
  }
  assert.strictEqual((await scored("12345678901")).final, "100.0000")
  assert.strictEqual((await scored("11172839450.5")).final, "87.5000")
  const [beyond] = (await scored("1234567890123456")).errors ?? []
  assert.strictEqual(beyond?.pointer, "/results/0/value")
  assert.include(beyond?.detail, "ไม่เกินสิบห้าหลัก")
})

it("history shows what happened, newest first", async () => {
  const { id } = await registered()
  await officer.send("POST", `/v1/missions/${id}/begin-review`, {}, { "if-match": '"1"' })
  const page = (await (await officer.send("GET", `/v1/missions/${id}/history?limit=1`)).json()) as {
    data: ReadonlyArray<{ version: number }>
    total: number
  }
  assert.deepStrictEqual([page.total, page.data.map(({ version }) => version)], [2, [2]])
})

it("SEC-1 a record that was read before is neither shown as it was nor to whoever may not read it", async () => {
  const { id } = await registered()
  const read = async () => {
    const response = await officer.send("GET", `/v1/missions/${id}`)
    return {
      etag: response.headers.get("etag"),
      body: (await response.json()) as { readonly data: object }
    }
  }
  const first = await read()
  assert.deepStrictEqual(await read(), first)
  await officer.send("POST", `/v1/missions/${id}/describe`, { ...mission, purpose: "เปลี่ยนแล้ว" }, { "if-match": '"1"' })
  const after = await read()
  assert.deepStrictEqual([after.etag, JSON.stringify(after.body.data).includes("เปลี่ยนแล้ว")], ['"2"', true])
  assert.deepStrictEqual(await read(), after)
  assert.strictEqual((await stranger.send("GET", `/v1/missions/${id}`)).status, 404)
  assert.deepStrictEqual(await read(), after)
})
