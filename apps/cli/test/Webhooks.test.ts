import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, it } from "vitest"
import { phakhi } from "./Harness.ts"

const email = "admin@example.go.th"
const password = "a long phrase of the agency"
let folder = ""
let env: { readonly [name: string]: string } = {}

const run = async (...args: ReadonlyArray<string>) => phakhi(["--data", folder, ...args, "--json"], { env })
const made = async (...args: ReadonlyArray<string>) => {
  const { code, err, out } = await run(...args)
  assert.strictEqual(code, 0, err)
  return JSON.parse(out)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "phakhi-webhooks-"))
  env = { PHAKHI_PASSWORD: password }
  await made("accounts", "create-admin", "--agency-th", "กรมตัวอย่าง", "--name", "ผู้ดูแล", "--email", email)
  const { key } = await made("keys", "create", "--email", email, "--name", "งาน", "--scopes", "all")
  env = { ...env, PHAKHI_KEY: key }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const create = (to: string, topics: string) => [
  "webhooks",
  "create",
  "--email",
  email,
  "--name",
  "ระบบสารบรรณ",
  "--to",
  to,
  "--topics",
  topics
]

it("SEC-7 an endpoint is added and enabled with the password, and looked at, disabled and deleted with a key", async () => {
  const { id, secret } = await made(...create("https://hooks.example.org/in", "partnership.*,mission.registered"))
  assert.match(secret, /^whsec_/u)
  const { data } = await made("webhooks", "list")
  assert.deepInclude(data[0], { id, name: "ระบบสารบรรณ", topics: ["partnership.*", "mission.registered"], failures: 0 })
  assert.notStrictEqual((await made("webhooks", "rotate", id, "--email", email)).secret, secret)
  assert.deepStrictEqual(await made("webhooks", "disable", id), { done: true })
  assert.strictEqual((await made("webhooks", "list")).data[0].disabledBecause, "asked")
  assert.deepStrictEqual(await made("webhooks", "enable", id, "--email", email), { done: true })
  assert.deepStrictEqual(await made("webhooks", "deliveries", id, "--limit", "5"), { data: [], next: null })
  assert.deepStrictEqual(await made("messages", "failed"), { data: [], total: 0, next: null })
  assert.deepStrictEqual(await made("webhooks", "delete", id), { done: true })
  assert.strictEqual((await run("webhooks", "disable", id)).code, 3)
})

it("SEC-7 what no administrator is shown is for whoever runs the machine, without a key and never through a server", async () => {
  const bare = { env: {} }
  const asked = ["--data", folder, "messages", "failed", "--of-nobody", "--json"]
  const { code, out } = await phakhi(asked, bare)
  assert.deepStrictEqual([code, JSON.parse(out)], [0, { data: [], total: 0, next: null }])
  assert.strictEqual((await phakhi(["--url", "http://localhost:1", ...asked.slice(2)], bare)).code, 2)
  const unknown = "01910000-0000-7000-8000-000000000001"
  const sent = await phakhi(["--data", folder, "messages", "resend", unknown, "--of-nobody", "--json"], bare)
  assert.deepStrictEqual([sent.code, JSON.parse(sent.err).code], [3, "RecordNotFound"])
})

it("SEC-7 a private address is refused with the rule and words in both languages", async () => {
  const { code, err } = await run(...create("https://192.168.1.10/", "*"))
  assert.strictEqual(code, 8)
  const problem = JSON.parse(err)
  assert.deepInclude(problem, { code: "WebhookUrlRefused", kind: "rule" })
  assert.strictEqual(problem.rule.id, "SEC-7")
  assert.include(problem.en, "private network")
  assert.match(problem.th, /\p{Script=Thai}/u)
})

it("the topics that there are can be asked for, one on a line", async () => {
  const { code, out } = await phakhi(["--data", folder, "webhooks", "topics"], { env })
  assert.strictEqual(code, 0)
  assert.include(out.split("\n"), "partnership.agreement-signed")
})
