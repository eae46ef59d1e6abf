import { catalogue, problemOf, recordTypes } from "@phakhi/domain/catalogue"
import { commandsOf } from "@phakhi/domain/engine/Catalogue"
import { nounOf } from "@phakhi/domain/engine/Operation"
import { refusal } from "@phakhi/domain/missions/refusals"
import { Result } from "effect"
import { assert, expectTypeOf, it } from "vitest"
import { type Commands, makeClient } from "../src/Client.ts"

interface Sent {
  readonly method: string
  readonly url: string
  readonly headers: { readonly [name: string]: string }
  readonly body: unknown
  readonly credentials: RequestCredentials | undefined
}

const speaking = (...answers: ReadonlyArray<{ readonly status?: number; readonly body: unknown }>) => {
  const sent: Array<Sent> = []
  const client = makeClient({
    baseUrl: "https://example.go.th/",
    headers: { authorization: "Bearer phk_x" },
    credentials: "same-origin",
    fetch: async (url, { body, credentials, headers, method }) => {
      const answer = answers[sent.length]
      sent.push({
        method: method ?? "GET",
        url,
        headers: Object.fromEntries(new Headers(headers)),
        body: body === undefined ? undefined : JSON.parse(String(body)),
        credentials
      })
      return new Response(typeof answer?.body === "string" ? answer.body : JSON.stringify(answer?.body), {
        status: answer?.status ?? 200
      })
    }
  })
  return { client, sent }
}

const wire = (tag: "VersionStale" | "ReviewIncomplete", status: number) => {
  const problem = problemOf(
    tag === "VersionStale"
      ? refusal(tag, { seen: 1, current: 2 })
      : refusal(tag, { next: "REV-1" }, { field: "/question" })
  )
  return {
    status,
    body: {
      type: `/problems/${tag}`,
      title: problem.th,
      status,
      detail: problem.th,
      code: problem.tag,
      kind: problem.kind,
      rule: { id: problem.rule, href: `/v1/rules/${problem.rule}` },
      facts: problem.facts,
      th: problem.th,
      en: problem.en,
      requestId: "r1",
      ...(problem.field === undefined ? {} : { errors: [{ pointer: problem.field, detail: problem.th }] })
    }
  }
}

const view = { record: "mission", id: "m1", version: 3, data: {}, actions: [] }
const about = { title: { th: "ภารกิจ" }, purpose: "ดูแล", provinces: ["12"], routine: false } as const

it("a command whose noun is no record of its own belongs to a partnership", () => {
  const plurals = new Map(recordTypes.map(({ name, plural }) => [name, plural]))
  assert.deepStrictEqual(
    commandsOf(catalogue)
      .filter((command) => plurals.get(command.record) !== nounOf(command) && command.record !== "partnership")
      .map(({ name }) => name),
    []
  )
})

it("a command that makes a record is posted to its collection, with the key", async () => {
  const { client, sent } = speaking({ status: 201, body: view })
  const made = await client.perform("missions.register", { input: about, key: "k1" })
  assert.deepStrictEqual(made, Result.succeed(view))
  assert.deepStrictEqual(sent, [
    {
      method: "POST",
      url: "https://example.go.th/v1/missions",
      headers: {
        accept: "application/json",
        authorization: "Bearer phk_x",
        "content-type": "application/json",
        "idempotency-key": "k1"
      },
      body: about,
      credentials: "same-origin"
    }
  ])
})

it("a change carries the version that was seen", async () => {
  const { client, sent } = speaking({ body: view })
  await client.perform("missions.begin-review", { id: "m1", input: {}, seen: 3 })
  assert.strictEqual(sent[0]?.url, "https://example.go.th/v1/missions/m1/begin-review")
  assert.strictEqual(sent[0]?.headers["if-match"], '"3"')
})

it("the latest version is asked for first, and again when somebody else was quicker", async () => {
  const { client, sent } = speaking(
    { body: { ...view, version: 1 } },
    wire("VersionStale", 412),
    { body: { ...view, version: 2 } },
    { body: view }
  )
  const answer = await client.perform("missions.begin-review", { id: "m1", input: {}, seen: "latest", key: "k" })
  assert.isTrue(Result.isSuccess(answer))
  assert.deepStrictEqual(
    sent.map(({ headers, method }) => [method, headers["if-match"]]),
    [
      ["GET", undefined],
      ["POST", '"1"'],
      ["GET", undefined],
      ["POST", '"2"']
    ]
  )
})

