import { spawn } from "node:child_process"
import { availableParallelism } from "node:os"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { programs } from "./Programs.ts"

// The compiler knows nothing of a floating Effect; effect-tsgo does.
const root = fileURLToPath(new URL("../../..", import.meta.url))

const diagnose = async (project: string): Promise<string | undefined> => {
  const child = spawn("effect-tsgo", ["diagnostics", "--project", project, "--strict", "--severity", "error,warning"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32"
  })
  const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return code === 0 ? undefined : `${project}\n${out}${err}`
}

const queue = [...programs]
const found: Array<string> = []
const work = async () => {
  for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
    const findings = await diagnose(project)
    if (findings !== undefined) found.push(findings)
  }
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))

for (const findings of found.toSorted()) console.error(findings)
console.log(`${programs.length} programs diagnosed, ${found.length} with findings`)
process.exitCode = found.length === 0 ? 0 : 1
