import { createServer, type IncomingMessage, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { afterAll, assert, beforeAll, beforeEach, it } from "vitest"
import { phakhi, uuid } from "./Harness.ts"

interface Seen {
  readonly line: string
  readonly headers: IncomingMessage["headers"]
  readonly body: string
}

interface Answer {
  readonly status?: number
  readonly body: object
  readonly cookies?: ReadonlyArray<string>
}

let server: Server
let url = ""
let answers: { readonly [line: string]: Answer } = {}
let seen: Array<Seen> = []

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const line = `${request.method} ${request.url}`
    seen.push({ line, headers: request.headers, body: await text(request) })
    const { body, cookies, status } = answers[line] ?? { status: 404, body: {} }
    if (cookies !== undefined) response.setHeader("set-cookie", cookies)
    response.writeHead(status ?? 200, { "content-type": "application/json" }).end(JSON.stringify(body))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  seen = []
})
afterAll(() => server.close())

const view = (version: number) => ({
  record: "mission",
  id: uuid(1),
  version,
  data: { _tag: "UnderReview" },
  actions: []
})

it("the key goes into the header, and the latest version is asked for before a change", async () => {
  answers = {
    [`GET /v1/missions/${uuid(1)}`]: { body: view(4) },
    [`POST /v1/missions/${uuid(1)}/begin-review`]: { body: view(5) }
  }
  const { code, err, out } = await phakhi(["--url", url, "missions", "begin-review", uuid(1), "--key", "k", "--json"], {
    env: { PHAKHI_KEY: "phk_abc", PHAKHI_LANG: "en" }
  })
  assert.deepStrictEqual([code, err, JSON.parse(out)], [0, "", view(5)])
  assert.deepStrictEqual(
    seen.map(({ headers, line }) => [
      line.split(" ")[0],
      headers["authorization"],
      headers["accept-language"],
      headers["if-match"],
      headers["idempotency-key"]
    ]),
    [
      ["GET", "Bearer phk_abc", "en", undefined, undefined],
      ["POST", "Bearer phk_abc", "en", '"4"', "k"]
    ]
  )
})

it("a key is made with a password and the code beside it: the session lives for this one command", async () => {
  answers = {
    "POST /api/auth/sign-in/email": { body: {}, cookies: ["phakhi.session=abc.def; HttpOnly", "other=1; Path=/"] },
    "POST /v1/keys": { status: 201, body: { id: uuid(3), key: "phk_new" } },
    "POST /api/auth/sign-out": { body: {} }
  }
  const args = [
    "keys",
    "create",
    "--email",
    "a@example.go.th",
    "--name",
    "งาน",
    "--scopes",
    "finance, *.list",
    "--days",
    "30",
    "--code",
    "123456",
    "--json"
  ]
  const by = { email: "a@example.go.th", password: "a long phrase", code: "123456" }
  const { code, out } = await phakhi(args, {
    env: { PHAKHI_URL: url, PHAKHI_PASSWORD: "a long phrase", PHAKHI_KEY: "phk_x" }
  })
  assert.deepStrictEqual([code, JSON.parse(out)], [0, { id: uuid(3), key: "phk_new" }])
  assert.deepStrictEqual(
    seen.map(({ body, headers, line }) => [line, headers["cookie"], headers["authorization"], JSON.parse(body)]),
    [
      ["POST /api/auth/sign-in/email", undefined, undefined, by],
      [
        "POST /v1/keys",
        "phakhi.session=abc.def; other=1",
        undefined,
        { name: "งาน", scopes: ["finance", "*.list"], expiresInDays: 30 }
      ],
      ["POST /api/auth/sign-out", "phakhi.session=abc.def; other=1", undefined, {}]
    ]
  )
})

it("SEC-9 a way in for somebody is made with a password, not with a key", async () => {
  answers = {
    "POST /api/auth/sign-in/email": { body: {}, cookies: ["phakhi.session=abc.def; HttpOnly"] },
    [`POST /v1/accounts/${uuid(5)}/invitation`]: { status: 201, body: { token: "t", path: "/invitations/t" } },
    "POST /api/auth/sign-out": { body: {} }
  }
  const { code, out } = await phakhi(["accounts", "invitation", uuid(5), "--email", "a@example.go.th", "--json"], {
    env: { PHAKHI_URL: url, PHAKHI_PASSWORD: "a long phrase", PHAKHI_KEY: "phk_x" }
  })
  assert.deepStrictEqual([code, JSON.parse(out)], [0, { token: "t", path: "/invitations/t" }])
  assert.deepStrictEqual(
    seen.map(({ headers, line }) => [line, headers["cookie"], headers["authorization"]]),
    [
      ["POST /api/auth/sign-in/email", undefined, undefined],
      [`POST /v1/accounts/${uuid(5)}/invitation`, "phakhi.session=abc.def", undefined],
      ["POST /api/auth/sign-out", "phakhi.session=abc.def", undefined]
    ]
  )
})

