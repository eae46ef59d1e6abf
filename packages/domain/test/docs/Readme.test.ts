import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const home = fileURLToPath(new URL("../..", import.meta.url))
const readme = readFileSync(`${home}README.md`, "utf8")

const fenced = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "m").exec(readme)?.[1] ?? ""

it("the example of the README runs as it is, and prints what the README says", () => {
  const run = spawnSync(process.execPath, ["--input-type=module-typescript", "--eval", fenced("ts")], {
    cwd: home,
    encoding: "utf8"
  })
  expect(run.stderr.replaceAll(/^.*ExperimentalWarning.*$/gm, "")).not.toMatch(/Error/)
  expect(run.stdout).toBe(fenced("text"))
  expect(run.status).toBe(0)
})
