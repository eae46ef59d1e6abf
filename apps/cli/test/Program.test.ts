import { kinds } from "@phakhi/domain/kernel/Refusal"
import { Effect } from "effect"
import { assert, it } from "vitest"
import { type Failure, refused } from "../src/Failure.ts"
import type { Reach } from "../src/Session.ts"
import { phakhi, uuid, world } from "./Harness.ts"

const mission = ["--title-th", "ศูนย์เด็กเล็ก", "--purpose", "ดูแลเด็ก", "--provinces", "12", "--no-routine"]

/** A place where everything fails in the same way. */
const failing =
  (failure: Failure): Reach =>
  () => {
    const fail = () => Effect.fail(failure)
    return Effect.succeed({ perform: fail, ask: fail, run: fail, putFile: fail })
  }

it("usage errors end with 2, say so on the error stream, and print no help", async () => {
  for (const args of [
    ["missions", "bogus"],
    ["bogus"],
    ["missions", "get"],
    ["missions", "get", uuid(1), "extra"],
    ["missions", "list", "--colour", "red"],
    ["missions", "list", "--limit"],
    ["--lang", "fr", "missions", "list"],
    ["run"]
  ]) {
    const { code, err, out } = await phakhi(args, world())
    assert.deepStrictEqual([code, out], [2, ""], args.join(" "))
    assert.notInclude(err, "DESCRIPTION")
    assert.include(err, "--help")
  }
})

it("a mistyped word is met with what was probably meant", async () => {
  assert.include((await phakhi(["mission", "list"], world())).err, "missions")
  assert.include((await phakhi(["missions", "lst"], world())).err, "list")
})

it("help and version go to the result stream and end with 0", async () => {
  for (const args of [["--help"], ["missions", "--help"], ["--version"], ["--completions", "bash"]]) {
    const { code, err, out } = await phakhi(args)
    assert.deepStrictEqual([code, err], [0, ""], args.join(" "))
    assert.isAbove(out.length, 5)
  }
})

it("every kind of refusal ends with the code of the one table", async () => {
  for (const [kind, { exitCode }] of Object.entries(kinds)) {
    const problem = { tag: "Any", kind: kind as keyof typeof kinds, rule: "SEC-2", facts: {}, th: "ไทย", en: "English" }
    const { code, err, out } = await phakhi(["missions", "list"], { reach: failing(refused(problem)) })
    assert.deepStrictEqual([code, out], [exitCode, ""], kind)
    for (const part of ["Any", "SEC-2", "ไทย", "English", "phakhi rules show SEC-2"]) assert.include(err, part)
  }
  const unreachable = refused({ tag: "Unreachable", kind: "unreachable", facts: {}, th: "ไทย", en: "English" })
  assert.strictEqual((await phakhi(["missions", "list"], { reach: failing(unreachable) })).code, 7)
})

it("SEC-1 with --json a refusal is one JSON object on the error stream", async () => {
  const { reach } = world(null)
  const { code, err, out } = await phakhi(["missions", "register", ...mission, "--json"], { reach })
  assert.deepStrictEqual([code, out], [4, ""])
  const problem = JSON.parse(err)
  assert.deepInclude(problem, {
    type: "/problems/NotSignedIn",
    status: 401,
    code: "NotSignedIn",
    kind: "unauthenticated",
    rule: { id: "SEC-1", href: "/v1/rules/SEC-1" }
  })
  assert.strictEqual(problem.detail, problem.th)
  const english = await phakhi(["missions", "register", ...mission, "--json", "--lang", "en"], { reach })
  assert.strictEqual(JSON.parse(english.err).detail, problem.en)
})

