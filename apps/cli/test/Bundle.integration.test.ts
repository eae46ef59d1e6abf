import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { acquire } from "@phakhi/store/FolderLock"
import { freshDatabase } from "@phakhi/testing/Database"
import { Effect } from "effect"
import { afterAll, assert, beforeAll, it } from "vitest"
import { bundle } from "../scripts/Bundle.ts"
import { pack } from "../scripts/Pack.ts"
import { phakhi } from "./Harness.ts"
import { start } from "./Process.ts"

// Inside the package, where the bundle finds what it leaves out.
const folder = fileURLToPath(new URL("../node_modules/.cache/bundle-under-test", import.meta.url))
const script = join(folder, "main.js")
let data = ""

const password = "a long phrase to remember"
const agency = ["--agency-th", "กรมทดสอบ", "--name", "สมชาย", "--email", "admin@example.go.th"]

const founded = { name: { th: "องค์กร 1" }, legalForm: "foundation", sector: "civil-society" }

const ran = (args: ReadonlyArray<string>, env: NodeJS.ProcessEnv = {}, input?: string) =>
  start(script, args, { env: { PHAKHI_DATA: data, ...env }, ...(input === undefined ? {} : { input }) }).ended

beforeAll(async () => {
  await bundle(folder)
  data = await mkdtemp(join(tmpdir(), "phakhi-cli-"))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await rm(data, { recursive: true, force: true })
})

it("help that was written at the build is what the parser says", async () => {
  for (const args of [["--help"], [], ["missions", "--help"], ["missions", "register", "-h"], ["run", "--help"]]) {
    const made = await phakhi(args.length === 0 ? ["--help"] : args)
    assert.deepStrictEqual(await ran(args), { code: 0, out: made.out, err: "" }, args.join(" "))
  }
})

it("results and messages go to their own streams, and the code says how it ended", async () => {
  const shown = await ran(["rules", "show", "PBC-7", "--json"])
  assert.deepStrictEqual([shown.code, shown.err, JSON.parse(shown.out).id], [0, "", "PBC-7"])
  const usage = await ran(["missions", "bogus"])
  assert.deepStrictEqual([usage.code, usage.out], [2, ""])
  const malformed = await ran(["models", "recommend", "--json", "--input", "-"], {}, "{}")
  assert.deepStrictEqual([malformed.code, malformed.out, JSON.parse(malformed.err).code], [6, "", "InputMalformed"])
  const unreachable = await ran(["--url", "http://127.0.0.1:1", "missions", "list"])
  assert.deepStrictEqual([unreachable.code, unreachable.out], [7, ""])
})

it("packed as phakhi it runs outside of the workspace, and opens a store of its own", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "phakhi-packed-"))
  try {
    const tarball = await pack(elsewhere)
    assert.match(tarball, /\/phakhi-\d+\.\d+\.\d+\.tgz$/)
    execFileSync("tar", ["-xzf", tarball, "-C", elsewhere])
    // In place of the registry, what npm would install.
    const installed = join(elsewhere, "package/node_modules/@electric-sql")
    await mkdir(installed, { recursive: true })
    await symlink(
      fileURLToPath(new URL("../node_modules/@electric-sql/pglite", import.meta.url)),
      join(installed, "pglite")
    )
    const packed = (args: ReadonlyArray<string>, input?: string) =>
      start(join(elsewhere, "package/dist/main.js"), args, {
        env: { PHAKHI_DATA: join(elsewhere, "data") },
        ...(input === undefined ? {} : { input })
      }).ended
    assert.strictEqual(JSON.parse((await packed(["rules", "show", "PBC-7", "--json"])).out).id, "PBC-7")
    const made = await packed(["accounts", "create-admin", ...agency, "--json"], `${password}\n`)
    assert.strictEqual(made.code, 0, made.err)
  } finally {
    await rm(elsewhere, { recursive: true, force: true })
  }
})

