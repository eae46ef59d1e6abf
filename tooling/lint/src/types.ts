import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { programs } from "./Programs.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const failed = programs.filter(
  (program) =>
    spawnSync("tsc", ["-p", program], { cwd: root, stdio: "inherit", shell: process.platform === "win32" }).status !== 0
)
console.log(`${programs.length} programs checked, ${failed.length} with errors`)
process.exitCode = failed.length === 0 ? 0 : 1
