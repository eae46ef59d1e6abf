import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, it } from "vitest"
import { phakhi } from "./Harness.ts"

const email = "admin@example.go.th"
const password = "a long phrase of the agency"
const agency = ["--agency-th", "กรมตัวอย่าง", "--name", "ผู้ดูแล", "--email", email]
let folder = ""
let administrator = ""

const run = async (args: ReadonlyArray<string>, env: { readonly [name: string]: string }) =>
  phakhi(["--data", folder, ...args], { env })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "phakhi-accounts-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it("SEC-1 a password that everybody guesses is refused at the terminal too, in the language of whoever reads it", async () => {
  const refused = await run(["accounts", "create-admin", ...agency], { PHAKHI_PASSWORD: "password1234" })
  assert.strictEqual(refused.code, 6)
  assert.include(refused.err, "มีผู้ใช้กันมากจนเดาได้")
  const english = await run(["accounts", "create-admin", ...agency, "--lang", "en"], { PHAKHI_PASSWORD: email })
  assert.strictEqual(english.code, 6)
  assert.include(english.err, "The password is your e-mail")
  const made = await run(["accounts", "create-admin", ...agency, "--json"], { PHAKHI_PASSWORD: password })
  assert.strictEqual(made.code, 0, made.err)
  administrator = JSON.parse(made.out).account
  const invited = await run(["accounts", "invitation", administrator, "--json", "--as-operator", "ลืมรหัสผ่าน"], {})
  assert.strictEqual(invited.code, 0, invited.err)
  const { token } = JSON.parse(invited.out)
  const accepted = await run(["accounts", "accept-invitation", "--lang", "en"], {
    PHAKHI_INVITATION: token,
    PHAKHI_PASSWORD: "123456789012"
  })
  assert.strictEqual(accepted.code, 6)
  assert.include(accepted.err, "an order that everybody knows")
})

it("SEC-1 at the terminal one sees one's open sessions and who came in, and ends what is open", async () => {
  const invited = await run(["accounts", "invitation", administrator, "--json", "--as-operator", "ลืมรหัสผ่าน"], {})
  const { token } = JSON.parse(invited.out)
  await run(["accounts", "accept-invitation"], { PHAKHI_INVITATION: token, PHAKHI_PASSWORD: password })
  const create = ["keys", "create", "--email", email, "--name", "งาน", "--scopes", "all", "--json"]
  assert.notStrictEqual((await run(create, { PHAKHI_PASSWORD: "not the right phrase" })).code, 0)
  const { key } = JSON.parse((await run(create, { PHAKHI_PASSWORD: password })).out)
  const env = { PHAKHI_KEY: key }
  assert.deepStrictEqual(JSON.parse((await run(["sessions", "list", "--json"], env)).out), { data: [] })
  assert.deepStrictEqual(JSON.parse((await run(["sessions", "end-others", "--json"], env)).out), { ended: 0 })
  assert.strictEqual((await run(["sessions", "end", administrator], env)).code, 3)
  const own = await run(["sign-ins", "list"], env)
  assert.include(own.out, "รหัสผ่านไม่ถูกต้อง")
  assert.include(own.out, "คำสั่ง phakhi")
  const english = await run(["sign-ins", "list", "--lang", "en", "--account", administrator], env)
  assert.include(english.out, "wrong password")
})