it("a problem comes back as the refusal that was decided", async () => {
  const refused = refusal("ReviewIncomplete", { next: "REV-1" }, { field: "/question" })
  const { client } = speaking(wire("ReviewIncomplete", 422))
  const answer = await client.perform("missions.conclude-review", { id: "m1", input: {}, seen: 1 })
  assert.deepStrictEqual(answer, Result.fail({ ...problemOf(refused), status: 422, requestId: "r1" }))
})

it("filters, pages and flags go into the query; what is undefined is left out", async () => {
  const { client, sent } = speaking({ body: { data: [], next: null, total: 0 } })
  await client.ask("missions.list", {
    input: { status: "Reviewed,WayChosen", search: "เด็ก ๆ", limit: 10, descending: true, owner: undefined }
  })
  const url = new URL(sent[0]?.url ?? "")
  assert.strictEqual(url.pathname, "/v1/missions")
  assert.deepStrictEqual(Object.fromEntries(url.searchParams), {
    status: "Reviewed,WayChosen",
    search: "เด็ก ๆ",
    limit: "10",
    descending: "true"
  })
})

it("records, histories and rules have their own addresses", async () => {
  const { client, sent } = speaking({ body: view }, { body: { data: [] } }, { body: {} })
  await client.ask("missions.get", { id: "a/b" })
  await client.ask("missions.history", { id: "m1", input: { before: 4 } })
  await client.ask("rules.show", { input: { id: "PBC-7" } })
  assert.deepStrictEqual(
    sent.map(({ url }) => url.slice("https://example.go.th".length)),
    ["/v1/missions/a%2Fb", "/v1/missions/m1/history?before=4", "/v1/rules/PBC-7"]
  )
})

it("what is not Phakhi's answer is told apart from a refusal", async () => {
  const { client } = speaking({ status: 502, body: "<html>" }, { status: 200, body: "hello" })
  for (const answer of [await client.ask("missions.get", { id: "1" }), await client.ask("missions.get", { id: "1" })]) {
    assert.deepInclude(Result.isFailure(answer) ? answer.failure : {}, { tag: "Unreachable", kind: "unreachable" })
  }
  const offline = makeClient({
    baseUrl: "http://127.0.0.1:1",
    fetch: () => Promise.reject(new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") }))
  })
  const answer = await offline.ask("missions.get", { id: "1" })
  assert.include(Result.isFailure(answer) ? answer.failure.en : "", "ECONNREFUSED")
})

it("an operation that the catalogue does not have is not sent", async () => {
  const { client, sent } = speaking()
  assert.isTrue(Result.isFailure(await client.perform("missions.abolish", { input: {} })))
  assert.isTrue(Result.isFailure(await client.ask("missions.count", {})))
  assert.deepStrictEqual(sent, [])
})

it("inputs and answers are typed by the operation", () => {
  expectTypeOf<Commands["missions.choose-way"]["input"]["way"]>().toEqualTypeOf<
    "partnership" | "procurement" | "transfer"
  >()
  expectTypeOf<Commands["missions.register"]["output"]["data"]["_tag"]>().toEqualTypeOf<
    "Registered" | "UnderReview" | "Reviewed" | "WayChosen"
  >()
})

it("a file of operations goes as it is, and comes back with the line at which it stopped", async () => {
  const stale = wire("ReviewIncomplete", 422)
  const { client, sent } = speaking({
    ...stale,
    body: { ...stale.body, line: 3, lineId: "early", operation: "missions.conclude-review" }
  })
  const answer = await client.send("POST", "/v1/replay", { content: "{}", type: "application/x-ndjson" })
  assert.strictEqual(sent[0]?.headers["content-type"], "application/x-ndjson")
  assert.deepInclude(Result.isFailure(answer) ? answer.failure : {}, {
    tag: "ReviewIncomplete",
    stopped: { line: 3, id: "early", operation: "missions.conclude-review" }
  })
})
