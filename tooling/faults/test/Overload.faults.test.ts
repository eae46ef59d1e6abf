import { freshDatabase } from "@phakhi/testing/Database"
import { afterAll, assert, beforeAll, it } from "vitest"
import { type ApiProcess, startApi } from "../src/ApiProcess.ts"
import { type Filled, fillPlace } from "../src/Filled.ts"
import { inFolder } from "../src/Folder.ts"
import { dawdle, pour } from "../src/RawClients.ts"

const limit = 16
const opened = Promise.withResolvers<{ readonly api: ApiProcess; readonly filled: Filled }>()
const done = Promise.withResolvers<void>()
let whole: Promise<void>
let api: ApiProcess
let filled: Filled

beforeAll(async () => {
  whole = inFolder(async (folder) => {
    await using database = await freshDatabase()
    const place = { folder, databaseUrl: database.url }
    const filled = await fillPlace(place, [{ name: "grant", value: "1000000" }])
    const api = await startApi(place, { PHAKHI_MAX_IN_FLIGHT: String(limit) })
    opened.resolve({ api, filled })
    await done.promise
    await api.kill("SIGTERM")
  })
  ;({ api, filled } = await Promise.race([opened.promise, whole.then(() => opened.promise)]))
})

afterAll(async () => {
  done.resolve()
  await whole
})

const head = (method: string, more: string) =>
  `${method} /v1/missions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${filled.keys.officer}\r\n${more}`

const json = "Content-Type: application/json\r\n"

it("more requests than the limit are turned away with 503 and Retry-After, and the server recovers", async () => {
  const ask = async () => {
    const began = performance.now()
    const response = await fetch(`${api.url}/v1/partnerships/${filled.grants[0]}`, {
      headers: { authorization: `Bearer ${filled.keys.officer}` }
    })
    await response.arrayBuffer()
    return { status: response.status, retry: response.headers.get("retry-after"), millis: performance.now() - began }
  }
  const answers = (
    await Promise.all(Array.from({ length: 8 }, () => Promise.all(Array.from({ length: 250 }, ask))))
  ).flat()
  const carried = answers.filter(({ status }) => status === 200)
  const shed = answers.filter(({ status }) => status === 503)
  console.info(`${answers.length} at once over a limit of ${limit}: ${carried.length} carried out, ${shed.length} shed`)
  assert.strictEqual(carried.length + shed.length, answers.length)
  assert.isAtLeast(carried.length, limit)
  assert.isAbove(shed.length, 0)
  assert.isTrue(shed.every(({ retry }) => Number(retry) >= 1))
  assert.strictEqual((await ask()).status, 200)
})

it("a client that sends slowly is cut off", async () => {
  const slow = await Promise.all([
    ...Array.from({ length: 50 }, () => dawdle(api.port, head("GET", "X-Slow: "), 2000)),
    ...Array.from({ length: 50 }, () => dawdle(api.port, head("POST", `${json}Content-Length: 1000\r\n\r\n{`), 2000))
  ])
  const slowest = Math.round(Math.max(...slow.map(({ millis }) => millis)))
  console.info(`${slow.length} slow clients cut off, the last after ${slowest} ms`)
  assert.isTrue((await fetch(`${api.url}/readyz`)).ok)
})

it("a body of 64 MB is answered with 413 before it has come, whether it says its length or not", async () => {
  const size = 64 * 1024 * 1024
  const headers = head("POST", `${json}Content-Length: ${size}\r\n\r\n`)
  const begun = await pour(api.port, headers, 64 * 1024)
  const poured = await pour(api.port, headers, size)
  const answered = await fetch(`${api.url}/v1/missions`, {
    method: "POST",
    headers: { authorization: `Bearer ${filled.keys.officer}`, "content-type": "application/json" },
    body: new Blob([Buffer.alloc(size, "x")]).stream(),
    duplex: "half"
  } as RequestInit).then(
    ({ status }) => status,
    () => "cut off"
  )
  console.info(
    `64 MB refused after ${Math.round(begun.millis)} ms, ${poured.sent} bytes sent in all; chunked: ${answered}`
  )
  assert.match(begun.text, /^HTTP\/1\.1 413 /)
  // Whoever goes on sending all the same may find the door shut before the answer is read.
  assert.match(poured.text, /^(?:HTTP\/1\.1 413 |$)/)
  assert.include([413, "cut off"], answered)
  assert.isTrue((await fetch(`${api.url}/readyz`)).ok)
})
