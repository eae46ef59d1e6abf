import type { LookupAddress } from "node:dns"
import { assert, describe, it } from "@effect/vitest"
import { freePort } from "@phakhi/testing/Port"
import { Effect } from "effect"
import type { Resolve } from "../src/Addresses.ts"
import { post } from "../src/WebhookRequest.ts"
import { receiver } from "./Receiver.ts"

const anywhere = post({ allowPrivate: true })
const posting = (url: string) => ({ url, headers: { "webhook-id": "1" }, body: '{"ก":1}' })

const resolving =
  (...addresses: ReadonlyArray<string>): Resolve =>
  (_, done) =>
    done(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(":") ? 6 : 4 }))
    )

describe("A request to an endpoint", () => {
  it.live("carries the body and the headers", () =>
    Effect.gen(function* () {
      const there = yield* receiver()
      assert.deepStrictEqual(yield* anywhere(posting(there.url)), { status: 204, failure: null })
      const [one] = there.arrived
      assert.deepStrictEqual([one?.body, one?.headers["webhook-id"]], ['{"ก":1}', "1"])
      assert.include(one?.headers["content-type"] ?? "", "application/json")
    })
  )

  it.live("is tried again after some answers and given up after others", () =>
    Effect.gen(function* () {
      const outcomes: Array<readonly [number, string]> = []
      for (const status of [200, 202, 302, 400, 404, 408, 410, 425, 429, 500, 503]) {
        const there = yield* receiver((response) => void response.writeHead(status).end("x".repeat(100_000)))
        const { failure } = yield* anywhere(posting(there.url))
        outcomes.push([status, failure?._tag ?? "ok"])
      }
      assert.deepStrictEqual(outcomes, [
        [200, "ok"],
        [202, "ok"],
        [302, "Permanent"],
        [400, "Permanent"],
        [404, "Permanent"],
        [408, "Retry"],
        [410, "Permanent"],
        [425, "Retry"],
        [429, "Retry"],
        [500, "Retry"],
        [503, "Retry"]
      ])
    })
  )

  it.live("waits as long as the receiver asks", () =>
    Effect.gen(function* () {
      const there = yield* receiver((response) => void response.writeHead(503, { "retry-after": "90" }).end())
      const { failure } = yield* anywhere(posting(there.url))
      assert.strictEqual(failure?._tag === "Retry" ? failure.afterSeconds : undefined, 90)
    })
  )

  it.live("does not follow a redirect", () =>
    Effect.gen(function* () {
      const inside = yield* receiver()
      const there = yield* receiver((response) => void response.writeHead(307, { location: inside.url }).end())
      assert.strictEqual((yield* anywhere(posting(there.url))).failure?._tag, "Permanent")
      assert.strictEqual(inside.connections(), 0)
    })
  )

  it.live("reads no more than the head of an answer that never ends", () =>
    Effect.gen(function* () {
      const there = yield* receiver((response) => {
        const more = () => {
          while (!response.destroyed && response.write("x".repeat(65_536)));
        }
        response.writeHead(200).on("drain", more)
        more()
      })
      assert.strictEqual((yield* anywhere(posting(there.url))).status, 200)
    })
  )

  it.live("is given a time-out, and is tried again", () =>
    Effect.gen(function* () {
      const silent = yield* receiver(() => undefined)
      const { failure } = yield* post({ allowPrivate: true, timeoutMillis: 50 })(posting(silent.url))
      assert.strictEqual(failure?._tag, "Retry")
      assert.include(failure?.reason ?? "", "ETIMEDOUT")
      const nobody = yield* Effect.promise(freePort)
      assert.strictEqual((yield* anywhere(posting(`http://127.0.0.1:${nobody}`))).failure?._tag, "Retry")
    })
  )
})

describe("The guard of private addresses", () => {
  it.live("refuses every way to write this machine or its network, before it connects", () =>
    Effect.gen(function* () {
      const there = yield* receiver()
      const guarded = post({ allowPrivate: false })
      const hosts = [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "127.1",
        "１２７.0.0.1",
        "0",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "[fe80::1]",
        "[fd00::1]",
        "192.0.2.1",
        "224.0.0.1",
        "255.255.255.255"
      ]
      for (const host of hosts) {
        const { failure, status } = yield* guarded(posting(`https://${host}:8443/`))
        assert.deepStrictEqual([status, failure?._tag], [null, "Permanent"], host)
        assert.include(failure?.reason ?? "", "public internet", host)
      }
      assert.strictEqual(there.connections(), 0)
    })
  )

  it.live("refuses other schemes and ports, and a login in the address", () =>
    Effect.gen(function* () {
      const guarded = post({ allowPrivate: false, resolve: () => assert.fail("nobody is looked up") })
      for (const url of [
        "http://example.org/",
        "https://example.org:22/",
        "https://user:pass@example.org/",
        "file:///etc/passwd",
        "example.org",
        `https://example.org/${"x".repeat(2000)}`
      ]) {
        assert.strictEqual((yield* guarded(posting(url))).failure?._tag, "Permanent", url)
      }
      const local = yield* anywhere(posting("ftp://127.0.0.1/"))
      assert.strictEqual(local.failure?._tag, "Permanent")
    })
  )

  it.live("refuses a name of which one address is private", () =>
    Effect.gen(function* () {
      for (const addresses of [["127.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["2606:2800::1", "::1"]]) {
        const guarded = post({ allowPrivate: false, resolve: resolving(...addresses) })
        const { failure } = yield* guarded(posting("https://hooks.example.org/"))
        assert.strictEqual(failure?._tag, "Permanent", addresses.join())
      }
    })
  )

  it.live("connects to the address that was judged: the name is asked for once", () =>
    Effect.gen(function* () {
      const there = yield* receiver()
      let asked = 0
      const resolve: Resolve = (host, done) => {
        asked += 1
        resolving("127.0.0.1")(host, done)
      }
      const { status } = yield* post({ allowPrivate: true, resolve })(
        posting(`http://hooks.example.org:${there.port}/`)
      )
      assert.deepStrictEqual([status, asked], [204, 1])
    })
  )

  it.live("tries again where a name is not found", () =>
    Effect.gen(function* () {
      const unknown = Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" })
      for (const resolve of [resolving(), ((_, done) => done(unknown)) satisfies Resolve]) {
        const guarded = post({ allowPrivate: false, resolve })
        assert.strictEqual((yield* guarded(posting("https://hooks.example.org/"))).failure?._tag, "Retry")
      }
    })
  )
})
