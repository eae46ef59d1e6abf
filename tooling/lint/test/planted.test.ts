import { spawnSync } from "node:child_process"
import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import type { Allowance } from "../src/Allowances.ts"
import { render } from "../src/Finding.ts"
import { inspect } from "../src/Workspace.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const planted = fileURLToPath(new URL("../planted", import.meta.url))
const { findings } = inspect(`${planted}/workspace`, [])
const of = (rule: string) => findings.filter((found) => found.rule === rule).map(render)

describe("a planted violation of a boundary is found", () => {
  it("a capability imports a row below its own, by import, re-export, type or call", () => {
    expect(of("capability-order").map((line) => line.split("  ")[0])).toEqual(
      [
        "packages/domain/src/agencies/Unplaced.ts:1",
        "packages/domain/src/kernel/ImportsUp.ts:1",
        "packages/domain/src/missions/ImportsBelow.ts:1",
        "packages/domain/src/missions/ImportsBelow.ts:6",
        "packages/domain/src/missions/ImportsBelow.ts:4",
        "packages/domain/src/missions/ImportsBelow.ts:3",
        "packages/domain/src/replay/ImportsTesting.ts:1"
      ].toSorted()
    )
  })

  it("the domain imports something else than effect, reads the clock or draws a random number", () => {
    const lines = of("domain-purity")
    expect(lines.every((line) => line.startsWith("packages/domain/src/funding/Tranche.ts:"))).toBe(true)
    expect(lines.map((line) => Number(/:(\d+) /.exec(line)?.[1])).toSorted((a, b) => a - b)).toEqual([
      1, 2, 10, 10, 10, 10
    ])
  })

  it("a module of the domain holds what changes while the program runs", () => {
    expect(of("module-state").map((line) => line.split("  ")[0])).toEqual(
      [2, 5, 8, 11, 16, 19].map((line) => `packages/domain/src/kernel/Remembers.ts:${line}`)
    )
  })

  it("files import one another in a circle; by types alone only in an app", () => {
    expect(of("import-circle").map((line) => line.split("  ")[0])).toEqual([
      "apps/cli/src/Answers.ts:1",
      "apps/cli/src/Sends.ts:1",
      "packages/store/src/Reads.ts:1",
      "packages/store/src/Writes.ts:1"
    ])
  })

  it("a package reaches into another, into an app, into tooling or out of the workspace", () => {
    expect(of("package-border").map((line) => line.split("  ")[0])).toEqual([
      "apps/admin/src/Reaches.tsx:1",
      "apps/admin/src/Reaches.tsx:2",
      "packages/store/src/Reaches.ts:1",
      "packages/store/src/Reaches.ts:2",
      "packages/store/src/Reaches.ts:3",
      "packages/store/src/Reaches.ts:4",
      "packages/store/src/Reaches.ts:5"
    ])
  })

  it("an app holds the id of a rule, except in a test", () => {
    expect(of("rule-id-in-app").map((line) => line.split("  ")[0])).toEqual([
      "apps/admin/src/Reaches.tsx:5",
      "apps/admin/src/Reaches.tsx:5",
      "apps/cli/src/Compares.ts:1"
    ])
  })

  it("a text speaks of a machine, a tracker, a registry or its writer", () => {
    expect(of("wording").map((line) => line.split("  ")[0])).toEqual(
      [1, 1, 2, 2, 2].map((line) => `apps/api/src/Mentions.md:${line}`)
    )
  })

  it("a manifest has another licence, module type, name or pin, or no type check", () => {
    expect(of("manifest")).toHaveLength(6)
  })

  it("a source does not parse", () => {
    expect(of("syntax").map((line) => line.split("  ")[0])).toEqual(["apps/api/src/Broken.ts:2"])
  })
})

describe("an allowance", () => {
  const allow = (path: string): ReadonlyArray<Allowance> => [{ rule: "rule-id-in-app", path, reason: "planted" }]

  it("silences its rule at its path and nothing else", () => {
    const allowed = inspect(`${planted}/workspace`, allow("apps/cli/src/Compares.ts"))
    expect(allowed.findings).toHaveLength(findings.length - 1)
  })

  it("that allows nothing is a finding", () => {
    const allowed = inspect(`${planted}/workspace`, allow("apps/cli/src/Gone.ts"))
    expect(allowed.findings.filter((found) => found.rule === "stale-allowance")).toHaveLength(1)
  })
})

describe("a planted violation of a tool's rule is found", () => {
  const biome = (file: string, as: string) => {
    const copy = mkdtempSync(join(tmpdir(), "phakhi-planted-"))
    try {
      cpSync(join(root, "biome.json"), join(copy, "biome.json"))
      cpSync(join(planted, file), join(copy, as))
      const run = spawnSync("biome", ["lint", "--vcs-enabled=false", "--colors=off", as], {
        cwd: copy,
        encoding: "utf8"
      })
      if (run.error !== undefined) throw run.error
      return { status: run.status, output: run.stdout + run.stderr }
    } finally {
      rmSync(copy, { recursive: true })
    }
  }

  it.each([
    ["UsesAny.ts", "packages/store/src/Planted.ts", "noExplicitAny"],
    ["FocusedTest.ts", "packages/store/test/planted.test.ts", "noFocusedTests"],
    ["SkippedTest.ts", "packages/store/test/planted.test.ts", "noSkippedTests"],
    ["UsesProcess.ts", "packages/domain/src/kernel/Planted.ts", "noRestrictedGlobals"]
  ])("Biome refuses %s as %s", (file, as, rule) => {
    const { status, output } = biome(file, as)
    expect(output).toContain(rule)
    expect(status).toBe(1)
  })

  it("Biome leaves a value of the domain alone that is named as a global is", () => {
    expect(biome("OwnProcess.ts", "packages/domain/src/kernel/Planted.ts").status).toBe(0)
  })

  it("effect-tsgo refuses an Effect that nobody runs", () => {
    const run = spawnSync(
      "effect-tsgo",
      ["diagnostics", "--project", `${planted}/floating/tsconfig.json`, "--strict", "--severity", "error,warning"],
      {
        cwd: root,
        encoding: "utf8"
      }
    )
    expect(run.stdout).toContain("floatingEffect")
    expect(run.status).toBe(1)
  })
})
