import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { freshDatabase } from "@phakhi/testing/Database"
import { afterAll, assert, beforeAll, it } from "vitest"
import { bundle } from "../scripts/Bundle.ts"
import { start } from "./Process.ts"

const folder = fileURLToPath(new URL("../node_modules/.cache/bundle-under-fault", import.meta.url))
const script = join(folder, "main.js")
let data = ""
let file = ""

const rounds = 20
const missions = 1500

const line = (index: number) => ({
  op: "missions.register",
  id: `m${index}`,
  as: "$officer",
  at: "2026-02-01T03:00:00Z",
  input: { title: { th: `ภารกิจ ${index}` }, purpose: "ทดสอบ", provinces: ["12"], routine: index % 2 === 0 }
})

const lines = [
  {
    op: "organisations.register",
    id: "agency",
    as: "founder",
    input: { name: { th: "กรมตัวอย่าง" }, legalForm: "department", sector: "state" }
  },
  {
    op: "accounts.invite",
    id: "officer",
    as: "founder",
    input: { organisation: "$agency", name: "สมศรี", email: "s@example.go.th", roles: ["programme-officer"] }
  },
  ...Array.from({ length: missions }, (_, index) => line(index))
]

beforeAll(async () => {
  await bundle(folder)
  data = await mkdtemp(join(tmpdir(), "phakhi-faults-"))
  file = join(data, "file.ndjson")
  await writeFile(file, lines.map((one) => JSON.stringify(one)).join("\n"))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await rm(data, { recursive: true, force: true })
})

interface Result {
  readonly id: string
  readonly on: string
  readonly version: number
  readonly again: boolean
}

/** What a run has said is done; its last line may have been cut off. */
const resultsIn = (out: string): ReadonlyArray<Result> =>
  out
    .split("\n")
    .slice(0, -1)
    .map((text) => JSON.parse(text))

const seed = Number(process.env["PHAKHI_SEED"] ?? Date.now() % 100_000)

/** A small generator, so that a failing run can be repeated from its seed. */
const chance = (from: number) => {
  let state = from
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const killAgainAndAgain = async (env: NodeJS.ProcessEnv) => {
  console.info(`seed ${seed}`)
  const random = chance(seed + 1)
  const acknowledged = new Map<string, string>()
  const compare = (results: ReadonlyArray<Result>) => {
    for (const { id, on, version } of results) {
      const was = acknowledged.get(id)
      if (was !== undefined) assert.strictEqual(`${on} ${version}`, was, `${id} was acknowledged before`)
      acknowledged.set(id, `${on} ${version}`)
    }
  }
  let killed = 0
  for (let round = 0; round < rounds; round++) {
    const run = start(script, ["run", file, "--json"], { env })
    const first = new Promise<void>((done) => {
      run.child.stdout.once("data", () => done())
      run.child.once("close", () => done())
    })
    if (random() < 0.8) await first
    await new Promise((done) => setTimeout(done, Math.floor(random() * 1200)))
    if (run.child.exitCode === null) {
      run.child.kill("SIGKILL")
      killed++
    }
    const { out } = await run.ended
    const before = acknowledged.size
    const results = resultsIn(out)
    compare(results)
    assert.isTrue(
      results.slice(0, Math.min(before, results.length)).every(({ again }) => again),
      "what was acknowledged is not done again"
    )
  }
  assert.isAbove(killed, 5, "the runs were killed on their way")
  const whole = await start(script, ["run", file, "--json"], { env }).ended
  assert.strictEqual(whole.code, 0, whole.err)
  const results = resultsIn(whole.out)
  compare(results)
  assert.strictEqual(results.length, lines.length)
  assert.strictEqual(new Set(results.map(({ on }) => on)).size, lines.length)
  const verified = await start(script, ["verify", "--json"], { env }).ended
  const report = JSON.parse(verified.out)
  assert.deepStrictEqual([verified.code, report.sound, report.events], [0, true, lines.length])
}

it("kill -9 of a run on the embedded store loses nothing that was acknowledged, and a re-run continues", () =>
  killAgainAndAgain({ PHAKHI_DATA: join(data, "embedded") }))

it("kill -9 of a run on PostgreSQL loses nothing that was acknowledged, and a re-run continues", async () => {
  await using database = await freshDatabase()
  await killAgainAndAgain({ PHAKHI_DATA: join(data, "server"), DATABASE_URL: database.url })
})