it("notifications are listed, marked and chosen at the server", async () => {
  const settings = { mail: "daily", muted: ["late"], mailConfigured: false }
  answers = {
    "GET /v1/notifications?unread=true&limit=5": { body: { data: [], next: uuid(9), unread: 100 } },
    "POST /v1/notifications/read": { body: { changed: 1, unread: 2 } },
    "GET /v1/notifications/settings": { body: settings },
    "POST /v1/notifications/settings": { body: { ...settings, mail: "off" } }
  }
  const env = { PHAKHI_URL: url, PHAKHI_KEY: "phk_x", PHAKHI_LANG: "en" }
  const listed = await phakhi(["notifications", "list", "--unread", "--limit", "5"], { env })
  assert.deepStrictEqual([listed.code, listed.out], [0, ""])
  assert.include(listed.err, "Next page: phakhi notifications list --unread --limit 5 --before")
  const marked = await phakhi(["notifications", "read", uuid(9), "--unread", "--json"], { env })
  assert.deepStrictEqual([marked.code, JSON.parse(marked.out)], [0, { changed: 1, unread: 2 }])
  const chosen = await phakhi(["notifications", "settings", "--mail", "off"], { env })
  assert.include(chosen.out, "no mail (off)")
  assert.include(chosen.err, "No mail server is set up")
  assert.deepStrictEqual(
    seen.map(({ body, line }) => [line, body === "" ? undefined : JSON.parse(body)]),
    [
      ["GET /v1/notifications?unread=true&limit=5", undefined],
      ["POST /v1/notifications/read", { read: false, ids: [uuid(9)] }],
      ["GET /v1/notifications/settings", undefined],
      ["POST /v1/notifications/settings", { mail: "off", muted: ["late"] }]
    ]
  )
})

it("which notifications are meant is said by ids or by --all, and what concerns one's account is not muted", async () => {
  const env = { PHAKHI_URL: url, PHAKHI_KEY: "phk_x" }
  for (const args of [["read"], ["read", "--all", uuid(9)], ["settings", "--muted", "account"]]) {
    assert.strictEqual((await phakhi(["notifications", ...args], { env })).code, 2, args.join(" "))
  }
  assert.deepStrictEqual(seen, [])
})

it("SEC-7 what no key may do to an endpoint is done with a password; what a key may do is asked with it", async () => {
  answers = {
    "POST /api/auth/sign-in/email": { body: {}, cookies: ["phakhi.session=abc.def; HttpOnly"] },
    [`POST /v1/webhooks/${uuid(7)}/rotate`]: { body: { id: uuid(7), secret: "whsec_new" } },
    "POST /api/auth/sign-out": { body: {} },
    [`GET /v1/webhooks/${uuid(7)}/deliveries?limit=5`]: { body: { data: [], next: null } }
  }
  const env = { PHAKHI_URL: url, PHAKHI_PASSWORD: "a long phrase", PHAKHI_KEY: "phk_x" }
  const rotated = await phakhi(["webhooks", "rotate", uuid(7), "--email", "a@example.go.th", "--json"], { env })
  assert.deepStrictEqual([rotated.code, JSON.parse(rotated.out)], [0, { id: uuid(7), secret: "whsec_new" }])
  const listed = await phakhi(["webhooks", "deliveries", uuid(7), "--limit", "5", "--json"], { env })
  assert.strictEqual(listed.code, 0, listed.err)
  assert.deepStrictEqual(
    seen.map(({ headers, line }) => [line, headers["cookie"], headers["authorization"]]),
    [
      ["POST /api/auth/sign-in/email", undefined, undefined],
      [`POST /v1/webhooks/${uuid(7)}/rotate`, "phakhi.session=abc.def", undefined],
      ["POST /api/auth/sign-out", "phakhi.session=abc.def", undefined],
      [`GET /v1/webhooks/${uuid(7)}/deliveries?limit=5`, undefined, "Bearer phk_x"]
    ]
  )
})

it("SEC-1 a file that says who acted is for the server to allow: it goes there whole", async () => {
  const stdin = JSON.stringify({ op: "missions.register", id: "m", as: "founder", input: {} })
  const words = { th: "ไม่ได้", en: "No", kind: "forbidden", facts: { fields: ["as"] }, rule: { id: "SEC-1" } }
  answers = {
    "POST /v1/replay": {
      status: 403,
      body: { ...words, code: "ReplayNotPermitted", line: 1, lineId: "m", operation: "missions.register" }
    }
  }
  const { code, err } = await phakhi(["--url", url, "run", "-", "--json"], { stdin })
  assert.strictEqual(code, 4)
  assert.deepInclude(JSON.parse(err), { code: "ReplayNotPermitted", line: 1, id: "m" })
  assert.deepStrictEqual(
    seen.map(({ body, line }) => [line, body]),
    [["POST /v1/replay", stdin]]
  )
})

it("a file in one's own name is carried out line by line, each with its id as the key", async () => {
  const line = (id: string, on: string) => ({ op: "missions.begin-review", id, on, seen: 4 })
  const register = { op: "missions.register", id: "first", input: { purpose: "x" } }
  answers = {
    "POST /v1/missions": { status: 201, body: view(1) },
    [`POST /v1/missions/${uuid(1)}/begin-review`]: { body: view(5) }
  }
  const stdin = [register, line("second", "$first")].map((one) => JSON.stringify(one)).join("\n")
  const { code, err } = await phakhi(["--url", url, "run", "-"], { stdin })
  assert.strictEqual(code, 0, err)
  assert.deepStrictEqual(
    seen.map(({ headers, line: sent }) => [sent, headers["idempotency-key"], headers["if-match"]]),
    [
      ["POST /v1/missions", "first", undefined],
      [`POST /v1/missions/${uuid(1)}/begin-review`, "second", '"4"']
    ]
  )
})

it("what works on the store itself does not go through a server", async () => {
  for (const args of [
    ["verify"],
    ["backup", "f"],
    ["restore", "f"],
    ["rotate-key"],
    ["accounts", "create-admin", "--name", "a", "--email", "b"]
  ]) {
    const { code, out } = await phakhi(["--url", url, ...args])
    assert.deepStrictEqual([code, out], [2, ""])
  }
  assert.deepStrictEqual(seen, [])
})
