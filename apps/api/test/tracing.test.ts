import { createServer } from "node:http"
import { afterAll, assert, beforeAll, it } from "@effect/vitest"
import { Effect, Exit, Scope } from "effect"
import { tracerTo } from "../src/server/Tracing.ts"
import { traceParentIn } from "../src/wire/Call.ts"
import { newAgency } from "./People.ts"
import { openWorld, type World } from "./World.ts"

interface Sent {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly attributes: ReadonlyArray<{ readonly key: string }>
}

const bodies: Array<string> = []
const receiver = createServer((request, response) => {
  let text = ""
  request.on("data", (piece) => {
    text += String(piece)
  })
  request.on("end", () => {
    bodies.push(`${request.url} ${text}`)
    response.end("{}")
  })
})
const scope = Scope.makeUnsafe()
let world: World

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve))
  const address = receiver.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  const tracer = await Effect.runPromise(Scope.provide(tracerTo(`http://127.0.0.1:${port}/`), scope))
  world = await openWorld({ tracer })
})
afterAll(async () => {
  await world.close()
  receiver.close()
})

const trace = "4bf92f3577b34da6a3ce929d0e0e4736"
const parent = "00f067aa0ba902b7"

it("SEC-2 spans of a request, its decision and its statements go to the collector, and say nothing of people", async () => {
  const { invite } = await newAgency(world)
  const officer = await invite(["programme-officer"])
  const mission = { title: { th: "ศูนย์เด็กเล็กลับเฉพาะ" }, purpose: "ดูแลเด็ก", provinces: ["12"], routine: false }
  const headers = { traceparent: `00-${trace}-${parent}-01` }
  const made = await officer.send("POST", "/v1/missions", mission, headers)
  assert.strictEqual(made.headers.get("x-request-id"), trace)
  const refused = await officer.send("POST", "/v1/missions", { title: { th: "ศูนย์เด็กเล็กลับเฉพาะ" }, colour: "ลับเฉพาะ" })
  assert.strictEqual(refused.status, 400)
  // The last spans are sent when the scope closes.
  await Effect.runPromise(Scope.close(scope, Exit.void))
  const all = bodies.join("\n")
  assert.match(all, /^\/v1\/traces \{/)
  const spans = bodies.flatMap((body) => {
    const { resourceSpans } = JSON.parse(body.slice(body.indexOf("{"))) as {
      readonly resourceSpans: ReadonlyArray<{
        readonly scopeSpans: ReadonlyArray<{ readonly spans: ReadonlyArray<Sent> }>
      }>
    }
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans: sent }) => sent))
  })
  const inTrace = spans.filter(({ traceId }) => traceId === trace)
  const request = inTrace.find(({ name }) => name === "missions.register")
  assert.strictEqual(request?.parentSpanId, parent)
  const performed = inTrace.find(({ name }) => name === "perform")
  assert.strictEqual(performed?.parentSpanId, request?.spanId)
  const decided = inTrace.find(({ name }) => name === "decide")
  assert.strictEqual(decided?.parentSpanId, performed?.spanId)
  const statements = inTrace.filter(({ attributes }) => attributes.some(({ key }) => key === "db.system.name"))
  assert.isAtLeast(statements.length, 1)
  assert.isAtLeast(spans.filter(({ name }) => name === "missions.register").length, 2)
  for (const held of ["ลับเฉพาะ", "colour", "db.query.text", "SELECT"]) assert.notInclude(all, held)
})

it("a traceparent that is not well-formed is as good as none", () => {
  assert.deepStrictEqual(traceParentIn(`00-${trace}-${parent}-00`), { traceId: trace, spanId: parent })
  for (const header of [
    undefined,
    "",
    `01-${trace}-${parent}-01`,
    `00-${trace.toUpperCase()}-${parent}-01`,
    `00-${"0".repeat(32)}-${parent}-01`,
    `00-${trace}-${"0".repeat(16)}-01`,
    `00-${trace}-${parent}-01-more`,
    `00-${trace} ${parent}-01`
  ])
    assert.isUndefined(traceParentIn(header), header)
})
