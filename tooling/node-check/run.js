// Plain JavaScript in the syntax of old Node versions: it has to start on them in order to refuse them.
import { spawn } from "node:child_process"
import { delimiter, dirname } from "node:path"
import { refusal } from "./version.js"

const refused = refusal(process.versions.node)
if (refused !== undefined) {
  process.stderr.write(refused)
  process.exit(1)
}

const [command, ...args] = process.argv.slice(2)
if (command === undefined) {
  process.stderr.write("usage: node tooling/node-check/run.js <command> [arguments]\n")
  process.exit(2)
}

const child = spawn(command === "node" ? process.execPath : command, args, {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: {
    ...process.env,
    PATH: dirname(process.execPath) + delimiter + (process.env.PATH ?? ""),
    // Nothing is reported to anyone: the tools below phone home unless told otherwise.
    DO_NOT_TRACK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1"
  }
})

// A terminal sends Ctrl-C to the child too; a service manager signals only this process.
process.on("SIGINT", () => {})
process.on("SIGTERM", () => child.kill("SIGTERM"))
process.on("SIGHUP", () => child.kill("SIGHUP"))

child.on("error", (error) => {
  process.stderr.write(`Cannot run ${command}: ${error.message}\n`)
  process.exit(1)
})
child.on("exit", (code, signal) => {
  if (signal !== null) {
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  } else process.exit(code ?? 1)
})
