import { spawnSync } from "node:child_process"
import { globSync } from "node:fs"
import { fileURLToPath } from "node:url"

// The compiler knows nothing of a floating Effect; effect-tsgo does. One run per project of the workspace.
const root = fileURLToPath(new URL("../../..", import.meta.url))
const projects = globSync("{packages,apps,tooling}/*/tsconfig*.json", { cwd: root }).toSorted()
const failed = projects.filter((project) => {
  const run = spawnSync("effect-tsgo", ["diagnostics", "--project", project, "--strict"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32"
  })
  if (run.error !== undefined) throw run.error
  if (run.status === 0) return false
  console.error(`${project}\n${run.stdout}${run.stderr}`)
  return true
})
console.log(`${projects.length} projects diagnosed, ${failed.length} with findings`)
process.exitCode = projects.length > 0 && failed.length === 0 ? 0 : 1
