import { fileURLToPath } from "node:url"
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from "vitest/config"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const setup = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url))

const everywhere = "{packages,apps,tooling}/**"
const kinds = ["integration", "browser", "faults"]
const exclude = [...configDefaults.exclude, "tooling/lint/planted/**"]

const project = (name: string, test: TestProjectInlineConfiguration["test"]): TestProjectInlineConfiguration => ({
  root,
  test: { name, include: [`${everywhere}/*.${name}.test.{ts,tsx}`], exclude, ...test }
})

/** The ending of a file's name says what it needs: `*.test.ts` nothing, the others what their project sets up. */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    reporters: ["default", "json"],
    outputFile: {
      json: `${root}node_modules/.cache/test-reports/${process.env["PHAKHI_TEST_REPORT"] ?? "latest"}.json`
    },
    projects: [
      project("unit", {
        include: [`${everywhere}/*.test.{ts,tsx}`],
        exclude: [...exclude, ...kinds.map((kind) => `**/*.${kind}.test.{ts,tsx}`)],
        testTimeout: 60_000,
        hookTimeout: 60_000
      }),
      project("integration", {
        globalSetup: [setup("postgresSetup")],
        testTimeout: 60_000,
        hookTimeout: 60_000
      }),
      project("browser", {
        globalSetup: [setup("postgresSetup"), setup("browserSetup"), `${root}apps/admin/test/browser/screensSetup.ts`],
        sequence: { groupOrder: 1 },
        testTimeout: 120_000,
        hookTimeout: 120_000
      }),
      project("faults", {
        globalSetup: [setup("postgresSetup")],
        fileParallelism: false,
        testTimeout: 600_000,
        hookTimeout: 120_000
      })
    ]
  }
})