it("SEC-2 malformed input ends with 6 and names every field", async () => {
  const { reach } = world()
  const missing = await phakhi(["missions", "register", "--json"], { reach })
  assert.strictEqual(missing.code, 6)
  const pointers = JSON.parse(missing.err).errors.map(({ pointer }: { pointer: string }) => pointer)
  assert.sameMembers(pointers, ["/title", "/purpose", "/provinces", "/routine"])
  for (const stdin of ["{", "[1]"]) {
    const { code, err, out } = await phakhi(["missions", "register", "--purpose", "x", "--input", "-"], {
      reach,
      stdin
    })
    assert.deepStrictEqual([code, out], [6, ""])
    assert.include(err, "--input")
  }
  const absent = await phakhi(["missions", "register", "--input", "none.json"], { reach })
  assert.strictEqual(absent.code, 2)
})

it("a folder that is held ends with 5 and says who holds it and how to go through them", async () => {
  const holder = {
    pid: 42,
    url: "http://127.0.0.1:3000",
    command: "phakhi-api start",
    since: "2026-10-01T00:00:00.000Z"
  }
  const reach = failing({ _tag: "Locked", folder: "/data", holder })
  const args = ["--data", "/data", "missions", "list", "--search", "เด็ก เล็ก", "--lang", "en"]
  const { code, err, out } = await phakhi(args, { reach })
  assert.deepStrictEqual([code, out], [5, ""])
  assert.include(err, "phakhi-api start (PID 42")
  assert.include(err, "phakhi --url http://127.0.0.1:3000 missions list --search 'เด็ก เล็ก' --lang en")
  const json = await phakhi([...args, "--json"], { reach })
  assert.deepInclude(JSON.parse(json.err), { code: "FolderLocked", kind: "conflict" })
})

it("a bug ends with 1 in one line, without a stack", async () => {
  const reach: Reach = () => {
    const fail = () => Effect.die(new Error("boom"))
    return Effect.succeed({ perform: fail, ask: fail, run: fail, putFile: fail })
  }
  const { code, err, out } = await phakhi(["missions", "list"], { reach })
  assert.deepStrictEqual([code, out, err.split("\n").length], [1, "", 2])
  assert.include(err, "boom")
  assert.include((await phakhi(["missions", "list"], { reach, env: { PHAKHI_DEBUG: "1" } })).err, "Program.test.ts")
})

it("a command that is stopped ends with 130", async () => {
  const stopping = new AbortController()
  const wait = () => Effect.callback<never>(() => void setImmediate(() => stopping.abort()))
  const reach: Reach = () => Effect.succeed({ perform: wait, ask: wait, run: wait, putFile: wait })
  const { code } = await phakhi(["missions", "list"], { reach, signal: stopping.signal })
  assert.strictEqual(code, 130)
})

const agency = {
  op: "organisations.register",
  id: "agency",
  as: "founder",
  input: { name: { th: "กรมตัวอย่าง" }, legalForm: "department", sector: "state" }
}
const invited = {
  op: "accounts.invite",
  id: "officer",
  as: "founder",
  input: { organisation: "$agency", name: "สมศรี", email: "somsri@example.go.th", roles: ["programme-officer"] }
}
const early = { op: "missions.conclude-review", id: "early", as: "$officer", on: "$officer" }
const ndjson = (...lines: ReadonlyArray<object>) => lines.map((line) => JSON.stringify(line)).join("\n")

it("run that stops says how many lines are stored, and that the file once more continues", async () => {
  const { reach } = world(null)
  const nameless = { op: "organisations.register", id: "broken", as: "founder", input: {} }
  const files = { "f.ndjson": ndjson(agency, invited, nameless, { ...agency, id: "another" }) }
  const stopped = await phakhi(["run", "f.ndjson", "--lang", "en"], { reach, files })
  assert.strictEqual(stopped.code, 6)
  assert.include(stopped.err, "2 of 4 lines are carried out and stored; the same file once more continues from here.")
  assert.notInclude(stopped.err, "nothing was stored")
  const told = JSON.parse((await phakhi(["run", "f.ndjson", "--json"], { reach, files })).err)
  assert.deepInclude(told, { line: 3, id: "broken", done: 2, total: 4 })
  const tried = await phakhi(["run", "f.ndjson", "--dry-run", "--lang", "en"], { reach, files })
  assert.notInclude(tried.err, "carried out")
})

