import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, assert, beforeAll, it } from "vitest"
import { uuid } from "./Harness.ts"
import { start } from "./Process.ts"

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))

let folder = ""
let server: Server
let answered = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "phakhi-run-"))
  server = createServer((request, response) => {
    request.resume().on("end", () => {
      const view = { record: "mission", id: uuid(++answered), version: 1, data: { purpose: "ดูแลเด็ก ".repeat(2_000) } }
      response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(view))
    })
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const mission = { title: { th: "ศูนย์เด็กเล็ก" }, purpose: "ดูแลเด็ก".repeat(1_000), provinces: ["12"], routine: false }

/** A file of this many megabytes, each of whose lines takes a part of the result of the one before it. */
const fileOf = async (megabytes: number): Promise<{ readonly path: string; readonly lines: number }> => {
  const path = join(folder, `${megabytes}.ndjson`)
  const stream = createWriteStream(path)
  let lines = 0
  for (let size = 0; size < megabytes * 1_000_000; lines++) {
    const targetGroup = lines === 0 ? "เด็ก" : `$m${lines - 1}.data.purpose`
    const line = `${JSON.stringify({ op: "missions.register", id: `m${lines}`, input: { ...mission, targetGroup } })}\n`
    size += Buffer.byteLength(line)
    if (!stream.write(line)) await once(stream, "drain")
  }
  await new Promise<void>((done) => stream.end(done))
  return { path, lines }
}

/** The most memory that the process ever had, in megabytes. */
const peakOf = async (args: ReadonlyArray<string>, lines: number): Promise<number> => {
  const told = "data:text/javascript,process.on('exit',()=>console.error('peak '+process.resourceUsage().maxRSS))"
  const { address, port } = server.address() as AddressInfo
  const env = { NODE_OPTIONS: `--import "${told}"` }
  const { code, err } = await start(main, ["--url", `http://${address}:${port}`, "--lang", "en", ...args], { env })
    .ended
  assert.strictEqual(code, 0, err)
  assert.include(err, `${lines} lines carried out`)
  return Number(/peak (\d+)/u.exec(err)?.[1]) / 1024
}

it("ten times the file takes about as much memory: no more of it is kept than the line at hand", async () => {
  const [small, large] = [await fileOf(5), await fileOf(50)]
  const few = await peakOf(["run", small.path], small.lines)
  const many = await peakOf(["run", large.path], large.lines)
  assert.isBelow(many / few, 1.5, `${few.toFixed(0)} MB, then ${many.toFixed(0)} MB`)
}, 300_000)
