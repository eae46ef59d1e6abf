import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { refusal, required } from "../version.js"

const script = fileURLToPath(new URL("../run.js", import.meta.url))
const pinned = readFileSync(fileURLToPath(new URL("../../../.nvmrc", import.meta.url)), "utf8").trim()
const catalog = readFileSync(fileURLToPath(new URL("../../../pnpm-workspace.yaml", import.meta.url)), "utf8")

const run = (...args: ReadonlyArray<string>) => spawn(process.execPath, [script, ...args], { stdio: "pipe" })
const ended = (child: ReturnType<typeof run>) =>
  new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once("exit", (code, signal) => resolve({ code, signal }))
  )

describe("the Node check", () => {
  it.each(["20.20.2", "22.17.0", "26.10.0"])("refuses Node %s and says what to run", (version) => {
    expect(refusal(version)).toContain(`this is Node ${version}`)
    expect(refusal(version)).toContain("npx -y pnpm@12 demo")
  })

  it("accepts the pinned Node, which .nvmrc, the catalog and this run agree on", () => {
    expect(refusal(pinned)).toBeUndefined()
    expect(catalog).toContain(`\n  node: ${pinned}\n`)
    expect(process.versions.node).toBe(pinned)
    expect(pinned.startsWith(`${required}.`)).toBe(true)
  })

  it("hands down the arguments, its own Node as node, and no leave to report home", async () => {
    const child = run(
      "node",
      "-p",
      "[process.version, process.env.DO_NOT_TRACK, process.env.TURBO_TELEMETRY_DISABLED].join()"
    )
    expect((await text(child.stdout)).trim()).toBe(`v${pinned},1,1`)
  })

  it("ends with the exit code of the command", async () => {
    expect(await ended(run("node", "-e", "process.exit(7)"))).toEqual({ code: 7, signal: null })
    expect(await ended(run("no-such-command-anywhere"))).toEqual({ code: 1, signal: null })
    expect(await ended(run())).toEqual({ code: 2, signal: null })
  })

  it("passes a signal on and lets the command end in its own way", async () => {
    const child = run(
      "node",
      "-e",
      `process.on("SIGTERM", () => { console.log("closing"); process.exit(0) }); setInterval(() => {}, 1000); console.log("up")`
    )
    const end = ended(child)
    let output = ""
    child.stdout.on("data", (chunk) => {
      output += chunk
      if (output === "up\n") child.kill("SIGTERM")
    })
    expect(await end).toEqual({ code: 0, signal: null })
    expect(output).toBe("up\nclosing\n")
  })

  it("ends by the signal that ended the command", async () => {
    const child = run("node", "-e", `console.log("up"); setInterval(() => {}, 1000)`)
    child.stdout.once("data", () => child.kill("SIGTERM"))
    expect(await ended(child)).toEqual({ code: null, signal: "SIGTERM" })
  })
})
