import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { failuresUntilDisabled } from "@phakhi/outbound/Endpoints"
import { Mailer } from "@phakhi/outbound/Mail"
import { senders } from "@phakhi/outbound/Outbound"
import type { DeliveryPage, Endpoint, FailedPage } from "@phakhi/outbound/Shown"
import { tellingSenders } from "@phakhi/outbound/Telling"
import { claim, enqueue } from "@phakhi/store/Outbox"
import { attempt } from "@phakhi/store/Worker"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { Webhook } from "standardwebhooks"
import { newAgency, type Person, password, send } from "./People.ts"
import { openWorld, type World } from "./World.ts"

interface Arrived {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

interface Problem {
  readonly code: string
  readonly th: string
  readonly en: string
  readonly rule: { readonly id: string }
  readonly errors?: ReadonlyArray<{ readonly pointer: string }>
}

const json = async <A>(response: Promise<Response>): Promise<A> => (await (await response).json()) as A
const unknown = "01910000-0000-7000-8000-000000000001"

/** What is sent to other systems, on whichever database. */
export const webhooks = (name: string, kind: "memory" | "postgres") =>
  describe(`Webhooks of an agency on ${name}`, () => {
    let world: World
    let server: Server
    let answer = 204
    const arrived: Array<Arrived> = []
    let url: string
    let agency: Awaited<ReturnType<typeof newAgency>>
    let officer: Person
    let administrator: Person["send"]

    const sessionOf = async ({ email }: Person) => {
      const response = await send(world)("POST", "/api/auth/sign-in/email", { email, password })
      const cookies = response.headers.getSetCookie().map((line) => line.split(";")[0])
      return send(world, { cookie: cookies.join("; ") })
    }

    beforeAll(async () => {
      server = createServer((request, response) => {
        void text(request).then((body) => {
          arrived.push({ headers: request.headers, body })
          response.writeHead(answer).end()
        })
      })
      await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
      world = await openWorld({}, kind, true)
      agency = await newAgency(world)
      officer = await agency.invite(["programme-officer"])
      administrator = await sessionOf(agency.administrator)
    })
    afterAll(async () => {
      await world.close()
      server.closeAllConnections()
      server.close()
    })

    const deliver = Effect.gen(function* () {
      while (true) {
        const messages = yield* claim({ limit: 50, leaseSeconds: 30 })
        if (messages.length === 0) return
        const all = { senders: { ...senders, ...tellingSenders(url) } }
        yield* Effect.forEach(messages, (message) => attempt(message, all), { discard: true })
      }
    }).pipe(Effect.provideService(Mailer, Mailer.of({ configured: false, send: () => Effect.void })))
    const connect = async (topics: ReadonlyArray<string>, by = administrator) =>
      json<{ id: string; secret: string }>(by("POST", "/v1/webhooks", { name: "ระบบสารบรรณ", url, topics }))
    const register = async (by: Person = officer) => {
      const mission = { title: { th: "ภารกิจ" }, purpose: "บริการ", provinces: [], routine: false }
      return json<{ id: string; version: number }>(by.send("POST", "/v1/missions", mission))
    }
    const endpoint = async (id: string) => {
      const { data } = await json<{ data: ReadonlyArray<typeof Endpoint.Type> }>(administrator("GET", "/v1/webhooks"))
      return data.find((one) => one.id === id) ?? assert.fail("the endpoint is not listed")
    }
    const deliveriesOf = (id: string, query = "") =>
      json<DeliveryPage>(administrator("GET", `/v1/webhooks/${id}/deliveries${query}`))
    const failures = () => json<FailedPage>(administrator("GET", "/v1/failed-messages"))

    it("SEC-7 a command through the API arrives signed, as what happened to which record and nothing more", async () => {
      const { id, secret } = await connect(["mission.registered"])
      const mission = await register()
      arrived.length = 0
      await world.run(deliver)
      const [one = assert.fail("nothing arrived")] = arrived
      const read = new Webhook(secret).verify(one.body, one.headers as Record<string, string>) as {
        readonly type: string
        readonly timestamp: string
        readonly data: { readonly at: string }
      }
      assert.strictEqual(read.type, "mission.registered")
      assert.isFalse(Number.isNaN(Date.parse(read.timestamp)))
      const { at, ...data } = read.data
      assert.isFalse(Number.isNaN(Date.parse(at)))
      assert.deepStrictEqual(data as object, {
        record: "mission",
        id: mission.id,
        version: 1,
        event: "MissionRegistered",
        operation: "missions.register"
      })
      const log = await deliveriesOf(id)
      assert.deepStrictEqual(
        log.data.map(({ answered, status, topic }) => [topic, status, answered]),
        [["mission.registered", "delivered", 204]]
      )
      await administrator("DELETE", `/v1/webhooks/${id}`)
    })

    it("SEC-7 nothing is written where nobody listens, and nothing where the command is refused", async () => {
      const count = () =>
        world.run(
          SqlClient.SqlClient.use((sql) =>
            Effect.map(sql`SELECT 1 FROM outbox WHERE topic = 'webhook'`, (rows) => rows.length)
          )
        )
      const before = await count()
      await register()
      assert.strictEqual(await count(), before)
      const { id } = await connect(["*"])
      assert.strictEqual((await officer.send("POST", "/v1/missions", { title: {} })).status, 400)
      assert.strictEqual(await count(), before)
      await register()
      assert.strictEqual(await count(), before + 1)
      await administrator("DELETE", `/v1/webhooks/${id}`)
    })

    it("SEC-7 the secret is shown when it is made and when it is changed, and never again", async () => {
      const { id, secret } = await connect(["mission.*"])
      const rotated = await json<{ secret: string }>(administrator("POST", `/v1/webhooks/${id}/rotate`))
      assert.notStrictEqual(rotated.secret, secret)
      const listed = await (await administrator("GET", "/v1/webhooks")).text()
      for (const one of [secret, rotated.secret]) assert.notInclude(listed, one.slice(6))
      await administrator("DELETE", `/v1/webhooks/${id}`)
    })

    it("SEC-7 what is given up disables the endpoint, is shown to the administrators, and can be sent again", async () => {
      const { id } = await connect(["mission.registered"])
      answer = 400
      for (let n = 0; n < failuresUntilDisabled; n++) await register()
      await world.run(deliver)
      const { disabledBecause } = await endpoint(id)
      assert.strictEqual(disabledBecause, "failures")
      const failed = await failures()
      assert.strictEqual(failed.total, failuresUntilDisabled)
      const [first = assert.fail("nothing failed")] = failed.data
      assert.deepInclude(first, { topic: "webhook.delivery", endpoint: "ระบบสารบรรณ" })
      assert.deepStrictEqual(first.reason, { th: "ปลายทางตอบ 400", en: "the endpoint answered 400" })
      const shut = await administrator("POST", `/v1/failed-messages/${first.id}/resend`)
      assert.deepStrictEqual([shut.status, ((await shut.json()) as Problem).code], [409, "WebhookDisabled"])
      answer = 204
      await administrator("POST", `/v1/webhooks/${id}/enable`)
      assert.strictEqual((await administrator("POST", `/v1/failed-messages/${first.id}/resend`)).status, 200)
      await world.run(deliver)
      assert.strictEqual((await failures()).total, failuresUntilDisabled - 1)
      const pageOne = await deliveriesOf(id, "?limit=3")
      const pageTwo = await deliveriesOf(id, `?limit=3&before=${pageOne.next}`)
      assert.deepStrictEqual([pageOne.data.length, pageTwo.data.length, pageTwo.next], [3, 2, null])
      const statuses = [...pageOne.data, ...pageTwo.data].map(({ status }) => status)
      assert.deepStrictEqual(statuses.toSorted(), ["delivered", "failed", "failed", "failed", "failed"])
      const again = pageTwo.data.find(({ status }) => status === "failed")
      assert.strictEqual((await administrator("POST", `/v1/webhook-deliveries/${again?.id}/resend`)).status, 200)
      await administrator("DELETE", `/v1/webhooks/${id}`)
    })

    it("SEC-7 an address inside the network, without https or with a login is refused in words", async () => {
      const strict = await openWorld({}, kind)
      const { administrator: someone } = await newAgency(strict)
      const entered = await send(strict)("POST", "/api/auth/sign-in/email", { email: someone.email, password })
      const cookie = entered.headers.getSetCookie().map((line) => line.split(";")[0])
      const by = send(strict, { cookie: cookie.join("; ") })
      for (const [refused, word] of [
        ["https://10.0.0.1/", "private network"],
        ["https://[::1]/", "private network"],
        ["https://169.254.169.254/latest", "private network"],
        ["http://hooks.example.org/", "https"],
        ["https://user:word@hooks.example.org/", "password"],
        ["https://hooks.example.org:22/", "port"],
        ["hooks", "cannot be read"]
      ] as const) {
        const response = await by("POST", "/v1/webhooks", { name: "x", url: refused, topics: ["*"] })
        const problem = (await response.json()) as Problem
        assert.deepStrictEqual([response.status, problem.code, problem.rule.id], [422, "WebhookUrlRefused", "SEC-7"])
        assert.include(problem.en, word)
        assert.match(problem.th, /\p{Script=Thai}/u)
        assert.deepStrictEqual(
          problem.errors?.map(({ pointer }) => pointer),
          ["/url"]
        )
      }
      await strict.close()
    })

    it("SEC-2 unknown topics and unknown fields are refused by name", async () => {
      const asked = { name: "x", url, topics: ["mission.registered", "mission.rejoiced"] }
      const topics = await json<Problem>(administrator("POST", "/v1/webhooks", asked))
      assert.strictEqual(topics.code, "WebhookTopicsUnknown")
      assert.include(topics.en, "mission.rejoiced")
      assert.notInclude(topics.en, "mission.registered")
      const none = await json<Problem>(administrator("POST", "/v1/webhooks", { name: "x", url, topics: [] }))
      assert.strictEqual(none.code, "WebhookTopicsUnknown")
      const more = await administrator("POST", "/v1/webhooks", { name: "x", url, topics: ["*"], secret: "mine" })
      assert.deepStrictEqual([more.status, ((await more.json()) as Problem).code], [400, "InputMalformed"])
      assert.strictEqual((await administrator("GET", "/v1/failed-messages?before=x")).status, 400)
    })

    it("SEC-1 who may: cell by cell, by role, with a session and with a key, in one's own agency and in another", async () => {
      const other = await newAgency(world, "กรมอื่น")
      const acts: ReadonlyArray<readonly [method: string, path: string, inPerson: boolean]> = [
        ["GET", "/v1/webhooks", false],
        ["GET", "/v1/webhooks/topics", false],
        ["POST", "/v1/webhooks", true],
        ["POST", "/v1/webhooks/{id}/rotate", true],
        ["POST", "/v1/webhooks/{id}/enable", true],
        ["GET", "/v1/webhooks/{id}/deliveries", false],
        ["POST", "/v1/webhook-deliveries/{delivery}/resend", false],
        ["GET", "/v1/failed-messages", false],
        ["POST", "/v1/failed-messages/{message}/resend", false],
        ["POST", "/v1/webhooks/{id}/disable", false],
        ["DELETE", "/v1/webhooks/{id}", false]
      ]
      const { id } = await connect(["mission.registered"])
      await register()
      await world.run(deliver)
      const delivery = (await deliveriesOf(id)).data[0]?.id ?? assert.fail("nothing was delivered")
      const message = crypto.randomUUID()
      await world.run(enqueue([{ id: message, topic: "pigeon", owner: agency.organisation, payload: {} }]))
      await world.run(deliver)
      const askers = {
        nobody: send(world),
        officer: await sessionOf(officer),
        finance: await sessionOf(await agency.invite(["finance"])),
        executive: (await agency.invite(["executive"])).send,
        strangerInPerson: await sessionOf(other.administrator),
        key: agency.administrator.send,
        inPerson: administrator
      }
      const foreign: Array<string> = []
      for (const [who, ask] of Object.entries(askers)) {
        for (const [method, path, inPerson] of acts) {
          const real = path.replace("{id}", id).replace("{delivery}", delivery).replace("{message}", message)
          const response = await ask(
            method,
            real,
            path === "/v1/webhooks" && method === "POST" ? { name: "x", url, topics: ["*"] } : undefined
          )
          const code = response.ok ? "" : ((await response.json()) as Problem).code
          const said = `${who} ${method} ${path}: ${response.status} ${code}`
          const expected =
            who === "nobody"
              ? [401, "NotSignedIn"]
              : ["officer", "finance", "executive"].includes(who)
                ? [403, "NotPermitted"]
                : who === "strangerInPerson" && path.includes("{")
                  ? [404, "RecordNotFound"]
                  : who === "key" && inPerson
                    ? [403, "WebhookInPerson"]
                    : undefined
          if (expected !== undefined) assert.strictEqual(said, `${who} ${method} ${path}: ${expected.join(" ")}`)
          // The key deleted the endpoint, and sent the message again, before the person came to it.
          else if (who === "inPerson" && path.includes("{")) assert.include([200, 404], response.status, said)
          else assert.isTrue(response.ok, said)
          if (who === "strangerInPerson" && response.ok && method === "GET")
            foreign.push(JSON.stringify(await response.json()))
        }
      }
      for (const body of foreign) for (const one of [id, delivery, message]) assert.notInclude(body, one)
      assert.strictEqual((await administrator("POST", `/v1/webhooks/${unknown}/disable`)).status, 404)
      assert.strictEqual((await administrator("POST", "/v1/webhooks/x/disable")).status, 404)
    })
  })
