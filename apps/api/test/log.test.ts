import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { Identity } from "@phakhi/identity/Identity"
import type { LogLine } from "../src/server/Log.ts"
import { newAgency, password, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

const setupToken = "the-token-of-the-terminal-0123456789"
const lines: Array<LogLine> = []
let world: World

beforeAll(async () => {
  world = await openWorld({
    setupToken,
    log: { write: (line) => lines.push(line), enabled: () => true, flush: () => Promise.resolve() }
  })
})
afterAll(() => world.close())

const logged = () => JSON.stringify(lines)

it("a line of the log tells what was asked, how it was answered and how long it took", async () => {
  await send(world)("GET", "/v1/rules/PBC-7?x=1", undefined, {
    traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
  })
  const { ms, ...line } = lines.at(-1) as { readonly ms: number } & LogLine
  assert.isAtLeast(ms, 0)
  assert.deepStrictEqual(line as object, {
    level: "info",
    message: "request",
    requestId: "4bf92f3577b34da6a3ce929d0e0e4736",
    method: "GET",
    path: "/v1/rules/PBC-7",
    operation: "rules.show",
    status: 400,
    refused: "InputMalformed"
  })
})

it("SEC-1 whoever reads the log learns no password, no key, no cookie and no link that lets in", async () => {
  const { administrator, invite } = await newAgency(world)
  const { account, email } = await invite(["finance"])
  const open = send(world)
  const { email: own } = administrator
  const opened = await open("POST", "/api/auth/sign-in/email", { email: own, password })
  const asked = await open("POST", `/v1/accounts/${account}/invitation`, undefined, {
    cookie: opened.headers.getSetCookie().join("; ")
  })
  const { token } = (await asked.json()) as { readonly token: string }
  await open("GET", `/api/invitations/${token}`)
  await open("GET", `/api/invitations/${encodeURIComponent(token)}/`)
  await open("GET", `/invitations/${token}`, undefined, { accept: "text/html" })
  await open("GET", `/setup/${setupToken}`)
  await open("POST", `/setup/${setupToken}`, "organisation=x")
  await open("POST", "/api/invitations/accept", { token, password: "another long phrase" })
  const { key } = await world.run(
    Identity.use((identity) => identity.createKey(account, { name: "k", scopes: ["all"] }))
  )
  const entered = await open("POST", "/api/auth/sign-in/email", { email, password })
  const cookie = entered.headers.getSetCookie().join(";")
  await open("GET", "/v1/me", undefined, { cookie })
  await open("GET", "/v1/me", undefined, { authorization: `Bearer ${key}` })
  const session = /session_token=([^.;]+)/.exec(cookie)?.[1] ?? ""
  for (const secret of [token, setupToken, key, key.slice(13), password, "another long phrase", email, session])
    assert.isFalse(secret !== "" && logged().includes(secret), secret)
  assert.include(logged(), "/setup/")
  assert.include(logged(), "/api/invitations/")
})

it("a path without an end does not fill the log", async () => {
  await send(world)("GET", `/${"x".repeat(5000)}`)
  assert.isBelow(JSON.stringify(lines.at(-1)).length, 1000)
})