it("a file that is only tried makes no store", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "phakhi-cli-"))
  try {
    const line = { op: "organisations.register", id: "o1", as: "founder", input: founded }
    const env = { PHAKHI_DATA: join(elsewhere, "data") }
    const tried = await ran(["run", "-", "--dry-run", "--lang", "en"], env, JSON.stringify(line))
    assert.deepStrictEqual([tried.code, await readdir(elsewhere)], [0, []], tried.err)
  } finally {
    await rm(elsewhere, { recursive: true, force: true })
  }
})

it("a reader that has seen enough is no reason to complain", async () => {
  const { child, ended } = start(script, ["rules", "list"])
  child.stdout.once("data", () => child.stdout.destroy())
  assert.strictEqual((await ended).err, "")
})

it("SEC-1 on a fresh store: the first administrator, a key, and what is done with it", async () => {
  const refused = await ran(["accounts", "create-admin", ...agency])
  assert.strictEqual(refused.code, 2)
  const made = await ran(["accounts", "create-admin", ...agency, "--json"], {}, `${password}\n`)
  assert.strictEqual(made.code, 0, made.err)
  const twice = await ran(["accounts", "create-admin", ...agency, "--json"], { PHAKHI_PASSWORD: password })
  assert.deepStrictEqual([twice.code, JSON.parse(twice.err).code], [5, "AdministratorExists"])
  const create = ["keys", "create", "--email", "admin@example.go.th", "--name", "งาน", "--scopes", "all", "--json"]
  const { key } = JSON.parse((await ran(create, { PHAKHI_PASSWORD: password })).out)
  const { account, organisation } = JSON.parse(made.out)
  const invitation = ["--organisation", organisation, "--name", "สมศรี", "--field-email", "s@example.go.th"]
  const invite = ["accounts", "invite", ...invitation, "--roles", "programme-officer", "--json"]
  const byKey = await ran(invite, { PHAKHI_KEY: key })
  assert.deepStrictEqual([byKey.code, JSON.parse(byKey.err).code], [4, "SessionRequired"])
  const invited = await ran([...invite, "--email", "admin@example.go.th"], { PHAKHI_PASSWORD: password })
  assert.strictEqual(invited.code, 0, invited.err)
  const { id } = JSON.parse(invited.out)
  const history = JSON.parse((await ran(["accounts", "history", id, "--json"], { PHAKHI_KEY: key })).out)
  assert.strictEqual(history.data[0].actor.account, account)
})

it("the store is verified, backed up and taken back somewhere else", async () => {
  const sound = await ran(["verify", "--json"])
  assert.deepStrictEqual([sound.code, JSON.parse(sound.out).sound], [0, true])
  const file = join(data, "backup.phakhi")
  const backedUp = await ran(["backup", file, "--json"])
  assert.strictEqual(backedUp.code, 0, backedUp.err)
  const elsewhere = await mkdtemp(join(tmpdir(), "phakhi-cli-"))
  try {
    const key = (await readFile(join(data, "seal.key"), "utf8")).trim()
    await writeFile(join(elsewhere, "seal.key"), key, { mode: 0o600 })
    const restored = await ran(["restore", file, "--json"], { PHAKHI_DATA: elsewhere })
    assert.strictEqual(restored.code, 0, restored.err)
    assert.deepStrictEqual(JSON.parse(restored.out).tables, JSON.parse(backedUp.out).tables)
    const again = await ran(["verify", "--json"], { PHAKHI_DATA: elsewhere })
    assert.deepStrictEqual(JSON.parse(again.out), JSON.parse(sound.out))
  } finally {
    await rm(elsewhere, { recursive: true, force: true })
  }
})

const everyFile = async (folder: string) => {
  const hashes: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile()) continue
    const { mtimeMs, size } = await stat(path)
    // Opening and closing the lock in the process that holds it would let go of it.
    if (entry.name === "lock.db") {
      hashes[path] = `${size} ${mtimeMs}`
      continue
    }
    hashes[path] = `${size} ${mtimeMs} ${createHash("sha256")
      .update(await readFile(path))
      .digest("hex")}`
  }
  return hashes
}

