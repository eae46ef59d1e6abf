import { spawnSync } from "node:child_process"
import { expect, it } from "vitest"
import { example, home } from "./Example.ts"

it("the example of the README runs as it is, and prints what the README says", () => {
  const run = spawnSync(process.execPath, ["--input-type=module-typescript", "--eval", example.code], {
    cwd: home,
    encoding: "utf8"
  })
  expect(run.stderr).not.toMatch(/Error/)
  expect(run.stdout).toBe(example.prints)
  expect(run.status).toBe(0)
})
