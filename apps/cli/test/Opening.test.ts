import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, assert, beforeAll, it } from "vitest"
import { phakhi } from "./Harness.ts"

let root = ""

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "phakhi-opening-"))
  writeFileSync(join(root, "file"), "no backup")
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const blocked = () => join(root, "file", "data")

it("a folder that cannot be made ends with 1 and says what, where and the way out in both languages", async () => {
  for (const args of [
    ["missions", "list"],
    ["run", "-"],
    ["accounts", "list"]
  ]) {
    const { code, err, out } = await phakhi(["--data", blocked(), ...args])
    assert.deepStrictEqual([code, out], [1, ""], args.join(" "))
    const [th, en] = err.split("\n")
    assert.include(th, `ใช้ ${blocked()} เป็นโฟลเดอร์ข้อมูลไม่ได้`)
    assert.include(en, `${blocked()} cannot be the data folder`)
    assert.notMatch(err, /\n\s+at /u)
  }
  const english = await phakhi(["--data", blocked(), "--lang", "en", "missions", "list"])
  assert.match(english.err, /^✗ .*cannot be the data folder/u)
})

it("with --json what failed is one JSON object on the error stream", async () => {
  const { code, err, out } = await phakhi(["--data", blocked(), "missions", "list", "--json"])
  assert.deepStrictEqual([code, out], [1, ""])
  const problem = JSON.parse(err)
  assert.deepInclude(problem, { code: "FolderUnusable", kind: "failed" })
  assert.strictEqual(problem.detail, problem.th)
  const typed = await phakhi(["missions", "get", "x", "--seen", "y", "--json"])
  assert.strictEqual(typed.code, 2)
})

it("doctor names the folder that cannot be used, and leaves nothing behind where one can be", async () => {
  const bad = await phakhi(["--data", blocked(), "doctor", "--lang", "en"])
  assert.strictEqual(bad.code, 1)
  assert.include(bad.out, `✗ folder: ${join(root, "file")} is a file, not a folder`)
  const before = readdirSync(root)
  const good = await phakhi(["--data", join(root, "new"), "doctor", "--lang", "en"])
  assert.include(good.out, `✓ folder: ${join(root, "new")} (not made yet)`)
  assert.deepStrictEqual(readdirSync(root), before)
})

it("doctor warns of a folder and a key that others can read, and says how to close them", async () => {
  const folder = mkdtempSync(join(root, "open-"))
  const key = join(folder, "seal.key")
  writeFileSync(key, "k".repeat(40), { mode: 0o600 })
  const examined = async () => (await phakhi(["--data", folder, "doctor", "--lang", "en"])).out
  const closed = await examined()
  assert.include(closed, `✓ folder: ${folder}`)
  assert.include(closed, `✓ seal key: ${key}`)
  chmodSync(folder, 0o750)
  chmodSync(key, 0o604)
  const open = await examined()
  assert.include(open, `✗ folder: others can read ${folder}`)
  assert.include(open, `chmod 700 ${folder}`)
  assert.include(open, `✗ seal key: others can read ${key}`)
  assert.include(open, `chmod 600 ${key}`)
})

it("doctor says what the server of DATABASE_URL says, without the password", async () => {
  const env = { DATABASE_URL: "postgres://phakhi:s3cret@127.0.0.1:1/phakhi" }
  const { code, out } = await phakhi(["doctor", "--lang", "en"], { env })
  assert.strictEqual(code, 1)
  assert.match(out, /✗ database: PostgreSQL at 127\.0\.0\.1:1\/phakhi cannot be reached/u)
  assert.notInclude(out, "s3cret")
})

it("a backup that is not there, or is none, is refused before a store is made for it", async () => {
  const data = join(root, "restored")
  for (const [path, says] of [
    [join(root, "none.backup"), /ไม่พบ/u],
    [join(root, "file", "none.backup"), /ไม่พบ/u]
  ] as const) {
    const { code, err, out } = await phakhi(["--data", data, "restore", path])
    assert.deepStrictEqual([code, out], [2, ""], path)
    assert.match(err, says)
    assert.include(err, path)
  }
  assert.isFalse(existsSync(data))
  const folder = await phakhi(["--data", data, "restore", root])
  assert.strictEqual(folder.code, 1)
  assert.match(folder.err, /เป็นโฟลเดอร์ ไม่ใช่ไฟล์/u)
  const none = await phakhi(["--data", data, "restore", join(root, "file")])
  assert.strictEqual(none.code, 1)
  assert.match(none.err, /ไฟล์สำรองไม่ครบถ้วน/u)
})

it("nothing is verified or backed up where there is nothing, and nothing is made there", async () => {
  const data = join(root, "mistyped")
  for (const args of [["verify"], ["backup", join(root, "b.backup")]]) {
    const { code, err, out } = await phakhi(["--data", data, ...args])
    assert.deepStrictEqual([code, out], [2, ""], args.join(" "))
    assert.include(err, `ไม่มีข้อมูลใน ${data}`)
  }
  assert.isFalse(existsSync(data))
  assert.isFalse(existsSync(join(root, "b.backup")))
})

it("a backup that cannot be written says where and why", async () => {
  const data = join(root, "data")
  assert.strictEqual((await phakhi(["--data", data, "missions", "list"])).code, 0)
  const { code, err } = await phakhi(["--data", data, "backup", join(root, "nowhere", "b.backup")])
  assert.strictEqual(code, 1)
  assert.match(err, /สำรองข้อมูลไม่สำเร็จ: ไม่พบไฟล์หรือโฟลเดอร์ของ/u)
  assert.include(err, join(root, "nowhere"))
})