it("a second process on the folder is refused with the way round, and changes no byte", async () => {
  const locked = Effect.gen(function* () {
    const lock = yield* acquire(data, "phakhi-api start", null)
    yield* lock.announce("http://127.0.0.1:3000")
    const before = yield* Effect.promise(() => everyFile(data))
    for (const args of [["missions", "list"], ["verify"], ["run", "-"], ["doctor"]]) {
      const { code, err, out } = yield* Effect.promise(() => ran(args, { PHAKHI_LANG: "en" }, ""))
      if (args[0] === "doctor") {
        assert.strictEqual(code, 1)
        assert.include(out, "Go through that server with --url")
        continue
      }
      assert.deepStrictEqual([code, out], [5, ""], args.join(" "))
      assert.include(err, "phakhi-api start")
      assert.include(err, `phakhi --url http://127.0.0.1:3000 ${args.join(" ")}`)
    }
    assert.deepStrictEqual(yield* Effect.promise(() => everyFile(data)), before)
  })
  await Effect.runPromise(Effect.scoped(locked))
})

it("Ctrl-C ends a run with 130, and running it again continues", async () => {
  const folder = await mkdtemp(join(tmpdir(), "phakhi-cli-"))
  const env = { PHAKHI_DATA: join(folder, "data") }
  const register = (index: number) => ({
    op: "organisations.register",
    id: `o${index}`,
    as: "founder",
    input: { name: { th: `องค์กร ${index}` }, legalForm: "foundation", sector: "civil-society" }
  })
  const file = join(folder, "file.ndjson")
  await writeFile(file, Array.from({ length: 600 }, (_, index) => JSON.stringify(register(index))).join("\n"))
  try {
    const { child, ended } = start(script, ["run", file, "--json"], { env })
    child.stdout.once("data", () => child.kill("SIGINT"))
    const stopped = await ended
    assert.strictEqual(stopped.code, 130)
    const done = stopped.out.trim().split("\n").length
    assert.isBelow(done, 600)
    const again = await start(script, ["run", file, "--json"], { env }).ended
    const results = again.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    assert.deepStrictEqual([again.code, results.length], [0, 600])
    assert.isTrue(results.slice(0, done).every((result) => result.again))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

it("SEC-1 with DATABASE_URL everything is kept in PostgreSQL, and who acts comes from the key alone", async () => {
  await using database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), "phakhi-cli-"))
  const env = { DATABASE_URL: database.url, PHAKHI_DATA: folder }
  const on = (args: ReadonlyArray<string>, more: NodeJS.ProcessEnv = {}) => ran(args, { ...env, ...more })
  try {
    const made = await on(["accounts", "create-admin", ...agency, "--json"], { PHAKHI_PASSWORD: password })
    assert.strictEqual(made.code, 0, made.err)
    const { account, organisation } = JSON.parse(made.out)
    const create = ["keys", "create", "--email", "admin@example.go.th", "--name", "งาน", "--scopes", "all", "--json"]
    const wrong = await on(create, { PHAKHI_PASSWORD: "something else entirely" })
    assert.deepStrictEqual([wrong.code, JSON.parse(wrong.err).code], [4, "SignInRefused"])
    const key = JSON.parse((await on(create, { PHAKHI_PASSWORD: password })).out)
    const invite = [
      "accounts",
      "invite",
      "--organisation",
      organisation,
      "--name",
      "สมศรี",
      "--field-email",
      "s@example.go.th"
    ]
    const officer = [...invite, "--roles", "programme-officer", "--json"]
    for (const PHAKHI_KEY of [undefined, `${key.key}x`]) {
      const nobody = await on(officer, { PHAKHI_KEY })
      assert.deepStrictEqual([nobody.code, JSON.parse(nobody.err).code], [4, "NotSignedIn"])
    }
    const invited = await on([...officer, "--email", "admin@example.go.th"], { PHAKHI_PASSWORD: password })
    assert.strictEqual(invited.code, 0, invited.err)
    const { id, record } = JSON.parse(invited.out)
    assert.strictEqual(record, "account")
    const history = JSON.parse((await on(["accounts", "history", id, "--json"], { PHAKHI_KEY: key.key })).out)
    assert.strictEqual(history.data[0].actor.account, account)

    const link = ["accounts", "invitation", id, "--email", "admin@example.go.th", "--json"]
    const invitation = JSON.parse((await on(link, { PHAKHI_PASSWORD: password })).out)
    const accepted = await on(["accounts", "accept-invitation", "--json"], {
      PHAKHI_INVITATION: invitation.token,
      PHAKHI_PASSWORD: password
    })
    assert.strictEqual(JSON.parse(accepted.out).account, id)

    const more = [
      "accounts",
      "invite",
      "--organisation",
      organisation,
      "--name",
      "สมหญิง",
      "--field-email",
      "b@example.go.th"
    ]
    const second = await on([...more, "--roles", "agency-administrator", "--as-operator", "ตั้งผู้ดูแลคนที่สอง", "--json"])
    assert.strictEqual(second.code, 0, second.err)
    const other = JSON.parse(second.out).id
    const reset = ["accounts", "invitation", other, "--email", "admin@example.go.th", "--json"]
    assert.strictEqual((await on(reset, { PHAKHI_PASSWORD: password })).code, 0)
    const confirm = ["accounts", "confirm-proposal", other, "--json"]
    const byKey = await on(confirm, { PHAKHI_KEY: key.key })
    assert.deepStrictEqual([byKey.code, JSON.parse(byKey.err).code], [4, "SessionRequired"])
    const oneself = await on([...confirm, "--email", "admin@example.go.th"], { PHAKHI_PASSWORD: password })
    assert.deepStrictEqual([oneself.code, JSON.parse(oneself.err).code], [8, "AnotherAdministratorNeeded"])
    const confirmed = await on([...confirm, "--as-operator", "ลืมรหัสผ่าน พบตัวแล้ว"])
    assert.strictEqual(confirmed.code, 0, confirmed.err)
    const past = await on(["accounts", "history", other, "--json"], { PHAKHI_KEY: key.key })
    assert.deepStrictEqual(JSON.parse(past.out).data[0].actor, {
      kind: "system",
      rule: "SEC-5",
      reason: "ลืมรหัสผ่าน พบตัวแล้ว"
    })

    const told = await on(["notifications", "list", "--json"], { PHAKHI_KEY: key.key })
    assert.deepStrictEqual(JSON.parse(told.out), { data: [], next: null, unread: 0 })
    const choose = ["notifications", "settings", "--mail", "off", "--muted", "due-soon,late", "--json"]
    const chosen = { mail: "off", muted: ["due-soon", "late"], mailConfigured: false }
    assert.deepStrictEqual(JSON.parse((await on(choose, { PHAKHI_KEY: key.key })).out), chosen)
    const settings = await on(["notifications", "settings", "--json"], { PHAKHI_KEY: key.key })
    assert.deepStrictEqual(JSON.parse(settings.out), chosen)
    const marked = await on(["notifications", "read", "--all", "--json"], { PHAKHI_KEY: key.key })
    assert.deepStrictEqual(JSON.parse(marked.out), { changed: 0, unread: 0 })
    const misnamed = await on(["notifications", "read", "7", "--json"], { PHAKHI_KEY: key.key })
    assert.deepStrictEqual([misnamed.code, JSON.parse(misnamed.err).code], [6, "InputMalformed"])
    const nobody = await on(["notifications", "list", "--json"])
    assert.deepStrictEqual([nobody.code, JSON.parse(nobody.err).code], [4, "NotSignedIn"])

    const revoked = await on(["keys", "revoke", key.id], { PHAKHI_KEY: key.key })
    assert.strictEqual(revoked.code, 0)
    assert.strictEqual((await on(["keys", "list"], { PHAKHI_KEY: key.key })).code, 4)

    assert.notInclude(await readdir(folder), "database")
    assert.strictEqual((await on(["verify"])).code, 0)
    assert.strictEqual((await on(["doctor"])).code, 0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const gone = await ran(["missions", "list", "--json"], { ...env, DATABASE_URL: "postgres://x:y@127.0.0.1:1/none" })
  assert.deepStrictEqual([gone.code, gone.out], [7, ""])
})