it("--yes is taken everywhere, and what is wrong with a command line is said in the language asked for", async () => {
  const { reach } = world(null)
  assert.strictEqual((await phakhi(["rules", "show", "MON-2", "--yes"], { reach })).code, 0)
  const thai = await phakhi(["missions", "list", "--limt", "3"], { reach })
  assert.deepStrictEqual([thai.code, thai.err.split("\n")[0]], [2, "✗ ไม่มีตัวเลือก --limt หมายถึง --limit หรือไม่"])
  const english = await phakhi(["missions", "lst"], { reach, env: { PHAKHI_LANG: "en" } })
  assert.strictEqual(english.err.split("\n")[0], "✗ There is no command lst. Did you mean list?")
  for (const args of [
    ["run"],
    ["missions", "show"],
    ["missions", "list", "--limit"],
    ["rules", "show", "MON-2", "more"]
  ]) {
    const { code, err } = await phakhi(args, { reach })
    assert.strictEqual(code, 2, args.join(" "))
    assert.match(err.split("\n")[0] ?? "", /^✗ [\u0e00-\u0e7f]/u, args.join(" "))
  }
})

it("run carries out a file, says how far it is, and continues when run again", async () => {
  const { reach } = world(null)
  const files = { "f.ndjson": ndjson(agency, invited) }
  const tried = await phakhi(["run", "f.ndjson", "--dry-run", "--lang", "en"], { reach, files })
  assert.deepStrictEqual([tried.code, tried.out], [0, ""])
  assert.include(tried.err, "2 lines would be carried out; nothing was stored")
  const done = await phakhi(["run", "f.ndjson", "--json", "--lang", "en"], { reach, files })
  assert.strictEqual(done.code, 0, done.err)
  const results = done.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  assert.deepStrictEqual(
    results.map(({ again, id, line, record }) => [line, id, record, again]),
    [
      [1, "agency", "organisation", false],
      [2, "officer", "account", false]
    ]
  )
  const again = await phakhi(["run", "-", "--json"], { reach, stdin: files["f.ndjson"] })
  assert.isTrue(
    again.out
      .trim()
      .split("\n")
      .every((line) => JSON.parse(line).again)
  )
})

it("run stops at the first refusal and names line, rule and operation", async () => {
  const stdin = `${ndjson(agency, invited)}\n\n${ndjson(early, agency)}`
  const malformed = await phakhi(["run", "-", "--json"], { reach: world(null).reach, stdin })
  assert.deepInclude(JSON.parse(malformed.err), { line: 5, id: "agency", code: "InputMalformed" })
  const { code, err } = await phakhi(["run", "-", "--json"], {
    reach: world(null).reach,
    stdin: `${ndjson(agency, invited)}\n\n${ndjson(early)}`
  })
  assert.strictEqual(code, 3)
  const problem = JSON.parse(err.split("\n").at(-2) ?? "")
  assert.deepInclude(problem, { line: 4, id: "early", operation: "missions.conclude-review", code: "RecordNotFound" })
})

it("several files are one run, and a stop names the file and its own line", async () => {
  const files = { "1.ndjson": `${ndjson(agency)}\n`, "2.ndjson": `\uFEFF\n${ndjson(invited, early)}\n` }
  const { reach } = world(null)
  const { code, err } = await phakhi(["run", "1.ndjson", "2.ndjson", "--json"], { reach, files })
  assert.strictEqual(code, 3)
  assert.deepInclude(JSON.parse(err.split("\n").at(-2) ?? ""), { file: "2.ndjson", line: 3, id: "early" })
  const shown = await phakhi(["run", "1.ndjson", "2.ndjson"], { reach, files })
  assert.include(shown.err, "2.ndjson: บรรทัด 3 · line 3 (early: missions.conclude-review)")
})
