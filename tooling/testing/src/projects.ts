import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from "vitest/config"
import { patience } from "./Patience.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const setup = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url))

const everywhere = "{packages,apps,tooling}/**"
const kinds = ["integration", "browser", "faults"]
const exclude = [...configDefaults.exclude, "tooling/lint/planted/**"]

const patient = { testTimeout: patience, hookTimeout: patience }

const project = (name: string, test: TestProjectInlineConfiguration["test"]): TestProjectInlineConfiguration => ({
  root,
  test: {
    name,
    isolate: false,
    setupFiles: [setup("surroundingsSetup")],
    include: [`${everywhere}/*.${name}.test.{ts,tsx}`],
    exclude,
    ...patient,
    ...test
  }
})

/** The ending of a file's name says what it needs: `*.test.ts` nothing, the others what their project sets up. */
export default defineConfig({
  root,
  test: {
    // More would not find enough connections.
    maxWorkers: Math.min(availableParallelism(), 8),
    reporters: ["default", "json"],
    outputFile: {
      json: `${root}node_modules/.cache/test-reports/${process.env["PHAKHI_TEST_REPORT"] ?? "latest"}.json`
    },
    projects: [
      project("unit", {
        include: [`${everywhere}/*.test.{ts,tsx}`],
        exclude: [...exclude, ...kinds.map((kind) => `**/*.${kind}.test.{ts,tsx}`)]
      }),
      project("integration", {
        globalSetup: [setup("postgresSetup")]
      }),
      project("browser", {
        globalSetup: [setup("postgresSetup"), setup("browserSetup"), `${root}apps/admin/test/browser/screensSetup.ts`],
        sequence: { groupOrder: 1 }
      }),
      project("faults", {
        globalSetup: [setup("postgresSetup")],
        isolate: true
      })
    ]
  }
})
