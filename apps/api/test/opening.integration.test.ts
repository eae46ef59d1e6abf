import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { freePort } from "@phakhi/testing/Port"
import { afterAll, assert, beforeAll, it } from "vitest"

const script = fileURLToPath(new URL("../src/main.ts", import.meta.url))
let root = ""

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "phakhi-start-"))
  writeFileSync(join(root, "file"), "")
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Starts the server and waits for its end: these never come up. */
const started = async (command: "start" | "demo", more: Readonly<Record<string, string>>) => {
  const { DATABASE_URL: _, ...outside } = process.env
  const child = spawn(process.execPath, [script, command], {
    env: { ...outside, PHAKHI_PORT: String(await freePort()), ...more },
    stdio: ["ignore", "pipe", "pipe"]
  })
  const ended = new Promise<number | null>((done) => child.once("close", done))
  const [err, code] = await Promise.all([text(child.stderr), ended])
  return { err, code }
}

it("a folder that cannot be made ends the start and the demo with words in both languages, never a stack", async () => {
  const places = [join(root, "file", "data"), ...(existsSync("/proc/self") ? ["/proc/nowhere"] : [])]
  for (const PHAKHI_DATA of places) {
    for (const { code, err } of await Promise.all([
      started("start", { PHAKHI_DATA }),
      started("demo", { PHAKHI_DATA })
    ])) {
      assert.strictEqual(code, 1)
      const [th, en] = err.split("\n")
      assert.match(th ?? "", /โฟลเดอร์.*PHAKHI_DATA/u)
      assert.match(en ?? "", /folder.*PHAKHI_DATA/u)
      assert.include(err, PHAKHI_DATA)
      assert.notMatch(err, /\n\s+at /u)
    }
  }
})

it("SEC-1 the demo, whose password all know, does not open where anybody could come", async () => {
  for (const PHAKHI_PUBLIC_URL of ["https://phakhi.example.go.th", "http://8.8.8.8:4000", "http://[2600::1]"]) {
    const { code, err } = await started("demo", { PHAKHI_PUBLIC_URL, PHAKHI_DATA: join(root, "public") })
    assert.strictEqual(code, 1)
    assert.include(
      err,
      `The demo signs everybody in with a password that all know: it does not open at ${PHAKHI_PUBLIC_URL}`
    )
    assert.isFalse(existsSync(join(root, "public")))
  }
})

it("a server that does not answer is told by its place, without the password", async () => {
  const DATABASE_URL = `postgres://phakhi:s3cret@127.0.0.1:${await freePort()}/phakhi`
  const { code, err } = await started("start", { DATABASE_URL, PHAKHI_DATA: join(root, "data") })
  assert.strictEqual(code, 1)
  assert.match(err, /PostgreSQL at 127\.0\.0\.1:\d+\/phakhi cannot be reached/u)
  assert.match(err, /ต่อ PostgreSQL ที่/u)
  assert.notInclude(err, "s3cret")
  assert.notMatch(err, /\n\s+at /u)
})
