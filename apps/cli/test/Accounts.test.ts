import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, it } from "vitest"
import { phakhi } from "./Harness.ts"

const email = "admin@example.go.th"
const password = "a long phrase of the agency"
const agency = ["--agency-th", "กรมตัวอย่าง", "--name", "ผู้ดูแล", "--email", email]
let folder = ""

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
  const { account } = JSON.parse(made.out)
  const invited = await run(["accounts", "invitation", account, "--json", "--as-operator", "ลืมรหัสผ่าน"], {})
  assert.strictEqual(invited.code, 0, invited.err)
  const { token } = JSON.parse(invited.out)
  const accepted = await run(["accounts", "accept-invitation", "--lang", "en"], {
    PHAKHI_INVITATION: token,
    PHAKHI_PASSWORD: "123456789012"
  })
  assert.strictEqual(accepted.code, 6)
  assert.include(accepted.err, "an order that everybody knows")
})
