import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { freePort } from "@phakhi/testing/Port"
import { assert, it } from "vitest"
import { environmentOf, startApi } from "../src/ApiProcess.ts"
import { fillPlace } from "../src/Filled.ts"
import { contentsOf, inFolder } from "../src/Folder.ts"

const api = fileURLToPath(new URL("../../../apps/api/src/main.ts", import.meta.url))
const cli = fileURLToPath(new URL("../../../apps/cli/src/main.ts", import.meta.url))

const run = (script: string, args: ReadonlyArray<string>, env: NodeJS.ProcessEnv) =>
  new Promise<{ readonly code: number | null; readonly said: string }>((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { env, stdio: ["ignore", "pipe", "pipe"] })
    let said = ""
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        said += chunk
      })
    }
    child.once("close", (code) => resolve({ code, said }))
  })

it("a second server or command on a folder in use is refused, told who has it, and changes no byte", () =>
  inFolder(async (folder) => {
    const { grants, keys } = await fillPlace({ folder }, [{ name: "grant", value: "100000" }])
    const first = await startApi({ folder })
    try {
      // What the first one does by the clock must not count as a byte changed by a second one.
      first.child.kill("SIGSTOP")
      const before = await contentsOf(folder)
      assert.isAbove(before.size, 100, "the folder holds a database")
      const env = environmentOf({ folder }, await freePort())
      const seconds = [
        await run(api, ["start"], env),
        await run(cli, ["partnerships", "get", grants[0] ?? ""], env),
        await run(cli, ["lessons", "record", grants[0] ?? "", "--kind", "lesson", "--text", "บทเรียน"], {
          ...env,
          PHAKHI_KEY: keys.editor
        }),
        await run(cli, ["verify"], env)
      ]
      for (const { code, said } of seconds) {
        assert.notStrictEqual(code, 0, said)
        assert.include(said, String(first.child.pid), "it names the process")
        assert.include(said, String(first.port), "it names the address")
      }
      assert.deepStrictEqual(await contentsOf(folder), before)
      first.child.kill("SIGCONT")
      assert.isTrue((await fetch(`${first.url}/readyz`)).ok, "the first goes on")
    } finally {
      first.child.kill("SIGCONT")
      await first.kill("SIGTERM")
    }
  }))
