import { EventEmitter } from "node:events"
import { request as httpRequest } from "node:http"
import { connect, type Socket } from "node:net"
import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { Effect, Exit, Scope } from "effect"
import { assertFree, type Patience, serve } from "../src/server/Listen.ts"
import { newAgency } from "./People.ts"
import { openWorld, type World } from "./World.ts"

let world: World
let impatientWorld: World
let key: string
const scope = Effect.runSync(Scope.make())
const impatientScope = Effect.runSync(Scope.make())
let port: number
/** A server that gives up soon, so that nobody has to wait for it. */
let impatientPort: number
let draining = false
const leaving = Promise.withResolvers<void>()

const impatient: Patience = { headersMillis: 1000, checkMillis: 50, unreadMillis: 500, graceMillis: 8000 }
/** Whoever is not answered before this server leaves waits longer than any test. */
const patient: Patience = { ...impatient, headersMillis: 60_000, unreadMillis: 60_000, graceMillis: 3_600_000 }

const arrivals = new EventEmitter()

/** Ends when so many requests for this path have reached the app. */
const arrived = (path: string, times = 1): Promise<void> =>
  new Promise((resolve) => {
    let seen = 0
    const count = (url: string) => {
      if (new URL(url).pathname === path) seen += 1
      if (seen < times) return
      arrivals.off("request", count)
      resolve()
    }
    arrivals.on("request", count)
  })

const listen = async (
  fetch: World["app"]["fetch"],
  within: Scope.Scope,
  serving: { readonly patience: Patience; readonly onLeaving: () => void }
): Promise<number> => {
  const listening = Scope.provide(serve({ fetch }, { host: "127.0.0.1", port: 0, ...serving }), within)
  return (await Effect.runPromise(listening)).port
}

beforeAll(async () => {
  world = await openWorld({ maxInFlight: 4, isDraining: () => draining })
  const { Identity } = await import("@phakhi/identity/Identity")
  const { administrator } = await newAgency(world)
  key = (
    await world.run(
      Identity.use((identity) => identity.createKey(administrator.account, { name: "k", scopes: ["all"] }))
    )
  ).key
  port = await listen(
    (request, ...rest) => {
      arrivals.emit("request", request.url)
      return world.app.fetch(request, ...rest)
    },
    scope,
    {
      patience: patient,
      onLeaving: () => {
        draining = true
        leaving.resolve()
      }
    }
  )
  impatientWorld = await openWorld({ bodySeconds: 1 })
  impatientPort = await listen(impatientWorld.app.fetch, impatientScope, {
    patience: impatient,
    onLeaving: () => undefined
  })
})
afterAll(async () => {
  for (const one of [scope, impatientScope]) await Effect.runPromise(Scope.close(one, Exit.void))
  await Promise.all([world.close(), impatientWorld.close()])
})

const at = (path: string, on = port) => `http://127.0.0.1:${on}${path}`

/** Sends bytes and waits for the other side to close. */
const talk = (begin: (socket: Socket) => void, to = port): Promise<{ readonly text: string }> =>
  new Promise((resolve) => {
    let text = ""
    const socket = connect(to, "127.0.0.1", () => begin(socket))
    socket.on("data", (chunk) => {
      text += String(chunk)
    })
    socket.on("error", () => undefined)
    socket.on("close", () => resolve({ text }))
  })

it("a body of 64 MB is refused with 413 before it is sent", async () => {
  const { text } = await talk((socket) => {
    socket.write(
      `POST /v1/missions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: 67108864\r\n\r\n`
    )
    socket.write("[".repeat(60_000))
  })
  assert.match(text, /^HTTP\/1\.1 413 /)
  assert.include(text, '"code":"BodyTooLarge"')
})

