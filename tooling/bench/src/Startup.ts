import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { median } from "./Fire.ts"

const workspace = fileURLToPath(new URL("../../..", import.meta.url))
const bundled = join(workspace, "apps/cli/dist/main.js")

const timed = (args: ReadonlyArray<string>, input: string, cwd: string): number => {
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    input,
    env: { PATH: process.env["PATH"] }
  })
  const took = performance.now() - began
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`)
  return took
}

const recommendation = JSON.stringify({
  nature: "service",
  timeFrame: "continuing",
  resources: "owner-budget",
  wish: "paid-by-results",
  readiness: "high",
  relation: "established"
})

const programs = {
  empty: { args: ["-e", ""], input: "" },
  help: { args: [bundled, "--help"], input: "" },
  rules: { args: [bundled, "rules", "show", "PBC-7"], input: "" },
  recommend: { args: [bundled, "models", "recommend", "--input", "-"], input: recommendation },
  store: { args: [bundled, "missions", "list"], input: "" }
} as const
type Program = keyof typeof programs

/** Median milliseconds from start to end of a process, the programs taking turns. */
export const startups = (rounds: number): Readonly<Record<Program, number>> => {
  const built = spawnSync(process.execPath, ["scripts/build.ts"], {
    cwd: join(workspace, "apps/cli"),
    stdio: "inherit"
  })
  if (built.status !== 0 || !existsSync(bundled)) throw new Error("the command line could not be bundled")
  const elsewhere = mkdtempSync(join(tmpdir(), "phakhi-bench-"))
  try {
    const agency = ["--agency-th", "กรมทดสอบ", "--name", "สมชาย", "--email", "admin@example.go.th"]
    timed([bundled, "accounts", "create-admin", ...agency], "a long phrase to remember\n", elsewhere)
    const names = Object.keys(programs) as ReadonlyArray<Program>
    const times = Object.fromEntries(names.map((name) => [name, [] as Array<number>])) as Record<Program, Array<number>>
    for (let round = 0; round <= rounds; round++) {
      for (const name of names) {
        const { args, input } = programs[name]
        const took = timed(args, input, elsewhere)
        // The first round only fills the caches.
        if (round > 0) times[name].push(took)
      }
    }
    return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Program, number>
  } finally {
    rmSync(elsewhere, { recursive: true, force: true })
  }
}

/** The figures of the scoring of indicators, which has a program of its own. */
export const scoring = (): { readonly ratio: number } => {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(new URL("../kpi.ts", import.meta.url)), "--json"], {
    encoding: "utf8"
  })
  return JSON.parse(stdout) as { readonly ratio: number }
}