it("a body without a length is cut when it passes the limit", async () => {
  const chunk = "x".repeat(64 * 1024)
  const { text } = await talk((socket) => {
    socket.write(
      `POST /v1/missions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`
    )
    for (let n = 0; n < 40; n++) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`)
  })
  assert.match(text, /^HTTP\/1\.1 413 /)
})

it("a hundred thousand brackets are refused, not followed", async () => {
  const response = await fetch(at("/v1/missions"), {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: "[".repeat(100_000)
  })
  assert.strictEqual(response.status, 400)
})

it("a client that never ends its headers or its body is cut off, and others do not notice", async () => {
  const ended: Array<string> = []
  const slowHeaders = Array.from({ length: 20 }, () =>
    talk((socket) => socket.write("GET /v1/rules HTTP/1.1\r\nHost: x\r\nX-"), impatientPort)
  )
  const slowBody = talk(
    (socket) =>
      socket.write(
        "POST /api/auth/sign-in/email HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
      ),
    impatientPort
  )
  const slow = [...slowHeaders, slowBody].map((talking) => talking.then(() => ended.push("slow")))
  assert.strictEqual((await fetch(at("/v1/rules/MON-2", impatientPort))).status, 200)
  ended.push("another")
  await Promise.all(slow)
  assert.strictEqual(ended[0], "another")
  assert.match((await slowBody).text, /^HTTP\/1\.1 400 /)
})

it("a client that does not read its answers is cut off", async () => {
  const ask = "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n"
  await new Promise<void>((resolve) => {
    let sent = 0
    const socket = connect(impatientPort, "127.0.0.1", () => {
      socket.pause()
      const asking = setInterval(() => {
        // What is closed at the other side shows where one goes on writing.
        if (!socket.destroyed) return void socket.write(sent++ < 12 ? ask : "\r\n")
        clearInterval(asking)
        resolve()
      }, 20)
    })
    socket.on("error", () => undefined)
  })
})

it("whoever asks and goes on sending a body is answered and cut off", async () => {
  const { text } = await talk((socket) => {
    socket.write("GET /v1/rules/MON-2 HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nx")
  })
  assert.match(text, /^HTTP\/1\.1 200 /)
})

it("a request whose address or host cannot be read is told so like any other", async () => {
  for (const head of [
    "GET /v1/rules HTTP/1.1\r\nHost: a b",
    "GET ftp://x/v1/rules HTTP/1.1\r\nHost: x",
    "GET /\\x HTTP/1.1\r\nHost: x"
  ]) {
    const { text } = await talk((socket) => socket.write(`${head}\r\n\r\n`))
    assert.match(text, /^HTTP\/1\.1 400 /, head)
    assert.match(text, /^content-type: application\/problem\+json/m)
    assert.match(text, /^content-security-policy: default-src 'none'/m)
    assert.match(text, /^x-content-type-options: nosniff/m)
    assert.match(text, /^x-request-id: ./m)
    assert.include(text, '"code":"InputMalformed"')
  }
})

it("SEC-1 nobody replays through a proxy on this machine, or from a page whose name was made to lead here", async () => {
  const far = ["X-Real-IP: 203.0.113.9", "Forwarded: for=203.0.113.9", "Via: 1.1 proxy", "X-Forwarded-Proto: https"]
  const post = (host: string, header = "X-A: b") =>
    talk((socket) =>
      socket.write(
        `POST /v1/replay HTTP/1.1\r\nHost: ${host}\r\n${header}\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`
      )
    )
  assert.match((await post("localhost:4000")).text, /^HTTP\/1\.1 400 [^]*"code":"InputMalformed"/)
  for (const header of far) assert.include((await post("localhost:4000", header)).text, "ReplayNotPermitted", header)
  assert.include((await post("evil.example:4000", "Origin: http://evil.example:4000")).text, "CrossOrigin")
})

it("more requests than it can carry are turned away before any is carried out, and told when to come back", async () => {
  const answers: Array<{ readonly status: number; readonly retry: string | null }> = []
  const ask = async (n: number) => {
    const response = await world.app.request(`/v1/organisations?search=${n}`)
    answers.push({ status: response.status, retry: response.headers.get("retry-after") })
  }
  await Promise.all(Array.from({ length: 100 }, (_, n) => ask(n)))
  assert.deepStrictEqual(
    answers,
    Array.from({ length: 100 }, (_, n) => (n < 96 ? { status: 503, retry: "1" } : { status: 200, retry: null }))
  )
  await ask(0)
  assert.strictEqual(answers.at(-1)?.status, 200)
})

it("senders that dawdle take no one's place", async () => {
  const all = arrived("/api/auth/sign-in/email", 20)
  const waiting = Array.from({ length: 20 }, () => {
    const request = httpRequest(at("/api/auth/sign-in/email"), {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": 2 }
    })
    request.on("error", () => undefined)
    request.write("{")
    return request
  })
  await all
  assert.strictEqual((await fetch(at("/v1/rules/MON-2"))).status, 200)
  for (const request of waiting) request.destroy()
})

it("a port that is taken is named, with another to try", async () => {
  const refused = await Effect.runPromise(Effect.flip(assertFree("127.0.0.1", port)))
  assert.strictEqual(refused._tag, "PortBusy")
  assert.include(refused.message, `--port ${port + 1}`)
})

it("leaving, it answers what it accepted and takes nothing new", async () => {
  const accepted = httpRequest(at("/v1/organisations"), {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }
  })
  const answered = new Promise<{ status: number; connection: string | undefined }>((resolve, reject) => {
    accepted.on("response", (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, connection: response.headers.connection })
    })
    accepted.on("error", reject)
  })
  const body = JSON.stringify({ name: { th: "องค์กร" }, legalForm: "foundation", sector: "civil-society" })
  const underWay = arrived("/v1/organisations")
  accepted.write(body.slice(0, 10))
  await underWay
  const closed = Effect.runPromise(Scope.close(scope, Exit.void))
  await leaving.promise
  assert.strictEqual((await talk((socket) => socket.write("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"))).text, "")
  accepted.end(body.slice(10))
  assert.deepStrictEqual(await answered, { status: 201, connection: "close" })
  await closed
})
